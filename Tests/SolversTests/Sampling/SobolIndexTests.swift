import CGSL
import Solvers
import Testing

@Suite struct `Sobol points by index` {
  @Test func `any point is the one GSL steps to`() throws {
    let sequence = try SobolSequence(dimensions: 40, count: 1 << 16)
    let generator = try #require(gsl_qrng_alloc(cgsl_qrng_sobol(), 40))
    defer { gsl_qrng_free(generator) }
    var point = [Double](repeating: 0, count: 40)
    for index in 1..<(1 << 16) {
      gsl_qrng_get(generator, &point)
      if index % 61 == 0 || index > 65_500 { #expect(sequence.point(index) == point) }
    }
  }

  @Test func `points do not depend on how many there are`() throws {
    let (short, long) = (
      try SobolSequence(dimensions: 7, count: 100), try SobolSequence(dimensions: 7, count: 5000)
    )
    #expect((0..<100).map(short.point) == (0..<100).map(long.point))
  }
}

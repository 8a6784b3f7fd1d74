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

  /// Along each dimension the first 2³⁰ points take every multiple of 2⁻³⁰ once: point 2ᵇ⁺¹ − 1, whose
  /// Gray code is bit b alone, is an odd multiple of 2⁻⁽ᵇ⁺¹⁾.
  @Test func `the points of a sequence as long as can be are there at once and even`() throws {
    let sequence = try SobolSequence(dimensions: 40, count: SobolSequence.mostPoints)
    for bit in 0..<30 {
      // The Gray code of 2ᵇ⁺¹ − 1 is bit b alone.
      let point = sequence.point((1 << (bit + 1)) - 1)
      #expect(
        point.allSatisfy {
          let scaled = $0 * Double(1 << (bit + 1))
          return scaled == scaled.rounded() && Int(scaled) % 2 == 1
        })
    }
  }

  @Test func `points do not depend on how many there are`() throws {
    let short = try SobolSequence(dimensions: 7, count: 100)
    let long = try SobolSequence(dimensions: 7, count: 5000)
    #expect((0..<100).map(short.point) == (0..<100).map(long.point))
  }
}

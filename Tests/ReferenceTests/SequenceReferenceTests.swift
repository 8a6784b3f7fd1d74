import Testing

@testable import Solvers

/// See `Cases/sequences/README.md`.
@Suite struct `Sequences against outside numbers` {
  private struct Expected: Decodable {
    struct Discrepancy: Decodable { let sobol, latinHypercube, random: Double }
    let joeKuo, gsl: [[Double]]
    let discrepancy: Discrepancy
  }

  private let expected: Expected

  init() throws { expected = try referenceCase("sequences", "expected") }

  @Test func `the sequence by index is GSL's with point 0 before it`() throws {
    let sequence = try SobolSequence(dimensions: 10, count: 16)
    #expect((1..<16).map(sequence.point) == expected.gsl)
    #expect(sequence.point(0) == [Double](repeating: 0, count: 10))
  }

  @Test func `with the direction numbers of Joe and Kuo it is theirs`() {
    var points = expected.joeKuo.dropFirst().makeIterator()
    let sequence = SobolSequence(dimensions: 10, count: 16) { points.next() ?? [] }
    #expect((0..<16).map(sequence.point) == expected.joeKuo)
  }

  @Test func `the discrepancies have the size they have elsewhere`() throws {
    let sizes: [(SampleDesign.Kind, Double)] = [
      (.sobol, expected.discrepancy.sobol),
      (.latinHypercube, expected.discrepancy.latinHypercube),
      (.random, expected.discrepancy.random),
    ]
    for (kind, size) in sizes {
      let design = try SampleDesign(kind, dimensions: 5, count: 1024, seed: 1)
      let ratio = centredDiscrepancy((0..<1024).map(design.point)) / size
      #expect(ratio > 1 / 3.0 && ratio < 3, "\(kind): \(ratio)")
    }
  }

  /// The squared centred L2 discrepancy, as SciPy gives it.
  private func centredDiscrepancy(_ points: [[Double]]) -> Double {
    let n = Double(points.count)
    let centred: [[Double]] = points.map { $0.map { $0 - 0.5 } }
    var constant = 1.0
    for _ in points[0] { constant *= 13.0 / 12 }
    var single = 0.0
    var double = 0.0
    for (place, x) in centred.enumerated() {
      single += x.reduce(1.0) { $0 * (1 + abs($1) / 2 - $1 * $1 / 2) }
      for (other, y) in centred[...place].enumerated() {
        var product = other < place ? 2.0 : 1
        for (a, b) in zip(x, y) { product *= 1 + (abs(a) + abs(b) - abs(a - b)) / 2 }
        double += product
      }
    }
    return constant - 2 / n * single + double / (n * n)
  }
}

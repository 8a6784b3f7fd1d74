import Solvers
import Testing

@Suite struct `Rank correlation` {
  private func samples(_ kind: SampleDesign.Kind, count: Int) throws -> [[Double]] {
    let design = try SampleDesign(kind, dimensions: 3, count: count, seed: 4)
    let points = (0..<count).map(design.point)
    return (0..<3).map { dimension in points.map { $0[dimension] } }
  }

  private let wanted = [[1, 0.6, -0.3], [0.6, 1, 0.2], [-0.3, 0.2, 1]]

  @Test(arguments: [
    (SampleDesign.Kind.random, 0.02), (.latinHypercube, 0.02), (.sobol, 0.005),
  ])
  func `the ranks correlate as wanted`(kind: SampleDesign.Kind, tolerance: Double) throws {
    let ordered = try rankCorrelated(samples(kind, count: 4096), wanted: wanted)
    for first in 0..<3 {
      for second in 0..<3 {
        let reached = spearman(ordered[first], ordered[second])
        #expect(abs(reached - wanted[first][second]) <= tolerance)
      }
    }
  }

  @Test func `no value is lost and the first variable keeps its order`() throws {
    let drawn = try samples(.sobol, count: 1000)
    let ordered = try rankCorrelated(drawn, wanted: wanted)
    #expect(zip(drawn, ordered).allSatisfy { $0.sorted() == $1.sorted() })
    #expect(ordered[0] == drawn[0])
  }

  @Test func `correlations that cannot hold together are refused`() throws {
    let impossible = [[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]]
    #expect(throws: SamplingError.notPositiveDefinite) {
      try rankCorrelated(samples(.random, count: 100), wanted: impossible)
    }
  }

  @Test(arguments: [
    ([[1, 0.5, 0], [0.4, 1, 0], [0, 0, 1]], SamplingError.notACorrelation(row: 0, column: 1)),
    ([[1, 0, 0], [0, 2, 0], [0, 0, 1]], .notACorrelation(row: 1, column: 1)),
    ([[1, 0], [0, 1]], .notACorrelation(row: 0, column: 0)),
    ([[1, 0, 0], [0, 1], [0, 0, 1]], .notACorrelation(row: 1, column: 0)),
  ])
  func `a matrix that holds no correlations is refused`(
    matrix: [[Double]], fault: SamplingError
  ) throws {
    #expect(throws: fault) { try rankCorrelated(samples(.random, count: 100), wanted: matrix) }
  }

  @Test func `two values have no ranks to correlate`() {
    #expect(throws: SamplingError.tooFewValues(needed: 3, found: 2)) {
      try rankCorrelated([[0, 1], [1, 0]], wanted: [[1, 0.5], [0.5, 1]])
    }
  }

  /// ρ = 1 − 6 Σ d² / (n (n² − 1)), d the differences of ranks; no ties.
  private func spearman(_ x: [Double], _ y: [Double]) -> Double {
    let n = Double(x.count)
    let square = zip(ranks(x), ranks(y)).reduce(0.0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    return 1 - 6 * square / (n * (n * n - 1))
  }

  private func ranks(_ values: [Double]) -> [Double] {
    var ranks = values
    for (rank, place) in values.indices.sorted(by: { values[$0] < values[$1] }).enumerated() {
      ranks[place] = Double(rank)
    }
    return ranks
  }
}

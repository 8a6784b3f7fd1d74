import Foundation
import Solvers
import Testing

@Suite struct `Distributions` {
  /// Quantiles of SciPy 1.17.1: `beta.ppf(p, 2, 5)`, `lognorm.ppf(p, 0.3, scale=2)`,
  /// `norm.ppf(p, 1, 0.05)` and `triang.ppf(p, 0.8, loc=0.5, scale=0.5)`.
  private static let quantiles: [[Double]] = [
    [1e-6, 0.00025828782935406356, 0.48052303499410487, 0.7623287845588551, 0.5004472135954999],
    [0.05, 0.06284989170835438, 1.2210255159259944, 0.9177573186524264, 0.6],
    [0.5, 0.26444998329566005, 2, 1, 0.816227766016838],
    [0.95, 0.5818034092520259, 3.2759348169448383, 1.0822426813475736, 0.95],
    [1 - 1e-6, 0.9555730480299243, 8.324262748490504, 1.2376712154408545, 0.9997763932022468],
  ]

  @Test(arguments: quantiles) func `quantiles are those of SciPy`(row: [Double]) throws {
    let p = row[0]
    let beta = row[1]
    let lognormal = row[2]
    let normal = row[3]
    let triangular = row[4]
    let expected: [(Distribution, Double)] = [
      (.beta(a: 2, b: 5, low: 0, high: 1), beta),
      (.beta(a: 2, b: 5, low: 10, high: 30), 10 + 20 * beta),
      (.lognormal(median: 2, sigma: 0.3), lognormal),
      (.normal(mean: 1, sd: 0.05), normal),
      (.triangular(low: 0.5, mode: 0.9, high: 1), triangular),
      (.uniform(low: -2, high: 6), -2 + 8 * p),
    ]
    for (distribution, value) in expected {
      let found = try QuantileFunction(distribution)(p)
      #expect(abs(found - value) <= 1e-9 * abs(value), "\(distribution)")
    }
  }

  @Test func `a triangle may lean on either end`() throws {
    let falling = try QuantileFunction(.triangular(low: 0, mode: 0, high: 1))
    let rising = try QuantileFunction(.triangular(low: 0, mode: 1, high: 1))
    #expect(abs(falling(0.75) - 0.5) <= 1e-15)
    #expect(abs(rising(0.25) - 0.5) <= 1e-15)
  }

  @Test func `values with weights are drawn as often as they weigh`() throws {
    let quantile = try QuantileFunction(
      .discrete([
        .init(value: 3, weight: 1), .init(value: 1, weight: 2), .init(value: 2, weight: 0),
        .init(value: 7, weight: 1),
      ]))
    let drawn = (0..<1000).map { quantile((Double($0) + 0.5) / 1000) }
    #expect([1, 2, 3, 7].map { value in drawn.count { $0 == value } } == [500, 0, 250, 250])
  }

  /// NumPy: `np.quantile([4, 1, 2, 8], [0.1, 0.5, 0.9])`.
  @Test func `observed values are read as NumPy reads them`() throws {
    let quantile = try QuantileFunction(.empirical([4, 1, 2, 8]))
    for (p, value) in [(0.1, 1.3), (0.5, 3), (0.9, 6.8)] {
      #expect(abs(quantile(p) - value) <= 1e-12)
    }
    #expect(try QuantileFunction(.empirical([5]))(0.3) == 5)
  }

  @Test(arguments: [
    Distribution.normal(mean: 0, sd: 1), .lognormal(median: 1, sigma: 2),
    .triangular(low: 0, mode: 0.2, high: 1), .uniform(low: 0, high: 1),
    .beta(a: 0.5, b: 3, low: 0, high: 1), .beta(a: 40, b: 2, low: 0, high: 1),
    .discrete([.init(value: 0, weight: 1), .init(value: 1, weight: 2)]),
    .empirical([0, 1, 1, 2]),
  ])
  func `quantiles never fall and stay within the support`(distribution: Distribution) throws {
    let quantile = try QuantileFunction(distribution)
    let ends = [0x1p-53, 1e-12, 1 - 1e-12, 1 - 0x1p-53]
    let drawn = (ends + (0..<2000).map { (Double($0) + 0.5) / 2000 }).sorted().map { quantile($0) }
    #expect(drawn.allSatisfy { $0.isFinite && distribution.support.contains($0) })
    #expect(zip(drawn, drawn.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test(arguments: [
    (Distribution.normal(mean: 1, sd: 0), SamplingError.invalidParameter(name: "sd", value: 0)),
    (.normal(mean: .infinity, sd: 1), .invalidParameter(name: "mean", value: .infinity)),
    (.lognormal(median: -1, sigma: 1), .invalidParameter(name: "median", value: -1)),
    (.triangular(low: 0, mode: 2, high: 1), .notIncreasing([0, 2, 1])),
    (.triangular(low: 1, mode: 1, high: 1), .notIncreasing([1, 1, 1])),
    (.uniform(low: 2, high: 2), .notIncreasing([2, 2])),
    (.beta(a: 0, b: 1, low: 0, high: 1), .invalidParameter(name: "a", value: 0)),
    (.beta(a: 1, b: 1, low: 1, high: 0), .notIncreasing([1, 0])),
    (.discrete([]), .noValues),
    (.discrete([.init(value: 1, weight: -1)]), .invalidParameter(name: "weight", value: -1)),
    (.discrete([.init(value: 1, weight: 0)]), .invalidParameter(name: "weights", value: 0)),
    (.empirical([]), .noValues),
  ])
  func `a distribution that is none is refused`(
    distribution: Distribution, fault: SamplingError
  ) {
    #expect(throws: fault) { try QuantileFunction(distribution) }
  }
}

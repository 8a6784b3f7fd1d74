import Analysis
import Solvers
import Testing

@Suite struct `Quantiles of many values` {
  private let shares = [0.05, 0.25, 0.5, 0.75, 0.95]

  private func draws(_ count: Int, _ distribution: Distribution) throws -> [Double] {
    let quantile = try QuantileFunction(distribution)
    return (0..<count).map { index in
      var stream = RandomStream(seed: 11, stream: UInt64(index), for: .points)
      return quantile(stream.uniform())
    }
  }

  /// NumPy: `np.quantile([3, 1, 2, 10, 7], [0.05, 0.25, 0.5, 0.75, 0.95])`.
  @Test func `are exact as long as all values are kept`() {
    var sketch = QuantileSketch(mostExact: 5)
    for value in [3.0, 1, 2, 10, 7] { sketch.add(value) }
    #expect(sketch.error == 0)
    for (found, expected) in zip(sketch.quantiles(shares), [1.2, 2, 3, 7, 9.4]) {
      #expect(abs(found - expected) <= 1e-12)
    }
  }

  @Test(arguments: [
    Distribution.normal(mean: 50, sd: 3), .lognormal(median: 1, sigma: 1.5),
    .uniform(low: -1, high: 1),
    .discrete([.init(value: 2, weight: 1), .init(value: 5, weight: 1)]),
  ])
  func `are off by less than is said when values are counted`(distribution: Distribution) throws {
    let values = try draws(20_000, distribution)
    var sketch = QuantileSketch(mostExact: 500, binCount: 4096)
    for value in values { sketch.add(value) }
    let sorted = values.sorted()
    let range = sorted[sorted.count - 1] - sorted[0]
    #expect(sketch.error > 0 && sketch.error <= range / 500)
    for (share, found) in zip(shares, sketch.quantiles(shares)) {
      #expect(abs(found - sortedQuantile(sorted, share)) <= sketch.error)
    }
  }

  @Test func `keep their error where values come from far outside the first ones`() {
    var sketch = QuantileSketch(mostExact: 10, binCount: 1024)
    let values = (0..<10_000).map { Double(($0 * 7919) % 10_000) - 5000 }
    for value in [0.1, 0.2, 0.3] + values { sketch.add(value) }
    let sorted = ([0.1, 0.2, 0.3] + values).sorted()
    #expect(sketch.error < 40)
    for (share, found) in zip(shares, sketch.quantiles(shares)) {
      #expect(abs(found - sortedQuantile(sorted, share)) <= sketch.error)
    }
  }

  @Test func `of values that are all the same are that value`() {
    var sketch = QuantileSketch(mostExact: 3)
    for _ in 0..<100 { sketch.add(7) }
    #expect(sketch.quantiles(shares).allSatisfy { abs($0 - 7) <= 1e-12 })
  }

  @Test(arguments: [2, 100])
  func `leave out what is no number, and count it`(mostExact: Int) {
    var sketch = QuantileSketch(mostExact: mostExact)
    for value in [1, .infinity, 2, .nan, -.infinity, 3, 1e308, -1e308] { sketch.add(value) }
    #expect(sketch.refused == 5)
    #expect(abs(sketch.quantiles([0.5])[0] - 2) <= sketch.error)
  }

  @Test func `of numbers of the greatest size are counted like others`() {
    var sketch = QuantileSketch(mostExact: 2)
    for value in [-1e300, 1, 2, 1e300, 0] { sketch.add(value) }
    #expect(sketch.refused == 0)
    #expect(abs(sketch.quantiles([0.5])[0] - 1) <= sketch.error)
  }

  @Test func `of no values are no numbers`() {
    #expect(QuantileSketch(mostExact: 3).quantiles([0.5])[0].isNaN)
  }
}

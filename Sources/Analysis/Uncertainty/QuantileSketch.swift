import Solvers

/// Quantiles of many values that come one after the other.
///
/// Up to a number of values all are kept and quantiles are exact. Beyond it the values are counted in
/// bins of equal width, whose number stays the same: a quantile is then off by less than the width
/// of a bin, which ``error`` states. Values outside the bins double their width. Nothing depends on
/// chance.
package struct QuantileSketch: Sendable {
  private enum Content {
    case values([Double])
    case bins(Histogram)
  }

  private var content: Content
  /// The values that were refused because they are no numbers, or too great to count in bins.
  package private(set) var refused = 0
  /// The greatest size of a value.
  package static let greatestSize = 1e300
  private let mostExact: Int
  private let binCount: Int

  /// Makes an empty sketch.
  ///
  /// - Parameters:
  ///   - mostExact: How many values are kept before they are only counted; at least 2.
  ///   - binCount: The number of bins; at least 4.
  ///   - expected: How many values will come, as far as is known.
  package init(mostExact: Int, binCount: Int = 8192, expecting expected: Int = 0) {
    self.mostExact = max(2, mostExact)
    self.binCount = max(4, binCount)
    var values: [Double] = []
    values.reserveCapacity(min(expected, self.mostExact + 1))
    content = .values(values)
  }

  /// Takes up a value; one that is not finite, or greater than ``greatestSize``, only counts as
  /// ``refused``.
  package mutating func add(_ value: Double) {
    guard abs(value) <= Self.greatestSize else {
      refused += 1
      return
    }
    switch content {
    case .values(var values):
      content = .values([])
      values.append(value)
      content =
        values.count > mostExact
        ? .bins(Histogram(of: values, binCount: binCount)) : .values(values)
    case .bins(var histogram):
      content = .values([])
      histogram.add(value)
      content = .bins(histogram)
    }
  }

  /// The values below which these shares of the values lie.
  ///
  /// - Parameter shares: Numbers from 0 to 1.
  /// - Returns: A value for each share; NaN where there are no values.
  package func quantiles(_ shares: [Double]) -> [Double] {
    switch content {
    case .values(let values):
      let sorted = values.sorted()
      return shares.map { sorted.isEmpty ? .nan : sortedQuantile(sorted, $0) }
    case .bins(let histogram): return shares.map(histogram.quantile)
    }
  }

  /// How far a quantile may be from that of all values; 0 as long as all are kept.
  package var error: Double {
    switch content {
    case .values: 0
    case .bins(let histogram): histogram.width
    }
  }
}

/// Counts in bins of equal width.
private struct Histogram {
  private(set) var width: Double
  private var start: Double
  private var counts: [Int]
  private var total = 0
  private var least: Double
  private var greatest: Double

  /// Bins over twice the range of some values, with these values in them.
  init(of values: [Double], binCount: Int) {
    least = values.min() ?? 0
    greatest = values.max() ?? 0
    let range = max(greatest - least, 1e-9 * max(abs(least), abs(greatest)), 1e-300)
    width = 2 * range / Double(binCount)
    start = least - range / 2
    counts = [Int](repeating: 0, count: binCount)
    for value in values { add(value) }
  }

  mutating func add(_ value: Double) {
    while value < start || value >= start + width * Double(counts.count) {
      widen(down: value < start)
    }
    counts[min(Int((value - start) / width), counts.count - 1)] += 1
    total += 1
    least = min(least, value)
    greatest = max(greatest, value)
  }

  /// Doubles the width; the old bins become the lower or the upper half of the new.
  private mutating func widen(down: Bool) {
    var wider = [Int](repeating: 0, count: counts.count)
    let shift = down ? counts.count / 2 : 0
    for (place, count) in counts.enumerated() { wider[shift + place / 2] += count }
    if down { start -= width * Double(counts.count) }
    width *= 2
    counts = wider
  }

  /// The value of rank `share · (total − 1)`, straight through the bin that holds it.
  func quantile(_ share: Double) -> Double {
    let rank = share * Double(total - 1)
    var below = 0
    for (place, count) in counts.enumerated() where count > 0 {
      if rank < Double(below + count) {
        let part = (rank - Double(below) + 0.5) / Double(count)
        let value = start + (Double(place) + min(part, 1)) * width
        return min(max(value, least), greatest)
      }
      below += count
    }
    return greatest
  }
}

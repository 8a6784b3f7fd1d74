/// Where the maximum, the plateau and the local maxima of a series are, by index.
///
/// Values closer than one part in 10⁹ of the maximum count as equal, so that rounding never chooses
/// the year of a peak.
struct SeriesShape {
  let values: [Double]
  /// The largest value.
  let maximum: Double
  /// The first place of the maximum, and the places directly after it with the same value.
  let top: ClosedRange<Int>
  /// The places around the first maximum whose values are within the tolerance of it.
  let plateau: ClosedRange<Int>
  /// Runs of equal values that nothing beside them exceeds.
  ///
  /// An end of the series counts as one where the series rises to it.
  let summits: [ClosedRange<Int>]
  private let tolerance: Double

  /// Measures a series; nothing if there are no values.
  ///
  /// - Parameters:
  ///   - values: The values, finite.
  ///   - tolerance: The share of a value by which another may be lower and still be near it.
  init?(_ values: [Double], tolerance: Double) {
    guard let maximum = values.max() else { return nil }
    let grain = Self.grain(of: maximum)
    let nearBottom = maximum - max(tolerance * abs(maximum), grain)
    let first = values.firstIndex { $0 >= maximum - grain } ?? 0
    self.values = values
    self.maximum = maximum
    self.tolerance = tolerance
    self.top = first...Self.end(of: values, after: first, atLeast: maximum - grain)
    let rise = values[...first].lastIndex { $0 < nearBottom }.map { $0 + 1 } ?? 0
    self.plateau = rise...Self.end(of: values, after: first, atLeast: nearBottom)
    self.summits = Self.summits(of: values, grain: grain)
  }

  /// Whether a value is the maximum, but for rounding.
  func isMaximum(_ value: Double) -> Bool {
    value >= maximum - Self.grain(of: maximum)
  }

  /// The most a value may lie below `reference` and still be near it.
  func slack(at reference: Double) -> Double {
    max(tolerance * abs(reference), Self.grain(of: maximum))
  }

  /// The first two summits near the maximum with a dip between them that is not near either.
  var rebound: (first: Int, second: Int)? {
    let high = summits.map(\.lowerBound).filter { values[$0] >= maximum - slack(at: maximum) }
    for (position, second) in high.enumerated() {
      for first in high[..<position] {
        let lower = min(values[first], values[second])
        if values[first...second].contains(where: { $0 < lower - slack(at: lower) }) {
          return (first, second)
        }
      }
    }
    return nil
  }

  private static func grain(of maximum: Double) -> Double { 1e-9 * abs(maximum) }

  private static func end(of values: [Double], after start: Int, atLeast bottom: Double) -> Int {
    (values[start...].firstIndex { $0 < bottom } ?? values.endIndex) - 1
  }

  private static func summits(of values: [Double], grain: Double) -> [ClosedRange<Int>] {
    var summits: [ClosedRange<Int>] = []
    var start = 0
    for index in values.indices {
      let isLast = index == values.endIndex - 1
      guard isLast || abs(values[index + 1] - values[index]) > grain else { continue }
      let risesBefore = start == 0 || values[start] > values[start - 1]
      let fallsAfter = isLast || values[index] > values[index + 1]
      if risesBefore, fallsAfter { summits.append(start...index) }
      start = index + 1
    }
    return summits
  }
}

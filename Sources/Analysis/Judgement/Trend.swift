/// Whether a series rises or falls with time, and by how much a year.
public struct Trend: Sendable, Hashable {
  /// The probability from which on a trend is no longer told from chance.
  package static let significance = 0.05

  /// Whether there is a trend.
  public let test: MannKendall
  /// How steep it is, in the unit of the values per year; none for a single observation.
  public let slope: Double?

  /// Examines observations.
  ///
  /// - Parameter observations: Finite values, their years increasing; none has no trend.
  package init?(_ observations: [YearValue]) {
    guard let test = MannKendall(observations.map(\.value)) else { return nil }
    self.test = test
    slope = senSlope(observations)
  }

  /// The two-sided probability of the test; none for a single observation, which has no order.
  public var probability: Double? { test.count > 1 ? test.probability : nil }

  /// Whether the series falls: at p ≤ 0.05, with a falling slope.
  public var isFalling: Bool {
    test.probability <= Self.significance && test.score < 0 && slope ?? 0 < 0
  }

  /// Whether the series rises: at p ≤ 0.05, with a rising slope.
  public var isRising: Bool {
    test.probability <= Self.significance && test.score > 0 && slope ?? 0 > 0
  }
}

/// The value of one year.
public struct YearValue: Sendable, Hashable {
  /// The calendar year.
  public let year: Int
  /// The value, in the unit of its series.
  public let value: Double

  /// Makes a pair of a year and its value.
  public init(year: Int, value: Double) {
    self.year = year
    self.value = value
  }
}

import Diagnostics

/// One number for each of a run of years.
public struct YearSeries: Hashable, Sendable {
  /// The year of the first value.
  package let firstYear: Int

  /// The values, one a year.
  public let values: [Double]

  /// Makes a series.
  ///
  /// - Parameters:
  ///   - firstYear: The year of the first value.
  ///   - values: One value a year.
  /// - Precondition: There is at least one value.
  public init(firstYear: Int, values: [Double]) {
    defect(unless: !values.isEmpty, "a series has at least one year")
    self.firstYear = firstYear
    self.values = values
  }

  /// Makes a series of one value in every year.
  public init(constant value: Double, over years: ClosedRange<Int>) {
    self.init(firstYear: years.lowerBound, values: years.map { _ in value })
  }

  /// The years that have a value.
  public var years: ClosedRange<Int> { firstYear...(firstYear + values.count - 1) }

  /// The value of a year.
  ///
  /// - Precondition: The year is one of ``years``.
  package subscript(year: Int) -> Double { values[year - firstYear] }

  /// The value at a moment: a straight line between the years, the end values beyond them.
  package func value(at moment: Double) -> Double {
    let position = min(max(moment - Double(firstYear), 0), Double(values.count - 1))
    let index = min(Int(position), values.count - 1)
    let next = min(index + 1, values.count - 1)
    return values[index] + (values[next] - values[index]) * (position - Double(index))
  }
}

import Analysis
import CityModel
import Diagnostics

extension Table {
  /// `indicators.csv`: a row a year, a column for each indicator that the scenario holds.
  ///
  /// - Parameters:
  ///   - series: The indicators by year.
  ///   - years: The years of the run.
  /// - Returns: The table; a cell is empty in a year in which an indicator has no value.
  static func indicators(_ series: [IndicatorSeries], years: ClosedRange<Int>) -> Self {
    Self(
      "indicators", heads: [.year] + series.map { .indicator($0.indicator) },
      cells: years.enumerated().map { place, year in
        [.integer(year)] + series.map { .optional($0.values[place]) }
      })
  }
}

extension ColumnHead {
  /// The column of an indicator, which says its unit in its heading, because no column does.
  static func indicator(_ indicator: Indicator) -> Self {
    let formula = indicator.definition.formula
    let name = indicator.name.capitalised
    let unit = unitName(indicator.unit)
    let isShare = indicator.unit == "1"
    return Self(
      indicator.id,
      isShare ? name : Text("\(name) [\(unit)]", "\(name) [\(unit)]"),
      Text("\(formula).", "\(formula)。"), unit: indicator.unit)
  }
}

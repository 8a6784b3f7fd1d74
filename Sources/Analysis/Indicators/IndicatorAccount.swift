public import CityModel

/// The indicators of a scenario, compiled: found once, computed for a run or for every variant of many.
///
/// An indicator that the scenario does not hold, as cars where there are none, is not among them.
package struct IndicatorAccount: Sendable {
  /// The indicators that the scenario holds, in their order.
  package let indicators: [Indicator]
  private let amounts: [Indicator: YearlyAmount]

  /// Finds what indicators are computed from.
  ///
  /// - Parameters:
  ///   - blueprint: The scenario.
  ///   - wanted: The indicators that are wanted of it; all if nothing is given.
  package init(_ blueprint: Blueprint, of wanted: [Indicator] = Indicator.allCases) {
    let model = IndicatorModel(blueprint)
    var amounts: [Indicator: YearlyAmount] = [:]
    for indicator in wanted { amounts[indicator] = indicator.definition.compile(model) }
    self.amounts = amounts
    indicators = Indicator.allCases.filter { amounts[$0] != nil }
  }

  /// All rows of the results that are read.
  package var rows: Set<Int> { amounts.values.reduce(into: []) { $0.formUnion($1.rows) } }

  /// An indicator by year.
  ///
  /// - Parameters:
  ///   - indicator: The indicator.
  ///   - values: The yearly values of a row.
  /// - Returns: A value for each year, none in years that have none; nothing for an indicator that the
  ///   scenario does not hold.
  package func series(_ indicator: Indicator, _ values: (Int) -> [Double]) -> [Double?]? {
    amounts[indicator]?.values(values)
  }
}

/// An indicator of a run by year.
public struct IndicatorSeries: Sendable {
  /// Which it is.
  public let indicator: Indicator
  /// Its value in each year of the run; none where a year has none.
  public let values: [Double?]
}

extension Trajectory {
  /// The indicators that the scenario holds, by year.
  public var indicators: [IndicatorSeries] {
    let account = IndicatorAccount(blueprint)
    return account.indicators.compactMap { indicator in
      account.series(indicator) { self[$0] }.map {
        IndicatorSeries(indicator: indicator, values: $0)
      }
    }
  }
}

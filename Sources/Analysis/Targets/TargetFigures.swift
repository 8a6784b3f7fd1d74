public import CityModel
package import Diagnostics

/// The figures of a run that targets are held against.
package struct TargetFigures: Sendable {
  /// The years of the run.
  package let years: ClosedRange<Int>
  /// Emissions by year, gross and net [Mt CO₂e].
  package let totals: ByTotal<[Double]>
  /// What of the run the inventory of ``history`` counts [Mt CO₂e]; see `InventoryAccount` of the model.
  package let inventoried: [Double]
  /// Gross domestic product by year at the base year's prices [10⁹ yuan].
  package let gdp: [Double]
  /// Indicators and sectors that targets are of, by year; none in years that have none.
  public let series: [Target.Subject: [Double?]]
  /// When each total peaks.
  package let peaks: ByTotal<Peak>
  /// What was observed in years outside the run.
  package let history: History
  /// What ``inventoried`` counts, where that is not the whole of a total of the run.
  package let counts: Text?

  /// Gathers figures; see the properties of the same names.
  package init(
    years: ClosedRange<Int>, totals: ByTotal<[Double]>, inventoried: [Double], gdp: [Double],
    series: [Target.Subject: [Double?]], peaks: ByTotal<Peak>, history: History,
    counts: Text? = nil
  ) {
    self.years = years
    self.totals = totals
    self.inventoried = inventoried
    self.gdp = gdp
    self.series = series
    self.peaks = peaks
    self.history = history
    self.counts = counts
  }

  /// A year's value of a series of the run; nothing for a year outside of it.
  func value(_ series: [Double], in year: Int) -> Double? {
    guard years.contains(year) else { return nil }
    let place = year - years.lowerBound
    return series.indices.contains(place) ? series[place] : nil
  }
}

extension Scenario {
  /// What the observed emissions count, where that is not the whole of a total of the run.
  var inventoriedPart: Text? {
    guard !history.inventory.isWhole(of: accounting) else { return nil }
    var part = history.inventory
    part.account = .gross
    return part.words(accounting)
  }
}

extension History {
  /// Whether the observed emissions say something of a total of a run: they are of that total, or the
  /// base year has no sinks, so that both totals are one.
  ///
  /// - Parameters:
  ///   - account: The total.
  ///   - totals: Both totals of the run.
  /// - Returns: Whether they may be held against that total.
  public func speaks(of account: EmissionTotal, _ totals: ByTotal<[Double]>) -> Bool {
    inventory.account == account || totals.gross.first == totals.net.first
  }

  /// What was observed of a total, to be held against all of it; nothing where the inventory counts
  /// another part of the city.
  ///
  /// - Parameters:
  ///   - account: The total.
  ///   - totals: Both totals of the run.
  ///   - accounting: What the run counts.
  /// - Returns: The observed years.
  func observed(
    _ account: EmissionTotal, _ totals: ByTotal<[Double]>, _ accounting: Accounting
  ) -> [YearValue] {
    guard inventory.isWhole(of: accounting), speaks(of: account, totals) else { return [] }
    return emissions.map { YearValue(year: $0.year, value: $0.value) }
  }
}

extension ByTotal where Value == Peak {
  /// When both totals of a run peak, each held against what was observed of it.
  ///
  /// - Throws: ``PeakError`` where a value is not a number.
  init(_ totals: ByTotal<[Double]>, of scenario: Scenario) throws(PeakError) {
    func peak(_ account: EmissionTotal) throws(PeakError) -> Peak {
      try Peak(
        years: Array(scenario.years), values: totals[account],
        history: scenario.history.observed(account, totals, scenario.accounting))
    }
    self.init(gross: try peak(.gross), net: try peak(.net))
  }
}

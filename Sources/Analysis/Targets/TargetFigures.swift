public import CityModel

/// The figures of a run that targets are held against.
public struct TargetFigures: Sendable {
  /// The years of the run.
  public let years: ClosedRange<Int>
  /// Net emissions by year [Mt CO₂e].
  public let net: [Double]
  /// Gross domestic product by year at the base year's prices [10⁹ yuan].
  public let gdp: [Double]
  /// Energy consumption by year [PJ]; see ``EnergyConsumption``.
  public let energy: [Double]
  /// The non-fossil part of ``energy`` [PJ], where it is known.
  public let nonFossil: [Double]?
  /// When net emissions peak.
  public let peak: Peak
  /// What was observed in years outside the run.
  public let history: History

  /// Gathers figures; see the properties of the same names.
  public init(
    years: ClosedRange<Int>, net: [Double], gdp: [Double], energy: [Double],
    nonFossil: [Double]?, peak: Peak, history: History
  ) {
    self.years = years
    self.net = net
    self.gdp = gdp
    self.energy = energy
    self.nonFossil = nonFossil
    self.peak = peak
    self.history = history
  }

  /// Gathers the figures of a run.
  ///
  /// - Parameters:
  ///   - trajectory: The run.
  ///   - peak: When its net total peaks.
  public init(_ trajectory: Trajectory, peak: Peak) {
    let energy = EnergyConsumption(trajectory)
    self.init(
      years: trajectory.years, net: trajectory.total(.net),
      gdp: trajectory.series(.driver, "drivers.gdp"), energy: energy.total,
      nonFossil: energy.nonFossil, peak: peak, history: trajectory.blueprint.scenario.history)
  }

  /// A year's value of a series of the run, or what was observed in a year outside of it.
  func value(_ series: [Double], _ observed: [History.Observation], in year: Int) -> Double? {
    guard years.contains(year) else { return observed.first { $0.year == year }?.value }
    let place = year - years.lowerBound
    return series.indices.contains(place) ? series[place] : nil
  }
}

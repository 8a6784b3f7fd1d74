public import CityModel

/// Observed values that a run is fitted to.
public struct CalibrationSeries: Sendable {
  /// What was observed.
  public enum Subject: Hashable, Sendable {
    /// Emissions as the inventory of the history counts them [Mt CO₂e].
    case emissions
    /// Energy consumption [PJ].
    case energy
    /// Gross domestic product [10⁹ yuan].
    case gdp
    /// A sector's emissions where they arise, as that inventory counts them [Mt CO₂e].
    case sector(Sector)

    /// The name in tables.
    public var name: String {
      switch self {
      case .emissions: "emissions"
      case .energy: "energy"
      case .gdp: "gdp"
      case .sector(let sector): "sectors.\(sector.rawValue)"
      }
    }

    /// The values of a run, year by year.
    public func values(of trajectory: Trajectory) -> [Double] {
      switch self {
      case .emissions: return trajectory.inventoried
      case .energy: return EnergyConsumption(trajectory).total
      case .gdp: return trajectory.gdp
      case .sector(let sector):
        let account = InventoryAccount(trajectory.blueprint)
        return account.emissions(of: sector) { trajectory[$0] } ?? trajectory.bySource(sector)
      }
    }

    /// The unit of the values.
    public var unit: String {
      switch self {
      case .emissions, .sector: "Mt CO2e"
      case .energy: "PJ"
      case .gdp: "10^9 CNY"
      }
    }
  }

  /// What was observed.
  public let subject: Subject
  /// The observed years of the run, in order.
  public let observations: [History.Observation]

  /// The observed values of a scenario's history in years of its run.
  ///
  /// - Parameters:
  ///   - subject: What was observed.
  ///   - scenario: The scenario with its history.
  /// - Returns: The observations, in order; at least one.
  /// - Throws: ``CalibrationError`` where there is no such history, or none in years of the run.
  public static func of(
    _ subject: Subject, in scenario: Scenario
  ) throws(CalibrationError) -> CalibrationSeries {
    let history = scenario.history
    let observed =
      switch subject {
      case .emissions: history.emissions
      case .energy: history.energy
      case .gdp: history.gdp
      case .sector(let sector): history.sectors[sector] ?? []
      }
    let years = observed.map(\.year)
    guard let first = years.min(), let last = years.max() else { throw .noHistory(subject) }
    let inRun = observed.filter { scenario.years.contains($0.year) }.sorted { $0.year < $1.year }
    guard !inRun.isEmpty else {
      throw .noOverlap(subject, observed: first...last, run: scenario.years)
    }
    return CalibrationSeries(subject: subject, observations: inRun)
  }

  /// The mean size of the observations, by which residuals are divided.
  var scale: Double {
    let mean = observations.reduce(0) { $0 + abs($1.value) } / Double(observations.count)
    return mean > 0 ? mean : 1
  }

  func filtered(_ isWanted: (Int) -> Bool) -> CalibrationSeries {
    CalibrationSeries(subject: subject, observations: observations.filter { isWanted($0.year) })
  }
}

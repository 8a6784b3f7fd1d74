public import CityModel

/// What was observed of a city after its plan was made, in the model's units.
public struct Observations: Sendable {
  /// A unit in which somebody observed, and how much one is in the model's.
  public struct StatedUnit: Sendable, Hashable {
    /// What the table calls it.
    public let name: String
    /// The model's units in one of it.
    public let size: Double

    /// Names a unit.
    public init(name: String, size: Double) { (self.name, self.size) = (name, size) }
  }

  /// Totals and sectors.
  package let history: History
  /// Energy by sector [PJ]: what its users take, and for `energy` what plants take in.
  package let sectorEnergy: [Sector: [History.Observation]]
  /// Parameters of the plan that were observed.
  package let parameters: [(path: ParameterPath, observations: [History.Observation])]

  /// The units in which totals and sectors were observed, by what they are tracked as; see
  /// ``Tracking/Distance/item``.
  public let units: [String: StatedUnit]

  /// Gathers observations; see the properties of the same names.
  public init(
    history: History, sectorEnergy: [Sector: [History.Observation]] = [:],
    parameters: [(path: ParameterPath, observations: [History.Observation])] = [],
    units: [String: StatedUnit] = [:]
  ) {
    self.history = history
    self.sectorEnergy = sectorEnergy
    self.parameters = parameters
    self.units = units
  }

  /// Emissions: the total, or the sum of all sectors where every one that the plan has was observed.
  func emissions(_ year: Int, sectors: [Sector]) -> Double? {
    if let total = history.emissions.value(year) { return total }
    let parts = sectors.compactMap { history.sectors[$0]?.value(year) }
    return !sectors.isEmpty && parts.count == sectors.count ? parts.reduce(0, +) : nil
  }

  /// All years with any value.
  var years: [Int] {
    let all =
      [history.emissions, history.energy, history.gdp, history.population]
      + Array(history.sectors.values) + Array(sectorEnergy.values) + parameters.map(\.observations)
    return Set(all.flatMap { $0.map(\.year) }).sorted()
  }
}

extension [History.Observation] {
  func value(_ year: Int) -> Double? { first { $0.year == year }?.value }
}

public import Diagnostics

/// What was observed, year by year; years may be missing.
public struct History: Sendable {
  /// One observed year.
  public struct Observation: Hashable, Sendable {
    /// The year.
    public let year: Int
    /// The value, in the unit of the series.
    public let value: Double

    /// Makes an observation.
    public init(year: Int, value: Double) { (self.year, self.value) = (year, value) }
  }
  /// Emissions of the named inventory, Mt CO₂e.
  public var emissions: [Observation]
  /// What ``emissions`` count.
  public var inventory = InventoryScope()
  /// Gross domestic product at the base year's prices, 10⁹ yuan.
  public var gdp: [Observation]
  /// Energy consumption, PJ (equivalent basis for electricity).
  public var energy: [Observation]
  /// Emissions of the named inventory by sector, where they arise, Mt CO₂e.
  public var sectors: [Sector: [Observation]]
  /// People, million.
  public var population: [Observation] = []
  /// Where the file gives each part, by path: `history.emissions`, `history.sectors.industry`.
  public var places: [ParameterPath: SourceLocation] = [:]

  /// Makes a history.
  public init(
    emissions: [Observation] = [], gdp: [Observation] = [], energy: [Observation] = [],
    sectors: [Sector: [Observation]] = [:]
  ) {
    self.emissions = emissions
    self.gdp = gdp
    self.energy = energy
    self.sectors = sectors
  }
}

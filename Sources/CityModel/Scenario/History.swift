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
    public init(year: Int, value: Double) {
      self.year = year
      self.value = value
    }
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
  /// Indicators, in their units; energy consumption stands in ``energy``.
  public var indicators: [Indicator: [Observation]] = [:]
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

extension History {
  /// What was observed of an indicator, in its unit: as it is given, or from others that were observed.
  ///
  /// ```text
  /// energy [Mtce] = E [PJ] / 29.3076
  /// intensity = 10 · amount / GDP; CO₂ per person = amount / population
  /// ```
  public func observed(_ indicator: Indicator) -> [Observation] {
    if let given = indicators[indicator] { return given }
    switch indicator {
    case .energy:
      return energy.map {
        Observation(year: $0.year, value: $0.value / coalEquivalentHeat)
      }
    case .energyIntensity: return per(gdp, observed(.energy), times: 10)
    case .carbonIntensity: return per(gdp, observed(.carbonGross), times: 10)
    case .carbonPerPerson: return per(population, observed(.carbonGross), times: 1)
    default: return []
    }
  }

  /// Whether a year of what a target is of was observed.
  public func observes(_ subject: Target.Subject, in year: Int) -> Bool {
    let values =
      switch subject {
      case .total: emissions
      case .totalPerProduct: per(gdp, emissions, times: 1)
      case .sector(let sector, .bySource): sectors[sector] ?? []
      case .sector(_, .byEndUse): [Observation]()
      case .indicator(let indicator): observed(indicator)
      }
    return values.contains { $0.year == year }
  }

  private func per(
    _ whole: [Observation], _ amounts: [Observation], times factor: Double
  ) -> [Observation] {
    amounts.compactMap { amount in
      whole.first { $0.year == amount.year && $0.value > 0 }.map {
        Observation(year: amount.year, value: factor * amount.value / $0.value)
      }
    }
  }
}

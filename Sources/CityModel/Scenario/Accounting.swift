/// What the total counts.
public struct Accounting: Hashable, Sendable {
  /// How electricity and heat from outside the city are accounted.
  public enum ElectricityMethod: String, CaseIterable, Sendable {
    /// Every imported kilowatt-hour carries the regional grid's average factor.
    case location
    /// Each contract carries its own factor, the rest that of the residual mix.
    case market
  }
  /// How the total counts captured carbon of living matter.
  public enum BiogenicCapture: String, CaseIterable, Sendable {
    /// As taken out of the air: a removal.
    case credited
    /// Not at all.
    case notCredited = "not-credited"
  }
  /// The gases of the total.
  public var gases: [Gas]
  /// The assessment report whose GWP100 weighs the gases.
  public var warmingPotential: WarmingPotential
  /// How imported electricity is accounted, if scope 2 is counted.
  public var electricity: ElectricityMethod
  /// Whether the total counts scope 2 beside scope 1.
  public var countsScope2: Bool
  /// The inventory the base year reproduces, as the scenario names it.
  public var inventory: String?
  /// The total whose peak and intensity are told and aimed at.
  public var peakAccount: EmissionTotal = .gross
  /// Whether the total counts captured carbon of living matter as taken out of the air.
  public var creditsBiogenicCapture: Bool

  /// Makes an accounting choice; see the properties of the same names.
  public init(
    gases: [Gas], warmingPotential: WarmingPotential, electricity: ElectricityMethod,
    countsScope2: Bool, inventory: String?, creditsBiogenicCapture: Bool = true
  ) {
    self.gases = gases
    self.warmingPotential = warmingPotential
    self.electricity = electricity
    self.countsScope2 = countsScope2
    self.inventory = inventory
    self.creditsBiogenicCapture = creditsBiogenicCapture
  }
}

/// A greenhouse gas.
public enum Gas: String, CaseIterable, Sendable {
  /// Carbon dioxide.
  case co2 = "CO2"
  /// Methane.
  case ch4 = "CH4"
  /// Nitrous oxide.
  case n2o = "N2O"
  /// Hydrofluorocarbons, perfluorocarbons, SF₆ and NF₃, given as CO₂ equivalent.
  case fluorinated = "F-gases"
}

/// Global warming potentials over 100 years.
public enum WarmingPotential: String, CaseIterable, Sendable {
  /// IPCC fifth assessment report (2013), WG1 table 8.A.1, without carbon-climate feedback.
  case ar5 = "AR5"
  /// IPCC sixth assessment report (2021), WG1 table 7.15.
  case ar6 = "AR6"

  /// Of methane from fossil carbon, which becomes fossil CO₂ in the end.
  public var fossilMethane: Double {
    switch self {
    case .ar5: 30
    case .ar6: 29.8
    }
  }
  /// Of methane from living matter: landfills, biomass.
  public var biogenicMethane: Double {
    switch self {
    case .ar5: 28
    case .ar6: 27
    }
  }
  /// Of nitrous oxide.
  public var nitrousOxide: Double {
    switch self {
    case .ar5: 265
    case .ar6: 273
    }
  }
}

public import Diagnostics

/// A checked scenario: every parameter as a yearly series in the model's units, the levers, the
/// targets and the history, with the place each value came from.
///
/// Only a reader that has checked everything makes one; from here on nothing can be missing.
public struct Scenario: Sendable {
  /// The city: id, name and tier.
  public var city: Identity
  /// The scenario: id and name.
  public var identity: Identity
  /// Base year to end year.
  public var years: ClosedRange<Int>
  /// Which gases and scopes the total counts, and how electricity from outside is accounted.
  public var accounting: Accounting
  /// Every parameter the scenario has, given or by default: fields in the order of the table of
  /// parameters, members in the order of the file.
  public var parameters: [Parameter]
  /// The ids under each map that has members, in the order of the file.
  public var members: [ParameterPath: [String]]
  /// The words and references, by path.
  public var choices: [ParameterPath: String]
  /// The tables, by path.
  public var tables: [ParameterPath: InputTable]
  /// Names for people, by path of the thing named.
  public var names: [ParameterPath: Text]
  /// The levers, in the order of the file.
  public var levers: [Lever]
  /// What the scenario aims at.
  public var targets: [Target]
  /// What was observed before and after the base year.
  public var history: History
  /// What is not known exactly.
  public var uncertainties: Uncertainties
  /// The land within the city's borders [km²], if the file gives it.
  public var area: Double?
  /// What the file does to its own parameters; they are adjusted already.
  public var adjustments: [Adjustment]

  /// Makes a scenario; see the properties of the same names.
  public init(
    city: Identity, identity: Identity, years: ClosedRange<Int>, accounting: Accounting,
    parameters: [Parameter], members: [ParameterPath: [String]],
    choices: [ParameterPath: String], tables: [ParameterPath: InputTable] = [:],
    names: [ParameterPath: Text], levers: [Lever], targets: [Target], history: History,
    uncertainties: Uncertainties = Uncertainties(), adjustments: [Adjustment] = []
  ) {
    self.city = city
    self.identity = identity
    self.years = years
    self.accounting = accounting
    self.parameters = parameters
    self.members = members
    self.choices = choices
    self.tables = tables
    self.names = names
    self.levers = levers
    self.targets = targets
    self.history = history
    self.uncertainties = uncertainties
    self.adjustments = adjustments
  }
}

/// An id for machines with a name for people.
public struct Identity: Hashable, Sendable {
  /// Lower-case words joined by `-`.
  public let id: String
  /// The name in both languages; the id where none is given.
  public let name: Text

  /// Makes an identity.
  public init(id: String, name: Text) { (self.id, self.name) = (id, name) }
}

/// How well a value is known.
public enum Grade: String, CaseIterable, Sendable {
  /// Read in the source named, and checked there.
  case verified
  /// Computed from values that are.
  case derived
  /// What people of the field take for granted.
  case generalKnowledge = "general_knowledge"
  /// Chosen for want of better.
  case assumption
}

/// One parameter of a scenario.
public struct Parameter: Sendable {
  /// Its path.
  public let path: ParameterPath
  /// What the parameter table says of it.
  public let declaration: ParameterDeclaration
  /// Which of the declaration's readings the file uses.
  public let reading: Int
  /// One value for each year of the scenario, in the reading's unit.
  public var values: [Double]
  /// Where the file gives it; none for a default.
  public let location: SourceLocation?
  /// The source named beside it, if any.
  public let source: String?
  /// How well it is known, if the file says so.
  public let grade: Grade?
  /// The group of shares it belongs to, if its share sums to 1 with others.
  public var shareGroup: ParameterPath?

  /// Makes a parameter; see the properties of the same names.
  public init(
    path: ParameterPath, declaration: ParameterDeclaration, reading: Int, values: [Double],
    location: SourceLocation?, source: String?, grade: Grade? = nil, shareGroup: ParameterPath?
  ) {
    self.path = path
    self.declaration = declaration
    self.reading = reading
    self.values = values
    self.location = location
    self.source = source
    self.grade = grade
    self.shareGroup = shareGroup
  }

  /// The least and greatest value that can be meant, in the model's unit.
  public var bounds: ClosedRange<Double> { declaration.readings[reading].bounds }
}

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

/// Something the scenario must reach.
public struct Target: Hashable, Sendable {
  /// What is aimed at.
  public enum Aim: Hashable, Sendable {
    /// A total peaks in this year or before.
    case peakBy(Int, account: EmissionTotal)
    /// Emissions per GDP change by this fraction against the reference year, in `year`.
    case carbonIntensity(year: Int, change: Double, against: Int, account: EmissionTotal)
    /// Energy consumption per GDP changes by this fraction against the reference year.
    case energyIntensity(year: Int, change: Double, against: Int)
    /// The share of non-fossil energy in consumption is at least this, in `year`.
    case nonFossilShare(year: Int, share: Double)
    /// A total is at most this many Mt CO₂e, in `year`.
    case emissions(year: Int, limit: Double, account: EmissionTotal)
    /// A total summed over the years is at most this many Mt CO₂e.
    case budget(years: ClosedRange<Int>, limit: Double, account: EmissionTotal)

    /// The total it is of; nothing for an aim that counts no emissions.
    public var account: EmissionTotal? {
      switch self {
      case .peakBy(_, let account), .carbonIntensity(_, _, _, let account),
        .emissions(_, _, let account), .budget(_, _, let account):
        account
      case .energyIntensity, .nonFossilShare: nil
      }
    }
  }
  /// What is aimed at.
  public let aim: Aim
  /// Where the file says so.
  public let location: SourceLocation?

  /// Makes a target.
  public init(aim: Aim, location: SourceLocation?) {
    self.aim = aim
    self.location = location
  }
}

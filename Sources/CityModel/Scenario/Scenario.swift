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
  /// What statistics say of the city, if it is a district of another.
  public var district: District?
  /// What the file does to its own parameters; they are adjusted already.
  public var adjustments: [Adjustment]

  /// City and scenario by their ids, `city/scenario`: the folder of its results, and its name in messages.
  public var fullId: String { "\(city.id)/\(identity.id)" }

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

  /// The parameter at a path; nothing where the scenario has none there.
  public subscript(path: ParameterPath) -> Parameter? { parameters.first { $0.path == path } }

  /// The levers in the order of their ids, which is that of variants.
  public var leversInOrder: [Lever] { levers.sorted { $0.identity.id < $1.identity.id } }
}

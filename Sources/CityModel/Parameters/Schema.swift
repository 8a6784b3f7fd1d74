public import Diagnostics

/// What may stand at one place of a scenario file.
///
/// The tree of these declarations is the one table of parameters: validation, units, 'did you
/// mean', `--set`, levers and the reference chapter of the manual all come from it.
public indirect enum SchemaNode: Sendable {
  /// A map with fixed keys, and perhaps members under ids that the file chooses.
  case group(GroupDeclaration)
  /// A number or yearly series with a unit.
  case parameter(ParameterDeclaration)
  /// A word from a list, or the id of something declared elsewhere.
  case choice(ChoiceDeclaration)
  /// A table in a file of its own.
  case table(TableDeclaration)
}

/// A map: fixed keys, and perhaps members under ids that the file chooses.
public struct GroupDeclaration: Sendable {
  /// What the map describes.
  public let meaning: Text
  /// The keys the model knows.
  public let fields: [FieldDeclaration]
  /// What stands under ids of the file's own choice, if anything may.
  public let members: MemberDeclaration?
  /// Whether the map must be there.
  public let isRequired: Bool
  /// Sets of keys of which exactly one (or, if not `required`, at most one) must be there.
  public let alternatives: [AlternativeRule]
  /// Whether people may name it: `name`, `name-zh` and `iamc` are then allowed keys.
  public let isNamed: Bool
  /// Whether the values of its fixed parameter fields are shares that sum to 1.
  public let fieldsSumToOne: Bool

  /// Declares a map; see the properties of the same names.
  package init(
    _ meaning: Text, isRequired: Bool = false, isNamed: Bool = false, fieldsSumToOne: Bool = false,
    alternatives: [AlternativeRule] = [], members: MemberDeclaration? = nil,
    fields: [FieldDeclaration] = []
  ) {
    self.meaning = meaning
    self.fields = fields
    self.members = members
    self.isRequired = isRequired
    self.alternatives = alternatives
    self.isNamed = isNamed
    self.fieldsSumToOne = fieldsSumToOne
  }
}

/// A rule on keys that exclude each other.
public struct AlternativeRule: Sendable {
  /// The keys, of which at most one may be present.
  public let keys: [String]
  /// Whether one of them must be present.
  public let isRequired: Bool

  /// Declares that exactly one of the keys is present.
  package static func exactlyOne(_ keys: Key...) -> Self {
    Self(keys: keys.map(\.word), isRequired: true)
  }
}

/// One fixed key of a map.
public struct FieldDeclaration: Sendable {
  /// The key as written.
  public let key: String
  /// What stands under it.
  public let node: SchemaNode

  /// A nested map.
  package static func group(_ key: Key, _ group: GroupDeclaration) -> Self {
    Self(key: key.word, node: .group(group))
  }
  /// A number or yearly series.
  package static func parameter(_ key: Key, _ parameter: ParameterDeclaration) -> Self {
    Self(key: key.word, node: .parameter(parameter))
  }
  /// A word or a reference.
  package static func choice(_ key: Key, _ choice: ChoiceDeclaration) -> Self {
    Self(key: key.word, node: .choice(choice))
  }
  /// A table in a file of its own.
  package static func table(_ key: Key, _ table: TableDeclaration) -> Self {
    Self(key: key.word, node: .table(table))
  }
}

/// What stands under the ids a file chooses.
public struct MemberDeclaration: Sendable {
  /// What one member is called, for example 'building type'.
  public let noun: Text
  /// What stands under each id.
  public let element: SchemaNode
  /// Where the ids must be known from, if they are not free.
  public let ids: IdSource
  /// Which shares of the members sum to 1 in every year.
  public let sum: ShareSum
  /// Whether at least one member must be there.
  public let isRequired: Bool
  /// Ids that the model keeps for itself.
  public let reservedIds: [String]

  /// Declares members; see the properties of the same names.
  package init(
    _ noun: Text, ids: IdSource = .free, sum: ShareSum = .none, isRequired: Bool = false,
    reservedIds: [String] = [], element: SchemaNode
  ) {
    self.reservedIds = reservedIds
    self.noun = noun
    self.element = element
    self.ids = ids
    self.sum = sum
    self.isRequired = isRequired
  }
}

/// Where the ids of members must be known from.
public enum IdSource: Hashable, Sendable {
  /// Any well-formed id.
  case free
  /// A carrier: a fuel of `carriers`, or `electricity`, `heat`, `hydrogen`.
  case carrier
  /// A key of a map given by its path from the top, for example `equipment`.
  case keys(of: String)
  /// A key of a sibling of the map that holds the members, so many levels up.
  /// `relative("technologies", up: 1)` in `car.sales` means the keys of `car.technologies`.
  case relative(Key, up: Int)
  /// `existing`, `retrofitted` and the keys of the sibling `construction`, so many levels up;
  /// all of them must be present.
  case buildingClasses(up: Int)
  /// A column of the table at a path from the top, or ``TableDeclaration/flat``.
  case columns(of: String)
  /// Something that uses electricity: a building type, an end use, an equipment, a subsector, a mode.
  case consumer
  /// A load that has a shape of its own: the loads of the model, and consumers among the shapes.
  case load
}

/// Which shares of a set of members sum to 1.
public enum ShareSum: Hashable, Sendable {
  /// No rule.
  case none
  /// The members are themselves the shares.
  case members
  /// Each member holds its share under this key; members without the key are left out.
  case field(Key)
}

/// A word from a list, a reference or a short text.
public struct ChoiceDeclaration: Sendable {
  /// What may be written.
  public enum Domain: Sendable {
    /// One of these words.
    case words([String])
    /// An id known from elsewhere.
    case id(IdSource)
    /// Free text.
    case text
  }

  /// What the choice decides.
  public let meaning: Text
  /// What may be written.
  public let domain: Domain
  /// The word that holds when nothing is written.
  public let defaultWord: String?
  /// Whether it must be written.
  public let isRequired: Bool

  /// Declares a choice; see the properties of the same names.
  package init(
    _ meaning: Text, _ domain: Domain, isRequired: Bool = false, defaultWord: String? = nil
  ) {
    self.meaning = meaning
    self.domain = domain
    self.isRequired = isRequired
    self.defaultWord = defaultWord
  }
}

extension GroupDeclaration {
  /// The same map, which need not be there.
  func optional() -> Self {
    Self(
      meaning, isRequired: false, isNamed: isNamed, fieldsSumToOne: fieldsSumToOne,
      alternatives: alternatives, members: members, fields: fields)
  }
}

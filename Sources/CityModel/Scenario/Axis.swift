import Diagnostics

/// Something of a scenario that its variants set differently.
public enum Axis: Hashable, Sendable {
  /// How far a lever is pulled, 0 … 1.
  case level(lever: String)
  /// The last year without a lever, or for a step the first year with it.
  case from(lever: String)
  /// The first year with all of a lever.
  case by(lever: String)
  /// A factor on the scenario's level of a lever.
  case levelTimes(lever: String)
  /// Years that ``from(lever:)`` comes later than the scenario says; earlier if negative.
  case fromPlus(lever: String)
  /// Years that ``by(lever:)`` comes later than the scenario says; earlier if negative.
  case byPlus(lever: String)
  /// A parameter, in all years alike, before any lever moves it.
  case parameter(ParameterPath, Change)
  /// A parameter at one point of its series, and between it and the points beside it.
  case year(ParameterPath, Change, YearReach)
  /// Several at once, all by the same value, under the name that stands for them.
  indirect case together(String, [Axis])

  /// What a variant's value does to a parameter.
  public enum Change: String, CaseIterable, Hashable, Sendable {
    /// The scenario's values times it.
    case multiply
    /// The scenario's values times it to the power of the years since the base year: 1.01 adds a
    /// percentage point to every year's growth, nearly.
    case grow
    /// The scenario's values plus it, in the model's unit.
    case add
    /// It instead of the scenario's values, in the model's unit.
    case replace
  }

  /// The path under which a user names it.
  public var path: String {
    switch self {
    case .level(let lever), .levelTimes(let lever): "levers.\(lever).level"
    case .from(let lever), .fromPlus(let lever): "levers.\(lever).from"
    case .by(let lever), .byPlus(let lever): "levers.\(lever).by"
    case .parameter(let path, _): path.description
    case .year(let path, _, let reach): "\(path.description)@\(reach.year)"
    case .together(let name, _): name
    }
  }

  /// What it sets: itself, or the several that it stands for.
  public var members: [Axis] {
    if case .together(_, let members) = self { members } else { [self] }
  }

  /// It without what others set already; nothing where these set all of it.
  public func without(_ paths: Set<String>) -> Axis? {
    guard case .together(let name, let members) = self else {
      return paths.contains(path) ? nil : self
    }
    let rest = members.filter { !paths.contains($0.path) }
    return rest.isEmpty ? nil : .together(name, rest)
  }
}

/// The years of a series that one of its points decides, with those beside it.
///
/// ```text
/// weight = 0 at the point before, 1 at the point, 0 at the point after, straight between them
/// ```
///
/// In a series of steps it is 1 from the point to the one after. Where there is no point before or
/// after, it stays 1.
public struct YearReach: Hashable, Sendable {
  /// The year of the point.
  public let year: Int
  /// The years of the points beside it.
  package let before: Int?, after: Int?
  /// Whether the value holds from its point to the next.
  package let isStep: Bool

  /// Makes a reach; see the properties of the same names.
  public init(year: Int, before: Int?, after: Int?, isStep: Bool) {
    self.year = year
    self.before = before
    self.after = after
    self.isStep = isStep
  }

  /// The share of the point's change that a year has.
  package func weight(in other: Int) -> Double {
    if other == year { return 1 }
    guard let beside = other < year ? before : after else {
      return isStep && other < year ? 0 : 1
    }
    if isStep { return other > year && other < beside ? 1 : 0 }
    return max(0, 1 - Double(abs(other - year)) / Double(abs(beside - year)))
  }
}

/// From when on a value that is drawn counts: what was observed before stays.
///
/// ```text
/// weight(t) = 0 before `first`,  (t − first + 1) / (whole − first + 1) between,  1 from `whole` on
/// ```
public struct Opening: Hashable, Sendable {
  /// The first year that differs.
  public let first: Int
  /// The first year that differs by all that is drawn.
  public let whole: Int

  /// Makes an opening.
  ///
  /// - Precondition: The year with all is not before the first that differs.
  public init(first: Int, whole: Int) {
    defect(unless: whole >= first, "all is drawn in \(whole), before the first year \(first)")
    self.first = first
    self.whole = whole
  }

  /// The share of what is drawn that a year has.
  package func weight(in year: Int) -> Double {
    if year < first { return 0 }
    return year >= whole ? 1 : Double(year - first + 1) / Double(whole - first + 1)
  }
}

/// Why axes cannot span the variants of a scenario.
public enum AxisError: Error, Hashable, Sendable {
  /// The scenario has no lever of this id.
  case unknownLever(String)
  /// The scenario has no such number.
  case unknownParameter(ParameterPath)
  /// Two axes set the same.
  case repeated(Axis)
  /// The parameter decides what the model consists of, so it is the same for all variants.
  case shapesTheModel(ParameterPath)
  /// A lever that comes in at one step has no end.
  case stepHasNoEnd(lever: String)
}

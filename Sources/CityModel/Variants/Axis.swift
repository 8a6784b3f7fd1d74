/// Something of a scenario that its variants set differently.
public enum Axis: Hashable, Sendable {
  /// How far a lever is pulled, 0 … 1.
  case level(lever: String)
  /// The last year without a lever, or for a step the first year with it.
  case from(lever: String)
  /// The first year with all of a lever.
  case by(lever: String)
  /// A parameter, in all years alike, before any lever moves it.
  case parameter(ParameterPath, Change)

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
    case .level(let lever): "levers.\(lever).level"
    case .from(let lever): "levers.\(lever).from"
    case .by(let lever): "levers.\(lever).by"
    case .parameter(let path, _): path.description
    }
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

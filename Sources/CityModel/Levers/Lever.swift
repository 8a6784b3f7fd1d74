public import Diagnostics

/// A measure: it moves one or more parameters away from the reference.
///
/// ```text
/// value(t) = (base(t) + Σᵢ ℓᵢ·wᵢ(t)·(toᵢ(t) − base(t))) · Πⱼ (1 + ℓⱼ·wⱼ(t)·changeⱼ(t))
/// ```
///
/// with level ℓ ∈ [0, 1] and ramp w(t). The order of levers never matters.
public struct Lever: Sendable {
  /// How the field reads a measure.
  public enum Group: String, CaseIterable, Sendable {
    /// Clean power from the grid or built in the city.
    case grid
    /// End uses moved to electricity.
    case electrification
    /// Hydrogen and how it is made.
    case hydrogen
    /// Carbon capture and storage.
    case ccs
    /// The same service with less energy.
    case efficiency
    /// Another mix of activities.
    case structure
    /// People's choices.
    case behaviour
    /// Materials used again, or less of them.
    case circular
    /// Carbon taken up by land.
    case sinks
    /// Prices on carbon or energy.
    case price
  }

  /// What a lever does to a parameter.
  public enum Effect: Sendable {
    /// Moves it to these values, one a year, in the parameter's unit.
    case to([Double])
    /// Changes it by these fractions, one a year: −0.3 takes 30 % off.
    case change([Double])

    /// Where it leads, year by year.
    var values: [Double] {
      switch self {
      case .to(let values), .change(let values): values
      }
    }
  }

  /// One parameter the lever moves.
  public struct Move: Sendable {
    /// The parameter's path.
    public let path: ParameterPath
    /// What happens to it.
    public let effect: Effect
    /// Where the file says so.
    public let location: SourceLocation

    /// Makes a move.
    public init(path: ParameterPath, effect: Effect, location: SourceLocation) {
      self.path = path
      self.effect = effect
      self.location = location
    }
  }

  /// Id and name.
  public let identity: Identity
  /// How the field reads it.
  public let group: Group
  /// How far it is pulled, 0 (the reference) to 1.
  public var level: Double
  /// How it comes in.
  public var ramp: Ramp
  /// What pulling it costs beyond what the stocks cost, if the scenario says.
  public let cost: LeverCost?
  /// What it moves.
  public let moves: [Move]
  /// Where the file declares it.
  public let location: SourceLocation

  /// Makes a lever; see the properties of the same names.
  public init(
    identity: Identity, group: Group, level: Double, ramp: Ramp, moves: [Move],
    cost: LeverCost? = nil, location: SourceLocation
  ) {
    self.identity = identity
    self.group = group
    self.level = level
    self.ramp = ramp
    self.moves = moves
    self.cost = cost
    self.location = location
  }
}

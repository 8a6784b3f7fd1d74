public import Diagnostics

/// A measure: it moves one or more parameters away from the reference.
///
/// ```text
/// v(t)     = (base(t) + Σᵢ ℓᵢ·wᵢ(t)·(toᵢ(t) − base(t))) · Πⱼ (1 + ℓⱼ·wⱼ(t)·changeⱼ(t))
/// u(t)     = v(t) + maxₖ ℓₖ·wₖ(t)·max(0, leastₖ(t) − v(t))
/// value(t) = u(t) − maxₘ ℓₘ·wₘ(t)·max(0, u(t) − mostₘ(t))
/// ```
///
/// with level ℓ ∈ [0, 1] and ramp w(t). Bounds hold what the other moves make; of several the one
/// that asks most holds, and they do not add up. The order of levers never matters.
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
    /// Raises it to these values where it is less.
    case atLeast([Double])
    /// Lowers it to these values where it is more.
    case atMost([Double])
    /// Changes it by these fractions, one a year: −0.3 takes 30 % off.
    case change([Double])

    /// The kind of effect, without its values.
    public enum Kind: String, CaseIterable, Sendable {
      /// See the cases of ``Effect``.
      case to, atLeast, atMost, change

      /// How a file writes it.
      public var key: String {
        switch self {
        case .to: "to"
        case .atLeast: "at-least"
        case .atMost: "at-most"
        case .change: "change"
        }
      }
    }

    /// An effect of a kind.
    public init(_ kind: Kind, _ values: [Double]) {
      self =
        switch kind {
        case .to: .to(values)
        case .atLeast: .atLeast(values)
        case .atMost: .atMost(values)
        case .change: .change(values)
        }
    }

    /// What kind it is.
    public var kind: Kind {
      switch self {
      case .to: .to
      case .atLeast: .atLeast
      case .atMost: .atMost
      case .change: .change
      }
    }

    /// By how much it moves a value at full pull.
    ///
    /// - Parameters:
    ///   - base: The value, in the parameter's unit.
    ///   - year: Years since the base year.
    /// - Returns: The shift, in the same unit.
    public func shift(of base: Double, year: Int) -> Double {
      let value = values[year]
      return switch self {
      case .to: value - base
      case .atLeast: max(0, value - base)
      case .atMost: min(0, value - base)
      case .change: value * base
      }
    }

    /// Where it leads, year by year.
    public var values: [Double] {
      switch self {
      case .to(let values), .atLeast(let values), .atMost(let values), .change(let values): values
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

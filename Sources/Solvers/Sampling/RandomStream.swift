/// The random numbers of one variant: SplitMix64, started anew for every stream.
///
/// ```text
/// mix(z):  z ← (z ⊕ z≫30) · bf58476d1ce4e5b9₁₆,  z ← (z ⊕ z≫27) · 94d049bb133111eb₁₆,  z ⊕ z≫31
/// state₀ = mix(seed + γ) + mix(stream + mix(purpose + γ)) · γ,   stateₙ = stateₙ₋₁ + γ,   outputₙ = mix(stateₙ)
/// γ = 9e3779b97f4a7c15₁₆
/// ```
///
/// The numbers of a stream follow from the seed, what they are for and the stream's index alone.
/// Variants can therefore be drawn in any order, by any number of workers and in any number of
/// shards, and what one seed draws for one purpose is independent of what it draws for another.
///
/// Source: G. L. Steele, D. Lea, C. H. Flood, *Fast splittable pseudorandom number generators*,
/// OOPSLA 2014; constants of S. Vigna's `splitmix64.c` (public domain).
public struct RandomStream: RandomNumberGenerator, Sendable {
  /// What random numbers are for.
  public enum Purpose: UInt64, CaseIterable, Sendable {
    /// The coordinates of random points.
    case points = 1
    /// The shift of a Sobol sequence.
    case shift
    /// The strata of a Latin hypercube.
    case strata
    /// The trajectories of a screening.
    case trajectories
    /// The orders in which players join.
    case orders
  }

  /// The name under which records quote the generator.
  public static let name = "splitmix64"

  private static let gamma: UInt64 = 0x9e37_79b9_7f4a_7c15
  private var state: UInt64

  /// The stream of one index.
  ///
  /// - Parameters:
  ///   - seed: What a person chose.
  ///   - stream: The index of the variant, or of whatever else has numbers of its own.
  ///   - purpose: What the numbers are for.
  public init(seed: UInt64, stream: UInt64, for purpose: Purpose) {
    let place = stream &+ Self.mix(purpose.rawValue &+ Self.gamma)
    state = Self.mix(seed &+ Self.gamma) &+ Self.mix(place) &* Self.gamma
  }

  /// The generator in a state, as its authors publish it.
  init(state: UInt64) { self.state = state }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= Self.gamma
    return Self.mix(state)
  }

  /// A number strictly between 0 and 1: (k + ½) · 2⁻⁵² with k uniform on the integers below 2⁵².
  package mutating func uniform() -> Double {
    openInterval(next())
  }

  private static func mix(_ bits: UInt64) -> UInt64 {
    var z = bits
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}

/// The upper 52 of 64 bits as a number strictly between 0 and 1, where every quantile is finite.
func openInterval(_ bits: UInt64) -> Double { (Double(bits >> 12) + 0.5) * 0x1p-52 }

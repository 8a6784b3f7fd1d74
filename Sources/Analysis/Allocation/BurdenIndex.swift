public import CityModel

/// How much of a fall each district carries, by responsibility, capacity and potential.
///
/// ```text
/// I(i) = Σ w(k) · x(k, i) / X(k)       X(k) = Σ E(i) · x(k, i) / ΣE,   Σ w(k) = 1
/// responsibility  x = E / P            emissions per head
/// capacity        x = G / P            gross domestic product per head
/// potential       x = N / V            energy of industry per value added of industry; 0 without industry
/// fall of i      = f · I(i)            f = 1 − T / ΣE, the fall of all
/// ```
///
/// X(k) is the mean over emissions, so that Σ E(i) · I(i) = ΣE: the parts of the fall sum to it. An
/// indicator that is zero everywhere tells nobody apart, and x/X is 1. Where a fall would be more than
/// all a district emits it stops there, and the others carry the rest in the same proportions.
///
/// Source: the three indicators are those of Yi, Zou, Guo, Wang and Wei (2011), Energy Policy 39:2407,
/// with emissions of the base year per head for accumulated emissions; weights are the planner's.
public struct BurdenIndex: Sendable {
  /// What weighs how much; together 1.
  public struct Weights: Hashable, Sendable {
    /// Of emissions per head.
    public let responsibility: Double
    /// Of gross domestic product per head.
    public let capacity: Double
    /// Of industry's energy per value added.
    public let potential: Double

    /// Weighs; see the properties of the same names.
    public init(responsibility: Double, capacity: Double, potential: Double) {
      self.responsibility = responsibility
      self.capacity = capacity
      self.potential = potential
    }

    /// All three alike.
    public static let equal = Self(responsibility: 1 / 3, capacity: 1 / 3, potential: 1 / 3)

    fileprivate var inOrder: [Double] { [responsibility, capacity, potential] }
  }

  /// The index of each district; the mean over emissions is 1.
  public let values: [Double]

  /// Computes the index.
  ///
  /// - Parameters:
  ///   - districts: What statistics say of each.
  ///   - emissions: What each emits, in any unit; none below 0 and one above 0.
  ///   - weights: What weighs how much.
  public init(_ districts: [District], emissions: [Double], weights: Weights) {
    let indicators = [
      zip(districts, emissions).map { $1 / $0.population },
      districts.map { $0.gdp / $0.population },
      districts.map { $0.industry > 0 ? $0.energy / $0.industry : 0 },
    ]
    let all = emissions.reduce(0, +)
    let relative = indicators.map { values -> [Double] in
      let mean = zip(values, emissions).map { $0 * $1 }.reduce(0, +) / all
      return values.map { mean > 0 ? $0 / mean : 1 }
    }
    values = districts.indices.map { place in
      zip(weights.inOrder, relative).map { $0 * $1[place] }.reduce(0, +)
    }
  }

  /// What is left to each after the fall; see ``BurdenIndex``.
  ///
  /// - Parameters:
  ///   - emissions: What each emits.
  ///   - amount: What all may emit, no more than they do.
  /// - Returns: None below 0; together the amount but for rounding.
  func left(of emissions: [Double], for amount: Double) -> [Double] {
    var falls = [Double](repeating: 0, count: emissions.count)
    var open = emissions.indices.filter { emissions[$0] > 0 }
    var rest = emissions.reduce(0, +) - amount
    while !open.isEmpty, rest > 0 {
      let carried = open.map { emissions[$0] * values[$0] }.reduce(0, +)
      // Where nobody is left that the index speaks of, all that are left fall alike.
      let emitted = open.map { emissions[$0] }.reduce(0, +)
      func fall(_ place: Int) -> Double {
        carried > 0 ? rest * values[place] / carried : rest / emitted
      }
      let spent = open.filter { fall($0) >= 1 }
      guard !spent.isEmpty else {
        for place in open { falls[place] = fall(place) }
        break
      }
      for place in spent { falls[place] = 1 }
      rest -= spent.map { emissions[$0] }.reduce(0, +)
      open.removeAll { spent.contains($0) }
    }
    return zip(emissions, falls).map { $0 * (1 - $1) }
  }
}

import Glibc

/// The change of a sum of products, shared among the factors: LMDI-I, which leaves no rest.
///
/// ```text
/// V = Σᵢ Vᵢ,   Vᵢ = Πₖ xᵢₖ
/// additive:         ΔVₖ = Σᵢ L(Vᵢ′, Vᵢ) · ln(xᵢₖ′ / xᵢₖ),   Σₖ ΔVₖ = V′ − V
/// multiplicative:   Dₖ = exp(ΔVₖ / L(V′, V)),                Πₖ Dₖ = V′ / V
/// ```
///
/// Zeros are taken as the limit of a small number, the same for all: where factors of a term rise
/// from zero or fall to it, they share its whole change in equal parts and the others have none. A
/// factor that changes its sign passes zero and is treated alike.
///
/// Source: Ang (2005), Energy Policy 33:867; Ang and Liu (2007), Energy Policy 35:238 (zeros) and
/// 35:739 (negative values).
public struct DivisiaDecomposition: Hashable, Sendable {
  /// Why a change cannot be decomposed.
  package enum Fault: Error, Hashable, Sendable {
    /// The two states do not have the same terms and factors.
    case differentShapes
    /// A factor is no number.
    case notFinite(term: Int, factor: Int)
  }

  /// The sum before.
  public let start: Double
  /// The sum after.
  public let end: Double
  /// What each factor changes each term by, by term and factor.
  package let terms: [[Double]]
  /// What each factor changes the sum by.
  public let effects: [Double]
  /// What each factor multiplies the sum by; none where the sum is not positive before and after.
  public let ratios: [Double]?

  /// Decomposes the change between two states.
  ///
  /// - Parameters:
  ///   - start: The factors before, by term and factor.
  ///   - end: The factors after, in the same order.
  /// - Throws: ``Fault``, with the place of the factor at fault.
  package init(from start: [[Double]], to end: [[Double]]) throws(Fault) {
    guard start.map(\.count) == end.map(\.count), Set(start.map(\.count)).count <= 1 else {
      throw .differentShapes
    }
    for (term, factors) in zip(start, end).enumerated() {
      for (place, (before, after)) in zip(factors.0, factors.1).enumerated()
      where !before.isFinite || !after.isFinite {
        throw .notFinite(term: term, factor: place)
      }
    }
    let terms = zip(start, end).map(Self.effects)
    let effects = (start.first ?? []).indices.map { factor in
      terms.reduce(0) { $0 + $1[factor] }
    }
    let before = Self.sum(start)
    let after = Self.sum(end)
    self.start = before
    self.end = after
    self.terms = terms
    self.effects = effects
    ratios =
      before > 0 && after > 0
      ? effects.map { exp($0 / logarithmicMean(before, after)) } : nil
  }

  /// What each factor changes one product by.
  private static func effects(from start: [Double], to end: [Double]) -> [Double] {
    let change = end.reduce(1, *) - start.reduce(1, *)
    let passesZero = zip(start, end).map { $0 != $1 && !($0 * $1 > 0) }
    let count = passesZero.count { $0 }
    guard count == 0 else {
      return passesZero.map { $0 ? change / Double(count) : 0 }
    }
    let mean = logarithmicMean(abs(start.reduce(1, *)), abs(end.reduce(1, *)))
    let sign = start.reduce(1, *) < 0 ? -1.0 : 1
    return zip(start, end).map { $0 == $1 ? 0 : sign * mean * logarithmOfRatio($1, $0) }
  }

  /// ln(a / b) of two numbers of one sign, with all digits where they are nearly equal.
  private static func logarithmOfRatio(_ a: Double, _ b: Double) -> Double {
    let u = (a - b) / (a + b)
    return abs(u) < 0.5 ? 2 * atanh(u) : log(abs(a)) - log(abs(b))
  }

  private static func sum(_ terms: [[Double]]) -> Double {
    terms.reduce(0) { $0 + $1.reduce(1, *) }
  }
}

import Diagnostics
import Glibc

/// A positive rational number, the size of a unit in base units, kept exactly.
///
/// ```text
/// numerator / denominator · 2^twos · 5^fives
/// ```
///
/// Numerator and denominator share no divisor and hold no factor 2 or 5, so that equal numbers
/// are equal values and powers of ten cost nothing.
struct ExactFactor: Hashable, Sendable {
  private(set) var numerator: Int
  private(set) var denominator: Int
  private(set) var twos: Int
  private(set) var fives: Int

  /// The number `numerator / denominator · 10^tens`.
  ///
  /// - Precondition: Both parts are positive.
  init(_ numerator: Int, over denominator: Int = 1, tens: Int = 0) {
    defect(unless: numerator > 0 && denominator > 0, "the size of a unit is positive")
    let divisor = greatestCommonDivisor(numerator, denominator)
    var above = numerator / divisor
    var below = denominator / divisor
    twos = tens + above.removeFactors(of: 2) - below.removeFactors(of: 2)
    fives = tens + above.removeFactors(of: 5) - below.removeFactors(of: 5)
    self.numerator = above
    self.denominator = below
  }

  /// Ten to a power.
  static func tens(_ exponent: Int) -> ExactFactor { ExactFactor(1, tens: exponent) }

  /// One over this number.
  var inverse: ExactFactor {
    var result = self
    result.numerator = denominator
    result.denominator = numerator
    result.twos = -twos
    result.fives = -fives
    return result
  }

  /// This number times a power of ten.
  func shifted(tens: Int) -> ExactFactor {
    var result = self
    result.twos += tens
    result.fives += tens
    return result
  }

  /// The product, or nothing when it is too large or too small to be the size of any unit.
  func multiplied(by other: ExactFactor) -> ExactFactor? {
    let first = greatestCommonDivisor(numerator, other.denominator)
    let second = greatestCommonDivisor(other.numerator, denominator)
    let above = (numerator / first).multipliedReportingOverflow(by: other.numerator / second)
    let below = (denominator / second).multipliedReportingOverflow(by: other.denominator / first)
    guard !above.overflow, !below.overflow else { return nil }
    var result = ExactFactor(above.partialValue, over: below.partialValue)
    result.twos += twos + other.twos
    result.fives += fives + other.fives
    return abs(result.twos) <= 120 && abs(result.fives) <= 120 ? result : nil
  }

  /// A whole power, or nothing when it is too large or too small to be the size of any unit.
  func power(_ exponent: Int) -> ExactFactor? {
    let base = exponent < 0 ? inverse : self
    var result: ExactFactor? = ExactFactor(1)
    for _ in 0..<abs(exponent) { result = result?.multiplied(by: base) }
    return result
  }

  /// The nearest floating-point number.
  var value: Double { ExactFactor(1).scaling(1, by: self) }

  /// The amount `value · from / self`, rounded once.
  ///
  /// The product and the quotient carry their rounding errors along (with fused multiply-adds),
  /// so the result is the nearest floating-point number but for rare ties.
  func scaling(_ value: Double, by from: ExactFactor) -> Double {
    let above = greatestCommonDivisor(from.numerator, numerator)
    let below = greatestCommonDivisor(from.denominator, denominator)
    let powerOfFive = pow(5, Double(abs(from.fives - fives)))
    var multiplier = Double(from.numerator / above) * Double(denominator / below)
    var divisor = Double(from.denominator / below) * Double(numerator / above)
    if from.fives > fives { multiplier *= powerOfFive } else { divisor *= powerOfFive }

    let product = value * multiplier
    let quotient = product / divisor
    let lost = (-product).addingProduct(value, multiplier)
    let remainder = product.addingProduct(-quotient, divisor) + lost
    let corrected = quotient + remainder / divisor
    return Double(
      sign: .plus, exponent: from.twos - twos,
      significand: corrected.isFinite ? corrected : quotient)
  }
}

private func greatestCommonDivisor(_ first: Int, _ second: Int) -> Int {
  second == 0 ? first : greatestCommonDivisor(second, first % second)
}

extension Int {
  /// Divides by a prime as often as it goes and says how often that was.
  fileprivate mutating func removeFactors(of prime: Int) -> Int {
    var count = 0
    while isMultiple(of: prime) {
      self /= prime
      count += 1
    }
    return count
  }
}

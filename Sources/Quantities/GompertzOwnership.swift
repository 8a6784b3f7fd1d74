import Glibc

/// Ownership of vehicles that follows income towards saturation, slowly.
///
/// ```text
/// V*(t) = γ · exp(α · exp(β · y(t)))                    what people would own in the long run
/// V(t)  = θ · V*(t) + (1 − θ) · V(t−1)                  θ = θ_R if income rose, θ_F if it fell
/// ```
///
/// Vehicles are counted per thousand people and income in thousand dollars a head in the source;
/// any units will do if α, β and γ are given in them.
///
/// Source: J. Dargay, D. Gately, M. Sommer, *Vehicle ownership and income growth, worldwide:
/// 1960–2030*, Energy Journal 28 (2007) 143–170, eqs. 1–7.
public struct GompertzOwnership: Hashable, Sendable {
  /// The saturation γ, in the unit of ownership.
  package let saturation: Double
  /// The shape α at low income, negative.
  package let alpha: Double
  /// The shape β per unit of income, negative.
  package let beta: Double
  /// The share θ_R of the gap closed in a year when income rose.
  package let risingSpeed: Double
  /// The share θ_F of the gap closed in a year when income fell.
  package let fallingSpeed: Double

  /// Makes a curve; see the properties of the same names.
  public init(
    saturation: Double, alpha: Double, beta: Double, risingSpeed: Double, fallingSpeed: Double
  ) {
    self.saturation = saturation
    self.alpha = alpha
    self.beta = beta
    self.risingSpeed = risingSpeed
    self.fallingSpeed = fallingSpeed
  }

  /// What people would own if income stayed as it is.
  ///
  /// - Parameter income: Income a head, y.
  /// - Returns: V*, between 0 and the saturation when α and β are negative.
  public func longRun(income: Double) -> Double { saturation * exp(alpha * exp(beta * income)) }

  /// The ownership of the next year.
  ///
  /// Edge cases: with income unchanged, ownership goes on towards the long run at θ_R; the paper's
  /// own dummies would freeze it.
  ///
  /// - Parameters:
  ///   - previous: The ownership of the year before.
  ///   - previousIncome: The income of the year before.
  ///   - income: The income of the year.
  /// - Returns: V(t), between `previous` and the long-run ownership.
  public func next(after previous: Double, previousIncome: Double, income: Double) -> Double {
    let speed = income < previousIncome ? fallingSpeed : risingSpeed
    return speed * longRun(income: income) + (1 - speed) * previous
  }
}

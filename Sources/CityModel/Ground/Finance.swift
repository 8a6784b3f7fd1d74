import Glibc

/// The yearly payment that pays off one unit of capital over a life.
///
/// ```text
/// CRF = r / (1 − (1 + r)^(−L)),   1/L where r = 0
/// ```
///
/// Computed through `log1p` and `expm1`, so that a rate near zero loses no digits.
///
/// - Parameters:
///   - rate: The discount rate r, at least 0.
///   - years: The life L [yr], above 0.
/// - Returns: The payment at the end of each year, per unit of capital.
///
/// Source: Short, Packey & Holt (1995), NREL/TP-462-5173, ch. 2.
package func capitalRecoveryFactor(rate: Double, years: Double) -> Double {
  guard rate > 0 else { return 1 / years }
  return -rate / expm1(-years * log1p(rate))
}

/// What a series of yearly flows is worth in its first year, each flow counted at the year's start.
///
/// ```text
/// NPV = Σ_t flow(t) / (1 + r)^t,   t = 0, 1, …
/// ```
///
/// - Parameters:
///   - flows: One flow for each year.
///   - rate: The discount rate r, above −1.
/// - Returns: The present value, in the unit of the flows.
public func netPresentValue(_ flows: [Double], rate: Double) -> Double {
  flows.reversed().reduce(0) { $0 / (1 + rate) + $1 }
}

/// How costs fall as more is built: learning by doing.
///
/// ```text
/// cost = cost₀ · (cumulative / cumulative₀)^(−b),   b = −log₂(1 − learning rate)
/// ```
///
/// Source: Wright (1936); McDonald & Schrattenholzer (2001), Energy Policy 29:255.
package struct LearningCurve: Hashable, Sendable {
  /// The exponent b.
  package let exponent: Double

  /// A curve whose cost falls by this fraction with every doubling of what was ever built.
  package init(rate: Double) { exponent = -log2(1 - rate) }

  /// The cost against the first, when what was ever built has grown by this factor.
  package func factor(growth: Double) -> Double { pow(growth, -exponent) }

  /// The factor in each lane.
  func factor(growth: Lanes) -> Lanes { growth.map { factor(growth: $0) } }
}

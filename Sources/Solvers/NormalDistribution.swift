import CGSL

/// The probability that a standard normal variable is above a number.
///
/// ```
/// Q(z) = 1/√(2π) ∫ exp(−u²/2) du from z to ∞ = 1 − Φ(z)
/// ```
///
/// Computed as a tail of its own, so that it keeps its digits where 1 − Φ(z) would be lost in
/// rounding: Q(10) = 7.6·10⁻²⁴.
///
/// Edge cases: 1 at −∞, 0 at ∞, NaN at NaN.
///
/// - Parameter z: Standard deviations above the mean.
/// - Returns: A probability from 0 to 1 that never grows with `z`.
///
/// Source: GSL's `gsl_cdf_ugaussian_Q`, after W. J. Cody, *Rational Chebyshev approximations for the
/// error function*, Mathematics of Computation 23 (1969) 631–637.
public func standardNormalUpperTail(_ z: Double) -> Double {
  gsl_cdf_ugaussian_Q(z)
}

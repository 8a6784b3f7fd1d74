import CGSL

/// The number that a variable with Student's t distribution is below with a given probability.
///
/// ```text
/// P(T ≤ t) = share,   T = Z / √(X²/ν),   Z standard normal, X² chi-squared with ν degrees of freedom
/// ```
///
/// With R independent estimates of mean m and standard deviation s, m ± t(0.975, R − 1) · s/√R holds
/// the true value with 95 %.
///
/// Edge cases: NaN without a degree of freedom, or for a share outside of (0, 1).
///
/// - Parameters:
///   - share: A probability between 0 and 1.
///   - degrees: The degrees of freedom ν; above 0.
/// - Returns: The quantile t, of the size of a standard normal one where ν is great.
///
/// Source: Student, *The probable error of a mean*, Biometrika 6 (1908) 1–25; here GSL's
/// `gsl_cdf_tdist_Pinv`.
public func studentQuantile(_ share: Double, degrees: Int) -> Double {
  guard degrees > 0, share > 0, share < 1 else { return .nan }
  return gsl_cdf_tdist_Pinv(share, Double(degrees))
}

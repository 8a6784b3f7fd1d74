import CGSL

/// The share of a cohort still in use at an age, when lifetimes follow a Weibull distribution.
///
/// ```
/// S(age) = exp(−(age / scale)^shape),   S(age ≤ 0) = 1
/// ```
///
/// A shape of 1 is a constant risk of retirement, above 1 a risk that grows with age. The mean
/// lifetime is `scale · Γ(1 + 1/shape)`.
///
/// Edge cases: a cohort not yet built (`age < 0`) is whole, where GSL by itself would continue the
/// formula to values above 1; at an infinite age nothing is left.
///
/// - Parameters:
///   - age: Age in years (any unit of time, the same as of `scale`).
///   - scale: The age by which a share 1 − 1/e ≈ 63 % is retired; above 0.
///   - shape: Dimensionless, above 0.
/// - Returns: A share from 0 to 1 that never grows with age.
/// - Throws: ``SolverError/invalidSetting(name:value:)`` if `scale` or `shape` is not a finite number
///   above 0, ``SolverError/notFinite(argument:)`` if `age` is NaN.
///
/// Source: W. Weibull, *A statistical distribution function of wide applicability*, Journal of
/// Applied Mechanics 18 (1951) 293–297; here GSL's `gsl_cdf_weibull_Q`.
public func weibullSurvival(
  age: Double, scale: Double, shape: Double
) throws(SolverError) -> Double {
  for (name, value) in [("scale", scale), ("shape", shape)] where !(value > 0 && value.isFinite) {
    throw .invalidSetting(name: name, value: value)
  }
  guard !age.isNaN else { throw .notFinite(argument: age) }
  return gsl_cdf_weibull_Q(max(0, age), scale, shape)
}

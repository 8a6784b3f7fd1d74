import CGSL

/// Finds a local minimum of a function of one variable, by Brent's method.
///
/// Edge cases: near a minimum a function is flat, so its place cannot be told more finely than some
/// √ε ≈ 1.5·10⁻⁸ of its size. The search stops at 4 √ε |x| where `tolerance` asks for less.
///
/// - Parameters:
///   - bracket: The interval to search in.
///   - guess: A point strictly inside `bracket` where the function is below both ends.
///   - tolerance: The width at which the search stops, in the unit of `bracket`.
///   - stepLimit: The number of steps after which the search gives up.
///   - function: The function whose minimum is sought. Called on the caller's thread.
/// - Returns: The argument of a local minimum, to within `tolerance` or 4 √ε |x|.
/// - Throws: ``SolverError/outsideRange(argument:lower:upper:)`` if `guess` is not inside,
///   ``SolverError/noLowerGuess(guess:valueAtGuess:valueAtLower:valueAtUpper:)`` if it is not below
///   both ends, ``SolverError/stepLimitReached(steps:width:)`` if `stepLimit` was too small,
///   ``SolverError/notFinite(argument:)`` if the function has no finite value somewhere on the way.
///
/// Source: R. P. Brent, *Algorithms for Minimization without Derivatives*, 1973, ch. 5; here GSL's
/// `gsl_min_fminimizer_brent`.
public func findMinimum(
  in bracket: ClosedRange<Double>, guess: Double, tolerance: Double = 1e-6, stepLimit: Int = 100,
  of function: (Double) -> Double
) throws(SolverError) -> Double {
  let lower = bracket.lowerBound
  let upper = bracket.upperBound
  guard lower < guess, guess < upper else {
    throw .outsideRange(argument: guess, lower: lower, upper: upper)
  }
  let atLower = function(lower)
  let atGuess = function(guess)
  let atUpper = function(upper)
  for (argument, value) in [(lower, atLower), (guess, atGuess), (upper, atUpper)]
  where !value.isFinite {
    throw .notFinite(argument: argument)
  }
  guard atGuess < atLower, atGuess < atUpper else {
    throw .noLowerGuess(
      guess: guess, valueAtGuess: atGuess, valueAtLower: atLower, valueAtUpper: atUpper)
  }
  guard let solver = gsl_min_fminimizer_alloc(cgsl_min_fminimizer_brent()) else {
    throw .noMemory
  }
  defer { gsl_min_fminimizer_free(solver) }
  return try withGSLFunction(function) { gslFunction in
    var status = gsl_min_fminimizer_set_with_values(
      solver, gslFunction, guess, atGuess, lower, atLower, upper, atUpper)
    guard status == GSL_SUCCESS else { return .failure(SolverError(status: status)) }
    var width = upper - lower
    for _ in 0..<max(0, stepLimit) {
      status = gsl_min_fminimizer_iterate(solver)
      guard status == GSL_SUCCESS else { return .failure(SolverError(status: status)) }
      width = gsl_min_fminimizer_x_upper(solver) - gsl_min_fminimizer_x_lower(solver)
      let minimum = gsl_min_fminimizer_x_minimum(solver)
      let attainable = 4 * Double.ulpOfOne.squareRoot() * abs(minimum)
      if width <= max(tolerance, attainable) { return .success(minimum) }
    }
    return .failure(.stepLimitReached(steps: stepLimit, width: width))
  }
}

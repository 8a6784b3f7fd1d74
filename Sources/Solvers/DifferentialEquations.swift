import CGSL
import Diagnostics

/// How a system of ordinary differential equations is stepped through time.
public enum IntegrationMethod: Sendable, CaseIterable {
  /// Runge–Kutta–Fehlberg 4(5): explicit, the choice for smooth problems such as adoption.
  case rungeKuttaFehlberg
  /// Backward differentiation of order 1 to 5: implicit, for stiff problems, where some parts decay
  /// far faster than the others move. Its Jacobian is taken by forward differences.
  case backwardDifferentiation
}

/// Follows a system of ordinary differential equations from an initial state.
///
/// ```
/// dy/dt = f(t, y),   y(times[0]) = initial
/// ```
///
/// The tolerances bound the error of a step, and errors add up: with the defaults a logistic curve
/// is met over 40 years within 10⁻⁷ of the whole (explicit) or 10⁻⁵ (implicit).
///
/// Edge cases: no times give no states; one time gives the initial state.
///
/// - Parameters:
///   - initial: The state at the first time; at least one component.
///   - times: Where the state is wanted, strictly increasing.
///   - method: How time is stepped.
///   - absoluteTolerance: Error allowed per step, in the units of the state.
///   - relativeTolerance: Error allowed per step, as a share of the state.
///   - stepLimit: The number of steps between two times after which it gives up.
///   - derivative: The rates of change at a time and a state. Called on the caller's thread; may be
///     called with states near, not on, the solution.
/// - Returns: The state at each of `times`.
/// - Throws: ``SolverError/notFinite(argument:)`` with the time from which on no finite state exists,
///   ``SolverError/wrongCount(expected:found:)`` if `derivative` gives another number of rates than
///   there are components, ``SolverError/stepLimitReached(steps:width:)`` with the time that
///   remained, ``SolverError/toleranceNotReached(argument:)`` with the time where no step was short
///   enough, ``SolverError/notIncreasing(index:previous:value:)`` for `times`,
///   ``SolverError/tooFewPoints(needed:found:)`` for an empty state,
///   ``SolverError/invalidSetting(name:value:)`` for a tolerance.
///
/// Source: E. Hairer, S. P. Nørsett, G. Wanner, *Solving Ordinary Differential Equations I*, 1993,
/// II.4; E. Hairer, G. Wanner, *II*, 1996, V.1; here GSL's `gsl_odeiv2` with `rkf45` and `msbdf`.
public func integrate(
  initial: [Double],
  at times: [Double],
  method: IntegrationMethod = .rungeKuttaFehlberg,
  absoluteTolerance: Double = 1e-9,
  relativeTolerance: Double = 1e-9,
  stepLimit: Int = 100_000,
  derivative: (Double, [Double]) -> [Double]
) throws(SolverError) -> [[Double]] {
  guard !initial.isEmpty else { throw .tooFewPoints(needed: 1, found: 0) }
  for value in initial where !value.isFinite { throw .notFinite(argument: value) }
  try requireIncreasing(times)
  for (name, tolerance) in [
    ("absoluteTolerance", absoluteTolerance), ("relativeTolerance", relativeTolerance),
  ] where !(tolerance >= 0 && tolerance.isFinite) {
    throw .invalidSetting(name: name, value: tolerance)
  }
  guard absoluteTolerance + relativeTolerance > 0 else {
    throw .invalidSetting(name: "relativeTolerance", value: relativeTolerance)
  }
  guard times.count > 1 else { return times.map { _ in initial } }

  let settings = DriverSettings(
    method: method, absoluteTolerance: absoluteTolerance, relativeTolerance: relativeTolerance,
    stepLimit: max(1, stepLimit))
  let result = withoutActuallyEscaping(derivative) { derivative in
    var system = DifferentialSystem(rates: derivative, dimension: initial.count)
    return withUnsafeMutablePointer(to: &system) {
      follow($0, from: initial, at: times, settings: settings)
    }
  }
  return try result.get()
}

private struct DriverSettings {
  let method: IntegrationMethod
  let absoluteTolerance: Double
  let relativeTolerance: Double
  let stepLimit: Int
}

/// Runs GSL's driver over `times`.
///
/// The driver keeps a pointer to `gsl_odeiv2_system`, which therefore lives in the same scope.
private func follow(
  _ system: UnsafeMutablePointer<DifferentialSystem>, from initial: [Double], at times: [Double],
  settings: DriverSettings
) -> Result<[[Double]], SolverError> {
  defect(unless: GSLRuntime.isReady, "GSL's own error handler is off")
  let type =
    switch settings.method {
    case .rungeKuttaFehlberg: cgsl_odeiv2_step_rkf45()
    case .backwardDifferentiation: cgsl_odeiv2_step_msbdf()
    }
  var gslSystem = gsl_odeiv2_system(
    function: writeRates, jacobian: writeJacobian, dimension: initial.count, params: system)
  return withUnsafeMutablePointer(to: &gslSystem) { gslSystem in
    guard
      let driver = gsl_odeiv2_driver_alloc_y_new(
        gslSystem, type, (times[1] - times[0]) / 1000, settings.absoluteTolerance,
        settings.relativeTolerance)
    else { return .failure(.noMemory) }
    defer { gsl_odeiv2_driver_free(driver) }
    gsl_odeiv2_driver_set_nmax(driver, UInt(settings.stepLimit))

    var time = times[0]
    var state = initial
    var states = [initial]
    for next in times.dropFirst() {
      let status = gsl_odeiv2_driver_apply(driver, &time, next, &state)
      if status == GSL_EMAXITER {
        return .failure(.stepLimitReached(steps: settings.stepLimit, width: next - time))
      }
      guard status == GSL_SUCCESS else {
        return .failure(system.pointee.failure ?? .toleranceNotReached(argument: time))
      }
      guard state.allSatisfy(\.isFinite) else { return .failure(.notFinite(argument: time)) }
      states.append(state)
    }
    return .success(states)
  }
}

/// The closure that GSL calls back, and what went wrong in its last call.
private struct DifferentialSystem {
  let rates: (Double, [Double]) -> [Double]
  let dimension: Int
  var failure: SolverError?

  /// The rates of change, or nothing and the reason in `failure`.
  mutating func checkedRates(_ time: Double, _ state: [Double]) -> [Double]? {
    let values = rates(time, state)
    guard values.count == dimension else {
      failure = .wrongCount(expected: dimension, found: values.count)
      return nil
    }
    guard values.allSatisfy(\.isFinite) else {
      failure = .notFinite(argument: time)
      return nil
    }
    failure = nil
    return values
  }

  /// What GSL should do after a failure: stop at a fault of the closure, but try a shorter step
  /// where the rates are not finite, since the state may merely have been overshot.
  var failureStatus: Int32 {
    switch failure {
    case .wrongCount: Int32(GSL_EBADFUNC)
    default: Int32(GSL_EDOM)
    }
  }
}

/// `dydt = f(t, y)` in the form GSL calls.
private func writeRates(
  time: Double, state: UnsafePointer<Double>?, rates: UnsafeMutablePointer<Double>?,
  context: UnsafeMutableRawPointer?
) -> Int32 {
  guard let system = context?.assumingMemoryBound(to: DifferentialSystem.self), let rates else {
    return Int32(GSL_EFAULT)
  }
  let current = Array(UnsafeBufferPointer(start: state, count: system.pointee.dimension))
  guard let values = system.pointee.checkedRates(time, current) else {
    return system.pointee.failureStatus
  }
  rates.update(from: values, count: values.count)
  return Int32(GSL_SUCCESS)
}

/// The Jacobian `∂f_i/∂y_j`, row by row, by forward differences in the form GSL calls.
///
/// The step is √ε of the component, and of 10⁻⁵ where it is smaller, which balances truncation
/// against rounding. `∂f/∂t` is part of GSL's interface, but `msbdf` does not read it: zero here.
private func writeJacobian(
  time: Double, state: UnsafePointer<Double>?, jacobian: UnsafeMutablePointer<Double>?,
  timeDerivative: UnsafeMutablePointer<Double>?, context: UnsafeMutableRawPointer?
) -> Int32 {
  guard let system = context?.assumingMemoryBound(to: DifferentialSystem.self),
    let jacobian, let timeDerivative
  else { return Int32(GSL_EFAULT) }
  let dimension = system.pointee.dimension
  let current = Array(UnsafeBufferPointer(start: state, count: dimension))
  guard let rates = system.pointee.checkedRates(time, current) else {
    return system.pointee.failureStatus
  }
  for column in 0..<dimension {
    var moved = current
    moved[column] += Double.ulpOfOne.squareRoot() * max(abs(current[column]), 1e-5)
    guard let movedRates = system.pointee.checkedRates(time, moved) else {
      return system.pointee.failureStatus
    }
    for row in 0..<dimension {
      jacobian[row * dimension + column] =
        (movedRates[row] - rates[row]) / (moved[column] - current[column])
    }
    timeDerivative[column] = 0
  }
  return Int32(GSL_SUCCESS)
}

import CGSL
import Diagnostics

/// A curve through given points.
///
/// Steffen's curve is a cubic between neighbouring points with a continuous slope. It rises where
/// the points rise and falls where they fall, so it never leaves the range of two neighbours, and
/// its extremes are at the points themselves.
///
/// Source: M. Steffen, *A simple method for monotonic interpolation in one dimension*, Astronomy
/// and Astrophysics 239 (1990) 443–450; here GSL's `gsl_interp_linear` and `gsl_interp_steffen`.
public struct Interpolation: Sendable {
  /// The shape of the curve between two points.
  public enum Method: Sendable, CaseIterable {
    /// A straight line; the slope jumps at the points.
    case linear
    /// Steffen's monotone cubic. With two points this is the straight line.
    case steffen
  }

  /// Where the curve is defined: from the first to the last point.
  package let range: ClosedRange<Double>
  private let curve: Curve

  /// Lays a curve through points.
  ///
  /// - Parameters:
  ///   - x: Arguments, strictly increasing, at least two.
  ///   - y: Values, one for each argument.
  ///   - method: The shape between two points.
  /// - Throws: ``SolverError/wrongCount(expected:found:)``,
  ///   ``SolverError/tooFewPoints(needed:found:)``,
  ///   ``SolverError/notIncreasing(index:previous:value:)``, or
  ///   ``SolverError/notFinite(argument:)`` with the argument of the faulty point.
  public init(x: [Double], y: [Double], method: Method) throws(SolverError) {
    guard x.count == y.count else { throw .wrongCount(expected: x.count, found: y.count) }
    guard let first = x.first, let last = x.last, x.count >= 2 else {
      throw .tooFewPoints(needed: 2, found: x.count)
    }
    try requireIncreasing(x)
    for (argument, value) in zip(x, y) where !value.isFinite {
      throw .notFinite(argument: argument)
    }
    self.range = first...last
    self.curve = try Curve(x: x, y: y, method: x.count == 2 ? .linear : method)
  }

  /// The curve's value.
  ///
  /// - Parameter argument: A point of ``range``.
  /// - Returns: The value, in the unit of y.
  /// - Throws: ``SolverError/outsideRange(argument:lower:upper:)``: the curve does not extrapolate.
  ///   ``SolverError/notFinite(argument:)`` if the points are so far apart that it overflows.
  public func value(at argument: Double) throws(SolverError) -> Double {
    try evaluate(gsl_interp_eval_e, at: argument)
  }

  /// The curve's slope.
  ///
  /// Edge cases: at an inner point of a linear curve, the slope of the piece to its right.
  ///
  /// - Parameter argument: A point of ``range``.
  /// - Returns: The slope, in units of y per unit of x.
  /// - Throws: As ``value(at:)``.
  package func derivative(at argument: Double) throws(SolverError) -> Double {
    try evaluate(gsl_interp_eval_deriv_e, at: argument)
  }

  private func evaluate(_ evaluation: Curve.Evaluation, at argument: Double) throws(SolverError)
    -> Double
  {
    guard range.contains(argument) else {
      throw .outsideRange(argument: argument, lower: range.lowerBound, upper: range.upperBound)
    }
    let (status, result) = curve.evaluate(evaluation, at: argument)
    guard status == GSL_SUCCESS else { throw SolverError(status: status) }
    guard result.isFinite else { throw .notFinite(argument: argument) }
    return result
  }
}

/// Owns GSL's coefficients and frees them with the last curve that shares them.
///
/// Sendable although it holds a pointer: nothing is written after `init`. The one mutable part of
/// GSL's interface, the look-up accelerator, is left out, so evaluation only reads.
private final class Curve: @unchecked Sendable {
  /// One of GSL's evaluators that report errors by status.
  typealias Evaluation = (
    UnsafePointer<gsl_interp>?, UnsafePointer<Double>?, UnsafePointer<Double>?, Double,
    UnsafeMutablePointer<gsl_interp_accel>?, UnsafeMutablePointer<Double>?
  ) -> Int32

  private let coefficients: UnsafeMutablePointer<gsl_interp>
  private let x: [Double]
  private let y: [Double]

  init(x: [Double], y: [Double], method: Interpolation.Method) throws(SolverError) {
    defect(unless: GSLRuntime.isReady, "GSL's own error handler is off")
    let type =
      switch method {
      case .linear: cgsl_interp_linear()
      case .steffen: cgsl_interp_steffen()
      }
    guard let coefficients = gsl_interp_alloc(type, x.count) else { throw .noMemory }
    self.coefficients = coefficients
    self.x = x
    self.y = y
    let status = gsl_interp_init(coefficients, x, y, x.count)
    guard status == GSL_SUCCESS else { throw SolverError(status: status) }
  }

  deinit { gsl_interp_free(coefficients) }

  func evaluate(_ evaluation: Evaluation, at argument: Double) -> (status: Int32, result: Double) {
    var result = Double.nan
    let status = evaluation(coefficients, x, y, argument, nil, &result)
    return (status, result)
  }
}

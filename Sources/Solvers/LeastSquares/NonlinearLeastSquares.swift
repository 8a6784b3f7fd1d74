import CGSL
import Diagnostics

/// Where a sum of squares is least.
public struct LeastSquaresPoint: Hashable, Sendable {
  /// The parameters.
  public let parameters: [Double]
  /// The residuals there.
  package let residuals: [Double]
  /// The steps it took.
  public let steps: Int

  /// The sum of the squared residuals.
  public var sumOfSquares: Double { residuals.reduce(0) { $0 + $1 * $1 } }
}

/// Finds where the sum of squared residuals is least, by the trust region method of
/// Levenberg and Marquardt.
///
/// ```text
/// min Σᵢ rᵢ(x)²
/// ```
///
/// The search ends where a step changes no parameter by more than `tolerance`, relative, or where the
/// gradient is as good as none. Where no further step helps, the point is an answer if the residuals
/// are orthogonal to all columns of the Jacobian to 10⁻⁶, or all as good as 0.
///
/// Edge case: there is only a local minimum to be found.
///
/// - Parameters:
///   - start: The point to search from.
///   - tolerance: The relative step that is small enough to end.
///   - stepLimit: The number of steps after which the search gives up.
///   - residuals: The residuals at a point, always as many. Called on the caller's thread.
///   - jacobian: Their derivatives, a row for each residual; by central differences if not given.
/// - Returns: The point, with its residuals.
/// - Throws: ``SolverError/tooFewPoints(needed:found:)`` for fewer residuals than parameters,
///   ``SolverError/systemNotFinite(point:)``, ``SolverError/systemUnsolved(steps:point:residuals:)``
///   where it has not converged, ``SolverError/noSolution(point:residuals:)`` where no step helps.
///
/// Source: J. J. Moré, *The Levenberg–Marquardt algorithm: implementation and theory*, 1978; here
/// GSL's `gsl_multifit_nlinear_trust`.
public func minimiseSquares(
  from start: [Double],
  tolerance: Double = 1e-10,
  stepLimit: Int = 500,
  of residuals: ([Double]) -> [Double],
  jacobian: (([Double]) -> [[Double]])? = nil
) throws(SolverError) -> LeastSquaresPoint {
  let atStart = residuals(start)
  guard atStart.count >= start.count, !start.isEmpty else {
    throw .tooFewPoints(needed: max(1, start.count), found: atStart.count)
  }
  guard (start + atStart).allSatisfy(\.isFinite) else { throw .systemNotFinite(point: start) }
  return try withoutActuallyEscaping(residuals) { residuals in
    let box = SquaresBox(
      count: atStart.count, residuals: residuals,
      jacobian: jacobian ?? { centralDifferences(at: $0, of: residuals) })
    return SquaresSearch(tolerance: tolerance, stepLimit: stepLimit).run(from: start, box)
  }.get()
}

/// The derivatives of residuals by central differences, a row for each residual.
///
/// - Parameters:
///   - point: Where.
///   - step: The step relative to a parameter, and absolute below 1; ε^⅓ gives the most digits.
///   - residuals: The residuals at a point.
/// - Returns: A row for each residual, a column for each parameter.
public func centralDifferences(
  at point: [Double], step: Double = 6e-6, of residuals: ([Double]) -> [Double]
) -> [[Double]] {
  let columns = point.indices.map { place -> [Double] in
    let width = step * (point[place] == 0 ? 1 : abs(point[place]))
    var low = point
    var high = point
    low[place] -= width
    high[place] += width
    let distance = high[place] - low[place]
    return zip(residuals(high), residuals(low)).map { ($0 - $1) / distance }
  }
  return (columns.first ?? []).indices.map { row in columns.map { $0[row] } }
}

private struct SquaresSearch {
  let tolerance: Double
  let stepLimit: Int

  func run(
    from start: [Double], _ equations: SquaresBox
  ) -> Result<LeastSquaresPoint, SolverError> {
    defect(unless: GSLRuntime.isReady, "GSL's own error handler is off")
    var settings = gsl_multifit_nlinear_default_parameters()
    guard let point = GSLVector(start),
      let solver = gsl_multifit_nlinear_alloc(
        cgsl_multifit_nlinear_trust(), &settings, equations.count, start.count)
    else { return .failure(.noMemory) }
    defer { gsl_multifit_nlinear_free(solver) }
    var box = equations
    return withUnsafeMutablePointer(to: &box) { boxPointer in
      var system = gsl_multifit_nlinear_fdf()
      system.f = { point, context, residuals in
        context?.assumingMemoryBound(to: SquaresBox.self).pointee.fill(residuals, at: point)
          ?? Int32(GSL_EBADFUNC)
      }
      system.df = { point, context, jacobian in
        context?.assumingMemoryBound(to: SquaresBox.self).pointee.fill(
          jacobian: jacobian, at: point) ?? Int32(GSL_EBADFUNC)
      }
      system.n = equations.count
      system.p = start.count
      system.params = UnsafeMutableRawPointer(boxPointer)
      return withUnsafeMutablePointer(to: &system) { solve(solver, $0, from: point) }
        .mapError { boxPointer.pointee.failure ?? $0 }
    }
  }

  private func solve(
    _ solver: UnsafeMutablePointer<gsl_multifit_nlinear_workspace>,
    _ system: UnsafeMutablePointer<gsl_multifit_nlinear_fdf>, from start: GSLVector
  ) -> Result<LeastSquaresPoint, SolverError> {
    var status = gsl_multifit_nlinear_init(start.pointer, system, solver)
    guard status == GSL_SUCCESS else { return .failure(SolverError(status: status)) }
    var reason: Int32 = 0
    status = gsl_multifit_nlinear_driver(
      stepLimit, tolerance, 1e-14, 0, nil, nil, &reason, solver)
    let found = LeastSquaresPoint(
      parameters: gslValues(gsl_multifit_nlinear_position(solver)),
      residuals: gslValues(gsl_multifit_nlinear_residual(solver)),
      steps: gsl_multifit_nlinear_niter(solver))
    if status == GSL_SUCCESS || isStationary(found, gslRows(gsl_multifit_nlinear_jac(solver))) {
      return .success(found)
    }
    if status == GSL_EMAXITER {
      return .failure(
        .systemUnsolved(
          steps: stepLimit, point: found.parameters, residuals: found.residuals))
    }
    return .failure(.noSolution(point: found.parameters, residuals: found.residuals))
  }

  /// Whether the residuals are orthogonal to every column of the Jacobian.
  private func isStationary(_ point: LeastSquaresPoint, _ jacobian: [[Double]]) -> Bool {
    let length = point.sumOfSquares.squareRoot()
    return point.parameters.indices.allSatisfy { column in
      let slope = zip(jacobian, point.residuals).reduce(0) { $0 + $1.0[column] * $1.1 }
      let size = jacobian.reduce(0) { $0 + $1[column] * $1[column] }.squareRoot()
      let reach = size * max(1e-12, abs(point.parameters[column]))
      return abs(slope) <= 1e-6 * size * length || length <= 1e-9 * reach
    }
  }
}

private struct SquaresBox {
  let count: Int
  let residuals: ([Double]) -> [Double]
  let jacobian: ([Double]) -> [[Double]]
  /// What went wrong first, if GSL cannot say it.
  var failure: SolverError?

  init(
    count: Int, residuals: @escaping ([Double]) -> [Double],
    jacobian: @escaping ([Double]) -> [[Double]]
  ) {
    self.count = count
    self.residuals = residuals
    self.jacobian = jacobian
  }

  mutating func fill(
    _ target: UnsafeMutablePointer<gsl_vector>?, at point: UnsafePointer<gsl_vector>?
  ) -> Int32 {
    let point = gslValues(point)
    let found = residuals(point)
    guard let target, accept(found, found.count == count, at: point) else {
      return Int32(GSL_EBADFUNC)
    }
    for (index, value) in found.enumerated() { gsl_vector_set(target, index, value) }
    return Int32(GSL_SUCCESS)
  }

  mutating func fill(
    jacobian target: UnsafeMutablePointer<gsl_matrix>?, at point: UnsafePointer<gsl_vector>?
  ) -> Int32 {
    let point = gslValues(point)
    let rows = jacobian(point)
    let fits = rows.count == count && rows.allSatisfy { $0.count == point.count }
    guard let target, accept(rows.flatMap(\.self), fits, at: point) else {
      return Int32(GSL_EBADFUNC)
    }
    for (row, values) in rows.enumerated() {
      for (column, value) in values.enumerated() { gsl_matrix_set(target, row, column, value) }
    }
    return Int32(GSL_SUCCESS)
  }

  private mutating func accept(_ values: [Double], _ fits: Bool, at point: [Double]) -> Bool {
    guard fits else {
      failure = failure ?? .wrongCount(expected: count, found: values.count)
      return false
    }
    guard values.allSatisfy(\.isFinite) else {
      failure = failure ?? .systemNotFinite(point: point)
      return false
    }
    return true
  }
}

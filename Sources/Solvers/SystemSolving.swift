import CGSL
import Diagnostics

/// Finds where all equations of a system F(x) = 0 hold, by Powell's hybrid method with scaling.
///
/// Edge cases: where F(`start`) is within the tolerance already, `start` itself is the answer, to
/// the bit. A system of no equations has the empty solution.
///
/// - Parameters:
///   - start: The point to search from; as many numbers as there are equations.
///   - tolerance: The greatest residual |Fᵢ| that counts as zero, in the unit of the equations.
///   - stepLimit: The number of steps after which the search gives up.
///   - system: The residuals at a point. Called on the caller's thread.
/// - Returns: A point at which every residual is within `tolerance`.
/// - Throws: ``SolverError/noSolution(point:residuals:)`` if the search makes no progress,
///   ``SolverError/systemUnsolved(steps:point:residuals:)`` if `stepLimit` was too small,
///   ``SolverError/systemNotFinite(point:)`` if the system has no finite value at `start`, or the
///   search can go nowhere but where it has none,
///   ``SolverError/wrongCount(expected:found:)`` if there are not as many residuals as unknowns.
///
/// Source: M. J. D. Powell, *A hybrid method for nonlinear equations*, 1970; here GSL's
/// `gsl_multiroot_fsolver_hybrids`, after MINPACK's HYBRJ.
public func findRoots(
  from start: [Double],
  tolerance: Double = 1e-9,
  stepLimit: Int = 200,
  of system: ([Double]) -> [Double]
) throws(SolverError) -> [Double] {
  let atStart = system(start)
  guard atStart.count == start.count else {
    throw .wrongCount(expected: start.count, found: atStart.count)
  }
  guard (start + atStart).allSatisfy(\.isFinite) else { throw .systemNotFinite(point: start) }
  if atStart.allSatisfy({ abs($0) <= tolerance }) { return start }
  let search = SystemSearch(tolerance: tolerance, stepLimit: stepLimit)
  return try withoutActuallyEscaping(system) { system -> Result<[Double], SolverError> in
    search.run(from: start, SystemBox(count: start.count, call: system))
  }.get()
}

private struct SystemSearch {
  let tolerance: Double
  let stepLimit: Int

  func run(from start: [Double], _ equations: SystemBox) -> Result<[Double], SolverError> {
    defect(unless: GSLRuntime.isReady, "GSL's own error handler is off")
    guard let point = gsl_vector_alloc(start.count) else { return .failure(.noMemory) }
    defer { gsl_vector_free(point) }
    guard let solver = gsl_multiroot_fsolver_alloc(cgsl_multiroot_fsolver_hybrids(), start.count)
    else { return .failure(.noMemory) }
    defer { gsl_multiroot_fsolver_free(solver) }
    for (index, value) in start.enumerated() { gsl_vector_set(point, index, value) }
    var box = equations
    return withUnsafeMutablePointer(to: &box) { boxPointer in
      var gslSystem = gsl_multiroot_function(
        f: { point, context, residuals in
          context?.assumingMemoryBound(to: SystemBox.self).pointee.fill(residuals, at: point)
            ?? Int32(GSL_EBADFUNC)
        },
        n: start.count, params: UnsafeMutableRawPointer(boxPointer))
      return withUnsafeMutablePointer(to: &gslSystem) { iterate(solver, $0, from: point) }
        .mapError { boxPointer.pointee.failure ?? $0 }
    }
  }

  private func iterate(
    _ solver: UnsafeMutablePointer<gsl_multiroot_fsolver>,
    _ system: UnsafeMutablePointer<gsl_multiroot_function>, from start: UnsafePointer<gsl_vector>
  ) -> Result<[Double], SolverError> {
    var status = gsl_multiroot_fsolver_set(solver, system, start)
    guard status == GSL_SUCCESS else { return .failure(SolverError(status: status)) }
    for _ in 0..<max(0, stepLimit) {
      status = gsl_multiroot_fsolver_iterate(solver)
      let point = values(solver.pointee.x)
      let residuals = values(solver.pointee.f)
      if residuals.allSatisfy({ abs($0) <= tolerance }) { return .success(point) }
      guard status == GSL_SUCCESS else {
        return .failure(.noSolution(point: point, residuals: residuals))
      }
    }
    return .failure(
      .systemUnsolved(
        steps: stepLimit, point: values(solver.pointee.x), residuals: values(solver.pointee.f)))
  }
}

/// The numbers of a vector of GSL.
private func values(_ vector: UnsafePointer<gsl_vector>?) -> [Double] {
  guard let vector else { return [] }
  return (0..<vector.pointee.size).map { gsl_vector_get(vector, $0) }
}

private struct SystemBox {
  let count: Int
  let call: ([Double]) -> [Double]
  /// What went wrong first, if GSL cannot say it.
  var failure: SolverError?

  init(count: Int, call: @escaping ([Double]) -> [Double]) {
    self.count = count
    self.call = call
  }

  /// Writes the residuals at a point, or tells GSL that there are none.
  mutating func fill(
    _ residuals: UnsafeMutablePointer<gsl_vector>?, at point: UnsafePointer<gsl_vector>?
  ) -> Int32 {
    let point = values(point)
    let found = call(point)
    guard found.count == count, let residuals else {
      failure = failure ?? .wrongCount(expected: count, found: found.count)
      return Int32(GSL_EBADFUNC)
    }
    guard found.allSatisfy(\.isFinite) else {
      failure = failure ?? .systemNotFinite(point: point)
      return Int32(GSL_EBADFUNC)
    }
    for (index, value) in found.enumerated() { gsl_vector_set(residuals, index, value) }
    return Int32(GSL_SUCCESS)
  }
}

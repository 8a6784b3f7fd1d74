import CGSL
import Diagnostics

/// The singular values of a matrix and the directions they belong to.
///
/// ```text
/// X = U · diag(σ) · Vᵀ
/// ```
public struct SingularValues: Hashable, Sendable {
  /// The values σ, falling.
  package let values: [Double]
  /// The columns of V, one for each value, of length 1.
  public let directions: [[Double]]

  /// Decomposes a matrix by one-sided Jacobi rotations, which give small values all their digits.
  ///
  /// - Parameter rows: The rows, at least as many as columns.
  /// - Throws: ``SolverError/tooFewPoints(needed:found:)`` for fewer rows than columns,
  ///   ``SolverError/systemNotFinite(point:)`` where a number is none.
  ///
  /// Source: GSL's `gsl_linalg_SV_decomp_jacobi`.
  public init(of rows: [[Double]]) throws(SolverError) {
    defect(unless: GSLRuntime.isReady, "GSL's own error handler is off")
    let columns = rows.first?.count ?? 0
    guard rows.count >= columns, columns > 0 else {
      throw .tooFewPoints(needed: max(1, columns), found: rows.count)
    }
    if let bad = rows.first(where: { !$0.allSatisfy(\.isFinite) }) {
      throw .systemNotFinite(point: bad)
    }
    let zeros = [Double](repeating: 0, count: columns)
    guard let left = GSLMatrix(rows), let sigma = GSLVector(zeros),
      let right = GSLMatrix(zeros.map { _ in zeros })
    else { throw .noMemory }
    let status = gsl_linalg_SV_decomp_jacobi(left.pointer, right.pointer, sigma.pointer)
    guard status == GSL_SUCCESS else { throw SolverError(status: status) }
    values = gslValues(sigma.pointer)
    let v = gslRows(right.pointer)
    directions = (0..<columns).map { column in v.map { $0[column] } }
  }

  /// The smallest value over the greatest; 0 where there is none.
  public var reciprocalCondition: Double {
    guard let first = values.first, let last = values.last, first > 0 else { return 0 }
    return last / first
  }

  /// A symmetric matrix with the same directions: `Σ weight(σ) · v · vᵀ`.
  ///
  /// With 1/σ² it is (XᵀX)⁻¹, the covariance of fitted parameters but for the variance.
  public func matrix(weights weight: (Double) -> Double) -> [[Double]] {
    let weights = values.map(weight)
    return values.indices.map { row in
      values.indices.map { column in
        zip(weights, directions).reduce(0) { $0 + $1.0 * $1.1[row] * $1.1[column] }
      }
    }
  }
}

import Solvers

/// How well the numbers of a fit are known, from the Jacobian J of its residuals r.
///
/// ```text
/// cov = s² · (JᵀJ)⁻¹,   s² = Σ r² / (n − p)
/// ```
struct FitSpread {
  private let names: [String]
  private let observations: Int
  /// (JᵀJ)⁻¹.
  private let inverse: [[Double]]

  /// Inverts; the columns are scaled to length 1, so that the units of the numbers do not matter.
  ///
  /// - Parameters:
  ///   - jacobian: A row for each residual, a column for each number.
  ///   - names: The numbers.
  /// - Throws: ``CalibrationError/undetermined(_:)`` with the names that the data cannot tell apart.
  init(_ jacobian: [[Double]], of names: [String]) throws(CalibrationError) {
    let sizes = names.indices.map { column in
      jacobian.reduce(0) { $0 + $1[column] * $1[column] }.squareRoot()
    }
    guard sizes.allSatisfy({ $0 > 0 && $0.isFinite }) else { throw .undetermined(names) }
    let singular: SingularValues
    do throws(SolverError) {
      singular = try SingularValues(of: jacobian.map { zip($0, sizes).map { $0 / $1 } })
    } catch {
      throw .solver("\(error)")
    }
    guard singular.reciprocalCondition > 1e-6 else {
      let direction = singular.directions.last ?? []
      throw .undetermined(zip(names, direction).filter { abs($1) > 0.1 }.map(\.0))
    }
    let scaled = singular.matrix { 1 / ($0 * $0) }
    inverse = names.indices.map { row in
      names.indices.map { scaled[row][$0] / (sizes[row] * sizes[$0]) }
    }
    self.names = names
    observations = jacobian.count
  }

  /// The covariance of the numbers; none without observations to spare.
  func covariance(sumOfSquares: Double) -> [[Double]]? {
    let freedom = observations - names.count
    guard freedom > 0 else { return nil }
    return inverse.map { $0.map { $0 * sumOfSquares / Double(freedom) } }
  }

  /// Pairs of numbers whose correlation is beyond 0.99.
  var correlated: [Calibration.Pair] {
    names.indices.flatMap { row in
      (row + 1..<names.count).compactMap { column in
        let rank =
          inverse[row][column] / (inverse[row][row] * inverse[column][column]).squareRoot()
        return abs(rank) > 0.99
          ? Calibration.Pair(first: names[row], second: names[column], correlation: rank) : nil
      }
    }
  }
}

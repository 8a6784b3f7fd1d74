import CGSL
import Diagnostics
import Glibc

/// A linear fit whose coefficients are held back.
///
/// ```text
/// Z = (X − mean) / s,   s² = Σ (x − mean)² / n
/// min |y − mean − Z·b|² + λ·|b|²,   GCV(λ) = RSS / (n − Σ σ²/(σ² + λ))²
/// ```
///
/// Source: A. E. Hoerl, R. W. Kennard, Technometrics 12 (1970) 55; G. H. Golub, M. Heath, G. Wahba,
/// Technometrics 21 (1979) 215. Scaling and λ as in R's `MASS::lm.ridge`; here GSL's regularised
/// `gsl_multifit_linear_solve`, whose parameter is √λ.
public struct RidgeRegression: Hashable, Sendable {
  /// The penalty λ.
  public let penalty: Double
  /// The constant.
  public let intercept: Double
  /// The coefficients, in the units of X.
  public let coefficients: [Double]
  /// The coefficients of the scaled columns.
  package let scaledCoefficients: [Double]
  /// The standard errors of ``coefficients``, `s²·(ZᵀZ + λ)⁻¹·ZᵀZ·(ZᵀZ + λ)⁻¹`; they leave out
  /// the bias that λ brings.
  public let standardErrors: [Double]
  /// What was not explained, y − fitted.
  package let residuals: [Double]
  /// The degrees of freedom the coefficients take, without the constant.
  public let effectiveParameters: Double
  /// The score of generalised cross-validation.
  public let crossValidation: Double
  /// The smallest singular value of Z over the greatest.
  public let reciprocalCondition: Double

  /// The sum of the squared residuals.
  public var sumOfSquares: Double { residuals.reduce(0) { $0 + $1 * $1 } }

  /// Fits y to the columns of X.
  ///
  /// - Parameters:
  ///   - response: y.
  ///   - rows: X, a row for each value of y, more than columns + 1.
  ///   - penalty: λ ≥ 0; where none is given, the one with the least score of cross-validation.
  /// - Throws: ``SolverError/tooFewPoints(needed:found:)``, ``SolverError/systemNotFinite(point:)``,
  ///   ``SolverError/invalidSetting(name:value:)`` for a negative λ or a column that never changes.
  public init(
    of response: [Double], on rows: [[Double]], penalty: Double? = nil
  ) throws(SolverError) {
    defect(unless: GSLRuntime.isReady, "GSL's own error handler is off")
    let columns = rows.first?.count ?? 0
    guard rows.count == response.count, rows.count > columns + 1, columns > 0 else {
      throw .tooFewPoints(needed: columns + 2, found: min(rows.count, response.count))
    }
    let scaling = try ColumnScaling(rows)
    let centre = response.reduce(0, +) / Double(response.count)
    let scaled = rows.map(scaling.scaled)
    let centred = response.map { $0 - centre }
    let singular = try SingularValues(of: scaled)
    if let penalty, !(penalty >= 0 && penalty.isFinite) {
      throw .invalidSetting(name: "lambda", value: penalty)
    }
    let trial = RidgeTrial(
      fit: try RegularisedFit(scaled, centred), rows: scaled, response: centred, singular: singular)
    let chosen = if let penalty { penalty } else { try trial.leastPenalty() }
    let b = try trial.fit.coefficients(penalty: chosen)
    let left = trial.residuals(b)
    let freedom = Double(rows.count) - 1 - trial.taken(chosen)
    let variance = left.reduce(0) { $0 + $1 * $1 } / freedom
    let spread = singular.matrix { value in
      let square = value * value
      return square / ((square + chosen) * (square + chosen))
    }
    self.penalty = chosen
    scaledCoefficients = b
    coefficients = zip(b, scaling.deviations).map { $0 / $1 }
    intercept = centre - zip(coefficients, scaling.means).reduce(0) { $0 + $1.0 * $1.1 }
    standardErrors = b.indices.map {
      (variance * spread[$0][$0]).squareRoot() / scaling.deviations[$0]
    }
    residuals = left
    effectiveParameters = trial.taken(chosen)
    crossValidation = try trial.score(chosen)
    reciprocalCondition = singular.reciprocalCondition
  }

  /// What the fit gives for a row.
  public func value(at row: [Double]) -> Double {
    zip(coefficients, row).reduce(intercept) { $0 + $1.0 * $1.1 }
  }
}

/// Fits of one set of data with several penalties.
private struct RidgeTrial {
  let fit: RegularisedFit
  let rows: [[Double]]
  let response: [Double]
  let singular: SingularValues

  func residuals(_ coefficients: [Double]) -> [Double] {
    zip(rows, response).map { row, value in
      value - zip(row, coefficients).reduce(0) { $0 + $1.0 * $1.1 }
    }
  }

  /// The degrees of freedom that the coefficients take.
  func taken(_ penalty: Double) -> Double {
    singular.values.reduce(0) { $0 + $1 * $1 / ($1 * $1 + penalty) }
  }

  /// The score of generalised cross-validation.
  func score(_ penalty: Double) throws(SolverError) -> Double {
    let sum = residuals(try fit.coefficients(penalty: penalty)).reduce(0) { $0 + $1 * $1 }
    let freedom = Double(rows.count) - taken(penalty)
    return sum / (freedom * freedom)
  }

  /// The penalty with the least score: a grid over its logarithm, then Brent's method; 0 where no
  /// penalty is better than none.
  ///
  /// GSL's own search begins at the smallest singular value, and the best often lies below.
  func leastPenalty() throws(SolverError) -> Double {
    let logarithms = (0...80).map { -10 + 0.2 * Double($0) }
    var scores: [Double] = []
    for value in logarithms { scores.append(try score(pow(10, value))) }
    guard let best = scores.indices.min(by: { scores[$0] < scores[$1] }) else { return 0 }
    guard best > 0, best < scores.count - 1, scores[best - 1] > scores[best],
      scores[best + 1] > scores[best]
    else {
      return try score(0) <= scores[best] ? 0 : pow(10, logarithms[best])
    }
    let found = try findMinimum(
      in: logarithms[best - 1]...logarithms[best + 1], guess: logarithms[best], tolerance: 1e-7
    ) { (try? score(pow(10, $0))) ?? .nan }
    return pow(10, found)
  }
}

/// Means and deviations of columns.
private struct ColumnScaling {
  let means: [Double]
  let deviations: [Double]

  init(_ rows: [[Double]]) throws(SolverError) {
    if let bad = rows.first(where: { !$0.allSatisfy(\.isFinite) }) {
      throw .systemNotFinite(point: bad)
    }
    let count = Double(rows.count)
    let means = rows[0].indices.map { column in rows.reduce(0) { $0 + $1[column] } / count }
    let deviations = means.indices.map { column in
      (rows.reduce(0) { sum, row in
        let distance = row[column] - means[column]
        return sum + distance * distance
      } / count).squareRoot()
    }
    if let flat = zip(deviations, means).first(where: { !($0 > 1e-13 * abs($1)) }) {
      throw .invalidSetting(name: "spread", value: flat.0)
    }
    self.means = means
    self.deviations = deviations
  }

  func scaled(_ row: [Double]) -> [Double] {
    row.indices.map { (row[$0] - means[$0]) / deviations[$0] }
  }
}

/// GSL's regularised linear fit of one set of data.
private final class RegularisedFit {
  private let workspace: UnsafeMutablePointer<gsl_multifit_linear_workspace>
  private let matrix: GSLMatrix
  private let response: GSLVector

  init(_ rows: [[Double]], _ values: [Double]) throws(SolverError) {
    guard let matrix = GSLMatrix(rows), let response = GSLVector(values),
      let workspace = gsl_multifit_linear_alloc(rows.count, rows[0].count)
    else { throw .noMemory }
    self.matrix = matrix
    self.response = response
    self.workspace = workspace
    let status = gsl_multifit_linear_svd(matrix.pointer, workspace)
    guard status == GSL_SUCCESS else { throw SolverError(status: status) }
  }

  deinit { gsl_multifit_linear_free(workspace) }

  func coefficients(penalty: Double) throws(SolverError) -> [Double] {
    guard let found = GSLVector([Double](repeating: 0, count: matrix.pointer.pointee.size2)) else {
      throw .noMemory
    }
    var residual = 0.0
    var size = 0.0
    let status = gsl_multifit_linear_solve(
      penalty.squareRoot(), matrix.pointer, response.pointer, found.pointer, &residual, &size,
      workspace)
    guard status == GSL_SUCCESS else { throw SolverError(status: status) }
    return gslValues(found.pointer)
  }
}

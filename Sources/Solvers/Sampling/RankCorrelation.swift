import CGSL
import Diagnostics
import Glibc

/// Reorders samples so that their ranks are correlated as wanted; the values of each stay the same.
///
/// ```text
/// aᵢ = Φ⁻¹(i / (n + 1)),   R = scores a by the ranks of the samples,   T = corr(R) = Q Qᵀ
/// C = P Pᵀ,   R* = R (P Q⁻¹)ᵀ,   each sample takes the order of its column of R*
/// ```
///
/// C holds 2 sin(π ρ / 6) for the rank correlation ρ wanted: the correlation of normal scores whose
/// ranks correlate by ρ (K. Pearson 1907).
///
/// - Parameters:
///   - samples: A list of the same number n ≥ 3 of values for each variable.
///   - wanted: The rank correlation (Spearman) of each pair; symmetric, ones on the diagonal.
/// - Returns: The same values in another order. The rank correlations reached differ from those
///   wanted by some 1/√n at most, and by less for even samples.
/// - Throws: ``SamplingError/notPositiveDefinite`` for correlations that cannot hold together,
///   ``SamplingError/notACorrelation(row:column:)``, ``SamplingError/tooFewValues(needed:found:)``.
///
/// Source: R. L. Iman, W. J. Conover, *A distribution-free approach to inducing rank correlation
/// among input variables*, Communications in Statistics B11 (1982) 311–334; here with GSL's
/// `gsl_linalg_cholesky_decomp1`.
public func rankCorrelated(
  _ samples: [[Double]], wanted: [[Double]]
) throws(SamplingError) -> [[Double]] {
  try requireCorrelations(wanted, of: samples.count)
  let count = samples.first?.count ?? 0
  guard count >= 3 else { throw .tooFewValues(needed: 3, found: count) }
  for sample in samples where sample.count != count {
    throw .tooFewValues(needed: count, found: sample.count)
  }
  let target = try choleskyFactor(wanted.map { $0.map { 2 * sin(Double.pi * $0 / 6) } })
  let scores = normalScores(count: count)
  let orders = samples.map(increasingOrder)
  let columns = orders.map { order in
    var column = scores
    for (rank, place) in order.enumerated() { column[place] = scores[rank] }
    return column
  }
  let reached = try choleskyFactor(correlations(of: columns, scores: scores))
  let mixing = lowerQuotient(target, reached)
  return samples.indices.map { index in
    let mixed = (0..<count).map { place in
      (0...index).reduce(0) { $0 + mixing[index][$1] * columns[$1][place] }
    }
    var reordered = mixed
    for (place, source) in zip(increasingOrder(mixed), orders[index]) {
      reordered[place] = samples[index][source]
    }
    return reordered
  }
}

/// Checks that rank correlations are a matrix that samples can have together.
///
/// - Parameters:
///   - wanted: The matrix, a row a variable.
///   - count: The number of variables.
/// - Throws: ``SamplingError/notPositiveDefinite``, ``SamplingError/notACorrelation(row:column:)``.
public func requireCorrelations(
  _ wanted: [[Double]], of count: Int
) throws(SamplingError) {
  for row in 0..<count {
    for column in 0..<count {
      guard wanted.count == count, wanted[row].count == count,
        abs(wanted[row][column]) <= 1, wanted[row][column] == wanted[column][row],
        row != column || wanted[row][column] == 1
      else { throw .notACorrelation(row: row, column: column) }
    }
  }
  _ = try choleskyFactor(wanted.map { $0.map { 2 * sin(Double.pi * $0 / 6) } })
}

private func normalScores(count: Int) -> [Double] {
  (1...count).map { gsl_cdf_ugaussian_Pinv(Double($0) / Double(count + 1)) }
}

/// The places of the values from the least to the greatest; of equal ones, in their order.
func increasingOrder(_ values: [Double]) -> [Int] {
  values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
}

/// The correlations of columns that are all orders of the same scores, which sum to zero.
private func correlations(of columns: [[Double]], scores: [Double]) -> [[Double]] {
  let square = scores.reduce(0) { $0 + $1 * $1 }
  return columns.map { first in
    columns.map { second in zip(first, second).reduce(0) { $0 + $1.0 * $1.1 } / square }
  }
}

/// The lower triangular L with L Lᵀ = M.
private func choleskyFactor(_ matrix: [[Double]]) throws(SamplingError) -> [[Double]] {
  defect(unless: GSLRuntime.isReady, "GSL's own error handler is off")
  let count = matrix.count
  guard count > 0 else { return [] }
  guard let work = gsl_matrix_alloc(count, count) else {
    defect("no memory for a matrix of \(count) × \(count)")
  }
  defer { gsl_matrix_free(work) }
  for row in 0..<count {
    for column in 0..<count { gsl_matrix_set(work, row, column, matrix[row][column]) }
  }
  guard gsl_linalg_cholesky_decomp1(work) == GSL_SUCCESS else { throw .notPositiveDefinite }
  return (0..<count).map { row in
    (0..<count).map { $0 <= row ? gsl_matrix_get(work, row, $0) : 0 }
  }
}

/// The lower triangular S with S Q = P.
private func lowerQuotient(_ p: [[Double]], _ q: [[Double]]) -> [[Double]] {
  var quotient = p
  for row in p.indices {
    for column in (0...row).reversed() {
      let known = (column + 1..<row + 1).reduce(0) { $0 + quotient[row][$1] * q[$1][column] }
      quotient[row][column] = (p[row][column] - known) / q[column][column]
    }
  }
  return quotient
}

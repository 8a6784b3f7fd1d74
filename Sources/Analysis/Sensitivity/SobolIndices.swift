import Diagnostics
import Solvers

/// How much of a result's variance comes from each input.
///
/// From two independent samples A and B of the inputs, and for each input i a third, A_B(i), that is
/// A with the column of i taken from B, with the results centred on their mean:
/// ```text
/// V = variance of f(A) and f(B) together
/// S(i)  = mean of f(B) · (f(A_B(i)) − f(A)) / V        first order: i alone
/// ST(i) = mean of (f(A) − f(A_B(i)))² / (2 V)          total: i with all it interacts with
/// ```
///
/// The first orders sum to at most 1 and the totals to at least 1; estimates may lie outside by their
/// error, and are not clipped.
///
/// The base points of an even design are not independent, so that drawing them anew (a bootstrap)
/// would tell errors of random points, several times too wide. The design therefore comes in R
/// independent replicates, and the error is what these differ by. With N(r) and V(r) the sums of the
/// products and of the squares over the base points of a replicate:
/// ```text
/// S = Σ N(r) / Σ V(r),   e(r) = N(r) − S V(r)
/// standard error = √(R / (R − 1) · Σ e(r)²) / Σ V(r),   interval = S ± t(0.975, R − 1) · standard error
/// ```
///
/// Sources: A. Saltelli et al., *Variance based sensitivity analysis of model output*, Computer Physics
/// Communications 181 (2010) 259–270, table 2 (b); M. J. W. Jansen, *Analysis of variance designs for
/// model output*, ibid. 117 (1999) 35–43; W. G. Cochran, *Sampling Techniques*, 3rd ed. (1977), §6.3 (the
/// ratio of two sums); A. B. Owen, *Monte Carlo theory, methods and examples*, ch. 17 (replicates).
public struct SobolIndices: Sendable, Hashable {
  /// The index of one input.
  public struct Index: Sendable, Hashable {
    /// The estimate.
    public let value: Double
    /// Half the width of its 95 % confidence interval, from the spread over independent replicates;
    /// NaN of fewer than two, which tell none.
    public let confidence: Double
  }

  /// S(i) of each input.
  public let first: [Index]
  /// ST(i) of each input.
  public let total: [Index]
  /// The variance V, in the square of the result's unit.
  package let variance: Double

  /// The results of the samples, by base point.
  public struct Sample: Sendable {
    /// f(A).
    package let a: [Double]
    /// f(B).
    package let b: [Double]
    /// f(A_B(i)) for each input i.
    package let mixed: [[Double]]

    /// Gathers results.
    ///
    /// - Precondition: All lists are of the same length.
    package init(a: [Double], b: [Double], mixed: [[Double]]) {
      defect(
        unless: a.count == b.count && mixed.allSatisfy { $0.count == a.count },
        "lists of one length")
      self.a = a
      self.b = b
      self.mixed = mixed
    }

    /// The mean of all results, on which estimates are centred.
    package var mean: Double {
      let sum = (mixed + [a, b]).reduce(0) { $0 + $1.reduce(0, +) }
      return sum / Double(max(1, a.count * (mixed.count + 2)))
    }
  }

  /// Estimates the indices.
  ///
  /// Edge cases: a result that does not vary has no shares; its indices are 0.
  ///
  /// - Parameters:
  ///   - sample: The results.
  ///   - replicates: Which base points belong to each of the independent parts of the design; without
  ///     any there is no confidence.
  ///   - centre: What the results are centred on; the mean of all if nothing is given. It changes the
  ///     estimates within their error.
  package init(_ sample: Sample, replicates: [Range<Int>] = [], centre: Double? = nil) {
    let estimator = SobolEstimator(sample, centre: centre ?? sample.mean)
    let whole = estimator.sums(sample.a.indices)
    let parts = replicates.filter { !$0.isEmpty }.map(estimator.sums)
    let indices = whole.products.indices.map { Self.index($0, whole, parts) }
    first = Array(indices.prefix(sample.mixed.count))
    total = Array(indices.suffix(sample.mixed.count))
    variance = sample.a.isEmpty ? 0 : whole.square / Double(sample.a.count)
  }

  /// One index from the sums over all base points and over those of each replicate.
  private static func index(
    _ place: Int, _ whole: SobolEstimator.Sums, _ parts: [SobolEstimator.Sums]
  ) -> Index {
    guard whole.square > 0 else { return Index(value: 0, confidence: 0) }
    let value = whole.products[place] / whole.square
    let count = Double(parts.count)
    let square = parts.reduce(0) { sum, part in
      let rest = part.products[place] - value * part.square
      return sum + rest * rest
    }
    let error = (count / (count - 1) * square).squareRoot() / whole.square
    let quantile = studentQuantile(0.975, degrees: parts.count - 1)
    return Index(value: value, confidence: quantile * error)
  }
}

/// Sums over base points, from which the indices are ratios.
private struct SobolEstimator {
  /// Sums over some base points.
  struct Sums {
    /// Of the first-order products of all inputs, then of the total ones.
    let products: [Double]
    /// Of the squares, whose mean is the variance.
    let square: Double
  }

  private let a: [Double]
  private let b: [Double]
  private let mixed: [[Double]]
  /// The mean of f(A) and f(B), from the centre.
  private let mean: Double

  init(_ sample: SobolIndices.Sample, centre: Double) {
    a = sample.a.map { $0 - centre }
    b = sample.b.map { $0 - centre }
    mixed = sample.mixed.map { $0.map { $0 - centre } }
    mean = (a + b).reduce(0, +) / Double(max(1, 2 * a.count))
  }

  func sums(_ points: Range<Int>) -> Sums {
    let first = mixed.map { mixed in
      points.reduce(0) { $0 + b[$1] * (mixed[$1] - a[$1]) }
    }
    let total = mixed.map { mixed in
      points.reduce(0) { $0 + (a[$1] - mixed[$1]) * (a[$1] - mixed[$1]) / 2 }
    }
    let square = points.reduce(0) { sum, point in
      let x = a[point] - mean
      let y = b[point] - mean
      return sum + (x * x + y * y) / 2
    }
    return Sums(products: first + total, square: square)
  }
}

/// The standard deviation of a sample, with n − 1; 0 of fewer than two values.
func standardDeviation(_ values: [Double]) -> Double {
  guard values.count > 1 else { return 0 }
  let mean = values.reduce(0, +) / Double(values.count)
  let square = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  return (square / Double(values.count - 1)).squareRoot()
}

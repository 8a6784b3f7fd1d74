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
/// Sources: A. Saltelli et al., *Variance based sensitivity analysis of model output*, Computer Physics
/// Communications 181 (2010) 259–270, table 2 (b); M. J. W. Jansen, *Analysis of variance designs for
/// model output*, ibid. 117 (1999) 35–43.
public struct SobolIndices: Sendable, Hashable {
  /// The index of one input.
  public struct Index: Sendable, Hashable {
    /// The estimate.
    public let value: Double
    /// Half the width of its 95 % confidence interval, from the bootstrap over the base points.
    public let confidence: Double
  }

  /// S(i) of each input.
  public let first: [Index]
  /// ST(i) of each input.
  public let total: [Index]
  /// The variance V, in the square of the result's unit.
  public let variance: Double

  /// The results of the samples, by base point.
  public struct Sample: Sendable {
    /// f(A).
    public let a: [Double]
    /// f(B).
    public let b: [Double]
    /// f(A_B(i)) for each input i.
    public let mixed: [[Double]]

    /// Gathers results.
    ///
    /// - Precondition: All lists are of the same length.
    public init(a: [Double], b: [Double], mixed: [[Double]]) {
      precondition(a.count == b.count && mixed.allSatisfy { $0.count == a.count })
      (self.a, self.b, self.mixed) = (a, b, mixed)
    }

    /// The mean of all results, on which estimates are centred.
    public var mean: Double {
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
  ///   - centre: What they are centred on; the mean of all if nothing is given. It changes the
  ///     estimates within their error.
  ///   - resamples: How often the base points are drawn anew for the confidence.
  ///   - seed: What the bootstrap draws from.
  public init(
    _ sample: Sample, centre: Double? = nil, resamples: Int = 200, seed: UInt64 = 1
  ) {
    let estimator = SobolEstimator(sample, centre: centre ?? sample.mean)
    let all = Array(sample.a.indices)
    let found = estimator.estimate(all)
    var draws: [[Double]] = []
    for resample in 0..<resamples {
      var stream = RandomStream(seed: seed, stream: UInt64(resample), for: .bootstrap)
      draws.append(estimator.estimate(all.map { _ in Int.random(in: all.indices, using: &stream) }))
    }
    let indices = found.indices.map { place in
      Index(value: found[place], confidence: 1.96 * standardDeviation(draws.map { $0[place] }))
    }
    first = Array(indices.prefix(sample.mixed.count))
    total = Array(indices.suffix(sample.mixed.count))
    variance = estimator.variance(all)
  }
}

/// Estimates from a choice of base points.
private struct SobolEstimator {
  private let a: [Double]
  private let b: [Double]
  private let mixed: [[Double]]

  init(_ sample: SobolIndices.Sample, centre: Double) {
    a = sample.a.map { $0 - centre }
    b = sample.b.map { $0 - centre }
    mixed = sample.mixed.map { $0.map { $0 - centre } }
  }

  /// The first-order indices of all inputs, then the total ones.
  func estimate(_ points: [Int]) -> [Double] {
    let variance = variance(points)
    guard variance > 0 else { return [Double](repeating: 0, count: 2 * mixed.count) }
    let scale = 1 / (Double(points.count) * variance)
    let first = mixed.map { mixed in
      points.reduce(0) { $0 + b[$1] * (mixed[$1] - a[$1]) } * scale
    }
    let total = mixed.map { mixed in
      points.reduce(0) { $0 + (a[$1] - mixed[$1]) * (a[$1] - mixed[$1]) } * scale / 2
    }
    return first + total
  }

  func variance(_ points: [Int]) -> Double {
    let count = Double(2 * points.count)
    guard count > 0 else { return 0 }
    let mean = points.reduce(0) { $0 + a[$1] + b[$1] } / count
    return points.reduce(0) { sum, point in
      let (x, y) = (a[point] - mean, b[point] - mean)
      return sum + x * x + y * y
    } / count
  }
}

/// The standard deviation of a sample, with n − 1; 0 of fewer than two values.
func standardDeviation(_ values: [Double]) -> Double {
  guard values.count > 1 else { return 0 }
  let mean = values.reduce(0, +) / Double(values.count)
  let square = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  return (square / Double(values.count - 1)).squareRoot()
}

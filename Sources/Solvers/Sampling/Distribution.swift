import CGSL
import Glibc

/// How likely the values of an uncertain number are.
public enum Distribution: Hashable, Sendable {
  /// Gaussian, by mean and standard deviation.
  case normal(mean: Double, sd: Double)
  /// The logarithm is Gaussian: `median · exp(sigma · z)`, z standard normal.
  case lognormal(median: Double, sigma: Double)
  /// Rises linearly from `low` to `mode` and falls to `high`.
  case triangular(low: Double, mode: Double, high: Double)
  /// Equally likely from `low` to `high`.
  case uniform(low: Double, high: Double)
  /// `low + (high − low) · x`, x of the beta distribution of shapes `a` and `b`.
  case beta(a: Double, b: Double, low: Double, high: Double)
  /// Some values with their weights.
  case discrete([WeightedValue])
  /// What was observed: equally likely values, with a straight line between neighbours.
  case empirical([Double])

  /// A value of a discrete distribution.
  public struct WeightedValue: Hashable, Sendable {
    /// The value.
    package let value: Double
    /// How likely it is, beside the weights of the others.
    package let weight: Double

    /// Makes a value with its weight.
    public init(value: Double, weight: Double) { (self.value, self.weight) = (value, weight) }
  }
}

extension Distribution {
  /// Checks the parameters.
  ///
  /// - Throws: ``SamplingError/invalidParameter(name:value:)`` for a number that is not finite, a
  ///   standard deviation, sigma, shape, median or sum of weights that is not above 0 or a weight
  ///   below 0; ``SamplingError/notIncreasing(_:)`` for bounds in the wrong order;
  ///   ``SamplingError/noValues`` for an empty list.
  public func validate() throws(SamplingError) {
    switch self {
    case .normal(let mean, let sd):
      try requireFinite(("mean", mean))
      try requireAboveZero(("sd", sd))
    case .lognormal(let median, let sigma):
      try requireAboveZero(("median", median), ("sigma", sigma))
    case .triangular(let low, let mode, let high):
      try requireFinite(("low", low), ("mode", mode), ("high", high))
      guard low <= mode, mode <= high, low < high else { throw .notIncreasing([low, mode, high]) }
    case .uniform(let low, let high):
      try requireBounds(low, high)
    case .beta(let a, let b, let low, let high):
      try requireAboveZero(("a", a), ("b", b))
      try requireBounds(low, high)
    case .discrete(let values):
      guard !values.isEmpty else { throw .noValues }
      for item in values {
        try requireFinite(("value", item.value), ("weight", item.weight))
        if item.weight < 0 { throw .invalidParameter(name: "weight", value: item.weight) }
      }
      try requireAboveZero(("weights", values.reduce(0) { $0 + $1.weight }))
    case .empirical(let values):
      guard !values.isEmpty else { throw .noValues }
      for value in values { try requireFinite(("value", value)) }
    }
  }

  /// The least and greatest value that can be drawn; infinite where there is no bound.
  public var support: ClosedRange<Double> {
    switch self {
    case .normal: -Double.infinity...Double.infinity
    case .lognormal: 0...Double.infinity
    case .triangular(let low, _, let high), .uniform(let low, let high),
      .beta(_, _, let low, let high):
      low...max(low, high)
    case .discrete(let values): Self.range(of: values.map(\.value))
    case .empirical(let values): Self.range(of: values)
    }
  }

  private static func range(of values: [Double]) -> ClosedRange<Double> {
    (values.min() ?? 0)...(values.max() ?? 0)
  }
}

private func requireFinite(_ numbers: (String, Double)...) throws(SamplingError) {
  for (name, value) in numbers where !value.isFinite {
    throw .invalidParameter(name: name, value: value)
  }
}

private func requireAboveZero(_ numbers: (String, Double)...) throws(SamplingError) {
  for (name, value) in numbers where !(value > 0 && value.isFinite) {
    throw .invalidParameter(name: name, value: value)
  }
}

private func requireBounds(_ low: Double, _ high: Double) throws(SamplingError) {
  try requireFinite(("low", low), ("high", high))
  guard low < high else { throw .notIncreasing([low, high]) }
}

/// The inverse of a distribution function, prepared for many calls.
///
/// It never falls, so that even points stay even and correlations keep their sign.
///
/// Sources: here GSL's `gsl_cdf_gaussian_Pinv`, `gsl_cdf_lognormal_Pinv`, `gsl_cdf_flat_Pinv` and
/// `gsl_cdf_beta_Pinv`; the triangular, discrete and empirical distributions, which GSL has not, by
/// their definitions. Between the sorted observations the empirical one is linear: type 7 of R. J.
/// Hyndman, Y. Fan, *Sample quantiles in statistical packages*, 1996.
public struct QuantileFunction: Sendable {
  private let distribution: Distribution
  /// Of a discrete or empirical distribution, the values in increasing order.
  private let values: [Double]
  /// Of a discrete distribution, the weight up to and including each value, as a part of all.
  private let shares: [Double]

  /// Prepares a distribution.
  ///
  /// - Throws: What ``Distribution/validate()`` finds.
  public init(_ distribution: Distribution) throws(SamplingError) {
    try distribution.validate()
    self.distribution = distribution
    switch distribution {
    case .discrete(let items):
      let sorted = items.sorted { $0.value < $1.value }
      let whole = sorted.reduce(0) { $0 + $1.weight }
      var sum = 0.0
      values = sorted.map(\.value)
      shares = sorted.map { item in
        sum += item.weight
        return sum / whole
      }
    case .empirical(let items):
      values = items.sorted()
      shares = []
    default: (values, shares) = ([], [])
    }
  }

  /// The value below which a share `p` of the draws lies.
  ///
  /// - Parameter p: A number strictly between 0 and 1.
  /// - Returns: A finite number of the distribution's support.
  public func callAsFunction(_ p: Double) -> Double {
    switch distribution {
    case .normal(let mean, let sd): mean + gsl_cdf_gaussian_Pinv(p, sd)
    case .lognormal(let median, let sigma): gsl_cdf_lognormal_Pinv(p, log(median), sigma)
    case .uniform(let low, let high): gsl_cdf_flat_Pinv(p, low, high)
    case .beta(let a, let b, let low, let high):
      low + (high - low) * gsl_cdf_beta_Pinv(p, a, b)
    case .triangular(let low, let mode, let high): triangular(p, low, mode, high)
    case .discrete: values[min(shares.partitionIndex { $0 >= p }, values.count - 1)]
    case .empirical: sortedQuantile(values, p)
    }
  }

  private func triangular(_ p: Double, _ low: Double, _ mode: Double, _ high: Double) -> Double {
    let width = high - low
    return p < (mode - low) / width
      ? low + (p * width * (mode - low)).squareRoot()
      : high - ((1 - p) * width * (high - mode)).squareRoot()
  }
}

/// The value below which a share of some values lies, with a straight line between neighbours.
///
/// ```text
/// h = p · (n − 1),   q = x(⌊h⌋) + (h − ⌊h⌋) · (x(⌊h⌋ + 1) − x(⌊h⌋)),   x sorted, counted from 0
/// ```
///
/// - Parameters:
///   - values: The values in increasing order; at least one.
///   - p: A share from 0 to 1.
/// - Returns: A number between the least and the greatest value.
///
/// Source: Hyndman and Fan 1996, type 7; the default of R, NumPy and spreadsheet programs.
public func sortedQuantile(_ values: [Double], _ p: Double) -> Double {
  let place = p * Double(values.count - 1)
  let below = min(max(Int(place), 0), values.count - 1)
  let above = min(below + 1, values.count - 1)
  return values[below] + (place - Double(below)) * (values[above] - values[below])
}

extension [Double] {
  /// The first index whose value satisfies a condition that, once true, stays true.
  func partitionIndex(where holds: (Double) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if holds(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

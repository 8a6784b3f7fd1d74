public import CityModel
public import Solvers

/// A figure of a scenario whose sensitivity is asked for.
public enum SensitivityMetric: CaseIterable, Sendable {
  /// When emissions are greatest, on the scenario's peak account, as the estimate within the year of
  /// `peak_year_estimate` in `peak.csv`; the end of the run where they never fall.
  ///
  /// Whole years would jump or not move at all under small changes, which no index can share out.
  case peakYear
  /// Their greatest value of a year.
  case peakValue
  /// Net emissions of all years together.
  case cumulative
  /// The present value of the system's cost, where costs are counted.
  case cost

  /// The figure, where peaks are told of a total.
  public func metric(_ account: EmissionTotal) -> Metric {
    switch self {
    case .peakYear: .peakYearEstimate(account)
    case .peakValue: .peakValue(account)
    case .cumulative: .cumulative
    case .cost: .cost
    }
  }

  /// The figure of a variant; NaN where it has none.
  func value(of metrics: Metrics) -> Double {
    switch self {
    case .peakYear: metrics.peak.status == .noEmissions ? .nan : metrics.peak.estimate
    case .peakValue: metrics.peak.value
    case .cumulative: metrics.cumulative
    case .cost: metrics.cost ?? .nan
    }
  }
}

/// How sensitivity was asked for, with all that decides the numbers.
public enum SensitivityMethod: Hashable, Sendable {
  /// Shares of variance, over the whole distribution of each input.
  case sobol(design: SampleDesign.Kind, points: Int, replicates: Int, seed: UInt64)
  /// Elementary effects, on a grid of so many levels along the shares of each input.
  case morris(trajectories: Int, levels: Int, seed: UInt64)
  /// One input at a time.
  case tornado
  /// By lever, at the scenario's levels.
  case gradient

  /// The shares of each input's distribution at which a tornado stands: its 5 and 95 % quantile.
  public static let tornadoShares = [0.05, 0.95]
  /// The shares of each input's distribution over which Morris' grid lies: its middle 95 %.
  public static let morrisShares = 0.025...0.975
  /// How far a level is moved to either side for a gradient.
  public static let gradientStep = 0.005

  /// The share of an input's distribution at a point of Morris' grid of [0, 1].
  static func morrisShare(_ point: Double) -> Double {
    morrisShares.lowerBound + (morrisShares.upperBound - morrisShares.lowerBound) * point
  }
}

/// What an input does to each metric.
public struct SensitivityResult: Sendable {
  /// What was found, by metric and by input.
  public enum Findings: Sendable {
    /// Shares of variance.
    case sobol([SobolIndices])
    /// Elementary effects: the change of a metric per whole way from the 2.5 to the 97.5 % quantile of
    /// an input, in the metric's unit. The way is measured in shares of the distribution, so that each
    /// step of ⅔ of it holds the same probability; it is not divided by any standard deviation.
    case morris([MorrisEffects])
    /// One input at a time at its 5 and 95 % quantile, the others at their medians; the metric itself
    /// at both, in its unit.
    case tornado([[Swing]])
    /// The change of the metric per whole pull of a lever, at the scenario's levels.
    case gradient([[Double]])
  }

  /// What one input does alone.
  public struct Swing: Sendable, Hashable {
    /// The input's values at 5 and 95 %.
    public let lowInput: Double, highInput: Double
    /// The metric there.
    public let low: Double, high: Double
  }

  /// How far a metric spreads over the runs of a study.
  public struct Spread: Sendable, Hashable {
    /// The standard deviation, where runs are draws.
    public let deviation: Double?
    /// The least and the greatest value.
    public let low: Double, high: Double
  }

  /// How they were found.
  public let method: SensitivityMethod
  /// The metrics, in the order of the findings.
  public let metrics: [SensitivityMetric]
  /// The inputs, in the order of the findings.
  public let axes: [Axis]
  /// Each metric with all inputs at their medians, or at what the scenario says for a gradient;
  /// nothing where the method has no middle.
  public let base: [Double]
  /// How far each metric spreads; nothing for a gradient, whose steps are small on purpose.
  public let spreads: [Spread?]
  /// What was found.
  public let findings: Findings
  /// The variants that were run.
  public let runs: Int
  /// Those of them that are impossible; their base points or trajectories are left out.
  public let faults: Int
  /// Why the first of them is.
  public let firstFault: VariantFault?

  /// The years by which the time of the peak must differ between runs before anything can be said to move
  /// it: below it only days are shared out.
  package static let leastYears = 0.5

  /// Whether anything moves a metric.
  ///
  /// - Parameter metric: Its place.
  /// - Returns: Whether it differs between the runs by as much as can be spoken of.
  public func isMoved(_ metric: Int) -> Bool {
    let least = metrics[metric] == .peakYear ? Self.leastYears : 0
    if case .gradient(let gradients) = findings {
      let greatest = gradients[metric].filter(\.isFinite).map(abs).max() ?? 0
      return greatest > 0 && greatest >= least
    }
    guard let spread = spreads[metric] else { return false }
    let width = spread.high - spread.low
    return width > 1e-9 * max(abs(spread.low), abs(spread.high)) && width >= least
  }
}

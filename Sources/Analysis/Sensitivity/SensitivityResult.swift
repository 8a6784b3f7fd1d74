public import CityModel

/// A figure of a scenario whose sensitivity is asked for.
public enum SensitivityMetric: String, CaseIterable, Sendable {
  /// When net emissions are greatest, within the year; the end of the run where they never fall.
  case peakYear = "peak_year"
  /// Their greatest value of a year.
  case peakValue = "peak_value"
  /// Net emissions of all years together.
  case cumulative
  /// The present value of the system's cost, where costs are counted.
  case cost

  /// The unit of the figure.
  public var unit: String {
    switch self {
    case .peakYear: "year"
    case .peakValue, .cumulative: OutputKind.total.unit
    case .cost: OutputKind.cost.unit
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

/// What an input does to each metric.
public struct SensitivityResult: Sendable {
  /// What was found, by metric and by input.
  public enum Findings: Sendable {
    /// Shares of variance.
    case sobol([SobolIndices])
    /// Elementary effects over the middle 95 % of each input.
    case morris([MorrisEffects])
    /// One input at a time at its 5 and 95 % quantile, the others at their medians.
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

  /// The metrics, in the order of the findings.
  public let metrics: [SensitivityMetric]
  /// The inputs, in the order of the findings.
  public let axes: [Axis]
  /// Each metric with all inputs at their medians, or at what the scenario says for a gradient;
  /// nothing where the method has no middle.
  public let base: [Double]
  /// What was found.
  public let findings: Findings
  /// The variants that were run.
  public let runs: Int
  /// Those of them that are impossible; their base points or trajectories are left out.
  public let faults: Int
  /// Why the first of them is.
  public let firstFault: VariantFault?
}

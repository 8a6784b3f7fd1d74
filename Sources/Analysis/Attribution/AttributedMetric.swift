public import CityModel

/// What is shared among levers.
public enum AttributedMetric: Hashable, Sendable {
  /// Net emissions of a year [Mt CO₂e].
  case emissions(year: Int)
  /// Net emissions of all years together [Mt CO₂e].
  case cumulative
  /// The maximum of the total that peaks are told of [Mt CO₂e].
  case peakValue(EmissionTotal)
  /// The year of that maximum.
  ///
  /// It is the first year of the maximum whatever the status: a variant that has not peaked counts
  /// with its last year, as no later one is known.
  case peakYear(EmissionTotal)
  /// Present value of the system's cost [10⁹ yuan].
  case systemCost

  /// What a positive part means.
  public enum Sense: String, Sendable {
    /// So much is not emitted.
    case avoided
    /// So many years earlier.
    case earlier
    /// So much more is spent.
    case extra
  }

  /// The figure whose parts these are.
  public var metric: Metric {
    switch self {
    case .emissions(let year): .emissions(year: year)
    case .cumulative: .cumulative
    case .peakValue(let account): .peakValue(account)
    case .peakYear(let account): .peakYear(account)
    case .systemCost: .cost
    }
  }

  /// The unit of its parts.
  public var unit: String { metric.unit }

  /// What a positive part means.
  public var sense: Sense {
    switch self {
    case .emissions, .cumulative, .peakValue: .avoided
    case .peakYear: .earlier
    case .systemCost: .extra
    }
  }

  /// Whether it is a year, which no sampling can narrow down.
  var isYear: Bool { unit == "year" }

  /// Its value in a variant, so counted that a greater one is more of what ``sense`` says.
  func value(_ metrics: Metrics, emissionYears: [Int]) -> Double {
    switch self {
    case .emissions(let year):
      zip(emissionYears, metrics.emissions).first { $0.0 == year }.map { -$0.1 } ?? .nan
    case .cumulative: -metrics.cumulative
    case .peakValue(let account): -metrics.peaks[account].value
    case .peakYear(let account): -Double(metrics.peaks[account].year)
    case .systemCost: metrics.cost ?? .nan
    }
  }
}

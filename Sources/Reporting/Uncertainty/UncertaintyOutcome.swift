public import Analysis
import CityModel
import Diagnostics
import Solvers

/// What is known of a scenario when what is uncertain in it varies.
public struct UncertaintyOutcome: Sendable {
  /// The sample that was run.
  public let study: UncertaintyStudy
  /// What the variants come to together.
  public let result: UncertaintyResult
  /// The scenario as it is, without anything varied.
  public let central: RunOutcome
  /// The seed that was given.
  public let seed: UInt64

  /// Gathers an outcome; see the properties of the same names.
  public init(
    study: UncertaintyStudy, result: UncertaintyResult, central: RunOutcome, seed: UInt64
  ) {
    (self.study, self.result, self.central, self.seed) = (study, result, central, seed)
  }

  /// `peak-distribution.csv`, `bands.csv`, `uncertainty.csv` and the record `uncertainty.json`.
  public var answer: Answer {
    Answer(
      "uncertainty", of: subject(scenario), seed: seed, figures: figures,
      tables: [
        .peakDistribution(result, of: scenario.accounting.peakAccount),
        .bands(result, from: years.lowerBound), .spreads(self),
      ],
      story: { summary($0, width: $1) })
  }

  var scenario: Scenario { study.sample.space.blueprint.scenario }
  private var years: ClosedRange<Int> { scenario.years }

  /// The targets of the scenario with how likely each is met.
  var targets: [(target: TargetResult, met: UncertaintyResult.Probability)] {
    zip(central.targets, result.targets).map { ($0, $1) }
  }

  private var figures: [(key: String, value: JSONValue)] {
    let design = study.sample.design
    return [
      ("design", .string(design.kind.rawValue)),
      ("samples", .integer(design.count)),
      ("replicates", .integer(design.replicates)),
      ("generator", .string(RandomStream.name)),
      ("counted", .integer(result.count)),
      ("impossible", .integer(result.faults)),
      ("quantile_error", .number(result.bands.flatMap(\.years).map(\.quantileError).max() ?? 0)),
      ("uncertain", .array(scenario.uncertainties.values.map(uncertainRecord))),
      ("correlations", .array(scenario.uncertainties.correlations.map(correlationRecord))),
      (
        "not_peaked",
        .number(Double(result.notPeaked) / Double(max(1, result.count)))
      ),
      ("contradict_history", .integer(result.contradictions)),
      ("scenario_percentile", .object(percentiles.map { ($0.metric.id, .number($0.percentile)) })),
      ("targets", .array(targets.map(targetRecord))),
    ]
  }

  /// Where the figures of the scenario lie among those of the variants [%], in the order of
  /// `uncertainty.csv`.
  var percentiles: [(metric: Metric, percentile: Double)] {
    guard let at = result.standings else { return [] }
    let account = scenario.accounting.peakAccount
    let all: [(Metric, UncertaintyResult.Standing?)] = [
      (.peakYearEstimate(account), at.peakYear), (.peakValue(account), at.peakValue),
      (.cumulative, at.cumulative), (.cost, at.cost),
    ]
    return all.compactMap { metric, standing in standing.map { (metric, 100 * $0.share) } }
  }

  private func uncertainRecord(_ value: Uncertainties.Value) -> JSONValue {
    .object([
      ("path", .string(value.axis.path)), ("apply", .string(value.axis.change.rawValue)),
      ("from", .optional(value.opening?.first)), ("by", .optional(value.opening?.whole)),
      ("varies", .array(value.axis.members.map { .string($0.path) })),
      ("distribution", .string(value.distribution.words)),
      ("source", .optional(value.source)), ("grade", .optional(value.grade?.rawValue)),
    ])
  }

  private func correlationRecord(_ pair: Uncertainties.Correlation) -> JSONValue {
    let values = scenario.uncertainties.values
    return .object([
      (
        "between",
        .array([pair.first, pair.second].map { .string(values[$0].axis.path) })
      ),
      ("rank", .number(pair.rank)),
    ])
  }

  private func targetRecord(
    _ target: TargetResult, _ met: UncertaintyResult.Probability
  ) -> JSONValue {
    .object([
      ("target", .string(target.name)), ("year", .integer(target.year)),
      ("account", .optional(target.account?.rawValue)),
      ("required", .number(target.required)), ("unit", .string(target.unit)),
      ("probability", .number(met.value)), ("probability_low", .number(met.low)),
      ("probability_high", .number(met.high)), ("standard_error", .optional(met.standardError)),
      ("met_by_the_scenario", .bool(target.isMet)),
    ])
  }
}

extension Axis {
  /// What a draw does to what it names.
  var change: Change {
    switch self {
    case .level, .from, .by: .replace
    case .levelTimes: .multiply
    case .fromPlus, .byPlus: .add
    case .parameter(_, let change), .year(_, let change, _): change
    case .together(_, let members): members.first?.change ?? .replace
    }
  }
}

extension Distribution {
  /// The distribution for people.
  func shown(_ language: Language) -> String {
    let name =
      switch self {
      case .normal: Text("normal", "正态")
      case .lognormal: Text("lognormal", "对数正态")
      case .triangular: Text("triangular", "三角")
      case .uniform: Text("uniform", "均匀")
      case .beta: Text("beta", "Beta 分布")
      case .discrete: Text("discrete", "离散")
      case .empirical: Text("empirical", "经验")
      }
    return words.replacing(name.english, with: name(language))
      .replacing(" values", with: Text(" values", " 个值")(language))
  }

  /// The distribution in a few words, numbers in the model's unit.
  var words: String {
    func list(_ numbers: Double...) -> String { numbers.map(shortestText).joined(separator: ", ") }
    switch self {
    case .normal(let mean, let sd): return "normal(\(list(mean, sd)))"
    case .lognormal(let median, let sigma): return "lognormal(\(list(median, sigma)))"
    case .triangular(let low, let mode, let high): return "triangular(\(list(low, mode, high)))"
    case .uniform(let low, let high): return "uniform(\(list(low, high)))"
    case .beta(let a, let b, let low, let high): return "beta(\(list(a, b, low, high)))"
    case .discrete(let values): return "discrete(\(values.count) values)"
    case .empirical(let values): return "empirical(\(values.count) values)"
    }
  }
}

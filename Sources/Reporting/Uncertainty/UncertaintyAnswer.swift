public import Analysis
import CityModel
import Diagnostics
import Glibc
import Solvers

/// What is known of a scenario when what is uncertain in it varies.
public struct UncertaintyOutcome: Sendable {
  /// The sample that was run.
  package let study: UncertaintyStudy
  /// What the variants come to together.
  public let result: UncertaintyResult
  /// The scenario as it is, without anything varied.
  package let central: RunOutcome
  /// The seed that was given.
  package let seed: UInt64

  /// Gathers an outcome; see the properties of the same names.
  public init(
    study: UncertaintyStudy, result: UncertaintyResult, central: RunOutcome, seed: UInt64
  ) {
    self.study = study
    self.result = result
    self.central = central
    self.seed = seed
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

extension UncertaintyOutcome {
  /// What a person reads on the terminal.
  func summary(_ language: Language, width: Int) -> String {
    let sentences =
      [sampleSentence, peakSentence, valueSentence, standingSentence].compactMap(\.self)
      + historySentence + faultSentence
    let lines = targets.map { targetLine($0, $1) }
    let parts = [
      [scenario.title(language)],
      sentences.flatMap { wrapped($0(language), to: width) },
      lines.flatMap { wrapped($0(language), to: width) },
    ]
    return paragraphs(parts)
  }

  private var sampleSentence: Text {
    let design = study.sample.design
    let inputs = scenario.uncertainties.values.count
    return Text(
      "\(result.count) variants over \(inputs) uncertain \(inputs == 1 ? "input" : "inputs") (design \(design.kind.rawValue), seed \(seed))\(beginning).",
      "\(inputs) 项不确定输入，共 \(result.count) 个样本（设计 \(design.kind.rawValue)，种子 \(seed)）\(beginning)。"
    )
  }

  /// When spreads begin, where they do not all begin with the run.
  private var beginning: Text {
    let firsts = scenario.uncertainties.values.compactMap(\.opening?.first)
    guard let first = firsts.min(), let last = firsts.max(), first > scenario.years.lowerBound
    else { return Text("", "") }
    let years = first == last ? "\(first)" : "\(first)–\(last)"
    return Text("; spreads begin in \(years)", "；分布自 \(years) 年展开")
  }

  private var peakSentence: Text {
    let end = scenario.years.upperBound
    let emissions = scenario.accounting.peakAccount.emissions
    let late = UncertaintyResult.Probability(hits: result.notPeaked, of: result.count).words
    guard let years = likelyYears else {
      return Text(
        "No variant has peaked by \(end).", "没有样本在 \(end) 年前达峰。")
    }
    // Without such variants the years are those of all.
    let among =
      result.notPeaked == 0 ? Text("", "") : Text(" among the variants that peak", "在已达峰的样本中，")
    return Text(
      "\(emissions.capitalised) peak in \(years.median) (5–95 %: \(years.low)–\(years.high))\(among); still rising or on a plateau in \(end): \(late).",
      "\(among)\(emissions)达峰年中位数 \(years.median) 年（5%–95%：\(years.low)–\(years.high)）；至 \(end) 年仍在上升或处于平台期的概率：\(late)。"
    )
  }

  private var valueSentence: Text {
    let peak = result.peakValue
    let unit = OutputKind.total.unit
    if peak.quantiles[4] - peak.quantiles[0] <= 1e-9 * abs(peak.quantiles[2]) {
      let value = readableText(peak.quantiles[2], digits: 4)
      let first = scenario.uncertainties.values.compactMap(\.opening?.first).min()
      let isBefore = result.peakYears.allSatisfy { $0.count == 0 || $0.year < first ?? $0.year }
      let why =
        isBefore
        ? Text(
          ": it comes before spreads begin, and nothing here says how well the model knows it",
          "：它早于分布开始的年份，其本身的误差未计入") : Text("", "")
      return Text(
        "The peak is \(value) \(unit) in all of these variants\(why).",
        "这些样本的峰值均为 \(value) \(unit)\(why)。")
    }
    let values = [peak.quantiles[2], peak.quantiles[0], peak.quantiles[4], peak.standardError]
      .map { readableText($0, digits: 4) }
    // One replicate gives no error.
    let mean =
      peak.standardError.isFinite
      ? Text("; the mean is known to ±\(values[3])", "；均值的标准误 \(values[3])") : Text("", "")
    return Text(
      "The peak is \(values[0]) \(unit) (5–95 %: \(values[1])–\(values[2]))\(mean).",
      "峰值中位数 \(values[0]) \(unit)（5%–95%：\(values[1])–\(values[2])）\(mean)。")
  }

  /// Where the scenario itself lies among its variants; beyond all of them there is no figure to tell.
  var standingSentence: Text? {
    let account = scenario.accounting.peakAccount
    let names: [Metric: Text] = [
      .peakYearEstimate(account): Text("the peak year", "达峰年份"),
      .peakValue(account): Text("the peak", "峰值"),
      .cumulative: Text("cumulative emissions", "累计排放"), .cost: Text("cost", "成本"),
    ]
    let parts = percentiles.compactMap { metric, percentile -> Text? in
      guard let name = names[metric] else { return nil }
      if percentile <= 0 { return Text("none in \(name)", "\(name)低于全部样本") }
      if percentile >= 100 { return Text("all in \(name)", "\(name)高于全部样本") }
      let figure = readableText(percentile, digits: 2)
      return Text("\(figure) % in \(name)", "\(name) \(figure)%")
    }
    guard !parts.isEmpty else { return nil }
    return Text(
      "The scenario itself lies above this share of its variants: \(parts.map(\.english).joined(separator: ", ")).",
      "情景本身在其样本中的百分位：\(parts.map(\.chinese).joined(separator: "，"))。")
  }

  private var historySentence: [Text] {
    guard result.contradictions > 0 else { return [] }
    let share = readableText(100 * Double(result.contradictions) / Double(max(1, result.count)))
    return [
      Text(
        "\(result.contradictions) variants (\(share) %) contradict 'history:' by more than 5 % and by more than the scenario does; they are counted as the others. Let spreads begin after what was observed ('from:').",
        "\(result.contradictions) 个样本（\(share)%）与 'history:' 相差超过 5% 且超过情景本身的差距，仍计入结果。请让分布自观测之后开始（'from:'）。"
      )
    ]
  }

  private var faultSentence: [Text] {
    guard result.faults > 0 else { return [] }
    return [
      Text(
        "\(result.faults) variants are impossible and left out: levers or shares leave their bounds.",
        "\(result.faults) 个样本不可能成立（措施或份额越界），已剔除。")
    ]
  }

  private func targetLine(_ target: TargetResult, _ met: UncertaintyResult.Probability) -> Text {
    let chance = met.words
    return Text(
      "\(target.goal): met with a probability of \(chance)",
      "\(target.goal)：达标概率 \(chance)")
  }

  /// The years by which 5, 50 and 95 % of the variants that peak have peaked.
  private var likelyYears: (low: Int, median: Int, high: Int)? {
    let peaked = result.count - result.notPeaked
    guard peaked > 0 else { return nil }
    func year(_ share: Double) -> Int {
      var sum = 0
      for peak in result.peakYears {
        sum += peak.count
        if Double(sum) >= share * Double(peaked) { return peak.year }
      }
      return scenario.years.upperBound
    }
    return (year(0.05), year(0.5), year(0.95))
  }
}

extension UncertaintyResult.Probability {
  /// The probability as a sample can tell it: `87 % (95 %: 86–88 %)`, and where all variants agree only the
  /// bound that these leave.
  var words: Text {
    if value >= 1 {
      let bound = percentText(low, .down)
      return Text(
        "at least \(bound) % (all of \(count); 95 %)", "至少 \(bound)%（\(count) 个样本全部成立；95% 置信）")
    }
    if value <= 0 {
      let bound = percentText(high, .up)
      return Text(
        "at most \(bound) % (none of \(count); 95 %)", "至多 \(bound)%（\(count) 个样本均不成立；95% 置信）")
    }
    let share = percentText(value, .toNearestOrAwayFromZero)
    let from = percentText(low, .down)
    let to = percentText(high, .up)
    return Text("\(share) % (95 %: \(from)–\(to) %)", "\(share)%（95% 置信区间 \(from)–\(to)%）")
  }
}

/// A share in percent with as many decimals as keep it from reading 0 or 100 where it is neither.
private func percentText(_ share: Double, _ rule: FloatingPointRoundingRule) -> String {
  guard share > 0, share < 1 else { return share <= 0 ? "0" : "100" }
  // As many as show how far it is from the nearer of the two.
  let least = max(1, Int((-log10(100 * min(share, 1 - share))).rounded(.up)))
  var text = ""
  for decimals in least...max(least, 12) {
    let unit = pow(10, Double(decimals))
    let rounded = (100 * share * unit).rounded(rule) / unit
    text = shortestText(rounded)
    if rounded > 0, rounded < 100 { break }
  }
  return text
}

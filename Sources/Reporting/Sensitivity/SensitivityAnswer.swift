public import Analysis
public import CityModel
import Diagnostics
import Solvers

extension SensitivityResult {
  /// `sensitivity.csv`, what each input does to each metric, in the order of the scenario, and the record
  /// `sensitivity.json`: what was asked, how, from what, and what came of it.
  ///
  /// - Parameter scenario: The scenario that was studied.
  /// - Returns: The answer, to be written to the folder of the scenario.
  public func answer(_ scenario: Scenario) -> Answer {
    let account = scenario.accounting.peakAccount
    let table = Table.sensitivity(self, of: account)
    return Answer(
      "sensitivity", of: subject(scenario), seed: method.seed,
      figures: [("method", .string(findings.method))] + method.settings + [
        ("runs", .integer(runs)), ("impossible", .integer(faults)),
        ("metrics", .array(metrics.indices.map { metricRecord($0, metrics[$0].metric(account)) })),
        ("rows", table.records),
      ],
      tables: [table], story: { language, _ in summary(scenario, language) })
  }
}

extension SensitivityResult {
  /// How far a metric spreads, and whether anything moves it.
  fileprivate func metricRecord(_ place: Int, _ metric: Metric) -> JSONValue {
    .object([
      ("metric", .string(metric.id)), ("unit", .string(metric.unit)),
      ("moved", .bool(isMoved(place))), ("deviation", .optional(spreads[place]?.deviation)),
      ("low", .optional(spreads[place]?.low)), ("high", .optional(spreads[place]?.high)),
    ])
  }
}

extension SensitivityMethod {
  /// What chance was drawn from.
  fileprivate var seed: UInt64? {
    switch self {
    case .sobol(_, _, _, let seed), .morris(_, _, let seed): seed
    case .tornado, .gradient: nil
    }
  }

  /// What decides the numbers beside the seed, and what they are measured against.
  fileprivate var settings: [(key: String, value: JSONValue)] {
    switch self {
    case .sobol(let design, let points, let replicates, _):
      [
        ("generator", .string(RandomStream.name)), ("design", .string(design.rawValue)),
        ("points", .integer(points)), ("replicates", .integer(replicates)),
        ("confidence", .number(0.95)), ("confidence_from", .string("replicates, Student's t")),
      ]
    case .morris(let trajectories, let levels, _):
      [
        ("generator", .string(RandomStream.name)), ("trajectories", .integer(trajectories)),
        ("levels", .integer(levels)),
        (
          "shares",
          .array(
            [Self.morrisShares.lowerBound, Self.morrisShares.upperBound].map(JSONValue.number))
        ), ("effect_per", .string("whole range of shares")), ("standardised", .bool(false)),
      ]
    case .tornado:
      [("shares", .array(Self.tornadoShares.map(JSONValue.number))), ("others_at", .number(0.5))]
    case .gradient:
      [("step", .number(Self.gradientStep)), ("per", .string("whole pull of the lever"))]
    }
  }
}

extension SensitivityResult {
  /// What a person reads on the terminal: of each metric the inputs that matter most.
  func summary(_ scenario: Scenario, _ language: Language) -> String {
    let left =
      faults > 0
      ? [
        Text(
          "\(faults) of \(runs) variants are impossible and left out.",
          "\(runs) 个变体中有 \(faults) 个不可能成立，已剔除。")(
            language)
      ] : []
    let ignored =
      !scenario.uncertainties.correlations.isEmpty && findings.takesIndependence
      ? [
        Text(
          "Inputs are taken as independent here; the correlations of the scenario are not used.",
          "此处视各输入相互独立，未使用情景中的相关系数。")(language)
      ] : []
    let tables = metrics.indices.map { lines($0, language) }
    return paragraphs([[scenario.title(language)], left, ignored] + tables)
  }

  /// The inputs shown for each metric.
  private static let shown = 8

  private func lines(_ metric: Int, _ language: Language) -> [String] {
    let order = axes.indices.filter { abs(weight(metric, $0)) > 0 }
      .sorted { (weight(metric, $0), $1) > (weight(metric, $1), $0) }
    guard !order.isEmpty, isMoved(metric) else { return [unmoved(metric, language)] }
    let width = order.prefix(Self.shown).map { axes[$0].path.count }.max() ?? 0
    let rows = order.prefix(Self.shown).map { input in
      let path = axes[input].path
      let gap = String(repeating: " ", count: width - path.count + 2)
      return "  \(terminalSafe(path))\(gap)\(figure(metric, input, language))"
    }
    let name = metrics[metric].name(language)
    let unit = metrics[metric].shownUnit(language)
    let heading = Text(
      "\(name) [\(unit)]: \(findings.measure(language))",
      "\(name) [\(unit)]：\(findings.measure(language))")
    return [heading(language)] + [spreadLine(metric, language)].compactMap(\.self) + rows
  }

  /// That nothing moves a metric, and within what it stays.
  private func unmoved(_ metric: Int, _ language: Language) -> String {
    let name = metrics[metric].name(language)
    guard let spread = spreads[metric], spread.high > spread.low else {
      return Text("\(name): nothing moves it", "\(name)：不受任何输入影响")(language)
    }
    let low = figure(spread.low, of: metric, language)
    let high = figure(spread.high, of: metric, language)
    return Text(
      "\(name): nothing moves it; all runs lie within \(low)–\(high)",
      "\(name)：不受任何输入影响，全部模拟均在 \(low)–\(high) 之间")(language)
  }

  /// How far a metric spreads over the runs.
  private func spreadLine(_ metric: Int, _ language: Language) -> String? {
    guard let spread = spreads[metric] else { return nil }
    let low = figure(spread.low, of: metric, language)
    let high = figure(spread.high, of: metric, language)
    let deviation = spread.deviation.map { value -> Text in
      let text = amount(value, of: metric, language)
      return Text("standard deviation \(text), ", "标准差 \(text)，")
    }
    return Text(
      "  \(deviation)range \(low)–\(high)",
      "  \(deviation)范围 \(low)–\(high)")(language)
  }

  /// A value of a metric: a date to a hundredth of a year.
  private func figure(_ value: Double, of metric: Int, _ language: Language) -> String {
    metrics[metric] == .peakYear
      ? fixedText(value, decimals: 2) : amount(value, of: metric, language)
  }

  private func amount(_ value: Double, of metric: Int, _ language: Language) -> String {
    metrics[metric] == .cost
      ? CountedUnit.money.figure(value)(language) : readableText(value)
  }

  private func figure(_ metric: Int, _ input: Int, _ language: Language) -> String {
    func amount(_ value: Double) -> String { self.amount(value, of: metric, language) }
    switch findings {
    case .sobol(let indices):
      let first = indices[metric].first[input]
      let total = indices[metric].total[input]
      return
        "\(readableText(first.value)) / \(readableText(total.value)) ± \(readableText(total.confidence))"
    case .morris(let effects):
      let found = effects[metric]
      return "\(amount(found.meanSize[input])), σ \(amount(found.deviation[input]))"
    case .tornado(let swings):
      let swing = swings[metric][input]
      let low = swing.low - base[metric]
      let high = swing.high - base[metric]
      return "\(amount(low)) … \(amount(high))"
    case .gradient(let gradients): return amount(gradients[metric][input])
    }
  }
}

extension SensitivityResult.Findings {
  fileprivate var takesIndependence: Bool { if case .gradient = self { false } else { true } }

  fileprivate func measure(_ language: Language) -> String {
    switch self {
    case .sobol:
      Text("share of variance, alone / in all ± 95 %", "方差份额：单独 / 总计 ± 95%")(language)
    case .morris:
      Text(
        "mean size of the effect from the 2.5 to the 97.5 % quantile, μ*",
        "由 2.5% 到 97.5% 分位数的效应平均幅度 μ*")(language)
    case .tornado: Text("from the 5 % to the 95 % quantile", "从 5% 到 95% 分位数")(language)
    case .gradient: Text("per whole pull of the lever", "措施力度由 0 到 1 的变化")(language)
    }
  }
}

extension SensitivityMetric {
  fileprivate func shownUnit(_ language: Language) -> String {
    switch self {
    case .peakYear: Text("years", "年")(language)
    case .peakValue, .cumulative: OutputKind.total.unit
    case .cost: CountedUnit.money.name(language)
    }
  }

  fileprivate func name(_ language: Language) -> String {
    switch self {
    case .peakYear: Text("Peak year, estimated within the year", "达峰年份（年内估计）")(language)
    case .peakValue: Text("Peak value", "峰值")(language)
    case .cumulative: Text("Cumulative emissions", "累计排放")(language)
    case .cost: Text("System cost", "系统成本")(language)
    }
  }
}

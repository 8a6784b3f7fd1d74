import Analysis
import CityModel
import Diagnostics

/// A row of `portfolio.csv`.
struct PortfolioRow {
  /// What a row tells.
  enum Kind: String, CaseIterable {
    case lever, metric, condition, probability

    /// The kind for people.
    var name: Text {
      switch self {
      case .lever: Text("lever", "措施")
      case .metric: Text("figure", "指标")
      case .condition: Text("condition", "要求")
      case .probability: Text("probability", "概率要求")
      }
    }
  }

  /// A lever of the portfolio, with what the scenario has of it.
  struct OfLever {
    let part: LeverPart
    let group: Lever.Group?
    let level: Double?
    let by: Double?
    let hasOwnCost: Bool
  }

  let kind: Kind
  let id: Cell
  var lever: OfLever?
  var value = Cell.empty
  var scenario = Cell.empty
  var withoutLevers = Cell.empty
  var required: Double?
  var unit: String?
}

extension Table {
  /// `portfolio.csv`: the levers, what the portfolio comes to, and what was asked; nothing where no
  /// portfolio was found.
  static func portfolio(_ answer: LeastCost) -> Self? {
    guard case .reached(let portfolio, let parts) = answer.outcome else { return nil }
    return Self(
      "portfolio", portfolioColumns,
      parts.map { answer.row(of: $0) } + answer.metricRows(portfolio)
        + portfolio.point.results.map(conditionRow)
        + zip(answer.problem.chances, portfolio.shares).map(chanceRow))
  }

  /// The columns of `portfolio.csv`.
  static let portfolioColumns: [Column<PortfolioRow>] =
    [
      Column(
        "kind", Text("Kind", "类型"),
        Text(
          "What the row tells: a `lever`, a figure (`metric`), a `condition` or a `probability`.",
          "该行内容：`lever` 措施、`metric` 指标、`condition` 要求、`probability` 概率要求。")
      ) { .word($0.kind.rawValue, $0.kind.name) },
      Column(
        "id", Text("Item", "项目"), Text("The lever, the figure, or what was asked.", "措施、指标或要求。")
      ) {
        $0.id
      },
    ] + portfolioLeverColumns.map { $0.of(\.lever) } + portfolioFigureColumns

  private static let portfolioLeverColumns: [Column<PortfolioRow.OfLever>] = [
    Column(.group) { $0.group.map(Cell.group) ?? .text("") },
    Column("level", Text("Level", "力度"), Text("How far the lever is pulled.", "措施的力度。"), unit: "1")
    {
      .number($0.part.level)
    },
    Column("by", Text("Full by", "完成年份"), Text("The first year with all of it.", "完全实施的首年。")) {
      .optional($0.part.by)
    },
    Column(
      "scenario_level", Text("Level in the scenario", "原情景力度"),
      Text("The level in the scenario.", "原情景中的力度。"),
      unit: "1"
    ) { .optional($0.level) },
    Column(
      "scenario_by", Text("Full by, in the scenario", "原情景完成年份"),
      Text("The year in the scenario.", "原情景中的完成年份。")
    ) { .optional($0.by) },
    Column(
      "added_cost", Text("Added cost [billion CNY]", "增加成本 [十亿元]"),
      Text(
        "What the system costs more than without the lever, all others staying.",
        "与其他措施不变、仅去掉该措施相比增加的系统成本。"),
      unit: OutputKind.cost.unit
    ) { .optional($0.part.addedCost) },
    Column(
      "avoided", Text("Avoided [Mt CO2e]", "减排量 [Mt CO2e]"),
      Text(
        "What is emitted less over all years than without the lever, all others staying.",
        "与其他措施不变、仅去掉该措施相比减少的累计排放。"),
      unit: OutputKind.total.unit
    ) { .optional($0.part.avoided) },
    Column(
      "own_cost", Text("Has a cost of its own", "计有自身成本"),
      Text(
        "Whether the scenario gives the lever a cost of its own; without one it looks cheaper than it is.",
        "情景是否给出该措施自身的成本；未给出则显得偏低。")
    ) { .flag($0.hasOwnCost) },
  ]

  private static let portfolioFigureColumns: [Column<PortfolioRow>] = [
    Column("value", Text("Value", "数值"), Text("The figure of the portfolio.", "组合的指标值。")) {
      $0.value
    },
    Column(
      "scenario", Text("As in the scenario", "原情景"),
      Text("The figure of the scenario as it is.", "原情景的指标值。")
    ) {
      $0.scenario
    },
    Column(
      "without_levers", Text("Without levers", "不采取措施"),
      Text("The figure without levers.", "不采取措施时的指标值。")
    ) { $0.withoutLevers },
    Column(.required) { .optional($0.required) },
    Column(.unit) { $0.unit.map { .unit($0) } ?? .empty },
  ]

  private static func conditionRow(_ result: TargetResult) -> PortfolioRow {
    PortfolioRow(
      kind: .condition, id: .target(result.name, in: result.year),
      value: .optional(result.reached), required: result.required, unit: result.unit)
  }

  private static func chanceRow(_ chance: Chance, _ share: Double) -> PortfolioRow {
    PortfolioRow(
      kind: .probability, id: .sentence(chance.aim.askedText), value: .number(share),
      required: chance.share, unit: "1")
  }

  /// `alternatives.csv`: how far each lever can differ.
  static func alternatives(_ rooms: [LeverRoom]) -> Self {
    Self("alternatives", alternativeColumns, rooms)
  }

  /// The columns of `alternatives.csv`.
  static let alternativeColumns: [Column<LeverRoom>] = [
    Column(.lever) { .text($0.lever) },
    Column("level", Text("Level", "力度"), Text("The level in the portfolio.", "组合中的力度。"), unit: "1")
    {
      .number($0.level)
    },
    Column(
      "least", Text("Least level", "最低力度"),
      Text(
        "The least level with which a portfolio of nearly the same cost still does it.",
        "成本相近的组合中该措施的最低力度。"), unit: "1"
    ) { .number($0.range.lowerBound) },
    Column(
      "greatest", Text("Greatest level", "最高力度"),
      Text("The greatest such level.", "上述组合中的最高力度。"), unit: "1"
    ) { .number($0.range.upperBound) },
  ]
}

extension LeastCost {
  fileprivate func row(of part: LeverPart) -> PortfolioRow {
    let lever = problem.backcast.blueprint.scenario.levers.first { $0.identity.id == part.lever }
    return PortfolioRow(
      kind: .lever, id: .text(part.lever),
      lever: PortfolioRow.OfLever(
        part: part, group: lever?.group, level: lever?.level,
        by: lever.flatMap { $0.ramp.hasEnd ? $0.ramp.by : nil },
        hasOwnCost: !withoutOwnCost.contains(part.lever)))
  }

  fileprivate func metricRows(_ portfolio: Portfolio) -> [PortfolioRow] {
    let account = problem.backcast.blueprint.scenario.accounting.peakAccount
    let metrics: [(Metric, (BackcastPoint) -> Cell)] = [
      (.cost, { .optional($0.cost) }), (.cumulative, { .number($0.cumulative) }),
      (.peakYear(account), { .optional($0.peak?.year) }),
      (.peakYearEstimate(account), { .optional($0.peak?.estimate) }),
      (.peakValue(account), { .optional($0.peak?.value) }),
    ]
    return metrics.map { metric, value in
      PortfolioRow(
        kind: .metric, id: .metric(metric), value: value(portfolio.point),
        scenario: value(start.point), withoutLevers: value(none.point), unit: metric.unit)
    }
  }
}

/// A budget with the cheapest portfolio within it: a row of `frontier.csv`.
struct FrontierRow {
  /// Its number, from 1.
  let number: Int
  let budget: Double
  /// What the portfolio comes to; nothing where there is none.
  let reached: BackcastPoint?
  /// What the next wider budget's comes to.
  let before: BackcastPoint?

  /// What a tonne costs from one point to the next [yuan/t]; nothing where no less is emitted.
  var marginalCost: Double? {
    guard let before, let reached, let cost = reached.cost, let old = before.cost,
      before.cumulative - reached.cumulative > 1e-6 * before.cumulative.magnitude
    else { return nil }
    return (cost - old) / (before.cumulative - reached.cumulative) * 1e3
  }
}

extension Table {
  /// `frontier.csv`: a row for each budget, the widest first.
  static func frontier(_ points: [FrontierPoint]) -> Self {
    let problem = points.first?.problem.backcast
    let rows = points.enumerated().map { place, point in
      FrontierRow(
        number: place + 1, budget: point.budget, reached: point.portfolio?.point,
        before: place > 0 ? points[place - 1].portfolio?.point : nil)
    }
    return Self(
      "frontier",
      frontierColumns(
        problem?.blueprint.scenario.accounting.peakAccount ?? .gross,
        handles: (problem?.handles ?? []).map(\.path)), rows)
  }

  /// The columns of `frontier.csv`.
  static func frontierColumns(
    _ account: EmissionTotal, handles: [String]
  ) -> [Column<FrontierRow>] {
    budgetColumns + [
      Column(.peakYear(account)) { .optional($0.reached?.peak?.year) },
      Column(.peakEstimate(account)) { .optional($0.reached?.peak?.estimate) },
      Column(.peakValue(account)) { .optional($0.reached?.peak?.value) },
    ]
      + handles.enumerated().map { place, path in
        Column(ColumnHead(named: path, Text("The value of what is chosen.", "所选项的取值。"))) {
          .optional($0.reached?.values[place])
        }
      }
  }

  private static let budgetColumns: [Column<FrontierRow>] = [
    Column("point", Text("Point", "点"), Text("The number of the point.", "点的编号。")) {
      .integer($0.number)
    },
    Column(
      "budget", Text("Budget [Mt CO2e]", "累计排放预算 [Mt CO2e]"),
      Text("The most that may be emitted over all years, net.", "各年净排放之和的上限。"),
      unit: OutputKind.total.unit
    ) { .number($0.budget) },
    Column(.cumulative) { .optional($0.reached?.cumulative) },
    Column(.cost) { .optional($0.reached?.cost) },
    Column(
      "marginal_cost", Text("Marginal cost [CNY/t CO2e]", "边际成本 [元/t CO2e]"),
      Text("What a tonne less costs, from the point before.", "自上一点起，每减排一吨的成本。"), unit: "CNY/t CO2e"
    ) { .optional($0.marginalCost) },
  ]
}

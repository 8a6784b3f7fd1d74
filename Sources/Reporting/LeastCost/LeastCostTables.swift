import Analysis
import CityModel
import Diagnostics

extension Table {
  /// `portfolio.csv`: the levers, what the portfolio comes to, and what was asked; nothing where no
  /// portfolio was found.
  static func portfolio(_ answer: LeastCost) -> Self? {
    guard case .reached(let portfolio, let parts) = answer.outcome else { return nil }
    return Self(
      columns: [
        "kind", "id", "group", "level", "by", "scenario_level", "scenario_by", "added_cost",
        "avoided", "own_cost", "value", "scenario", "without_levers", "required", "unit",
      ],
      rows: parts.map { answer.row(of: $0) } + answer.metricRows(portfolio)
        + portfolio.point.results.map(conditionRow)
        + zip(answer.problem.chances, portfolio.shares).map(chanceRow))
  }

  private static func conditionRow(_ result: TargetResult) -> [Cell] {
    [.text("condition"), .text("\(result.name)-\(result.year)")]
      + [Cell](repeating: .empty, count: 8)
      + [.optional(result.reached), .empty, .empty, .number(result.required), .text(result.unit)]
  }

  private static func chanceRow(_ chance: Chance, _ share: Double) -> [Cell] {
    [.text("probability"), .sentence(chance.aim.askedText)]
      + [Cell](repeating: .empty, count: 8)
      + [.number(share), .empty, .empty, .number(chance.share), .text("1")]
  }

  /// `alternatives.csv`: how far each lever can differ.
  static func alternatives(_ rooms: [LeverRoom]) -> Self {
    Self(
      columns: ["lever", "level", "least", "greatest"],
      rows: rooms.map {
        [
          .text($0.lever), .number($0.level), .number($0.range.lowerBound),
          .number($0.range.upperBound),
        ]
      })
  }

  /// `frontier.csv`: a row for each budget, the widest first.
  static func frontier(_ points: [FrontierPoint]) -> Self {
    let problem = points.first?.problem.backcast
    let handles = problem?.handles ?? []
    let account = (problem?.blueprint.scenario.accounting.peakAccount ?? .gross).rawValue
    let rows = points.enumerated().map { place, point -> [Cell] in
      let reached = point.portfolio?.point
      let before = place > 0 ? points[place - 1].portfolio?.point : nil
      return [
        .integer(place + 1), .number(point.budget), .optional(reached?.cumulative),
        .optional(reached?.cost), .optional(marginalCost(before, reached)),
        .optional(reached?.peak?.year), .optional(reached?.peak?.estimate),
        .optional(reached?.peak?.value),
      ] + handles.indices.map { .optional(reached?.values[$0]) }
    }
    return Self(
      columns: [
        "point", "budget", "cumulative", "cost", "marginal_cost", "peak_year_\(account)",
        "peak_year_estimate_\(account)", "peak_value_\(account)",
      ] + handles.map(\.path), rows: rows)
  }

  /// What a tonne costs from one point to the next [yuan/t]; nothing where no less is emitted.
  private static func marginalCost(_ before: BackcastPoint?, _ point: BackcastPoint?) -> Double? {
    guard let before, let point,
      let (cost, old) = point.cost.flatMap({ cost in
        before.cost.map { (cost, $0) }
      }), before.cumulative - point.cumulative > 1e-6 * before.cumulative.magnitude
    else { return nil }
    return (cost - old) / (before.cumulative - point.cumulative) * 1e3
  }
}

extension LeastCost {
  fileprivate func row(of part: LeverPart) -> [Cell] {
    let lever = problem.backcast.blueprint.scenario.levers.first { $0.identity.id == part.lever }
    let before = lever.flatMap { $0.ramp.hasEnd ? $0.ramp.by : nil }
    return [
      .text("lever"), .text(part.lever), .text(lever?.group.rawValue ?? ""), .number(part.level),
      .optional(part.by), .optional(lever?.level), .optional(before), .optional(part.addedCost),
      .optional(part.avoided), .text(withoutOwnCost.contains(part.lever) ? "no" : "yes"),
    ] + [Cell](repeating: .empty, count: 5)
  }

  fileprivate func metricRows(_ portfolio: Portfolio) -> [[Cell]] {
    let account = problem.backcast.blueprint.scenario.accounting.peakAccount.rawValue
    let metrics: [(String, String, (BackcastPoint) -> Cell)] = [
      ("cost", OutputKind.cost.unit, { .optional($0.cost) }),
      ("cumulative", "Mt CO2e", { .number($0.cumulative) }),
      ("peak_year_\(account)", "year", { .optional($0.peak?.year) }),
      ("peak_year_estimate_\(account)", "year", { .optional($0.peak?.estimate) }),
      ("peak_value_\(account)", "Mt CO2e", { .optional($0.peak?.value) }),
    ]
    return metrics.map { name, unit, value in
      [.text("metric"), .text(name)] + [Cell](repeating: .empty, count: 8)
        + [portfolio, start, none].map { value($0.point) } + [.empty, .text(unit)]
    }
  }
}

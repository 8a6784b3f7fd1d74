public import Analysis
import CityModel
import Diagnostics
import Solvers

/// The cheapest portfolio with what was asked about it.
public struct LeastCostOutcome: Sendable {
  /// The portfolio.
  public let found: LeastCost
  /// How far each lever can differ, and the share of cost it was asked for.
  package let rooms: (share: Double, levers: [LeverRoom])?
  /// The cheapest portfolios of budgets, the widest first.
  public let frontier: [FrontierPoint]

  /// Gathers an outcome; see the properties of the same names.
  public init(
    _ found: LeastCost, rooms: (share: Double, levers: [LeverRoom])? = nil,
    frontier: [FrontierPoint] = []
  ) {
    self.found = found
    self.rooms = rooms
    self.frontier = frontier
  }

  var problem: LeastCostProblem { found.problem }
  var scenario: Scenario { problem.backcast.blueprint.scenario }
}

extension LeastCostOutcome {
  /// `portfolio.csv`, `alternatives.csv` and `frontier.csv`, as far as there is something for them, and
  /// `optimise.json`: what was searched and found.
  public var answer: Answer {
    let tables: [Table?] = [
      .portfolio(found), rooms.map { .alternatives($0.levers) },
      frontier.isEmpty ? nil : .frontier(frontier),
    ]
    return Answer(
      "optimise", of: subject(scenario), seed: problem.seed,
      figures: asked + outcome + alternatives, tables: tables.compactMap(\.self),
      story: { summary($0, width: $1) })
  }

  private var asked: [(key: String, value: JSONValue)] {
    let blueprint = problem.backcast.blueprint
    return [
      ("generator", .string(RandomStream.name)),
      ("discount_rate", .optional(blueprint.discountRate)),
      ("may_be_changed", .array(problem.backcast.handles.map { .string($0.path) })),
      ("held", .array(problem.heldInputs.map(JSONValue.string))),
      ("without_own_cost", .array(found.withoutOwnCost.map(JSONValue.string))),
      (
        "without_cost",
        .array((blueprint.costGaps ?? []).map { .string($0.path.description) })
      ),
      ("without_levers", record(of: found.none)), ("start", record(of: found.start)),
      ("full", record(of: found.full)),
    ]
  }

  private var outcome: [(key: String, value: JSONValue)] {
    switch found.outcome {
    case .reached(let portfolio, let parts):
      [
        ("reachable", .bool(true)), ("solution", record(of: portfolio)),
        ("levers", .array(parts.map(record))),
      ]
    case .unreachable(let closest):
      [("reachable", .bool(false)), ("closest", record(of: closest))]
    }
  }

  private var alternatives: [(key: String, value: JSONValue)] {
    guard let rooms else { return [] }
    return [
      ("within", .number(rooms.share)),
      (
        "alternatives",
        .array(
          rooms.levers.map {
            .object([
              ("lever", .string($0.lever)), ("level", .number($0.level)),
              ("least", .number($0.range.lowerBound)),
              ("greatest", .number($0.range.upperBound)),
            ])
          })
      ),
    ]
  }

  private func record(of part: LeverPart) -> JSONValue {
    .object([
      ("lever", .string(part.lever)), ("level", .number(part.level)), ("by", .optional(part.by)),
      ("added_cost", .optional(part.addedCost)), ("avoided", .optional(part.avoided)),
    ])
  }

  private func record(of portfolio: Portfolio) -> JSONValue {
    let point = portfolio.point
    let account = scenario.accounting.peakAccount
    return .object([
      (
        "values",
        .object(zip(problem.backcast.handles, point.values).map { ($0.path, .number($1)) })
      ),
      (Metric.cost.id, .optional(point.cost)), (Metric.cumulative.id, .number(point.cumulative)),
      (Metric.peakYear(account).id, .optional(point.peak?.year)),
      (Metric.peakYearEstimate(account).id, .optional(point.peak?.estimate)),
      ("conditions", Table.targets(point.results).records),
      (
        "probabilities",
        .array(
          zip(problem.chances, portfolio.shares).map { chance, share in
            .object([
              ("of", .string(chance.aim.askedText.english)), ("required", .number(chance.share)),
              ("reached", .number(share)),
            ])
          })
      ),
    ])
  }
}

extension LeastCostOutcome {
  /// What a person reads on the terminal.
  func summary(_ language: Language, width: Int) -> String {
    let title = [scenario.title(language)]
    let parts =
      switch found.outcome {
      case .reached(let portfolio, let levers):
        [
          title + cost(portfolio, language), levers.flatMap { line($0, language) },
          judged(portfolio, language), warnings(language), frontierLines(language),
        ]
      case .unreachable(let closest):
        [
          title + [
            Text("No portfolio was found that meets the conditions.", "未找到满足要求的措施组合。")(language)
          ],
          misses(Text("All levers at full:", "全部措施全力实施："), found.full, language),
          misses(Text("Closest found:", "最接近的组合："), closest, language),
        ]
      }
    let texts = parts.map { $0.flatMap { wrapped($0, to: width) } }
    return paragraphs(texts)
  }

  private func cost(_ portfolio: Portfolio, _ language: Language) -> [String] {
    guard let cost = portfolio.point.cost else { return [] }
    let unit = CountedUnit.money.name
    let figure = CountedUnit.money.figure(cost, digits: 6)
    let total = Text(
      "The cheapest portfolio found costs \(figure) \(unit) (present value of the whole system):",
      "找到的最低成本组合：全系统成本现值 \(figure) \(unit)：")
    let others = [
      (Text("than the scenario", "情景"), found.start),
      (Text("than without these levers", "不采取这些措施时"), found.none),
      (Text("than with all at full", "全部全力实施时"), found.full),
    ].compactMap { name, other -> Text? in
      guard let than = other.point.cost else { return nil }
      let difference = cost - than
      let size = CountedUnit.money.figure(abs(difference))
      return difference > 0
        ? Text("\(size) more \(name)", "比\(name)高 \(size)")
        : Text("\(size) less \(name)", "比\(name)低 \(size)")
    }
    let list = Text(
      english: others.map(\.english).joined(separator: ", ") + ".",
      chinese: others.map(\.chinese).joined(separator: "，") + "。")
    return [total(language), list(language)]
  }

  private func line(_ part: LeverPart, _ language: Language) -> [String] {
    guard part.level > 0 else { return [] }
    let name = scenario.levers.first { $0.identity.id == part.lever }?.identity.name
    let level = shownPercent(part.level)
    let isDated = problem.backcast.handles.contains(.end(lever: part.lever))
    let date =
      isDated ? part.by.map { Text(" by \(shortestText($0))", "，\(shortestText($0))年") } : nil
    let cost = part.addedCost.map { added in
      let sign = added > 0 ? "+" : ""
      let amount = CountedUnit.money.figure(added)
      return Text(", cost \(sign)\(amount)", "，成本 \(sign)\(amount) 亿元")
    }
    let avoided = part.avoided.map {
      Text(", avoids \(readableText($0)) Mt", "，减排 \(readableText($0)) Mt")
    }
    let tail = [date, cost, avoided].compactMap(\.self)
    let title = name ?? Text(same: part.lever)
    return [
      Text(
        english: "  \(title.english): \(level.english)" + tail.map(\.english).joined(),
        chinese: "  \(title.chinese)：\(level.chinese)" + tail.map(\.chinese).joined())(language)
    ]
  }

  private func judged(_ portfolio: Portfolio, _ language: Language) -> [String] {
    portfolio.point.results.map { $0.line(language) }
      + zip(problem.chances, portfolio.shares).map { $0.line($1, of: problem.draws, language) }
  }

  private func misses(
    _ heading: Text, _ portfolio: Portfolio, _ language: Language
  ) -> [String] {
    guard portfolio.point.fault == nil else {
      return [Text("\(heading) no results.", "\(heading)无结果。")(language)]
    }
    return [heading(language)] + judged(portfolio, language).map { "  \($0)" }
  }

  private func warnings(_ language: Language) -> [String] {
    let free = found.withoutOwnCost
    guard !free.isEmpty else { return [] }
    let list = scenario.leverNames(free)
    return [
      Text(
        "These levers spend nothing of their own. Where one costs something, that stands nowhere, and it looks cheaper than it is: \(list).",
        "以下措施自身没有支出；若实际有成本而情景未给出，则看起来比实际便宜：\(list)。")(language)
    ]
  }

  private func frontierLines(_ language: Language) -> [String] {
    guard !frontier.isEmpty else { return [] }
    let heading = Text(
      "Cost by budget of \(span) [Mt CO2e, \(CountedUnit.money.name)]:",
      "各累计排放预算（\(span)）下的最低成本 [Mt CO2e，\(CountedUnit.money.name)]：")
    return [heading(language)]
      + frontier.map { point in
        let cost = point.portfolio?.point.cost.map { CountedUnit.money.figure($0, digits: 6) }
        let found = (cost ?? Text("no portfolio found", "未找到组合"))(language)
        let peak = point.portfolio?.point.peak.map { peak in
          Text(", peak \(peak.year)", "，\(peak.year)年达峰")(language)
        }
        let budget = readableText(point.budget, digits: 5)
        return Text("  \(budget): \(found)\(peak ?? "")", "  \(budget)：\(found)\(peak ?? "")")(
          language)
      }
  }

  private var span: String { "\(scenario.years.lowerBound)–\(scenario.years.upperBound)" }
}

extension Chance {
  /// The condition with how often it is met: `✓ peak by 2028 with 90 %: 93 %`.
  func line(_ reached: Double, of draws: Int, _ language: Language) -> String {
    let mark = reached >= share - 1e-9 ? "✓" : "✗"
    let asked = readableText(100 * share, digits: 4)
    let found = UncertaintyResult.Probability(
      hits: Int((reached * Double(draws)).rounded()), of: draws
    ).words
    return Text(
      "\(mark) \(aim.askedText), in \(asked) % of draws: \(found)",
      "\(mark) \(aim.askedText)，概率不低于 \(asked)%：\(found)")(language)
  }
}

public import Analysis
import CityModel
public import Diagnostics

/// What is written of a plan held against observations.
public struct TrackingReport {
  let tracking: Tracking

  /// Reports a comparison of plan and observation.
  public init(_ tracking: Tracking) { self.tracking = tracking }

  var scenario: Scenario { tracking.plan.blueprint.scenario }

  /// The total that observed emissions are of.
  private var observedAccount: String { scenario.history.inventory.account.rawValue }

  /// What of the observations looks wrong.
  public var warnings: [Text] {
    tracking.slips.map { slip in
      let observed = readableText(slip.observed)
      let planned = readableText(slip.planned)
      return Text(
        "\(slip.item) \(slip.year): \(observed) \(slip.unit) observed, \(planned) planned; \(slip.remedy)",
        "\(slip.year)年\(name(slip.item))：实际 \(observed) \(slip.unit)，计划 \(planned)；\(slip.remedy)"
      )
    }
  }

  /// `tracking.csv` and `tracking.json`: the status and the facts.
  public var answer: Answer {
    let table = Table.tracking(facts)
    return Answer(
      "tracking", of: subject(scenario), figures: judged + [("facts", table.records)],
      tables: [table], story: { summary($0, width: $1) })
  }

  /// What was held against what, and the status.
  private var judged: [(key: String, value: JSONValue)] {
    [
      ("status", .string(tracking.status.rawValue)),
      ("observed_account", .string(observedAccount)),
      ("tolerance", .number(tracking.tolerance)),
      ("observed_years", .array(tracking.years.map(JSONValue.integer))),
      ("last_year", .optional(tracking.lastYear)),
      (
        "base_year",
        tracking.base.map { base in
          .object([
            ("year", .integer(base.year)), ("observed", .number(base.observed)),
            ("planned", .number(base.planned)),
            ("observed_in", .string(base.isOfHistory ? "history" : "table")),
          ])
        } ?? .null
      ),
    ]
  }

  /// All facts.
  private var facts: [TrackingFact] {
    distances + explained + nowcasts + budgets + targets + levers
  }

  private var distances: [TrackingFact] {
    tracking.distances.map {
      TrackingFact(
        kind: .distance, item: $0.item, year: $0.year, unit: $0.unit, planned: $0.planned,
        observed: $0.observed, status: $0.status,
        reason: $0.gap?.text ?? sameBase(as: $0)?.text,
        account: $0.item.hasPrefix("emissions") ? observedAccount : nil)
    }
  }

  /// What the distance owes to the base year, if it is the one that is judged.
  func sameBase(as distance: Tracking.Distance) -> SameBase? {
    guard distance.item == "emissions", let found = tracking.sameBase, found.year == distance.year
    else { return nil }
    return found
  }

  private var explained: [TrackingFact] {
    tracking.explained.flatMap { year in
      (year.factors?.parts ?? []).map {
        TrackingFact(
          kind: .explained, item: $0.factor, year: year.year, unit: OutputKind.total.unit,
          ownDistance: $0.effect, account: observedAccount)
      }
        + (year.factors?.missing ?? []).map {
          TrackingFact(
            kind: .explained, item: $0, year: year.year, unit: OutputKind.total.unit,
            status: .unknown, reason: TrackingGap.notObserved($0).text, account: observedAccount)
        }
    }
  }

  private var nowcasts: [TrackingFact] {
    guard let nowcast = tracking.nowcast, let last = tracking.lastYear else { return [] }
    return EmissionTotal.allCases.flatMap { account in
      let planned = tracking.plan.totals[account]
      return zip(tracking.plan.years, zip(planned, nowcast[account])).filter { $0.0 > last }.map {
        TrackingFact(
          kind: .nowcast, item: account.rawValue, year: $0, unit: OutputKind.total.unit,
          planned: $1.0, ownDistance: $1.1 - $1.0, account: account.rawValue)
      }
    }
  }

  private var budgets: [TrackingFact] {
    tracking.budgets.flatMap { budget -> [TrackingFact] in
      let name = "\(budget.years.lowerBound)-\(budget.years.upperBound)"
      return [
        TrackingFact(
          kind: .budget, item: "spent \(name)", year: tracking.lastYear,
          unit: OutputKind.total.unit, planned: budget.limit, observed: budget.spent,
          status: budget.spent == nil ? .unknown : nil,
          reason: budget.spent == nil ? TrackingGap.missingYears(budget.missingYears).text : nil,
          account: budget.account.rawValue),
        TrackingFact(
          kind: .budget, item: "used up \(name)", year: budget.exhausted, unit: "year",
          account: budget.account.rawValue),
      ]
    }
  }

  private var targets: [TrackingFact] {
    tracking.targets.map {
      TrackingFact(
        kind: .target, item: $0.result.name, year: $0.result.year, unit: $0.result.unit,
        planned: $0.result.required, observed: $0.gap == nil ? $0.result.reached : nil,
        status: $0.status, reason: $0.reason, account: $0.result.account?.rawValue)
    }
  }

  private var levers: [TrackingFact] {
    tracking.levers.map {
      TrackingFact(
        kind: .lever, item: $0.path?.description ?? $0.levers.joined(separator: " "),
        year: $0.year, unit: $0.unit, planned: $0.planned, observed: $0.observed,
        status: $0.status, reason: $0.gap?.text, reaches: $0.planReaches, levers: $0.levers)
    }
  }
}

extension Tracking.JudgedTarget {
  /// Why the status is what it is, where the numbers do not say it.
  var reason: Text? {
    gap?.text ?? (isMissedByPlan ? Text("the plan itself misses it", "计划本身也未达标") : nil)
  }
}

/// A fact of a plan held against observations: a row of `tracking.csv`.
struct TrackingFact {
  /// What a fact tells.
  enum Kind: String, CaseIterable {
    case distance, explained, nowcast, budget, target, lever

    /// The kind for people.
    var name: Text {
      switch self {
      case .distance: Text("distance", "差距")
      case .explained: Text("explained", "成因")
      case .nowcast: Text("nowcast", "推算")
      case .budget: Text("budget", "预算")
      case .target: Text("target", "目标")
      case .lever: Text("lever", "措施")
      }
    }
  }

  let kind: Kind
  let item: String
  let year: Int?
  let unit: String
  var planned: Double?
  var observed: Double?
  /// What lies between them, where that is not the observed less the planned.
  var ownDistance: Double?
  var status: TrackingStatus?
  var reason: Text?
  /// When the plan is where the observed is.
  var reaches: Double?
  var levers: [String] = []
  var account: String?

  /// What was observed less what was planned.
  var distance: Double? {
    if let ownDistance { return ownDistance }
    guard let observed, let planned else { return nil }
    return observed - planned
  }

  /// The distance as a share of the plan; of a year there is none.
  var relative: Double? {
    guard let distance, let planned, planned != 0, unit != "year" else { return nil }
    return distance / abs(planned)
  }
}

extension Table {
  /// `tracking.csv`: one row a fact, told apart by `kind`.
  static func tracking(_ facts: [TrackingFact]) -> Self { Self("tracking", trackingColumns, facts) }

  /// The columns of `tracking.csv`.
  static let trackingColumns: [Column<TrackingFact>] = trackedColumns + trackingResultColumns

  private static let trackedColumns: [Column<TrackingFact>] = [
    Column(
      "kind", Text("Kind", "类型"),
      Text(
        "What the row tells: `distance` between plan and observation, `explained` by a factor, `nowcast` of the years to come, `budget`, `target` or `lever`.",
        "该行内容：`distance` 计划与实际的差距，`explained` 成因分解，`nowcast` 后续年份推算，`budget` 预算，`target` 目标，`lever` 措施。"
      )
    ) { .word($0.kind.rawValue, $0.kind.name) },
    Column(
      "item", Text("Item", "项目"),
      Text(
        "What it is of: emissions or energy, of the city or of a sector; a factor, a budget, a target; for a lever the path that was observed.",
        "对象：全市或部门的排放或能源消费、因素、预算、目标；措施则为观测的参数路径。")
    ) { fact in
      fact.kind == .lever
        ? .text(fact.item) : trackedName(fact.item).map { .word(fact.item, $0) } ?? .text(fact.item)
    },
    Column(.year) { .optional($0.year) },
    Column(.unit) { .unit($0.unit) },
    Column("planned", Text("Planned", "计划"), Text("What the plan has.", "计划值。")) {
      .optional($0.planned)
    },
    Column(.observed) { .optional($0.observed) },
  ]

  private static let trackingResultColumns: [Column<TrackingFact>] = [
    Column(
      "distance", Text("Distance", "差距"),
      Text(
        "Observed less planned; of an explained distance the part of the factor, of a nowcast what is expected less what is planned.",
        "实际减计划；成因分解为该因素的贡献，推算为预期减计划。")
    ) { .optional($0.distance) },
    Column(
      "relative", Text("Relative distance", "相对差距"),
      Text("The distance as a share of the plan.", "差距占计划值的比例。"), unit: "1"
    ) { .optional($0.relative) },
    Column(
      "status", Text("Status", "状态"),
      Text("Whether it is on track, off track or unknown.", "是否符合计划：符合、偏离或无法判断。")
    ) { $0.status.map { .word($0.rawValue, $0.text) } ?? .empty },
    Column(
      "reason", Text("Reason", "原因"), Text("Why, where the numbers do not say it.", "数值未能说明的原因。")
    ) { $0.reason.map { .sentence($0) } ?? .empty },
    Column(
      "plan_reaches", Text("When the plan is there", "计划达到该值的时间"),
      Text("The year in which the plan is where the observation is now.", "计划达到当前实际值的年份。")
    ) { .optional($0.reaches) },
    Column("levers", Text("Levers", "措施"), Text("The levers that change it.", "作用于此的措施。")) {
      $0.levers.isEmpty ? .empty : .text($0.levers.joined(separator: " "))
    },
    Column(.account) { $0.account.map(Cell.account) ?? .empty },
  ]
}

/// What is tracked, for people: emissions or energy, of all or of a sector, a factor, a span of a budget.
func trackedName(_ word: String) -> Text? {
  for (start, name) in [
    ("emissions.", Text("emissions of", "排放")), ("energy.", Text("energy of", "能源消费")),
    ("spent ", Text("spent of the budget", "年预算已用")),
    ("used up ", Text("budget used up", "年预算用尽")),
  ] where word.hasPrefix(start) {
    let rest = String(word.dropFirst(start.count))
    let of = Sector(rawValue: rest)?.name ?? Text(same: rest)
    return Text("\(name) \(of)", "\(of)\(name)")
  }
  switch word {
  case "non-fossil energy": return Text(english: word, chinese: "非化石能源")
  case "net": return EmissionTotal.net.emissions
  case "gross": return EmissionTotal.gross.emissions
  case "emissions": return Text("emissions", "排放")
  default: return targetName(word) ?? DistanceFactors.name(of: word)
  }
}

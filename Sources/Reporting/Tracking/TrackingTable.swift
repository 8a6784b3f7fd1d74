import Analysis
import CityModel
import Diagnostics

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

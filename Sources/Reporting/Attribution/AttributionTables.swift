import Analysis
import CityModel
import Diagnostics

/// A lever, a group of levers or all of them, with their parts of one metric.
struct AttributionRow {
  /// What a row stands for.
  enum Subject {
    case total
    case group(Lever.Group)
    case lever(Identity, Lever.Group)
  }
  let subject: Subject
  let value: Double
  let owen: Double
  let firstIn: Double
  let lastOut: Double
  /// The standard errors of value and Owen value.
  let errors: (value: Double, owen: Double)
}

extension LeverAttribution {
  /// The rows of a metric: all levers, the groups, the levers in the order of the file, and those
  /// that change nothing.
  func rows(_ metric: Int) -> [AttributionRow] {
    let whole = attribution.whole[metric]
    let total = AttributionRow(
      subject: .total, value: whole, owen: whole, firstIn: whole, lastOut: whole, errors: (0, 0))
    return [total] + groupRows(metric) + leverRows(metric)
  }

  /// The rows of the groups.
  func groupRows(_ metric: Int) -> [AttributionRow] {
    game.groups.enumerated().map { place, group in
      let members = game.players.indices.filter { game.players[$0].group == group }
      func sum(_ parts: [[Double]]) -> Double { members.reduce(0) { $0 + parts[$1][metric] } }
      return AttributionRow(
        subject: .group(group), value: sum(attribution.shapley), owen: sum(attribution.owen),
        firstIn: attribution.groupFirstIn[place][metric],
        lastOut: attribution.groupLastOut[place][metric],
        errors: (
          attribution.groupShapleyErrors[place][metric], attribution.groupOwenErrors[place][metric]
        ))
    }
  }

  /// The rows of the levers.
  func leverRows(_ metric: Int) -> [AttributionRow] {
    let moving = game.players.enumerated().map { place, player in
      AttributionRow(
        subject: .lever(player.identity, player.group),
        value: attribution.shapley[place][metric], owen: attribution.owen[place][metric],
        firstIn: attribution.firstIn[place][metric], lastOut: attribution.lastOut[place][metric],
        errors: (attribution.shapleyErrors[place][metric], attribution.owenErrors[place][metric]))
    }
    let idle = game.idle.map { lever in
      AttributionRow(
        subject: .lever(lever.identity, lever.group), value: 0, owen: 0, firstIn: 0, lastOut: 0,
        errors: (0, 0))
    }
    return moving + idle
  }
}

extension AttributionRow.Subject {
  /// The cell `lever`.
  var lever: Cell {
    switch self {
    case .total: .word("(total)", Text("(total)", "（合计）"))
    case .group: .word("(group)", Text("(group)", "（类别小计）"))
    case .lever(let identity, _): .text(identity.id)
    }
  }

  /// The cell `group`.
  var group: Cell {
    switch self {
    case .total: .empty
    case .group(let group), .lever(_, let group): .group(group)
    }
  }
}

/// A row of `attribution.csv`.
struct AttributionTableRow {
  let metric: AttributedMetric
  let row: AttributionRow
  /// What all levers do to the metric.
  let whole: Double

  /// A value as a share of the whole; empty where that is 0.
  func share(_ value: Double) -> Cell { whole == 0 ? .empty : .number(value / whole) }
}

/// What two levers bring about beyond what each does alone: a row of `interaction.csv`.
struct InteractionRow {
  let metric: AttributedMetric
  let levers: [String]
  let value: Double?
  let first: Double
  let last: Double
  /// The standard error of the value.
  let error: Double?
}

extension Table {
  /// `attribution.csv`: for each metric the whole, the groups and the levers.
  static func attribution(_ found: LeverAttribution) -> Self {
    Self(
      "attribution", attributionColumns,
      found.metrics.enumerated().flatMap { place, metric in
        found.rows(place).map {
          AttributionTableRow(metric: metric, row: $0, whole: found.attribution.whole[place])
        }
      })
  }

  /// The columns of `attribution.csv`.
  static let attributionColumns: [Column<AttributionTableRow>] = [
    Column("metric", Text("Figure", "指标"), Text("The figure that is shared out.", "所分解的指标。")) {
      .metric($0.metric.metric)
    },
    Column(.lever) { $0.row.subject.lever }, Column(.group) { $0.row.subject.group },
    shapley.of(\.row), Column(.unit) { .unit($0.metric.unit) },
    Column(
      "share", Text("Share", "占比"), Text("The value as a share of all levers'.", "占全部措施之和的比例。"),
      unit: "1"
    ) { $0.share($0.row.value) },
    Column(
      "first_in", Text("Alone", "单独实施"),
      Text("What the lever or group does alone.", "该措施或类别单独实施的效果。")
    ) { .number($0.row.firstIn) },
    Column(
      "last_out", Text("Lost without it", "唯独缺少时的损失"),
      Text("What is lost where it alone is missing.", "唯独缺少它时损失的效果。")
    ) { .number($0.row.lastOut) },
    Column(.attributionError) { .number($0.row.errors.value) }, owen.of(\.row),
    Column(
      "owen_share", Text("Owen share", "Owen 占比"),
      Text("The Owen value as a share of all levers'.", "Owen 值占全部措施之和的比例。"), unit: "1"
    ) { $0.share($0.row.owen) },
    Column(
      "owen_standard_error", Text("Owen standard error", "Owen 值标准误"),
      Text(
        "The standard error of the Owen value; 0 where all orders were counted.",
        "Owen 值的标准误；枚举全部次序时为 0。")
    ) { .number($0.row.errors.owen) },
    Column(.positiveMeans) { $0.metric.sense.cell },
  ]

  private static let shapley = Column<AttributionRow>(
    "value", Text("Value", "数值"),
    Text(
      "The Shapley value, which sums over levers to the whole; a group's is the sum of its levers'.",
      "Shapley 值，各措施之和等于合计；类别小计为其措施之和。")
  ) { .number($0.value) }

  private static let owen = Column<AttributionRow>(
    "owen", Text("Owen value", "Owen 值"),
    Text(
      "The Owen value: a group's is what it has as one among groups, and its levers share that.",
      "Owen 值：类别作为整体参与分配，再由其措施分享。")
  ) { .number($0.owen) }

  /// `attribution-by-year.csv`: the net emissions each lever avoids, year by year [Mt CO₂e].
  static func attributionByYear(_ found: LeverAttribution) -> Self {
    Self(
      "attribution-by-year", attributionByYearColumns,
      found.years.flatMap { year in found.rows(found.place(of: year)).map { (year, $0) } })
  }

  /// The columns of `attribution-by-year.csv`, whose rows are a subject in a year.
  static let attributionByYearColumns: [Column<(year: Int, row: AttributionRow)>] = [
    Column(.year) { .integer($0.year) }, Column(.lever) { $0.row.subject.lever },
    Column(.group) { $0.row.subject.group }, shapley.of(\.row),
    Column(.unit) { _ in .unit(OutputKind.total.unit) }, owen.of(\.row),
  ]

  /// `interaction.csv`: what two levers bring about beyond what each does alone.
  ///
  /// Negative: they do the same.
  static func interactions(_ found: LeverAttribution) -> Self {
    Self(
      "interaction", interactionColumns,
      found.metrics.enumerated().flatMap { place, metric in
        found.attribution.interactions.map { pair in
          InteractionRow(
            metric: metric, levers: pair.players.map { found.game.players[$0].identity.id },
            value: pair.index?[place], first: pair.first[place], last: pair.last[place],
            error: pair.index == nil ? nil : pair.errors[place])
        }
      })
  }

  /// The columns of `interaction.csv`.
  static let interactionColumns: [Column<InteractionRow>] = [
    Column("metric", Text("Figure", "指标"), Text("The figure.", "指标。")) {
      .metric($0.metric.metric)
    },
    Column("lever_a", Text("Lever A", "措施甲"), Text("The id of one lever.", "其一措施的 id。")) {
      .text($0.levers[0])
    },
    Column("lever_b", Text("Lever B", "措施乙"), Text("The id of the other.", "另一措施的 id。")) {
      .text($0.levers[1])
    },
    Column(
      "value", Text("Value", "数值"),
      Text(
        "The Shapley interaction index, over all others pulled or not: negative where the two do the same; empty where too few orders were sampled.",
        "Shapley 交互指数，对其余措施是否实施取平均：作用重叠时为负；抽样次序过少时为空。")
    ) { .optional($0.value) },
    Column(.unit) { .unit($0.metric.unit) },
    Column(
      "first", Text("With no other lever", "仅此两项时"),
      Text("The same with no other lever pulled.", "其他措施均不实施时的交互。")
    ) { .number($0.first) },
    Column(
      "last", Text("With all other levers", "其他措施均实施时"),
      Text("The same with all others pulled.", "其他措施均实施时的交互。")
    ) { .number($0.last) },
    Column(.attributionError) { .optional($0.error) },
    Column(.positiveMeans) { $0.metric.sense.cell },
  ]
}

extension ColumnHead {
  fileprivate static let attributionError = Self(
    "standard_error", Text("Standard error", "标准误"),
    Text("The standard error of the value; 0 where all orders were counted.", "数值的标准误；枚举全部次序时为 0。"))
  fileprivate static let positiveMeans = Self(
    "positive_means", Text("Positive means", "正值含义"),
    Text(
      "What a positive value is: emissions `avoided`, years `earlier` or `extra` cost.",
      "正值的含义：`avoided` 减排、`earlier` 提前、`extra` 增加成本。"))
}

extension AttributedMetric.Sense {
  /// The cell `positive_means`.
  fileprivate var cell: Cell {
    switch self {
    case .avoided: .word(rawValue, Text("avoided", "减排"))
    case .earlier: .word(rawValue, Text("earlier", "提前"))
    case .extra: .word(rawValue, Text("extra cost", "增加成本"))
    }
  }
}

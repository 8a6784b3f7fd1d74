public import Analysis
public import CityModel
import Diagnostics

extension Table {
  /// `peak.csv`: when each account of the city peaks [Mt CO₂e].
  ///
  /// Where nothing is emitted there is no peak, and its year and plateau stay empty.
  static func peaks(_ peaks: [AccountPeak], scenario: String) -> Self {
    Self("peak", peakColumns, peaks.map { (scenario, $0) })
  }

  /// The columns of `peak.csv`, whose rows are an account's peak in a scenario.
  static let peakColumns: [Column<(scenario: String, account: AccountPeak)>] =
    [
      Column(.scenario) { .text($0.scenario) },
      Column(.account) { .account($0.account.account.rawValue) },
      Column(.sector) { .sector($0.account.sector) },
    ] + figureColumns.map { column in column.of { $0.account.peak } }

  private static let figureColumns: [Column<Peak>] = [
    Column(.status) { .status($0.status) },
    Column(.peakYear(nil)) { .optional($0.status == .noEmissions ? nil : $0.year) },
    Column(.peakEstimate(nil)) { .optional($0.status == .noEmissions ? nil : $0.estimate) },
    Column(.peakValue(nil)) { .number($0.value) },
    Column(.unit) { _ in .unit(OutputKind.total.unit) },
    Column(.plateauFrom) { .optional($0.status == .noEmissions ? nil : $0.plateauFrom) },
    Column(.plateauTo) { .optional($0.status == .noEmissions ? nil : $0.plateauTo) },
    Column(
      "base_value", Text("Base year", "基准年值"), Text("Emissions in the base year.", "基准年排放。")
    ) { .number($0.baseValue) },
    Column(
      "end_value", Text("End year", "末年值"), Text("Emissions in the last year.", "末年排放。")
    ) { .number($0.endValue) },
  ]

  /// `targets.csv`: what the scenario aims at, and what it reaches.
  ///
  /// `gap` and `reached` stay empty where there is nothing to hold against the target.
  static func targets(_ results: [TargetResult]) -> Self { Self("targets", targetColumns, results) }

  /// The columns of `targets.csv`.
  static let targetColumns: [Column<TargetResult>] = [
    Column("target", Text("Target", "目标"), Text("What is aimed at.", "目标的名称。")) {
      .target($0.name)
    },
    Column(.year) { .integer($0.year) },
    Column(.required) { .number($0.required) },
    Column("reached", Text("Reached", "达到值"), Text("What the scenario reaches.", "情景达到的值。")) {
      .optional($0.reached)
    },
    Column(.unit) { .unit($0.unit) },
    Column("met", Text("Met", "是否达成"), Text("Whether the target is met.", "目标是否达成。")) {
      .flag($0.isMet)
    },
    Column(
      "gap", Text("Gap (positive: missed)", "差距（正值为未达成）"),
      Text("How far the target is missed; negative where it is met.", "与目标的差距；已达成时为负。")
    ) { .optional($0.gap) },
    Column(.account) { $0.account.map(Cell.account) ?? .empty },
    Column(
      "counts", Text("Judged on", "判断口径"),
      Text(
        "The part of the account that was judged, where the inventory of the history counts no more.",
        "实际判断的部分（历史清单的口径较窄时）。")
    ) { $0.counts.map { .sentence($0) } ?? .empty },
  ]
}

extension ResultFile {
  /// `peak-levers.csv`: the smallest change of each lever alone that moves the peak, on the scenario's peak account, which the columns name.
  ///
  /// `from` is what the scenario has, `to` the nearest level or year that does it. A row stands for a
  /// change that there is: a lever that alone moves the peak nowhere has none.
  public static func peakLevers(
    _ moves: [PeakMove], of account: EmissionTotal, style: CSVStyle
  ) -> Self {
    Table("peak-levers", Table.peakLeverColumns(account), moves).file(style)
  }
}

extension Table {
  /// The columns of `peak-levers.csv`.
  static func peakLeverColumns(_ account: EmissionTotal) -> [Column<PeakMove>] {
    changeColumns + [
      Column(.peakYear(account)) { .integer($0.outcome.peak.year) },
      Column(.status) { .status($0.outcome.peak.status) },
      Column(.peakValue(account)) { .number($0.outcome.peak.value) },
      Column(.unit) { _ in .unit(OutputKind.total.unit) },
    ]
  }

  private static let changeColumns: [Column<PeakMove>] = [
    Column(.lever) { .text($0.lever) }, Column(.group) { .group($0.group) },
    Column(
      "setting", Text("What is changed", "调整项"),
      Text(
        "What of the lever is changed: its `level` or its year `by`.",
        "调整措施的哪一项：力度 `level` 或完成年份 `by`。")
    ) { .word($0.setting.rawValue, $0.setting.name) },
    Column(
      "direction", Text("Peak moves", "达峰变动方向"),
      Text("Whether the peak comes `earlier` or `later`.", "达峰提前 `earlier` 或推迟 `later`。")
    ) { .word($0.direction.rawValue, $0.direction.name) },
    Column(
      "from", Text("From", "原值"), Text("What the scenario has.", "情景中的取值。")
    ) { .number($0.current) },
    Column(
      "to", Text("To", "新值"),
      Text("The nearest level or year that moves the peak.", "能使达峰变动的最近力度或年份。")
    ) { .number($0.outcome.value) },
    Column("change", Text("Change", "变化"), Text("`to` less `from`.", "`to` 减 `from`。")) {
      .number(rounded($0.outcome.value - $0.current))
    },
  ]

  /// Without the dust of subtracting two hundredths.
  private static func rounded(_ change: Double) -> Double { (change * 1e6).rounded() / 1e6 }
}

extension PeakMove.Setting {
  fileprivate var name: Text {
    switch self {
    case .level: Text("level", "力度")
    case .by: Text("full by", "完成年份")
    }
  }
}

extension PeakMove.Direction {
  fileprivate var name: Text {
    switch self {
    case .earlier: Text("earlier", "提前")
    case .later: Text("later", "推迟")
    }
  }
}

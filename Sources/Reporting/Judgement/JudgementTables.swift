import Analysis
import CityModel
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

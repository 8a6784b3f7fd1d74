import Analysis
import Diagnostics

extension Table {
  /// The columns of `calibration.csv`.
  static let fitColumns: [Column<FitReport.Number>] = [
    Column(
      "parameter", Text("Parameter", "参数"),
      Text("What was fitted: a path or a coefficient.", "拟合对象：参数路径或系数。")
    ) { .text($0.name) },
    Column(
      "change", Text("Kind of change", "调整方式"),
      Text(
        "How it changes the parameter: `multiply` all years, `grow` each year more, `replace` by a value, `lock` to the inventory; or a `coefficient`.",
        "调整方式：`multiply` 各年倍数、`grow` 逐年倍数、`replace` 取值、`lock` 锁定到清单；或 `coefficient` 系数。")
    ) { .change($0.change) },
    Column(.unit) { .unit($0.unit) },
    Column("start", Text("Start", "初值"), Text("Where the search began.", "搜索的初值。")) {
      .optional($0.start)
    },
    Column("fitted", Text("Fitted", "拟合值"), Text("What was found.", "拟合所得的值。")) {
      .number($0.value)
    },
    Column("standard_error", Text("Standard error", "标准误"), Text("Its standard error.", "其标准误。")) {
      .optional($0.standardError)
    },
    Column(
      "t", Text("t", "t 值"),
      Text(
        "How many standard errors lie between it and no effect: 1 for a factor, else 0.",
        "与“无作用”（倍数为 1，其余为 0）相距的标准误个数。")
    ) { .optional($0.distance) },
    Column("lower", Text("Lower bound", "下界"), Text("The least it may be.", "允许的最小值。")) {
      .optional($0.lower)
    },
    Column("upper", Text("Upper bound", "上界"), Text("The greatest it may be.", "允许的最大值。")) {
      .optional($0.upper)
    },
    Column("at_bound", Text("At its bound", "位于边界"), Text("Whether it lies at a bound.", "是否位于边界。"))
    {
      .flag($0.isAtBound)
    },
    Column(
      "correlated_with", Text("Correlated with", "高度相关"),
      Text("The parameters that cannot be told from it by these observations.", "这些观测值无法与之区分的参数。")
    ) { $0.correlated.isEmpty ? .empty : .text($0.correlated.joined(separator: " ")) },
  ]

  /// The columns of `calibration-residuals.csv`.
  static let residualColumns: [Column<FitReport.Residual>] = [
    Column(.series) { .text($0.series) }, Column(.unit) { .unit($0.unit) },
    Column(.year) { .number($0.x) }, Column(.observed) { .number($0.observed) },
    Column("fitted", Text("Fitted", "拟合值"), Text("What the fit gives.", "拟合结果。")) {
      .number($0.fitted)
    },
    Column("residual", Text("Residual", "残差"), Text("Observed less fitted.", "观测值减拟合值。")) {
      .number($0.observed - $0.fitted)
    },
  ]

  /// The columns of `calibration-hindcast.csv`, whose rows are a year that was kept back.
  static let hindcastColumns: [Column<(hindcast: Hindcast, year: Hindcast.Year)>] = [
    Column(.series) { .text($0.hindcast.name) }, Column(.unit) { .unit($0.hindcast.unit) },
    Column(.year) { .integer($0.year.year) }, Column(.observed) { .number($0.year.observed) },
    Column(
      "predicted", Text("Predicted", "预测值"),
      Text("What a fit without this year gives.", "未使用该年数据的拟合结果。")
    ) { .number($0.year.predicted) },
    Column(
      "no_change", Text("No change", "不变外推"),
      Text("The last value of the years fitted.", "拟合期末年的值。")
    ) { .number($0.year.noChange) },
    Column(
      "trend", Text("Linear trend", "线性趋势"),
      Text("The straight line through the years fitted.", "拟合期的线性外推。")
    ) { .optional($0.year.trend) },
  ]
}

extension Cell {
  /// The cell of how a number changes a parameter.
  fileprivate static func change(_ word: String) -> Self {
    changes[word].map { .word(word, $0) } ?? .text(word)
  }

  private static let changes = [
    "multiply": Text("factor on all years", "各年倍数"),
    "grow": Text("factor for each year", "逐年倍数"), "replace": Text("value", "取值"),
    "lock": Text("locked to the inventory", "锁定到清单"), "coefficient": Text("coefficient", "系数"),
  ]
}

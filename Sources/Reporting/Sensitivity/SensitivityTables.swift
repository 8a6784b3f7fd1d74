import Analysis
import CityModel
import Diagnostics

/// What an input does to a metric.
struct SensitivityRow {
  let method: String
  let metric: Metric
  let input: String
  let isMoved: Bool
  let spread: SensitivityResult.Spread?
  /// The figures of the method, in the order of its columns; empty where nothing moves the metric.
  let figures: [Double]
}

extension Table {
  /// What each input does to each metric; the columns after `metric_high` are those of the method.
  static func sensitivity(_ result: SensitivityResult, of account: EmissionTotal) -> Self {
    let rows = result.metrics.enumerated().flatMap { place, metric in
      result.axes.enumerated().map { input, axis in
        SensitivityRow(
          method: result.findings.method, metric: metric.metric(account),
          input: axis.path, isMoved: result.isMoved(place), spread: result.spreads[place],
          figures: result.figures(place, input))
      }
    }
    return Self("sensitivity", sensitivityColumns(result.findings.heads), rows)
  }

  /// The columns of `sensitivity.csv`, with those of a method.
  static func sensitivityColumns(_ heads: [ColumnHead]) -> [Column<SensitivityRow>] {
    sensitivityColumns
      + heads.enumerated().map { place, head in
        Column(head) { row in
          row.figures.indices.contains(place) ? .number(row.figures[place]) : .empty
        }
      }
  }

  private static let sensitivityColumns: [Column<SensitivityRow>] = [
    Column("method", Text("Method", "方法"), Text("The method.", "方法。")) {
      .word($0.method, methodNames[$0.method] ?? Text(same: $0.method))
    },
    Column("metric", Text("Figure", "指标"), Text("The figure that is moved.", "受影响的指标。")) {
      .metric($0.metric)
    },
    Column(.unit) { .unit($0.metric.unit) },
    Column("input", Text("Input", "输入"), Text("The path of what is varied.", "变动的参数路径。")) {
      .text($0.input)
    },
    Column(
      "moved", Text("Moved by anything", "是否受影响"),
      Text(
        "Whether anything moves the figure at all; where nothing does, there is nothing to share out.",
        "该指标是否受任何输入影响；不受影响则无可分解。")
    ) { .flag($0.isMoved) },
    Column(
      "metric_deviation", Text("Standard deviation of the figure", "指标标准差"),
      Text("The standard deviation of the figure over the runs.", "各次运行中该指标的标准差。")
    ) { .optional($0.spread?.deviation) },
    Column(
      "metric_low", Text("Least value of the figure", "指标最小值"),
      Text("The least value of the figure over the runs.", "各次运行中该指标的最小值。")
    ) { .optional($0.spread?.low) },
    Column(
      "metric_high", Text("Greatest value of the figure", "指标最大值"),
      Text("The greatest value of the figure over the runs.", "各次运行中该指标的最大值。")
    ) { .optional($0.spread?.high) },
  ]

  private static let methodNames = [
    "sobol": Text("Sobol", "Sobol"), "morris": Text("Morris", "Morris"),
    "tornado": Text("tornado", "逐项变动"), "gradient": Text("gradient", "梯度"),
  ]
}

extension ColumnHead {
  static let sobol = [
    Self(
      "first", Text("First-order index", "一阶指数"),
      Text("The share of the variance that the input explains alone.", "该输入单独解释的方差比例。"), unit: "1"),
    Self(
      "first_confidence", Text("First-order, half of 95 %", "一阶指数95%半宽"),
      Text("Half the width of the 95 % interval of the first-order index.", "一阶指数95%区间的半宽。"),
      unit: "1"),
    Self(
      "total", Text("Total index", "总效应指数"),
      Text("The share that the input explains alone and with others.", "该输入单独及与其他输入共同解释的方差比例。"),
      unit: "1"),
    Self(
      "total_confidence", Text("Total, half of 95 %", "总效应指数95%半宽"),
      Text("Half the width of the 95 % interval of the total index.", "总效应指数95%区间的半宽。"), unit: "1"),
  ]
  static let morris = [
    Self(
      "mu", Text("μ", "μ"),
      Text("The mean change of the figure for a whole step through the input.", "输入变动全幅时指标变化的均值。")),
    Self("mu_star", Text("μ*", "μ*"), Text("The mean size of that change.", "上述变化绝对值的均值。")),
    Self(
      "sigma", Text("σ", "σ"),
      Text(
        "The standard deviation of that change: large where the input acts together with others or not straight.",
        "上述变化的标准差：输入与其他输入有交互或作用非线性时较大。")),
  ]
  static let tornado = [
    Self(
      "low_input", Text("Input at 5 %", "输入5%分位"),
      Text("The input at its 5 % quantile.", "输入的5%分位值。")),
    Self(
      "high_input", Text("Input at 95 %", "输入95%分位"),
      Text("The input at its 95 % quantile.", "输入的95%分位值。")),
    base,
    Self(
      "low", Text("With the input at 5 %", "输入取5%分位时"),
      Text("The figure with the input there.", "输入取5%分位时的指标值。")),
    Self(
      "high", Text("With the input at 95 %", "输入取95%分位时"),
      Text("The figure with the input at its 95 % quantile.", "输入取95%分位时的指标值。")),
    Self("swing", Text("Swing", "变幅"), Text("`high` less `low`.", "`high` 减 `low`。")),
  ]
  static let gradient = [
    base,
    Self(
      "gradient", Text("Change per whole pull", "全力度变化量"),
      Text(
        "The change of the figure for a whole pull of the lever, from its slope in the scenario.",
        "由情景处斜率推得的、措施全力度时的指标变化。")),
  ]
  private static let base = Self(
    "base", Text("Scenario", "原情景"), Text("The figure of the scenario as it is.", "原情景的指标值。"))
}

extension SensitivityResult.Findings {
  /// The name of the method on the command line.
  var method: String {
    switch self {
    case .sobol: "sobol"
    case .morris: "morris"
    case .tornado: "tornado"
    case .gradient: "gradient"
    }
  }

  /// The columns of one input.
  fileprivate var heads: [ColumnHead] {
    switch self {
    case .sobol: ColumnHead.sobol
    case .morris: ColumnHead.morris
    case .tornado: ColumnHead.tornado
    case .gradient: ColumnHead.gradient
    }
  }
}

extension SensitivityResult {
  fileprivate func figures(_ metric: Int, _ input: Int) -> [Double] {
    switch findings {
    case .sobol(let indices):
      guard isMoved(metric) else { return [] }
      let first = indices[metric].first[input]
      let total = indices[metric].total[input]
      return [first.value, first.confidence, total.value, total.confidence]
    case .morris(let effects):
      let found = effects[metric]
      return [found.mean[input], found.meanSize[input], found.deviation[input]]
    case .tornado(let swings):
      let swing = swings[metric][input]
      return [
        swing.lowInput, swing.highInput, base[metric], swing.low, swing.high,
        swing.high - swing.low,
      ]
    case .gradient(let gradients): return [base[metric], gradients[metric][input]]
    }
  }

  /// How much an input matters to a metric, for ranking: the total index, μ*, or the size of the
  /// swing or of the gradient.
  func weight(_ metric: Int, _ input: Int) -> Double {
    switch findings {
    case .sobol(let indices): indices[metric].total[input].value
    case .morris(let effects): effects[metric].meanSize[input]
    case .tornado(let swings): abs(swings[metric][input].high - swings[metric][input].low)
    case .gradient(let gradients): abs(gradients[metric][input])
    }
  }
}

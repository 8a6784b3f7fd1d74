public import Analysis
import CityModel
import Diagnostics

/// A year of `peak-distribution.csv`.
struct PeakDistributionRow {
  /// The year; none for the variants that have not peaked.
  let year: Int?
  let count: Int
  let within: UncertaintyResult.Probability
  let by: UncertaintyResult.Probability?
}

/// How a series spreads in a year: a row of `bands.csv`.
struct BandRow {
  let series: UncertaintyStudy.Series
  let year: Int
  let spread: UncertaintyResult.Spread
}

/// A figure of the scenario with how it spreads, or a target with how likely it is met: a row of
/// `uncertainty.csv`.
struct SpreadRow {
  let name: Cell
  var year: Int?
  let unit: String
  var required: Double?
  /// The scenario's own.
  let value: Double?
  var standing: UncertaintyResult.Standing?
  var met: UncertaintyResult.Probability?
  var spread: UncertaintyResult.Spread?
}

extension SpreadRow {
  /// A figure of the scenario, and how it spreads.
  fileprivate init(
    _ metric: Metric, _ value: Double?, _ standing: UncertaintyResult.Standing?,
    _ spread: UncertaintyResult.Spread?
  ) {
    self.init(
      name: .metric(metric), unit: metric.unit, value: value, standing: standing, spread: spread)
  }
}

extension Table {
  /// `peak-distribution.csv`: how many variants peak in each year, and how likely emissions have
  /// peaked by it; the last row counts those that have not peaked by the end.
  ///
  /// Beside each probability stand the ends of its 95 % interval after Wilson.
  static func peakDistribution(_ result: UncertaintyResult, of account: EmissionTotal) -> Self {
    let years = result.peakYears.map {
      PeakDistributionRow(year: $0.year, count: $0.count, within: $0.within, by: $0.by)
    }
    let never = PeakDistributionRow(
      year: nil, count: result.notPeaked,
      within: UncertaintyResult.Probability(hits: result.notPeaked, of: result.count), by: nil)
    return Self("peak-distribution", peakDistributionColumns(account), years + [never])
  }

  /// The columns of `peak-distribution.csv`.
  static func peakDistributionColumns(
    _ account: EmissionTotal
  ) -> [Column<PeakDistributionRow>] {
    [
      Column(.peakYear(account)) {
        $0.year.map { .integer($0) } ?? .word("not-peaked", Text("not peaked", "尚未达峰"))
      },
      Column(
        "variants", Text("Variants", "样本数"), Text("How many variants peak in it.", "在该年达峰的样本数。")
      ) {
        .integer($0.count)
      },
    ] + probabilityColumns.map { $0.of(\.within) } + probabilityByColumns.map { $0.of(\.by) }
  }

  private static let probabilityColumns: [Column<UncertaintyResult.Probability>] = [
    Column(
      "probability", Text("Probability", "概率"), Text("The share of variants.", "样本所占比例。"), unit: "1"
    ) {
      .number($0.value)
    },
    Column(
      "probability_low", Text("Probability, low end of 95 %", "概率95%区间下限"),
      Text("The low end of its 95 % interval after Wilson.", "其 Wilson 95%区间下限。"), unit: "1"
    ) { .number($0.low) },
    Column(
      "probability_high", Text("Probability, high end of 95 %", "概率95%区间上限"),
      Text("The high end of that interval.", "该区间上限。"), unit: "1"
    ) { .number($0.high) },
  ]

  private static let probabilityByColumns: [Column<UncertaintyResult.Probability>] = [
    Column(
      "probability_by", Text("Probability by then", "至该年累计概率"),
      Text("The share of variants that peak in the year or before.", "在该年或之前达峰的样本比例。"), unit: "1"
    ) { .number($0.value) },
    Column(
      "probability_by_low", Text("By then, low end of 95 %", "至该年累计概率95%区间下限"),
      Text("The low end of its 95 % interval after Wilson.", "其 Wilson 95%区间下限。"), unit: "1"
    ) { .number($0.low) },
    Column(
      "probability_by_high", Text("By then, high end of 95 %", "至该年累计概率95%区间上限"),
      Text("The high end of that interval.", "该区间上限。"), unit: "1"
    ) { .number($0.high) },
    Column(
      "standard_error", Text("Standard error", "标准误"),
      Text("Its standard error, from the replicates of the design.", "其标准误，由抽样设计的重复得出。"), unit: "1"
    ) { .optional($0.standardError) },
  ]

  /// `bands.csv`: how the emissions of each year and sector spread [Mt CO₂e].
  ///
  /// - Parameters:
  ///   - result: What the variants come to.
  ///   - base: The base year.
  /// - Returns: A row for each series and year.
  static func bands(_ result: UncertaintyResult, from base: Int) -> Self {
    Self(
      "bands", bandColumns,
      result.bands.flatMap { band in
        band.years.enumerated().map { place, spread in
          BandRow(series: band.series, year: base + place, spread: spread)
        }
      })
  }

  /// The columns of `bands.csv`.
  static let bandColumns: [Column<BandRow>] =
    [
      Column(.account) { .account($0.series.account.rawValue) },
      Column(.sector) { .sector($0.series.sector) }, Column(.year) { .integer($0.year) },
      Column(.unit) { _ in .unit(OutputKind.total.unit) },
      Column(mean) { .number($0.spread.mean) },
      Column(spreadError) { .number($0.spread.standardError) },
    ] + quantileColumns.map { $0.of(\.spread) }

  private static let mean = ColumnHead(
    "mean", Text("Mean", "均值"), Text("The mean of the variants.", "样本均值。"))
  private static let spreadError = ColumnHead(
    "standard_error", Text("Standard error", "标准误"),
    Text(
      "The standard error of the mean, or of a target's probability, from the replicates of the design.",
      "均值（或目标概率）的标准误，由抽样设计的重复得出。"))

  private static let quantileColumns: [Column<UncertaintyResult.Spread>] =
    zip(
      ["p5", "p25", "p50", "p75", "p95"],
      [
        Text("5 %", "5%分位"), Text("25 %", "25%分位"), Text("Median", "中位数"), Text("75 %", "75%分位"),
        Text("95 %", "95%分位"),
      ]
    ).enumerated().map { place, quantile in
      let (name, label) = quantile
      let percent = String(name.dropFirst())
      return Column(
        name, label,
        Text("The value that \(percent) % of the variants are below.", "有 \(percent)% 的样本低于此值。")
      ) { .number($0.quantiles[place]) }
    } + [
      Column(
        "quantile_error", Text("Error of quantiles", "分位数误差"),
        Text(
          "How far a quantile may be from that of the sample; 0 where it is exact.",
          "分位数与样本分位数的最大偏差；精确时为 0。")
      ) { .number($0.quantileError) }
    ]

  /// `uncertainty.csv`: how the figures of the scenario spread, and how likely each target is met.
  ///
  /// A target has a probability, the others a spread.
  static func spreads(_ outcome: UncertaintyOutcome) -> Self {
    let targets = outcome.targets.map { target, met in
      SpreadRow(
        name: .target(target.name), year: target.year, unit: target.unit, required: target.required,
        value: target.reached, met: met)
    }
    return Self("uncertainty", spreadColumns, outcome.figures + targets)
  }

  /// The columns of `uncertainty.csv`.
  static let spreadColumns: [Column<SpreadRow>] =
    [
      Column(
        "metric", Text("Figure", "指标"),
        Text("The figure of the scenario, or a target of it.", "情景的指标或目标。")
      ) {
        $0.name
      },
      Column(.year) { .optional($0.year) }, Column(.unit) { .unit($0.unit) },
      Column(.required) { .optional($0.required) },
      Column(
        "scenario", Text("Scenario", "情景"), Text("The figure of the scenario as it is.", "原情景的指标值。")
      ) {
        .optional($0.value)
      },
      Column(
        "scenario_percentile", Text("Percentile of the scenario", "情景所处百分位"),
        Text(
          "The percent of the variants below it, those that equal it counted half.",
          "低于该值的样本百分比，相等者按一半计。"),
        unit: "%"
      ) { .optional($0.standing.map { 100 * $0.share }) },
    ] + probabilityColumns.map { $0.of(\.met) } + [
      Column(mean) { .optional($0.spread?.mean) },
      Column(spreadError) { .optional($0.spread?.standardError ?? $0.met?.standardError) },
    ] + quantileColumns.map { $0.of(\.spread) }
}

extension UncertaintyOutcome {
  /// The figures that spread.
  fileprivate var figures: [SpreadRow] {
    let peak = central.peak
    let account = central.peakAccount
    let net = central.trajectory.total(.net).reduce(0, +)
    let cost = central.trajectory.discountRate.map {
      netPresentValue(central.trajectory.systemCost(withTransfers: false), rate: $0)
    }
    let at = result.standings
    return [
      SpreadRow(.peakYearEstimate(account), peak?.estimate, at?.peakYear, result.peakYear),
      SpreadRow(.peakValue(account), peak?.value, at?.peakValue, result.peakValue),
      SpreadRow(.cumulative, net, at?.cumulative, result.cumulative),
      SpreadRow(.cost, cost, at?.cost, result.cost),
    ].filter { $0.spread != nil }
  }
}

/// A series of a variant: a row of `sample-trajectories.csv`.
struct DrawnSeries {
  let variant: Int
  let series: UncertaintyStudy.Series
  let values: [Double]
}

extension Table {
  /// The columns of `samples.csv`.
  ///
  /// - Parameters:
  ///   - axes: The paths of what is varied.
  ///   - account: The total that peaks are of.
  /// - Returns: The columns, of which a variant has a row.
  static func sampleColumns(
    _ axes: [String], of account: EmissionTotal
  ) -> [Column<UncertaintyStudy.Draw>] {
    [Column(.variant) { .integer($0.index) }]
      + axes.enumerated().map { place, path in
        Column(.axis(path)) { .number($0.values[place]) }
      } + [
        Column(.status) { .status($0.metrics.peak.status) },
        Column(.peakYear(account)) {
          .optional($0.metrics.peak.status == .noEmissions ? nil : $0.metrics.peak.year)
        },
        Column(.peakEstimate(account)) {
          .optional($0.metrics.peak.status == .noEmissions ? nil : $0.metrics.peak.estimate)
        },
        Column(.peakValue(account)) { .number($0.metrics.peak.value) },
        Column(.cumulative) { .number($0.metrics.cumulative) },
        Column(.cost) { .optional($0.metrics.cost) },
      ]
  }

  /// The columns of `sample-trajectories.csv`.
  static func sampleTrajectoryColumns(_ years: [String]) -> [Column<DrawnSeries>] {
    [
      Column(.variant) { .integer($0.variant) },
      Column(.account) { .account($0.series.account.rawValue) },
      Column(.sector) { .sector($0.series.sector) },
    ]
      + years.enumerated().map { place, year in
        Column(
          ColumnHead(
            named: year, Text("Emissions in this year.", "该年的排放。"), unit: OutputKind.total.unit)
        ) { .number($0.values[place]) }
      }
  }
}

/// The files of every single variant, written as they come.
public struct SampleFiles {
  private let sampleColumns: [Column<UncertaintyStudy.Draw>]
  private let trajectoryColumns: [Column<DrawnSeries>]
  private let series: [UncertaintyStudy.Series]
  private let samples: StreamedFile
  private let trajectories: StreamedFile

  /// Begins `samples.csv` and `sample-trajectories.csv`.
  ///
  /// - Parameters:
  ///   - study: The study whose variants come.
  ///   - folder: Where they are written.
  ///   - style: For whom.
  /// - Throws: ``WriteError``.
  public init(
    _ study: UncertaintyStudy, in folder: ResultFolder, style: CSVStyle
  ) throws(WriteError) {
    let space = study.sample.space
    sampleColumns = Table.sampleColumns(
      space.axes.map(\.path), of: space.blueprint.scenario.accounting.peakAccount)
    trajectoryColumns = Table.sampleTrajectoryColumns(space.blueprint.years.map(String.init))
    series = study.series
    samples = try StreamedFile(
      "samples", heads: sampleColumns.map(\.head), in: folder, style: style)
    trajectories = try StreamedFile(
      "sample-trajectories", heads: trajectoryColumns.map(\.head), in: folder, style: style)
  }

  /// Adds variants.
  public func append(_ draws: [UncertaintyStudy.Draw]) throws(WriteError) {
    try samples.append(draws.map { draw in sampleColumns.map { $0.cell(draw) } })
    let rows = draws.flatMap { draw in
      zip(series, draw.series).map { DrawnSeries(variant: draw.index, series: $0, values: $1) }
    }
    try trajectories.append(rows.map { row in trajectoryColumns.map { $0.cell(row) } })
  }

  /// Gives the files their names.
  ///
  /// - Returns: Their paths.
  /// - Throws: ``WriteError``.
  public func finish() throws(WriteError) -> [String] {
    try samples.finish()
    try trajectories.finish()
    return [samples.path, trajectories.path]
  }
}

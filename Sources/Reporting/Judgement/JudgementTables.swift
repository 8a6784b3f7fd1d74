import Analysis
import CityModel
import Diagnostics

extension Table {
  /// `judgement.csv`: whether observed series have peaked, a row a series.
  static func judgements(_ series: [JudgedSeries]) -> Self {
    Self("judgement", judgementColumns, series)
  }

  /// The columns of `judgement.csv`.
  ///
  /// Slopes are in the unit of the series per year. What is of the years after the maximum is empty
  /// where there are none, p and slope also where there is but one.
  static let judgementColumns: [Column<JudgedSeries>] =
    [Column(.series) { .text($0.name) }]
    + (maximumColumns + trendColumns + ruleColumns).map { $0.of(\.judgement) }

  private static let maximumColumns: [Column<Judgement>] = [
    Column("n", Text("Observations", "观测数"), Text("How many years are observed.", "观测的年份数。")) {
      .integer($0.observations.count)
    },
    Column("first_year", Text("First year", "首年"), Text("The first year observed.", "观测首年。")) {
      .integer($0.first.year)
    },
    Column("last_year", Text("Last year", "末年"), Text("The last year observed.", "观测末年。")) {
      .integer($0.last.year)
    },
    Column(
      "maximum_year", Text("Highest year", "最高值年份"), Text("The year of the maximum.", "最高值的年份。")
    ) {
      .integer($0.maximum.year)
    },
    Column("maximum", Text("Highest value", "最高值"), Text("The maximum.", "最高值。")) {
      .number($0.maximum.value)
    },
    Column(.runnerUpYear) { .optional($0.runnerUp?.year) },
    Column(.runnerUp) { .optional($0.runnerUp?.value) },
    Column(.margin) { .optional($0.margin) },
    Column(.plateauFrom) { .integer($0.plateau.lowerBound) },
    Column(.plateauTo) { .integer($0.plateau.upperBound) },
    Column("last", Text("Last value", "末值"), Text("The last value.", "末年数值。")) {
      .number($0.last.value)
    },
    Column(
      "drop", Text("Share below the highest", "较最高值下降比例"),
      Text("By which share the last value is below the maximum.", "末值低于最高值的比例。"), unit: "1"
    ) { .optional($0.drop) },
  ]

  private static let trendColumns: [Column<Judgement>] = [
    Column(
      "mk_s", Text("Mann–Kendall S", "Mann–Kendall S"),
      Text(
        "S of the test of Mann and Kendall on the whole series: negative where it falls.",
        "整个序列的 Mann–Kendall 检验统计量 S，下降为负。")
    ) { .integer($0.trend.test.score) },
    Column(
      "mk_z", Text("Mann–Kendall z", "Mann–Kendall z"),
      Text("S as a standard score.", "S 的标准化值。")
    ) { .number($0.trend.test.z) },
    Column(
      "mk_p", Text("Mann–Kendall p", "Mann–Kendall p"),
      Text(
        "How likely such an S is without a trend, two-sided; exact for ten values or fewer.",
        "无趋势时出现该 S 的双侧概率；不超过十个值时为精确值。")
    ) { .optional($0.trend.probability) },
    Column(
      "sen_slope", Text("Sen slope per year", "Sen 斜率（每年）"),
      Text(
        "The median of the slopes between any two years, in the unit of the series per year.",
        "任意两年之间斜率的中位数，单位为序列单位每年。")
    ) { .optional($0.trend.slope) },
    Column(
      "mk_after_s", Text("Mann–Kendall S after the highest year", "最高年之后 Mann–Kendall S"),
      Text("S of the years after the maximum, without it.", "最高年之后（不含该年）的 S。")
    ) { .optional($0.trendAfter?.test.score) },
    Column(
      "mk_after_p", Text("Mann–Kendall p after the highest year", "最高年之后 Mann–Kendall p"),
      Text("p of the years after the maximum.", "最高年之后的 p。")
    ) { .optional($0.trendAfter?.probability) },
    Column(
      "sen_after", Text("Sen slope after the highest year", "最高年之后 Sen 斜率"),
      Text("The Sen slope of the years after the maximum.", "最高年之后的 Sen 斜率。")
    ) { .optional($0.trendAfter?.slope) },
  ]

  private static let ruleColumns: [Column<Judgement>] =
    JudgementRule.allCases.map { rule in
      Column(
        rule.rawValue, rule.heading,
        Text("Whether the rule holds: \(rule.text).", "是否符合准则：\(rule.text)。")
      ) { .flag($0.holds(rule)) }
    } + [
      Column(
        "verdict", Text("Verdict", "结论"),
        Text("What can be said of the series as a whole.", "对整个序列的结论。")
      ) { .word($0.verdict.rawValue, $0.verdict.text) },
      Column(.earlierMaxima) { .text(listed($0.earlierMaxima)) },
    ]
}

extension JudgementRule {
  /// The rule as a heading.
  fileprivate var heading: Text {
    switch self {
    case .fiveYears: Text("Rule: highest at least 5 years ago", "准则：最高值距今至少5年")
    case .tenPercentFiveYears: Text("Rule: and at least 10 % lower now", "准则：且已下降至少10%")
    case .trend: Text("Rule: falling since", "准则：此后显著下降")
    case .plateau: Text("Rule: plateau of at least 5 years", "准则：平台期至少5年")
    }
  }
}

/// Years with their values in one cell: `2007=102.9; 2011=98`.
func listed(_ years: [YearValue]) -> String {
  years.map { "\($0.year)=\(shortestText($0.value))" }.joined(separator: "; ")
}

extension JudgedHistory {
  /// Whether what was observed has peaked, as one sentence of a run's summary.
  var sentence: Text {
    let span = judgement.span
    let finding = JudgementWords(judgement, unit: OutputKind.total.unit).finding
    return Text("Observed \(span): \(finding).", "\(span)年观测：\(finding)。")
  }
}

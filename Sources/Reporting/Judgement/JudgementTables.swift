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

extension PeakCertificate {
  /// What comes near the peak, and when observing could confirm it; nothing where there is no peak.
  var sentence: Text? {
    switch peak.status {
    case .notPeaked, .noEmissions: return nil
    case .peakedBeforeBaseYear, .peakedByBaseYear, .peaks, .plateau, .rebound: break
    }
    let next = nearest
    let when = confirmed
    return Text("\(next); \(when).", "\(next)；\(when)。")
  }

  private var nearest: Text {
    let maximum = confirmation.maximum
    if maximum.year < peak.year || peak.status == .peakedBeforeBaseYear {
      return Text(
        "The highest year is \(maximum.year), as observed", "最高年为观测到的\(maximum.year)年")
    }
    guard let second = peak.runnerUp, let margin else {
      return Text("No other year comes near the peak", "没有其他年份接近峰值")
    }
    let percent = readableText(100 * margin, digits: 2)
    return Text(
      "The peak is \(percent) % above the next highest year, \(second.year)",
      "峰值比次高的\(second.year)年高 \(percent)%")
  }

  private var confirmed: Text {
    guard let year = confirmation.year else {
      return Text(
        "the run ends before yearly data could confirm it (Mann–Kendall, p ≤ 0.05)",
        "至终止年逐年数据尚不足以确认（Mann–Kendall，p ≤ 0.05）")
    }
    if case .rebound(_, let second) = peak.status, year < second {
      return Text(
        "yearly data would seem to confirm it by \(year), before emissions come back in \(second)",
        "逐年数据在\(year)年看似可确认，但排放将于\(second)年回升")
    }
    return Text(
      "yearly data could confirm it by \(year) (Mann–Kendall, p ≤ 0.05)",
      "逐年数据最早可于\(year)年确认（Mann–Kendall，p ≤ 0.05）")
  }
}

extension JudgedHistory {
  /// Whether what was observed has peaked, as one sentence of a run's summary.
  var sentence: Text {
    let span = judgement.span
    let finding = JudgementWords(judgement, unit: OutputKind.total.unit).finding
    return Text("Observed \(span): \(finding).", "\(span)年观测：\(finding)。")
  }
}

extension Table {
  /// `peak-certificate.csv`: how certain the peak of each account is [Mt CO₂e], in the rows of
  /// `peak.csv`.
  ///
  /// Where nothing is emitted there is no peak, and all but the status stays empty.
  static func certificates(_ accounts: [AccountCertificate], scenario: String) -> Self {
    Self("peak-certificate", certificateColumns, accounts.map { (scenario, $0) })
  }

  /// The columns of `peak-certificate.csv`, whose rows are an account's peak in a scenario.
  static let certificateColumns: [Column<(scenario: String, account: AccountCertificate)>] =
    [
      Column(.scenario) { .text($0.scenario) },
      Column(.account) { .account($0.account.account.rawValue) },
      Column(.sector) { .sector($0.account.sector) },
      Column(.status) { .status($0.account.certificate.peak.status) },
    ]
    + (peakColumnsOfCertificate + rivalColumns + historyColumns).map { column in
      column.of { row in
        let certificate = row.account.certificate
        return certificate.peak.status == .noEmissions ? nil : certificate
      }
    }

  private static let peakColumnsOfCertificate: [Column<PeakCertificate>] = [
    Column(.peakYear(nil)) { .integer($0.peak.year) },
    Column(.peakValue(nil)) { .number($0.peak.value) },
    Column(.unit) { _ in .unit(OutputKind.total.unit) },
    Column(.plateauFrom) { .integer($0.peak.plateauFrom) },
    Column(.plateauTo) { .integer($0.peak.plateauTo) },
    Column(
      "plateau_years", Text("Years of plateau", "平台期年数"),
      Text(
        "How many years in a row are within 1 % of the peak, the peak among them.",
        "与峰值相差不超过1%的连续年数，含达峰年。")
    ) { .integer($0.peak.plateauTo - $0.peak.plateauFrom + 1) },
    Column(.runnerUpYear) { .optional($0.peak.runnerUp?.year) },
    Column(.runnerUp) { .optional($0.peak.runnerUp?.value) },
    Column(.margin) { .optional($0.margin) },
    Column(
      "margin_years", Text("Years to the second highest", "距次高年份"),
      Text(
        "The years from the peak to the second highest, negative before the peak.",
        "达峰年至次高年的年数，在峰前为负。"),
      unit: "year"
    ) { .optional($0.marginYears) },
  ]

  private static let rivalColumns: [Column<PeakCertificate>] = [
    Column(
      "rival_year", Text("Year of the next local maximum", "次高局部极大年份"),
      Text(
        "The year of the highest other local maximum; empty where there is none.",
        "其余局部极大值中最高者的年份；没有则为空。")
    ) { .optional($0.rival?.year) },
    Column(
      "rival", Text("Next local maximum", "次高局部极大值"),
      Text("The highest other local maximum.", "其余局部极大值中的最高者。")
    ) { .optional($0.rival?.value) },
    Column(
      "rival_margin", Text("Share above the next local maximum", "高出次高局部极大值的比例"),
      Text("By which share the peak is above it.", "峰值高出其的比例。"), unit: "1"
    ) { .optional($0.rivalMargin) },
    Column(
      "rival_years", Text("Years to the next local maximum", "距次高局部极大年份"),
      Text("The years from the peak to it, negative before the peak.", "达峰年至该年的年数，在峰前为负。"),
      unit: "year"
    ) { .optional($0.rivalYears) },
    Column(.earlierMaxima) { .text(listed($0.peak.earlierMaxima)) },
    Column(
      "later_maxima", Text("Local maxima after", "此后局部极大值"),
      Text("The local maxima after the maximum, as `year=value`.", "最高值之后的局部极大值，写作“年份=数值”。")
    ) { .text(listed($0.peak.laterMaxima)) },
  ]

  private static let historyColumns: [Column<PeakCertificate>] = [
    Column(
      "maximum_year", Text("Highest year, history and run", "历史与模拟最高年份"),
      Text("The year of the maximum of history and run together.", "历史与模拟合并后最高值的年份。")
    ) { .integer($0.confirmation.maximum.year) },
    Column(
      "maximum", Text("Highest value, history and run", "历史与模拟最高值"),
      Text("The maximum of history and run together.", "历史与模拟合并后的最高值。")
    ) { .number($0.confirmation.maximum.value) },
    Column(
      "confirmed_by", Text("First year that could confirm it", "最早可确认年份"),
      Text(
        "The first year whose observation could confirm that maximum at 95 %; empty if the run ends before.",
        "其观测值能以95%置信度确认该最高值的最早年份；模拟期内不能确认则为空。")
    ) { .optional($0.confirmation.year) },
  ]
}

/// How certain the peak of each account is, for `run.json`, under the names of the columns of
/// `peak-certificate.csv`.
func certificateRecord(_ accounts: [AccountCertificate]) -> JSONValue {
  .array(
    accounts.map { account in
      let certificate = account.certificate
      let place: [(key: String, value: JSONValue)] = [
        ("account", .string(account.account.rawValue)),
        ("sector", .string(account.sector?.rawValue ?? "total")),
        ("status", .string(certificate.peak.status.word)),
      ]
      let exists = certificate.peak.status != .noEmissions
      return .object(place + (exists ? figures(certificate) : []))
    })
}

private func figures(_ certificate: PeakCertificate) -> [(key: String, value: JSONValue)] {
  let peak = certificate.peak
  let confirmation = certificate.confirmation
  return [
    ("peak_year", .integer(peak.year)), ("peak_value", .number(peak.value)),
    ("plateau_from", .integer(peak.plateauFrom)), ("plateau_to", .integer(peak.plateauTo)),
    ("runner_up_year", .optional(peak.runnerUp?.year)),
    ("runner_up", .optional(peak.runnerUp?.value)),
    ("margin", .optional(certificate.margin)),
    ("margin_years", .optional(certificate.marginYears)),
    ("rival_year", .optional(certificate.rival?.year)),
    ("rival", .optional(certificate.rival?.value)),
    ("rival_margin", .optional(certificate.rivalMargin)),
    ("rival_years", .optional(certificate.rivalYears)),
    ("earlier_maxima", yearValues(peak.earlierMaxima)),
    ("later_maxima", yearValues(peak.laterMaxima)),
    ("maximum_year", .integer(confirmation.maximum.year)),
    ("maximum", .number(confirmation.maximum.value)),
    ("confirmed_by", .optional(confirmation.year)),
  ]
}

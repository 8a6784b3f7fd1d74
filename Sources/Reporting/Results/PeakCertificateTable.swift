import Analysis
import CityModel
import Diagnostics

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

import Analysis
import CityModel

extension Table {
  /// `peak-certificate.csv`: how certain the peak of each account is [Mt CO₂e], in the rows of
  /// `peak.csv`.
  ///
  /// - `plateau_years`: the years within 1 % of the peak in a row, the peak among them
  /// - `runner_up…`: the highest other year; `margin` is the share by which the peak is above it,
  ///   `margin_years` the years from the peak to it, negative before the peak
  /// - `rival…`: the same of the highest other local maximum; empty where there is none
  /// - `earlier_maxima`, `later_maxima`: all other local maxima, `year=value`
  /// - `maximum_year`, `maximum`: the maximum of history and run together
  /// - `confirmed_by`: the first year whose observation could confirm that maximum at 95 %; empty if
  ///   the run ends before
  ///
  /// Where nothing is emitted there is no peak, and all but the status stays empty.
  static func certificates(_ accounts: [AccountCertificate], scenario: String) -> Self {
    Self(
      columns: [
        "scenario", "account", "sector", "status", "peak_year", "peak_value", "unit",
        "plateau_from", "plateau_to", "plateau_years", "runner_up_year", "runner_up", "margin",
        "margin_years", "rival_year", "rival", "rival_margin", "rival_years", "earlier_maxima",
        "later_maxima", "maximum_year", "maximum", "confirmed_by",
      ],
      rows: accounts.map { account in
        [
          .text(scenario), .text(account.account.rawValue),
          .text(account.sector?.rawValue ?? "total"),
          .text(account.certificate.peak.status.word),
        ] + cells(of: account.certificate)
      })
  }

  private static func cells(of certificate: PeakCertificate) -> [Cell] {
    let peak = certificate.peak
    guard peak.status != .noEmissions else { return [Cell](repeating: .empty, count: 19) }
    let (second, rival) = (peak.runnerUp, certificate.rival)
    let confirmation = certificate.confirmation
    return [
      .integer(peak.year), .number(peak.value), .text(OutputKind.total.unit),
      .integer(peak.plateauFrom), .integer(peak.plateauTo),
      .integer(peak.plateauTo - peak.plateauFrom + 1), .optional(second?.year),
      .optional(second?.value), .optional(certificate.margin), .optional(certificate.marginYears),
      .optional(rival?.year), .optional(rival?.value), .optional(certificate.rivalMargin),
      .optional(certificate.rivalYears), .text(listed(peak.earlierMaxima)),
      .text(listed(peak.laterMaxima)), .integer(confirmation.maximum.year),
      .number(confirmation.maximum.value), .optional(confirmation.year),
    ]
  }
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
  let (peak, confirmation) = (certificate.peak, certificate.confirmation)
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

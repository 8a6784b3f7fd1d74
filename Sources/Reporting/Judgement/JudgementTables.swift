import Analysis
import CityModel

extension Table {
  /// `peak.csv`: when each account of the city peaks [Mt CO₂e].
  ///
  /// Where nothing is emitted there is no peak, and its year and plateau stay empty.
  static func peaks(_ peaks: [AccountPeak], scenario: String) -> Self {
    Self(
      columns: [
        "scenario", "account", "sector", "status", "peak_year", "peak_year_estimate", "peak_value",
        "unit", "plateau_from", "plateau_to", "base_value", "end_value",
      ],
      rows: peaks.map { account in
        let peak = account.peak
        let exists = peak.status != .noEmissions
        return [
          .text(scenario), .text(account.account.rawValue),
          .text(account.sector?.rawValue ?? "total"), .text(peak.status.word),
          .optional(exists ? peak.year : nil), .optional(exists ? peak.estimate : nil),
          .number(peak.value), .text(OutputKind.total.unit),
          .optional(exists ? peak.plateauFrom : nil), .optional(exists ? peak.plateauTo : nil),
          .number(peak.baseValue), .number(peak.endValue),
        ]
      })
  }

  /// `targets.csv`: what the scenario aims at, and what it reaches.
  ///
  /// `gap` is positive where the target is missed; it and `reached` stay empty where there is
  /// nothing to hold against the target. `account` is the total of emissions that it is of, `counts` the
  /// part of it that was judged, where the inventory of the history counts no more.
  static func targets(_ results: [TargetResult]) -> Self {
    Self(
      columns: [
        "target", "year", "required", "reached", "unit", "met", "gap", "account", "counts",
      ],
      rows: results.map { result in
        [
          .text(result.name), .integer(result.year), .number(result.required),
          .optional(result.reached), .text(result.unit), .text(result.isMet ? "yes" : "no"),
          .optional(result.gap), result.account.map { .text($0.rawValue) } ?? .empty,
          result.counts.map { .sentence($0) } ?? .empty,
        ]
      })
  }
}

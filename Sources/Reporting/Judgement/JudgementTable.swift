import Analysis

extension Table {
  /// `judgement.csv`: whether observed series have peaked, a row a series.
  ///
  /// `margin` is the share by which the maximum is above the runner-up, `drop` the share by which the
  /// last value is below the maximum; slopes are in the unit of the series per year. `mk_…` and
  /// `sen_slope` are those of the whole series, `mk_after_…` and `sen_after` those of the years after
  /// the maximum, without it; they are empty where there are none, p and slope also where there is but one. `mk_p` and `mk_after_p` are exact
  /// for ten values or fewer. `earlier_maxima` lists `year=value`, as many as there are.
  static func judgements(_ series: [JudgedSeries]) -> Self {
    Self(
      columns: [
        "series", "n", "first_year", "last_year", "maximum_year", "maximum", "runner_up_year",
        "runner_up", "margin", "plateau_from", "plateau_to", "last", "drop", "mk_s", "mk_z", "mk_p",
        "sen_slope", "mk_after_s", "mk_after_p", "sen_after",
      ] + JudgementRule.allCases.map(\.rawValue) + ["verdict", "earlier_maxima"],
      rows: series.map { [.text($0.name)] + cells(of: $0.judgement) })
  }

  private static func cells(of judgement: Judgement) -> [Cell] {
    let (whole, after) = (judgement.trend, judgement.trendAfter)
    let rules = JudgementRule.allCases.map { Cell.text(judgement.holds($0) ? "yes" : "no") }
    return [
      .integer(judgement.observations.count), .integer(judgement.first.year),
      .integer(judgement.last.year), .integer(judgement.maximum.year),
      .number(judgement.maximum.value), .optional(judgement.runnerUp?.year),
      .optional(judgement.runnerUp?.value), .optional(judgement.margin),
      .integer(judgement.plateau.lowerBound), .integer(judgement.plateau.upperBound),
      .number(judgement.last.value), .optional(judgement.drop), .integer(whole.test.score),
      .number(whole.test.z), .optional(whole.probability), .optional(whole.slope),
      .optional(after?.test.score), .optional(after?.probability), .optional(after?.slope),
    ] + rules + [
      .text(judgement.verdict.rawValue), .text(listed(judgement.earlierMaxima)),
    ]
  }
}

/// Years with their values in one cell: `2007=102.9; 2011=98`.
func listed(_ years: [YearValue]) -> String {
  years.map { "\($0.year)=\(shortestText($0.value))" }.joined(separator: "; ")
}

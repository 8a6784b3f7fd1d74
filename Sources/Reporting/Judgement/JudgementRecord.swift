import Analysis

/// A judgement for machines, under the names of the columns of `judgement.csv`.
func judgementRecord(_ series: JudgedSeries) -> JSONValue {
  let judgement = series.judgement
  return .object([
    ("series", .string(series.name)),
    ("n", .integer(judgement.observations.count)),
    ("first_year", .integer(judgement.first.year)),
    ("last_year", .integer(judgement.last.year)),
    ("maximum_year", .integer(judgement.maximum.year)),
    ("maximum", .number(judgement.maximum.value)),
    ("runner_up_year", .optional(judgement.runnerUp?.year)),
    ("runner_up", .optional(judgement.runnerUp?.value)),
    ("margin", .optional(judgement.margin)),
    ("plateau_from", .integer(judgement.plateau.lowerBound)),
    ("plateau_to", .integer(judgement.plateau.upperBound)),
    ("last", .number(judgement.last.value)),
    ("drop", .optional(judgement.drop)),
    ("trend", trend(judgement.trend)),
    ("trend_after", judgement.trendAfter.map(trend) ?? .null),
    (
      "rules",
      .object(JudgementRule.allCases.map { ($0.rawValue, .bool(judgement.holds($0))) })
    ),
    ("verdict", .string(judgement.verdict.rawValue)),
    ("earlier_maxima", yearValues(judgement.earlierMaxima)),
  ])
}

/// Years with their values.
func yearValues(_ years: [YearValue]) -> JSONValue {
  .array(years.map { .object([("year", .integer($0.year)), ("value", .number($0.value))]) })
}

private func trend(_ trend: Trend) -> JSONValue {
  .object([
    ("n", .integer(trend.test.count)), ("mk_s", .integer(trend.test.score)),
    ("mk_z", .number(trend.test.z)), ("mk_p", .optional(trend.probability)),
    ("exact", .bool(trend.test.exactProbability != nil)), ("sen_slope", .optional(trend.slope)),
  ])
}

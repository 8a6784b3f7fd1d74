public import Analysis
import CityModel
import Diagnostics

/// Scenarios, each against the first.
///
/// - `summary.csv`: peak, cumulative and end-year emissions and cost, a row for each figure.
/// - `differences.csv`: emissions by sector and year, where used and where they arise.
/// - `lmdi.csv`: the difference of every year, and each scenario's change since the base year, by the
///   factors of Kaya's identity.
/// - `costs.csv`: the system cost by year, where all count costs.
/// - `compare.json`: city, accounting, reference, and for each scenario its figures with their differences,
///   emissions avoided by year and by sector, and the paragraph in words.
///
/// - Parameter comparisons: One for each scenario but the reference.
/// - Returns: The answer, to be written to `compare`.
public func comparisonAnswer(_ comparisons: [ScenarioComparison]) -> Answer {
  let reference = comparisons.first?.reference.blueprint.scenario
  return Answer(
    "compare",
    figures: [
      ("city", reference.map { identity($0.city) } ?? .null),
      ("years", reference.map { years($0.years) } ?? .null),
      ("accounting", reference.map { accounting($0.accounting) } ?? .null),
      ("reference", reference.map { identity($0.identity) } ?? .null),
      ("method", .string("lmdi-i")),
      ("scenarios", .array(comparisons.map(record))),
    ],
    tables: [.comparisonSummary(comparisons), .differences(comparisons), .lmdi(comparisons)]
      + (comparisons.allSatisfy { $0.cost != nil } ? [.costDifferences(comparisons)] : []),
    story: { summary(comparisons, $0, width: $1) })
}

private func record(_ comparison: ScenarioComparison) -> JSONValue {
  let text = comparison.paragraph
  return .object([
    ("scenario", identity(comparison.scenario.blueprint.scenario.identity)),
    ("status", .string(comparison.peak.status.word)),
    ("reference_status", .string(comparison.referencePeak.status.word)),
    ("years_earlier", .optional(comparison.yearsEarlier)),
    ("figures", .object(comparison.figures.map { ($0.metric.id, figure($0)) })),
    (
      "saved_by_sector",
      .object(comparison.savedBySector.map { ($0.sector.rawValue, .number($0.saved)) })
    ),
    (
      "saved",
      .object(
        zip(comparison.scenario.years, comparison.saved).map { (String($0), .number($1)) })
    ),
    ("without_cost", comparison.cost == nil ? .null : .integer(comparison.withoutCost)),
    ("text", .string(text.english)),
    ("text_zh", .string(text.chinese)),
  ])
}

private func figure(_ figure: ComparedFigure) -> JSONValue {
  .object([
    ("value", .optional(figure.value)), ("reference_value", .optional(figure.reference)),
    ("difference", .optional(figure.difference)), ("unit", .string(figure.unit)),
  ])
}

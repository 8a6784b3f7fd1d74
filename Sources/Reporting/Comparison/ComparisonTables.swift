public import Analysis
import CityModel
import Diagnostics

extension Table {
  /// `summary.csv`: what moves, in figures; a difference is the scenario less the reference.
  static func comparisonSummary(_ comparisons: [ScenarioComparison]) -> Self {
    Self(
      "summary", summaryColumns,
      comparisons.flatMap { comparison in comparison.figures.map { (comparison, $0) } })
  }

  /// The columns of `summary.csv`, whose rows are a figure of a comparison.
  static let summaryColumns: [Column<(comparison: ScenarioComparison, figure: ComparedFigure)>] = [
    Column(.scenario) { .text($0.comparison.name) },
    Column("reference", Text("Reference", "参考情景"), Text("The id of the reference.", "参考情景的 id。")) {
      .text($0.comparison.referenceName)
    },
    Column("metric", Text("Figure", "指标"), Text("The figure.", "指标。")) {
      .metric($0.figure.metric)
    },
    Column(.value) { .optional($0.figure.value) },
    Column(.referenceValue) { .optional($0.figure.reference) },
    Column(.difference) { .optional($0.figure.difference) },
    Column(.unit) { .unit($0.figure.unit) },
    Column(.status) {
      $0.figure.metric.isOfPeak ? .status($0.comparison.peak.status) : .empty
    },
    Column(
      "reference_status", Text("Status of the reference", "参考情景状态"),
      Text("The status of the reference.", "参考情景的状态。")
    ) {
      $0.figure.metric.isOfPeak ? .status($0.comparison.referencePeak.status) : .empty
    },
    Column(
      "without_cost", Text("Parts without a cost", "未给出成本的项数"),
      Text("How many parts of the city a cost leaves out.", "成本未涵盖的项数。")
    ) { $0.figure.metric.isOfCost ? .integer($0.comparison.withoutCost) : .empty },
    Column("accounting", Text("Accounting", "核算口径"), Text("What the emissions count.", "排放的核算口径。"))
    {
      .sentence($0.comparison.scenario.blueprint.scenario.accounting.sentence)
    },
  ]

  /// `differences.csv`: a row for each scenario, year, account and sector [Mt CO₂e].
  static func differences(_ comparisons: [ScenarioComparison]) -> Self {
    Self(
      "differences", differenceColumns,
      comparisons.flatMap { comparison in
        let lines = comparison.lines
        return comparison.scenario.years.enumerated().flatMap { index, year in
          lines.map { line in
            ComparedYear(
              scenario: comparison.name, year: year, line: line, value: line.value[index],
              reference: line.reference[index])
          }
        }
      })
  }

  /// The columns of `differences.csv`.
  static let differenceColumns: [Column<ComparedYear>] =
    [
      Column(.scenario) { .text($0.scenario) }, Column(.year) { .integer($0.year) },
      Column(.account) { ($0.line?.account).map { .account($0) } ?? .empty },
      Column(.sector) { ($0.line?.sector).map { .sector($0) } ?? .empty },
    ] + comparedColumns + [Column(.unit) { _ in .unit(OutputKind.total.unit) }]

  private static let comparedColumns: [Column<ComparedYear>] = [
    Column(.value) { .number($0.value) }, Column(.referenceValue) { .number($0.reference) },
    Column(.difference) { .number($0.value - $0.reference) },
  ]

  /// `costs.csv`: the system cost without payments for carbon, by year [10⁹ yuan].
  static func costDifferences(_ comparisons: [ScenarioComparison]) -> Self {
    Self(
      "costs", costDifferenceColumns,
      comparisons.flatMap { comparison in
        let (value, reference) = (
          comparison.scenario.systemCost(withTransfers: false),
          comparison.reference.systemCost(withTransfers: false)
        )
        return comparison.scenario.years.enumerated().map { index, year in
          ComparedYear(
            scenario: comparison.name, year: year, value: value[index],
            reference: reference[index])
        }
      })
  }

  /// The columns of `costs.csv` of a comparison.
  static let costDifferenceColumns: [Column<ComparedYear>] =
    [Column(.scenario) { .text($0.scenario) }, Column(.year) { .integer($0.year) }]
    + comparedColumns + [Column(.unit) { _ in .unit(OutputKind.cost.unit) }]
}

/// A value of a year in two scenarios: a row of `differences.csv` and of `costs.csv`.
struct ComparedYear {
  let scenario: String
  let year: Int
  /// The account and the sector it is of; none for costs.
  var line: ComparedLine?
  let value: Double
  let reference: Double
}

import Analysis
import CityModel
import Diagnostics

/// A figure of two scenarios.
struct ComparedFigure {
  let metric: Metric
  let value: Double?
  let reference: Double?

  /// The unit of its values.
  var unit: String { metric.unit }

  /// The scenario's less the reference's.
  var difference: Double? {
    guard let value, let reference else { return nil }
    return value - reference
  }
}

/// The emissions of an account in two scenarios, year by year.
struct ComparedLine {
  let account: String
  let sector: String
  let value: [Double]
  let reference: [Double]
}

extension ScenarioComparison {
  /// The scenario's id.
  var name: String { scenario.blueprint.scenario.identity.id }
  /// The reference's id.
  var referenceName: String { reference.blueprint.scenario.identity.id }

  /// How many parts of either city no cost figure holds.
  var withoutCost: Int {
    let gaps = [scenario, reference].flatMap { $0.blueprint.costGaps ?? [] }
    return Set(gaps.map(\.path)).count
  }

  /// Net emissions over all years [Mt CO₂e].
  var cumulative: (value: Double, reference: Double) {
    (scenario.total(.net).reduce(0, +), reference.total(.net).reduce(0, +))
  }

  /// The figures of `summary.csv`.
  var figures: [ComparedFigure] {
    let exists = (peak.status != .noEmissions, referencePeak.status != .noEmissions)
    let cumulative = cumulative
    let ends = [scenario, reference].map { $0.total(.net).last }
    return [
      ComparedFigure(
        metric: .peakYear(account), value: exists.0 ? Double(peak.year) : nil,
        reference: exists.1 ? Double(referencePeak.year) : nil),
      ComparedFigure(
        metric: .peakValue(account), value: peak.value, reference: referencePeak.value),
      ComparedFigure(
        metric: .cumulative, value: cumulative.value, reference: cumulative.reference),
      ComparedFigure(
        metric: .emissions(year: scenario.years.upperBound), value: ends[0], reference: ends[1]),
    ] + costFigures
  }

  /// The present value of the system cost, without payments for carbon, and the cost per tonne.
  private var costFigures: [ComparedFigure] {
    guard let cost, let rate = scenario.discountRate else { return [] }
    let values = [scenario, reference].map {
      netPresentValue($0.systemCost(withTransfers: false), rate: rate)
    }
    return [
      ComparedFigure(metric: .cost, value: values[0], reference: values[1]),
      ComparedFigure(metric: .costPerTonne, value: cost.perTonne, reference: nil),
    ]
  }

  /// The accounts of `differences.csv`: sectors and totals by end use, then by source.
  var lines: [ComparedLine] {
    let views: [(String, TotalItem?, (Trajectory, Sector) -> [Double])] = [
      ("end-use", .net, { $0.byEndUse($1) }), ("source", nil, { $0.bySource($1) }),
    ]
    return views.flatMap { account, total, series in
      let sectors = Sector.allCases.map { sector in
        ComparedLine(
          account: account, sector: sector.rawValue, value: series(scenario, sector),
          reference: series(reference, sector))
      }
      let net = total.map {
        ComparedLine(
          account: account, sector: $0.rawValue, value: scenario.total($0),
          reference: reference.total($0))
      }
      return sectors + [net].compactMap { $0 }
    }
  }

  /// What each sector saves over all years, by end use [Mt CO₂e], the most first.
  var savedBySector: [(sector: Sector, saved: Double)] {
    Sector.allCases.map { sector in
      let value = scenario.byEndUse(sector)
      let reference = reference.byEndUse(sector)
      return (sector, reference.reduce(0, +) - value.reduce(0, +))
    }.sorted { $0.saved > $1.saved }
  }
}

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
        let value = comparison.scenario.systemCost(withTransfers: false)
        let reference = comparison.reference.systemCost(withTransfers: false)
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

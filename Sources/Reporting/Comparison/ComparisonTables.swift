public import Analysis
import CityModel
import Diagnostics

/// The files of a comparison: each scenario against the first.
///
/// - `summary.csv`: peak, cumulative and end-year emissions and cost, a row for each figure.
/// - `differences.csv`: emissions by sector and year, where used and where they arise.
/// - `lmdi.csv`: the difference of every year, and each scenario's change since the base year, by the
///   factors of Kaya's identity.
/// - `costs.csv`: the system cost by year, where all count costs.
/// - `compare.json`: the record.
///
/// - Parameters:
///   - comparisons: One for each scenario but the reference.
///   - context: What the comparison was started with.
///   - style: For whom they are written.
/// - Returns: The files, ready to be written to `compare`.
public func comparisonFiles(
  _ comparisons: [ScenarioComparison], _ context: RunContext, style: CSVStyle = .plain
) -> [ResultFile] {
  let tables: [(String, Table)] =
    [
      ("summary", .comparisonSummary(comparisons)),
      ("differences", .differences(comparisons)),
      ("lmdi", .lmdi(comparisons)),
    ]
    + (comparisons.allSatisfy { $0.cost != nil } ? [("costs", .costDifferences(comparisons))] : [])
  let record = comparisonRecord(comparisons, context)
  return tables.map { $0.1.file($0.0, style) }
    + [ResultFile(name: "compare.json", bytes: record.document)]
}

extension Table {
  /// `summary.csv`: what moves, in figures; a difference is the scenario less the reference.
  ///
  /// `without_cost` beside a cost is how many parts of the city it leaves out.
  static func comparisonSummary(_ comparisons: [ScenarioComparison]) -> Self {
    Self(
      columns: [
        "scenario", "reference", "metric", "value", "reference_value", "difference", "unit",
        "status", "reference_status", "without_cost", "accounting",
      ],
      rows: comparisons.flatMap { comparison in
        let accounting = comparison.scenario.blueprint.scenario.accounting.sentence
        let status: [Cell] = [
          .text(comparison.peak.status.word), .text(comparison.referencePeak.status.word),
        ]
        return comparison.figures.map { figure -> [Cell] in
          let isPeak = figure.metric.hasPrefix("peak")
          let gaps: Cell =
            figure.metric.contains("cost") ? .integer(comparison.withoutCost) : .empty
          return [
            .text(comparison.name), .text(comparison.referenceName), .text(figure.metric),
            .optional(figure.value), .optional(figure.reference),
            .optional(figure.difference), .text(figure.unit),
          ] + (isPeak ? status : [.empty, .empty]) + [gaps, .sentence(accounting)]
        }
      })
  }

  /// `differences.csv`: a row for each scenario, year, account and sector [Mt CO₂e].
  static func differences(_ comparisons: [ScenarioComparison]) -> Self {
    Self(
      columns: [
        "scenario", "year", "account", "sector", "value", "reference_value", "difference", "unit",
      ],
      rows: comparisons.flatMap { comparison in
        let lines = comparison.lines
        return comparison.scenario.years.enumerated().flatMap { index, year in
          lines.map { line -> [Cell] in
            let (value, reference) = (line.value[index], line.reference[index])
            return [
              .text(comparison.name), .integer(year), .text(line.account), .text(line.sector),
              .number(value), .number(reference), .number(value - reference),
              .text(OutputKind.total.unit),
            ]
          }
        }
      })
  }

  /// `costs.csv`: the system cost without payments for carbon, by year [10⁹ yuan].
  static func costDifferences(_ comparisons: [ScenarioComparison]) -> Self {
    Self(
      columns: ["scenario", "year", "value", "reference_value", "difference", "unit"],
      rows: comparisons.flatMap { comparison in
        let (value, reference) = (
          comparison.scenario.systemCost(withTransfers: false),
          comparison.reference.systemCost(withTransfers: false)
        )
        return comparison.scenario.years.enumerated().map { index, year -> [Cell] in
          [
            .text(comparison.name), .integer(year), .number(value[index]),
            .number(reference[index]), .number(value[index] - reference[index]),
            .text(OutputKind.cost.unit),
          ]
        }
      })
  }

  /// `lmdi.csv`: what each factor makes of a difference [Mt CO₂e], and what it multiplies by.
  ///
  /// The rows of a pair of states for `total` and `sinks` sum to the difference of the net total. A
  /// sector's own energy is what its users take, so the sectors' factors do not sum to the total's.
  static func lmdi(_ comparisons: [ScenarioComparison]) -> Self {
    let runs = comparisons.prefix(1).map(\.reference) + comparisons.map(\.scenario)
    let against = comparisons.flatMap { lmdiRows($0, from: $0.referenceName) }
    let since = runs.flatMap { run in
      let name = run.blueprint.scenario.identity.id
      return zip(run.years, run.kayaSinceBase).dropFirst().flatMap { year, kaya in
        lmdiRows(kaya, from: (name, run.years.lowerBound), to: (name, year))
      }
    }
    return Self(columns: lmdiColumns, rows: against + since)
  }

  /// `lmdi.csv` of one scenario against a reference of another name than its own.
  static func lmdi(_ comparison: ScenarioComparison, from reference: String) -> Self {
    Self(columns: lmdiColumns, rows: lmdiRows(comparison, from: reference))
  }

  private static let lmdiColumns = [
    "from_scenario", "from_year", "to_scenario", "to_year", "sector", "factor", "effect", "unit",
    "ratio",
  ]

  /// The difference of every year.
  private static func lmdiRows(_ comparison: ScenarioComparison, from reference: String) -> [[Cell]]
  {
    zip(comparison.scenario.years, comparison.kaya).flatMap { year, kaya in
      lmdiRows(kaya, from: (reference, year), to: (comparison.name, year))
    }
  }

  private static func lmdiRows(
    _ kaya: KayaDecomposition, from: (String, Int), to: (String, Int)
  ) -> [[Cell]] {
    func row(_ sector: String, _ factor: String, _ effect: Double, _ ratio: Double?) -> [Cell] {
      [
        .text(from.0), .integer(from.1), .text(to.0), .integer(to.1), .text(sector),
        .text(factor), .number(effect), .text(OutputKind.total.unit), .optional(ratio),
      ]
    }
    let parts =
      [("total", kaya.city)]
      + kaya.sectors
      .filter { $0.change.start != 0 || $0.change.end != 0 }
      .map { ($0.sector.rawValue, $0.change) }
    return parts.flatMap { sector, change in
      KayaFactor.allCases.enumerated().map { place, factor in
        row(sector, factor.rawValue, change.effects[place], change.ratios?[place])
      }
    } + [row("sinks", "sinks", kaya.sinks, nil)]
  }
}

import Analysis
import Diagnostics
import Solvers

/// What is told of a fit, whatever was fitted.
public struct FitReport {
  /// One fitted number.
  struct Number {
    let name: String
    let change: String
    let unit: String
    var start: Double?
    let value: Double
    let standardError: Double?
    var lower: Double?
    var upper: Double?
    var isAtBound = false
    var correlated: [String] = []

    /// How many standard errors lie between the number and none of its effect: 1 for a factor, else 0.
    var distance: Double? {
      let none = ["multiply", "grow", "lock"].contains(change) ? 1.0 : 0
      guard let standardError, standardError > 0 else { return nil }
      return (value - none) / standardError
    }
  }

  /// One observation with what the fit gives for it.
  struct Residual {
    let series: String
    let unit: String
    let x: Double
    let observed: Double
    let fitted: Double
  }

  let title: Text
  let numbers: [Number]
  let residuals: [Residual]
  let hindcasts: [Hindcast]
  /// What is said in sentences before the numbers.
  let sentences: [Text]
  /// What must not be overlooked.
  public let warnings: [FitWarning]
  /// How it was fitted, for machines.
  let details: JSONValue

  /// `calibration.csv`, `calibration-residuals.csv` and, where years were kept back,
  /// `calibration-hindcast.csv`, with the record `calibration.json`.
  public var answer: Answer {
    let years = hindcasts.flatMap { hindcast in hindcast.years.map { (hindcast, $0) } }
    return Answer(
      "calibration",
      figures: [
        ("fit", details), ("fitted", .array(numbers.map(numberRecord))),
        ("observations", .integer(residuals.count)),
        ("hindcasts", .array(hindcasts.map(hindcastRecord))),
        ("told", .array(warnings.map(\.record))),
      ],
      tables: [
        Table("calibration", Table.fitColumns, numbers),
        Table("calibration-residuals", Table.residualColumns, residuals),
      ]
        + (years.isEmpty ? [] : [Table("calibration-hindcast", Table.hindcastColumns, years)]),
      story: { summary($0, width: $1) })
  }

  private func numberRecord(_ number: Number) -> JSONValue {
    .object([
      ("parameter", .string(number.name)), ("change", .string(number.change)),
      ("unit", .string(number.unit)), ("start", .optional(number.start)),
      ("fitted", .number(number.value)), ("standard_error", .optional(number.standardError)),
      ("lower", .optional(number.lower)), ("upper", .optional(number.upper)),
      ("at_bound", .bool(number.isAtBound)),
      ("correlated_with", .array(number.correlated.map(JSONValue.string))),
    ])
  }

  private func hindcastRecord(_ hindcast: Hindcast) -> JSONValue {
    func score(_ score: Hindcast.Score?) -> JSONValue {
      guard let score else { return .null }
      return .object([
        ("mae", .number(score.meanAbsolute)), ("rmse", .number(score.rootMeanSquare)),
      ])
    }
    return .object([
      ("series", .string(hindcast.name)), ("unit", .string(hindcast.unit)),
      ("fitted_from", .integer(hindcast.fittedYears.lowerBound)),
      ("fitted_to", .integer(hindcast.fittedYears.upperBound)),
      ("predicted", .array(hindcast.years.map { .integer($0.year) })),
      ("fit", score(hindcast.score)), ("no_change", score(hindcast.noChangeScore)),
      ("trend", score(hindcast.trendScore)),
      ("skill_against_no_change", .optional(hindcast.skillAgainstNoChange)),
      ("skill_against_trend", .optional(hindcast.skillAgainstTrend)),
    ])
  }
}

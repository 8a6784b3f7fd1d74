import Analysis
import CityModel
import Diagnostics
import Solvers

extension LeastCostOutcome {
  /// The record of the search, which also is the summary for machines.
  ///
  /// - Parameter context: What the command was started with.
  /// - Returns: What every record begins with, and what was searched and found.
  public func record(_ context: RunContext) -> JSONValue {
    .object(
      context.head(seed: problem.seed) + [
        ("city", identity(scenario.city)),
        ("scenario", identity(scenario.identity)),
        ("accounting", accounting(scenario.accounting)),
        ("generator", .string(RandomStream.name)),
        ("discount_rate", .optional(problem.backcast.blueprint.discountRate)),
        ("may_be_changed", .array(problem.backcast.handles.map { .string($0.path) })),
        ("held", .array(problem.heldInputs.map(JSONValue.string))),
        ("without_own_cost", .array(answer.withoutOwnCost.map(JSONValue.string))),
        (
          "without_cost",
          .array(
            (problem.backcast.blueprint.costGaps ?? []).map { .string($0.path.description) })
        ),
        ("without_levers", record(of: answer.none)), ("start", record(of: answer.start)),
        ("full", record(of: answer.full)),
      ] + outcome + alternatives)
  }

  private var outcome: [(key: String, value: JSONValue)] {
    switch answer.outcome {
    case .reached(let portfolio, let parts):
      [
        ("reachable", .bool(true)), ("solution", record(of: portfolio)),
        ("levers", .array(parts.map(record))),
      ]
    case .unreachable(let closest):
      [("reachable", .bool(false)), ("closest", record(of: closest))]
    }
  }

  private var alternatives: [(key: String, value: JSONValue)] {
    guard let rooms else { return [] }
    return [
      ("within", .number(rooms.share)),
      (
        "alternatives",
        .array(
          rooms.levers.map {
            .object([
              ("lever", .string($0.lever)), ("level", .number($0.level)),
              ("least", .number($0.range.lowerBound)),
              ("greatest", .number($0.range.upperBound)),
            ])
          })
      ),
    ]
  }

  private func record(of part: LeverPart) -> JSONValue {
    .object([
      ("lever", .string(part.lever)), ("level", .number(part.level)), ("by", .optional(part.by)),
      ("added_cost", .optional(part.addedCost)), ("avoided", .optional(part.avoided)),
    ])
  }

  private func record(of portfolio: Portfolio) -> JSONValue {
    let point = portfolio.point
    let account = scenario.accounting.peakAccount.rawValue
    return .object([
      (
        "values",
        .object(zip(problem.backcast.handles, point.values).map { ($0.path, .number($1)) })
      ),
      ("cost", .optional(point.cost)), ("cumulative", .number(point.cumulative)),
      ("peak_year_\(account)", .optional(point.peak?.year)),
      ("peak_year_estimate_\(account)", .optional(point.peak?.estimate)),
      ("conditions", .array(point.results.map(\.json))),
      (
        "probabilities",
        .array(
          zip(problem.chances, portfolio.shares).map { chance, share in
            .object([
              ("of", .string(chance.aim.askedText.english)), ("required", .number(chance.share)),
              ("reached", .number(share)),
            ])
          })
      ),
    ])
  }
}

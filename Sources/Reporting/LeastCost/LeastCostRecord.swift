import Analysis
import CityModel
import Diagnostics
import Solvers

extension LeastCostOutcome {
  /// `portfolio.csv`, `alternatives.csv` and `frontier.csv`, as far as there is something for them, and
  /// `optimise.json`: what was searched and found.
  public var answer: Answer {
    let tables: [Table?] = [
      .portfolio(found), rooms.map { .alternatives($0.levers) },
      frontier.isEmpty ? nil : .frontier(frontier),
    ]
    return Answer(
      "optimise", of: subject(scenario), seed: problem.seed,
      figures: asked + outcome + alternatives, tables: tables.compactMap(\.self),
      story: { summary($0, width: $1) })
  }

  private var asked: [(key: String, value: JSONValue)] {
    let blueprint = problem.backcast.blueprint
    return [
      ("generator", .string(RandomStream.name)),
      ("discount_rate", .optional(blueprint.discountRate)),
      ("may_be_changed", .array(problem.backcast.handles.map { .string($0.path) })),
      ("held", .array(problem.heldInputs.map(JSONValue.string))),
      ("without_own_cost", .array(found.withoutOwnCost.map(JSONValue.string))),
      (
        "without_cost",
        .array((blueprint.costGaps ?? []).map { .string($0.path.description) })
      ),
      ("without_levers", record(of: found.none)), ("start", record(of: found.start)),
      ("full", record(of: found.full)),
    ]
  }

  private var outcome: [(key: String, value: JSONValue)] {
    switch found.outcome {
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
      ("conditions", Table.targets(point.results).records),
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

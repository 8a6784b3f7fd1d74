public import Analysis
import CityModel
import Diagnostics

extension Backcast {
  /// `solve.json`: city, scenario, accounting, what was asked and may be changed, what is reached as it is, at
  /// full and at the solution, and conflicts if there is none.
  public var answer: Answer {
    let found =
      switch outcome {
      case .reached(let solution): reached(solution)
      case .unreachable(let conflict): unreachable(conflict)
      }
    return Answer(
      "solve", of: subject(problem.blueprint.scenario),
      figures: [("start", point(start)), ("full", point(full))] + found,
      story: { summary($0, width: $1) })
  }

  private func reached(_ solution: BackcastSolution) -> [(key: String, value: JSONValue)] {
    [
      ("reachable", .bool(true)),
      ("solution", point(solution.point)),
      ("effort", .number(solution.effort)), ("effort_by", .string(effort.rawValue)),
      (
        "ranges",
        .array(
          solution.ranges.map { .array([.number($0.lowerBound), .number($0.upperBound)]) })
      ),
      ("exact", .optional(solution.exact)),
    ]
  }

  private func unreachable(_ conflict: BackcastConflict) -> [(key: String, value: JSONValue)] {
    let sets = conflict.sets.indices.map { place -> JSONValue in
      let options = conflict.relaxations.filter { $0.set == place }
      return .object([
        ("conditions", .array(conflict.sets[place].map { text(problem.conditions[$0]) })),
        (
          "instead",
          .array(
            options.map { option in
              .object([
                ("of", text(problem.conditions[option.condition])),
                ("reachable", option.reachable.map(value) ?? .null),
              ])
            })
        ),
      ])
    }
    return [
      ("reachable", .bool(false)), ("closest", point(conflict.closest)),
      ("conflicts", .array(sets)),
    ]
  }

  private func text(_ aim: Target.Aim) -> JSONValue { .string(aim.askedText.english) }

  private func value(_ aim: Target.Aim) -> JSONValue {
    switch aim {
    case .peakBy(let year, _): .integer(year)
    case .emissions(_, let limit, _), .budget(_, let limit, _): .number(limit)
    case .nonFossilShare(_, let share): .number(share)
    case .carbonIntensity(_, let change, _, _), .energyIntensity(_, let change, _): .number(change)
    }
  }

  private func point(_ point: BackcastPoint) -> JSONValue {
    let account = problem.blueprint.scenario.accounting.peakAccount.rawValue
    return .object([
      (
        "values",
        .object(zip(problem.handles, point.values).map { ($0.path, .number($1)) })
      ),
      ("peak_year_\(account)", .optional(point.peak?.year)),
      ("peak_year_estimate_\(account)", .optional(point.peak?.estimate)),
      ("conditions", Table.targets(point.results).records),
    ])
  }
}

public import Analysis
import CityModel
public import Diagnostics

/// What is written of a plan held against observations.
public struct TrackingReport {
  let tracking: Tracking

  /// Reports a comparison of plan and observation.
  public init(_ tracking: Tracking) { self.tracking = tracking }

  var scenario: Scenario { tracking.plan.blueprint.scenario }

  /// The total that observed emissions are of.
  private var observedAccount: String { scenario.history.inventory.account.rawValue }

  /// What of the observations looks wrong.
  public var warnings: [Text] {
    tracking.slips.map { slip in
      let (observed, planned) = (readableText(slip.observed), readableText(slip.planned))
      return Text(
        "\(slip.item) \(slip.year): \(observed) \(slip.unit) observed, \(planned) planned; \(slip.remedy)",
        "\(slip.year)年\(name(slip.item))：实际 \(observed) \(slip.unit)，计划 \(planned)；\(slip.remedy)"
      )
    }
  }

  /// `tracking.csv` and `tracking.json`: the status and the facts.
  public var answer: Answer {
    let table = Table.tracking(facts)
    return Answer(
      "tracking", of: subject(scenario), figures: judged + [("facts", table.records)],
      tables: [table], story: { summary($0, width: $1) })
  }

  /// What was held against what, and the status.
  private var judged: [(key: String, value: JSONValue)] {
    [
      ("status", .string(tracking.status.rawValue)),
      ("observed_account", .string(observedAccount)),
      ("tolerance", .number(tracking.tolerance)),
      ("observed_years", .array(tracking.years.map(JSONValue.integer))),
      ("last_year", .optional(tracking.lastYear)),
      (
        "base_year",
        tracking.base.map { base in
          .object([
            ("year", .integer(base.year)), ("observed", .number(base.observed)),
            ("planned", .number(base.planned)),
            ("observed_in", .string(base.isOfHistory ? "history" : "table")),
          ])
        } ?? .null
      ),
    ]
  }

  /// All facts.
  private var facts: [TrackingFact] {
    distances + explained + nowcasts + budgets + targets + levers
  }

  private var distances: [TrackingFact] {
    tracking.distances.map {
      TrackingFact(
        kind: .distance, item: $0.item, year: $0.year, unit: $0.unit, planned: $0.planned,
        observed: $0.observed, status: $0.status,
        reason: $0.gap?.text ?? sameBase(as: $0)?.text,
        account: $0.item.hasPrefix("emissions") ? observedAccount : nil)
    }
  }

  /// What the distance owes to the base year, if it is the one that is judged.
  func sameBase(as distance: Tracking.Distance) -> SameBase? {
    guard distance.item == "emissions", let found = tracking.sameBase, found.year == distance.year
    else { return nil }
    return found
  }

  private var explained: [TrackingFact] {
    tracking.explained.flatMap { year in
      (year.factors?.parts ?? []).map {
        TrackingFact(
          kind: .explained, item: $0.factor, year: year.year, unit: OutputKind.total.unit,
          ownDistance: $0.effect, account: observedAccount)
      }
        + (year.factors?.missing ?? []).map {
          TrackingFact(
            kind: .explained, item: $0, year: year.year, unit: OutputKind.total.unit,
            status: .unknown, reason: TrackingGap.notObserved($0).text, account: observedAccount)
        }
    }
  }

  private var nowcasts: [TrackingFact] {
    guard let nowcast = tracking.nowcast, let last = tracking.lastYear else { return [] }
    return EmissionTotal.allCases.flatMap { account in
      let planned = tracking.plan.totals[account]
      return zip(tracking.plan.years, zip(planned, nowcast[account])).filter { $0.0 > last }.map {
        TrackingFact(
          kind: .nowcast, item: account.rawValue, year: $0, unit: OutputKind.total.unit,
          planned: $1.0, ownDistance: $1.1 - $1.0, account: account.rawValue)
      }
    }
  }

  private var budgets: [TrackingFact] {
    tracking.budgets.flatMap { budget -> [TrackingFact] in
      let name = "\(budget.years.lowerBound)-\(budget.years.upperBound)"
      return [
        TrackingFact(
          kind: .budget, item: "spent \(name)", year: tracking.lastYear,
          unit: OutputKind.total.unit, planned: budget.limit, observed: budget.spent,
          status: budget.spent == nil ? .unknown : nil,
          reason: budget.spent == nil ? TrackingGap.missingYears(budget.missingYears).text : nil,
          account: budget.account.rawValue),
        TrackingFact(
          kind: .budget, item: "used up \(name)", year: budget.exhausted, unit: "year",
          account: budget.account.rawValue),
      ]
    }
  }

  private var targets: [TrackingFact] {
    tracking.targets.map {
      TrackingFact(
        kind: .target, item: $0.result.name, year: $0.result.year, unit: $0.result.unit,
        planned: $0.result.required, observed: $0.gap == nil ? $0.result.reached : nil,
        status: $0.status, reason: $0.reason, account: $0.result.account?.rawValue)
    }
  }

  private var levers: [TrackingFact] {
    tracking.levers.map {
      TrackingFact(
        kind: .lever, item: $0.path?.description ?? $0.levers.joined(separator: " "),
        year: $0.year, unit: $0.unit, planned: $0.planned, observed: $0.observed,
        status: $0.status, reason: $0.gap?.text, reaches: $0.planReaches, levers: $0.levers)
    }
  }
}

extension Tracking.JudgedTarget {
  /// Why the status is what it is, where the numbers do not say it.
  var reason: Text? {
    gap?.text ?? (isMissedByPlan ? Text("the plan itself misses it", "计划本身也未达标") : nil)
  }
}

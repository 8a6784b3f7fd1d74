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

  /// `tracking.csv` and `tracking.json`.
  ///
  /// - Parameters:
  ///   - context: What the command was started with.
  ///   - style: For whom the table is written.
  /// - Returns: The files, ready to be written to the folder of the scenario.
  public func files(_ context: RunContext, style: CSVStyle = .plain) -> [ResultFile] {
    [
      table.file("tracking", style),
      ResultFile(name: "tracking.json", bytes: record(context, files: [])),
    ]
  }

  /// One row a fact, told apart by `kind`: distance, explained, nowcast, budget, target, lever.
  var table: Table {
    Table(
      columns: [
        "kind", "item", "year", "unit", "planned", "observed", "distance", "relative", "status",
        "reason", "plan_reaches", "levers", "account",
      ],
      rows: distanceRows + explainedRows + nowcastRows + budgetRows + targetRows + leverRows)
  }

  private func row(
    _ kind: String, _ item: String, _ year: Int?, _ unit: String, planned: Double? = nil,
    observed: Double? = nil, distance: Double? = nil, status: TrackingStatus? = nil,
    reason: Text? = nil, reaches: Double? = nil, levers: [String] = [], account: String? = nil
  ) -> [Cell] {
    let found = distance ?? zip2(observed, planned).map { $0 - $1 }
    // Of a year there is no share.
    let relative = zip2(found, planned).flatMap {
      $1 != 0 && unit != "year" ? $0 / abs($1) : nil
    }
    return [
      .text(kind), .text(item), .optional(year), .text(unit), .optional(planned),
      .optional(observed), .optional(found), .optional(relative),
      status.map { .text($0.rawValue) } ?? .empty,
      reason.map { .sentence($0) } ?? .empty, .optional(reaches),
      levers.isEmpty ? .empty : .text(levers.joined(separator: " ")),
      account.map { .text($0) } ?? .empty,
    ]
  }

  private func zip2(_ first: Double?, _ second: Double?) -> (Double, Double)? {
    guard let first, let second else { return nil }
    return (first, second)
  }

  private var distanceRows: [[Cell]] {
    tracking.distances.map {
      row(
        "distance", $0.item, $0.year, $0.unit, planned: $0.planned, observed: $0.observed,
        status: $0.status, reason: $0.gap?.text ?? sameBase(as: $0)?.text,
        account: $0.item.hasPrefix("emissions") ? observedAccount : nil)
    }
  }

  /// What the distance owes to the base year, if it is the one that is judged.
  func sameBase(as distance: Tracking.Distance) -> SameBase? {
    guard distance.item == "emissions", let found = tracking.sameBase, found.year == distance.year
    else { return nil }
    return found
  }

  private var explainedRows: [[Cell]] {
    tracking.explained.flatMap { year in
      (year.factors?.parts ?? []).map {
        row(
          "explained", $0.factor, year.year, "Mt CO2e", distance: $0.effect,
          account: observedAccount)
      }
        + (year.factors?.missing ?? []).map {
          row(
            "explained", $0, year.year, "Mt CO2e", status: .unknown,
            reason: TrackingGap.notObserved($0).text, account: observedAccount)
        }
    }
  }

  private var nowcastRows: [[Cell]] {
    guard let nowcast = tracking.nowcast, let last = tracking.lastYear else { return [] }
    return EmissionTotal.allCases.flatMap { account in
      let planned = tracking.plan.totals[account]
      return zip(tracking.plan.years, zip(planned, nowcast[account])).filter { $0.0 > last }.map {
        row(
          "nowcast", account.rawValue, $0, "Mt CO2e", planned: $1.0, distance: $1.1 - $1.0,
          account: account.rawValue)
      }
    }
  }

  private var budgetRows: [[Cell]] {
    tracking.budgets.flatMap { budget -> [[Cell]] in
      let name = "\(budget.years.lowerBound)-\(budget.years.upperBound)"
      return [
        row(
          "budget", "spent \(name)", tracking.lastYear, "Mt CO2e", planned: budget.limit,
          observed: budget.spent, status: budget.spent == nil ? .unknown : nil,
          reason: budget.spent == nil ? TrackingGap.missingYears(budget.missingYears).text : nil,
          account: budget.account.rawValue),
        row(
          "budget", "used up \(name)", budget.exhausted, "year",
          account: budget.account.rawValue),
      ]
    }
  }

  private var targetRows: [[Cell]] {
    tracking.targets.map {
      row(
        "target", $0.result.name, $0.result.year, $0.result.unit, planned: $0.result.required,
        observed: $0.gap == nil ? $0.result.reached : nil, status: $0.status, reason: $0.reason,
        account: $0.result.account?.rawValue)
    }
  }

  private var leverRows: [[Cell]] {
    tracking.levers.map {
      row(
        "lever", $0.path?.description ?? $0.levers.joined(separator: " "), $0.year, $0.unit,
        planned: $0.planned, observed: $0.observed, status: $0.status, reason: $0.gap?.text,
        reaches: $0.planReaches, levers: $0.levers)
    }
  }

  /// The record, which also is the summary for machines.
  ///
  /// - Parameters:
  ///   - context: What the command was started with.
  ///   - files: The paths of the files written.
  /// - Returns: A JSON document in UTF-8.
  public func record(_ context: RunContext, files: [String]) -> [UInt8] {
    JSONValue.object([
      ("program", .string("carbonpeak")), ("version", .string(context.version)),
      ("time", .string(context.time)), ("city", identity(scenario.city)),
      ("scenario", identity(scenario.identity)), ("accounting", accounting(scenario.accounting)),
      ("set", .array(context.changes.map(JSONValue.string))),
      ("options", .object(context.options.map { ($0.name, .string($0.value)) })),
      ("status", .string(tracking.status.rawValue)),
      ("observed_account", .string(observedAccount)),
      ("tolerance", .number(tracking.tolerance)),
      ("years", .array(tracking.years.map(JSONValue.integer))),
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
      ("facts", .array(table.rows.map(fact))),
      ("inputs", .array(context.inputs.map(fingerprint))),
      ("warnings", .array(context.warnings.map(JSONValue.string))),
      ("files", .array(files.map(JSONValue.string))),
    ]).document
  }

  private func fact(_ row: [Cell]) -> JSONValue {
    .object(
      zip(table.columns, row).map { name, cell in
        switch cell {
        case .text(let text): (name, .string(text))
        case .sentence(let sentence): (name, .string(sentence.english))
        case .number(let value): (name, .number(value))
        case .integer(let value): (name, .integer(value))
        case .empty: (name, .null)
        }
      })
  }
}

extension Tracking.JudgedTarget {
  /// Why the status is what it is, where the numbers do not say it.
  var reason: Text? {
    gap?.text ?? (isMissedByPlan ? Text("the plan itself misses it", "计划本身也未达标") : nil)
  }
}

import Analysis
import CityModel
import Diagnostics

/// The content of `run.json`: what was run, from what, and how well its laws hold.
///
/// Two runs of the same input differ in `time` alone.
func runRecord(_ outcome: RunOutcome, _ context: RunContext) -> JSONValue {
  let trajectory = outcome.trajectory
  let scenario = trajectory.blueprint.scenario
  return .object(
    context.head() + [
      ("city", identity(scenario.city)),
      ("scenario", identity(scenario.identity)),
      ("years", years(scenario.years)),
      ("accounting", accounting(scenario.accounting)),
      ("observed_emissions_count", inventoryScope(scenario)),
      ("market", market(scenario)),
      ("levers", levers(scenario)),
      ("adjustments", .array(scenario.adjustments.map(adjustment))),
      ("sources", sources(of: scenario, quoted: context.quotedSources)),
      ("input_grades", inputGrades(of: scenario)),
      (
        "law_residuals",
        .object(Law.allCases.map { ($0.rawValue, .number(trajectory.residual($0))) })
      ),
      ("peak_certificates", certificateRecord(outcome.certificates)),
      ("judgements", .array(outcome.history.map(judgement))),
      ("notes", noteRecord(outcome.notes)),
      ("capture_refused", captureRefused(trajectory)),
      ("without_cost", withoutCost(trajectory)),
      (
        "electricity_unserved",
        .object(trajectory.unserved.map { (String($0.year), .number($0.energy)) })
      ),
    ])
}

private func judgement(_ history: JudgedHistory) -> JSONValue {
  judgementRecord(JudgedSeries(name: history.path.description, judgement: history.judgement))
}

/// An id and its names.
func identity(_ identity: Identity) -> JSONValue {
  .object([
    ("id", .string(identity.id)), ("name", .string(identity.name.english)),
    ("name_zh", .string(identity.name.chinese)),
  ])
}

/// First and last year.
func years(_ years: ClosedRange<Int>) -> JSONValue {
  .object([("base", .integer(years.lowerBound)), ("end", .integer(years.upperBound))])
}

/// The accounting choice, which every number of a run depends on.
func accounting(_ accounting: Accounting) -> JSONValue {
  .object([
    ("gases", .array(accounting.gases.map { .string($0.rawValue) })),
    ("gwp", .string(accounting.warmingPotential.rawValue)),
    ("electricity", .string(accounting.electricity.rawValue)),
    ("scopes", .array(accounting.countsScope2 ? [.integer(1), .integer(2)] : [.integer(1)])),
    ("peak_account", .string(accounting.peakAccount.rawValue)),
    ("inventory", .optional(accounting.inventory)),
    (
      "biogenic_capture",
      .string(
        (accounting.creditsBiogenicCapture
          ? Accounting.BiogenicCapture.credited : .notCredited).rawValue)
    ),
  ])
}

/// What observed emissions count, which they are held against.
func inventoryScope(_ scenario: Scenario) -> JSONValue {
  let (scope, accounting) = (scenario.history.inventory, scenario.accounting)
  guard !scenario.history.emissions.isEmpty else { return .null }
  let countsScope2 = scope.countsScope2 ?? accounting.countsScope2
  return .object([
    ("account", .string(scope.account.rawValue)),
    ("scopes", .array(countsScope2 ? [.integer(1), .integer(2)] : [.integer(1)])),
    ("excludes", .array(scope.excludes.map { .string($0.word) })),
  ])
}

/// Whether prices act back on demand and sales, and the price on carbon of each year [CNY/t].
///
/// Every year of a market that is on is in balance: a run in which one is not has no results.
func market(_ scenario: Scenario) -> JSONValue {
  guard let prices = scenario.carbonPrice else { return .null }
  let isOn = scenario.isMarketOn
  let isPriced = prices.contains { $0 != 0 }
  return .object([
    ("response", .string(isOn ? "on" : "off")),
    ("converged", isOn ? .bool(true) : .null),
    (
      "carbon_price",
      isPriced
        ? .object(zip(scenario.years, prices).map { (String($0), .number($1)) }) : .null
    ),
    ("unit", .string("CNY/tCO2")),
  ])
}

/// A factor by which the scenario changes its own parameters.
private func adjustment(_ adjustment: Adjustment) -> JSONValue {
  .object([
    ("parameter", .string(adjustment.pattern.description)),
    ("replaced", .bool(adjustment.isReplaced)), ("multiply", .number(adjustment.multiply)),
    ("grow", .number(adjustment.grow)), ("note", .optional(adjustment.note)),
  ])
}

private func levers(_ scenario: Scenario) -> JSONValue {
  .object(scenario.levers.map { ($0.identity.id, .number($0.level)) })
}

/// A file that was read, with the SHA-256 of its bytes.
func fingerprint(_ file: RunContext.InputFile) -> JSONValue {
  .object([("path", .string(file.path)), ("sha256", .string(sha256(file.bytes)))])
}

/// The sources quoted in the scenario, each with what it stands for: parameters, levers, targets.
private func sources(
  of scenario: Scenario, quoted: [(path: String, source: String)]
) -> JSONValue {
  var order: [String] = []
  var parameters: [String: [String]] = [:]
  for parameter in scenario.parameters {
    guard let source = parameter.source else { continue }
    if parameters[source] == nil { order.append(source) }
    parameters[source, default: []].append(parameter.path.description)
  }
  for (path, source) in quoted where parameters[source] == nil {
    order.append(source)
    parameters[source] = [path]
  }
  return .array(
    order.map { source in
      .object([
        ("source", .string(source)),
        ("stands_for", .array((parameters[source] ?? []).map(JSONValue.string))),
      ])
    })
}

/// The parts of the city that no cost figure holds; null where the scenario counts no costs.
private func withoutCost(_ trajectory: Trajectory) -> JSONValue {
  guard let gaps = trajectory.blueprint.costGaps else { return .null }
  return .array(
    gaps.map {
      .object([
        ("path", .string($0.path.description)), ("missing", .string($0.missing.english)),
        ("missing_zh", .string($0.missing.chinese)),
      ])
    })
}

/// How many of the parameters given carry which grade.
private func inputGrades(of scenario: Scenario) -> JSONValue {
  let grades = InputGrades(scenario)
  return .object(
    [("given", .integer(grades.given))]
      + Grade.allCases.map { ($0.rawValue, .integer(grades.counts[$0] ?? 0)) })
}

/// CO₂ that was not captured because the storage did not take it, by year [Mt].
private func captureRefused(_ trajectory: Trajectory) -> JSONValue {
  let rows = trajectory.rows(.captureRefused).map { trajectory[$0.index] }
  let byYear = trajectory.years.enumerated().map { index, year in
    (String(year), rows.reduce(0) { $0 + $1[index] })
  }
  return .object(byYear.filter { $0.1 > 0 }.map { ($0.0, .number($0.1)) })
}

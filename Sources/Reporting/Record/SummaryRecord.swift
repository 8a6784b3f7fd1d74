import Analysis
import CityModel
import Diagnostics

/// The summary of a run for machines, which `--json` prints.
///
/// - Parameters:
///   - outcome: The run and what was found of it.
///   - context: What it was started with.
/// - Returns: The head of every record, then city, scenario, accounting, peaks, targets and totals by year
///   [Mt CO₂e].
public func summaryRecord(_ outcome: RunOutcome, _ context: RunContext) -> JSONValue {
  let trajectory = outcome.trajectory
  let scenario = trajectory.blueprint.scenario
  return .object(
    context.head() + [
      ("city", identity(scenario.city)),
      ("scenario", identity(scenario.identity)),
      ("years", years(scenario.years)),
      ("accounting", accounting(scenario.accounting)),
      ("peaks", .array(outcome.peaks.map(peak))),
      ("targets", .array(outcome.targets.map(target))),
      ("unit", .string(OutputKind.total.unit)),
      (
        "totals",
        .object(
          TotalItem.allCases.map { line in
            (line.rawValue, byYear(trajectory.total(line), trajectory.years))
          })
      ),
    ])
}

private func peak(_ account: AccountPeak) -> JSONValue {
  let peak = account.peak
  let exists = peak.status != .noEmissions
  return .object([
    ("account", .string(account.account.rawValue)),
    ("sector", .string(account.sector?.rawValue ?? "total")),
    ("status", .string(peak.status.word)),
    ("peak_year", .optional(exists ? peak.year : nil)),
    ("peak_year_estimate", .optional(exists ? peak.estimate : nil)),
    ("peak_value", .number(peak.value)),
    ("plateau_from", .optional(exists ? peak.plateauFrom : nil)),
    ("plateau_to", .optional(exists ? peak.plateauTo : nil)),
    ("base_value", .number(peak.baseValue)),
    ("end_value", .number(peak.endValue)),
  ])
}

private func target(_ result: TargetResult) -> JSONValue {
  .object([
    ("target", .string(result.name)),
    ("year", .integer(result.year)),
    ("required", .number(result.required)),
    ("reached", .optional(result.reached)),
    ("unit", .string(result.unit)),
    ("met", .bool(result.isMet)),
    ("gap", .optional(result.gap)),
    ("account", .optional(result.account?.rawValue)),
    ("counts", .optional(result.counts?.english)),
  ])
}

private func byYear(_ values: [Double], _ years: ClosedRange<Int>) -> JSONValue {
  .object(zip(years, values).map { (String($0), .number($1)) })
}

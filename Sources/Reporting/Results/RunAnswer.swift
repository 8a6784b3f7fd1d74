public import Analysis
public import CityModel
import Diagnostics

/// A run and what was found of it.
public struct RunOutcome: Sendable {
  /// The run.
  public let trajectory: Trajectory
  /// When its accounts peak.
  package let peaks: [AccountPeak]
  /// How certain each of the peaks is, in their order.
  package let certificates: [AccountCertificate]
  /// Whether what the scenario observed has peaked; the first is the total, where it has one.
  package let history: [JudgedHistory]
  /// Whether it reaches the targets of its scenario, in their order.
  public let targets: [TargetResult]
  /// The indicators that the scenario holds, by year.
  package let indicators: [IndicatorSeries]
  /// What a reader of its figures must know beside them.
  package let notes: [RunNote]

  /// Judges a run.
  ///
  /// - Throws: `PeakError` where a total is not a number.
  public init(_ trajectory: Trajectory) throws(PeakError) {
    self.trajectory = trajectory
    certificates = try trajectory.accountCertificates()
    peaks = certificates.map(\.accountPeak)
    history = try trajectory.blueprint.scenario.judgedHistory()
    targets = trajectory.targetResults(peaks)
    indicators = trajectory.indicators
    notes = trajectory.notes
  }
}

extension RunOutcome {
  /// `emissions.csv`, `indicators.csv`, `trajectory.csv`, `peak.csv`, `peak-certificate.csv`, `targets.csv`,
  /// `energy-balance.csv` and `run.json`; `costs.csv` where the scenario counts costs, `judgement.csv` where it observed a series
  /// of at least four years.
  ///
  /// The record says what was run, from what, when it peaks, and how well its laws hold. Two runs of the same
  /// input differ in `time` alone.
  ///
  /// - Parameters:
  ///   - context: What it was started with.
  ///   - shape: How the years stand in `trajectory.csv`.
  ///   - others: What else was asked for: hours of a year, levers that move the peak, a workbook.
  /// - Returns: The answer, to be written to the folder of the scenario.
  public func answer(
    _ context: RunContext, shape: TrajectoryShape = .wide, others: [ResultFile] = []
  ) -> Answer {
    let scenario = trajectory.blueprint.scenario
    let id = scenario.identity.id
    let peakTable = Table.peaks(peaks, scenario: id)
    let targetTable = Table.targets(targets)
    let tables: [Table] =
      [
        .emissions(trajectory), .indicators(indicators, years: trajectory.years),
        .trajectory(trajectory, version: context.version, shape: shape), peakTable,
        .certificates(certificates, scenario: id), targetTable, .energyBalance(trajectory),
      ] + (trajectory.countsCosts ? [.costs(trajectory)] : [])
      + (judged.isEmpty ? [] : [.judgements(judged)])
    return Answer(
      "run", of: subject(scenario),
      figures: [("peaks", peakTable.records), ("targets", targetTable.records)] + totals
        + inputs(context) + findings,
      tables: tables, others: others,
      story: { summary($0, width: $1, changes: context.changes) })
  }

  /// The series that are long enough for `judgement.csv`.
  private var judged: [JudgedSeries] {
    history.filter { $0.judgement.observations.count >= Judgement.fewestTold }
      .map { JudgedSeries(name: $0.path.description, judgement: $0.judgement) }
  }

  /// The totals by year.
  private var totals: [(key: String, value: JSONValue)] {
    let totals = TotalItem.allCases.map { line in
      (
        key: line.rawValue,
        value: JSONValue.object(
          zip(trajectory.years, trajectory.total(line)).map { (String($0), .number($1)) })
      )
    }
    return [("unit", .string(OutputKind.total.unit)), ("totals", .object(totals))]
  }

  /// What the scenario holds, and where it came from.
  private func inputs(_ context: RunContext) -> [(key: String, value: JSONValue)] {
    let scenario = trajectory.blueprint.scenario
    return [
      ("observed_emissions_count", inventoryScope(scenario)),
      ("levers", levers(scenario)),
      ("adjustments", .array(scenario.adjustments.map(adjustment))),
      ("sources", sources(of: scenario, quoted: context.quotedSources)),
      ("input_grades", inputGrades(of: scenario)),
    ]
  }

  /// What was found of the run beside its peaks, targets and totals.
  private var findings: [(key: String, value: JSONValue)] {
    [
      (
        "law_residuals",
        .object(Law.allCases.map { ($0.rawValue, .number(trajectory.residual($0))) })
      ),
      ("peak_certificates", certificateRecord(certificates)),
      ("judgements", .array(history.map(judgement))),
      ("notes", .array(notes.map(note))),
      ("capture_refused", captureRefused(trajectory)),
      ("without_cost", withoutCost(trajectory)),
      (
        "electricity_unserved",
        .object(trajectory.unserved.map { (String($0.year), .number($0.energy)) })
      ),
    ]
  }
}

/// A note of a run, by its code with its text in both languages and its years.
private func note(_ note: RunNote) -> JSONValue {
  .object([
    ("code", .string(note.kind.id)), ("text", .string(note.text.english)),
    ("text_zh", .string(note.text.chinese)),
    ("years", .array(note.years.map(JSONValue.integer))),
  ])
}

extension RunNote {
  /// The years it speaks of; none if it holds for all.
  var years: [Int] {
    switch self {
    case .gridHydrogen(let years): years.map(\.year)
    case .captureRefused(let years), .relocation(let years), .electricityShort(let years),
      .biogenicCapture(let years, _), .priceNearZero(_, let years, _),
      .boughtForNothing(_, let years):
      years.map(\.year)
    case .peakInBaseYear(let year, _), .peakBeforeLevers(let year, _, _, _): [year]
    case .observedAbovePeak(let observed, _): [observed.year]
    case .pollutantsMissing, .embodiedMissing: []
    }
  }
}

private func judgement(_ history: JudgedHistory) -> JSONValue {
  judgementRecord(JudgedSeries(name: history.path.description, judgement: history.judgement))
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

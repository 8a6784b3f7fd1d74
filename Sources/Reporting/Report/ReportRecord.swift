import Analysis
import CityModel
import Diagnostics

extension Report {
  /// The record of a report, `report.json`, which also is the summary for machines.
  ///
  /// - Parameter context: What the report was started with.
  /// - Returns: What every record begins with, and what stands on the page of each scenario.
  public func record(_ context: RunContext) -> JSONValue {
    .object(
      context.head() + [
        ("city", parts.first.map { identity($0.scenario.city) } ?? .null),
        ("accounting", parts.first.map { accounting($0.scenario.accounting) } ?? .null),
        ("scenarios", .array(parts.map(scenarioRecord))),
      ])
  }

  private func scenarioRecord(_ part: ReportPart) -> JSONValue {
    let subject = part.subject
    return .object([
      ("scenario", identity(part.scenario.identity)),
      ("pictures", .array(part.exhibits.map { .string($0.figure.name + ".svg") })),
      ("samples", .optional(subject.spread?.result.count)),
      ("wedges", .optional(subject.wedges.map(method))),
      ("remarks", .array(subject.remarks.map { .string($0.english) })),
      ("inputs", .array(subject.context.inputs.map(fingerprint))),
      ("warnings", .array(warnings(subject).map(JSONValue.string))),
    ])
  }

  private func warnings(_ subject: ReportSubject) -> [String] {
    subject.context.warnings
      + subject.outcome.notes.filter(\.kind.isWarning).map {
        "\($0.text(language)) [\($0.kind.id)]"
      }
  }

  private func method(_ found: LeverAttribution) -> String {
    switch found.attribution.method {
    case .exact: "exact"
    case .sampled(let pairs): "\(2 * pairs) orders"
    }
  }

  /// What a person reads on the terminal after a report, without a final line break.
  ///
  /// - Parameter width: The columns of the terminal, which sentences keep to.
  /// - Returns: Lines without colour.
  public func summary(width: Int = 80) -> String {
    let scenarios = parts.flatMap { part -> [String] in
      let outcome = part.subject.outcome
      let sentence = outcome.headline(caveat: outcome.peakCaveat)
      return [part.scenario.title(language)]
        + (sentence.map { wrapped($0(language), to: width) } ?? [])
    }
    let accounting = parts.first.map {
      wrapped(terminalSafe($0.scenario.accounting.sentence(language)), to: width)
    }
    return [scenarios, accounting ?? []].map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n")
  }
}

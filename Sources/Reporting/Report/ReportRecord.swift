import Analysis
import CityModel
import Diagnostics

extension Report {
  /// `report.json`: what stands on the page of each scenario.
  ///
  /// - Parameter files: The page and its pictures, as far as they are wanted.
  public func answer(_ files: [ResultFile]) -> Answer {
    Answer(
      "report",
      figures: [
        ("city", parts.first.map { identity($0.scenario.city) } ?? .null),
        ("accounting", parts.first.map { accounting($0.scenario.accounting) } ?? .null),
        ("scenarios", .array(parts.map(scenarioRecord))),
      ],
      others: files, story: { _, width in summary(width: width) })
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

  private func summary(width: Int) -> String {
    let scenarios = parts.flatMap { part -> [String] in
      let outcome = part.subject.outcome
      let sentence = outcome.headline(caveat: outcome.peakCaveat)
      return [part.scenario.title(language)]
        + (sentence.map { wrapped($0(language), to: width) } ?? [])
    }
    let accounting = parts.first.map {
      wrapped(terminalSafe($0.scenario.accounting.sentence(language)), to: width)
    }
    return paragraphs([scenarios, accounting ?? []])
  }
}

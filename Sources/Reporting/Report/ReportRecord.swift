import Analysis
import CityModel
import Diagnostics

extension Report {
  /// The record of a report, `report.json`, which also is the summary for machines.
  public var record: [UInt8] {
    let first = parts.first?.subject
    let context = first?.context
    return JSONValue.object([
      ("program", .string("carbonpeak")),
      ("version", .optional(context?.version)),
      ("time", .optional(context?.time)),
      ("seed", .optional(context?.seed.map(String.init))),
      ("city", parts.first.map { identity($0.scenario.city) } ?? .null),
      ("accounting", parts.first.map { accounting($0.scenario.accounting) } ?? .null),
      ("set", .array((context?.changes ?? []).map(JSONValue.string))),
      ("options", .object((context?.options ?? []).map { ($0.name, .string($0.value)) })),
      ("scenarios", .array(parts.map(scenarioRecord))),
      ("inputs", .array(inputs.map(fingerprint))),
    ]).document
  }

  /// The files of all scenarios, each once, those of the first scenario first.
  public var inputs: [RunContext.InputFile] {
    var seen: Set<String> = []
    return parts.flatMap(\.subject.context.inputs).filter { seen.insert($0.path).inserted }
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
  /// - Parameters:
  ///   - width: The columns of the terminal, which sentences keep to.
  ///   - files: The paths of the files written.
  /// - Returns: Lines without colour.
  public func summary(width: Int = 80, files: [String]) -> String {
    let scenarios = parts.flatMap { part -> [String] in
      let outcome = part.subject.outcome
      let sentence = outcome.headline(caveat: outcome.peakCaveat)
      return [part.scenario.title(language)]
        + (sentence.map { wrapped($0(language), to: width) } ?? [])
    }
    let accounting = parts.first.map {
      wrapped(terminalSafe($0.scenario.accounting.sentence(language)), to: width)
    }
    let written = [Text("Written:", "已写入：")(language)] + files.map { "  \(terminalSafe($0))" }
    return [scenarios, accounting ?? [], written].map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n")
  }
}

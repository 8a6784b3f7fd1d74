public import Analysis
public import Diagnostics

/// An observed series under its name, judged.
public struct JudgedSeries: Sendable {
  /// What its file calls it.
  public let name: String
  /// What was found of it.
  public let judgement: Judgement

  /// Names a judgement.
  public init(name: String, judgement: Judgement) {
    (self.name, self.judgement) = (name, judgement)
  }
}

/// What `carbonpeak judge` says and writes.
public struct JudgementReport: Sendable {
  /// The series, in the order of their file.
  public let series: [JudgedSeries]
  /// The unit of all of them, as the user calls it; none if not told.
  public let unit: String?

  /// Joins series of one unit.
  public init(_ series: [JudgedSeries], unit: String?) {
    (self.series, self.unit) = (series, unit)
  }

  /// `judgement.csv`, a row a series, and its record `judgement.json`.
  ///
  /// - Parameters:
  ///   - context: What the command was started with.
  ///   - style: For whom the table is written.
  /// - Returns: The files, ready to be written.
  public func files(_ context: RunContext, style: CSVStyle = .plain) -> [ResultFile] {
    [
      Table.judgements(series).file(style),
      ResultFile(name: "judgement.json", bytes: record(context).document),
    ]
  }

  /// What a person reads: of each series the verdict, its numbers, and every rule with what it found.
  ///
  /// - Parameters:
  ///   - language: The language of the words.
  ///   - width: The columns of the terminal, which sentences keep to.
  /// - Returns: Lines without a final line break.
  public func text(_ language: Language, width: Int = 80) -> String {
    let parts = series.map { series in
      let words = JudgementWords(series.judgement, unit: unit)
      let title = terminalSafe(series.name)
      let finding = Text(
        "\(title): \(words.finding).", "\(title)：\(words.finding)。")
      return
        (wrapped(finding(language), to: width)
        + words.lines(language).flatMap { indented($0, to: width) }).joined(separator: "\n")
    }
    return parts.joined(separator: "\n\n")
  }

  /// The same for machines.
  ///
  /// - Parameter context: What the command was started with.
  /// - Returns: The record: what every record begins with, unit and series.
  public func record(_ context: RunContext) -> JSONValue {
    .object(
      context.head() + [
        ("unit", .optional(unit)), ("series", .array(series.map(judgementRecord))),
      ])
  }

  private func indented(_ line: String, to width: Int) -> [String] {
    wrapped(line, to: max(20, width - 2)).map { "  " + $0 }
  }
}

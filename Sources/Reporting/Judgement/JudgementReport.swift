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
      ResultFile(name: "judgement.json", bytes: record(context)),
    ]
  }

  /// What a person reads: of each series the verdict, its numbers, and every rule with what it found.
  ///
  /// - Parameters:
  ///   - language: The language of the words.
  ///   - width: The columns of the terminal, which sentences keep to.
  ///   - files: The paths of the files written.
  /// - Returns: Lines without a final line break.
  public func text(_ language: Language, width: Int = 80, files: [String] = []) -> String {
    let parts = series.map { series in
      let words = JudgementWords(series.judgement, unit: unit)
      let title = terminalSafe(series.name)
      let finding = Text(
        "\(title): \(words.finding).", "\(title)：\(words.finding)。")
      return
        (wrapped(finding(language), to: width)
        + words.lines(language).flatMap { indented($0, to: width) }).joined(separator: "\n")
    }
    let written = Text("Written:", "已写入：")(language)
    let list =
      files.isEmpty
      ? [] : [([written] + files.map { "  \(terminalSafe($0))" }).joined(separator: "\n")]
    return (parts + list).joined(separator: "\n\n")
  }

  /// The same for machines: a JSON document in UTF-8.
  ///
  /// - Parameters:
  ///   - context: What the command was started with.
  ///   - files: The paths of the files written.
  /// - Returns: The record: program, options, unit, series, the table that was read, and files.
  public func record(_ context: RunContext, files: [String] = []) -> [UInt8] {
    let found: [(key: String, value: JSONValue)] = [
      ("unit", .optional(unit)), ("series", .array(series.map(judgementRecord))),
    ]
    let record = JSONValue.object(context.head() + found + context.tail)
    return (files.isEmpty ? record : record.naming(files)).document
  }

  private func indented(_ line: String, to width: Int) -> [String] {
    wrapped(line, to: max(20, width - 2)).map { "  " + $0 }
  }
}

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
  public var answer: Answer {
    Answer(
      "judgement",
      figures: [("unit", .optional(unit)), ("series", .array(series.map(judgementRecord)))],
      tables: [.judgements(series)], story: { text($0, width: $1) })
  }

  /// Of each series the verdict, its numbers, and every rule with what it found.
  private func text(_ language: Language, width: Int) -> String {
    paragraphs(
      series.map { series in
        let words = JudgementWords(series.judgement, unit: unit)
        let title = terminalSafe(series.name)
        let finding = Text("\(title): \(words.finding).", "\(title)：\(words.finding)。")
        return wrapped(finding(language), to: width)
          + words.lines(language).flatMap { indented($0, to: width) }
      })
  }

  private func indented(_ line: String, to width: Int) -> [String] {
    wrapped(line, to: max(20, width - 2)).map { "  " + $0 }
  }
}

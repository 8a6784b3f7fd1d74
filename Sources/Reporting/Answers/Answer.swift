import CityModel
public import Diagnostics

/// What a study comes to: figures, tables, files of other kinds, and a story; the same for all studies, so
/// that each has one renderer alone.
///
/// Tables become CSV files (``files(_:style:)``), sheets and tables of a page; the figures stand in one
/// record behind its head (``record(_:)``); the story is what a person reads on the terminal.
public struct Answer {
  /// The name of its record, without extension; none where the answer is told and not written.
  let name: String?
  /// What the record is of, between head and figures.
  let subject: [(key: String, value: JSONValue)]
  /// What chance was drawn from; none where nothing was drawn.
  let seed: UInt64?
  /// What came of it, by name.
  let figures: [(key: String, value: JSONValue)]
  /// Its tables, each by the name of its file.
  let tables: [Table]
  /// Files that stand beside them: pictures, a page, a scenario.
  public var others: [ResultFile]
  /// What a person reads: paragraphs in a language, kept to the columns of a terminal, without colour and
  /// without a final line break.
  public let story: (Language, Int) -> String

  /// Gathers an answer; see the properties of the same names.
  package init(
    _ name: String?, of subject: [(key: String, value: JSONValue)] = [], seed: UInt64? = nil,
    figures: [(key: String, value: JSONValue)], tables: [Table] = [], others: [ResultFile] = [],
    story: @escaping (Language, Int) -> String
  ) {
    self.name = name
    self.subject = subject
    self.seed = seed
    self.figures = figures
    self.tables = tables
    self.others = others
    self.story = story
  }

  /// The record: what every record begins with, what it is of, and the figures.
  ///
  /// It is the file of the answer's name, and what `--json` prints.
  ///
  /// - Parameter context: What the study was started with.
  /// - Returns: An object.
  public func record(_ context: RunContext) -> JSONValue {
    .object(context.head(seed: seed) + subject + figures)
  }

  /// The tables, the files beside them and the record.
  ///
  /// - Parameters:
  ///   - context: What the study was started with.
  ///   - style: For whom the tables are written.
  /// - Returns: The files, ready to be written into a folder.
  public func files(_ context: RunContext, style: CSVStyle = .plain) -> [ResultFile] {
    let json = name.map { ResultFile(name: "\($0).json", bytes: record(context).document) }
    return tables.map { $0.file(style) } + others + [json].compactMap(\.self)
  }
}

extension RunContext {
  /// What every record begins with, and what `--json` prints: the program, the moment, what was asked, what
  /// was read, and the warnings that were told, each with its code.
  ///
  /// - Parameter seed: What chance was drawn from; none where a study has none.
  /// - Returns: Members of a record, in their order.
  func head(seed: UInt64? = nil) -> [(key: String, value: JSONValue)] {
    [
      ("program", .string("carbonpeak")),
      ("version", .string(version)),
      ("time", .string(time)),
      ("seed", (seed ?? self.seed).map { .string(String($0)) } ?? .null),
      ("set", .array(changes.map(JSONValue.string))),
      ("options", optionRecord),
      ("inputs", .array(inputs.map(fingerprint))),
      ("warnings", .array(warnings.map(JSONValue.string))),
    ]
  }

  /// The options by name; one that was given several times has all its values.
  var optionRecord: JSONValue {
    var names: [String] = []
    for option in options where !names.contains(option.name) { names.append(option.name) }
    return .object(
      names.map { name in
        let values = options.filter { $0.name == name }.map { JSONValue.string($0.value) }
        return (name, values.count == 1 ? values[0] : .array(values))
      })
  }
}

extension JSONValue {
  /// The object with the paths of files behind its members, for the summary on standard output.
  public func naming(_ files: [String]) -> JSONValue {
    guard !files.isEmpty, case .object(let members) = self else { return self }
    return .object(members + [("files", .array(files.map(JSONValue.string)))])
  }
}

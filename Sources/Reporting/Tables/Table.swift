public import Diagnostics

/// One value of a table.
public enum Cell: Hashable, Sendable {
  /// A text of a scenario: an id, a path, a name.
  case text(String)
  /// A word of ours: as machines read it, and for people.
  case word(String, Text)
  /// A sentence of ours, in English where nobody says otherwise.
  case sentence(Text)
  /// A number; one that is not finite stands as an empty cell.
  case number(Double)
  /// A whole number.
  case integer(Int)
  /// Yes or no.
  case flag(Bool)
  /// Nothing.
  case empty

  /// A number, or an empty cell.
  public static func optional(_ value: Double?) -> Self { value.map { .number($0) } ?? .empty }

  /// A whole number, or an empty cell.
  public static func optional(_ value: Int?) -> Self { value.map { .integer($0) } ?? .empty }

  /// What it says in words: in a language, or without one as machines read it; nothing for a number.
  func words(_ language: Language?) -> String? {
    switch self {
    case .text(let text): text
    case .word(let word, let text): language.map { text($0) } ?? word
    case .sentence(let sentence): sentence(language ?? .english)
    case .flag(let isTrue):
      (isTrue ? Text("yes", "是") : Text("no", "否"))(language ?? .english)
    case .number, .integer, .empty: nil
    }
  }

  /// The cell as a value of a JSON document.
  var json: JSONValue {
    switch self {
    case .text(let text), .word(let text, _): .string(text)
    case .sentence(let sentence): .string(sentence.english)
    case .number(let value): .number(value)
    case .integer(let value): .integer(value)
    case .flag(let isTrue): .bool(isTrue)
    case .empty: .null
    }
  }
}

/// Rows of cells under columns that say what they are.
public struct Table: Hashable, Sendable {
  /// The name of its file, without extension.
  public let name: String
  /// What the columns are.
  public let heads: [ColumnHead]
  /// The rows, each with a cell for every column.
  public let rows: [[Cell]]

  /// Makes a table of rows.
  ///
  /// - Parameters:
  ///   - name: The name of its file, without extension.
  ///   - columns: The columns.
  ///   - rows: What has a row.
  public init<Row>(_ name: String, _ columns: [Column<Row>], _ rows: [Row]) {
    self.init(
      name, heads: columns.map(\.head), cells: rows.map { row in columns.map { $0.cell(row) } })
  }

  /// Makes a table of cells; see the properties of the same names.
  public init(_ name: String, heads: [ColumnHead], cells: [[Cell]]) {
    self.name = name
    self.heads = heads
    self.rows = cells
  }

  /// The names of the columns.
  public var columns: [String] { heads.map(\.name) }

  /// The rows as records: each cell under the name of its column.
  var records: JSONValue {
    .array(rows.map { row in .object(zip(columns, row).map { ($0, $1.json) }) })
  }

  /// The table as a file of comma-separated values.
  ///
  /// - Parameter style: For whom it is written.
  /// - Returns: The file, ready to be written.
  func file(_ style: CSVStyle) -> ResultFile {
    ResultFile(name: "\(name).csv", bytes: csv(style))
  }
}

/// What a column of a table is.
public struct ColumnHead: Hashable, Sendable {
  /// Its name in files that machines read.
  public let name: String
  /// Its heading for people.
  public let label: Text
  /// What its cells say.
  public let meaning: Text
  /// The unit of its numbers; none where they have none, or a column `unit` says it.
  public let unit: String?

  /// Makes a head; see the properties of the same names.
  public init(_ name: String, _ label: Text, _ meaning: Text, unit: String? = nil) {
    self.name = name
    self.label = label
    self.meaning = meaning
    self.unit = unit
  }

  /// The head of a column that a scenario or a standard names: a path, an id, a year.
  public init(named name: String, _ meaning: Text, unit: String? = nil) {
    self.init(name, Text(same: name), meaning, unit: unit)
  }

  /// The heading in a language; without one, the name.
  func heading(_ language: Language?) -> String { language.map { label($0) } ?? name }
}

/// A column of a table of rows, with the cell that it has for each.
public struct Column<Row>: Sendable {
  /// What it is.
  public let head: ColumnHead
  /// Its cell for a row.
  public let cell: @Sendable (Row) -> Cell

  /// Makes a column; see the properties of the same names.
  public init(_ head: ColumnHead, _ cell: @escaping @Sendable (Row) -> Cell) {
    self.head = head
    self.cell = cell
  }

  /// Makes a column.
  ///
  /// - Parameters:
  ///   - name: Its name in files that machines read.
  ///   - label: Its heading for people.
  ///   - meaning: What its cells say.
  ///   - unit: The unit of its numbers; none where they have none, or a column `unit` says it.
  ///   - cell: Its cell for a row.
  public init(
    _ name: String, _ label: Text, _ meaning: Text, unit: String? = nil,
    _ cell: @escaping @Sendable (Row) -> Cell
  ) {
    self.init(ColumnHead(name, label, meaning, unit: unit), cell)
  }

  /// The same column of rows that have such a row as a part; empty for those that have none.
  func of<Whole>(_ part: @escaping @Sendable (Whole) -> Row?) -> Column<Whole> {
    Column<Whole>(head) { whole in part(whole).map(cell) ?? .empty }
  }
}

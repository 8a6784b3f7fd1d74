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
  package static func optional(_ value: Double?) -> Self { value.map { .number($0) } ?? .empty }

  /// A whole number, or an empty cell.
  package static func optional(_ value: Int?) -> Self { value.map { .integer($0) } ?? .empty }

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
  package let name: String
  /// What the columns are.
  package let heads: [ColumnHead]
  /// The rows, each with a cell for every column.
  package let rows: [[Cell]]

  /// Makes a table of rows.
  ///
  /// - Parameters:
  ///   - name: The name of its file, without extension.
  ///   - columns: The columns.
  ///   - rows: What has a row.
  package init<Row>(_ name: String, _ columns: [Column<Row>], _ rows: [Row]) {
    self.init(
      name, heads: columns.map(\.head), cells: rows.map { row in columns.map { $0.cell(row) } })
  }

  /// Makes a table of cells; see the properties of the same names.
  package init(_ name: String, heads: [ColumnHead], cells: [[Cell]]) {
    self.name = name
    self.heads = heads
    self.rows = cells
  }

  /// The names of the columns.
  package var columns: [String] { heads.map(\.name) }

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
package struct ColumnHead: Hashable, Sendable {
  /// Its name in files that machines read.
  package let name: String
  /// Its heading for people.
  package let label: Text
  /// What its cells say.
  package let meaning: Text
  /// The unit of its numbers; none where they have none, or a column `unit` says it.
  package let unit: String?

  /// Makes a head; see the properties of the same names.
  package init(_ name: String, _ label: Text, _ meaning: Text, unit: String? = nil) {
    self.name = name
    self.label = label
    self.meaning = meaning
    self.unit = unit
  }

  /// The head of a column that a scenario or a standard names: a path, an id, a year.
  package init(named name: String, _ meaning: Text, unit: String? = nil) {
    self.init(name, Text(same: name), meaning, unit: unit)
  }

  /// The heading in a language; without one, the name.
  func heading(_ language: Language?) -> String { language.map { label($0) } ?? name }
}

/// A column of a table of rows, with the cell that it has for each.
package struct Column<Row>: Sendable {
  /// What it is.
  package let head: ColumnHead
  /// Its cell for a row.
  package let cell: @Sendable (Row) -> Cell

  /// Makes a column; see the properties of the same names.
  package init(_ head: ColumnHead, _ cell: @escaping @Sendable (Row) -> Cell) {
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
  package init(
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

/// How a table is written as comma-separated values.
public struct CSVStyle: Hashable, Sendable {
  /// Whether it has the byte-order mark and CRLF that Excel needs for Chinese text.
  package let isForExcel: Bool
  /// The language of headings and of our words in cells; none for the names that machines read.
  package let labels: Language?

  /// Makes a style; see the properties of the same names.
  public init(isForExcel: Bool, labels: Language? = nil) {
    self.isForExcel = isForExcel
    self.labels = labels
  }

  /// `\n` between lines, UTF-8.
  public static let plain = Self(isForExcel: false)
  /// As ``plain``, with the byte-order mark and CRLF.
  public static let excel = Self(isForExcel: true)
}

extension Table {
  /// The table as comma-separated values.
  ///
  /// Numbers are the shortest form that reads back to the same double. A text that a spreadsheet
  /// would run as a formula (it begins with `=`, `+`, `-`, `@`, their full-width forms, a tab or a
  /// carriage return), or would read as a date or a number (`3-5`, `1e5`), gets an apostrophe in front,
  /// which makes it a text.
  ///
  /// Source: RFC 4180; OWASP, CSV Injection.
  ///
  /// - Parameter style: For whom it is written.
  /// - Returns: UTF-8 bytes; every line ends with a line break.
  package func csv(_ style: CSVStyle = .plain) -> [UInt8] {
    var bytes: [UInt8] = style.isForExcel ? [0xEF, 0xBB, 0xBF] : []
    bytes += csvLines([heads.map { .text($0.heading(style.labels)) }] + rows, style)
    return bytes
  }
}

/// Rows as lines of comma-separated values.
func csvLines(_ rows: [[Cell]], _ style: CSVStyle) -> [UInt8] {
  var bytes: [UInt8] = []
  for row in rows {
    for (place, cell) in row.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(contentsOf: cell.csvField(style.labels).utf8)
    }
    bytes.append(contentsOf: style.isForExcel ? [0x0D, 0x0A] : [0x0A])
  }
  return bytes
}

extension Cell {
  /// The cell as one field of a line.
  fileprivate func csvField(_ labels: Language?) -> String {
    switch self {
    case .text, .word, .sentence, .flag: words(labels).map { quoted(guarded($0)) } ?? ""
    case .number(let value): value.isFinite ? shortestText(value) : ""
    case .integer(let value): String(value)
    case .empty: ""
    }
  }
}

private func guarded(_ text: String) -> String {
  let isFormula = text.unicodeScalars.first.map(formulaStarts.contains) ?? false
  return isFormula || readsAsValue(text) ? "'" + text : text
}

/// Whether a spreadsheet would take a text for a date, a time or a number of another form; whole numbers
/// such as years in headings are what they look like.
private func readsAsValue(_ text: String) -> Bool {
  guard let first = text.utf8.first, (0x30...0x39).contains(first) else { return false }
  return text.utf8.allSatisfy(valueCharacters.contains)
    && !text.utf8.allSatisfy { (0x30...0x39).contains($0) }
}

private let valueCharacters = Set("0123456789-/:.,+eE% ".utf8)

private let formulaStarts = Set("=+-@\t\r＝＋－＠".unicodeScalars)

private func quoted(_ text: String) -> String {
  let needsQuotes =
    text.unicodeScalars.contains { $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r" }
    || text.first == " " || text.last == " "
  guard needsQuotes else { return text }
  return "\""
    + text.split(separator: "\"", omittingEmptySubsequences: false)
    .joined(separator: "\"\"") + "\""
}

/// The shortest decimal text that reads back to the same double: `12`, `0.1`, `2.5e-9`, `1e300`.
///
/// - Parameter value: A finite number; −0 is written as 0.
/// - Returns: Digits with at most one point and one exponent.
func shortestText(_ value: Double) -> String {
  let text = (value == 0 ? 0 : value).description
  guard text.utf8.contains(UInt8(ascii: "e")) else { return withoutPointZero(text[...]) }
  let parts = text.split(separator: "e", maxSplits: 1)
  guard parts.count == 2, let exponent = Int(parts[1]) else { return text }
  return "\(withoutPointZero(parts[0]))e\(exponent)"
}

private func withoutPointZero(_ digits: Substring) -> String {
  String(digits.utf8.suffix(2).elementsEqual(".0".utf8) ? digits.dropLast(2) : digits)
}

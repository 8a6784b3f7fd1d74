/// How a table is written as comma-separated values.
public enum CSVStyle: Sendable {
  /// `\n` between lines, UTF-8.
  case plain
  /// As ``plain``, with the byte-order mark and CRLF that Excel needs for Chinese text.
  case excel
}

extension Table {
  /// The table as comma-separated values.
  ///
  /// Numbers are the shortest form that reads back to the same double. A text that a spreadsheet
  /// would run as a formula (it begins with `=`, `+`, `-`, `@`, their full-width forms, a tab or a
  /// carriage return) gets an apostrophe in front, which makes it a text.
  ///
  /// Source: RFC 4180; OWASP, CSV Injection.
  ///
  /// - Parameter style: For whom it is written.
  /// - Returns: UTF-8 bytes; every line ends with a line break.
  public func csv(_ style: CSVStyle = .plain) -> [UInt8] {
    var bytes: [UInt8] = style == .excel ? [0xEF, 0xBB, 0xBF] : []
    bytes += csvLines([columns.map(Cell.text)] + rows, style)
    return bytes
  }
}

/// Rows as lines of comma-separated values.
func csvLines(_ rows: [[Cell]], _ style: CSVStyle) -> [UInt8] {
  var bytes: [UInt8] = []
  for row in rows {
    for (place, cell) in row.enumerated() {
      if place > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(contentsOf: cell.csvField.utf8)
    }
    bytes.append(contentsOf: style == .excel ? [0x0D, 0x0A] : [0x0A])
  }
  return bytes
}

extension Cell {
  /// The cell as one field of a line.
  fileprivate var csvField: String {
    switch self {
    case .text(let text): quoted(guarded(text))
    case .number(let value): value.isFinite ? shortestText(value) : ""
    case .integer(let value): String(value)
    case .empty: ""
    }
  }
}

private func guarded(_ text: String) -> String {
  let first = text.unicodeScalars.first
  return first.map(formulaStarts.contains) ?? false ? "'" + text : text
}

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

public import Diagnostics

/// How a table is written as comma-separated values.
public struct CSVStyle: Hashable, Sendable {
  /// Whether it has the byte-order mark and CRLF that Excel needs for Chinese text.
  public let isForExcel: Bool
  /// The language of headings and of our words in cells; none for the names that machines read.
  public let labels: Language?

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
  public func csv(_ style: CSVStyle = .plain) -> [UInt8] {
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

import Diagnostics

/// Reads a text with separators: RFC 4180, with commas, tabs or semicolons.
enum SeparatedText {
  /// Reads a text.
  ///
  /// The separator is named by a first line `sep=;`, which spreadsheets read and do not show, or is the
  /// one that parts the most lines into as many cells.
  static func read(
    _ decoded: DecodedText, path: String, limits: TableLimits,
    into diagnostics: inout DiagnosticCollection
  ) -> TableFile? {
    let source = SourceText(path: path, text: decoded.text)
    let named = source.lines.first.flatMap(namedSeparator)
    let separator = named ?? likelySeparator(source.lines)
    var scanner = SeparatedTextScanner(source, separator: separator, skipping: named == nil ? 0 : 1)
    var rows: [GridRow] = []
    var count = 0
    while let row = scanner.row() {
      if row.cells.allSatisfy(\.text.isEmpty) { continue }
      count += row.cells.count
      guard count <= limits.cells else {
        diagnostics.add(
          FileFaults(path).tooMuch(
            Text("more than \(limits.cells) cells", "超过 \(limits.cells) 个单元格")))
        return nil
      }
      rows.append(row)
    }
    diagnostics.add(contentsOf: scanner.diagnostics)
    if scanner.diagnostics.hasErrors { return nil }
    if rows.isEmpty {
      diagnostics.add(
        Diagnostic(
          .error, code: .emptyFile, message: Text("the table is empty", "表格是空的"),
          at: .topOfFile(path)))
      return nil
    }
    if let fault = otherSeparator(rows, path) {
      diagnostics.add(fault)
      return nil
    }
    return TableFile(
      path: path,
      format: .text(
        encoding: decoded.encoding, separator: Character(Unicode.Scalar(separator))),
      grids: [Grid(path: path, sheet: nil, isHidden: false, rows: rows, merges: [])], text: source)
  }

  private static let separators = [",", "\t", ";"].compactMap { $0.utf8.first }

  private static func namedSeparator(_ line: String) -> UInt8? {
    let bytes = Array(line.utf8.filter { $0 != UInt8(ascii: "\"") })
    guard bytes.count >= 5, line.lowercased().contains("sep=") else { return nil }
    let rest = bytes.drop { $0 == 0x20 }
    guard String(decoding: rest.prefix(4), as: UTF8.self).lowercased() == "sep=",
      let sign = rest.dropFirst(4).first, separators.contains(sign),
      rest.dropFirst(5).allSatisfy({ separators.contains($0) || $0 == 0x20 })
    else { return nil }
    return sign
  }

  /// The separator that parts the most lines into the same number of cells.
  private static func likelySeparator(_ lines: [String]) -> UInt8 {
    let sample = lines.lazy.filter { !$0.isEmpty }.prefix(60)
    let scores = separators.map { separator -> (lines: Int, cells: Int) in
      var counts: [Int: Int] = [:]
      for line in sample { counts[signs(separator, in: line), default: 0] += 1 }
      counts[0] = nil
      let best = counts.max { ($0.value, $0.key) < ($1.value, $1.key) }
      return best.map { (lines: $0.value, cells: $0.key) } ?? (lines: 0, cells: 0)
    }
    let best = zip(separators, scores).max { first, second in
      (first.1.lines, first.1.cells) < (second.1.lines, second.1.cells)
    }
    guard let best, best.1.lines > 0 else { return separators[0] }
    // Commas win where nothing speaks against them.
    return scores[0].lines >= best.1.lines && scores[0].cells >= best.1.cells
      ? separators[0] : best.0
  }

  /// How often a sign stands outside of quotes.
  private static func signs(_ sign: UInt8, in line: String) -> Int {
    var isQuoted = false
    var count = 0
    for byte in line.utf8 {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == sign, !isQuoted { count += 1 }
    }
    return count
  }

  /// That the columns are separated by a sign that is not read.
  private static func otherSeparator(_ rows: [GridRow], _ path: String) -> Diagnostic? {
    guard rows.count > 1, rows.allSatisfy({ $0.cells.count == 1 }) else { return nil }
    for sign in ["|", "，", "；"] where rows.allSatisfy({ $0.cells[0].text.contains(sign) }) {
      return Diagnostic(
        .error, code: .csvSeparator,
        message: Text(
          "the columns are separated by '\(sign)', expected commas, tabs or semicolons",
          "列以 '\(sign)' 分隔，应为半角逗号、制表符或半角分号"),
        at: SourceLocation(path: path, line: rows[0].number, column: 1),
        suggestion: Text("save the table as CSV (comma delimited)", "请另存为以逗号分隔的 CSV"))
    }
    return nil
  }
}

/// Cuts a text into rows of cells, with the place of each cell.
struct SeparatedTextScanner {
  /// What was found wrong on the way.
  private(set) var diagnostics = DiagnosticCollection()
  private let source: SourceText
  private let separator: UInt8
  private var line: [UInt8] = []
  private var isPlain = true
  private var lineNumber: Int
  private var position = 0
  /// Up to which byte characters were counted, and how many there were.
  private var counted = (byte: 0, characters: 0)

  /// Begins behind the first lines of a text.
  init(_ source: SourceText, separator: UInt8, skipping lines: Int) {
    self.source = source
    self.separator = separator
    lineNumber = lines
  }

  /// The next row; nothing at the end of the text.
  mutating func row() -> GridRow? {
    guard turnLine() else { return nil }
    let number = lineNumber
    var cells = [cell(0)]
    while position < line.count, line[position] == separator {
      position += 1
      cells.append(cell(cells.count))
    }
    return GridRow(number: number, cells: cells)
  }

  private mutating func turnLine() -> Bool {
    guard let next = source.line(lineNumber + 1) else { return false }
    lineNumber += 1
    line = Array(next.utf8)
    isPlain = line.allSatisfy { $0 < 0x80 }
    position = 0
    counted = (byte: 0, characters: 0)
    return true
  }

  /// The character of a byte of the line, from 1.
  private mutating func character(at byte: Int) -> Int {
    if isPlain { return byte + 1 }
    if byte > counted.byte {
      let more = String(decoding: line[counted.byte..<byte], as: UTF8.self).count
      counted = (byte: byte, characters: counted.characters + more)
    }
    return counted.characters + 1
  }

  private mutating func cell(_ column: Int) -> GridCell {
    let first = position
    while position < line.count, line[position] == UInt8(ascii: " ") { position += 1 }
    if position < line.count, line[position] == UInt8(ascii: "\"") { return quoted(column) }
    let indent = position - first
    let from = position
    skipToSeparator { $0 == UInt8(ascii: "\"") }
    var last = position
    while last > from, line[last - 1] == UInt8(ascii: " ") { last -= 1 }
    let start = character(at: from)
    let text = String(decoding: line[from..<last], as: UTF8.self)
    return trimmedCell(
      text, start: start, length: isPlain ? max(1, last - from) : max(1, text.count), column,
      indent)
  }

  /// A cell without the spaces of other kinds around it, which an indentation may be.
  private func trimmedCell(
    _ text: String, start: Int, length: Int, _ column: Int, _ indent: Int, line number: Int? = nil
  ) -> GridCell {
    let bare = trimmed(text)
    let wide = bare == text ? 0 : text.prefix { $0.isWhitespace }.count
    return GridCell(
      text: bare, line: number ?? lineNumber, start: start, length: length, column: column,
      indent: indent + wide)
  }

  private mutating func quoted(_ column: Int) -> GridCell {
    let start = character(at: position)
    let number = lineNumber
    var text: [UInt8] = []
    position += 1
    while true {
      if position == line.count {
        guard turnLine() else {
          diagnostics.add(unclosedQuote(number, start))
          break
        }
        text.append(0x0A)
      } else if line[position] != UInt8(ascii: "\"") {
        text.append(line[position])
        position += 1
      } else if position + 1 < line.count, line[position + 1] == UInt8(ascii: "\"") {
        text.append(UInt8(ascii: "\""))
        position += 2
      } else {
        position += 1
        break
      }
    }
    let length = lineNumber == number ? character(at: position) - start : 1
    skipToSeparator { $0 != UInt8(ascii: " ") }
    return trimmedCell(
      String(decoding: text, as: UTF8.self), start: start, length: length, column, 0, line: number)
  }

  /// Goes to the end of the cell, with one fault if a character is out of place there.
  private mutating func skipToSeparator(stray isStray: (UInt8) -> Bool) {
    var isClean = true
    while position < line.count, line[position] != separator {
      if isClean, isStray(line[position]) {
        diagnostics.add(strayQuote())
        isClean = false
      }
      position += 1
    }
  }

  private mutating func strayQuote() -> Diagnostic {
    Diagnostic(
      .error, code: .csvStrayQuote,
      message: Text("a quote that does not enclose the whole cell", "引号没有括住整个单元格"),
      at: SourceLocation(path: source.path, line: lineNumber, column: character(at: position)),
      suggestion: Text(
        "enclose the cell in quotes and write \"\" for a quote inside it",
        "请用引号括住整个单元格，内部的引号写成 \"\""))
  }

  private func unclosedQuote(_ line: Int, _ start: Int) -> Diagnostic {
    Diagnostic(
      .error, code: .csvUnclosedQuote,
      message: Text("the quote that opens here is never closed", "此处的引号没有对应的右引号"),
      at: SourceLocation(path: source.path, line: line, column: start))
  }
}

/// A text without the spaces at its ends.
package func trimmed(_ text: some StringProtocol) -> String {
  guard text.first?.isWhitespace == true || text.last?.isWhitespace == true else {
    return String(text)
  }
  let from = text.drop { $0.isWhitespace }
  return String(from.reversed().drop { $0.isWhitespace }.reversed())
}

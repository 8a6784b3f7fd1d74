import Diagnostics

/// Cuts a text into rows of cells by the rules of RFC 4180, with the place of each cell.
struct CSVScanner {
  /// What was found wrong on the way.
  private(set) var diagnostics = DiagnosticCollection()
  private let source: SourceText
  private var line: [Character] = []
  private var lineNumber = 0
  private var position = 0

  init(_ source: SourceText) { self.source = source }

  /// All rows to the end of the text, or to a quote that is never closed.
  mutating func rows() -> [[CSVTable.Cell]] {
    var rows: [[CSVTable.Cell]] = []
    while turnLine() { rows.append(row()) }
    return rows
  }

  private mutating func turnLine() -> Bool {
    guard let next = source.line(lineNumber + 1) else { return false }
    lineNumber += 1
    line = Array(next)
    position = 0
    return true
  }

  private mutating func row() -> [CSVTable.Cell] {
    var cells = [cell()]
    while position < line.count, line[position] == "," {
      position += 1
      cells.append(cell())
    }
    return cells
  }

  private mutating func cell() -> CSVTable.Cell {
    while position < line.count, line[position] == " " { position += 1 }
    let start = SourceLocation(path: source.path, line: lineNumber, column: position + 1)
    if position < line.count, line[position] == "\"" { return quotedCell(from: start) }
    let first = position
    skipToComma { $0 == "\"" }
    var last = position
    while last > first, line[last - 1] == " " { last -= 1 }
    return CSVTable.Cell(
      text: String(line[first..<last]), location: start, length: max(1, last - first))
  }

  private mutating func quotedCell(from start: SourceLocation) -> CSVTable.Cell {
    var text = ""
    position += 1
    while true {
      if position == line.count {
        guard turnLine() else {
          diagnostics.add(unclosedQuote(at: start))
          break
        }
        text += "\n"
      } else if line[position] != "\"" {
        text.append(line[position])
        position += 1
      } else if position + 1 < line.count, line[position + 1] == "\"" {
        text += "\""
        position += 2
      } else {
        position += 1
        break
      }
    }
    let length = lineNumber == start.line ? position - start.column + 1 : 1
    skipToComma { $0 != " " }
    return CSVTable.Cell(text: text, location: start, length: length)
  }

  /// Goes to the end of the cell, with one fault if a character is out of place there.
  private mutating func skipToComma(stray isStray: (Character) -> Bool) {
    var isClean = true
    while position < line.count, line[position] != "," {
      if isClean, isStray(line[position]) {
        diagnostics.add(strayQuote())
        isClean = false
      }
      position += 1
    }
  }

  private func strayQuote() -> Diagnostic {
    Diagnostic(
      .error, code: .csvStrayQuote,
      message: Text("a quote that does not enclose the whole cell", "引号没有括住整个单元格"),
      at: SourceLocation(path: source.path, line: lineNumber, column: position + 1),
      suggestion: Text(
        "enclose the cell in quotes and write \"\" for a quote inside it",
        "请用引号括住整个单元格，内部的引号写成 \"\""))
  }

  private func unclosedQuote(at start: SourceLocation) -> Diagnostic {
    Diagnostic(
      .error, code: .csvUnclosedQuote,
      message: Text("the quote that opens here is never closed", "此处的引号没有对应的右引号"), at: start)
  }
}

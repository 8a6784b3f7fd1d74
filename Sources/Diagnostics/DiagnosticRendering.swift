extension Diagnostic {
  /// The diagnostic as the command line prints it, with the offending line underlined.
  ///
  /// The underline is placed by display width, so it stays under the text when the line holds
  /// Chinese characters, which take two columns of a terminal. A long line is cut to a window
  /// around the underline, and nothing from the input can steer the terminal; see
  /// ``terminalSafe(_:)``.
  ///
  /// - Parameters:
  ///   - language: The language of the words, the message and the suggestion.
  ///   - lineText: The line of ``location``, or nothing if there is none to show.
  ///   - isColoured: Whether the severity is printed in bold red or yellow (ANSI).
  /// - Returns: Lines without a final line break.
  package func rendered(
    language: Language = .english, lineText: String?, isColoured: Bool = false
  ) -> String {
    let word = severity.word(language) + ":"
    let shownWord = isColoured ? "\u{1B}[1;\(severity.colour)m\(word)\u{1B}[0m" : word
    let place = terminalSafe(location.description)
    var lines = ["\(place): \(shownWord) \(terminalSafe(message(language))) [\(code.id)]"]
    let gutter = String(location.line)
    let blank = String(repeating: " ", count: gutter.count)
    if let lineText {
      let excerpt = LineExcerpt(of: lineText, column: location.column, length: length)
      lines.append("\(gutter) | \(excerpt.text)")
      lines.append("\(blank) | \(excerpt.underline)")
    }
    if let suggestion {
      let help = Text("help", "提示")(language)
      lines.append("\(blank) = \(help): \(terminalSafe(suggestion(language)))")
    }
    return lines.joined(separator: "\n")
  }
}

extension Diagnostic.Severity {
  /// The ANSI colour number of the word.
  fileprivate var colour: Int {
    switch self {
    case .error: 31
    case .warning: 33
    case .note: 36
    }
  }
}

/// The part of a line that is printed, and the line of carets below it.
private struct LineExcerpt {
  /// The widest line printed whole, in terminal columns.
  static let widestLine = 160
  /// The columns kept in front of the underline when a line is cut.
  static let columnsBefore = 60

  /// The text to print.
  let text: String
  /// Spaces and carets to print below it.
  let underline: String

  init(of line: String, column: Int, length: Int) {
    let cells = line.map { terminalSafe(String($0)) }
    let widths = cells.map { displayWidth($0) }
    let first = min(max(0, column - 1), cells.count)
    let last = min(first + max(1, length), cells.count)
    let window = Self.window(around: first, widths: widths)
    let opening = window.lowerBound > 0 ? "…" : ""
    let closing = window.upperBound < cells.count ? "…" : ""
    text = opening + cells[window].joined() + closing
    let indent = widths[window.lowerBound..<first].reduce(opening.count, +)
    let marked = widths[first..<max(first, min(last, window.upperBound))].reduce(0, +)
    underline =
      String(repeating: " ", count: indent) + String(repeating: "^", count: max(1, marked))
  }

  /// The characters to print: all, or as many around the underline as fit.
  private static func window(around first: Int, widths: [Int]) -> Range<Int> {
    guard widths.reduce(0, +) > widestLine else { return widths.indices }
    var lower = first
    var before = 0
    while lower > 0, before + widths[lower - 1] <= columnsBefore {
      lower -= 1
      before += widths[lower]
    }
    var upper = lower
    var shown = 0
    while upper < widths.count, shown + widths[upper] <= widestLine - 2 {
      shown += widths[upper]
      upper += 1
    }
    return lower..<upper
  }
}

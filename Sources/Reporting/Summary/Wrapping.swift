import Diagnostics

/// A text in lines of at most `width` terminal columns, broken at spaces, or anywhere between wide
/// characters, which need no spaces.
///
/// - Parameters:
///   - text: The text.
///   - width: The columns of a line.
/// - Returns: The lines, without spaces at their ends.
public func wrapped(_ text: String, to width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  for word in breakable(text) {
    let fits = displayWidth(line) + displayWidth(trimmedEnd(word)) <= width
    if !fits, !line.isEmpty {
      lines.append(trimmedEnd(line))
      line = ""
    }
    line += word
  }
  if !line.isEmpty { lines.append(trimmedEnd(line)) }
  return lines
}

/// The pieces between which a line may break: words with the space after them, wide characters.
///
/// Closing punctuation stays with what it closes.
private func breakable(_ text: String) -> [String] {
  var pieces: [String] = []
  var word = ""
  for character in text {
    let isWide = displayWidth(String(character)) > 1
    if isWide, !closing.contains(character), !word.isEmpty, word != "（" {
      pieces.append(word)
      word = ""
    }
    word.append(character)
    if character == " " || isWide && character != "（" {
      pieces.append(word)
      word = ""
    }
  }
  if !word.isEmpty { pieces.append(word) }
  // What is read as one stays together: `5.8 %`, `p = 0.02`.
  return pieces.reduce(into: []) { joined, piece in
    let isBound =
      piece.first.map((closing + "%=<≤").contains) == true
      || joined.last.map { ["= ", "< ", "≤ "].contains($0.suffix(2)) } == true
    if isBound, let last = joined.popLast() {
      joined.append(last + piece)
    } else {
      joined.append(piece)
    }
  }
}

/// Wide marks that no line begins with.
private let closing = "，。；：、）％"

private func trimmedEnd(_ text: String) -> String {
  String(text.reversed().drop { $0 == " " }.reversed())
}

/// Paragraphs of lines as one text, an empty line between them; those without lines are left out.
package func paragraphs(_ paragraphs: [[String]]) -> String {
  paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n")
}

/// Rows in columns: the first to the left, the others to the right.
package func aligned(_ rows: [[String]]) -> [String] {
  let widths = (rows.first ?? []).indices.map { column in
    rows.compactMap { $0.indices.contains(column) ? displayWidth($0[column]) : nil }.max() ?? 0
  }
  return rows.map { row in
    row.enumerated().map { column, cell in
      let space = String(repeating: " ", count: max(0, widths[column] - displayWidth(cell)))
      return column == 0 ? cell + space : "  " + space + cell
    }.joined()
  }
}

import Diagnostics

/// Turns libyaml's places, counted in Unicode scalars, into columns counted in characters.
///
/// Keeps the table of one line, so that a line with many values is walked once.
struct ColumnCounter {
  private let source: SourceText
  private var line = -1
  /// For each scalar of the line the number of characters begun before it; empty for ASCII.
  private var charactersBefore: [Int] = []

  init(_ source: SourceText) { self.source = source }

  /// The place of a mark in the file.
  mutating func location(_ mark: YAMLMark) -> SourceLocation {
    SourceLocation(path: source.path, line: mark.line + 1, column: column(mark))
  }

  /// The number of characters from one mark to another, at most to the end of the first line.
  mutating func length(from start: YAMLMark, to end: YAMLMark) -> Int {
    let first = column(start)
    if start.line == end.line { return max(1, column(end) - first) }
    return max(1, (source.line(start.line + 1)?.count ?? 0) - first + 1)
  }

  private mutating func column(_ mark: YAMLMark) -> Int {
    if mark.line != line { turn(to: mark.line) }
    let last = charactersBefore.count - 1
    guard last >= 0 else { return mark.column + 1 }
    return charactersBefore[min(mark.column, last)] + 1
  }

  private mutating func turn(to newLine: Int) {
    line = newLine
    charactersBefore = []
    guard let text = source.line(newLine + 1), !text.utf8.allSatisfy({ $0 < 0x80 }) else { return }
    var count = 0
    for character in text {
      charactersBefore += repeatElement(count, count: character.unicodeScalars.count)
      count += 1
    }
    charactersBefore.append(count)
  }
}

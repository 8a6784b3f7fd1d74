import Diagnostics

/// A text in lines of at most `width` terminal columns, broken at spaces, or anywhere between wide
/// characters, which need no spaces.
func wrapped(_ text: String, to width: Int) -> [String] {
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
    if isWide, !"，。；：、）％".contains(character), !word.isEmpty {
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
  // A number and its percent sign stay together: `5.8 %`.
  return pieces.reduce(into: []) { joined, piece in
    if piece.hasPrefix("%"), let last = joined.popLast() {
      joined.append(last + piece)
    } else {
      joined.append(piece)
    }
  }
}

private func trimmedEnd(_ text: String) -> String {
  String(text.reversed().drop { $0 == " " }.reversed())
}

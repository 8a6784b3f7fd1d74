import Diagnostics

/// A character that YAML does not take for what the writer meant by it.
struct KeyboardSlip {
  /// Its column in the line, from 1.
  let column: Int
  /// What to write instead.
  let advice: Text
}

/// The first place in a line that uses the punctuation of Chinese text where YAML has its own, or
/// has no space after the colon of its key.
///
/// Full-width punctuation inside an ordinary text is not meant: a `：` counts where the line has no
/// `:` before it, a `，` inside brackets, a quote or bracket at the beginning of a value, a wide
/// space in the indentation.
func punctuationSlip(in line: String) -> KeyboardSlip? {
  for (offset, index) in line.indices.enumerated() {
    guard let narrow = narrowForms[line[index]],
      isMeantForYAML(line[index], after: line[..<index])
    else { continue }
    return KeyboardSlip(
      column: offset + 1,
      advice: Text(
        "'\(line[index])' is an ordinary letter to YAML; write '\(narrow)'",
        "'\(line[index])' 在 YAML 中只是普通字符，请改为半角 '\(narrow)'"))
  }
  guard let key = line.firstMatch(of: /^\s*[A-Za-z0-9_-]+:(?=[^\s\/:])/) else { return nil }
  return KeyboardSlip(
    column: key.output.count, advice: Text("put a space after the colon", "冒号后面请加一个空格"))
}

/// The first tab in the indentation of a line.
func tabSlip(in line: String) -> KeyboardSlip? {
  let indentation = line.prefix(while: \.isWhitespace)
  guard let tab = indentation.firstIndex(of: "\t") else { return nil }
  return KeyboardSlip(
    column: indentation.distance(from: indentation.startIndex, to: tab) + 1,
    advice: Text("indent with spaces; YAML allows no tabs there", "请用空格缩进；YAML 不允许用制表符缩进"))
}

private let narrowForms: [Character: String] = [
  "：": ": ", "，": ", ", "“": "\"", "”": "\"", "‘": "'", "’": "'", "｛": "{", "【": "[",
  "\u{3000}": " ",
]

private func isMeantForYAML(_ character: Character, after before: Substring) -> Bool {
  switch character {
  case "：": !before.contains(":")
  case "，": before.contains { $0 == "{" || $0 == "[" }
  default: before.last { !$0.isWhitespace }.map { ":-[{,：，".contains($0) } ?? true
  }
}

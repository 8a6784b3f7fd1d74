import Diagnostics

/// What to do about a line that uses the punctuation of Chinese text where YAML has its own, or no
/// space after a colon; nothing if neither is the case.
///
/// Full-width punctuation inside an ordinary text is not meant: a `：` counts where the line has no
/// `:` before it, a `，` inside brackets, a quote or bracket at the beginning of a value, a wide
/// space in the indentation.
func punctuationHint(for line: String) -> Text? {
  for index in line.indices {
    guard let narrow = narrowForms[line[index]] else { continue }
    if isMeantForYAML(line[index], after: line[..<index]) {
      return Text(
        "'\(line[index])' is an ordinary letter to YAML; write '\(narrow)'",
        "'\(line[index])' 在 YAML 中只是普通字符，请改为半角 '\(narrow)'")
    }
  }
  guard line.firstMatch(of: /^\s*[A-Za-z0-9_-]+:[^\s\/:]/) != nil else { return nil }
  return Text("put a space after the colon", "冒号后面请加一个空格")
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

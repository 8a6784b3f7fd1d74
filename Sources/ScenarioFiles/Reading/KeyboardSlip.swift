import Diagnostics
import Quantities

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
    guard let advice = advice(for: line[index]), isMeantForYAML(line[index], after: line[..<index])
    else { continue }
    return KeyboardSlip(column: offset + 1, advice: advice)
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

/// The first character of a word, key or number that stands for a plain one.
func letterSlip(in word: String) -> Text? {
  for character in word {
    if let advice = advice(for: character) ?? fullWidthAdvice(for: character) { return advice }
  }
  return nil
}

/// A word with plain characters in place of those that ``letterSlip(in:)`` finds, without quotes.
func plainWord(_ word: String) -> String {
  var plain = ""
  for character in word where !quotes.contains(character) && !character.isOddSpace {
    plain.append(narrowForms[character] ?? String(character.asciiOfFullWidth ?? character))
  }
  return plain
}

/// What to write in place of a character that YAML does not take for what it looks like.
private func advice(for character: Character) -> Text? {
  if character.isOddSpace, let scalar = character.unicodeScalars.first {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return Text(
      "\(name) here is not an ordinary space; write one or remove it",
      "此处的 \(name) 不是普通空格，请改为普通空格或删除")
  }
  return narrowForms[character].map {
    Text(
      "'\(character)' is an ordinary letter to YAML; write '\($0)'",
      "'\(character)' 在 YAML 中只是普通字符，请改为半角 '\($0)'")
  }
}

private func fullWidthAdvice(for character: Character) -> Text? {
  character.asciiOfFullWidth.map {
    Text(
      "'\(character)' is a full-width character; write '\($0)'",
      "'\(character)' 是全角字符，请改为半角 '\($0)'")
  }
}

extension Character {
  /// Whether this is a space, or a character of no width, that is no plain space or tab.
  fileprivate var isOddSpace: Bool {
    guard let scalar = unicodeScalars.first, !scalar.isASCII else { return false }
    return isWhitespace || [0x200B, 0x2060, 0xFEFF].contains(scalar.value)
  }
}

private let quotes: Set<Character> = ["“", "”", "‘", "’", "「", "」"]

private let narrowForms: [Character: String] = [
  "：": ": ", "，": ", ", "、": ", ", "“": "\"", "”": "\"", "‘": "'", "’": "'", "｛": "{", "【": "[",
  "｝": "}", "】": "]", "＃": " #",
]

private func isMeantForYAML(_ character: Character, after before: Substring) -> Bool {
  switch character {
  case "：": !before.contains(":")
  case "，", "、": before.contains { $0 == "{" || $0 == "[" }
  case "｝", "】": false
  case "＃": before.last?.isWhitespace ?? true
  default: before.last { !$0.isWhitespace }.map { ":-[{,：，".contains($0) } ?? true
  }
}

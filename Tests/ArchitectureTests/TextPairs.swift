import Foundation

/// What people read, in English and in Chinese: the pairs of texts in a source file.
///
/// A reader of Swift's string literals of its own, so that interpolations, raw strings and strings
/// within interpolations are told from words.
struct TextPair {
  /// One of the two texts: the words of its literals, and the expressions between them.
  struct Side {
    var words = ""
    var expressions: [String] = []
  }

  let line: Int
  let english: Side
  let chinese: Side

  /// The calls that take both languages.
  private static let calls = ["Text(", "help(", "say(", "require(", "tell("]

  /// The pairs of a file.
  static func all(in file: SourceFile) -> [TextPair] {
    let bytes = Array(file.text.utf8)
    var found: [TextPair] = []
    for (line, start) in starts(in: file.text) {
      var reader = LiteralReader(bytes, at: start)
      let sides = reader.arguments().filter { !$0.words.isEmpty || !$0.expressions.isEmpty }
      guard sides.count >= 2 else { continue }
      found.append(
        TextPair(line: line, english: sides[sides.count - 2], chinese: sides[sides.count - 1]))
    }
    return found
  }

  /// Where calls begin: the line, and the byte of their opening bracket.
  private static func starts(in text: String) -> [(line: Int, byte: Int)] {
    var found: [(Int, Int)] = []
    var byte = 0
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      defer { byte += line.utf8.count + 1 }
      if line.contains("func ") || line.contains("///") { continue }
      for call in calls {
        for range in line.ranges(of: call) {
          let isWhole =
            range.lowerBound == line.startIndex
            || !line[line.index(before: range.lowerBound)].isLetter
          guard isWhole else { continue }
          let before = line[..<range.upperBound].utf8.count
          found.append((index + 1, byte + before - 1))
        }
      }
    }
    return found
  }
}

extension TextPair {
  /// Names that stand in both languages as they are.
  private static let names = [
    "`[^`]*`", "carbonpeak", "GDP", "Mtce", "Sobol", "Morris", "Mann–Kendall", "--[a-z-]+", "CO2e?",
    "Mt",
  ]
  /// Short English texts for which Chinese has a sign.
  private static let signs: Set = [", and ", " of ", " per ", " % in ", "'' is ", "en", "%/yr"]
  /// English texts that quote Chinese words a table may hold, or name a document or a term of China's rules.
  private static let quotations = [
    "年 or 年份", "万吨", "元/yr", "〕", "能源统计报表制度", "综合评价考核办法", "绿色建筑评价标准",
    "碳排放双控", "绿色出行", "规模以上",
  ]
  /// Expressions that English grammar needs and Chinese does not: plurals and endings.
  private static let grammar = ["== 1 ? ", "isOne ? ", "ordinalEnding", "(years)"]

  /// What is wrong with the pair.
  var faults: [String] {
    var faults: [String] = []
    let quoted = Self.quotations.contains { english.words.contains($0) }
    if Self.hasHan(english.words), !quoted { faults.append("Chinese in English") }
    if hasEnglish, !Self.hasHan(chinese.words), !Self.signs.contains(english.words) {
      faults.append("no Chinese")
    }
    let counts = [english, chinese].map { side in
      side.expressions.count { expression in
        !Self.grammar.contains { expression.contains($0) }
      }
    }
    if counts[0] != counts[1] { faults.append("other values") }
    return faults.map { "\($0): '\(english.words)' '\(chinese.words)'" }
  }

  /// Whether there are English words beside names.
  private var hasEnglish: Bool {
    let rest = Self.names.reduce(english.words) { text, name in
      text.replacingOccurrences(of: name, with: "", options: .regularExpression)
    }
    return rest.range(of: "[A-Za-z]{2}", options: .regularExpression) != nil
  }

  /// Whether a text holds Chinese characters.
  static func hasHan(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
  }

  /// Words that are put before somebody's eyes in one language only.
  static func untranslated(in file: SourceFile) -> [String] {
    file.numberedLines.filter { _, text in
      let pattern = #"Console\.(complain|say|show|overwrite)\(\s*"(?:[^"\\]|\\\([^)]*\))*[a-z]{3}"#
      guard let range = text.range(of: pattern, options: .regularExpression) else { return false }
      let words = text[range].replacingOccurrences(
        of: #"\\\([^)]*\)|Console\.[a-z]+"#, with: "", options: .regularExpression)
      return words.range(of: "[A-Za-z]{3}", options: .regularExpression) != nil
    }.map { "\(file.path):\($0.number): \($0.text.trimmingCharacters(in: .whitespaces))" }
  }
}

/// Reads the arguments of a call in Swift, literals told from code.
struct LiteralReader {
  private let bytes: [UInt8]
  private var place: Int

  /// Begins at an opening bracket.
  init(_ bytes: [UInt8], at place: Int) { (self.bytes, self.place) = (bytes, place) }

  /// The literals of each argument.
  mutating func arguments() -> [TextPair.Side] {
    var sides = [TextPair.Side()]
    var depth = 0
    while place < bytes.count {
      if let literal = literal() {
        sides[sides.count - 1].words += literal.words
        sides[sides.count - 1].expressions += literal.expressions
        continue
      }
      skipComment()
      guard place < bytes.count else { break }
      switch bytes[place] {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: ",") where depth == 1: sides.append(TextPair.Side())
      default: break
      }
      place += 1
      if depth == 0 { break }
    }
    return sides
  }

  private mutating func skipComment() {
    guard starts(with: "//") else { return }
    while place < bytes.count, bytes[place] != UInt8(ascii: "\n") { place += 1 }
  }

  private func starts(with text: String) -> Bool { bytes[place...].starts(with: text.utf8) }

  /// The literal that begins here, if one does; then the reader is behind it.
  private mutating func literal() -> TextPair.Side? {
    var hashes = 0
    while place + hashes < bytes.count, bytes[place + hashes] == UInt8(ascii: "#") { hashes += 1 }
    guard place + hashes < bytes.count, bytes[place + hashes] == UInt8(ascii: "\"") else {
      return nil
    }
    place += hashes
    let quote = starts(with: "\"\"\"") ? "\"\"\"" : "\""
    let frame = String(repeating: "#", count: hashes)
    place += quote.utf8.count
    var words: [UInt8] = []
    var expressions: [String] = []
    while place < bytes.count, !starts(with: quote + frame) {
      if starts(with: "\\" + frame) {
        place += 1 + hashes
        guard starts(with: "(") else {
          place += 1
          continue
        }
        let start = place
        _ = arguments()
        expressions.append(String(decoding: bytes[start..<place], as: UTF8.self))
      } else {
        words.append(bytes[place])
        place += 1
      }
    }
    place += quote.utf8.count + hashes
    return TextPair.Side(words: String(decoding: words, as: UTF8.self), expressions: expressions)
  }
}

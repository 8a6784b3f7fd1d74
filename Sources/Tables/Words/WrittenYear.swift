/// A year as tables write it: `2014`, `2014年`, `X2014`, `2014.0`, `2014/15`, `2021 (prelim.)`, `2021*`.
package struct WrittenYear: Hashable, Sendable {
  /// The calendar year; of a year that spans two, the first.
  package let year: Int
  /// What marks a value that is not like the others: `prelim.`, `初步核算`, `*`.
  package let mark: String?
  /// The unit in brackets behind the year.
  package let unit: String?
  /// Whether the year spans two calendar years, as `2014/15`.
  package let isSplit: Bool

  /// Whether the mark says that nothing was observed.
  package var isProjected: Bool { mark.map(YearMarks.saysProjected) ?? false }

  /// Whether the mark says that the value may still change, or what is not known.
  var isProvisional: Bool { mark != nil && !isProjected }

  /// The years that tables of cities speak of.
  static let plausible = 1800...2199

  /// The year of a cell: of a date its year, of a number itself.
  init?(_ cell: GridCell) {
    switch cell.kind {
    case .text, .number: self.init(cell.text)
    case .date:
      guard let year = Int(cell.text.prefix(4)), Self.plausible.contains(year) else { return nil }
      self.init(year: year)
    case .percent, .truth, .error, .uncomputed: return nil
    }
  }

  private init(year: Int, mark: String? = nil, unit: String? = nil, isSplit: Bool = false) {
    self.year = year
    self.mark = mark
    self.unit = unit
    self.isSplit = isSplit
  }

  /// Reads a text; nothing for one that holds more, or less, than a year.
  package init?(_ text: String) {
    let bytes = text.utf8
    guard bytes.count >= 4 else { return nil }
    if bytes.count == 4, let year = Self.digits(text[...]) {
      guard Self.plausible.contains(year) else { return nil }
      self.init(year: year)
      return
    }
    if Self.isOtherNumber(bytes) { return nil }
    var rest = trimmed(folded(text))[...]
    for prefix in ["fy", "cy", "x", "y"] where rest.lowercased().hasPrefix(prefix) {
      rest = rest.dropFirst(prefix.count).drop { $0 == " " || $0 == "_" }
      break
    }
    if let spelled = Self.spelled(rest) { rest = spelled[...] }
    guard let year = Self.digits(rest.prefix(4)), Self.plausible.contains(year) else { return nil }
    rest = rest.dropFirst(4).drop { $0 == " " }
    for word in ["年度", "年"] where rest.hasPrefix(word) {
      rest = rest.dropFirst(word.count)
      break
    }
    if rest.hasPrefix("."), rest.dropFirst().allSatisfy({ $0 == "0" }) { rest = "" }
    let second = Self.secondYear(rest, after: year)
    rest = rest.dropFirst(second ?? 0)
    guard let tail = YearMarks.tail(trimmed(rest)) else { return nil }
    self.init(year: year, mark: tail.mark, unit: tail.unit, isSplit: second != nil)
  }

  /// Whether a text of digits and points alone is no year, as nearly all cells of a table: `12.5`.
  private static func isOtherNumber(_ bytes: String.UTF8View) -> Bool {
    var digits = 0
    var isBehindPoint = false
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        if isBehindPoint, byte != UInt8(ascii: "0") { return true }
        digits += isBehindPoint ? 0 : 1
      case UInt8(ascii: "."):
        if isBehindPoint || digits != 4 { return true }
        isBehindPoint = true
      default: return false
      }
    }
    return digits != 4
  }

  private static func digits(_ text: Substring) -> Int? {
    text.utf8.count == 4 && text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
  }

  /// `二〇二〇年` with digits.
  private static func spelled(_ text: Substring) -> String? {
    let signs = text.prefix(4)
    guard signs.count == 4, text.dropFirst(4).hasPrefix("年") else { return nil }
    let digits = signs.compactMap { chineseDigits[$0] }
    return digits.count == 4 ? digits.joined() + text.dropFirst(4) : nil
  }

  private static let chineseDigits: [Character: String] = [
    "〇": "0", "零": "0", "○": "0", "一": "1", "二": "2", "三": "3", "四": "4", "五": "5", "六": "6",
    "七": "7", "八": "8", "九": "9",
  ]

  /// How many characters name the year that follows: `/15`, `-2015`.
  private static func secondYear(_ text: Substring, after year: Int) -> Int? {
    guard let sign = text.first, "/-–—".contains(sign) else { return nil }
    let number = text.dropFirst().prefix { $0.isDigit }
    let isNext =
      number.count == 4
      ? Int(number) == year + 1 : number.count == 2 && Int(number) == (year + 1) % 100
    return isNext ? 1 + number.count : nil
  }
}

/// What stands behind a year or a number to say that it is not like the others.
package enum YearMarks {
  /// Whether a mark says that nothing was observed.
  package static func saysProjected(_ mark: String) -> Bool {
    projected.contains(mark.lowercased())
  }

  /// A mark, or a unit in brackets; nothing if the text is neither.
  package static func tail(_ text: String) -> (mark: String?, unit: String?)? {
    if text.isEmpty { return (nil, nil) }
    let isSign = text.allSatisfy { signs.contains($0) }
    let isLetter = text.count == 1 && text.first?.isLetter == true && text.first?.isASCII == true
    if isSign || isLetter || words.contains(text.lowercased()) { return (text, nil) }
    let pairs: [Character: Character] = ["(": ")", "[": "]", "（": "）", "［": "］", "【": "】"]
    guard let open = text.first, let last = text.last, pairs[open] == last, text.count > 2 else {
      return nil
    }
    let inner = trimmed(text.dropFirst().dropLast())
    let isChange = ["%", "增", "比", "change", "growth", "vs"].contains {
      inner.lowercased().contains($0)
    }
    if isChange { return nil }
    let isUnit = inner.count > 1 && StatedUnit.parsed(inner) != nil
    return isUnit ? (nil, inner) : (inner, nil)
  }

  private static let signs: Set<Character> = [
    "*", "†", "‡", "#", "^", "°", "¹", "²", "³", "⁴", "⁵", "①", "②", "③", "④", "⑤", "※",
  ]

  private static let projected: Set<String> = [
    "f", "forecast", "projected", "projection", "target", "plan", "planned", "budget", "预测", "预测值",
    "预测数", "计划", "计划数", "目标", "目标值", "规划", "规划值",
  ]

  private static let words: Set<String> = projected.union([
    "prelim", "prelim.", "preliminary", "prov", "prov.", "provisional", "est", "est.", "estimate",
    "estimated", "revised", "初步", "初步数", "初步核算", "快报", "快报数", "预计", "预计数", "修订", "修订数",
    "估计", "估算",
  ])
}

import Quantities

/// A year as tables write it: `2014`, `2014年`, `X2014`, `2014.0`, `2014/15`, `2021 (prelim.)`, `2021*`.
struct WrittenYear: Hashable, Sendable {
  /// The calendar year; of a year that spans two, the first.
  let year: Int
  /// What marks a value that is not like the others: `prelim.`, `初步核算`, `*`.
  let mark: String?
  /// The unit in brackets behind the year.
  let unit: String?
  /// Whether the year spans two calendar years, as `2014/15`.
  let isSplit: Bool

  /// Whether the mark says that nothing was observed.
  var isProjected: Bool { mark.map(Self.saysProjected) ?? false }

  /// Whether a mark says that nothing was observed.
  static func saysProjected(_ mark: String) -> Bool { projected.contains(mark.lowercased()) }

  /// Reads a cell; nothing for one that holds more, or less, than a year.
  init?(_ text: String) {
    if text.utf8.count == 4, let year = Self.digits(text[...]) {
      self.year = year
      mark = nil
      unit = nil
      isSplit = false
      return
    }
    var rest = trimmed(plainWord(text))[...]
    for prefix in ["fy", "cy", "x", "y"] where rest.lowercased().hasPrefix(prefix) {
      rest = rest.dropFirst(prefix.count).drop { $0 == " " }
      break
    }
    guard let year = Self.digits(rest.prefix(4)), (1800...2199).contains(year) else { return nil }
    rest = rest.dropFirst(4)
    for word in ["年度", "年"] where rest.hasPrefix(word) {
      rest = rest.dropFirst(word.count)
      break
    }
    if rest.hasPrefix("."), rest.dropFirst().allSatisfy({ $0 == "0" }) { rest = "" }
    let second = Self.secondYear(rest, after: year)
    rest = rest.dropFirst(second ?? 0)
    guard let tail = Self.tail(trimmed(rest)) else { return nil }
    self.year = year
    mark = tail.mark
    unit = tail.unit
    isSplit = second != nil
  }

  private static func digits(_ text: Substring) -> Int? {
    text.utf8.count == 4 && text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
  }

  /// How many characters name the year that follows: `/15`, `-2015`.
  private static func secondYear(_ text: Substring, after year: Int) -> Int? {
    guard let sign = text.first, "/-–—".contains(sign) else { return nil }
    let number = text.dropFirst().prefix { $0.isASCII && $0.isNumber }
    let isNext =
      number.count == 4
      ? Int(number) == year + 1 : number.count == 2 && Int(number) == (year + 1) % 100
    return isNext ? 1 + number.count : nil
  }

  /// What stands behind the year; nothing if the whole is no year.
  static func tail(_ text: String) -> (mark: String?, unit: String?)? {
    if text.isEmpty { return (nil, nil) }
    let isSign = text.allSatisfy { signs.contains($0) }
    let isLetter = text.count == 1 && text.first?.isLetter == true && text.first?.isASCII == true
    if isSign || isLetter || words.contains(text.lowercased()) { return (text, nil) }
    let pairs: [Character: Character] = ["(": ")", "[": "]", "（": "）", "［": "］", "【": "】"]
    guard let open = text.first, let last = text.last, pairs[open] == last, text.count > 2 else {
      return nil
    }
    let inner = trimmed(text.dropFirst().dropLast())
    let isChange = ["%", "％", "增", "比", "change", "growth", "vs"].contains {
      inner.lowercased().contains($0)
    }
    if isChange { return nil }
    let isUnit = inner.count > 1 && StatedUnit.parsed(inner) != nil
    return isUnit ? (nil, inner) : (inner, nil)
  }

  private static let signs: Set<Character> = [
    "*", "†", "‡", "#", "^", "°", "¹", "²", "³", "⁴", "⁵", "①", "②", "③", "④", "⑤", "＊", "※",
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

/// A text without the spaces at its ends.
func trimmed(_ text: some StringProtocol) -> String {
  let from = text.drop { $0.isWhitespace }
  return String(from.reversed().drop { $0.isWhitespace }.reversed())
}

/// A unit that a table states in its own words: `万吨`, `kilotonnes (kt CO2e)`.
enum StatedUnit {
  /// The unit, if the words are one or hold one in brackets.
  static func parsed(_ text: String) -> Unit? {
    let inner = bracketed(text).unit ?? text
    return [text, text.filter { !$0.isWhitespace }, inner, inner.filter { !$0.isWhitespace }].lazy
      .compactMap { try? Unit.parse($0) }.first
  }

  /// Whether two texts name one unit, a yearly amount and an amount taken for the same; nothing where
  /// that cannot be told.
  static func agree(_ first: String, _ second: String) -> Bool? {
    if first.filter({ !$0.isWhitespace }) == second.filter({ !$0.isWhitespace }) { return true }
    guard let first = parsed(first), let second = parsed(second) else { return nil }
    let times: [Dimension] = [.none, .time, .none / .time]
    for (one, other) in [
      (first, second), (first.takingMassAsCarbon, second.takingMassAsCarbon),
    ] where times.contains(where: { one.dimension == other.dimension * $0 }) {
      return abs(one.reinterpret(1, as: other) - 1) < 1e-9
    }
    return false
  }

  /// `emissions [Mt CO2]` → emissions, Mt CO2; brackets of every kind will do.
  static func bracketed(_ text: String) -> (name: String, unit: String?) {
    let opening: Set<Character> = ["[", "(", "（", "［", "【"]
    let closing: Set<Character> = ["]", ")", "）", "］", "】"]
    guard let last = text.last, closing.contains(last) else { return (trimmed(text), nil) }
    // The bracket that opens what the last one closes: 地区生产总值（GDP）（亿元）, tce(当量值).
    var depth = 0
    let opened = text.indices.reversed().first { place in
      if closing.contains(text[place]) { depth += 1 }
      if opening.contains(text[place]) { depth -= 1 }
      return depth == 0
    }
    guard let start = opened else { return (trimmed(text), nil) }
    let inner = text[text.index(after: start)...].dropLast()
    return (trimmed(text[..<start]), trimmed(inner))
  }

  /// The unit that a title names: `（单位：万吨）`, `Unit: Mt`.
  static func titled(_ title: String) -> String? {
    for word in ["单位：", "单位:", "Unit: ", "Units: ", "unit: ", "units: "] {
      guard let range = title.firstRange(of: word) else { continue }
      let rest = title[range.upperBound...].prefix { !")）]］".contains($0) }
      let unit = trimmed(rest)
      if !unit.isEmpty { return unit }
    }
    return nil
  }
}

package import Quantities

/// A unit that a table states in its own words: `万吨`, `kilotonnes (kt CO2e)`.
package enum StatedUnit {
  /// The unit, if the words are one or hold one in brackets.
  package static func parsed(_ text: String) -> Unit? {
    let plain = folded(text)
    let inner = bracketed(plain).unit ?? plain
    return [plain, inner, parted(plain).unit].lazy.compactMap { Unit.stated($0) }.first
  }

  /// A unit of money, and what is said of its prices: `1e8 yuan, current prices`, `当年价万元`.
  private static func parted(_ text: String) -> (unit: String, prices: String) {
    for word in ["当年价", "当年价格", "现价", "不变价", "可比价"] where text.hasPrefix(word) {
      return (trimmed(text.dropFirst(word.count)), word)
    }
    if let comma = text.firstRange(of: ", ") ?? text.firstRange(of: "，") {
      return (trimmed(text[..<comma.lowerBound]), trimmed(text[comma.upperBound...]))
    }
    let parts = bracketed(text)
    guard let inner = parts.unit, ["价", "price", "constant"].contains(where: inner.contains) else {
      return (text, "")
    }
    return (parts.name, inner)
  }

  /// Whether two texts name one unit, a yearly amount and an amount taken for the same; nothing where
  /// that cannot be told.
  package static func agree(_ first: String, _ second: String) -> Bool? {
    if bareName(first) == bareName(second) { return true }
    // Money of one year is not money of another.
    guard parted(folded(first)).prices == parted(folded(second)).prices,
      let first = parsed(first), let second = parsed(second)
    else { return nil }
    let times: [Dimension] = [.none, .time, .none / .time]
    for (one, other) in [
      (first, second), (first.takingMassAsCarbon, second.takingMassAsCarbon),
    ] where times.contains(where: { one.dimension == other.dimension * $0 }) {
      return abs(one.reinterpret(1, as: other) - 1) < 1e-9
    }
    return false
  }

  /// `emissions [Mt CO2]` → emissions, Mt CO2; brackets of every kind will do.
  package static func bracketed(_ text: String) -> (name: String, unit: String?) {
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

  /// The unit that a title names: `（单位：万吨）`, `计量单位:万千瓦时`, `Unit: Mt`.
  package static func titled(_ title: String) -> String? {
    let plain = folded(title)
    for word in ["单位:", "单位 :", "Unit:", "Units:", "unit:", "units:"] {
      guard let range = plain.firstRange(of: word) else { continue }
      var depth = 0
      // Up to the bracket that closes what stands around it, but not one of its own: tce(当量值).
      let rest = plain[range.upperBound...].prefix { character in
        if character == "(" { depth += 1 }
        if character == ")" || character == "]" || character == "】" { depth -= 1 }
        return depth >= 0
      }
      let unit = trimmed(rest)
      if !unit.isEmpty { return unit }
    }
    return nil
  }

  /// The unit of a table that a title names, behind 单位 or in brackets at its end: `用电量（万千瓦时）`.
  static func ofTitle(_ title: String) -> String? {
    if let titled = titled(title) {
      let plain = titled.lowercased()
      return plain.hasPrefix("见") || plain.hasPrefix("see ") ? nil : titled
    }
    guard let inner = bracketed(title).unit, parsed(inner) != nil else { return nil }
    return inner
  }

  /// Whether a text says the unit and nothing else: `单位：万吨`.
  static func isNoteOfUnit(_ text: String) -> Bool {
    let plain = folded(text).lowercased().drop { "([【 ".contains($0) }
    return ["单位", "计量单位", "単位", "unit"].contains { plain.hasPrefix($0) } && titled(text) != nil
  }

  /// Whether a text says nothing but that it is of units: 单位, Unit.
  static func isWordForUnit(_ text: String) -> Bool {
    ["unit", "units", "单位", "计量单位", "単位"].contains(bareName(text))
  }
}

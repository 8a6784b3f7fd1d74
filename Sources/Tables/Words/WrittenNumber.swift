/// A number as tables write it, in each of the ways in which it can be read.
///
/// `1,234` is 1234 where commas part thousands and 1.234 where they stand for the point: a column as a
/// whole tells, see ``NumberConvention``.
struct WrittenNumber: Hashable, Sendable {
  /// Which signs the writing uses.
  enum Style: Hashable, Sendable {
    /// Digits alone, so that it reads the same everywhere.
    case plain
    /// A decimal point, or commas that can only part thousands.
    case point
    /// A decimal comma, or points that can only part thousands.
    case comma
    /// One comma before three digits: either.
    case eitherComma
    /// One point before three digits, which may be a decimal one or part thousands.
    case eitherPoint
  }

  /// The number if the point is decimal.
  let value: Double
  /// The number if the comma is decimal.
  let valueWithComma: Double
  /// Which of the two it is, as far as it tells itself.
  let style: Style
  /// Whether it stands in brackets for being below 0: `(11)`.
  private(set) var isBracketed = false
  /// Whether its sign is no hyphen: `−3`.
  private(set) var hasOtherMinus = false
  /// Whether a percent sign follows.
  private(set) var isPercent = false
  /// A mark before or behind it: `17180*`, `17180（初步）`, `17180p`, `约17180`.
  private(set) var mark: String?
  /// A unit behind it: `16500 万吨`.
  private(set) var unit: String?

  /// A number of digits with at most one point, as nearly all are.
  private enum Simple {
    case number(Double)
    /// With one to three digits before the point and three behind.
    case eitherPoint(Double)

    init?(_ text: String) {
      var before = 0
      var behind = 0
      var points = 0
      var first: UInt8 = 0
      for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
          if points == 0 { before += 1 } else { behind += 1 }
          if first == 0 { first = byte }
        case UInt8(ascii: "-"): continue
        case UInt8(ascii: "."): points += 1
        default: return nil
        }
      }
      guard let number = Double(text), number.isFinite else { return nil }
      let isEither =
        points == 1 && behind == 3 && (1...3).contains(before) && first != UInt8(ascii: "0")
      self = isEither ? .eitherPoint(number) : .number(number)
    }
  }

  /// A plain number, fast; nothing for one that may be parted by thousands, as 1.234.
  static func plain(_ text: String) -> Double? {
    if case .number(let number) = Simple(text) { number } else { nil }
  }

  /// Reads the text of a cell; nothing for what is no number.
  init?(_ text: String) {
    if let simple = Simple(text) {
      switch simple {
      case .number(let number):
        value = number
        valueWithComma = number
        style = text.utf8.contains(UInt8(ascii: ".")) ? .point : .plain
      case .eitherPoint(let number):
        value = number
        valueWithComma = (number * 1000).rounded()
        style = .eitherPoint
      }
      return
    }
    guard text.utf8.count <= 80, text.contains(where: \.isWholeNumber) else { return nil }
    var rest = trimmed(folded(text))[...]
    let before = rest.prefix { Self.signs.contains($0) }
    rest = rest.dropFirst(before.count)
    var isBelowZero = false
    if rest.first == "(", rest.last == ")" {
      rest = rest.dropFirst().dropLast()
      isBelowZero = true
      isBracketed = true
      guard rest.first?.isDigit == true else { return nil }
    } else if let first = rest.first, "-+−–—".contains(first) {
      isBelowZero = first != "+"
      hasOtherMinus = isBelowZero && first != "-"
      rest = rest.dropFirst().drop { $0 == " " }
    }
    let digits = Self.digits(rest)
    guard let core = DigitGroups(trimmed(digits)) else { return nil }
    let tail = trimmed(rest.dropFirst(digits.count))
    style = core.style
    value = isBelowZero ? -core.value : core.value
    valueWithComma = isBelowZero ? -core.valueWithComma : core.valueWithComma
    let sign = trimmed(before)
    if !sign.isEmpty { mark = sign }
    guard takeTail(tail) else { return nil }
  }

  /// Takes up what stands behind the digits; `false` if it makes the whole no number.
  private mutating func takeTail(_ tail: String) -> Bool {
    if tail.isEmpty { return true }
    if isBracketed { return false }
    if tail == "%" || tail == "‰" {
      isPercent = true
      unit = tail
      return true
    }
    if tail.count == 1, Self.flags.contains(tail.lowercased()) {
      mark = tail
      return true
    }
    if !Self.slips.contains(tail), StatedUnit.parsed(tail) != nil {
      unit = tail
      return true
    }
    guard tail.count > 1 || tail.first?.isLetter != true, let found = YearMarks.tail(tail),
      let word = found.mark
    else { return false }
    mark = word
    return true
  }

  /// The digits with what parts them, and an exponent.
  private static func digits(_ text: Substring) -> Substring {
    var end = text.startIndex
    while end < text.endIndex {
      let character = text[end]
      let next = text.index(after: end)
      if character.isDigit || ".,'’٬".contains(character) {
        end = next
      } else if character == " ", next < text.endIndex, text[next].isDigit {
        end = next
      } else if character == "e" || character == "E", let exponent = exponent(text[next...]) {
        end = exponent
      } else {
        break
      }
    }
    return text[..<end]
  }

  /// Where the digits of an exponent end, if there are some.
  private static func exponent(_ text: Substring) -> Substring.Index? {
    let sign = text.prefix { $0 == "+" || $0 == "-" }
    let digits = text.dropFirst(sign.count).prefix { $0.isDigit }
    return sign.count <= 1 && !digits.isEmpty ? digits.endIndex : nil
  }

  private static let signs: Set<Character> = ["*", "†", "‡", "#", "^", "约", "~", "≈", "※", " "]
  /// Letters by which statistics offices mark values: provisional, estimated, revised and the like.
  private static let flags: Set<String> = ["p", "e", "r", "f", "b", "c", "n", "s", "u"]
  /// Letters that are typed for a digit.
  private static let slips: Set<String> = ["O", "o", "l", "I"]
}

/// Digits, and the signs that part them.
private struct DigitGroups {
  let value: Double
  let valueWithComma: Double
  let style: WrittenNumber.Style

  init?(_ text: String) {
    guard text.first?.isDigit == true || text.first == "." || text.first == ",",
      let last = text.last, last.isDigit || last == "."
    else { return nil }
    let commas = text.count { $0 == "," }
    let points = text.count { $0 == "." }
    let others = Self.withoutOtherMarks(text)
    guard let plain = others else { return nil }
    switch (commas, points) {
    case (0, 0): self.init(plain, plain, .plain)
    case (0, 1):
      self.init(
        plain, plain.filter { $0 != "." },
        Self.isGrouped(plain, by: ".") ? .eitherPoint : .point)
    case (1, 0):
      let grouped = Self.isGrouped(plain, by: ",")
      self.init(
        plain.filter { $0 != "," }, plain.replacing(",", with: "."),
        grouped ? .eitherComma : .comma)
    case (_, 0) where Self.isGrouped(plain, by: ","):
      self.init(plain.filter { $0 != "," }, plain.filter { $0 != "," }, .point)
    case (0, _) where Self.isGrouped(plain, by: "."):
      self.init(plain.filter { $0 != "." }, plain.filter { $0 != "." }, .comma)
    case (_, 1) where Self.isGrouped(String(plain.prefix { $0 != "." }), by: ","):
      let english = plain.filter { $0 != "," }
      self.init(english, english, .point)
    case (1, _) where Self.isGrouped(String(plain.prefix { $0 != "," }), by: "."):
      let continental = plain.filter { $0 != "." }.replacing(",", with: ".")
      self.init(continental, continental, .comma)
    default: return nil
    }
  }

  private init?(_ point: String, _ comma: String, _ style: WrittenNumber.Style) {
    guard let value = Double(point), let valueWithComma = Double(comma), value.isFinite,
      valueWithComma.isFinite
    else { return nil }
    self.value = value
    self.valueWithComma = valueWithComma
    self.style = style
  }

  /// The text without spaces and apostrophes, which part thousands everywhere; nothing where they part
  /// anything else.
  private static func withoutOtherMarks(_ text: String) -> String? {
    let marks: Set<Character> = [" ", "'", "’", "٬"]
    guard text.contains(where: { marks.contains($0) }) else { return text }
    let whole = text.prefix { $0 != "." && $0 != "," }
    let groups = whole.split(omittingEmptySubsequences: false) { marks.contains($0) }
    guard let first = groups.first, (1...3).contains(first.count),
      groups.dropFirst().allSatisfy({ $0.count == 3 }),
      !text.dropFirst(whole.count).contains(where: { marks.contains($0) })
    else { return nil }
    return text.filter { !marks.contains($0) }
  }

  /// Whether a sign parts digits into groups of three, the first of one to three and none with a 0.
  private static func isGrouped(_ text: String, by sign: Character) -> Bool {
    let groups = text.split(separator: sign, omittingEmptySubsequences: false)
    guard groups.count > 1, let first = groups.first, (1...3).contains(first.count),
      first.first != "0"
    else { return false }
    return groups.dropFirst().allSatisfy { $0.count == 3 && $0.allSatisfy(\.isDigit) }
  }
}

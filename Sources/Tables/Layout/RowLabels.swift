/// The name of a row of a table, with its numbering and its depth told apart.
struct RowLabel: Hashable {
  /// What stands before the name.
  enum Numbering: Int, Comparable {
    /// 一、
    case chinese = 1
    /// （一）
    case chineseInBrackets
    /// 1. or 1、
    case digit
    /// （1）
    case digitInBrackets
    /// ①
    case circled

    static func < (first: Self, second: Self) -> Bool { first.rawValue < second.rawValue }
  }

  /// The name, without numbering and marks.
  let name: String
  /// The numbering, if there is one.
  let numbering: Numbering?
  /// How many `#` stand before it, 其中 counting as one: it is part of the row above.
  let parts: Int
  /// How far it is indented, in characters.
  let indent: Int

  /// Reads the text of a cell.
  init(_ text: String, indent: Int) {
    self.indent = indent
    var rest = trimmed(folded(text))[...]
    var parts = 0
    while let first = rest.first, first == "#" || first == " " {
      if first == "#" { parts += 1 }
      rest = rest.dropFirst()
    }
    for word in ["其中:", "其中：", "of which:", "of which "] where rest.lowercased().hasPrefix(word) {
      rest = rest.dropFirst(word.count).drop { $0 == " " }
      parts = max(1, parts)
    }
    let found = Self.numbering(rest)
    numbering = found?.kind
    let bare = trimmed(found?.rest ?? rest)
    name = bare.isEmpty ? trimmed(text) : bare
    self.parts = parts
  }

  private static func numbering(_ text: Substring) -> (kind: Numbering, rest: Substring)? {
    let chinese: Set<Character> = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]
    if let first = text.first, let value = first.unicodeScalars.first?.value,
      (0x2460...0x2473).contains(value)
    {
      return (.circled, text.dropFirst())
    }
    let isBracketed = text.first == "("
    let start = isBracketed ? text.dropFirst() : text
    let signs = start.prefix { chinese.contains($0) }
    let digits = start.prefix { $0.isDigit }
    let sign = signs.isEmpty ? digits : signs
    guard !sign.isEmpty, sign.count <= 3 else { return nil }
    let rest = start.dropFirst(sign.count)
    if isBracketed {
      guard rest.first == ")" else { return nil }
      return (signs.isEmpty ? .digitInBrackets : .chineseInBrackets, rest.dropFirst())
    }
    guard let mark = rest.first, "、.．)".contains(mark) else { return nil }
    // 1.5 is no numbering, nor is 2019.
    let name = rest.dropFirst()
    if mark == ".", name.first?.isDigit == true { return nil }
    return (signs.isEmpty ? .digit : .chinese, name)
  }

  /// Whether the name says that the row is a sum of others.
  var isTotal: Bool {
    let plain = bareName(name)
    return ["合计", "总计", "小计", "总量", "total", "totals", "grandtotal", "subtotal", "sum"].contains(
      plain)
      || plain.hasSuffix("合计") || plain.hasSuffix("总计") || plain.hasSuffix("小计")
      || plain.hasPrefix("total")
  }
}

/// The rows of a table as a tree: what each is part of, by numbering, `#` and indentation.
struct RowTree {
  private struct Entry {
    let label: RowLabel
    let level: Int
  }

  private var stack: [Entry] = []
  private let isNumbered: Bool

  /// Begins.
  ///
  /// - Parameter isNumbered: Whether some rows of the table are numbered: rows without a number are then
  ///   part of the numbered one above them.
  init(isNumbered: Bool) { self.isNumbered = isNumbered }

  /// Takes up a row.
  ///
  /// - Returns: The names from the top of the tree to the row's own.
  mutating func path(of label: RowLabel) -> [String] {
    let level = level(of: label)
    while let last = stack.last, last.level >= level { stack.removeLast() }
    stack.append(Entry(label: label, level: level))
    return stack.map(\.label.name)
  }

  /// How deep a row stands: numbering first, then indentation, then `#`.
  private func level(of label: RowLabel) -> Int {
    if label.parts > 0 {
      let owner = stack.last { $0.label.parts < label.parts }
      return (owner?.level ?? 0) + 1
    }
    if let numbering = label.numbering { return 1000 * numbering.rawValue + min(label.indent, 99) }
    if label.isTotal, label.indent == 0 { return 0 }
    guard isNumbered else { return min(label.indent, 99) * 10 }
    let owner = stack.last { $0.label.numbering != nil }
    let base = owner.map { $0.level } ?? 0
    return base + 100 + 10 * min(label.indent, 80)
  }
}

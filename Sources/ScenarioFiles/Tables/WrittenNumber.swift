import Diagnostics
import Tables

/// A number as tables write it for people, with more than its digits; a plain one is none.
enum WrittenNumber: Hashable, Sendable {
  /// Digits with separators: `16,500`, `16 500`, `11,5`.
  case separated
  /// A share or a rate: `8.2%`.
  case percent(String)
  /// A mark before or behind it: `17180*`, `17180（初步）`, `17180p`, `约17180`.
  case marked(String, mark: String)
  /// A unit behind it: `16500 万吨`.
  case measured(String, unit: String)

  /// Reads a cell; nothing for a plain number and for what is no number.
  init?(_ text: String) {
    guard text.contains(where: \.isWholeNumber), Double(text) == nil else { return nil }
    let plain = trimmed(plainWord(text))
    if let last = plain.last, "%‰".contains(last), let bare = Self.bare(plain.dropLast()) {
      self = .percent(bare)
    } else if Self.bare(plain) != nil {
      self = .separated
    } else {
      self.init(parts: plain)
    }
  }

  private init?(parts text: String) {
    let before = text.prefix { Self.signs.contains($0) }
    let rest = text.dropFirst(before.count).drop { $0 == " " }
    let digits = rest.prefix {
      $0.isASCII && ($0.isWholeNumber || "+-.".contains($0)) || Self.separators.contains($0)
    }
    let tail = trimmed(rest.dropFirst(digits.count))
    guard let bare = Self.bare(digits) else { return nil }
    if tail.isEmpty, !before.isEmpty {
      self = .marked(bare, mark: trimmed(before))
    } else if tail.count == 1, Self.flags.contains(tail.lowercased()) {
      self = .marked(bare, mark: tail)
    } else if !tail.isEmpty, !Self.slips.contains(tail), StatedUnit.parsed(tail) != nil {
      self = .measured(bare, unit: tail)
    } else if tail.count > 1 || tail.first?.isLetter != true,
      let mark = YearMarks.tail(tail)?.mark
    {
      self = .marked(bare, mark: mark)
    } else {
      return nil
    }
  }

  /// The digits alone, if they are a number.
  private static func bare(_ text: some StringProtocol) -> String? {
    let bare = String(text.filter { !separators.contains($0) && !$0.isWhitespace })
    return bare.contains(where: \.isWholeNumber) && Double(bare)?.isFinite == true ? bare : nil
  }

  private static let separators: Set<Character> = [",", "'", "’", " "]
  private static let signs: Set<Character> = ["*", "†", "‡", "#", "^", "约", "~", "≈", "※", " "]
  /// Letters by which statistics offices mark values: provisional, estimated, revised and the like.
  private static let flags: Set<String> = ["p", "e", "r", "f", "b", "c", "n", "s", "u"]
  /// Letters that are typed for a digit.
  private static let slips: Set<String> = ["O", "o", "l", "I"]

  /// What to write in its place; nothing where that is for others to say.
  var cure: Text? {
    switch self {
    case .separated: nil
    case .percent(let bare):
      Text(
        "write \(bare), and % as the unit: in the heading, or in the scenario",
        "请写 \(bare)，把 % 作为单位写在表头或情景文件中")
    case .marked(_, let mark) where YearMarks.saysProjected(mark):
      Text("leave the cell empty: what is projected was not observed", "请留空：预测值或目标值不是观测值")
    case .marked(let bare, let mark):
      Text(
        "write \(bare), and '\(excerpt(mark))' behind the year or in a column of remarks",
        "请写 \(bare)，把 '\(excerpt(mark))' 写在年份之后或备注列中")
    case .measured(let bare, let unit):
      Text(
        "write \(bare), and '\(excerpt(unit))' in brackets in the heading",
        "请写 \(bare)，把 '\(excerpt(unit))' 写在表头的括号内")
    }
  }
}

/// How the cells of a column are written.
struct ColumnCensus {
  /// The cells that hold something, without signs for no value.
  private(set) var filled = 0
  /// Those with a plain number.
  private(set) var plain = 0
  /// Those with a share or rate, and the first of them.
  private(set) var percent = (count: 0, first: CSVTable.Cell?.none)
  /// Those with a number that is written otherwise, and the first of them.
  private(set) var odd = (count: 0, first: CSVTable.Cell?.none)
  private var separated = 0

  init(_ table: CSVTable, _ column: Int) {
    for row in table.rows {
      let cell = row[column]
      if cell.text.isEmpty || cell.isMissingSign { continue }
      filled += 1
      if cell.isNumber {
        plain += 1
        continue
      }
      switch WrittenNumber(cell.text) {
      case .percent: percent = (percent.count + 1, percent.first ?? cell)
      case .separated:
        separated += 1
        odd = (odd.count + 1, odd.first ?? cell)
      case .marked(let bare, _), .measured(let bare, _):
        // 1a, 2# and 5 MW name things as often as they count them.
        if bare.count(where: \.isWholeNumber) > 2 { odd = (odd.count + 1, odd.first ?? cell) }
      case nil: break
      }
    }
  }

  /// Whether the column holds numbers, in half of the cells that are filled or more.
  ///
  /// - Parameter isOfEmissions: Whether its heading says so: elsewhere marks and units make numbers of
  ///   cells only beside such without.
  /// - Returns: Whether it does.
  func isNumeric(isOfEmissions: Bool) -> Bool {
    let sure = plain + percent.count + separated
    let numbers = isOfEmissions || plain + separated > 0 ? plain + percent.count + odd.count : sure
    return numbers > 0 && 2 * numbers >= filled
  }

  /// Whether most of it has to be written otherwise before it can be read.
  var isMostlyOdd: Bool { 2 * plain < filled }
}

import Diagnostics
import Tables

/// The rows of a file by what they are: titles, heading, units, values.
struct CSVParts {
  /// The cells of the rows above the heading.
  private(set) var titles: [CSVTable.Cell] = []
  /// The heading; none of an empty table.
  let header: [CSVTable.Cell]?
  /// The row of units under the heading; empty where there is none.
  private(set) var units: [CSVTable.Cell] = []
  /// The rows of values.
  private(set) var rows: [[CSVTable.Cell]]
  /// That the heading takes more than one row.
  private(set) var headingFault: Diagnostic?

  /// Parts rows of which none is empty.
  init(_ all: [[CSVTable.Cell]]) {
    var rest = all[...]
    // Spreadsheets read this line and do not show it.
    if rest.first?.first?.text.lowercased() == "sep=", rest.first?.filledCells.isEmpty != true {
      rest = rest.dropFirst()
    }
    while let first = rest.first, first.isTitle(above: rest.dropFirst()) {
      titles += first.filledCells
      rest = rest.dropFirst()
    }
    let joined = rest.first.flatMap { [lower = rest.dropFirst().first] upper in
      lower.flatMap { upper.joined(with: $0) }
    }
    header = joined ?? rest.first
    rows = Array(rest.dropFirst(joined == nil ? 1 : 2))
    while rows.last?.isNote == true { rows.removeLast() }
    guard let header, let second = rows.first else { return }
    if second.isRowOfUnits {
      units = rows.removeFirst()
    } else {
      headingFault = Self.fault(header, second)
    }
  }

  /// That the row under the heading belongs to it.
  private static func fault(
    _ header: [CSVTable.Cell], _ second: [CSVTable.Cell]
  ) -> Diagnostic? {
    let below = second.dropFirst().filter { !$0.text.isEmpty }
    let holdsYears = below.count > 1 && below.allSatisfy { WrittenYear($0.text) != nil }
    let words = header.dropFirst().map(\.text)
    let isMerged = words.contains("") || Set(words).count < words.count
    if holdsYears, isMerged, !header.contains(where: { WrittenYear($0.text) != nil }) {
      let heads = header.dropFirst().filter { !$0.text.isEmpty }
      let names = heads.prefix(4).map { "'\(excerpt($0.text))'" }.joined(separator: ", ")
      return (heads.first ?? header[0]).error(
        .csvHeadingRows,
        Text(
          "the years stand in line \(second[0].location.line), below merged headings: \(names)",
          "年份在第 \(second[0].location.line) 行，其上是合并的表头：\(names)"),
        suggestion: Text(
          "make a table of each, with one row of headings, or write a row for each with its name in a column",
          "请拆成每项一张表、只留一行表头，或每项一行并用一列写明名称"))
    }
    let filled = second.filledCells
    guard filled.count > 1, filled.count == second.count || second[0].text.isEmpty,
      !filled.contains(where: { $0.holdsValue })
    else { return nil }
    return second.filledCells[0].error(
      .csvHeadingRows,
      Text("this row holds no number: is it a second row of headings?", "此行没有数值，是否为第二行表头？"),
      suggestion: Text(
        "write one row of headings, with the unit in brackets: 'emissions [Mt]'",
        "请只留一行表头，单位写在括号内，如“排放 [万吨]”"))
  }
}

extension [CSVTable.Cell] {
  /// The cells that are not empty.
  var filledCells: [CSVTable.Cell] { filter { !$0.text.isEmpty } }

  /// Whether the row is one cell of words above a heading of several.
  fileprivate func isTitle(above rest: ArraySlice<[CSVTable.Cell]>) -> Bool {
    let filled = filledCells
    guard filled.count == 1, let only = filled.first, !only.isNameOfYears,
      WrittenYear(only.text) == nil, !only.isNumber,
      let next = rest.first(where: { $0.filledCells.count > 1 })
    else { return false }
    let years = next.count { WrittenYear($0.text) != nil }
    return !next.contains { $0.isNumber && (WrittenYear($0.text) == nil || years == 1) }
  }

  /// Whether the row is a remark below the table.
  fileprivate var isNote: Bool {
    let filled = filledCells
    guard filled.count == 1, let text = filled.first?.text.lowercased() else { return false }
    return ["注", "note", "source", "资料来源", "数据来源", "来源", "说明", "*", "备注"].contains {
      text.hasPrefix($0)
    }
  }

  /// One heading of two rows, the upper of merged cells; nothing where they are none.
  ///
  /// `碳排放,` above `总量（万吨）,强度（吨/万元）` gives `碳排放 总量（万吨）`, `碳排放 强度（吨/万元）`: what is
  /// merged is filled to the right, over what has words of its own below.
  fileprivate func joined(with lower: [CSVTable.Cell]) -> [CSVTable.Cell]? {
    guard count == lower.count, !contains(where: { WrittenYear($0.text) != nil }),
      !lower.contains(where: \.isValue), let first, let below = lower.first,
      first.text.isEmpty || below.text.isEmpty || first.text == below.text
    else { return nil }
    let names = zip(self, lower).dropFirst().filter { !$0.1.text.isEmpty }.map(\.0.text)
    guard names.contains(where: { !$0.isEmpty }),
      names.contains("") || Set(names).count < names.count
    else { return nil }
    var head: CSVTable.Cell?
    return zip(self, lower).map { above, below in
      if !above.text.isEmpty { head = above }
      if below.text.isEmpty { head = nil }
      return head.map { $0.joined(with: below, isOwn: !above.text.isEmpty) }
        ?? (above.text.isEmpty ? below : above)
    }
  }

  /// Whether the row says in which unit each column is.
  fileprivate var isRowOfUnits: Bool {
    let filled = filledCells
    let named = filled.drop { ["unit", "units", "单位"].contains($0.text.lowercased()) }
    return !named.isEmpty
      && named.allSatisfy {
        !$0.isNumber && !$0.isMissingSign && WrittenYear($0.text) == nil
          && StatedUnit.parsed($0.text) != nil
      }
  }
}

extension CSVTable.Cell {
  /// Whether the cell holds what stands under headings: a number however written, a year, a sign.
  fileprivate var isValue: Bool {
    isMissingSign || isNumber || WrittenYear(text) != nil || WrittenNumber(text) != nil
  }

  /// The heading of one column of merged cells, with what stands below: a name, or only the unit.
  fileprivate func joined(with below: CSVTable.Cell, isOwn: Bool) -> CSVTable.Cell {
    let upper = StatedUnit.bracketed(text)
    let lower = StatedUnit.bracketed(below.text)
    let unit = upper.unit.flatMap { StatedUnit.parsed($0) == nil ? nil : $0 }
    let name = unit == nil ? text : upper.name
    let isUnit = lower.name.isEmpty || (lower.unit == nil && StatedUnit.parsed(below.text) != nil)
    let words =
      if below.text == text {
        text
      } else if isUnit {
        "\(name) [\(lower.unit ?? below.text)]"
      } else if lower.unit == nil, let unit {
        "\(name) \(below.text) [\(unit)]"
      } else {
        "\(name) \(below.text)"
      }
    let place = isOwn ? self : below
    return CSVTable.Cell(text: words, location: place.location, length: place.length)
  }

  /// Whether the cell holds a number, a year, or a sign that there is none.
  fileprivate var holdsValue: Bool {
    isMissingSign || WrittenYear(text) != nil || text.contains { $0.isNumber && $0.isASCII }
  }

  /// Whether a column under this name is known to hold years.
  var isNameOfYears: Bool { ["year", "年", "年份"].contains(text.lowercased()) }

  /// Whether a name says that it is of years.
  private var speaksOfYears: Bool {
    ["year", "年", "period", "时间", "date", "jahr"].contains { text.lowercased().contains($0) }
  }

  /// Whether a name speaks of years; of several columns of years the one that is meant.
  fileprivate static func meant(_ header: [CSVTable.Cell], among columns: [Int]) -> Int? {
    columns.first { header[$0].speaksOfYears } ?? (columns.count == 1 ? columns.first : nil)
  }
}

/// The column of the years of a table.
func findYearColumn(_ header: [CSVTable.Cell], _ rows: [[CSVTable.Cell]]) -> Int {
  if let named = header.firstIndex(where: \.isNameOfYears) { return named }
  if holdsYears(rows, 0) { return 0 }
  return CSVTable.Cell.meant(header, among: header.indices.filter { holdsYears(rows, $0) }) ?? 0
}

/// Whether most cells of a column are years.
func holdsYears(_ rows: [[CSVTable.Cell]], _ column: Int) -> Bool {
  let years = rows.count {
    WrittenYear($0[column].text).map { (1800...2199).contains($0.year) } == true
  }
  return years > 0 && 5 * years >= 4 * rows.count
}

/// Tells, once, that signs for no value are taken for gaps.
func tellMissingSigns(
  in cells: [CSVTable.Cell], into diagnostics: inout DiagnosticCollection
) {
  let signs = cells.filter(\.isMissingSign)
  guard let first = signs.first else { return }
  var words: [String] = []
  for sign in signs where !words.contains(sign.text) { words.append(sign.text) }
  let list = words.prefix(6).map { "'\(excerpt($0))'" }.joined(separator: ", ")
  diagnostics.add(
    first.warning(
      .csvNoValue,
      Text(
        "\(list) taken for no value (\(signs.count) cell\(signs.count == 1 ? "" : "s"))",
        "\(list) 视为没有数值（\(signs.count) 个单元格）"),
      suggestion: Text(
        "leave such cells empty; write 0 only where nothing was emitted",
        "此类单元格请留空；只有确实为零才写 0")))
}

/// Tells, once each, which years are marked as provisional or noted, and that years span two.
func tellMarks(of cells: [CSVTable.Cell], into diagnostics: inout DiagnosticCollection) {
  let years = cells.compactMap { cell in WrittenYear(cell.text).map { (cell: cell, year: $0) } }
  var seen: Set<Int> = []
  let marked = years.filter { $0.year.mark != nil && seen.insert($0.year.year).inserted }
  if let first = marked.first {
    let list = marked.prefix(6).map { "\($0.year.year) ('\(excerpt($0.year.mark ?? ""))')" }
      .joined(separator: ", ")
    let isOne = marked.count == 1
    diagnostics.add(
      first.cell.warning(
        .provisionalValue,
        Text(
          "\(list) \(isOne ? "is" : "are") provisional, or noted, by the mark: the value may still change",
          "\(list) 带有标记：可能为初步数或附有注释，日后或有修订"),
        suggestion: Text(
          "they count like other years; judge again when they are final",
          "按普通年份计入；定稿后请重新判断")))
  }
  guard let split = years.first(where: \.year.isSplit) else { return }
  diagnostics.add(
    split.cell.warning(
      .provisionalValue,
      Text(
        "'\(excerpt(split.cell.text))' spans two calendar years and counts as \(split.year.year), like all written so",
        "'\(excerpt(split.cell.text))' 跨两个日历年，按 \(split.year.year) 年计，同类年份亦然")))
}

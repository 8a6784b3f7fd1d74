import Diagnostics

/// Reads the cells of a sheet (ECMA-376-1, 18.3).
final class SheetReader: XMLHandler {
  /// That there is too much in it.
  private(set) var fault: Text?
  /// What may still be read.
  private(set) var budget: SheetBudget
  /// The numbers of rows that are hidden and hold something.
  private(set) var hiddenRows: [Int] = []
  private let strings: [String]
  private let formats: CellFormats
  private let startsIn1904: Bool
  private let limits: TableLimits
  private var rows: [Int: [GridCell]] = [:]
  private var merges: [GridArea] = []

  private var row = 0
  private var column = -1
  private var isHiddenRow = false
  private var type = "n"
  private var format = CellFormats.Format()
  private var value = ""
  private var inline = RichText()
  private var isValue = false
  private var isInline = false
  private var isFormula = false

  init(
    strings: [String], formats: CellFormats, startsIn1904: Bool, limits: TableLimits,
    budget: SheetBudget
  ) {
    self.strings = strings
    self.formats = formats
    self.startsIn1904 = startsIn1904
    self.limits = limits
    self.budget = budget
  }

  var isDone: Bool { fault != nil }

  func start(_ name: String, _ attributes: XMLAttributes) {
    switch name {
    case "row":
      row = attributes["r"].flatMap { Int($0) } ?? row + 1
      if !(1...1_048_576).contains(row) { fault = Self.tooManyRows }
      column = -1
      isHiddenRow = ["1", "true"].contains(attributes["hidden"])
    case "c": startCell(attributes)
    case "v": isValue = true
    case "f": isFormula = true
    case "is":
      isInline = true
      inline = RichText()
    case "mergeCell":
      if let area = attributes["ref"].flatMap(Self.area) { merges.append(area) }
      if merges.count > limits.merges { fault = Text("too many merged cells", "过多的合并单元格") }
    default: if isInline { inline.start(name) }
    }
  }

  private static let tooManyRows = Text(
    "a cell beyond the last row or column of a sheet", "超出工作表行列范围的单元格")

  private func startCell(_ attributes: XMLAttributes) {
    column += 1
    if let place = attributes["r"].flatMap(Self.cell) {
      column = place.column
      row = place.row
    }
    if column >= 16_384 || row < 1 { fault = Self.tooManyRows }
    type = attributes["t"] ?? "n"
    let style = attributes["s"].flatMap { Int($0) } ?? 0
    format = formats.all.indices.contains(style) ? formats.all[style] : CellFormats.Format()
    value = ""
    inline = RichText()
    isFormula = false
  }

  func text(_ text: String) {
    if isValue { value += text }
    if isInline { inline.add(text) }
    if value.utf8.count > limits.cellBytes || inline.text.utf8.count > limits.cellBytes {
      fault = tooMuchText
    }
  }

  func end(_ name: String) {
    switch name {
    case "v": isValue = false
    case "is": isInline = false
    case "c": endCell()
    default: if isInline { inline.end(name) }
    }
  }

  private func endCell() {
    guard let cell = cell() else { return }
    budget.cells -= 1
    budget.bytes -= cell.text.utf8.count
    if budget.cells < 0 {
      fault = Text("more than \(limits.cells) cells", "超过 \(limits.cells) 个单元格")
    } else if budget.bytes < 0 {
      fault = tooMuchText
    }
    if isHiddenRow, hiddenRows.last != row { hiddenRows.append(row) }
    rows[row, default: []].append(cell)
  }

  /// The cell that ends; nothing if it is empty.
  private func cell() -> GridCell? {
    switch type {
    case "s":
      guard let index = Int(trimmed(value)) else { return nil }
      return strings.indices.contains(index) ? text(strings[index]) : nil
    case "inlineStr": return text(inline.text)
    case "str":
      // A formula that gives an empty text has a value, and it is empty.
      return text(value)
    case "b": return made(trimmed(value) == "1" ? "TRUE" : "FALSE", 0, .truth)
    case "e": return made(trimmed(value), 0, .error)
    case "d": return made(String(trimmed(value).prefix(10)), 0, .date)
    default:
      if value.isEmpty { return isFormula ? made("", 0, .uncomputed) : nil }
      return number(trimmed(value))
    }
  }

  private func made(_ text: String, _ number: Double, _ kind: GridCell.Kind) -> GridCell {
    GridCell(
      text: text, number: number, line: row, start: column + 1, column: column,
      indent: 2 * format.indent, kind: kind, isFormula: isFormula)
  }

  private func text(_ text: String) -> GridCell? {
    let bare = trimmed(text)
    guard !bare.isEmpty else { return nil }
    let indent = bare == text ? 0 : text.prefix { $0.isWhitespace }.count
    return GridCell(
      text: bare, line: row, start: column + 1, column: column,
      indent: 2 * format.indent + indent, isFormula: isFormula)
  }

  private func number(_ text: String) -> GridCell? {
    guard let number = Double(text), number.isFinite else { return self.text(text) }
    switch format.shown {
    case .number: return made(plainText(number), number, .number)
    case .percent:
      // The text of the hundredfold as people see it, without the noise of binary fractions.
      return made(plainText((number * 1e10).rounded() / 1e8) + "%", number, .percent)
    case .date:
      guard let date = CalendarDate(serial: number, startsIn1904: startsIn1904) else {
        return made(plainText(number), number, .number)
      }
      return made(date.description, number, .date)
    }
  }

  /// The sheet as it was read; of two cells in one place the last counts.
  func grid(path: String, sheet: WorkbookList.Sheet) -> Grid {
    let sorted = rows.sorted { $0.key < $1.key }.map { number, cells in
      GridRow(number: number, cells: Self.ordered(cells))
    }
    return Grid(
      path: path, sheet: sheet.name, isHidden: sheet.isHidden,
      rows: sorted.filter { !$0.cells.isEmpty }, merges: merges)
  }

  private static func ordered(_ cells: [GridCell]) -> [GridCell] {
    let isOrdered = zip(cells, cells.dropFirst()).allSatisfy { $0.column < $1.column }
    if isOrdered { return cells }
    var byColumn: [Int32: GridCell] = [:]
    for cell in cells { byColumn[cell.column] = cell }
    return byColumn.values.sorted { $0.column < $1.column }
  }

  /// The place of a cell by its name: `D14`.
  static func cell(_ name: String) -> (row: Int, column: Int)? {
    var column = 0
    var row = 0
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0:
        column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "0")...UInt8(ascii: "9"): row = row * 10 + Int(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "$"): continue
      default: return nil
      }
      if column > 16_384 || row > 1_048_576 { return nil }
    }
    return column > 0 && row > 0 ? (row, column - 1) : nil
  }

  /// A rectangle by its name: `B1:E1`.
  private static func area(_ name: String) -> GridArea? {
    let ends = name.split(separator: ":").compactMap { cell(String($0)) }
    guard let first = ends.first, let last = ends.last, first.row <= last.row,
      first.column <= last.column
    else { return nil }
    return GridArea(rows: first.row...last.row, columns: first.column...last.column)
  }
}

/// A number as short as it can be written: `2014`, `11.5`.
func plainText(_ number: Double) -> String {
  if number == number.rounded(), abs(number) < 1e15 { return String(Int64(number)) }
  return "\(number)"
}

/// A day, as workbooks count them.
struct CalendarDate: CustomStringConvertible {
  let year: Int
  let month: Int
  let day: Int

  /// The day of a number; nothing outside of what workbooks know, 1900 to 9999.
  ///
  /// Sources: ECMA-376-1, 18.17.4.1 (serial values, with a 29 February 1900 that never was); H. Hinnant,
  /// chrono-compatible low-level date algorithms, `civil_from_days`.
  init?(serial: Double, startsIn1904: Bool) {
    let whole = serial.rounded(.down)
    guard (0...2_958_465).contains(whole) else { return nil }
    let number = Int(whole)
    let sinceEpoch = startsIn1904 ? number - 24_107 : number - (number < 60 ? 25_568 : 25_569)
    let shifted = sinceEpoch + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  var description: String {
    func padded(_ number: Int, _ count: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, count - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

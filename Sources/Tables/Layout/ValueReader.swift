import Diagnostics

/// Reads the values of a table.
struct ValueReader {
  /// The values, row by row.
  private(set) var values: [TableValue] = []
  /// What is told of how they are written.
  private(set) var diagnostics = DiagnosticCollection()
  private let grid: Grid
  private let columns: [TableColumn]
  private let pick: TablePick
  private let signs: [Int: NumberConvention.Sign]
  private var written = WrittenRemarks()

  init(
    _ grid: Grid, _ columns: [TableColumn], _ rows: [TableRow], years: UnderstoodTable.Years,
    _ pick: TablePick
  ) {
    self.grid = grid
    self.columns = columns
    self.pick = pick
    let wanted = columns.indices.filter { [.value, .rate, .other].contains(columns[$0].role) }
    let body = rows.filter { $0.role == .values }.map(\.index)
    signs = Self.signs(grid, columns, wanted, body)
    values.reserveCapacity(body.count * wanted.count)
    var sectionYear: Int?
    for (place, row) in rows.enumerated() {
      if row.role == .section, let year = row.path.last.flatMap({ WrittenYear($0) }) {
        sectionYear = year.year
      }
      guard row.role == .values else { continue }
      let cells = grid.rows[row.index]
      let yearOfRow = Self.year(of: cells, years, sectionYear)
      for column in wanted {
        guard let cell = cells.cell(columns[column].index),
          !cell.text.isEmpty || cell.kind == .uncomputed
        else { continue }
        add(cell, row: place, row.index, column, years == .heading ? nil : yearOfRow)
      }
    }
    written.tell(grid, into: &diagnostics)
  }

  /// The year of a row.
  private static func year(
    of row: GridRow, _ years: UnderstoodTable.Years, _ section: Int?
  ) -> WrittenYear? {
    switch years {
    case .column(let column): row.cell(column).flatMap { WrittenYear($0) }
    case .title(let year): WrittenYear(String(year))
    case .section: section.flatMap { WrittenYear(String($0)) }
    case .heading, .none: nil
    }
  }

  private mutating func add(
    _ cell: GridCell, row: Int, _ line: Int, _ column: Int, _ year: WrittenYear?
  ) {
    let reading = reading(cell, line, column)
    values.append(
      TableValue(
        row: row, column: column, reading: reading.value,
        year: columns[column].year ?? year?.year, mark: reading.mark ?? year?.mark,
        unit: reading.unit))
  }

  private mutating func reading(
    _ cell: GridCell, _ line: Int, _ column: Int
  ) -> (value: TableValue.Reading, mark: String?, unit: String?) {
    let place = (row: line, column: columns[column].index)
    switch cell.kind {
    case .number: return (.number(cell.number), nil, nil)
    case .percent:
      return (.number(WrittenNumber(cell.text)?.value ?? 100 * cell.number), nil, "%")
    case .uncomputed: return (.unclear(LayoutFaults(grid).uncomputed(place)), nil, nil)
    case .date: return (.unclear(LayoutFaults(grid).date(cell, place)), nil, nil)
    case .error where !MissingSign.isOne(cell.text):
      return (.unclear(LayoutFaults(grid).cellError(cell, place)), nil, nil)
    case .text, .truth, .error: break
    }
    if let plain = WrittenNumber.plain(cell.text) {
      if grid.sheet != nil { written.textNumbers.note(place) }
      return (.number(plain), nil, nil)
    }
    if MissingSign.isOne(cell.text, more: pick.missing) { return (.missing(cell.text), nil, nil) }
    guard let number = WrittenNumber(cell.text) else {
      return (.unclear(LayoutFaults(grid).noNumber(cell, place)), nil, nil)
    }
    if number.mark.map(YearMarks.saysProjected) == true {
      return (.missing(cell.text), number.mark, nil)
    }
    guard let value = number.value(by: signs[column]) else {
      return (
        .unclear(LayoutFaults(grid).either(cell, number, place, signs[column])), nil, number.unit
      )
    }
    if grid.sheet != nil { written.textNumbers.note(place) }
    written.note(number, cell, place, signs[column])
    return (.number(value), number.mark, number.unit)
  }

  /// The decimal sign of each column: of its own numbers, else of those of the whole table.
  private static func signs(
    _ grid: Grid, _ columns: [TableColumn], _ wanted: [Int], _ body: [Int]
  ) -> [Int: NumberConvention.Sign] {
    var own: [Int: NumberConvention] = [:]
    var all = NumberConvention()
    for row in body {
      for column in wanted {
        guard let cell = grid.rows[row].cell(columns[column].index), cell.kind == .text else {
          continue
        }
        if let plain = WrittenNumber.plain(cell.text) {
          own[column, default: NumberConvention()].count(plain: plain)
          all.count(plain: plain)
        } else if let number = WrittenNumber(cell.text) {
          own[column, default: NumberConvention()].count(number)
          all.count(number)
        }
      }
    }
    // Chinese texts part thousands by commas (GB/T 15835-2011, 5.2).
    let isChinese = columns.contains { $0.name.contains(where: \.isHan) }
    let usual = all.sign ?? (isChinese && !all.isMixed ? .point : nil)
    var signs: [Int: NumberConvention.Sign] = [:]
    for column in wanted {
      signs[column] = own[column]?.sign ?? own[column]?.moreFrequent ?? usual
    }
    return signs
  }
}

/// Where something was seen first, and how often.
struct Seen {
  /// How often.
  private(set) var count = 0
  /// Where first: the row and the column in the grid.
  private(set) var first: (row: Int, column: Int)?

  /// Counts one more.
  mutating func note(_ place: (row: Int, column: Int)) {
    count += 1
    first = first ?? place
  }
}

/// How the numbers of a table are written, where that is to be told.
struct WrittenRemarks {
  /// Numbers that a workbook keeps as text.
  var textNumbers = Seen()
  private var brackets = Seen()
  private var minus = Seen()
  private var commas = Seen()
  private var example: [String: String] = [:]

  /// Notes how a number is written.
  mutating func note(
    _ number: WrittenNumber, _ cell: GridCell, _ place: (row: Int, column: Int),
    _ sign: NumberConvention.Sign?
  ) {
    if number.isBracketed {
      brackets.note(place)
      example["brackets"] = example["brackets"] ?? cell.text
    }
    if number.hasOtherMinus { minus.note(place) }
    if number.style == .comma || sign == .comma && number.style != .plain {
      commas.note(place)
      example["commas"] = example["commas"] ?? cell.text
    }
  }

  /// Tells each kind once.
  func tell(_ grid: Grid, into diagnostics: inout DiagnosticCollection) {
    let faults = LayoutFaults(grid)
    if let first = textNumbers.first {
      diagnostics.add(faults.textNumbers(textNumbers.count, first))
    }
    if let first = brackets.first {
      diagnostics.add(faults.brackets(brackets.count, example["brackets"] ?? "", first))
    }
    if let first = minus.first { diagnostics.add(faults.otherMinus(minus.count, first)) }
    if let first = commas.first {
      diagnostics.add(faults.decimalCommas(commas.count, example["commas"] ?? "", first))
    }
  }
}

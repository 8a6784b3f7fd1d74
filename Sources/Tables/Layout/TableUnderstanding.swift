import Diagnostics

extension UnderstoodTable {
  /// The tables on a sheet or in a text, from the top.
  ///
  /// A sheet may hold several: each begins with its titles and headings. Rows that repeat the headings,
  /// as on the next page, are left out. Remarks below a table are notes.
  ///
  /// - Parameters:
  ///   - grid: The cells.
  ///   - pick: What a person named; it decides where the table does not.
  /// - Returns: The tables; one at least, which may be without values and then says why.
  public static func all(in grid: Grid, pick: TablePick = TablePick()) -> [UnderstoodTable] {
    let blocks = TableBlocks(grid).blocks
    return blocks.map { TableUnderstanding(grid, $0, pick).table }
  }
}

/// Puts a table together from its rows.
struct TableUnderstanding {
  private let grid: Grid
  private let block: TableBlocks.Block
  private let pick: TablePick
  private let headings: [ColumnHeadings.Heading]
  private let roles: ColumnRoles
  private let body: [Int]
  private let notes: Set<Int>
  private var diagnostics = DiagnosticCollection()

  init(_ grid: Grid, _ block: TableBlocks.Block, _ pick: TablePick) {
    self.grid = grid
    self.block = block
    self.pick = pick
    let notes = Self.notes(grid, block)
    self.notes = notes
    body = block.body.filter { !notes.contains($0) && !block.repeated.contains($0) }
    headings = block.headings.isEmpty ? [] : ColumnHeadings(grid, block).all
    roles = ColumnRoles(grid, headings, body, pick)
  }

  /// The rows below the table that hold remarks.
  private static func notes(_ grid: Grid, _ block: TableBlocks.Block) -> Set<Int> {
    let tail = block.body.reversed().prefix { place in
      let row = grid.rows[place]
      let filled = row.filled
      guard let only = filled.first, let cell = row.cell(only) else { return true }
      if isNote(row), RowShape(row).numbers == 0 { return true }
      return filled.count == 1 && cell.kind == .text && cell.shape == .words
        && cell.text.count > 30
    }
    return Set(tail)
  }

  /// The table.
  var table: UnderstoodTable {
    var copy = self
    return copy.understood()
  }

  private mutating func understood() -> UnderstoodTable {
    let titles = block.titles.flatMap { grid.rows[$0].cells }.map(\.text).filter { !$0.isEmpty }
    let unit = self.unit(titles)
    var years = roles.years
    let columns = headings.map { heading in
      TableColumn(
        index: heading.index, role: roles.all[heading.index], path: heading.path,
        name: heading.name, unit: heading.unit, year: heading.year?.year, mark: heading.year?.mark)
    }
    if columns.isEmpty { diagnostics.add(LayoutFaults(grid).noHeadings(block.body.first)) }
    tellHeadingFaults()
    let rows = RowReader(grid, block, body: body, notes: notes, columns).rows
    if years == .none { years = yearsElsewhere(titles, rows, columns) }
    let reader = ValueReader(grid, columns, rows, years: years, pick)
    diagnostics.add(contentsOf: reader.diagnostics)
    return UnderstoodTable(
      grid: grid, titles: titles, unit: unit, years: years, columns: columns, rows: rows,
      values: reader.values, diagnostics: diagnostics)
  }

  /// The unit that the titles name, or the heading of the names where it is one.
  private func unit(_ titles: [String]) -> String? {
    if let named = titles.lazy.compactMap({ StatedUnit.ofTitle($0) }).first { return named }
    for (word, value) in zip(titles, titles.dropFirst())
    where StatedUnit.isWordForUnit(String(word.prefix { $0 != ":" && $0 != "：" })) {
      return value
    }
    let names = headings.filter { roles.all[$0.index] == .label }.map(\.name)
    return names.first { $0.count > 1 && StatedUnit.parsed($0) != nil }
  }

  /// The year of a table without a year in its headings and columns.
  private mutating func yearsElsewhere(
    _ titles: [String], _ rows: [TableRow], _ columns: [TableColumn]
  ) -> UnderstoodTable.Years {
    let sections = rows.filter { $0.role == .section && sectionYear($0) != nil }
    if !sections.isEmpty { return .section }
    let named = Set((titles + [grid.sheet].compactMap(\.self)).flatMap(yearsNamed))
    guard columns.contains(where: { $0.role == .value || $0.role == .rate }) else { return .none }
    guard named.count == 1, let year = named.first else { return .none }
    diagnostics.add(LayoutFaults(grid).yearOfTitle(year, block.titles.first))
    return .title(year)
  }

  private func sectionYear(_ row: TableRow) -> Int? {
    row.path.last.flatMap { WrittenYear($0) }?.year
  }

  /// What is wrong with the headings: a second row that may be one, columns of values without a name.
  private mutating func tellHeadingFaults() {
    guard let first = body.first, !headings.isEmpty else { return }
    let shape = RowShape(grid.rows[first])
    let isBelowYears = roles.years == .heading
    let width = headings.count { !$0.name.isEmpty }
    if !isBelowYears, shape.words > 1, shape.words == shape.filled.count,
      shape.words == width || grid.rows[first].cell(0)?.text.isEmpty != false,
      headings.contains(where: { roles.all[$0.index] == .value })
    {
      diagnostics.add(LayoutFaults(grid).secondHeading(first, shape.filled[0]))
    }
    if grid.sheet == nil { tellRaggedRows() }
  }

  /// In a text, a row with other cells than its headings is damaged.
  private mutating func tellRaggedRows() {
    let widths = block.headings.map { grid.rows[$0].cells.count }
    guard let width = widths.max() else { return }
    for place in body {
      let cells = grid.rows[place].cells
      let filled = cells.last { !$0.text.isEmpty }.map { Int($0.column) + 1 } ?? 0
      if filled > width || cells.count < width {
        diagnostics.add(LayoutFaults(grid).raggedRow(place, cells: cells.count, expected: width))
      }
    }
  }
}

/// The years that a text names: 2019 in `2019年滨海市能源平衡表`.
func yearsNamed(_ text: String) -> [Int] {
  folded(text).split { !$0.isDigit }.filter { $0.count == 4 }.compactMap { Int($0) }
    .filter { WrittenYear.plausible.contains($0) }
}

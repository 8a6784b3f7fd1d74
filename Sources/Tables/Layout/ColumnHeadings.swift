/// The headings of the columns of a table: their words from the top, with units and years told apart.
struct ColumnHeadings {
  /// What stands above one column.
  struct Heading {
    /// Its place in the grid, from 0.
    let index: Int
    /// The words, without units and years.
    var path: [String] = []
    /// The heading as one text.
    var name = ""
    /// The unit.
    var unit: String?
    /// The year.
    var year: WrittenYear?
    /// The row of the lowest heading, for messages.
    var row: Int
  }

  /// A heading for each column, from the left.
  let all: [Heading]

  /// Reads the headings of a table.
  ///
  /// - Parameters:
  ///   - grid: The cells.
  ///   - block: The rows of the table.
  init(_ grid: Grid, _ block: TableBlocks.Block) {
    let lines = block.headings.map { grid.rows[$0] }
    let filled = HeadingFill(grid, lines)
    let body = block.body.lazy.flatMap { grid.rows[$0].cells }.filter { !$0.text.isEmpty }
    let last = max(
      filled.width - 1, body.map { Int($0.column) }.max() ?? 0,
      lines.flatMap { $0.cells.map { Int($0.column) } }.max() ?? 0)
    let unitRow = block.units.map { grid.rows[$0] }
    all = (0...max(0, last)).map { column in
      var heading = Heading(index: column, row: block.headings.last ?? 0)
      for (place, _) in lines.enumerated() {
        guard let text = filled.text(place, column), !text.isEmpty else { continue }
        if grid.rows[block.headings[place]].cell(column)?.text.isEmpty == false {
          heading.row = block.headings[place]
        }
        heading.take(text, cell: filled.cell(place, column))
      }
      if let unit = unitRow?.cell(column)?.text, !unit.isEmpty, !StatedUnit.isWordForUnit(unit) {
        heading.unit = StatedUnit.titled(unit) ?? Self.bare(unit)
      }
      return heading
    }
  }

  /// A unit without the brackets around it.
  private static func bare(_ unit: String) -> String {
    let parts = StatedUnit.bracketed(unit)
    return parts.name.isEmpty ? parts.unit ?? unit : unit
  }
}

extension ColumnHeadings.Heading {
  /// Takes up the words of one row.
  fileprivate mutating func take(_ text: String, cell: GridCell?) {
    let year = cell.flatMap { WrittenYear($0) } ?? WrittenYear(text)
    if let year {
      self.year = year
      if let unit = year.unit { self.unit = unit }
      name += name.isEmpty ? text : " \(text)"
      return
    }
    let parts = StatedUnit.bracketed(text)
    let isUnitAlone = parts.unit == nil && !path.isEmpty && StatedUnit.parsed(text) != nil
    if parts.name.isEmpty || isUnitAlone {
      unit = parts.unit ?? text
    } else if let inner = parts.unit, saysUnit(inner) {
      unit = inner
      add(parts.name)
    } else {
      add(text)
    }
    let words = path.last.map { $0 == text || text.hasPrefix($0) } == true ? text : text
    if name.isEmpty {
      name = words
    } else if name != words {
      name +=
        parts.name.isEmpty ? " [\(parts.unit ?? text)]" : isUnitAlone ? " [\(text)]" : " \(words)"
    }
  }

  /// Adds words, of which a year may be the first: `2023年产量`.
  private mutating func add(_ words: String) {
    if path.last == words { return }
    if let mark = words.firstIndex(of: "年"), let found = WrittenYear(String(words[...mark])) {
      let rest = trimmed(words[words.index(after: mark)...])
      if !rest.isEmpty, !rest.contains(where: \.isNumber) {
        year = found
        if path.last != rest { path.append(rest) }
        return
      }
    }
    path.append(words)
  }

  /// Whether words in brackets behind a name are a unit: one that is known, or a percentage.
  private func saysUnit(_ inner: String) -> Bool {
    StatedUnit.parsed(inner) != nil || MeasuredName("", unit: inner).isOfRateOrShare
      || !inner.contains(where: \.isHan) && inner.contains { "%/".contains($0) }
  }
}

/// The texts of rows of headings, with merged cells filled in.
struct HeadingFill {
  /// How many columns there are.
  let width: Int
  private var texts: [[String]] = []
  private var cells: [[GridCell?]] = []

  init(_ grid: Grid, _ lines: [GridRow]) {
    let columns = lines.flatMap { $0.cells.filter { !$0.text.isEmpty }.map { Int($0.column) } }
    let merged = grid.merges.filter { area in lines.contains { area.rows.contains($0.number) } }
    let rights = merged.map { min($0.columns.upperBound, 4096) }
    width = 1 + max(columns.max() ?? 0, rights.max() ?? 0)
    for (place, line) in lines.enumerated() {
      let isLast = place == lines.count - 1
      var row: [GridCell?] = Array(repeating: nil, count: width)
      var words = Array(repeating: "", count: width)
      for cell in line.cells where !cell.text.isEmpty && Int(cell.column) < width {
        row[Int(cell.column)] = cell
        words[Int(cell.column)] = cell.text
      }
      let areas = merged.filter { $0.rows.contains(line.number) }
      for area in areas {
        let first = lines.first { $0.number == area.rows.lowerBound }
        guard let head = first?.cell(area.columns.lowerBound), !head.text.isEmpty else { continue }
        for column in area.columns where column < width && words[column].isEmpty {
          words[column] = head.text
          row[column] = head
        }
      }
      if !isLast, areas.isEmpty { Self.fillRight(&words, &row, below: lines[(place + 1)...]) }
      texts.append(words)
      cells.append(row)
    }
  }

  /// Fills a head to the right, over columns that have words of their own below.
  private static func fillRight(
    _ words: inout [String], _ row: inout [GridCell?], below: ArraySlice<GridRow>
  ) {
    var head: (text: String, cell: GridCell?)?
    for column in words.indices {
      if !words[column].isEmpty { head = (words[column], row[column]) }
      let hasOwn = below.contains { $0.cell(column)?.text.isEmpty == false }
      if !hasOwn { head = nil }
      if words[column].isEmpty, let head {
        words[column] = head.text
        row[column] = head.cell
      }
    }
  }

  /// The words of a row above a column.
  func text(_ row: Int, _ column: Int) -> String? {
    column < width ? texts[row][column] : nil
  }

  /// The cell those words stand in.
  func cell(_ row: Int, _ column: Int) -> GridCell? { column < width ? cells[row][column] : nil }
}

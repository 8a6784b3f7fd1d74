/// What each row of a table is, and what it is of.
struct RowReader {
  /// The rows in their order.
  let rows: [TableRow]

  /// Reads the rows.
  ///
  /// - Parameters:
  ///   - grid: The cells.
  ///   - block: The rows of the table.
  ///   - body: Those with values and names.
  ///   - notes: Those with remarks.
  ///   - columns: What each column is.
  init(
    _ grid: Grid, _ block: TableBlocks.Block, body: [Int], notes: Set<Int>,
    _ columns: [TableColumn]
  ) {
    func plain(_ places: [Int], _ role: TableRow.Role) -> [TableRow] {
      places.map { TableRow(index: $0, role: role, path: [], isTotal: false) }
    }
    let values = columns.filter { [.value, .rate, .other].contains($0.role) }.map(\.index)
    let texts = Self.labels(grid, body, columns, before: values.min() ?? 0)
    var tree = RowTree(isNumbered: texts?.contains { $0?.numbering != nil } ?? false)
    let isTree = texts.map(Self.isTree) ?? false
    var found: [TableRow] = []
    for (order, place) in body.enumerated() {
      let label = texts?[order]
      let hasValue = values.contains { column in
        grid.rows[place].cell(column).map { !$0.text.isEmpty || $0.kind == .uncomputed } ?? false
      }
      let path = label.map { isTree ? tree.path(of: $0) : [$0.name] } ?? []
      found.append(
        TableRow(
          index: place, role: hasValue ? .values : .section, path: path,
          isTotal: label?.isTotal ?? false))
    }
    rows =
      (plain(block.titles, .title) + plain(block.headings, .heading)
      + plain([block.units].compactMap(\.self), .units)
      + plain([block.numbering].compactMap(\.self), .numbering) + found
      + plain(notes.sorted(), .note) + plain(block.repeated.sorted(), .repeated))
      .sorted { $0.index < $1.index }
  }

  /// The names of rows: of the first column of words before the values.
  private static func labels(
    _ grid: Grid, _ body: [Int], _ columns: [TableColumn], before first: Int
  ) -> [RowLabel?]? {
    let named = columns.filter { $0.role == .label && ($0.index < first || first == 0) }
    let main = named.first { column in
      body.contains { grid.rows[$0].cell(column.index)?.text.isEmpty == false }
    }
    return main.map { column in
      body.map { place in
        grid.rows[place].cell(column.index).flatMap { cell in
          cell.text.isEmpty ? nil : RowLabel(cell.text, indent: Int(cell.indent))
        }
      }
    }
  }

  /// Whether names show which row is part of which.
  private static func isTree(_ labels: [RowLabel?]) -> Bool {
    let all = labels.compactMap(\.self)
    return all.contains { $0.numbering != nil || $0.parts > 0 }
      || Set(all.map(\.indent)).count > 1
  }
}

/// The words that tell what the rows of a table are of, column by column.
///
/// A name on the first row of a block is filled in on the rows below it.
struct RowWords {
  /// A column of words; the first two may be none of the grid's.
  enum Column: Hashable {
    /// The title of the table, where there are several on a sheet.
    case title
    /// What the row is part of.
    case parents
    /// A column of the table, by its place in its columns.
    case column(Int)
  }

  /// The columns that tell series apart, in the order of the table.
  let columns: [Column]
  private let table: UnderstoodTable
  private let rows: [Int]
  private var words: [Column: [Int: String]] = [:]

  /// Collects the words.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - rows: Its rows of values, as places in `table.rows`.
  ///   - title: Its title, where that tells it from others.
  init(_ table: UnderstoodTable, _ rows: [Int], title: String?) {
    self.table = table
    self.rows = rows
    let firstValue = table.columns.first { $0.role == .value }?.index ?? 0
    let labels = table.columns.indices.filter { table.columns[$0].role == .label }
    let others = table.columns.indices.filter { [.unit, .remark].contains(table.columns[$0].role) }
    for column in labels + others {
      let isBlock = labels.contains(column) && table.columns[column].index < firstValue
      words[.column(column)] = Self.words(table, rows, column, isBlock: isBlock)
    }
    Self.emptyInsideBlocks(
      &words, table, rows, labels.filter { table.columns[$0].index < firstValue })
    let own = words
    let main = labels.first { column in
      rows.contains { own[.column(column)]?[$0]?.isEmpty == false }
    }
    var columns: [Column] = []
    if let title {
      columns.append(.title)
      words[.title] = Dictionary(uniqueKeysWithValues: rows.map { ($0, title) })
    }
    let parents = rows.map { row in
      (row, table.rows[row].path.dropLast().joined(separator: " / "))
    }
    if main != nil, parents.contains(where: { !$0.1.isEmpty }) {
      columns.append(.parents)
      words[.parents] = Dictionary(uniqueKeysWithValues: parents)
    }
    self.columns = columns + labels.map(Column.column)
    guard let main else { return }
    for row in rows {
      if let name = table.rows[row].path.last, words[.column(main)]?[row]?.isEmpty == false {
        words[.column(main)]?[row] = name
      }
    }
  }

  /// The words of a column, those of blocks filled in.
  private static func words(
    _ table: UnderstoodTable, _ rows: [Int], _ column: Int, isBlock: Bool
  ) -> [Int: String] {
    var found: [Int: String] = [:]
    for row in rows {
      found[row] =
        table.grid.rows[table.rows[row].index].cell(table.columns[column].index)?.text ?? ""
    }
    return found
  }

  /// Fills the names of blocks down, as far as the columns before them do not begin another.
  private static func emptyInsideBlocks(
    _ words: inout [Column: [Int: String]], _ table: UnderstoodTable, _ rows: [Int],
    _ labels: [Int]
  ) {
    guard let top = rows.first else { return }
    let own = words
    let blocks = labels.filter { own[.column($0)]?[top]?.isEmpty == false }
    for (place, column) in blocks.enumerated() {
      for (above, row) in zip(rows, rows.dropFirst())
      where words[.column(column)]?[row]?.isEmpty == true {
        let continues = blocks[..<place].allSatisfy { own[.column($0)]?[row]?.isEmpty == true }
        if continues, let word = words[.column(column)]?[above] {
          words[.column(column)]?[row] = word
        }
      }
    }
  }

  /// The word of a column in a row.
  func word(_ column: Column, _ row: Int) -> String { words[column]?[row] ?? "" }

  /// Whether one of the words of a row, or its name with what it is part of, is this.
  func has(_ text: String, _ row: Int) -> Bool {
    let bare = bareName(text)
    return words.keys.contains { bareName(word($0, row)) == bare }
      || bareName(table.rows[row].path.joined(separator: "/"))
        == bareName(text.replacing(" / ", with: "/"))
  }

  /// The heading of a column.
  func heading(_ column: Column) -> String {
    switch column {
    case .title, .parents: ""
    case .column(let place): table.columns[place].name
    }
  }

  /// The labels of a row.
  func labels(_ row: Int) -> [TableSeries.Label] {
    columns.map { TableSeries.Label(column: heading($0), word: word($0, row)) }
      .filter { !$0.word.isEmpty }
  }

  /// The column of a row in which its name stands.
  func nameColumn(_ row: Int) -> Int? {
    columns.lazy.compactMap { column -> Int? in
      if case .column(let place) = column { place } else { nil }
    }.first { place in
      let cells = table.grid.rows[table.rows[row].index]
      return cells.cell(table.columns[place].index)?.text.isEmpty == false
    }
  }

  /// The shortest names that tell rows, each the first of its series, apart: words before codes, in the
  /// order of the table; the words of all columns where none tells them apart.
  ///
  /// - Parameters:
  ///   - rows: The rows.
  ///   - key: Columns beside ``columns`` that tell them apart too.
  /// - Returns: A name for each row, in their order.
  func names(of rows: [Int], key: [Column] = []) -> [String] {
    let units = table.columns.indices.filter { table.columns[$0].role == .unit }
    let all = columns + (key + units.map(Column.column)).filter { !columns.contains($0) }
    let late = all.filter(isLate)
    let order = all.filter { !late.contains($0) } + late
    var chosen: [Column] = []
    var count = 1
    for column in order {
      let more = Set(rows.map { row in (chosen + [column]).map { word($0, row) } }).count
      if more > count {
        chosen.append(column)
        count = more
      }
    }
    if chosen.isEmpty { chosen = columns.filter { $0 != .title } }
    let ordered = all.filter { chosen.contains($0) }
    return rows.map { row in
      ordered.map { word($0, row) }.filter { !$0.isEmpty }.joined(separator: " · ")
    }
  }

  /// Whether a column names series only where the others do not: codes, and what rows are part of.
  private func isLate(_ column: Column) -> Bool {
    guard case .column(let place) = column else { return column == .parents }
    return ColumnNames.isOfCodes(table.columns[place].name)
      || rows.allSatisfy { Double(word(column, $0)) != nil }
  }
}

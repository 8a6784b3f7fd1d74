import Diagnostics

/// Which columns of words tell the series of a table apart, a year a row.
struct SeriesKeys {
  /// The columns.
  private(set) var columns: [RowWords.Column] = []
  /// The rows of each series, as places in the table's.
  private(set) var groups: [[Int]] = []
  /// What is told of columns that name rows and no series.
  private(set) var told: [Diagnostic] = []
  /// The words.
  let words: RowWords
  private let table: UnderstoodTable

  /// Finds the columns: all of words, and others where a year would stand twice.
  init(_ table: UnderstoodTable, _ words: RowWords, _ rows: [Int]) {
    self.table = table
    self.words = words
    let complete = words.columns.filter { isComplete($0, rows) }
    let own = complete.filter { isOwn($0, rows) }
    let units = table.columns.indices.filter { table.columns[$0].role == .unit }
    let remarks = table.columns.indices.filter { table.columns[$0].role == .remark }
    columns = complete.filter { !own.contains($0) }
    let more = own + (units + remarks).map(RowWords.Column.column).filter { isComplete($0, rows) }
    for column in more where hasYearTwice(rows, columns) { columns.append(column) }
    if hasYearTwice(rows, columns) { columns = complete.filter { !own.contains($0) } }
    groups = Self.groups(of: rows, by: columns, words)
    for column in own where !columns.contains(column) {
      guard case .column(let place) = column else { continue }
      told.append(
        SeriesFaults.ownColumn(table.columns[place].name, at: table.headingSpan(place)))
    }
  }

  private func isComplete(_ column: RowWords.Column, _ rows: [Int]) -> Bool {
    rows.allSatisfy { !words.word(column, $0).isEmpty }
  }

  /// Whether a column differs in every row, and so names rows and no series.
  private func isOwn(_ column: RowWords.Column, _ rows: [Int]) -> Bool {
    rows.count > 2 && Set(rows.map { words.word(column, $0) }).count == rows.count
  }

  private func hasYearTwice(_ rows: [Int], _ key: [RowWords.Column]) -> Bool {
    Self.groups(of: rows, by: key, words).contains { group in
      var seen: Set<Int> = []
      return group.contains { row in
        guard let year = year(of: row) else { return false }
        return !seen.insert(year).inserted
      }
    }
  }

  private func year(of row: Int) -> Int? {
    guard case .column(let column) = table.years else { return nil }
    return table.grid.rows[table.rows[row].index].cell(column).flatMap { WrittenYear($0) }?.year
  }

  private static func groups(
    of rows: [Int], by columns: [RowWords.Column], _ words: RowWords
  ) -> [[Int]] {
    var places: [[String]: Int] = [:]
    var groups: [[Int]] = []
    for row in rows {
      let key = columns.map { words.word($0, row) }
      let place = places[key] ?? groups.count
      if place == groups.count { groups.append([]) }
      places[key] = place
      groups[place].append(row)
    }
    return groups
  }
}

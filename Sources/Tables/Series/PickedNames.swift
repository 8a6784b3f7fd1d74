import Diagnostics

/// What a person named, and whether a table has it.
struct PickedNames {
  private let pick: TablePick
  private var foundValues: Set<String> = []
  private var foundConditions: Set<TablePick.Condition> = []
  private var foundYear = false
  private var told: [Diagnostic] = []

  init(_ pick: TablePick) { self.pick = pick }

  /// Notes that a value was found.
  mutating func note(value: String) { foundValues.insert(value) }

  /// The rows of a table that are wanted.
  ///
  /// A word may be part of what stands there, where only one word of the column holds it; that is told.
  ///
  /// - Parameters:
  ///   - rows: The rows of values, as places in `table.rows`.
  ///   - table: The table.
  ///   - words: Their words.
  /// - Returns: Those for which all conditions hold.
  mutating func wanted(_ rows: [Int], _ table: UnderstoodTable, _ words: RowWords) -> [Int] {
    if let year = pick.year,
      table.columns.contains(where: { $0.role == .year && $0.isCalled(year) })
    {
      foundYear = true
    }
    var left = rows
    for condition in pick.conditions {
      guard let column = column(condition.column, table, words) else { return [] }
      let matching = matching(condition, column, left, words, table)
      if !matching.isEmpty { foundConditions.insert(condition) }
      left = matching
    }
    return left
  }

  private func column(
    _ name: String, _ table: UnderstoodTable, _ words: RowWords
  ) -> RowWords.Column? {
    let place = table.columns.firstIndex { column in
      [.label, .unit, .remark].contains(column.role) && column.isCalled(name)
    }
    return place.map { .column($0) }
  }

  private mutating func matching(
    _ condition: TablePick.Condition, _ column: RowWords.Column, _ rows: [Int], _ words: RowWords,
    _ table: UnderstoodTable
  ) -> [Int] {
    let bare = bareName(condition.word)
    let exact = rows.filter { bareName(words.word(column, $0)) == bare }
    if !exact.isEmpty { return exact }
    let partial = rows.filter { bareName(words.word(column, $0)).contains(bare) }
    let distinct = Set(partial.map { words.word(column, $0) })
    guard distinct.count == 1, let word = distinct.first else { return [] }
    told.append(
      Diagnostic(
        .warning, code: .noSuchPick,
        message: Text(
          "'\(excerpt(condition.word))' is taken for '\(excerpt(word))', which alone holds it",
          "'\(excerpt(condition.word))' 视为 '\(excerpt(word))'：仅此一项含有该词"),
        at: table.headingSpan))
    return partial
  }

  /// What was named and is in none of the tables.
  func faults(in tables: [UnderstoodTable]) -> [Diagnostic] {
    guard let first = tables.first else { return [] }
    var faults = told
    let names = tables.flatMap { $0.columns.map(\.name) }.filter { !$0.isEmpty }
    if let year = pick.year, !foundYear {
      faults.append(noColumn(year, names, first))
    }
    for condition in pick.conditions where !foundConditions.contains(condition) {
      faults.append(noMatch(condition, tables, first))
    }
    for value in pick.values where !foundValues.contains(value) {
      let rows = tables.flatMap { $0.rows.compactMap(\.path.last) }
      faults.append(noValue(value, names, rows, first))
    }
    return faults
  }

  private func noColumn(_ name: String, _ names: [String], _ table: UnderstoodTable) -> Diagnostic {
    let known = quotedList(names)
    let path = table.grid.name
    return fault(
      Text(
        "'\(path)' has no column '\(excerpt(name))'; it has \(known)",
        "'\(path)' 没有名为 '\(excerpt(name))' 的列；现有列：\(known)"), table,
      closestName(to: name, among: names))
  }

  private func noValue(
    _ name: String, _ names: [String], _ rows: [String], _ table: UnderstoodTable
  ) -> Diagnostic {
    let known = quotedList(names)
    let path = table.grid.name
    return fault(
      Text(
        "'\(path)' has no column or row '\(excerpt(name))'; its columns are \(known)",
        "'\(path)' 没有名为 '\(excerpt(name))' 的列或行；现有列：\(known)"), table,
      closestName(to: name, among: names + rows))
  }

  private func noMatch(
    _ condition: TablePick.Condition, _ tables: [UnderstoodTable], _ first: UnderstoodTable
  ) -> Diagnostic {
    let places = tables.flatMap { table in
      table.columns.filter {
        [.label, .unit, .remark].contains($0.role) && $0.isCalled(condition.column)
      }.map { (table, $0.index) }
    }
    guard !places.isEmpty else {
      let names = tables.flatMap { $0.columns.filter { $0.role == .label }.map(\.name) }
      return noColumn(condition.column, names, first)
    }
    var words: [String] = []
    for (table, column) in places {
      for row in table.rows where row.role == .values || row.role == .section {
        guard let word = table.grid.rows[row.index].cell(column)?.text, !word.isEmpty,
          !words.contains(word), words.count < 500
        else { continue }
        words.append(word)
      }
    }
    let bare = bareName(condition.word)
    let partial = words.filter { bareName($0).contains(bare) }
    let list = quotedList(partial.count > 1 ? partial : words)
    let word = excerpt(condition.word)
    let column = excerpt(condition.column)
    return fault(
      partial.count > 1
        ? Text(
          "'\(word)' is part of several words of '\(column)': \(list)",
          "'\(column)' 中有多项含 '\(word)'：\(list)")
        : Text(
          "no row has '\(word)' under '\(column)'; there are \(list)",
          "'\(column)' 列中没有 '\(word)'；现有：\(list)"), first,
      partial.count > 1 ? nil : closestName(to: condition.word, among: words))
  }

  private func fault(_ message: Text, _ table: UnderstoodTable, _ meant: String?) -> Diagnostic {
    Diagnostic(
      .error, code: .noSuchPick, message: message, at: table.headingSpan,
      suggestion: meant.map { Text("did you mean '\($0)'?", "是否指 '\($0)'？") })
  }
}

extension TableColumn {
  /// Whether a person means this column by a name.
  func isCalled(_ wanted: String) -> Bool {
    isColumn(name, path, calledBy: wanted)
  }
}

import Diagnostics

/// Puts the values of a table together to series.
struct SeriesReader {
  /// What was found wrong or told.
  private(set) var diagnostics = DiagnosticCollection()
  private let table: UnderstoodTable
  private let pick: TablePick
  private let title: String?
  private let faults: SeriesFaults
  /// The values of each row of the table.
  private let valuesOfRow: [Int: ArraySlice<TableValue>]
  /// Where the heading of each column stands.
  private let headingPlaces: [GridPlace?]

  init(_ table: UnderstoodTable, _ pick: TablePick, title: String?) {
    self.table = table
    self.pick = pick
    self.title = title
    faults = SeriesFaults(table, pick)
    var slices: [Int: ArraySlice<TableValue>] = [:]
    var start = 0
    for place in table.values.indices
    where place + 1 == table.values.count || table.values[place + 1].row != table.values[place].row
    {
      slices[table.values[place].row] = table.values[start...place]
      start = place + 1
    }
    valuesOfRow = slices
    headingPlaces = table.columns.indices.map { table.headingPlace($0) }
  }

  /// The series that are wanted.
  mutating func read(_ names: inout PickedNames) -> [TableSeries] {
    diagnostics.add(contentsOf: table.diagnostics)
    let rows = table.rows.indices.filter { table.rows[$0].role == .values }
    guard !rows.isEmpty, !table.columns.isEmpty else { return [] }
    let words = RowWords(table, rows, title: title)
    let wanted = names.wanted(rows, table, words)
    let columns = valueColumns(&names)
    if pick.values.isEmpty { tellLeftOut() }
    let groups: [[Int]]
    var key: [RowWords.Column] = []
    switch table.years {
    case .column, .section:
      let used = wanted.filter { row in
        valuesOfRow[row]?.contains { columns.contains($0.column) } ?? false
      }
      let keys = SeriesKeys(table, words, used)
      key = keys.columns
      for fault in keys.told { diagnostics.add(fault) }
      groups = keys.groups
      tellYearsOfRows(used)
      for group in groups { tellChanges(group, keys) }
      tellContinuations(groups, words, key)
    case .heading, .title, .none:
      groups = rowsWanted(wanted, words, &names).map { [$0] }
    }
    tellYears(columns)
    return series(groups, words, key, columns, &names)
  }

  /// The columns of values that are wanted.
  private func valueColumns(_ names: inout PickedNames) -> Set<Int> {
    var found: Set<Int> = []
    for name in pick.values {
      for place in table.columns.indices
      where table.columns[place].role == .value && table.columns[place].isCalled(name) {
        found.insert(place)
        names.note(value: name)
      }
    }
    if !found.isEmpty { return found }
    return Set(
      table.columns.indices.filter {
        table.columns[$0].role == .value || !pick.leavesOutRates && table.columns[$0].role == .rate
      })
  }

  /// Of tables with a series a row: those that are named, and no rates of growth or shares.
  private mutating func rowsWanted(
    _ rows: [Int], _ words: RowWords, _ names: inout PickedNames
  ) -> [Int] {
    let named = pick.values.filter { value in
      !table.columns.contains { $0.role == .value && $0.isCalled(value) }
    }
    if !named.isEmpty {
      return rows.filter { row in
        let found = named.filter { words.has($0, row) }
        for value in found { names.note(value: value) }
        return !found.isEmpty
      }
    }
    guard pick.leavesOutRates, pick.values.isEmpty else { return rows }
    var known: [String: Bool] = [:]
    let rates = rows.filter { isRate($0, words, &known) }
    if let first = rates.first, rates.count < rows.count {
      let list = rates.map { table.rows[$0].path.last ?? "" }
      diagnostics.add(faults.ratesLeftOut(list, at: span(ofRow: first, words)))
      return rows.filter { !rates.contains($0) }
    }
    return rows
  }

  /// Whether a row is of rates; names come again and again, so what they say is kept.
  private func isRate(_ row: Int, _ words: RowWords, _ known: inout [String: Bool]) -> Bool {
    let name = table.rows[row].path.last ?? words.labels(row).first?.word ?? ""
    let unit = table.unit(ofRow: row)
    let key = name + "\u{1}" + (unit ?? "")
    let isByName = known[key] ?? MeasuredName(name, unit: unit).isOfRateOrShare
    known[key] = isByName
    if isByName { return true }
    let values = valuesOfRow[row] ?? []
    let percent = values.count { $0.unit == "%" || $0.unit == "‰" }
    return percent > 0 && 2 * percent >= values.count
  }

  /// The series of groups of rows, one for each quantity in their columns.
  private mutating func series(
    _ groups: [[Int]], _ words: RowWords, _ key: [RowWords.Column], _ columns: Set<Int>,
    _ names: inout PickedNames
  ) -> [TableSeries] {
    let rowNames = words.names(of: groups.map { $0[0] }, key: key)
    let quantities = Quantity.all(table, columns)
    var all: [TableSeries] = []
    for (group, rowName) in zip(groups, rowNames) {
      let isOnly = groups.count == 1 && table.years != .heading
      for quantity in quantities {
        let parts = [isOnly ? "" : rowName, quantities.count > 1 || isOnly ? quantity.name : ""]
        let name = parts.filter { !$0.isEmpty }.joined(separator: " · ")
        let series = series(of: group, quantity, name.isEmpty ? rowName : name, words)
        if let series { all.append(series) }
      }
    }
    for fault in [faults.missingSigns].compactMap(\.self) + faults.unclear {
      diagnostics.add(fault)
    }
    all = checked(all)
    let named = pick.values.filter { value in all.contains { bareName($0.name) == bareName(value) }
    }
    for value in named { names.note(value: value) }
    let isByName =
      !named.isEmpty && named.count == pick.values.count
      && !pick.values.contains { value in table.columns.contains { $0.isCalled(value) } }
    return isByName
      ? all.filter { series in named.contains { bareName($0) == bareName(series.name) } } : all
  }

  private mutating func series(
    of group: [Int], _ quantity: Quantity, _ name: String, _ words: RowWords
  ) -> TableSeries? {
    let values = group.flatMap { row in
      (valuesOfRow[row] ?? []).filter { quantity.columns.contains($0.column) }
    }
    tellMissing(values)
    let points = values.compactMap { point($0) }
    guard !points.isEmpty, let first = values.first else { return nil }
    if name.isEmpty, table.years == .heading {
      diagnostics.add(faults.noName(table.span(of: first)))
      return nil
    }
    tellUnits(values, name)
    let isColumn = table.years != .heading
    let place =
      isColumn && words.labels(group[0]).isEmpty
      ? table.headingSpan(first.column) : span(ofRow: group[0], words)
    return TableSeries(
      name: name, labels: words.labels(group[0]), points: points,
      column: isColumn ? quantity.name : quantity.name.isEmpty ? nil : quantity.name,
      unit: table.unit(of: first), place: place, grid: table.grid)
  }

  private func span(ofRow row: Int, _ words: RowWords) -> Span {
    let column = words.nameColumn(row).map { table.columns[$0].index }
    return table.grid.span(table.rows[row].index, column ?? 0)
  }

  /// The point of a value; a fault in it is told.
  private mutating func point(_ value: TableValue) -> TableSeries.Point? {
    switch value.reading {
    case .missing: return nil
    case .unclear(let fault):
      faults.note(fault)
      return nil
    case .number(let number):
      if isProjected(value) { return nil }
      guard let year = value.year else {
        if table.years == .none {
          diagnostics.add(faults.noYears(table.headingSpan))
        } else {
          let place = table.grid.span(yearPlace(of: value))
          diagnostics.add(faults.noYear(yearCell(of: value), at: place))
        }
        return nil
      }
      return TableSeries.Point(
        year: year, value: number,
        cell: GridPlace(table.rows[value.row].index, table.columns[value.column].index),
        yearCell: yearPlace(of: value), isProvisional: table.isProvisional(value))
    }
  }

  private func isProjected(_ value: TableValue) -> Bool {
    [value.mark, table.columns[value.column].mark].contains { mark in
      mark.map(YearMarks.saysProjected) == true
    }
  }

  private func yearCell(of value: TableValue) -> GridCell? {
    guard case .column(let column) = table.years else { return nil }
    return table.grid.rows[table.rows[value.row].index].cell(column)
  }

  private func yearPlace(of value: TableValue) -> GridPlace {
    let row = table.rows[value.row].index
    let own = GridPlace(row, table.columns[value.column].index)
    switch table.years {
    case .column(let column): return GridPlace(row, column)
    case .heading: return headingPlaces[value.column] ?? own
    case .section, .title, .none: return own
    }
  }
}

extension SeriesReader {
  // MARK: - What is told

  /// Tells which columns of numbers are left out, and why.
  private mutating func tellLeftOut() {
    for place in table.columns.indices {
      let column = table.columns[place]
      switch column.role {
      case .rate where pick.leavesOutRates:
        diagnostics.add(faults.rate(column, table.headingSpan(place)))
      case .other: diagnostics.add(faults.noYearColumn(column, table.headingSpan(place)))
      case .code: diagnostics.add(faults.running(column, table.headingSpan(place)))
      default: break
      }
    }
  }

  /// Tells marks of years, and years that span two, of the headings.
  private mutating func tellYears(_ columns: Set<Int>) {
    guard table.years == .heading else { return }
    let cells = columns.sorted().compactMap { place -> (GridCell, Span)? in
      let row = table.rows.last { row in
        row.role == .heading
          && table.grid.rows[row.index].cell(table.columns[place].index).map {
            WrittenYear($0) != nil
          }
            == true
      }
      guard let row, let cell = table.grid.rows[row.index].cell(table.columns[place].index) else {
        return nil
      }
      return (cell, table.grid.span(row.index, table.columns[place].index))
    }
    for fault in faults.years(cells) { diagnostics.add(fault) }
  }

  /// The same of a column of years.
  private mutating func tellYearsOfRows(_ rows: [Int]) {
    guard case .column(let column) = table.years else { return }
    let cells = rows.compactMap { row -> (GridCell, Span)? in
      let place = table.rows[row].index
      return table.grid.rows[place].cell(column).map { ($0, table.grid.span(place, column)) }
    }
    for fault in faults.years(cells) { diagnostics.add(fault) }
  }

  private mutating func tellMissing(_ values: [TableValue]) {
    for value in values {
      if case .missing(let sign) = value.reading { faults.noteMissing(sign, table.span(of: value)) }
    }
  }

  /// A year that stands twice in a series is an error, two series of one name too; what nobody can have
  /// observed is left out.
  private mutating func checked(_ all: [TableSeries]) -> [TableSeries] {
    var seen: [String: TableSeries] = [:]
    var left: [TableSeries] = []
    for series in all {
      var first: [Int: TableSeries.Point] = [:]
      for point in series.points {
        if let before = first.updateValue(point, forKey: point.year) {
          diagnostics.add(faults.yearTwice(point, before, series))
          break
        }
      }
      if let before = seen.updateValue(series, forKey: series.name) {
        diagnostics.add(faults.sameName(series, before))
      }
      let (observed, fault) = faults.observed(series)
      if let fault { diagnostics.add(fault) }
      if !observed.points.isEmpty { left.append(observed) }
    }
    if let unit = pick.unit {
      var told: Set<String> = []
      for series in left where told.insert(series.unit ?? "").inserted {
        if let fault = faults.contradiction(series, of: unit) { diagnostics.add(fault) }
      }
    }
    return left
  }

  /// A unit that changes within a series is an error.
  private mutating func tellUnits(_ values: [TableValue], _ name: String) {
    for (first, second) in zip(values, values.dropFirst()) {
      guard let old = table.unit(of: first), let new = table.unit(of: second), old != new else {
        continue
      }
      if StatedUnit.agree(old, new) == true { continue }
      diagnostics.add(faults.unitChanges(old, new, second, name, at: unitSpan(second)))
      return
    }
  }

  private func unitSpan(_ value: TableValue) -> Span {
    let column = table.columns.first { $0.role == .unit }
    return column.map { table.grid.span(table.rows[value.row].index, $0.index) }
      ?? table.span(of: value)
  }

  /// A source that changes within a series is told.
  private mutating func tellChanges(_ group: [Int], _ keys: SeriesKeys) {
    for place in table.columns.indices
    where ColumnNames.isOfSources(table.columns[place].name)
      && !keys.columns.contains(.column(place))
    {
      let change = zip(group, group.dropFirst()).first { first, second in
        let old = keys.words.word(.column(place), first)
        let new = keys.words.word(.column(place), second)
        return !old.isEmpty && !new.isEmpty && old != new
      }
      guard let change else { continue }
      diagnostics.add(
        faults.sourceChanges(
          table.columns[place].name, keys.words.word(.column(place), change.0),
          keys.words.word(.column(place), change.1), year(of: change.1),
          at: table.grid.span(table.rows[change.1].index, table.columns[place].index)))
    }
  }

  private func year(of row: Int) -> Int? { valuesOfRow[row]?.first?.year }

  /// Tells where one series ends and another goes on that differs in one label only.
  private mutating func tellContinuations(
    _ groups: [[Int]], _ words: RowWords, _ key: [RowWords.Column]
  ) {
    guard groups.count > 1, groups.count <= 200 else { return }
    let spans = groups.map { group in group.compactMap { year(of: $0) } }
    for (place, first) in groups.enumerated() {
      for (other, second) in groups.enumerated() where other != place {
        let differing = key.filter { words.word($0, first[0]) != words.word($0, second[0]) }
        guard differing.count == 1, let end = spans[place].max(), let start = spans[other].min(),
          end < start, start - end <= 2, key.count > 1 || groups.count == 2
        else { continue }
        diagnostics.add(
          faults.labelChanges(
            words.heading(differing[0]), words.word(differing[0], first[0]),
            words.word(differing[0], second[0]), start,
            at: labelSpan(second[0], differing[0], words)))
      }
    }
  }

  private func labelSpan(_ row: Int, _ column: RowWords.Column, _ words: RowWords) -> Span {
    guard case .column(let place) = column else { return span(ofRow: row, words) }
    return table.grid.span(table.rows[row].index, table.columns[place].index)
  }
}

/// Columns that hold one quantity: with the years in the headings all of one name, else one column.
struct Quantity {
  /// What the headings call it; nothing where they only hold years.
  let name: String
  /// The columns, as places in the table's.
  let columns: Set<Int>

  /// The quantities of some columns, in the order of the table.
  static func all(_ table: UnderstoodTable, _ columns: Set<Int>) -> [Quantity] {
    if table.years != .heading {
      return columns.sorted().map { Quantity(name: table.columns[$0].name, columns: [$0]) }
    }
    var order: [String] = []
    var places: [String: Set<Int>] = [:]
    for column in columns.sorted() {
      let name = table.columns[column].path.joined(separator: " ")
      if places[name] == nil { order.append(name) }
      places[name, default: []].insert(column)
    }
    return order.map { Quantity(name: $0, columns: places[$0] ?? []) }
  }
}

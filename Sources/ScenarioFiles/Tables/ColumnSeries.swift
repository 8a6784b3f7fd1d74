import Diagnostics
import Tables

/// A table with the years in a column.
struct ColumnSeries {
  private let table: CSVTable
  private let year: Int
  private let values: [Int]
  private let options: [String]
  private let labels: Labels
  /// The names of series that are wanted; all where there is none.
  private let wanted: [String]

  /// Finds the columns; nothing if one that is named does not exist, or none holds a number.
  init?(
    _ table: CSVTable, _ columns: ObservedTable.Columns, isJudged: Bool,
    into diagnostics: inout DiagnosticCollection
  ) {
    self.table = table
    options = columns.options
    let year = columns.year.map { name in table.header.firstIndex { $0.text == name } }
    if case .some(nil) = year {
      diagnostics.add(table.unknown(columns.year ?? ""))
      return nil
    }
    self.year = (year ?? nil) ?? table.yearColumn
    let place = self.year
    let found = ValueColumns(table, year: place, columns, isJudged: isJudged)
    values = found.values
    wanted = columns.values.filter { name in !table.header.contains { $0.text == name } }
    let noWords = found.numeric.union(values)
    let words = table.header.indices.filter { $0 != place && !noWords.contains($0) }
    labels = Labels(table, words, before: values.min() ?? 0)
    if columns.values.isEmpty {
      found.tellLeftOut(table, options, into: &diagnostics)
    }
    guard !values.isEmpty else {
      diagnostics.add(noValues(hasNumbers: !found.left.isEmpty))
      return nil
    }
    let unnamed = values.filter { table.header[$0].text.isEmpty }
    for column in unnamed { diagnostics.add(table.unnamed(column)) }
    if !unnamed.isEmpty { return nil }
  }

  private func noValues(hasNumbers: Bool) -> Diagnostic {
    let suggestion = Text(
      "name the columns: \(options.joined(separator: ", "))",
      "请用 \(options.joined(separator: "、")) 指定列")
    return table.fault(
      .csvUnknownColumn,
      hasNumbers
        ? Text("no column of numbers is left to read", "除未采用的列外没有数值列")
        : Text("no column holds numbers beside the years", "除年份外没有数值列"),
      suggestion: options.isEmpty ? nil : suggestion)
  }

  func read(into diagnostics: inout DiagnosticCollection) -> [ObservedTable.Series] {
    let years = table.rows.map { $0[year] }
    guard years.contains(where: { WrittenYear($0.text) != nil }) || years.isEmpty else {
      diagnostics.add(noYears)
      return []
    }
    for column in values where table.rows.allSatisfy({ $0[column].text.isEmpty }) {
      diagnostics.add(
        table.header[column].error(
          .csvMissingRow, Text("this column holds no values", "此列没有数值")))
    }
    tellYears(years, into: &diagnostics)
    let used = table.rows.indices.filter { row in
      values.contains { !table.rows[row][$0].text.isEmpty }
    }
    tellMissingSigns(
      in: used.flatMap { row in values.map { table.rows[row][$0] } }, into: &diagnostics)
    let key = keyColumns(of: used)
    tellOwn(key, used, into: &diagnostics)
    let groups = groups(of: used, by: key)
    for group in groups { tellFaults(of: group, key, into: &diagnostics) }
    let names = labels.names(of: groups.map { $0[0] }, key: key)
    let all = zip(groups, names).flatMap { group, name in
      series(of: group, groups.count > 1 ? name : "", into: &diagnostics)
    }
    for name in wanted where !all.contains(where: { $0.name == name }) {
      diagnostics.add(table.unknown(name))
    }
    return wanted.isEmpty ? all : all.filter { wanted.contains($0.name) }
  }

  private var noYears: Diagnostic {
    let cell = table.header[year]
    let meant = table.header.indices.first { holdsYears(table.rows, $0) }
    let option = options.contains("--year")
    return cell.error(
      .csvBadYear,
      Text("column '\(excerpt(cell.text))' holds no years", "列 '\(excerpt(cell.text))' 中没有年份"),
      suggestion: meant.map { column in
        let name = excerpt(table.header[column].text)
        return option
          ? Text("name the column of the years: --year '\(name)'", "请指定年份列：--year '\(name)'")
          : Text("call the column of the years 'year': '\(name)'?", "请把年份列命名为“年份”：'\(name)'？")
      } ?? (option ? Text("name the column of the years with --year", "请用 --year 指定年份列") : nil))
  }

  // MARK: - Of which series a row is

  private func isComplete(_ column: Int, _ rows: [Int]) -> Bool {
    rows.allSatisfy { !labels.word(column, $0).isEmpty }
  }

  /// Whether a column differs in every row, and so names rows and no series.
  private func isOwn(_ column: Int, _ rows: [Int]) -> Bool {
    rows.count > 2 && Set(rows.map { labels.word(column, $0) }).count == rows.count
  }

  /// Tells which columns differ in every row and are taken for no name.
  private func tellOwn(_ key: [Int], _ rows: [Int], into diagnostics: inout DiagnosticCollection) {
    for column in labels.columns
    where !key.contains(column) && isComplete(column, rows) && isOwn(column, rows) {
      let cell = table.header[column]
      diagnostics.add(
        cell.warning(
          .csvUnknownColumn,
          Text(
            "column '\(excerpt(cell.text))' differs in every row: it is taken for a remark and names no series",
            "列 '\(excerpt(cell.text))' 各行均不相同：视为备注，不用于区分序列")))
    }
  }

  /// The columns that tell series apart: all of words, and others where a year would stand twice.
  private func keyColumns(of rows: [Int]) -> [Int] {
    let complete = labels.columns.filter { isComplete($0, rows) }
    let own = complete.filter { isOwn($0, rows) }
    var key = complete.filter { !own.contains($0) }
    let more =
      own + [labels.unitColumn].compactMap(\.self)
      + labels.remarks.filter { isComplete($0, rows) }
    for column in more where hasYearTwice(rows, key) { key.append(column) }
    return hasYearTwice(rows, key) ? complete.filter { !own.contains($0) } : key
  }

  private func hasYearTwice(_ rows: [Int], _ key: [Int]) -> Bool {
    groups(of: rows, by: key).contains { repeatedYear(in: $0) != nil }
  }

  private func groups(of rows: [Int], by columns: [Int]) -> [[Int]] {
    var places: [[String]: Int] = [:]
    var groups: [[Int]] = []
    for row in rows {
      let words = columns.map { labels.word($0, row) }
      let place = places[words] ?? groups.count
      if place == groups.count { groups.append([]) }
      places[words] = place
      groups[place].append(row)
    }
    return groups
  }

  private func repeatedYear(in rows: [Int]) -> (first: Int, second: Int)? {
    var seen: [Int: Int] = [:]
    for row in rows {
      guard let written = WrittenYear(table.rows[row][year].text) else { continue }
      if let first = seen.updateValue(row, forKey: written.year) { return (first, row) }
    }
    return nil
  }

  /// A year that stands twice, a unit that changes, a source that changes.
  private func tellFaults(
    of rows: [Int], _ key: [Int], into diagnostics: inout DiagnosticCollection
  ) {
    if let twice = repeatedYear(in: rows) {
      let cell = table.rows[twice.second][year]
      let line = table.rows[twice.first][year].location.line
      diagnostics.add(
        cell.error(
          .decreasingYears,
          Text(
            "the year \(cell.text) stands twice, first in line \(line)",
            "年份 \(cell.text) 重复出现，首次在第 \(line) 行"),
          suggestion: Text(
            "write each year once, or add a column that names the series",
            "每个年份只写一次，或增加一列注明所属序列")))
    }
    let others = [labels.unitColumn].compactMap(\.self) + labels.remarks
    for column in others where !key.contains(column) {
      let change = zip(rows, rows.dropFirst()).first { first, second in
        let old = labels.word(column, first)
        let new = labels.word(column, second)
        return !old.isEmpty && !new.isEmpty && old != new
      }
      guard let change else { continue }
      tellChange(column, change, into: &diagnostics)
    }
  }

  private func tellChange(
    _ column: Int, _ change: (Int, Int), into diagnostics: inout DiagnosticCollection
  ) {
    let old = labels.word(column, change.0)
    let new = labels.word(column, change.1)
    let cell = table.rows[change.1][column]
    let name = excerpt(table.header[column].text)
    let when = excerpt(table.rows[change.1][year].text)
    if column == labels.unitColumn, StatedUnit.agree(old, new) != true {
      diagnostics.add(
        cell.error(
          .unitConflict,
          Text(
            "the unit changes within the series in \(when): from '\(excerpt(old))' to '\(excerpt(new))'",
            "序列的单位在 \(when) 年由 '\(excerpt(old))' 变为 '\(excerpt(new))'"),
          suggestion: Text("convert all values to one unit", "请把全部数值换算成同一单位")))
    } else if table.header[column].isNameOfSources {
      diagnostics.add(
        cell.warning(
          .seriesChanges,
          Text(
            "'\(name)' changes within the series in \(when): from '\(excerpt(old))' to '\(excerpt(new))'",
            "'\(name)' 在 \(when) 年由 '\(excerpt(old))' 变为 '\(excerpt(new))'，同属一个序列"),
          suggestion: Text("make sure that both count the same", "请确认前后口径一致")))
    }
  }

  private func series(
    of group: [Int], _ name: String, into diagnostics: inout DiagnosticCollection
  ) -> [ObservedTable.Series] {
    values.compactMap { column in
      let heading = table.header[column]
      let points = group.compactMap { row in
        point(year: table.rows[row][year], value: table.rows[row][column], into: &diagnostics)
      }
      guard !points.isEmpty else { return nil }
      let words = name.isEmpty ? [] : [name]
      let place = name.isEmpty ? heading : labels.place(group[0])
      return ObservedTable.Series(
        name: (values.count > 1 || name.isEmpty ? words + [heading.text] : words)
          .joined(separator: " · "), points: points, column: heading.text,
        unit: StatedUnit.bracketed(heading.text).unit ?? labels.unit(group[0])
          ?? table.statedUnit(of: column), place: place.location, length: place.length)
    }
  }
}

extension CSVTable {
  /// That there is no such column.
  fileprivate func unknown(_ name: String) -> Diagnostic {
    unknownColumn(name, at: header[0].location, length: header[0].length)
  }
}

extension CSVTable.Cell {
  /// Whether a column under this name says where values come from.
  fileprivate var isNameOfSources: Bool {
    ["source", "sources", "data source", "来源", "数据来源", "资料来源"].contains(text.lowercased())
  }
}

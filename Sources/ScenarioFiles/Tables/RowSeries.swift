import Diagnostics
import Tables

/// A table with the years in its header.
struct RowSeries {
  private let table: CSVTable
  private let years: [Int]
  /// The columns of words, names on the first row of a block filled in.
  private let labels: Labels

  init(_ table: CSVTable, years: [Int]) {
    self.table = table
    self.years = years
    let others = table.header.indices.filter { !years.contains($0) }
    let first = years.min() ?? 0
    labels = Labels(
      table, others.filter { $0 < first || !table.isOfNumbers($0) }, before: first)
  }

  /// The columns behind the first year that hold numbers and are no years.
  private var numberColumns: [Int] {
    let first = years.min() ?? 0
    return table.header.indices.filter {
      $0 > first && !years.contains($0) && table.isOfNumbers($0)
    }
  }

  /// The series of all rows, or of those that hold one of some words.
  ///
  /// - Parameters:
  ///   - wanted: The words; none for all rows.
  ///   - leavesOutPercentages: Whether rows of cells as `8.2%` are left out and told.
  ///   - diagnostics: Takes up what is wrong or odd.
  /// - Returns: The series, in the order of the rows; rows without a value are none.
  func read(
    _ wanted: [String], leavesOutPercentages: Bool,
    into diagnostics: inout DiagnosticCollection
  ) -> [ObservedTable.Series] {
    for column in numberColumns { diagnostics.add(noYear(table.header[column])) }
    let places = table.rows.indices.filter { row in
      if leavesOutPercentages, let cell = percentage(in: row) {
        diagnostics.add(leftOut(labels.place(row), cell))
        return false
      }
      return wanted.isEmpty || wanted.contains { labels.has($0, row) }
    }
    for word in wanted where !table.rows.indices.contains(where: { labels.has(word, $0) }) {
      diagnostics.add(
        table.fault(
          .csvUnknownColumn,
          Text(
            "no row of '\(table.path)' is called '\(excerpt(word))'",
            "'\(table.path)' 中没有名为 '\(excerpt(word))' 的行")))
    }
    if let twice = yearTwice { diagnostics.add(twice) }
    return series(of: places, into: &diagnostics)
  }

  /// The series of rows; those without a value are none, those without a name are told.
  private func series(
    of places: [Int], into diagnostics: inout DiagnosticCollection
  ) -> [ObservedTable.Series] {
    tellYears(years.map { table.header[$0] }, into: &diagnostics)
    let cells = places.flatMap { row in years.map { table.rows[row][$0] } }
    tellMissingSigns(in: cells, into: &diagnostics)
    let names = labels.names(of: Array(table.rows.indices))
    var seen: [String: Int] = [:]
    return places.compactMap { row in
      let cells = table.rows[row]
      let points = years.compactMap {
        point(year: table.header[$0], value: cells[$0], into: &diagnostics)
      }
      guard !points.isEmpty else { return nil }
      let name = names[row]
      let place = labels.place(row)
      guard !name.isEmpty else {
        diagnostics.add(noName(cells[0]))
        return nil
      }
      if let first = seen.updateValue(row, forKey: name) {
        diagnostics.add(sameName(place, name, as: table.rows[first][0].location.line))
      }
      return ObservedTable.Series(
        name: name, points: points, column: nil, unit: unit(of: row, name),
        place: place.location, length: place.length)
    }
  }

  /// The first cell as `8.2%` of a row that is written so for the most part.
  private func percentage(in row: Int) -> CSVTable.Cell? {
    let cells = years.map { table.rows[row][$0] }.filter { !$0.text.isEmpty && !$0.isMissingSign }
    let percent = cells.filter {
      if case .percent = WrittenNumber($0.text) { true } else { false }
    }
    return 2 * cells.count(where: \.isNumber) < cells.count ? percent.first : nil
  }

  private func leftOut(_ place: CSVTable.Cell, _ cell: CSVTable.Cell) -> Diagnostic {
    let name = excerpt(place.text)
    let shown = excerpt(cell.text)
    return place.warning(
      .csvUnknownColumn,
      Text(
        "row '\(name)' holds percentages, as '\(shown)', and is not judged",
        "行 '\(name)' 为百分数，如 '\(shown)'，未作判断"),
      suggestion: Text("name it with --value if it is a series", "如需判断请用 --value 指定该行"))
  }

  private func noName(_ cell: CSVTable.Cell) -> Diagnostic {
    cell.error(
      .csvMissingRow, Text("this row of numbers has no name", "此行为数值但没有名称"),
      suggestion: Text(
        "write in a column before the years what it counts", "请在年份之前的列写明该行的项目名称"))
  }

  private func unit(of row: Int, _ name: String) -> String? {
    labels.unit(row) ?? StatedUnit.bracketed(name).unit
      ?? years.lazy.compactMap { WrittenYear(table.header[$0].text)?.unit }.first
      ?? table.titles.lazy.compactMap { StatedUnit.titled($0.text) }.first
  }

  private var yearTwice: Diagnostic? {
    var seen: [Int: CSVTable.Cell] = [:]
    for column in years {
      let cell = table.header[column]
      guard let year = WrittenYear(cell.text)?.year else { continue }
      if let first = seen.updateValue(cell, forKey: year) {
        return cell.error(
          .decreasingYears,
          Text(
            "the year \(year) stands twice: '\(excerpt(first.text))' and '\(excerpt(cell.text))'",
            "年份 \(year) 重复出现：'\(excerpt(first.text))' 与 '\(excerpt(cell.text))'"),
          suggestion: Text("write each year once", "每个年份只写一次"))
      }
    }
    return nil
  }

  private func noYear(_ cell: CSVTable.Cell) -> Diagnostic {
    cell.warning(
      .csvUnknownColumn,
      Text(
        "column '\(excerpt(cell.text))' holds numbers and is no year: it is left out",
        "列 '\(excerpt(cell.text))' 为数值但不是年份，未予采用"))
  }

  private func sameName(_ cell: CSVTable.Cell, _ name: String, as line: Int) -> Diagnostic {
    cell.error(
      .duplicateSeries,
      Text(
        "this row is called '\(excerpt(name))' like that of line \(line)",
        "此行与第 \(line) 行同名：'\(excerpt(name))'"),
      suggestion: Text(
        "add them up in one row, or give each a name of its own", "请合并为一行，或各自写明不同名称"))
  }
}

extension CSVTable {
  /// Whether a column holds numbers and nothing else but gaps.
  func isOfNumbers(_ column: Int) -> Bool {
    var hasNumber = false
    for row in rows {
      let cell = row[column]
      if cell.text.isEmpty || cell.isMissingSign { continue }
      guard cell.isNumber || cell.isDecoratedNumber else { return false }
      hasNumber = true
    }
    return hasNumber
  }
}

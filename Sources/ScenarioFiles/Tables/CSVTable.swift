package import Diagnostics
import Tables

/// A table read from a comma-separated file: a header and rows of as many cells.
public struct CSVTable: Sendable {
  /// One cell with its place.
  package struct Cell: Hashable, Sendable {
    /// The text without its quotes.
    package let text: String
    /// Where the cell starts, its quote included.
    package let location: SourceLocation
    /// The characters to underline.
    package let length: Int
  }

  /// The value of one year.
  public struct Point: Hashable, Sendable {
    /// The year.
    public let year: Int
    /// The value, in the unit the scenario names for the column.
    public let value: Double
    /// Where the value stands.
    package let location: SourceLocation
    /// The characters of the value.
    package let length: Int
    /// Where the year stands.
    package let yearLocation: SourceLocation
  }

  /// The path of the file, as the scenario names it.
  package let path: String
  /// The cells of the heading.
  package let header: [Cell]
  /// The other rows, each with as many cells as the header.
  package let rows: [[Cell]]
  /// The cells of a row of units under the heading; empty where there is none.
  let units: [Cell]
  /// The cells above the heading: titles, of which one may name the unit.
  let titles: [Cell]
  /// The column of the years: the first one called year, 年 or 年份, else one that holds years, else
  /// the first.
  package let yearColumn: Int

  /// Reads a table.
  ///
  /// RFC 4180 with a header: quoted cells, `""` for a quote, any line break. Spaces around a cell
  /// are dropped unless quoted; empty rows, a line `sep=,`, titles above the heading and notes below
  /// the table are left out, and a row of units under the heading is kept apart. Rows that do not fit
  /// the header are reported and left out.
  ///
  /// - Parameters:
  ///   - source: The text of the file.
  ///   - diagnostics: Takes up all faults that are found.
  /// - Returns: The table, or nothing if its form is broken.
  package static func read(
    _ source: SourceText, into diagnostics: inout DiagnosticCollection
  ) -> CSVTable? {
    var scanner = CSVScanner(source)
    let rows = scanner.rows().filter { !$0.allSatisfy(\.text.isEmpty) }
    diagnostics.add(contentsOf: scanner.diagnostics)
    if scanner.diagnostics.hasErrors { return nil }
    let parts = CSVParts(rows)
    guard let header = parts.header else {
      diagnostics.add(
        Diagnostic(
          .error, code: .emptyFile, message: Text("the table is empty", "表格是空的"),
          at: SourceLocation(path: source.path, line: 1, column: 1)))
      return nil
    }
    let line = header.first.flatMap { source.line($0.location.line) } ?? ""
    let faults = parts.headingFault.map { [$0] } ?? headerFaults(header, line: line)
    for fault in faults { diagnostics.add(fault) }
    guard faults.isEmpty else { return nil }
    let fitting = parts.rows.filter { row in
      if row.count == header.count { return true }
      diagnostics.add(raggedRow(row, expected: header.count))
      return false
    }
    return CSVTable(
      path: source.path, header: header, rows: fitting, units: parts.units, titles: parts.titles,
      yearColumn: findYearColumn(header, fitting))
  }

  /// The values of a column by year, in the order of the rows.
  ///
  /// - Parameters:
  ///   - name: The name in the header.
  ///   - place: The value in the scenario that names the column; a missing column is told there.
  ///   - skippingEmpty: Whether rows with an empty cell, or with a sign for no value, are gaps;
  ///     otherwise they are faults.
  ///   - diagnostics: Takes up a fault for each cell that is no number, and each year that is none.
  /// - Returns: The points of all rows without a fault; nothing if there is no such column.
  package func column(
    named name: String, at place: Node, skippingEmpty: Bool = false,
    into diagnostics: inout DiagnosticCollection
  ) -> [Point]? {
    guard let index = header.firstIndex(where: { $0.text == name }) else {
      diagnostics.add(unknownColumn(name, at: place.location, length: place.length))
      return nil
    }
    if skippingEmpty {
      tellMissingSigns(in: rows.map { $0[index] }, into: &diagnostics)
      tellMarks(of: rows.map { $0[yearColumn] }, into: &diagnostics)
    }
    return rows.compactMap { row in
      if skippingEmpty, row[index].text.isEmpty || row[index].isMissingSign { return nil }
      let year = readYear(row[yearColumn], into: &diagnostics)
      let value = readNumber(row[index], into: &diagnostics)
      guard let year, let value else { return nil }
      return Point(
        year: year, value: value, location: row[index].location, length: row[index].length,
        yearLocation: row[yearColumn].location)
    }
  }

  /// That the table has no such column, with those it has.
  func unknownColumn(_ name: String, at location: SourceLocation, length: Int) -> Diagnostic {
    let names = header.map(\.text).filter { !$0.isEmpty }
    let known = names.map { "'\(excerpt($0))'" }.prefix(8).joined(separator: ", ")
    let meant = closestName(to: name, among: names)
    return Diagnostic(
      .error, code: .csvUnknownColumn,
      message: Text(
        "'\(path)' has no column '\(excerpt(name))'; it has \(known)",
        "'\(path)' 没有名为 '\(excerpt(name))' 的列；现有列：\(known)"),
      at: location, length: length,
      suggestion: meant.map { Text("did you mean '\($0)'?", "是否指 '\($0)'？") })
  }
}

/// What is wrong with a header: another separator, a name twice.
private func headerFaults(_ header: [CSVTable.Cell], line: String) -> [Diagnostic] {
  if let only = header.first, header.count == 1 {
    if let separator = [";", "\t", "，", "；", "|"].first(where: { line.contains($0) }) {
      let shown = separator == "\t" ? Text("tabs", "制表符") : Text("'\(separator)'", "'\(separator)'")
      return [
        only.error(
          .csvSeparator,
          Text(
            "the columns are separated by \(shown), expected commas",
            "列以\(shown)分隔，应为半角逗号"),
          suggestion: Text("save the table as CSV (comma delimited)", "请另存为以逗号分隔的 CSV"))
      ]
    }
  }
  var known: [String: CSVTable.Cell] = [:]
  return header.compactMap { cell in
    guard !cell.text.isEmpty else { return nil }
    if let first = known[cell.text] {
      return cell.error(
        .csvDuplicateHeader,
        Text(
          "two columns are called '\(excerpt(cell.text))'; the first is at column \(first.location.column)",
          "有两列名为 '\(excerpt(cell.text))'；第一列在第 \(first.location.column) 个字符处"))
    }
    known[cell.text] = cell
    return nil
  }
}

private func raggedRow(_ row: [CSVTable.Cell], expected: Int) -> Diagnostic {
  let place = row.count > expected ? row[expected] : row[row.count - 1]
  return place.error(
    .csvRaggedRow,
    Text(
      "this row has \(row.count) cells, the header has \(expected)",
      "此行有 \(row.count) 个单元格，表头有 \(expected) 个"),
    suggestion: row.count > expected
      ? Text(
        "numbers are written without thousands separators; a text with a comma needs quotes",
        "数值不要写千位分隔符；含逗号的文本需加引号") : row.lazy.compactMap { letterSlip(in: $0.text) }.first)
}

extension CSVTable {
  /// The unit that the table states for a column: in its heading, in a row of its own, or in a title.
  func statedUnit(of column: Int) -> String? {
    if let unit = StatedUnit.bracketed(header[column].text).unit { return unit }
    if units.indices.contains(column), !units[column].text.isEmpty { return units[column].text }
    return titles.lazy.compactMap { StatedUnit.titled($0.text) }.first
  }
}

extension CSVTable.Cell {
  /// Something wrong with a cell.
  func error(_ code: DiagnosticCode, _ message: Text, suggestion: Text? = nil) -> Diagnostic {
    Diagnostic(
      .error, code: code, message: message, at: location, length: length, suggestion: suggestion)
  }
}

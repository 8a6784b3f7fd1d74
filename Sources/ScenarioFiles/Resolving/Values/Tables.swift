import CityModel
import Diagnostics

extension Resolver {
  /// Reads a table: one row for each combination of the keys, a number in every other column.
  mutating func resolveTable(
    _ declaration: TableDeclaration, _ entry: Entry, at path: ParameterPath
  ) {
    guard let mapping = readMap(entry, of: [CommonKeys.file]) else {
      return found.fail(path)
    }
    _ = readSource(mapping, at: path)
    guard let file = mapping[CommonKeys.file],
      let csv = files.readTable(namedBy: file.value, into: &diagnostics),
      let table = readRows(of: csv, by: declaration, at: file.value)
    else { return found.fail(path) }
    tables[path] = table
  }

  private mutating func readRows(
    of csv: CSVTable, by declaration: TableDeclaration, at place: Node
  ) -> InputTable? {
    let errorsBefore = diagnostics.errorCount
    guard let keys = keyColumns(of: csv, by: declaration, at: place) else { return nil }
    let valueColumns = csv.header.indices.filter { column in !keys.contains { $0.column == column }
    }
    checkNames(of: valueColumns.map { csv.header[$0] })
    let rowCount = keys.reduce(1) { $0 * $1.words.count }
    var places = [Int?](repeating: nil, count: rowCount)
    for (row, cells) in csv.rows.enumerated() {
      guard let place = placeOfRow(cells, keys) else { continue }
      if let first = places[place] {
        report(.repeatedRow(line: csv.rows[first][0].location.line), at: cells[keys[0].column].span)
      }
      places[place] = row
    }
    if let missing = places.firstIndex(of: nil), diagnostics.errorCount == errorsBefore {
      report(.missingRow(Self.described(missing, keys), in: csv.path), at: place.span)
    }
    var columns: [String: [Double]] = [:]
    for column in valueColumns {
      columns[csv.header[column].text] = places.map { row in
        row.flatMap { readValue(csv.rows[$0][column], within: declaration.bounds) } ?? 0
      }
    }
    return diagnostics.errorCount == errorsBefore ? InputTable(columns: columns) : nil
  }

  private mutating func readValue(
    _ cell: CSVTable.Cell, within bounds: ClosedRange<Double>
  ) -> Double? {
    guard let value = readNumber(cell, into: &diagnostics) else { return nil }
    if !bounds.contains(value) { report(.valueOutOfBounds(cell.text, bounds), at: cell.span) }
    return value
  }

  private mutating func checkNames(of header: [CSVTable.Cell]) {
    for cell in header where cell.text != TableDeclaration.flat {
      if let reason = ScenarioId.fault(cell.text) {
        report(.badId(cell.text, reason: reason), at: cell.span)
      }
    }
    if let flat = header.first(where: { $0.text == TableDeclaration.flat }) {
      report(.flatColumn, at: flat.span)
    }
  }
}

// MARK: - Keys

/// A key column of a table, with the words that may stand in it in their order.
private struct KeyColumn {
  let name: String
  let column: Int
  let words: [String]
}

extension Resolver {
  private mutating func keyColumns(
    of csv: CSVTable, by declaration: TableDeclaration, at place: Node
  ) -> [KeyColumn]? {
    var keys: [KeyColumn] = []
    for key in declaration.keys {
      let words: [String] =
        switch key.domain {
        case .ids(let source): knownIds(source, from: ParameterPath("")) ?? []
        case .numbers(let range): range.map(String.init)
        }
      if let column = csv.header.firstIndex(where: { $0.text == key.name }) {
        keys.append(KeyColumn(name: key.name, column: column, words: words))
      } else {
        report(
          .noKeyColumn(key.name, in: csv.path, among: csv.header.map(\.text)), at: place.span)
      }
    }
    return keys.count == declaration.keys.count ? keys : nil
  }

  /// Where a row stands by its keys; the first of them that is no key is reported.
  private mutating func placeOfRow(_ cells: [CSVTable.Cell], _ keys: [KeyColumn]) -> Int? {
    var place = 0
    for key in keys {
      let cell = cells[key.column]
      guard let index = key.words.firstIndex(of: cell.text) else {
        report(.unknownRow(cell.text, key: key.name, among: key.words), at: cell.span)
        return nil
      }
      place = place * key.words.count + index
    }
    return place
  }

  /// The keys of the row at a place: `day winter, hour 5`.
  private static func described(_ place: Int, _ keys: [KeyColumn]) -> String {
    var rest = place
    var parts: [String] = []
    for key in keys.reversed() {
      parts.append("\(key.name) \(key.words[rest % key.words.count])")
      rest /= key.words.count
    }
    return parts.reversed().joined(separator: ", ")
  }
}

extension CSVTable.Cell {
  /// Where the cell stands.
  var span: Span { Span(location: location, length: length) }
}

// MARK: - Faults

extension Fault {
  fileprivate static func noKeyColumn(
    _ name: String, in file: String, among header: [String]
  ) -> Self {
    Self(
      .csvUnknownColumn, "'\(file)' has no column '\(name)'", "'\(file)' 没有名为 '\(name)' 的列",
      help: meantWord(name, among: header))
  }

  fileprivate static func unknownRow(_ word: String, key: String, among words: [String]) -> Self {
    Self(
      .unknownId, "'\(excerpt(word))' is no \(key) of this table",
      "'\(excerpt(word))' 不是本表的 \(key)", help: meantWord(word, among: words) ?? listing(words))
  }

  fileprivate static func repeatedRow(line: Int) -> Self {
    Self(
      .duplicateKey, "this row stands in line \(line) already", "此行已出现在第 \(line) 行")
  }

  fileprivate static func missingRow(_ keys: String, in file: String) -> Self {
    Self(
      .csvMissingRow, "'\(file)' has no row for \(keys)", "'\(file)' 缺少 \(keys) 的行",
      help: Text("give every hour of every day one row", "每一天的每一小时都要有一行"))
  }

  fileprivate static func valueOutOfBounds(_ text: String, _ bounds: ClosedRange<Double>) -> Self {
    let low = shortNumber(bounds.lowerBound)
    let high = shortNumber(bounds.upperBound)
    return Self(
      .outOfBounds, "\(excerpt(text)) must lie between \(low) and \(high)",
      "\(excerpt(text)) 应在 \(low) 到 \(high) 之间")
  }

  fileprivate static let flatColumn = Self(
    .badId, "'\(TableDeclaration.flat)' is the word for no column at all",
    "'\(TableDeclaration.flat)' 表示不使用任何列，不能作列名")
}

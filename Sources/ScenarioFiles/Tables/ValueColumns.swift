import Diagnostics

/// Which columns of a table hold the values of series, and which hold numbers that are none.
struct ValueColumns {
  /// Why a column of numbers is left out.
  enum Reason {
    case runningNumbers, codes, ratesOrShares
    case percentages(CSVTable.Cell)
    case writtenOtherwise(CSVTable.Cell)
  }

  /// The columns of values.
  let values: [Int]
  /// What holds numbers and is left out.
  let left: [Int: Reason]
  /// What holds numbers, and so no words that name series: all but codes.
  let numeric: Set<Int>

  /// Finds them.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - year: Its column of years.
  ///   - columns: Those that are named.
  ///   - isJudged: Whether the values are judged as emissions.
  init(_ table: CSVTable, year: Int, _ columns: ObservedTable.Columns, isJudged: Bool) {
    let chooses = columns.options.contains("--value")
    var census: [Int: ColumnCensus] = [:]
    for column in table.header.indices where column != year {
      let found = ColumnCensus(table, column)
      let name = MeasuredName(table.header[column].text)
      if found.isNumeric(isOfEmissions: name.isOfEmissions) { census[column] = found }
    }
    var left: [Int: Reason] = [:]
    for (column, cells) in census {
      let name = MeasuredName(table.header[column].text, unit: table.statedUnit(of: column))
      if table.isRunningNumber(column, year: year) {
        left[column] = .runningNumbers
      } else if table.isCode(column, year: year) {
        left[column] = .codes
      } else if isJudged, let first = cells.percent.first, cells.isMostlyOdd {
        left[column] = .percentages(first)
      } else if isJudged, name.isOfRateOrShare {
        left[column] = .ratesOrShares
      }
    }
    let rest = census.filter { left[$0.key] == nil }
    if chooses, rest.contains(where: { Self.isWanted($0.key, $0.value, table) }) {
      for (column, cells) in rest where !Self.isWanted(column, cells, table) {
        left[column] =
          cells.percent.first.map { .percentages($0) }
          ?? cells.odd.first.map { .writtenOtherwise($0) }
      }
    }
    self.left = left
    let named = columns.values.compactMap { name in table.header.firstIndex { $0.text == name } }
    values = named.isEmpty ? census.keys.filter { left[$0] == nil }.sorted() : named
    numeric = Set(census.keys.filter { if case .codes = left[$0] { false } else { true } })
  }

  /// Whether a column is one of values even if others are left out for how they are written: it can be
  /// read, or it is of emissions and must not be passed over.
  private static func isWanted(_ column: Int, _ cells: ColumnCensus, _ table: CSVTable) -> Bool {
    !cells.isMostlyOdd || MeasuredName(table.header[column].text).isOfEmissions
  }

  /// Tells which columns of numbers are left out, and why.
  func tellLeftOut(
    _ table: CSVTable, _ options: [String], into diagnostics: inout DiagnosticCollection
  ) {
    for (column, reason) in left.sorted(by: { $0.key < $1.key }) {
      diagnostics.add(table.leftOut(column, reason.text, options))
    }
  }
}

extension ValueColumns.Reason {
  /// What the column does, behind its name.
  var text: Text {
    switch self {
    case .runningNumbers: Text("holds running numbers", "为序号")
    case .codes: Text("holds codes", "为代码")
    case .ratesOrShares: Text("holds rates of growth or shares", "为增速或占比")
    case .percentages(let cell):
      Text("holds percentages, as '\(excerpt(cell.text))'", "为百分数，如 '\(excerpt(cell.text))'")
    case .writtenOtherwise(let cell):
      Text(
        "holds numbers with thousands separators, marks or units, as '\(excerpt(cell.text))',",
        "的数值带有千位分隔符、标记或单位，如 '\(excerpt(cell.text))'")
    }
  }
}

extension CSVTable {
  /// That a column is not read.
  fileprivate func leftOut(_ column: Int, _ reason: Text, _ options: [String]) -> Diagnostic {
    let name = label(of: column)
    return header[column].warning(
      .csvUnknownColumn,
      Text(
        "\(name) \(reason) and is not judged",
        "\(name) \(reason)，未作判断"),
      suggestion: options.contains("--value")
        ? Text("name it with --value if it is a series", "如需判断请用 --value 指定该列") : nil)
  }

  /// A column by its name, or by its place where it has none.
  private func label(of column: Int) -> Text {
    let name = excerpt(header[column].text)
    return header[column].text.isEmpty
      ? Text("column \(column + 1), without a heading,", "第 \(column + 1) 列（无表头）")
      : Text("column '\(name)'", "列 '\(name)'")
  }

  /// That a column of values has no name.
  func unnamed(_ column: Int) -> Diagnostic {
    header[column].error(
      .csvUnknownColumn,
      Text(
        "column \(column + 1) holds numbers and has no heading", "第 \(column + 1) 列为数值但没有表头"),
      suggestion: Text(
        "write in its heading what it counts and the unit, 'emissions [Mt]', or remove the column",
        "请在表头写明项目与单位，如“排放 [万吨]”，或删除该列"))
  }
}

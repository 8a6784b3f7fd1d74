public import Diagnostics

/// Observed series read from a table that planners keep, by themselves or for a city.
public struct ObservedTable: Sendable {
  /// One series.
  public struct Series: Hashable, Sendable {
    /// What the table calls it: its column, its row, or what its rows have in common.
    public let name: String
    /// Its values, in the order of the table; each year once.
    public let points: [CSVTable.Point]
    /// What tells of which quantity it is: its column, or the unit in its row.
    let quantity: String
  }

  /// Which columns are read; what is not named is found.
  public struct Columns: Sendable {
    /// The column of the years.
    public var year: String?
    /// The columns of the values, or the names of rows where the years stand in the header.
    public var values: [String]
    /// The options of the command by which a person can name columns, for suggestions.
    public var options: [String]

    /// Names columns; see the properties of the same names.
    public init(year: String? = nil, values: [String] = [], options: [String] = []) {
      (self.year, self.values, self.options) = (year, values, options)
    }
  }

  /// The series, none of them empty; none at all where there is an error, or nothing but years to
  /// come.
  public let series: [Series]
  /// Everything found wrong.
  public let diagnostics: DiagnosticCollection
  /// The text of the file, for showing the lines diagnostics speak of; none if it cannot be read.
  public let text: SourceText?
  /// The file with its bytes; none if it cannot be read.
  public let file: InputFile?

  /// Whether all series can be in one unit: they stand in one column, or in rows of one unit.
  public var isOfOneQuantity: Bool { Set(series.map(\.quantity)).count < 2 }

  /// Reads a table of observed values.
  ///
  /// Three forms are known:
  /// - a column of years (`--year`, else one called year, 年 or 年份, else the first) and columns of
  ///   values: those named, else all that hold a number but running numbers (序号, no., id). Each is
  ///   a series.
  /// - the same with rows of several series one below the other: where a year comes twice, the
  ///   columns of words without an empty cell tell the series apart, as many from the left as are
  ///   needed.
  /// - years in the header, as in the IAMC format: each row is a series, named by the words in which
  ///   the rows differ; `values` names rows by any of their words.
  ///
  /// Years may stand in any order. An empty cell is a year without a value; every other cell that is
  /// no number is a fault. What is only odd is a warning: a column left out, a value far from its
  /// neighbours, a year that nobody can have observed, whose value is left out.
  ///
  /// - Parameters:
  ///   - path: The file as the user names it.
  ///   - columns: What to read of it.
  ///   - thisYear: The year that is not over yet, from which on nothing is observed; none to let it be.
  ///   - checksJumps: Whether a value far from its neighbours is told.
  public init(
    path: String, columns: Columns = Columns(), thisYear: Int? = nil, checksJumps: Bool = true
  ) {
    var diagnostics = DiagnosticCollection()
    var files = FileSet(scenarioPath: path, policy: .allowOutside, limits: ReadingLimits())
    var found: [Series] = []
    do throws(Diagnostic) {
      let file = try files.readScenario(at: path)
      if let table = CSVTable.read(file.text, into: &diagnostics) {
        found = table.observedSeries(columns, into: &diagnostics)
        if found.isEmpty, !diagnostics.hasErrors { diagnostics.add(table.withoutValues) }
      }
    } catch {
      diagnostics.add(error)
    }
    let observed = found.map { $0.observed(before: thisYear, into: &diagnostics) }
    for jump in observed.compactMap(\.jump) where checksJumps { diagnostics.add(jump) }
    series = diagnostics.hasErrors ? [] : observed.filter { !$0.points.isEmpty }
    self.diagnostics = diagnostics
    text = files.sources.first
    file = files.files.first
  }
}

extension CSVTable {
  fileprivate func observedSeries(
    _ columns: ObservedTable.Columns, into diagnostics: inout DiagnosticCollection
  ) -> [ObservedTable.Series] {
    let yearColumns = header.indices.filter { header[$0].isYear }
    if columns.year == nil, yearColumns.count > 1, !header[yearColumn].isNameOfYears {
      return RowSeries(self, years: yearColumns).read(columns.values, into: &diagnostics)
    }
    return ColumnSeries(self, columns, into: &diagnostics)?.read(into: &diagnostics) ?? []
  }

  /// That there is nothing to read.
  fileprivate var withoutValues: Diagnostic {
    fault(.csvMissingRow, Text("the table holds no values", "表格中没有数值"))
  }

  /// A fault of the table as a whole, told at its header.
  fileprivate func fault(
    _ code: DiagnosticCode, _ message: Text, suggestion: Text? = nil
  ) -> Diagnostic {
    header[0].error(code, message, suggestion: suggestion)
  }
}

extension CSVTable.Cell {
  /// Whether the cell holds four digits.
  fileprivate var isYear: Bool {
    text.utf8.count == 4 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Whether a column under this name is known to hold years.
  fileprivate var isNameOfYears: Bool { ["year", "年", "年份"].contains(text.lowercased()) }
}

/// A table with the years in a column.
private struct ColumnSeries {
  private let table: CSVTable
  private let year: Int
  private let values: [Int]
  private let options: [String]

  /// Finds the columns; nothing if one that is named does not exist, or none holds a number.
  init?(
    _ table: CSVTable, _ columns: ObservedTable.Columns,
    into diagnostics: inout DiagnosticCollection
  ) {
    (self.table, options) = (table, columns.options)
    var isComplete = true
    func index(of name: String) -> Int? {
      if let index = table.header.firstIndex(where: { $0.text == name }) { return index }
      let place = table.header[0]
      diagnostics.add(table.unknownColumn(name, at: place.location, length: place.length))
      isComplete = false
      return nil
    }
    let year = columns.year.map { index(of: $0) ?? 0 } ?? table.yearColumn
    self.year = year
    let named = columns.values.compactMap { index(of: $0) }
    let numbers = table.header.indices.filter { column in
      column != year && table.rows.contains { $0[column].isNumber }
    }
    let series = numbers.filter { !table.isRunningNumber($0, year: year) }
    values = columns.values.isEmpty ? series : named
    if columns.values.isEmpty { tellLeftOut(of: numbers, into: &diagnostics) }
    guard isComplete else { return nil }
    guard !values.isEmpty else {
      diagnostics.add(noValues)
      return nil
    }
  }

  private var noValues: Diagnostic {
    let suggestion = Text(
      "name the columns: \(options.joined(separator: ", "))",
      "请用 \(options.joined(separator: "、")) 指定列")
    return table.fault(
      .csvUnknownColumn, Text("no column holds numbers beside the years", "除年份外没有数值列"),
      suggestion: options.isEmpty ? nil : suggestion)
  }

  /// Tells which columns of numbers are taken for none that is meant.
  private func tellLeftOut(of numbers: [Int], into diagnostics: inout DiagnosticCollection) {
    for column in numbers where !values.contains(column) {
      diagnostics.add(table.leftOut(column, "holds running numbers", "为序号", options))
    }
    for column in table.decoratedColumns where column != year && !values.contains(column) {
      diagnostics.add(
        table.leftOut(
          column, "holds numbers with signs of their own, as '8.2%'", "的数值带有符号，如 '8.2%'",
          options))
    }
  }

  /// The columns of words, by which rows of several series can be told apart.
  private var labels: [Int] {
    table.header.indices.filter { column in
      column != year && !values.contains(column)
        && table.rows.allSatisfy { !$0[column].isNumber && !$0[column].text.isEmpty }
    }
  }

  func read(into diagnostics: inout DiagnosticCollection) -> [ObservedTable.Series] {
    for column in values where table.rows.allSatisfy({ $0[column].text.isEmpty }) {
      diagnostics.add(
        table.header[column].error(
          .csvMissingRow, Text("this column holds no values", "此列没有数值")))
    }
    let used = table.rows.filter { row in values.contains { !row[$0].text.isEmpty } }
    let candidates = (0...labels.count).map { groups(of: used, by: Array(labels.prefix($0))) }
    let telling = candidates.first { $0.allSatisfy { repeatedYear(in: $0.rows) == nil } }
    let found = telling ?? candidates[0]
    for group in found {
      guard let cell = repeatedYear(in: group.rows) else { continue }
      diagnostics.add(
        cell.error(
          .decreasingYears,
          Text("the year \(cell.text) stands twice", "年份 \(cell.text) 重复出现"),
          suggestion: Text(
            "write each year once, or add a column that names the series",
            "每个年份只写一次，或增加一列注明所属序列")))
    }
    return found.flatMap { group in series(of: group, into: &diagnostics) }
  }

  private typealias Group = (words: [String], rows: [[CSVTable.Cell]])

  private func groups(of rows: [[CSVTable.Cell]], by columns: [Int]) -> [Group] {
    var places: [[String]: Int] = [:]
    var groups: [Group] = []
    for row in rows {
      let words = columns.map { row[$0].text }
      let place = places[words] ?? groups.count
      if place == groups.count { groups.append((words, [])) }
      places[words] = place
      groups[place].rows.append(row)
    }
    return groups
  }

  private func repeatedYear(in rows: [[CSVTable.Cell]]) -> CSVTable.Cell? {
    var seen: Set<String> = []
    return rows.lazy.map { $0[year] }.first { $0.isYear && !seen.insert($0.text).inserted }
  }

  private func series(
    of group: Group, into diagnostics: inout DiagnosticCollection
  ) -> [ObservedTable.Series] {
    values.compactMap { column in
      let words = group.words.filter { !$0.isEmpty }
      let name = values.count > 1 || words.isEmpty ? words + [table.header[column].text] : words
      let points = group.rows.compactMap { row in
        row[column].text.isEmpty
          ? nil : point(year: row[year], value: row[column], into: &diagnostics)
      }
      return points.isEmpty
        ? nil
        : ObservedTable.Series(
          name: name.joined(separator: " · "), points: points, quantity: table.header[column].text)
    }
  }
}

/// A table with the years in its header.
private struct RowSeries {
  private let table: CSVTable
  private let years: [Int]

  init(_ table: CSVTable, years: [Int]) { (self.table, self.years) = (table, years) }

  /// The series of all rows, or of those that hold one of some words.
  func read(
    _ wanted: [String], into diagnostics: inout DiagnosticCollection
  ) -> [ObservedTable.Series] {
    let words = table.header.indices.filter { !years.contains($0) }
    for word in wanted where !table.rows.contains(where: { has(word, $0, in: words) }) {
      diagnostics.add(
        table.fault(
          .csvUnknownColumn,
          Text(
            "no row of '\(table.path)' is called '\(excerpt(word))'",
            "'\(table.path)' 中没有名为 '\(excerpt(word))' 的行")))
    }
    let rows = table.rows.filter { row in
      wanted.isEmpty || wanted.contains { has($0, row, in: words) }
    }
    let differing = words.filter { column in Set(table.rows.map { $0[column].text }).count > 1 }
    return rows.compactMap { row in
      let points = years.compactMap { column in
        row[column].text.isEmpty
          ? nil : point(year: table.header[column], value: row[column], into: &diagnostics)
      }
      let name = (differing.isEmpty ? words : differing).map { row[$0].text }
        .filter { !$0.isEmpty }.joined(separator: " · ")
      return points.isEmpty
        ? nil : ObservedTable.Series(name: name, points: points, quantity: unit(of: row))
    }
  }

  private func unit(of row: [CSVTable.Cell]) -> String {
    table.header.firstIndex { ["unit", "units", "单位"].contains($0.text.lowercased()) }
      .map { row[$0].text } ?? ""
  }

  private func has(_ word: String, _ row: [CSVTable.Cell], in columns: [Int]) -> Bool {
    columns.contains { row[$0].text == word }
  }
}

private func point(
  year: CSVTable.Cell, value: CSVTable.Cell, into diagnostics: inout DiagnosticCollection
) -> CSVTable.Point? {
  let (calendarYear, number) = (
    readYear(year, into: &diagnostics), readNumber(value, into: &diagnostics)
  )
  guard let calendarYear, let number else { return nil }
  return CSVTable.Point(
    year: calendarYear, value: number, location: value.location, length: value.length,
    yearLocation: year.location)
}

public import Diagnostics
import Tables

/// Observed series read from a table that planners keep, by themselves or for a city.
public struct ObservedTable: Sendable {
  /// One series.
  public struct Series: Hashable, Sendable {
    /// What the table calls it: its column, its row, or what its rows have in common.
    public let name: String
    /// Its values, in the order of the table; each year once.
    public let points: [CSVTable.Point]
    /// The column its values stand in; none where the years stand in the heading.
    public let column: String?
    /// The unit that the table states for it, if it does.
    package let unit: String?
    /// Where its name stands.
    public let place: SourceLocation
    /// The characters of the name.
    package let length: Int
    /// What tells of which quantity it is: its column and its unit.
    var quantity: String { (column ?? "") + "\u{1}" + (unit ?? "") }
  }

  /// Which columns are read; what is not named is found.
  public struct Columns: Sendable {
    /// The column of the years.
    package var year: String?
    /// The columns of the values, or the names of rows or series.
    package var values: [String]
    /// The unit that the values are taken for; one that the table contradicts is an error.
    package var unit: String?
    /// The options of the command by which a person can name columns, for suggestions.
    package var options: [String]

    /// Names columns; see the properties of the same names.
    public init(
      year: String? = nil, values: [String] = [], unit: String? = nil, options: [String] = []
    ) {
      self.year = year
      self.values = values
      self.unit = unit
      self.options = options
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

  /// The unit of all series, where the table states one outside of their names.
  public var hiddenUnit: String? {
    let units = Set(series.map(\.unit))
    guard units.count == 1, let unit = units.first ?? nil,
      !series.contains(where: { $0.name.contains(unit) })
    else { return nil }
    return unit
  }

  /// Reads a table of observed values.
  ///
  /// Three forms are known:
  /// - a column of years (`--year`, else one called year, 年 or 年份, else one that holds years) and
  ///   columns of values: those named, else all that hold a number but running numbers (序号, no., id)
  ///   and codes (区划代码, scope). Each is a series. A heading of two rows, the upper of merged cells,
  ///   is joined: `碳排放 总量（万吨）`.
  /// - the same with rows of several series one below the other: every column of words tells of which
  ///   series a row is, but for those that differ in every row, and for remarks and sources, which
  ///   count only where a year would stand twice. A name on the first row of a block is that of the
  ///   whole block. A unit that changes within a series is an error.
  /// - years in the header, as in the IAMC format: each row is a series, named by the words in which
  ///   the rows differ; `values` names rows by any of their words. Columns of numbers that are no
  ///   years are left out and told; two rows of one name are an error.
  ///
  /// Years may stand in any order and be written as `2014年`, `X2014`, `2014.0`, `2014/15` (the first
  /// of the two) or with a mark (`2021*`, `2021（初步核算）`), which is told. An empty cell, or a sign for
  /// no value (`…`, `-`, `NE`), is a year without a value; every other cell that is no number is a
  /// fault. What is only odd is a warning: a column left out, a value far from its neighbours, zeros
  /// and changing signs, a year that nobody can have observed, whose value is left out.
  ///
  /// - Parameters:
  ///   - path: The file as the user names it.
  ///   - columns: What to read of it.
  ///   - thisYear: The year that is not over yet, from which on nothing is observed; none to let it be.
  ///   - checksValues: Whether the values are judged as emissions: rates of growth and shares are then
  ///     left out unless they are named, and values told that are far from their neighbours, zeros, or
  ///     of both signs.
  public init(
    path: String, columns: Columns = Columns(), thisYear: Int? = nil, checksValues: Bool = true
  ) {
    var diagnostics = DiagnosticCollection()
    var files = FileSet(scenarioPath: path, policy: .allowOutside, limits: ReadingLimits())
    var found: [Series] = []
    do throws(Diagnostic) {
      let file = try files.readScenario(at: path)
      if let table = CSVTable.read(file.text, into: &diagnostics) {
        found = table.observedSeries(columns, isJudged: checksValues, into: &diagnostics)
        if checksValues, columns.values.isEmpty {
          found = ObservedTable.leaveOutRates(of: found, columns.options, into: &diagnostics)
        }
        if found.isEmpty, !diagnostics.hasErrors { diagnostics.add(table.withoutValues) }
      }
    } catch {
      diagnostics.add(error)
    }
    let observed = found.map { $0.observed(before: thisYear, into: &diagnostics) }
    for series in observed where checksValues {
      for oddity in series.oddities { diagnostics.add(oddity) }
    }
    let isOne = Set(found.map(\.quantity)).count < 2 || !columns.values.isEmpty
    if let unit = columns.unit, isOne {
      var told: Set<String> = []
      for series in observed where told.insert(series.unit ?? "").inserted {
        if let fault = series.contradiction(of: unit) { diagnostics.add(fault) }
      }
    }
    series = diagnostics.hasErrors ? [] : observed.filter { !$0.points.isEmpty }
    self.diagnostics = diagnostics
    text = files.sources.first
    file = files.files.first
  }
}

extension ObservedTable {
  /// The series without rates of growth and shares, by the names and units of rows; those are told.
  fileprivate static func leaveOutRates(
    of found: [Series], _ options: [String], into diagnostics: inout DiagnosticCollection
  ) -> [Series] {
    let rates = found.filter { MeasuredName($0.name, unit: $0.unit).isOfRateOrShare }
    guard let first = rates.first else { return found }
    let list = rates.prefix(4).map { "'\(excerpt($0.name))'" }.joined(separator: ", ")
    let more = rates.count > 4 ? ", …" : ""
    diagnostics.add(
      Diagnostic(
        .warning, code: .csvUnknownColumn,
        message: Text(
          "\(list)\(more): rates of growth or shares are not judged (\(rates.count) series)",
          "\(list)\(more) 为增速或占比，未作判断（\(rates.count) 个序列）"),
        at: first.place, length: first.length,
        suggestion: options.contains("--value")
          ? Text("name it with --value if it is a series of emissions", "如需判断请用 --value 指定") : nil))
    let left = found.filter { !MeasuredName($0.name, unit: $0.unit).isOfRateOrShare }
    if left.isEmpty {
      diagnostics.add(
        Diagnostic(
          .error, code: .csvMissingRow,
          message: Text("nothing else is left to judge", "没有其他可判断的序列"), at: first.place,
          length: first.length))
    }
    return left
  }
}

extension CSVTable {
  fileprivate func observedSeries(
    _ columns: ObservedTable.Columns, isJudged: Bool,
    into diagnostics: inout DiagnosticCollection
  ) -> [ObservedTable.Series] {
    let years = header.indices.filter { WrittenYear(header[$0].text) != nil }
    if columns.year == nil, years.count > 1, !holdsYears(rows, yearColumn) {
      return RowSeries(self, years: years).read(
        columns.values, leavesOutPercentages: isJudged && columns.values.isEmpty,
        into: &diagnostics)
    }
    return ColumnSeries(self, columns, isJudged: isJudged, into: &diagnostics)?
      .read(into: &diagnostics) ?? []
  }

  /// That there is nothing to read.
  fileprivate var withoutValues: Diagnostic {
    fault(.csvMissingRow, Text("the table holds no values", "表格中没有数值"))
  }

  /// A fault of the table as a whole, told at its header.
  func fault(
    _ code: DiagnosticCode, _ message: Text, suggestion: Text? = nil
  ) -> Diagnostic {
    header[0].error(code, message, suggestion: suggestion)
  }
}

/// One value with its year; nothing where there is none, or the year is one of a projection.
func point(
  year: CSVTable.Cell, value: CSVTable.Cell, into diagnostics: inout DiagnosticCollection
) -> CSVTable.Point? {
  guard !value.text.isEmpty, !value.isMissingSign else { return nil }
  if WrittenYear(year.text)?.isProjected == true { return nil }
  let calendarYear = readYear(year, into: &diagnostics)
  let number = readNumber(value, into: &diagnostics)
  guard let calendarYear, let number else { return nil }
  return CSVTable.Point(
    year: calendarYear, value: number, location: value.location, length: value.length,
    yearLocation: year.location)
}

/// Tells what years say beside their number; those of projections are left out.
func tellYears(_ cells: [CSVTable.Cell], into diagnostics: inout DiagnosticCollection) {
  let projected = cells.filter { WrittenYear($0.text)?.isProjected == true }
  tellMarks(of: cells.filter { WrittenYear($0.text)?.isProjected != true }, into: &diagnostics)
  guard let first = projected.first else { return }
  diagnostics.add(
    first.warning(
      .yearOutOfRange,
      Text(
        "'\(excerpt(first.text))' is no year of observations: \(projected.count == 1 ? "it is" : "such years are") left out",
        "'\(excerpt(first.text))' 不是观测年份，未予采用")))
}

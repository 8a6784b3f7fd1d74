public import Diagnostics

/// A series of a table: the values of one thing by year.
public struct TableSeries: Sendable {
  /// The value of one year.
  public struct Point: Hashable, Sendable {
    /// The year.
    public let year: Int
    /// The value, in the unit of the series.
    public let value: Double
    /// Where the value stands.
    let cell: GridPlace
    /// Where the year stands.
    let yearCell: GridPlace
    /// Whether a mark says that it may still change.
    public let isProvisional: Bool
  }

  /// A word that tells what the series is of.
  public struct Label: Hashable, Sendable {
    /// The heading of the column that the word stands in.
    public let column: String
    /// The word.
    public let word: String
  }

  /// The shortest name that tells it from the others: words before codes.
  public let name: String
  /// All words that tell what it is of.
  public let labels: [Label]
  /// Its values, in the order of the table; each year once.
  public let points: [Point]
  /// The column its values stand in; none where the years stand in the headings.
  public let column: String?
  /// The unit that the table states for it, if it does.
  public let unit: String?
  /// Where its name stands.
  public let place: Span
  /// The cells it was read from.
  let grid: Grid

  /// Where the value of a point stands.
  public func span(of point: Point) -> Span { grid.span(point.cell) }

  /// Where the year of a point stands.
  public func yearSpan(of point: Point) -> Span { grid.span(point.yearCell) }

  /// The series under another name, or with fewer points.
  func with(name: String? = nil, points: [Point]? = nil) -> TableSeries {
    TableSeries(
      name: name ?? self.name, labels: labels, points: points ?? self.points, column: column,
      unit: unit, place: place, grid: grid)
  }
}

/// The series of the tables on a sheet, and what was found wrong or told.
public struct SeriesReading: Sendable {
  /// The tables.
  public let tables: [UnderstoodTable]
  /// The series, none of them empty.
  public let series: [TableSeries]
  /// Everything found wrong with what is wanted, and told of it.
  public let diagnostics: DiagnosticCollection

  /// Reads the series of a sheet or of a text.
  ///
  /// Every column of words tells of which series a row is, but for those that differ in every row, and
  /// for remarks and sources, which count only where a year would stand twice. A name on the first row
  /// of a block is that of the whole block. A unit that changes within a series is an error, a label that
  /// changes where one series ends and another begins is told. A fault in a row that is not wanted does
  /// no harm.
  ///
  /// - Parameters:
  ///   - grid: The cells.
  ///   - pick: What is wanted of them.
  public init(_ grid: Grid, pick: TablePick = TablePick()) {
    tables = UnderstoodTable.all(in: grid, pick: pick)
    var diagnostics = DiagnosticCollection()
    var all: [TableSeries] = []
    var known = PickedNames(pick)
    for table in tables {
      let title = tables.count > 1 ? table.titles.first : nil
      var reader = SeriesReader(table, pick, title: title)
      all += reader.read(&known)
      diagnostics.add(contentsOf: reader.diagnostics)
    }
    for fault in known.faults(in: tables) { diagnostics.add(fault) }
    if all.isEmpty, !diagnostics.hasErrors {
      diagnostics.add(
        Diagnostic(
          .error, code: .csvMissingRow, message: Text("the table holds no values", "表格中没有数值"),
          at: tables.first?.headingSpan ?? grid.wholeSpan))
    }
    series = Self.toldApart(all)
    self.diagnostics = diagnostics
  }

  /// Series of several tables, with the title of the table before a name that several have.
  private static func toldApart(_ all: [TableSeries]) -> [TableSeries] {
    var counts: [String: Int] = [:]
    for series in all { counts[series.name, default: 0] += 1 }
    return all.map { series in
      guard counts[series.name, default: 0] > 1, let title = series.labels.first,
        title.column.isEmpty, !series.name.hasPrefix(title.word)
      else { return series }
      return series.with(name: "\(title.word) · \(series.name)")
    }
  }
}

extension UnderstoodTable {
  /// The first cell of the headings, at which faults of the table as a whole are told.
  var headingSpan: Span {
    guard let row = rows.first(where: { $0.role == .heading }),
      let column = grid.rows[row.index].filled.first
    else { return grid.wholeSpan }
    return grid.span(row.index, column)
  }

  /// The lowest heading of a column.
  func headingSpan(_ column: Int) -> Span {
    headingPlace(column).map { grid.span($0) } ?? headingSpan
  }

  /// Where the lowest heading of a column stands.
  func headingPlace(_ column: Int) -> GridPlace? {
    let heading = rows.prefix { $0.role != .values }.last { row in
      row.role == .heading
        && grid.rows[row.index].cell(columns[column].index)?.text.isEmpty == false
    }
    return heading.map { GridPlace($0.index, columns[column].index) }
  }
}

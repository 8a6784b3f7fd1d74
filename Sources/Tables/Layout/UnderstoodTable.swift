public import Diagnostics

/// A table that is understood: which of its cells are headings, units and notes, and what each value is.
///
/// Plain data; what could not be decided stands in the ``TableValue`` of its cell and
/// is told when somebody wants the value.
public struct UnderstoodTable: Sendable {
  /// Where the years stand.
  public enum Years: Hashable, Sendable {
    /// In the headings of columns.
    case heading
    /// In a column, a year a row.
    case column(Int)
    /// In rows of their own, above the rows they are of.
    case section
    /// In a title: the whole table is of one year.
    case title(Int)
    /// Nowhere.
    case none
  }

  /// The cells it was read from.
  public let grid: Grid
  /// The titles above the headings, in their order.
  public let titles: [String]
  /// The unit that a title names for the whole table.
  public let unit: String?
  /// Where the years stand.
  public let years: Years
  /// What each column is.
  public let columns: [TableColumn]
  /// What each row is: those of the grid that belong to the table, with titles and notes.
  public let rows: [TableRow]
  /// The values, row by row.
  public let values: [TableValue]
  /// What is told of the table, or wrong with it as a whole.
  public let diagnostics: DiagnosticCollection
}

/// A column of a table.
public struct TableColumn: Hashable, Sendable {
  /// What a column is for.
  public enum Role: Hashable, Sendable {
    /// Words that tell what a row is of.
    case label
    /// The units of rows.
    case unit
    /// Remarks, sources and flags.
    case remark
    /// Codes, or running numbers.
    case code
    /// Years.
    case year
    /// Values.
    case value
    /// Rates of growth, or shares, beside values.
    case rate
    /// Numbers beside years that are of no year.
    case other
    /// Nothing.
    case empty
  }

  /// Its place in the grid, from 0.
  public let index: Int
  /// What it is for.
  public let role: Role
  /// The words of its headings, from the top, without units and years.
  public let path: [String]
  /// Its heading as one text, as people name it.
  public let name: String
  /// The unit that its headings, or the row of units, state.
  public let unit: String?
  /// The year that its headings state.
  public let year: Int?
  /// What marks the year: `初步核算`, `*`.
  public let mark: String?
}

/// A row of a table.
public struct TableRow: Hashable, Sendable {
  /// What a row is for.
  public enum Role: Hashable, Sendable {
    /// A title above the headings.
    case title
    /// Headings.
    case heading
    /// The units of the columns.
    case units
    /// Numbers of the columns: 甲, 1, 2, 3.
    case numbering
    /// Values.
    case values
    /// A name above the rows that belong to it.
    case section
    /// A remark below the table.
    case note
    /// Headings again, as on the next page.
    case repeated
  }

  /// Its place in the rows of the grid.
  public let index: Int
  /// What it is for.
  public let role: Role
  /// The words that tell what it is of, from what stands above it to its own; without numbering.
  public let path: [String]
  /// Whether its name says that it is a sum of others.
  public let isTotal: Bool
}

/// A value of a table.
public struct TableValue: Sendable {
  /// What a cell holds.
  public enum Reading: Sendable {
    /// A number.
    case number(Double)
    /// A sign that there is none.
    case missing(String)
    /// What cannot be read, or not without an answer.
    indirect case unclear(Diagnostic)
  }

  /// What it holds.
  public let reading: Reading
  // Tables have many values, so places and years are kept short.
  private let shortRow: Int32
  private let shortColumn: Int32
  private let shortYear: Int32?
  private let beside: Beside

  /// What few values have.
  private enum Beside: Sendable {
    case nothing
    indirect case words(mark: String?, unit: String?)
  }

  /// Makes a value; see the properties of the same names.
  init(row: Int, column: Int, reading: Reading, year: Int?, mark: String?, unit: String?) {
    self.reading = reading
    shortRow = Int32(clamping: row)
    shortColumn = Int32(clamping: column)
    shortYear = year.map { Int32(clamping: $0) }
    beside = mark == nil && unit == nil ? .nothing : .words(mark: mark, unit: unit)
  }

  /// What marks it: `初步`, `*`, `p`.
  public var mark: String? {
    if case .words(let mark, _) = beside { mark } else { nil }
  }

  /// The unit that stands in the cell itself.
  public var unit: String? {
    if case .words(_, let unit) = beside { unit } else { nil }
  }

  /// Its row, a place in ``UnderstoodTable/rows``.
  public var row: Int { Int(shortRow) }
  /// Its column, a place in ``UnderstoodTable/columns``.
  public var column: Int { Int(shortColumn) }
  /// Its year.
  public var year: Int? { shortYear.map { Int($0) } }

  /// The number, if there is one.
  public var number: Double? {
    if case .number(let number) = reading { number } else { nil }
  }
}

extension UnderstoodTable {
  /// Where a value stands.
  public func span(of value: TableValue) -> Span {
    grid.span(rows[value.row].index, columns[value.column].index)
  }

  /// The unit of a value: of its cell, of its column's heading, of its row, or of the table.
  public func unit(of value: TableValue) -> String? {
    value.unit ?? columns[value.column].unit ?? unit(ofRow: value.row) ?? unit
  }

  /// The unit of a row: in its column of units, or in brackets behind its name.
  func unit(ofRow row: Int) -> String? {
    let cells = grid.rows[rows[row].index]
    let stated = columns.lazy.filter { $0.role == .unit }
      .compactMap { cells.cell($0.index)?.text }.first { !$0.isEmpty }
    if let stated { return stated }
    guard let own = rows[row].path.last, let inner = StatedUnit.bracketed(own).unit,
      StatedUnit.parsed(inner) != nil
    else { return nil }
    return inner
  }

  /// Whether a value is provisional, or noted, by a mark at it or at its year.
  public func isProvisional(_ value: TableValue) -> Bool {
    value.mark != nil || columns[value.column].mark != nil
  }
}

public import Diagnostics

/// One value of a table.
public enum Cell: Hashable, Sendable {
  /// A text.
  case text(String)
  /// A sentence of ours, in English where nobody says otherwise.
  case sentence(Text)
  /// A number; one that is not finite stands as an empty cell.
  case number(Double)
  /// A whole number.
  case integer(Int)
  /// Nothing.
  case empty

  /// A number, or an empty cell.
  public static func optional(_ value: Double?) -> Self { value.map { .number($0) } ?? .empty }

  /// A whole number, or an empty cell.
  public static func optional(_ value: Int?) -> Self { value.map { .integer($0) } ?? .empty }
}

/// Rows of cells under named columns.
public struct Table: Hashable, Sendable {
  /// The names of the columns.
  public let columns: [String]
  /// The rows, each with a cell for every column.
  public let rows: [[Cell]]

  /// Makes a table; see the properties of the same names.
  public init(columns: [String], rows: [[Cell]]) {
    (self.columns, self.rows) = (columns, rows)
  }
}

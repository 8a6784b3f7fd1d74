public import Diagnostics

/// A table that a scenario may keep in a file beside it: some columns say which row it is, the
/// others hold numbers under names that the file chooses.
public struct TableDeclaration: Sendable {
  /// A column that, with the other keys, says which row it is.
  public struct Key: Sendable {
    /// What may stand in the column; every value must be there.
    public enum Domain: Sendable {
      /// Ids known from elsewhere.
      case ids(IdSource)
      /// Whole numbers.
      case numbers(ClosedRange<Int>)
    }
    /// The name in the header.
    public let name: String
    /// What may stand in the column.
    public let domain: Domain

    /// Declares a key column.
    package init(_ name: String, _ domain: Domain) { (self.name, self.domain) = (name, domain) }
  }

  /// What the table holds.
  public let meaning: Text
  /// The key columns; the table has one row for each combination of their values.
  public let keys: [Key]
  /// The least and greatest number that can be meant.
  public let bounds: ClosedRange<Double>

  /// Declares a table; see the properties of the same names.
  package init(_ meaning: Text, keys: [Key], bounds: ClosedRange<Double>) {
    self.meaning = meaning
    self.keys = keys
    self.bounds = bounds
  }

  /// The word for a column of the same number in every row.
  public static let flat = "flat"
}

/// The numbers of a table, in the order of its keys: the last key runs fastest.
public struct InputTable: Hashable, Sendable {
  /// The numbers by the name of their column.
  public let columns: [String: [Double]]

  /// Makes a table.
  public init(columns: [String: [Double]]) { self.columns = columns }
}

public import Diagnostics

/// What a column of a table is.
public struct ColumnHead: Hashable, Sendable {
  /// Its name in files that machines read.
  public let name: String
  /// Its heading for people.
  public let label: Text
  /// What its cells say.
  public let meaning: Text
  /// The unit of its numbers; none where they have none, or a column `unit` says it.
  public let unit: String?

  /// Makes a head; see the properties of the same names.
  public init(_ name: String, _ label: Text, _ meaning: Text, unit: String? = nil) {
    (self.name, self.label, self.meaning, self.unit) = (name, label, meaning, unit)
  }

  /// The head of a column that a scenario or a standard names: a path, an id, a year.
  public init(named name: String, _ meaning: Text, unit: String? = nil) {
    self.init(name, Text(same: name), meaning, unit: unit)
  }

  /// The heading in a language; without one, the name.
  func heading(_ language: Language?) -> String { language.map { label($0) } ?? name }
}

/// A column of a table of rows, with the cell that it has for each.
public struct Column<Row>: Sendable {
  /// What it is.
  public let head: ColumnHead
  /// Its cell for a row.
  public let cell: @Sendable (Row) -> Cell

  /// Makes a column; see the properties of the same names.
  public init(_ head: ColumnHead, _ cell: @escaping @Sendable (Row) -> Cell) {
    (self.head, self.cell) = (head, cell)
  }

  /// Makes a column.
  ///
  /// - Parameters:
  ///   - name: Its name in files that machines read.
  ///   - label: Its heading for people.
  ///   - meaning: What its cells say.
  ///   - unit: The unit of its numbers; none where they have none, or a column `unit` says it.
  ///   - cell: Its cell for a row.
  public init(
    _ name: String, _ label: Text, _ meaning: Text, unit: String? = nil,
    _ cell: @escaping @Sendable (Row) -> Cell
  ) {
    self.init(ColumnHead(name, label, meaning, unit: unit), cell)
  }

  /// The same column of rows that have such a row as a part; empty for those that have none.
  func of<Whole>(_ part: @escaping @Sendable (Whole) -> Row?) -> Column<Whole> {
    Column<Whole>(head) { whole in part(whole).map(cell) ?? .empty }
  }
}

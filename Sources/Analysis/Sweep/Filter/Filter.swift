/// Which rows of a sweep are kept: `peak_year<=2030 && cumulative<1.2Gt`.
///
/// A comparison with an empty cell is neither true nor false, and neither is what rests on it: a
/// variant without results is kept only by what is said of its `status`.
public indirect enum Filter: Hashable, Sendable {
  /// A number of a row against another one.
  case number(column: Int, Comparison, Double)
  /// The status of a row.
  case status(isEqual: Bool, SweepStatus)
  /// Both hold.
  case both(Filter, Filter)
  /// At least one holds.
  case either(Filter, Filter)
  /// It does not hold.
  case not(Filter)

  /// How two numbers are compared.
  public enum Comparison: String, CaseIterable, Sendable {
    case atMost = "<="
    case atLeast = ">="
    case equal = "=="
    case unequal = "!="
    case below = "<"
    case above = ">"

    func holds(_ first: Double, _ second: Double) -> Bool {
      switch self {
      case .atMost: first <= second
      case .atLeast: first >= second
      case .equal: first == second
      case .unequal: first != second
      case .below: first < second
      case .above: first > second
      }
    }
  }

  /// Whether a row is kept.
  package func keeps(_ row: SweepRow) -> Bool { value(for: row) == true }

  /// Whether the row fits; nothing if an empty cell leaves it open.
  func value(for row: SweepRow) -> Bool? {
    switch self {
    case .number(let column, let comparison, let number):
      row.numbers[column].isNaN ? nil : comparison.holds(row.numbers[column], number)
    case .status(let isEqual, let status): (row.status == status) == isEqual
    case .not(let inner): inner.value(for: row).map { !$0 }
    case .both(let first, let second): all(first.value(for: row), second.value(for: row))
    case .either(let first, let second):
      all(first.value(for: row).map { !$0 }, second.value(for: row).map { !$0 }).map { !$0 }
    }
  }

  /// Whether it looks at a column of numbers.
  public func reads(_ place: Int) -> Bool {
    switch self {
    case .number(let column, _, _): column == place
    case .status: false
    case .not(let inner): inner.reads(place)
    case .both(let first, let second), .either(let first, let second):
      first.reads(place) || second.reads(place)
    }
  }

  /// Kleene's and: false decides, even beside what is open.
  private func all(_ first: Bool?, _ second: Bool?) -> Bool? {
    if first == false || second == false { return false }
    return first == nil || second == nil ? nil : true
  }
}

/// An amount by year, compiled: the rows of the results it reads, and what it makes of them.
struct YearlyAmount: Sendable {
  /// The rows that are read.
  let rows: Set<Int>
  /// The amount of each year from the yearly values of rows; nothing in years that have none.
  let values: @Sendable ((Int) -> [Double]) -> [Double?]

  /// Declares an amount; see the properties of the same names.
  init(rows: Set<Int>, values: @escaping @Sendable ((Int) -> [Double]) -> [Double?]) {
    self.rows = rows
    self.values = values
  }

  /// The sum of rows; nothing where there are none.
  init?(sum rows: [Int]) {
    guard !rows.isEmpty else { return nil }
    self.init(rows: Set(rows)) { values in
      let first = values(rows[0])
      return rows.dropFirst().reduce(first) { sum, row in
        zip(sum, values(row)).map { $0 + $1 }
      }
    }
  }

  private func joined(
    _ other: Self, _ join: @escaping @Sendable (Double, Double) -> Double?
  ) -> Self {
    Self(rows: rows.union(other.rows)) { read in
      zip(values(read), other.values(read)).map { one, two in
        one.flatMap { one in two.flatMap { join(one, $0) } }
      }
    }
  }

  static func + (one: Self, two: Self) -> Self { one.joined(two) { $0 + $1 } }

  static func - (one: Self, two: Self) -> Self { one.joined(two) { $0 - $1 } }

  /// The amount, each unit of it as often as another says.
  func times(_ other: Self) -> Self { joined(other) { $0 * $1 } }

  static func * (amount: Self, factor: Double) -> Self {
    Self(rows: amount.rows) { read in amount.values(read).map { $0.map { $0 * factor } } }
  }

  /// The amount per another; nothing in years in which that is not above zero.
  func per(_ whole: Self) -> Self { joined(whole) { $1 > 0 ? $0 / $1 : nil } }

  /// The amount from the second year on.
  var afterBaseYear: Self {
    Self(rows: rows) { read in values(read).enumerated().map { $0.offset == 0 ? nil : $0.element } }
  }
}

/// The numbers of a table in rows and columns, which can be changed to see what would reconcile them.
struct NumberField {
  /// A place: the row and the column in the table.
  struct Place: Hashable, Comparable {
    let row: Int
    let column: Int

    static func < (first: Self, second: Self) -> Bool {
      (first.row, first.column) < (second.row, second.column)
    }
  }

  private var numbers: [Place: Double] = [:]
  /// Places of what cannot be read.
  private var unclear: Set<Place> = []
  /// How exact the numbers of each column are written: half a unit of their last digit.
  private var precision: [Int: Double] = [:]

  /// Takes the numbers of a table.
  init(_ table: UnderstoodTable) {
    var digits: [Int: Int] = [:]
    for value in table.values {
      let place = Place(row: value.row, column: value.column)
      switch value.reading {
      case .number(let number):
        numbers[place] = number
        digits[value.column] = max(digits[value.column] ?? 0, Self.decimals(number))
      case .unclear: unclear.insert(place)
      case .missing: break
      }
    }
    for (column, count) in digits { precision[column] = 0.5 / Self.power(count) }
  }

  /// How many decimals a number is written with, at most six.
  private static func decimals(_ number: Double) -> Int {
    var scale = 1.0
    for count in 0..<6 {
      let scaled = number * scale
      if abs(scaled - scaled.rounded()) <= 1e-7 * max(1, abs(scaled)) { return count }
      scale *= 10
    }
    return 6
  }

  private static func power(_ exponent: Int) -> Double {
    (0..<exponent).reduce(1.0) { power, _ in power * 10 }
  }

  /// The number of a place; an empty cell counts as 0.
  subscript(_ place: Place) -> Double {
    get { numbers[place] ?? 0 }
    set { numbers[place] = newValue }
  }

  /// The number of a place; nothing of an empty cell.
  func number(_ place: Place) -> Double? { numbers[place] }

  /// Puts a place back to what it held.
  mutating func restore(_ place: Place, _ number: Double?) { numbers[place] = number }

  /// Whether a cell holds a number.
  func has(_ place: Place) -> Bool { numbers[place] != nil }

  /// Whether a cell cannot be read.
  func isUnclear(_ place: Place) -> Bool { unclear.contains(place) }

  /// Half a unit of the last digit that the numbers of a column have.
  func precision(_ column: Int) -> Double { precision[column] ?? 0.5 }
}

/// A sum that numbers of a table make: `Σ factor · number = 0`.
struct NumberIdentity {
  /// What kind of a sum it is.
  enum Kind: Hashable {
    /// A row is the sum of others, in one column.
    case rows
    /// A column is the sum of others, in one row.
    case columns
    /// Supply and transformation less losses and final consumption are the difference.
    case balance
  }

  /// The kind.
  let kind: Kind
  /// The sum itself, which is the first of the terms.
  let total: NumberField.Place
  /// The places and their factors; that of the sum is -1.
  let terms: [(place: NumberField.Place, factor: Double)]

  /// Makes the identity of a sum and its parts.
  init(_ kind: Kind, total: NumberField.Place, parts: [(place: NumberField.Place, factor: Double)])
  {
    self.kind = kind
    self.total = total
    terms = [(total, -1)] + parts
  }

  /// By how much it is missed: the parts less the sum.
  func residual(_ field: NumberField) -> Double {
    terms.reduce(0) { $0 + $1.factor * field[$1.place] }
  }

  /// Whether it holds: exactly, or within what rounding explains where the table is rounded.
  func holds(_ field: NumberField, isRounded: Bool) -> Bool {
    let residual = abs(residual(field))
    let largest = terms.map { abs(field[$0.place]) }.max() ?? 0
    if residual <= largest * 1e-3 || residual < 1e-9 { return true }
    return isRounded && residual <= rounding(field) * 1.0001
  }

  /// Whether it holds to the last digit.
  func isExact(_ field: NumberField) -> Bool {
    let largest = terms.map { abs(field[$0.place]) }.max() ?? 0
    return abs(residual(field)) <= 1e-9 * max(1, largest)
  }

  /// By how much rounded numbers may miss it.
  func rounding(_ field: NumberField) -> Double {
    terms.reduce(0) { $0 + abs($1.factor) * field.precision($1.place.column) }
  }
}

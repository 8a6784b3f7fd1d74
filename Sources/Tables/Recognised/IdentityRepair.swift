/// Finds the cells by which the sums of a table do not hold: the fewest changes that reconcile it.
///
/// One change at a time, that which mends the most sums and breaks none; of equal ones that which is a
/// slip of the pen: a sign, a power of ten, a shifted or doubled row, a number left out.
struct IdentityRepair {
  /// What is wrong, and what would reconcile it.
  struct Finding {
    /// What happened.
    enum Slip: Hashable {
      case sign
      /// It is so many powers of ten too large.
      case power(Int)
      case missing
      case swapped
      case other
      /// A whole row, with its slip.
      case rowSign
      case rowPower(Int)
      case rowShifted(Int)
      case rowDoubled
      case rowsSwapped(with: Int)
      /// No single cell mends it.
      case unexplained
    }

    /// What happened.
    let slip: Slip
    /// The cell, or the first of the row.
    let place: NumberField.Place
    /// What the cell should hold.
    let value: Double?
    /// The sums that show it.
    let identities: [NumberIdentity]
    /// Other cells that would mend it as well.
    let others: [NumberField.Place]
  }

  private var field: NumberField
  private let identities: [NumberIdentity]
  private let ofPlace: [NumberField.Place: [Int]]
  private let isRounded: Bool
  private let columns: [Int]
  private let rows: [Int]

  /// Begins.
  ///
  /// - Parameters:
  ///   - field: The numbers.
  ///   - identities: The sums that they must hold.
  init(_ field: NumberField, _ identities: [NumberIdentity]) {
    self.field = field
    self.identities = identities
    var ofPlace: [NumberField.Place: [Int]] = [:]
    for (index, identity) in identities.enumerated() {
      for term in identity.terms { ofPlace[term.place, default: []].append(index) }
    }
    self.ofPlace = ofPlace
    let exact = identities.count { $0.isExact(field) }
    isRounded = 5 * exact < 3 * identities.count
    columns = Set(ofPlace.keys.map(\.column)).sorted()
    rows = Set(ofPlace.keys.map(\.row)).sorted()
  }

  private func holds(_ index: Int, _ field: NumberField) -> Bool {
    identities[index].holds(field, isRounded: isRounded)
  }

  /// Everything found, at most so much.
  mutating func findings(most: Int = 60) -> [Finding] {
    var found: [Finding] = []
    while found.count < most {
      let broken = identities.indices.filter { !holds($0, field) }
      guard !broken.isEmpty else { break }
      guard let best = bestChange(broken) else {
        found += broken.prefix(most - found.count).map { unexplained($0) }
        break
      }
      found.append(best.finding)
      for (place, value) in best.change { field[place] = value }
    }
    return found
  }

  private func unexplained(_ index: Int) -> Finding {
    Finding(
      slip: .unexplained, place: identities[index].total, value: nil,
      identities: [identities[index]], others: [])
  }

  /// A change of some cells, and what it comes to.
  private struct Change {
    let change: [(NumberField.Place, Double)]
    let finding: Finding
    /// How many sums it mends, less twice those that it breaks.
    let gain: Double
    /// The same, and how likely the slip is.
    let score: Double
  }

  private mutating func bestChange(_ broken: [Int]) -> Change? {
    let cells = cellChanges(broken)
    let rows = rowChanges(broken)
    guard let best = (rows + cells).max(by: { $0.score < $1.score }), best.score > 0.9 else {
      return nil
    }
    let equal = cells.filter {
      $0.gain >= best.gain && $0.finding.place != best.finding.place
    }
    guard !equal.isEmpty, best.finding.slip == .other else { return best }
    let finding = Finding(
      slip: .other, place: best.finding.place, value: best.finding.value,
      identities: best.finding.identities, others: equal.map(\.finding.place).sorted())
    return Change(change: best.change, finding: finding, gain: best.gain, score: best.score)
  }

  /// How many sums a change mends, less twice how many it breaks.
  private mutating func gain(
    _ change: [(NumberField.Place, Double)], _ broken: Set<Int>
  ) -> (score: Double, mended: [Int]) {
    let before = change.map { ($0.0, field.number($0.0)) }
    defer { for (place, value) in before { field.restore(place, value) } }
    var touched: Set<Int> = []
    for (place, value) in change {
      field[place] = value
      touched.formUnion(ofPlace[place] ?? [])
    }
    var mended: [Int] = []
    var harmed = 0
    for index in touched {
      let isGood = holds(index, field)
      if broken.contains(index), isGood { mended.append(index) }
      if !broken.contains(index), !isGood { harmed += 1 }
    }
    return (Double(mended.count) - 2 * Double(harmed), mended.sorted())
  }

  // MARK: - Single cells

  private mutating func cellChanges(_ broken: [Int]) -> [Change] {
    let set = Set(broken)
    var all: [Change] = []
    var tried: Set<NumberField.Place> = []
    for index in broken {
      for term in identities[index].terms where tried.insert(term.place).inserted {
        let values = wantedValues(term.place, set)
        var options: [Change] = []
        for value in values {
          if let option = change(term.place, to: value, set) { options.append(option) }
        }
        if let best = options.max(by: { $0.score < $1.score }) { all.append(best) }
      }
    }
    return all
  }

  /// What the broken sums of a cell would have it be, those of slips of the pen too.
  private func wantedValues(_ place: NumberField.Place, _ broken: Set<Int>) -> [Double] {
    let indices = (ofPlace[place] ?? []).filter { broken.contains($0) }
    let now = field[place]
    let wanted = indices.compactMap { index -> Double? in
      let identity = identities[index]
      let factor = identity.terms.first { $0.place == place }?.factor ?? 1
      return now - identity.residual(field) / factor
    }
    let slips =
      now == 0
      ? []
      : [
        -now, now * 10, now / 10, now * 100, now / 100, now * 1000, now / 1000, now * 1e4,
        now / 1e4,
      ]
    return wanted + slips
  }

  private mutating func change(
    _ place: NumberField.Place, to value: Double, _ broken: Set<Int>
  ) -> Change? {
    let (gain, mended) = gain([(place, value)], broken)
    guard gain > 0 else { return nil }
    let slip = slip(place, to: value)
    let isSum = identities.contains { $0.total == place }
    // A slip of the pen is likelier than any other number; an empty cell is likely wrong where it is a sum.
    let likely =
      switch slip {
      case .other: 0.0
      case .missing: isSum ? 0.3 : -0.2
      default: 0.3
      }
    let finding = Finding(
      slip: slip, place: place, value: value, identities: mended.map { identities[$0] }, others: [])
    return Change(
      change: [(place, value)], finding: finding, gain: gain,
      score: gain + likely + (isSum ? 0.05 : 0))
  }

  private func slip(_ place: NumberField.Place, to value: Double) -> Finding.Slip {
    let now = field[place]
    if !field.has(place) { return .missing }
    func isNear(_ first: Double, _ second: Double) -> Bool {
      abs(first - second) <= max((isRounded ? 2e-3 : 1e-5) * abs(second), 1e-9)
    }
    if value != 0, now != 0 {
      if isNear(now, -value) { return .sign }
      for power in [-4, -3, -2, -1, 1, 2, 3, 4] where isNear(now, value * Self.ten(power)) {
        return .power(power)
      }
      if Self.digits(now) == Self.digits(value), Self.digits(now).count > 1 { return .swapped }
    }
    return .other
  }

  private static func ten(_ power: Int) -> Double {
    let size = (0..<abs(power)).reduce(1.0) { size, _ in size * 10 }
    return power < 0 ? 1 / size : size
  }

  /// The digits of a number, sorted, to see whether some changed places.
  private static func digits(_ number: Double) -> [Character] {
    plainText((abs(number) * 1e6).rounded() / 1e6).filter(\.isNumber).sorted()
  }

  // MARK: - Whole rows

  private mutating func rowChanges(_ broken: [Int]) -> [Change] {
    let set = Set(broken)
    let suspects = Set(broken.flatMap { identities[$0].terms.map(\.place.row) })
    var all: [Change] = []
    for row in suspects.sorted() {
      let filled = columns.filter { field.has(NumberField.Place(row: row, column: $0)) }
      guard filled.count > 1 else { continue }
      var options: [(Finding.Slip, [(NumberField.Place, Double)])] = [
        (.rowSign, changed(row) { -$0 }), (.rowDoubled, changed(row) { _ in 0 }),
      ]
      for power in [-4, -3, -2, -1, 1, 2, 3, 4] {
        options.append((.rowPower(power), changed(row) { $0 / Self.ten(power) }))
      }
      for step in [-1, 1] { options.append((.rowShifted(step), shifted(row, by: step))) }
      if let next = rows.first(where: { $0 > row }), suspects.contains(next) {
        options.append((.rowsSwapped(with: next), swapped(row, next)))
      }
      for (slip, change) in options {
        if let found = rowChange(slip, row, change, set) { all.append(found) }
      }
    }
    return all
  }

  private mutating func rowChange(
    _ slip: Finding.Slip, _ row: Int, _ change: [(NumberField.Place, Double)], _ broken: Set<Int>
  ) -> Change? {
    let (gain, mended) = gain(change, broken)
    // A row is named where its change mends more than single cells could.
    guard mended.count > 2, gain > 2 else { return nil }
    if slip == .rowDoubled, !isDoubled(row) { return nil }
    let first = change.first { $0.1 != field[$0.0] }?.0 ?? NumberField.Place(row: row, column: 0)
    let finding = Finding(
      slip: slip, place: first, value: nil, identities: mended.map { identities[$0] }, others: [])
    return Change(change: change, finding: finding, gain: gain, score: gain + 0.4)
  }

  private func changed(_ row: Int, _ make: (Double) -> Double) -> [(NumberField.Place, Double)] {
    columns.map { NumberField.Place(row: row, column: $0) }.filter { field.has($0) }
      .map { ($0, make(field[$0])) }
  }

  /// The row with each number where it would stand if it had been moved.
  private func shifted(_ row: Int, by step: Int) -> [(NumberField.Place, Double)] {
    columns.enumerated().map { order, column in
      let from = order + step
      let value =
        columns.indices.contains(from)
        ? field[NumberField.Place(row: row, column: columns[from])] : 0
      return (NumberField.Place(row: row, column: column), value)
    }
  }

  private func swapped(_ row: Int, _ other: Int) -> [(NumberField.Place, Double)] {
    columns.flatMap { column in
      let first = NumberField.Place(row: row, column: column)
      let second = NumberField.Place(row: other, column: column)
      return [(first, field[second]), (second, field[first])]
    }
  }

  /// Whether a row holds what another one does.
  private func isDoubled(_ row: Int) -> Bool {
    rows.contains { other in
      other != row
        && columns.allSatisfy { column in
          field[NumberField.Place(row: other, column: column)]
            == field[NumberField.Place(row: row, column: column)]
        }
    }
  }
}

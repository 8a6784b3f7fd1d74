import Diagnostics
import Testing

@testable import Tables

@Suite struct `Energy balances` {
  private func balance(_ text: String) throws -> EnergyBalance {
    let opened = Opened(text: text)
    let grid = try #require(opened.file?.grids.first)
    let table = try #require(UnderstoodTable.all(in: grid).first)
    return try #require(EnergyBalance(table))
  }

  @Test func `are recognised, with their edition, year, rows and fuels`() throws {
    var dice = Dice(state: 1)
    let made = TestBalance(&dice)
    let physical = try balance(made.text)
    #expect(physical.edition == .physical)
    #expect(physical.year == 2020)
    #expect(physical.lines.count == TestBalance.rows.count)
    #expect(physical.fuels.count == TestBalance.fuels.count)
    let standard = try balance(made.standard.text)
    #expect(standard.edition == .coalEquivalent(.calorific))
    #expect(standard.fuels.count == TestBalance.fuels.count + 1)
  }

  @Test
  func `300 that are consistent are understood without a question, every number accounted for`()
    throws
  {
    var dice = Dice(state: 2)
    for round in 0..<150 {
      let made = TestBalance(&dice)
      for (made, name) in [(made, "physical"), (made.standard, "standard")] {
        let balance = try balance(made.text)
        #expect(balance.faults.map(\.message.english) == [], "\(name) \(round)")
        let counts = Dictionary(grouping: balance.table.values.compactMap { balance.fate(of: $0) })
        {
          fate in
          switch fate {
          case .used: "used"
          case .sum: "sum"
          case .part: "part"
          case .notUnderstood: "not understood"
          }
        }.mapValues(\.count)
        let numbers = made.numbers.joined().count { $0 != 0 }
        #expect(counts.values.reduce(0, +) == numbers)
        #expect(counts["not understood"] == nil)
      }
    }
  }
}

/// A way in which a table comes to be wrong.
private enum Damage: String, CaseIterable {
  case sign, tenfold, tenth, hundredfold, thousandth, otherDigits, thirdMore, leftOut
  case totalLeftOut, totalTenfold, rowShifted, rowTenfold, rowSign, rowsSwapped, doubledInTotal

  /// Damages a table.
  ///
  /// - Returns: The row and the column of what was damaged; the column of a row is that of its first number.
  func damage(_ balance: inout TestBalance, _ dice: inout Dice) -> (row: Int, column: Int)? {
    let totals = Set(TestBalance.rows.indices.filter { !TestBalance.rows[$0].parts.isEmpty })
    let sums = Set(TestBalance.fuels.indices.filter { !TestBalance.fuels[$0].parts.isEmpty })
    let rows = TestBalance.rows.indices.filter {
      !totals.contains($0) && ![13, 18, 27].contains($0)
    }
    let row = rows[dice.below(rows.count)]
    let columns = TestBalance.fuels.indices.filter {
      !sums.contains($0) && balance.numbers[row][$0] != 0
    }
    guard !columns.isEmpty else { return nil }
    let column = columns[dice.below(columns.count)]
    let total = totals.sorted()[dice.below(totals.count)]
    switch self {
    case .totalLeftOut, .totalTenfold:
      guard balance.numbers[total][column] != 0 else { return nil }
      balance.numbers[total][column] *= self == .totalTenfold ? 10 : 0
      return (total, column)
    case .rowShifted:
      balance.numbers[row] = [0] + balance.numbers[row].dropLast()
      return (row, columns[0])
    case .rowTenfold:
      balance.numbers[row] = balance.numbers[row].map { $0 * 10 }
      return (row, columns[0])
    case .rowSign:
      balance.numbers[row] = balance.numbers[row].map { -$0 }
      return (row, columns[0])
    case .rowsSwapped:
      guard row + 1 < 27, balance.numbers[row] != balance.numbers[row + 1] else { return nil }
      balance.numbers.swapAt(row, row + 1)
      return (row, columns[0])
    case .doubledInTotal:
      let parents = totals.filter { TestBalance.rows[$0].parts.contains(row) }
      guard let parent = parents.first else { return nil }
      for column in columns { balance.numbers[parent][column] += balance.numbers[row][column] }
      return (parent, columns[0])
    default: damageCell(&balance.numbers[row][column])
    }
    return (row, column)
  }

  /// Damages a single number.
  private func damageCell(_ number: inout Double) {
    switch self {
    case .sign: number *= -1
    case .tenfold: number *= 10
    case .tenth: number /= 10
    case .hundredfold: number *= 100
    case .thousandth: number /= 1000
    case .otherDigits: number += 9 * 10
    case .thirdMore: number *= 1.3
    case .leftOut: number = 0
    default: break
    }
  }
}

@Suite struct `Damaged energy balances` {
  private func balance(_ text: String) throws -> EnergyBalance {
    let grid = try #require(Opened(text: text).file?.grids.first)
    let table = try #require(UnderstoodTable.all(in: grid).first)
    return try #require(EnergyBalance(table))
  }

  /// Whether the damage breaks a sum of the table by more than 0.5 %.
  private func breaks(_ balance: EnergyBalance) -> Bool {
    let field = NumberField(balance.table)
    return balance.identities(field).contains { identity in
      let largest = identity.terms.map { abs(field[$0.place]) }.max() ?? 0
      return abs(identity.residual(field)) > 0.005 * largest
    }
  }

  @Test func `300 of 15 kinds: none that breaks a sum by more than 0.5 % passes`() throws {
    var dice = Dice(state: 3)
    var named: [Damage: Int] = [:]
    var tried: [Damage: Int] = [:]
    for round in 0..<300 {
      let damage = Damage.allCases[round % Damage.allCases.count]
      var made = TestBalance(&dice)
      guard let place = damage.damage(&made, &dice) else { continue }
      let balance = try balance(made.text)
      guard breaks(balance) else { continue }
      tried[damage, default: 0] += 1
      let faults = balance.faults
      #expect(!faults.isEmpty, "\(damage) \(round)")
      // The first two lines are headings, and one is of units.
      let line = place.row + 4
      let isNamed = faults.contains {
        $0.location.line == line || $0.message.english.contains("(line \(line))")
      }
      if isNamed { named[damage, default: 0] += 1 }
    }
    for (damage, count) in tried {
      #expect(
        Double(named[damage] ?? 0) >= 0.8 * Double(count),
        "\(damage): \(named[damage] ?? 0) of \(count)")
    }
    #expect(tried.values.reduce(0, +) > 250)
  }
}

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

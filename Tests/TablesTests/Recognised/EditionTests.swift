import Diagnostics
import Testing

@testable import Tables

@Suite struct `Two editions of a balance` {
  private func balance(_ made: TestBalance) throws -> EnergyBalance {
    let grid = try #require(Opened(text: made.text).file?.grids.first)
    let table = try #require(UnderstoodTable.all(in: grid).first)
    return try #require(EnergyBalance(table))
  }

  @Test func `agree where they are made of one another`() throws {
    var dice = Dice(state: 5)
    for _ in 0..<20 {
      let made = TestBalance(&dice)
      let told = try balance(made).disagreements(with: try balance(made.standard))
      #expect(told.map(\.message.english) == [])
    }
  }

  @Test(arguments: [(10.0, "10"), (1e4, "10000"), (0.001, "0.001")])
  func `disagree at the cell whose unit slipped`(factor: Double, said: String) throws {
    var dice = Dice(state: 6)
    let made = TestBalance(&dice)
    var standard = made.standard
    // 工业, 原煤.
    standard.numbers[17][1] *= factor
    let told = try balance(made).disagreements(with: try balance(standard))
    #expect(made.numbers[17][1] != 0)
    #expect(told.map(\.location.line) == [20])
    #expect(told.first?.message.english.hasSuffix("a unit is off by a factor of \(said)") == true)
  }

  @Test func `are compared one way only`() throws {
    var dice = Dice(state: 7)
    let made = TestBalance(&dice)
    #expect(try balance(made.standard).disagreements(with: try balance(made)).isEmpty)
  }
}

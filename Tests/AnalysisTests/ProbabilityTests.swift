import Testing

@testable import Analysis

@Suite struct `A probability from a sample` {
  private typealias Probability = UncertaintyResult.Probability

  /// Wilson's interval of 8 in 10 and of 0 in 10: Brown, Cai, DasGupta 2001 by the same formula.
  @Test func `has Wilson's interval`() {
    let some = Probability(hits: 8, of: 10, standardError: 0.1)
    #expect(abs(some.low - 0.49016) < 1e-5 && abs(some.high - 0.94331) < 1e-5)
    #expect(some.standardError == 0.1)
    let none = Probability(hits: 0, of: 10)
    #expect(none.low == 0 && abs(none.high - 0.27753) < 1e-5)
  }

  @Test func `is never certain where all agree`() {
    for count in [20, 1024, 16_384, 1_000_000] {
      let all = Probability(hits: count, of: count, standardError: 0)
      #expect(all.value == 1 && all.high == 1 && all.standardError == nil)
      // A little wider than the rule of three.
      #expect((1 - all.low) * Double(count) > 3 && (1 - all.low) * Double(count) < 4)
      let none = Probability(hits: 0, of: count, standardError: 0)
      #expect(abs(none.high - (1 - all.low)) < 1e-15)
    }
  }

  @Test
  func `a scenario stands above those that come to less and half of those that come to the same`() {
    var ranking = Ranking(2)
    for value in [1, 1.5, 2, 2 + 1e-12, 3, 4, .infinity, 5] { ranking.add(value) }
    #expect(ranking.standing == .init(below: 2, same: 2, count: 8))
    #expect(ranking.standing.share == 0.375)
    var never = Ranking(.infinity)
    for value in [2030, .infinity] { never.add(value) }
    #expect(never.standing == .init(below: 1, same: 1, count: 2))
    // Of peak years less than half a year is no difference.
    var days = Ranking(2024.02, width: SensitivityResult.leastYears)
    for value in [2023.51, 2024, 2024.51, 2024.53, 2023.5] { days.add(value) }
    #expect(days.standing == .init(below: 2, same: 2, count: 5))
  }
}

import Analysis
import TestSupport
import Testing

@Suite struct `Attribution over coalitions` {
  private func column(_ rows: [[Double]]) -> [Double] { rows.map { $0[0] } }

  /// A game of values between −50 and 50 that follow from a seed.
  private func randomGame(_ seed: UInt64, players: Int) -> [Double] {
    var random = SeededNumbers(seed: seed)
    return (0..<(1 << players)).map { _ in Double.random(in: -50...50, using: &random) }
  }

  @Test func `two levers that each suffice for the same share it, a third keeps its own`() {
    let values = (0..<8).map { ($0 & 0b011 == 0 ? 0 : 50.0) + ($0 & 0b100 == 0 ? 0 : 10) }
    let found = attribution(of: values, groupOf: [0, 1, 2])
    #expect(agree(column(found.shapley), [25, 25, 10]))
    #expect(agree(column(found.firstIn), [50, 50, 10]))
    #expect(agree(column(found.lastOut), [0, 0, 10]))
    // Together they bring 50 less than each alone would.
    #expect(found.interactions.map(\.players) == [[0, 1], [0, 2], [1, 2]])
    #expect(agree(found.interactions.compactMap(\.index).map { $0[0] }, [-50, 0, 0]))
  }

  @Test func `a switch that works with another only shares the joint effect`() {
    // Fuel cells alone, on hydrogen from coal, add 6; electrolysis alone has no one to serve.
    let values: [Double] = [0, -6, 0, 20]
    let found = attribution(of: values, groupOf: [0, 0])
    #expect(agree(column(found.shapley), [7, 13]))
    #expect(agree(column(found.firstIn), [-6, 0]) && agree(column(found.lastOut), [20, 26]))
    #expect(agree(found.interactions[0].index ?? [], [26]))
    #expect(agree(found.groupFirstIn[0], [20]) && agree(found.groupLastOut[0], [20]))
  }

  @Test func `who does harm has a negative part`() {
    let values: [Double] = [0, 10, -4, 6]
    #expect(agree(column(attribution(of: values, groupOf: [0, 1]).shapley), [10, -4]))
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6])
  func `Shapley values are averages over all orders`(players: Int) {
    let values = randomGame(UInt64(players), players: players)
    let found = attribution(of: values, groupOf: Array(0..<players))
    let expected = averageGains(values, over: orders(Array(0..<players)))
    #expect(agree(column(found.shapley), expected))
    // Everyone alone in a group: the Owen value is the same.
    #expect(agree(column(found.owen), expected))
  }

  @Test(arguments: [
    [0, 0, 1], [0, 1, 0, 1], [0, 1, 1, 1, 2], [0, 0, 0, 0], [2, 0, 1, 1, 0, 2],
  ])
  func `Owen values are averages over the orders in which groups come whole`(groupOf: [Int]) {
    let values = randomGame(7, players: groupOf.count)
    let found = attribution(of: values, groupOf: groupOf)
    let groups = Players(groupOf: groupOf).groups
    let whole = orders(groups).flatMap { groups in
      groups.reduce([[]]) { begun, group in
        begun.flatMap { start in orders(group).map { start + $0 } }
      }
    }
    #expect(agree(column(found.owen), averageGains(values, over: whole)))
    // What a group has is the Shapley value of the game among groups.
    let quotient = (0..<(1 << groups.count)).map { mask in
      values[
        groups.indices.filter { mask >> $0 & 1 == 1 }.flatMap { groups[$0] }
          .reduce(0) { $0 | 1 << $1 }]
    }
    let among = averageGains(quotient, over: orders(Array(groups.indices)))
    #expect(agree(groups.map { $0.reduce(0) { $0 + found.owen[$1][0] } }, among))
  }

  @Test func `it does not matter in which order the coalitions are counted through`() async throws {
    let groupOf = [0, 1, 0, 2, 1]
    let values = randomGame(9, players: groupOf.count)
    let expected = attribution(of: values, groupOf: groupOf)
    for order in [[4, 3, 2, 1, 0], [2, 0, 4, 1, 3]] {
      let found = try await game(groupOf: groupOf, order: order) { [values[$0]] }
        .exactAttribution()
      #expect(agree(column(found.shapley), column(expected.shapley)))
      #expect(agree(column(found.owen), column(expected.owen)))
      #expect(found.whole == expected.whole && found.lastOut == expected.lastOut)
      for (one, other) in zip(found.interactions, expected.interactions) {
        #expect(one.players == other.players && one.first == other.first)
        let index = try #require(one.index)
        let same = try #require(other.index)
        #expect(agree(index, same))
      }
    }
  }

  @Test func `interactions are averages of second differences`() throws {
    let players = 5
    let values = randomGame(3, players: players)
    let found = attribution(of: values, groupOf: [0, 1, 2, 3, 4])
    for pair in found.interactions {
      let i = pair.players[0]
      let j = pair.players[1]
      let others = (0..<players).filter { $0 != i && $0 != j }
      func second(_ mask: Int) -> Double {
        values[mask | 1 << i | 1 << j] - values[mask | 1 << i] - values[mask | 1 << j]
          + values[mask]
      }
      // The pair comes as one player among the others, at any place alike.
      var sum = 0.0
      let arrangements = orders(others + [-1])
      for order in arrangements {
        sum += second(order.prefix { $0 >= 0 }.reduce(0) { $0 | 1 << $1 })
      }
      #expect(abs(try #require(pair.index)[0] - sum / Double(arrangements.count)) <= 1e-12)
      #expect(abs(pair.first[0] - second(0)) <= 1e-12)
      #expect(abs(pair.last[0] - second(others.reduce(0) { $0 | 1 << $1 })) <= 1e-12)
    }
  }

  @Test(arguments: 1...20)
  func `the axioms hold for random games`(seed: UInt64) {
    let players = 4
    let groupOf = [0, 1, 0, 2]
    let one = randomGame(seed, players: players)
    let two = randomGame(seed + 100, players: players)
    let found = attribution(
      of: zip(one, two).map { [$0, $1, $0 + 3 * $1] }, groupOf: groupOf)
    for part in [found.shapley, found.owen] {
      for metric in 0..<3 {
        let sum = part.reduce(0) { $0 + $1[metric] }
        #expect(abs(sum - found.whole[metric]) <= 1e-11, "efficiency")
      }
      for player in part {
        #expect(abs(player[2] - player[0] - 3 * player[1]) <= 1e-11, "additivity")
      }
    }
    // Player 1 changes nothing, and players 0 and 3 count alike.
    let blind = (0..<16).map { one[$0 & 0b1101] }
    let even = (0..<16).map { (mask: Int) -> Double in
      let isAny = mask & 0b1001 != 0
      return blind[mask & 0b0100 | (isAny ? 1 : 0)]
    }
    let special = attribution(of: zip(blind, even).map { [$0, $1] }, groupOf: groupOf)
    #expect(abs(special.shapley[1][0]) <= 1e-12 && abs(special.owen[1][0]) <= 1e-12, "null player")
    #expect(abs(special.shapley[0][1] - special.shapley[3][1]) <= 1e-12, "symmetry")
    for pair in special.interactions where pair.players.contains(1) {
      #expect(abs(pair.index?[0] ?? 1) <= 1e-12)
    }
  }

  @Test func `the parts of sixteen sum to the whole to the last digits`() {
    let players = 16
    let values = randomGame(5, players: players).map { 1e4 + $0 }
    let found = attribution(of: values, groupOf: (0..<players).map { $0 % 5 })
    #expect(abs(column(found.shapley).reduce(0, +) - found.whole[0]) <= 1e-10)
    #expect(abs(column(found.owen).reduce(0, +) - found.whole[0]) <= 1e-10)
  }

  @Test func `with no players there is nothing to share`() {
    let found = attribution(of: [4], groupOf: [])
    #expect(found.whole == [0] && found.shapley.isEmpty && found.interactions.isEmpty)
  }

  @Test func `metrics beyond eight keep their places`() {
    let values = (0..<8).map { mask in (0..<19).map { Double($0) * Double(mask.nonzeroBitCount) } }
    let found = attribution(of: values, groupOf: [0, 0, 1])
    for metric in 0..<19 {
      #expect(
        agree(found.shapley.map { $0[metric] }, [Double](repeating: Double(metric), count: 3)))
    }
  }
}

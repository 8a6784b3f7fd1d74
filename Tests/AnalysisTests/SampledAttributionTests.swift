import Analysis
import Testing

@Suite struct `Attribution by sampling` {
  /// Products and sums of players, so that orders matter.
  private static func value(_ mask: Int, of players: Int) -> Double {
    let inside = (0..<players).filter { mask >> $0 & 1 == 1 }.map { Double($0 + 1) }
    return inside.reduce(0, +) + (inside.reduce(1) { $0 * (1 - 0.03 * $1) } - 1) * 20
  }

  private func rule(_ pairs: Int, _ tolerance: Double = 0) -> CoalitionGame.StoppingRule {
    .init(mostPairs: pairs, tolerance: tolerance, judged: [0])
  }

  @Test func `estimates lie within their standard errors of the exact values`() async throws {
    let groupOf = [0, 0, 1, 1, 1, 2, 3, 3]
    let game = game(groupOf: groupOf) { [Self.value($0, of: 8)] }
    let exact = try await game.exactAttribution()
    let found = try await game.sampledAttribution(seed: 1, until: rule(400))
    #expect(found.method == .sampled(pairs: 400) && found.whole == exact.whole)
    for player in groupOf.indices {
      let shapley = found.shapleyErrors[player][0]
      let owen = found.owenErrors[player][0]
      #expect(shapley > 0 && owen > 0)
      #expect(abs(found.shapley[player][0] - exact.shapley[player][0]) <= 4 * shapley)
      #expect(abs(found.owen[player][0] - exact.owen[player][0]) <= 4 * owen)
    }
    for (group, members) in game.players.groups.enumerated() {
      let sums = [found, exact].map { result in
        members.reduce(0) { $0 + result.shapley[$1][0] }
      }
      #expect(abs(sums[0] - sums[1]) <= 4 * found.groupShapleyErrors[group][0] + 1e-12)
      // Errors of members that take from each other do not add up.
      let most = members.reduce(0) { $0 + found.shapleyErrors[$1][0] }
      #expect(found.groupShapleyErrors[group][0] <= most + 1e-12)
    }
    #expect(found.firstIn == exact.firstIn && found.groupLastOut == exact.groupLastOut)
    for (one, other) in zip(found.interactions, exact.interactions) {
      #expect(one.players == other.players && one.first == other.first && one.last == other.last)
      let estimate = try #require(one.index)[0]
      let index = try #require(other.index)[0]
      #expect(one.errors[0] > 0 && abs(estimate - index) <= 4.5 * one.errors[0])
    }
  }

  @Test func `a pair that no order has side by side has no index`() async throws {
    let found = try await game(groupOf: [0, 0, 0, 0, 0]) { [Double($0)] }
      .sampledAttribution(seed: 1, until: rule(1))
    // One order of five has four neighbours, of ten pairs.
    #expect(found.interactions.count { $0.index == nil } == 6)
    #expect(found.interactions.compactMap(\.index).allSatisfy { $0 == [0] })
  }

  @Test func `standard errors are as large as estimates scatter`() async throws {
    let game = game(groupOf: [0, 0, 1, 1, 2, 2]) { [Self.value($0, of: 6)] }
    let exact = try await game.exactAttribution().shapley[5][0]
    var scatter = 0.0
    var claimed = 0.0
    for seed in 0..<300 {
      let found = try await game.sampledAttribution(seed: UInt64(seed), until: rule(30))
      scatter += (found.shapley[5][0] - exact) * (found.shapley[5][0] - exact)
      claimed += found.shapleyErrors[5][0] * found.shapleyErrors[5][0]
    }
    // χ²/n of 300 samples: a standard deviation of 8 %.
    #expect(scatter / claimed > 0.75 && scatter / claimed < 1.3, "\(scatter / claimed)")
  }

  @Test func `parts sum to the whole however few orders there are`() async throws {
    let found = try await game(groupOf: Array(repeating: 0, count: 23) + [1, 1]) {
      [Self.value($0, of: 25)]
    }.sampledAttribution(seed: 9, until: rule(3))
    for part in [found.shapley, found.owen] {
      #expect(abs(part.reduce(0) { $0 + $1[0] } - found.whole[0]) <= 1e-9)
    }
  }

  @Test func `the same seed draws the same orders, another seed others`() async throws {
    let game = game(groupOf: [0, 1, 1, 2, 2]) { [Self.value($0, of: 5)] }
    let one = try await game.sampledAttribution(seed: 4, until: rule(10))
    let same = try await game.sampledAttribution(seed: 4, until: rule(10))
    let other = try await game.sampledAttribution(seed: 5, until: rule(10))
    #expect(one.shapley == same.shapley && one.owen == same.owen && one.shapley != other.shapley)
  }

  @Test func `it stops when every part is known well enough`() async throws {
    // The airport game: the longest runway anyone needs.
    let game = game(groupOf: [0, 1, 2, 3]) { [Double(Int.bitWidth - $0.leadingZeroBitCount)] }
    let rough = try await game.sampledAttribution(seed: 2, until: rule(5000, 0.02))
    let fine = try await game.sampledAttribution(seed: 2, until: rule(5000, 0.005))
    guard case .sampled(let few) = rough.method, case .sampled(let many) = fine.method else {
      Issue.record("not sampled")
      return
    }
    #expect(few < many && many < 5000)
    #expect(fine.shapleyErrors.allSatisfy { $0[0] <= 0.005 * abs(fine.whole[0]) })
  }

  @Test func `players that only add are known after two orders`() async throws {
    let found = try await game(groupOf: [0, 0, 1]) { mask in
      [Double(mask & 1) * 3 + Double(mask >> 1 & 1) * -2 + Double(mask >> 2) * 5]
    }.sampledAttribution(seed: 1, until: rule(2))
    #expect(zip(found.shapley, [3.0, -2, 5]).allSatisfy { abs($0[0] - $1) < 1e-15 })
    #expect(found.shapleyErrors.allSatisfy { $0[0] < 1e-15 })
  }
}

import Testing

@testable import CityModel

/// A thousand cities drawn at random, each with eight draws of its levers at once, one a lane.
@Suite struct `A thousand cities` {
  @Test func `never crash, never give what is no number, and always balance`() throws {
    var (emitting, pulled, hourly) = (0, 0, 0)
    for seed in UInt64(1)...1000 {
      let city = try RandomCity.drawn(seed)
      let blueprint = try city.blueprint()
      let levels = variants(of: blueprint.scenario, seed)
      var worst: [Law: Double] = [:]
      Simulation(blueprint).run(levels: levels) { year, outputs in
        for (row, declared) in blueprint.rows.enumerated() {
          for lane in Lanes.zero.indices {
            let value = outputs[row][lane]
            let isPossible = value.isFinite && (declared.kind.mayBeNegative || value >= -1e-9)
            if !isPossible { Issue.record("seed \(seed), lane \(lane), \(year): \(declared)") }
            guard declared.kind == .residual, let law = Law(rawValue: declared.part) else {
              continue
            }
            worst[law] = max(worst[law] ?? 0, value.isNaN ? .infinity : value)
          }
          if year == 0, declared.kind == .total, any(outputs[row] .> .zero) { emitting += 1 }
        }
      }
      for law in Law.allCases {
        #expect(worst[law] ?? .infinity <= Trajectory.lawTolerance, "seed \(seed): \(law)")
      }
      if levels.contains(where: { $0 != .all($0[0]) }) { pulled += 1 }
      if blueprint.energy.hourly != nil { hourly += 1 }
    }
    #expect(emitting > 1000 && pulled > 500 && hourly > 100)
  }

  /// Levels of the levers: as given, none, all, and drawn; as given where those are impossible.
  private func variants(of scenario: Scenario, _ seed: UInt64) -> [Lanes] {
    var numbers = SeededNumbers(seed: ~seed)
    let given = scenario.levelsInOrder
    var levels = given.map { Lanes.all($0) }
    guard !given.isEmpty else { return [] }
    let order = scenario.levers.indices.sorted {
      scenario.levers[$0].identity.id < scenario.levers[$1].identity.id
    }
    for lane in 1..<Lanes.scalarCount {
      let drawn = given.map { _ in lane == 1 ? 0 : lane == 2 ? 1 : numbers.number(0...1) }
      var changed = scenario
      for (place, lever) in order.enumerated() { changed.levers[lever].level = drawn[place] }
      guard changed.leverViolations().isEmpty else { continue }
      for place in drawn.indices { levels[place][lane] = drawn[place] }
    }
    return levels
  }
}

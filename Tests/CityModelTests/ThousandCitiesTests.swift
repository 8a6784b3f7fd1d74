import TestSupport
import Testing

@testable import CityModel

/// A thousand cities drawn at random, each with eight draws of its levers at once, one a lane.
@Suite struct `A thousand cities` {
  @Test func `never crash, never give what is no number, and always balance`() throws {
    var emitting = 0
    var pulled = 0
    var hourly = 0
    for seed in UInt64(1)...1000 {
      let city = try RandomCity.drawn(seed)
      let blueprint = try city.blueprint()
      var worst: [Law: Double] = [:]
      let levels = levels(of: blueprint.scenario, seed)
      let faults = BatchRun(blueprint).run(levels: levels) { year, outputs in
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
      if !levels.isEmpty { pulled += faults.count { $0 == nil } }
      if blueprint.energy.hourly != nil { hourly += 1 }
    }
    #expect(emitting > 1000 && pulled > 5000 && hourly > 100)
  }

  /// Levels of the levers: none, all, and drawn; lanes in which they are impossible go on without.
  private func levels(of scenario: Scenario, _ seed: UInt64) -> [Lanes] {
    var numbers = SeededNumbers(seed: ~seed)
    return scenario.levers.map { _ in
      var lanes = Lanes.zero
      for lane in 1..<Lanes.scalarCount { lanes[lane] = lane == 1 ? 1 : numbers.number(0...1) }
      return lanes
    }
  }
}

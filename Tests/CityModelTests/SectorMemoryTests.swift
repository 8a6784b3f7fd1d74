import TestSupport
import Testing

@testable import CityModel

@Suite struct `What sectors did in the batch before` {
  /// Everything a city can have, with levers on each sector, on all of them, and on supply alone.
  private func city() -> CityBuilder {
    var city = EverythingCity.built()
    city.lever("area", ["buildings.homes.floor-area": .change([0.1, 0.3, -0.4])])
    city.lever("sales", ["transport.passenger.car.sales.bev": .to([0.2, 0.6, 0.9])])
    city.lever("moved", ["industry.steel.relocation": .to([0.1, 0.2, 0.3])])
    city.lever("storage", ["energy.carbon-storage.injection-limit": .change([-1, -0.9, 0])])
    city.lever("solar", ["energy.electricity.technologies.solar.capacity": .change([0, 9, 60])])
    city.lever("grid", ["energy.electricity.imports.grid.factor": .change([-0.2, -0.5, -0.9])])
    city.lever("rich", ["drivers.gdp": .change([0, 0.5, -0.3])])
    return city
  }

  /// Batches in which one lever after the other moves, so that sectors repeat for a while.
  private func levels(_ count: Int, _ numbers: inout SeededNumbers) -> [[Lanes]] {
    var levels = (0..<count).map { _ in Lanes.zero }
    return (0..<40).map { _ in
      let lever = numbers.pick(Array(0..<count))
      for lane in 0..<8 { levels[lever][lane] = numbers.pick([0, 1, numbers.number(0...1)]) }
      return levels
    }
  }

  /// Expects that batches run one after the other, reading only some rows, give the bits of variants
  /// run alone; gives the sectors that were not computed again.
  private func expectSameBits(
    _ blueprint: Blueprint, recording rows: [Int], seed: UInt64
  ) -> Set<Sector> {
    let space = VariantSpace(blueprint)
    let simulation = Simulation(space, remembering: SectorPlan.all(space, recorded: rows))
    let batch = VariantBatch(space)
    var numbers = SeededNumbers(seed: seed)
    var known: Set<Sector> = []
    for (round, levels) in levels(blueprint.scenario.levers.count, &numbers).enumerated() {
      for (lever, level) in levels.enumerated() { batch.levels[lever] = level }
      var found = [[Double]](repeating: [], count: 8)
      let faults = simulation.run(batch) { _, outputs in
        for lane in 0..<8 { found[lane] += rows.map { outputs[$0][lane] } }
      }
      known.formUnion(simulation.memory.known)
      for lane in [0, 3, 7] where faults[lane] == nil {
        let alone = Trajectory(blueprint, levels: levels.map { $0[lane] })
        let expected = blueprint.years.indices.enumerated().flatMap { year, _ in
          rows.map { alone[$0][year] }
        }
        #expect(same(found[lane], expected), "seed \(seed), round \(round), lane \(lane)")
      }
    }
    return known
  }

  @Test(arguments: [1, 2, 3]) func `are put back to the bit`(seed: UInt64) throws {
    let blueprint = try city().blueprint()
    let accounts: Set<OutputKind> = [
      .total, .byEndUse, .bySource, .resourceCost, .cost, .investment, .residual, .averageCost,
      .relocatedEmissions, .balance,
    ]
    let few = blueprint.rows.indices.filter { accounts.contains(blueprint.rows[$0].kind) }
    let all = Array(blueprint.rows.indices)
    for rows in [few, all] {
      let known = expectSameBits(blueprint, recording: rows, seed: seed)
      #expect(known == [.buildings, .industry, .transport])
    }
  }

  @Test func `are put back to the bit in any city`() throws {
    var repeating = 0
    for seed in UInt64(0)..<60 {
      let blueprint = try RandomCity.drawn(seed).blueprint()
      guard !blueprint.scenario.levers.isEmpty else { continue }
      let totals = blueprint.rows.indices.filter {
        [.total, .resourceCost, .balance].contains(blueprint.rows[$0].kind)
      }
      if !expectSameBits(blueprint, recording: totals, seed: seed).isEmpty { repeating += 1 }
    }
    #expect(repeating > 20)
  }

  @Test func `are forgotten after a variant that cannot be`() throws {
    var city = CityBuilder.bare(2020...2022)
    city.demand("coal", [10])
    city.demand("electricity", [36])
    city.lever("less", ["industry.uses-coal.activity": .change([-2, -2, -2])])
    let blueprint = try city.blueprint()
    let space = VariantSpace(blueprint)
    let total = blueprint.row(of: .gross)
    let simulation = Simulation(space, remembering: SectorPlan.all(space, recorded: [total]))
    let batch = VariantBatch(space)
    func run(_ level: Double) -> (gross: Double, isPossible: Bool, known: [Sector]) {
      batch.levels[0] = .all(level)
      var gross = 0.0
      let faults = simulation.run(batch) { _, outputs in gross = outputs[total][0] }
      return (gross, faults[0] == nil, simulation.memory.known)
    }
    let first = run(0)
    #expect(!first.known.contains(.industry))
    #expect(run(0).known.contains(.industry))
    #expect(!run(1).isPossible)
    let again = run(1)
    #expect(!again.isPossible && !again.known.contains(.industry))
    let last = run(0)
    #expect(last.gross == first.gross && !last.known.contains(.industry))
  }
}

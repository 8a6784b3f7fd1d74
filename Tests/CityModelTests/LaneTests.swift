import TestSupport
import Testing

@testable import CityModel

@Suite struct `Lanes of a run` {
  /// A lever on each kind of thing the lanes could share by mistake: a share, a stock, a limit, a
  /// factor, an ownership curve, the landfill.
  private func leverCity() -> CityBuilder {
    var city = EverythingCity.built()
    city.lever("clean", ["energy.electricity.imports.grid.factor": .change([-0.2, -0.5, -0.9])])
    city.lever("shrink", ["transport.passenger.bus.vehicles": .change([0, -0.7, -0.2])])
    city.lever("sales", ["transport.passenger.car.sales.bev": .to([0.2, 0.6, 0.9])])
    city.lever("storage", ["energy.carbon-storage.injection-limit": .change([-1, -0.9, 0])])
    city.lever("area", ["buildings.homes.floor-area": .change([0.1, 0.3, -0.4])])
    city.lever("waste", ["waste.treatment.landfill": .to([0.1, 0, 0])])
    city.lever("solar", ["energy.electricity.technologies.solar.capacity": .change([0, 9, 60])])
    city.lever("rich", ["drivers.gdp": .change([0, 0.5, -0.3])])
    return city
  }

  @Test func `eight variants in one run are eight runs, to the bit`() throws {
    let blueprint = try leverCity().blueprint()
    var numbers = SeededNumbers(seed: 8)
    let count = blueprint.scenario.levers.count
    for round in 0..<12 {
      let variants = (0..<8).map { lane in
        (0..<count).map { lever in
          round == 0 ? (lever == lane ? 1 : 0) : numbers.pick([0, 1, numbers.number(0...1)])
        }
      }
      let levels = (0..<count).map { lever in
        var lanes = Lanes.zero
        for lane in 0..<8 { lanes[lane] = variants[lane][lever] }
        return lanes
      }
      let together = rows(blueprint, levels)
      var different: Set<[UInt64]> = []
      for (lane, variant) in variants.enumerated() {
        let alone = Trajectory(blueprint, levels: variant)
        let expected = blueprint.rows.indices.flatMap { Array(alone[$0]) }
        #expect(same(together[lane], expected), "round \(round), lane \(lane)")
        different.insert(expected.map(\.bitPattern))
      }
      #expect(different.count > 4)
    }
  }

  @Test func `a workspace used before gives the same bits`() throws {
    let blueprint = try leverCity().blueprint()
    let simulation = BatchRun(blueprint)
    func run(_ level: Double) -> [Double] {
      var values: [Double] = []
      simulation.run(levels: blueprint.scenario.levers.map { _ in .all(level) }) { _, outputs in
        for row in 0..<outputs.count { values.append(outputs[row][3]) }
      }
      return values
    }
    let first = run(0.5)
    #expect(!same(run(1), first))
    #expect(same(run(0.5), first))
  }

  /// All rows of each lane, row by row over the years.
  private func rows(_ blueprint: Blueprint, _ levels: [Lanes]) -> [[Double]] {
    let years = blueprint.years.count
    var lanes = [[Double]](
      repeating: [Double](repeating: 0, count: blueprint.rows.count * years), count: 8)
    BatchRun(blueprint).run(levels: levels) { year, outputs in
      for row in 0..<outputs.count {
        for lane in 0..<8 { lanes[lane][row * years + year] = outputs[row][lane] }
      }
    }
    return lanes
  }
}

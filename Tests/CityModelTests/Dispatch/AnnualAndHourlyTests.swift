import TestSupport
import Testing

@testable import CityModel

@Suite struct `Annual and hourly dispatch` {
  /// A city with every kind of plant, its numbers from a seed.
  private func city(_ seed: Int) -> CityBuilder {
    var numbers = SeededNumbers(seed: UInt64(seed))
    var city = CityBuilder.bare()
    city.demand("electricity", (0..<3).map { _ in numbers.number(20...200) })
    city.demand("heat", (0..<3).map { _ in numbers.number(1...20) })
    city.demand("hydrogen", (0..<3).map { _ in numbers.number(0...5) })
    city.set("energy.electricity.loss", numbers.number(0...0.1))
    city.set("energy.electricity.exports", numbers.number(0...20))
    city.set("energy.heat.loss", 0.1)
    city.set("energy.heat.technologies.chp.share", 0.7)
    city.choose("energy.heat.technologies.chp.carrier", "gas")
    city.set("energy.heat.technologies.chp.efficiency", 0.6)
    city.set("energy.heat.technologies.chp.power-ratio", 0.4)
    city.set("energy.heat.technologies.pump.share", 0.3)
    city.choose("energy.heat.technologies.pump.carrier", "electricity")
    city.set("energy.heat.technologies.pump.efficiency", 3)
    city.set("energy.hydrogen.loss", 0)
    city.set("energy.hydrogen.routes.water.share", 1)
    city.choose("energy.hydrogen.routes.water.carrier", "electricity")
    city.set("energy.hydrogen.routes.water.efficiency", 0.7)
    city.set("energy.carbon-storage.injection-limit", numbers.number(0...3))
    city.set("energy.electricity.imports.hydro.energy", numbers.number(0...40))
    city.set("energy.electricity.imports.hydro.factor", 0)
    city.variable("solar", aDay: numbers.number(0...30))
    for (id, merit) in [("old", 1.0), ("new", 2)] {
      city.dispatchable(
        id, power: numbers.number(0...6), factor: numbers.number(0.1...1), merit: merit)
      let capture = "energy.electricity.technologies.\(id).capture"
      city.set("\(capture).coverage", numbers.number(0...1))
      city.set("\(capture).rate", 0.9)
      city.set("\(capture).electricity", 0.5)
    }
    return city
  }

  @Test(arguments: 0..<40) func `are the same where every hour is the same`(seed: Int) throws {
    let annual = city(seed)
    var hourly = annual
    hourly.choose("energy.electricity.dispatch", "hourly")
    hourly.set("energy.electricity.days.winter.weight", 120)
    hourly.set("energy.electricity.days.summer.weight", 245)
    let byYear = try annual.run()
    let byHour = try hourly.run()
    #expect(byHour.brokenLaws.isEmpty)
    for (index, row) in byYear.blueprint.rows.enumerated() where row.kind != .residual {
      let path = byYear.blueprint.items[row.item].path.description
      let other = byHour.series(row.kind, path, row.part)
      // Several sources may share a path: they are compared one by one through their order.
      guard byYear.series(row.kind, path, row.part) == Array(byYear[index]) else { continue }
      expect(other, is: Array(byYear[index]), within: 1e-9, "\(row.kind) \(path) \(row.part)")
    }
  }

  @Test(arguments: 0..<20) func `yearly rows are the sums of the hours`(seed: Int) throws {
    var city = city(seed)
    var numbers = SeededNumbers(seed: UInt64(500 + seed))
    city.choose("energy.electricity.dispatch", "hourly")
    for (id, weight) in [("cold", 100.0), ("mild", 165), ("hot", 100)] {
      city.set("energy.electricity.days.\(id).weight", weight)
    }
    func shape() -> [Double] { (0..<72).map { _ in numbers.number(0...2) } }
    city.table("energy.electricity.profiles", ["load": shape(), "sun": shape()])
    city.choose("energy.electricity.load-shapes.industry", "load")
    city.choose("energy.electricity.technologies.solar.profile", "sun")
    city.set("energy.electricity.import-limit", numbers.number(0...4))
    city.storage(power: 1, size: 4, efficiency: 0.8)
    let run = try city.run()
    let hours = try city.hours()
    func row(_ kind: OutputKind, _ path: String) -> Double {
      run.series(kind, "energy.electricity.\(path)", "electricity")[0]
    }
    for id in ["solar", "old", "new"] {
      #expect(
        agree(hours.total(.generation(id)), row(.plantOutput, "technologies.\(id)"), within: 1e-9))
    }
    for id in ["grid", "hydro"] {
      #expect(agree(hours.total(.imported(id)), row(.imports, "imports.\(id)"), within: 1e-9))
    }
    #expect(agree(hours.total(.charge("battery")), row(.storageInput, "storage.battery")))
    #expect(agree(hours.total(.discharge("battery")), row(.storageOutput, "storage.battery")))
    let unserved = run.series(.unserved, "energy.electricity", "electricity")[0]
    #expect(agree(hours.total(.unserved), unserved, within: 1e-9))
    let curtailed = run.series(.curtailed, "energy.electricity")[0]
    #expect(agree(hours.total(.curtailed), curtailed, within: 1e-9))
    #expect(run.brokenLaws.isEmpty)
  }

  @Test func `a variant's result does not depend on its neighbours`() throws {
    var city = city(7)
    city.choose("energy.electricity.dispatch", "hourly")
    city.set("energy.electricity.days.day.weight", 365)
    city.table("energy.electricity.profiles", ["load": (0..<24).map { 1 + Double($0 * 7 % 11) }])
    city.choose("energy.electricity.load-shapes.industry", "load")
    city.storage(power: 1, size: 4, efficiency: 0.8)
    city.lever(
      "more",
      [
        "energy.electricity.storage.battery.power": .to([3, 3, 3]),
        "energy.electricity.storage.battery.energy": .to([30, 30, 30]),
        "energy.electricity.technologies.solar.capacity": .to([20, 20, 20]),
      ])
    let blueprint = try city.blueprint()
    let levels = (0..<8).map { Double($0) / 7 }
    var together = [[Double]](repeating: [], count: 8)
    BatchRun(blueprint).run(levels: [Lanes(levels)]) { _, outputs in
      for lane in 0..<8 {
        for row in 0..<outputs.count { together[lane].append(outputs[row][lane]) }
      }
    }
    for (lane, level) in levels.enumerated() {
      var alone: [Double] = []
      BatchRun(blueprint).run(levels: [.all(level)]) { _, outputs in
        for row in 0..<outputs.count { alone.append(outputs[row][0]) }
      }
      #expect(same(alone, together[lane]), "lane \(lane)")
    }
  }
}

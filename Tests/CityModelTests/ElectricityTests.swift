import TestSupport
import Testing

@testable import CityModel

@Suite struct `Annual dispatch` {
  private let technologies = "energy.electricity.technologies"
  private let imports = "energy.electricity.imports"
  /// PJ that one gigawatt makes in a year of 8760 hours.
  private let year = 8760 * 3600 * 1e-6

  private func city(_ demand: [Double]) -> CityBuilder {
    var city = CityBuilder.bare()
    city.demand("electricity", demand)
    return city
  }

  private func plant(
    _ city: inout CityBuilder, _ id: String, role: String, energy: [Double], fuel: String? = nil,
    efficiency: Double = 0.5, merit: Double? = nil
  ) {
    city.choose("\(technologies).\(id).role", role)
    city.set("\(technologies).\(id).capacity", energy.map { $0 / year / 0.5 })
    city.set("\(technologies).\(id).capacity-factor", 0.5)
    if let fuel {
      city.choose("\(technologies).\(id).fuel", fuel)
      city.set("\(technologies).\(id).efficiency", efficiency)
    }
    if let merit { city.set("\(technologies).\(id).merit", merit) }
  }

  private func output(_ run: Trajectory, _ id: String) -> [Double] {
    run.series(.plantOutput, "\(technologies).\(id)", "electricity")
  }

  private func bought(_ run: Trajectory, _ id: String = "grid") -> [Double] {
    run.series(.imports, "\(imports).\(id)", "electricity")
  }

  @Test func `the sun first, then plants by merit, then the grid`() throws {
    var city = city([10, 30, 60])
    city.set("energy.electricity.loss", 0.2)
    plant(&city, "gas-plant", role: "dispatchable", energy: [30], fuel: "gas", merit: 2)
    plant(&city, "coal-plant", role: "dispatchable", energy: [20], fuel: "coal", merit: 1)
    plant(&city, "solar", role: "variable", energy: [5])
    let run = try city.run()
    // 12.5, 37.5 and 75 PJ are sent out.
    expect(output(run, "solar"), is: [5, 5, 5])
    expect(output(run, "coal-plant"), is: [7.5, 20, 20])
    expect(output(run, "gas-plant"), is: [0, 12.5, 30])
    expect(bought(run), is: [0, 0, 20])
    expect(
      run.series(.plantInput, "\(technologies).gas-plant", "gas"), is: [0, 25, 60])
    expect(
      run.series(.balance, "carriers.electricity", BalanceItem.losses.rawValue), is: [2.5, 7.5, 15])
    expect(run.total(.scope1), is: [1.5, 4 + 25 * 0.05, 4 + 3])
    expect(run.total(.scope2Location), is: [0, 0, 4])
    #expect(run.brokenLaws.isEmpty)
  }

  @Test func `plants of equal merit run in the order of the file`() throws {
    var city = city([10])
    plant(&city, "b", role: "dispatchable", energy: [8], fuel: "gas", merit: 1)
    plant(&city, "a", role: "dispatchable", energy: [8], fuel: "gas", merit: 1)
    let run = try city.run()
    expect(output(run, "b"), is: [8, 8, 8])
    expect(output(run, "a"), is: [2, 2, 2])
  }

  @Test func `what runs by itself beyond the demand is cut back alike and reported`() throws {
    var city = city([30])
    plant(&city, "solar", role: "variable", energy: [20, 30, 0])
    plant(&city, "waste", role: "must-run", energy: [10, 15, 0], fuel: "coal")
    plant(&city, "peaker", role: "dispatchable", energy: [50], fuel: "gas", merit: 1)
    city.set("\(imports).hydro.energy", [10, 15, 0])
    city.set("\(imports).hydro.factor", 0)
    let run = try city.run()
    expect(output(run, "solar"), is: [15, 15, 0])
    expect(output(run, "waste"), is: [7.5, 7.5, 0])
    expect(bought(run, "hydro"), is: [7.5, 7.5, 0])
    expect(run.series(.curtailed, "energy.electricity"), is: [10, 30, 0])
    expect(output(run, "peaker"), is: [0, 0, 30])
    expect(run.series(.plantInput, "\(technologies).waste", "coal"), is: [15, 15, 0])
    expect(bought(run), is: [0, 0, 0])
    #expect(run.brokenLaws.isEmpty)
  }

  @Test func `electricity of heat plants is cut back too, the heat still made`() throws {
    var city = city([3])
    city.demand("heat", [10])
    city.set("energy.heat.loss", 0)
    city.choose("energy.heat.technologies.chp.carrier", "gas")
    city.set("energy.heat.technologies.chp.share", 1)
    city.set("energy.heat.technologies.chp.efficiency", 0.5)
    city.set("energy.heat.technologies.chp.power-ratio", 0.6)
    let run = try city.run()
    expect(run.series(.curtailed, "energy.electricity"), is: [3, 3, 3])
    expect(run.series(.balance, "carriers.electricity", "production"), is: [3, 3, 3])
    expect(run.series(.plantInput, "energy.heat.technologies.chp", "gas"), is: [20, 20, 20])
    #expect(run.brokenLaws.isEmpty)
  }

  @Test func `exports add to what must be made and leave their emissions with energy`() throws {
    var city = city([8])
    city.set("energy.electricity.loss", 0.2)
    city.set("energy.electricity.exports", [0, 10, 30])
    plant(&city, "coal-plant", role: "dispatchable", energy: [40], fuel: "coal", merit: 1)
    let run = try city.run()
    // 10 PJ sent to users; 200 kg a GJ made.
    expect(output(run, "coal-plant"), is: [10, 20, 40])
    expect(run.byEndUse(.industry), is: [2, 2, 2])
    expect(run.byEndUse(.energy), is: [0, 2, 6])
    expect(run.total(.gross), is: [2, 4, 8])
    #expect(run.brokenLaws.isEmpty)
  }

  @Test func `a city that only exports keeps all emissions of power with energy`() throws {
    var city = CityBuilder.bare()
    city.set("energy.electricity.exports", 10)
    plant(&city, "coal-plant", role: "dispatchable", energy: [40], fuel: "coal", merit: 1)
    let run = try city.run()
    expect(run.byEndUse(.energy), is: [2, 2, 2])
    expect(run.total(.gross), is: [2, 2, 2])
    #expect(run.brokenLaws.isEmpty && run.impossibleRows.isEmpty)
  }

  private func withCapture(
    _ demand: [Double], role: String = "dispatchable", capacity: [Double], electricity: Double = 1
  ) -> CityBuilder {
    var city = city(demand)
    plant(
      &city, "clean", role: role, energy: capacity, fuel: "coal", efficiency: 0.4,
      merit: role == "dispatchable" ? 1 : nil)
    city.set("\(technologies).clean.capture.coverage", 1)
    city.set("\(technologies).clean.capture.rate", 0.8)
    city.set("\(technologies).clean.capture.electricity", electricity)
    return city
  }

  @Test func `a plant with capture makes more than it delivers`() throws {
    let run = try withCapture([40], capacity: [100]).run()
    // 0.25 t formed and 0.2 t captured per GJ made: net 0.8 of gross.
    expect(output(run, "clean"), is: [40, 40, 40])
    expect(run.series(.plantInput, "\(technologies).clean", "coal"), is: [125, 125, 125])
    expect(run.series(.captured, "\(technologies).clean"), is: [10, 10, 10])
    expect(run.total(.gross), is: [2.5, 2.5, 2.5])
    #expect(run.brokenLaws.isEmpty)
  }

  @Test func `a full storage leaves the plant its electricity and the air its carbon`() throws {
    var city = withCapture([40], capacity: [100])
    city.set("energy.carbon-storage.injection-limit", [0, 4, 100])
    let run = try city.run()
    // gross = net + e·L where the storage is full
    expect(output(run, "clean"), is: [40, 40, 40])
    expect(run.series(.plantInput, "\(technologies).clean", "coal"), is: [100, 110, 125])
    expect(run.series(.captured, "\(technologies).clean"), is: [0, 4, 10])
    expect(run.series(.captureRefused, "\(technologies).clean"), is: [8, 4.8, 0])
    expect(run.total(.gross), is: [10, 7, 2.5])
  }

  @Test func `a plant with capture at its capacity delivers what is left`() throws {
    let run = try withCapture([60], capacity: [50]).run()
    expect(output(run, "clean"), is: [40, 40, 40])
    expect(bought(run), is: [20, 20, 20])
    expect(run.series(.captured, "\(technologies).clean"), is: [10, 10, 10])
  }

  @Test(arguments: ["dispatchable", "must-run"])
  func `a plant whose capture needs all it makes stands still`(role: String) throws {
    for electricity in [3.1, 5] {
      var city = withCapture([40], role: role, capacity: [50], electricity: electricity)
      city.set("\(technologies).clean.capture.rate", 1)
      city.set("\(technologies).clean.efficiency", 0.3)
      let run = try city.run()
      expect(output(run, "clean"), is: [0, 0, 0])
      expect(bought(run), is: [40, 40, 40])
      #expect(run.impossibleRows.isEmpty && run.brokenLaws.isEmpty)
    }
  }

  @Test func `storage is filled by industry first, then by plants in the order they run`() throws {
    var city = withCapture([40], capacity: [100])
    city.industry("works", activity: [10], intensity: 0, carrier: "coal")
    city.set("industry.works.routes.r.process", 1)
    city.set("industry.works.routes.r.capture.coverage", 1)
    city.set("industry.works.routes.r.capture.rate", 0.5)
    city.set("industry.works.routes.r.capture.electricity", 0)
    city.set("industry.works.routes.r.capture.heat", 0)
    city.set("energy.carbon-storage.injection-limit", [3, 7, 20])
    let run = try city.run()
    expect(
      run.rows(.captured).reduce([0, 0, 0]) { zip($0, run[$1.index]).map(+) }, is: [3, 7, 15])
    expect(run.series(.captured, "\(technologies).clean"), is: [0, 2, 10])
  }

  @Test func `location-based, what crosses the common grid carries its factor`() throws {
    var city = city([100])
    city.set("\(imports).green.energy", 20)
    city.set("\(imports).green.factor", 10)
    city.set("\(imports).line.energy", 30)
    city.set("\(imports).line.factor", 30)
    city.choose("\(imports).line.line", "dedicated")
    city.set("\(imports).grid.market-factor", 250)
    let run = try city.run()
    let location = 20 * 0.2 + 30 * 0.03 + 50 * 0.2
    let market = 20 * 0.01 + 30 * 0.03 + 50 * 0.25
    #expect(agree(run.total(.scope2Location)[0], location))
    #expect(agree(run.total(.scope2Market)[0], market))
    #expect(agree(run.total(.gross)[0], location))
    #expect(agree(run.byEndUse(.industry)[0], location))
    city.accounting.electricity = .market
    #expect(agree(try city.run().total(.gross)[0], market))
    city.accounting.countsScope2 = false
    #expect(try city.run().total(.gross)[0] == 0)
  }
}

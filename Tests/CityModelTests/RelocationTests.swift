import Quantities
import TestSupport
import Testing

@testable import CityModel

@Suite struct `Industry moved out of the city` {
  private let route = "industry.works.routes.r"

  /// 10 Mt a year of 4 GJ/t: 60 % coal, 40 % electricity at an efficiency of 2; process 0.5 t/t.
  private func works() -> CityBuilder {
    var city = CityBuilder.bare()
    city.industry(activity: [10], intensity: 4, carrier: "coal")
    city.set("\(route).uses.u.carriers.coal", 0.6)
    city.set("\(route).uses.u.carriers.electricity", 0.4)
    city.set("\(route).uses.u.efficiency.electricity", 2)
    city.set("\(route).process", 0.5)
    return city
  }

  private func memo(_ run: Trajectory, _ part: RelocatedPart) -> [Double] {
    run.series(.relocatedEmissions, "industry.works", part.rawValue)
  }

  @Test func `what is moved is no longer made here, and its emissions stand in a memo`() throws {
    var city = works()
    city.set("industry.works.relocation", [0, 0.25, 0.5])
    city.set("industry.works.leakage-factor", 1.2)
    let run = try city.run()
    expect(run.series(.activity, route), is: [10, 7.5, 5])
    // Here 0.24 + 0.5 t/t by coal and process, 0.8 GJ/t of electricity at 200 kg/GJ.
    expect(run.total(.gross), is: [9, 6.75, 4.5])
    expect(memo(run, .direct), is: [0, 2.5 * 0.74 * 1.2, 5 * 0.74 * 1.2])
    expect(memo(run, .energy), is: [0, 2.5 * 0.16 * 1.2, 5 * 0.16 * 1.2])
    expect(run.series(.relocatedEnergy, "industry.works", "electricity"), is: [0, 2, 4])
    #expect(run.brokenLaws.isEmpty && run.impossibleRows.isEmpty)
  }

  @Test func `total and memo together are what the city would have emitted`() throws {
    let reference = try works().run().total(.net)
    for share in [0.1, 0.7, 1] {
      var city = works()
      city.set("industry.works.relocation", [share])
      let run = try city.run()
      let sum = zip(run.total(.scope1), memo(run, .direct)).map(+)
      expect(sum, is: [7.4, 7.4, 7.4])
      // Nobody uses electricity any more once all are gone: its factor was never known.
      guard share < 1 else { continue }
      let all = zip(run.total(.net), zip(memo(run, .direct), memo(run, .energy)).map(+)).map(+)
      expect(all, is: reference)
    }
  }

  @Test func `energy that nobody uses any more keeps its last known factor`() throws {
    var city = works()
    city.set("industry.works.relocation", [0, 0.5, 1])
    city.set("energy.electricity.imports.grid.factor", [200, 150, 100])
    expect(memo(try city.run(), .energy), is: [0, 4 * 0.15, 8 * 0.15])
  }

  @Test func `a factor known in one batch of variants is not known in the next`() throws {
    var city = works()
    city.set("industry.works.relocation", [1, 0.5, 0])
    let blueprint = try city.blueprint()
    let row = try #require(
      blueprint.row(.relocatedEmissions, "industry.works", RelocatedPart.energy.rawValue))
    let space = VariantSpace(blueprint)
    let simulation = Simulation(space, remembering: SectorPlan.all(space, recorded: [row]))
    for _ in 0..<3 {
      var found: [Double] = []
      simulation.run(VariantBatch(space)) { _, outputs in found.append(outputs[row][0]) }
      #expect(same(found, memo(try city.run(), .energy)) && found[0] == 0 && found[1] > 0)
    }
  }

  @Test func `methane, nitrous oxide and stored carbon count as they would here`() throws {
    var city = works()
    city.set("carriers.coal.methane", 10)
    city.set("carriers.coal.nitrous-oxide", 2)
    city.set("\(route).uses.u.carbon-stored", 0.5)
    city.set("\(route).process-methane", 3)
    city.set("\(route).process-nitrous-oxide", 1)
    city.set("\(route).process-substitution", 0.2)
    city.set("industry.works.relocation", 0.5)
    let run = try city.run()
    // Half is here, half elsewhere, and all direct emissions are of the works.
    expect(memo(run, .direct), is: run.total(.scope1))
  }

  @Test func `capture counts as far as the storage has room for it`() throws {
    var city = works()
    city.set("\(route).capture.coverage", 0.5)
    city.set("\(route).capture.rate", 0.8)
    city.set("\(route).capture.electricity", 0.5)
    city.set("\(route).capture.heat", 0)
    city.set("industry.works.relocation", 0.5)
    city.set("energy.carbon-storage.injection-limit", [9, 2, 1])
    let run = try city.run()
    // 3.7 Mt on either side, 1.48 of them captured where there is room: 1.48, 0.52, none.
    expect(run.series(.captured, route), is: [1.48 * 2.4 / 7.4, 1.48 * 2.4 / 7.4, 2.4 / 7.4])
    expect(memo(run, .direct), is: [3.7 - 1.48, 3.7 - 0.52, 3.7])
    expect(
      run.series(.relocatedEnergy, "industry.works", "electricity"),
      is: [4 + 0.74, 4 + 0.26, 4])
  }

  @Test func `a lever moves it`() throws {
    var city = works()
    city.lever(
      "exit", ramp: Ramp(.linear, from: 2020, by: 2022),
      ["industry.works.relocation": .to([0.4, 0.4, 0.4])])
    let run = try city.run()
    expect(run.series(.activity, route), is: [10, 8, 6])
    expect(memo(run, .direct), is: [0, 1.48, 2.96])
  }
}

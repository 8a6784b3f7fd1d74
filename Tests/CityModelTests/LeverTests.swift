import Quantities
import TestSupport
import Testing

@testable import CityModel

@Suite struct `Levers` {
  private let grid = "energy.electricity.imports.grid.factor"
  private let works = "industry.works.routes"

  /// What the levers of a city make of a parameter, year by year.
  private func values(_ path: String, _ city: CityBuilder) throws -> [Double] {
    try #require(try city.scenario().planned(ParameterPath(path))).values
  }

  @Test func `a lever moves a parameter to a value, as far as its level and ramp go`() throws {
    var city = CityBuilder.bare()
    city.set(grid, [200, 190, 180])
    city.lever(
      "clean", level: 0.5, ramp: Ramp(.linear, from: 2020, by: 2022), [grid: .to([100, 90, 60])])
    expect(try values(grid, city), is: [200, 190 - 0.25 * 100, 180 - 0.5 * 120])
  }

  @Test func `two levers to a value add, two changes multiply, both together`() throws {
    var city = CityBuilder.bare()
    city.set(grid, [200])
    city.lever("a", level: 0.25, [grid: .to([100, 100, 100])])
    city.lever(
      "b", level: 0.5, ramp: Ramp(.linear, from: 2020, by: 2022), [grid: .to([60, 60, 60])])
    city.lever("c", level: 0.8, [grid: .change([-0.5, -0.5, -0.5])])
    city.lever("d", level: 1, [grid: .change([0.1, 0.1, 0.1])])
    let expected = [0, 0.25, 0.5].map {
      (200 + 0.25 * (100 - 200) + $0 * (60 - 200)) * (1 - 0.8 * 0.5) * (1 + 0.1)
    }
    expect(try values(grid, city), is: expected)
  }

  @Test func `a bound moves only what is on its far side, and as far as level and ramp go`() throws
  {
    var city = CityBuilder.bare()
    city.set(grid, [200, 190, 180])
    city.lever(
      "clean", level: 0.5, ramp: Ramp(.linear, from: 2020, by: 2022),
      [grid: .atMost([100, 150, 150])])
    expect(try values(grid, city), is: [200, 190 - 0.25 * 40, 180 - 0.5 * 30])
    city.removeLevers()
    city.lever("dirty", [grid: .atLeast([150, 190, 185])])
    expect(try values(grid, city), is: [200, 190, 185])
  }

  @Test func `of several bounds the strictest holds, in any order, on what the others leave`()
    throws
  {
    let bounds: [(String, Lever.Effect)] = [
      ("a", .atMost([150, 150, 150])), ("b", .atMost([120, 120, 120])),
      ("c", .change([-0.1, -0.1, -0.1])), ("d", .to([100, 100, 100])),
      ("e", .atLeast([110, 130, 90])),
    ]
    for order in [bounds, bounds.reversed()] {
      var city = CityBuilder.bare()
      city.set(grid, [200])
      for (place, bound) in order.enumerated() {
        let (id, effect) = bound
        city.lever("\(place)-\(id)", level: id == "d" ? 0.5 : 1, [grid: effect])
      }
      // (200 − 50) · 0.9 = 135; at least 110, 130 and 90 change nothing, at most 120 holds.
      expect(try values(grid, city), is: [120, 120, 120])
    }
    var city = CityBuilder.bare()
    city.set(grid, [200])
    city.lever("a", level: 0.5, [grid: .atLeast([300, 300, 300])])
    city.lever("b", level: 0.25, [grid: .atLeast([320, 320, 320])])
    expect(try values(grid, city), is: [250, 250, 250])
  }

  @Test func `a bound that holds already leaves the shares beside it to the bit`() throws {
    var city = steel()
    city.lever("scrap", [works + ".scrap.share": .atLeast([0.1, 0.3, 0.5])])
    expect(try values("\(works).scrap.share", city), is: [0.3, 0.3, 0.5])
    let furnace = try values("\(works).furnace.share", city)
    #expect(furnace[0] == 0.6 && furnace[1] == 0.6 && agree(furnace[2], 0.6 * 0.5 / 0.7))
  }

  private func steel() -> CityBuilder {
    var city = CityBuilder.bare()
    for (id, share) in [("furnace", 0.6), ("scrap", 0.3), ("hydrogen", 0.1)] {
      city.set("industry.works.routes.\(id).share", share)
      city.set("industry.works.routes.\(id).uses.u.intensity", 1)
      city.set("industry.works.routes.\(id).uses.u.carriers.coal", 1)
    }
    city.set("industry.works.activity", 10)
    return city
  }

  @Test func `in a set of shares the moved are set and the others shrink in proportion`() throws {
    var city = steel()
    city.lever("scrap", level: 0.5, [works + ".scrap.share": .to([0.3, 0.5, 0.7])])
    expect(try values("\(works).scrap.share", city), is: [0.3, 0.4, 0.5])
    expect(
      try values("\(works).furnace.share", city),
      is: [0.6, 0.6 * 0.6 / 0.7, 0.6 * 0.5 / 0.7])
    expect(
      try values("\(works).hydrogen.share", city),
      is: [0.1, 0.1 * 0.6 / 0.7, 0.1 * 0.5 / 0.7])
    #expect(try city.scenario().leverViolations().isEmpty)
    expect(try city.run().series(.finalEnergy, "\(works).scrap", "coal"), is: [3, 4, 5])
  }

  @Test func `levers on two shares of a set leave the rest to the third`() throws {
    var city = steel()
    city.lever("scrap", [works + ".scrap.share": .change([1, 1, 1])])
    city.lever("hydrogen", [works + ".hydrogen.share": .to([0.2, 0.3, 0.4])])
    expect(try values("\(works).furnace.share", city), is: [0.2, 0.1, 0])
    #expect(try city.scenario().leverViolations().isEmpty)
  }

  @Test func `the levers of a parameter are those pulled that move it, or shares beside it`() throws
  {
    var city = steel()
    city.set(grid, [200])
    city.lever("idle", level: 0, ["\(works).scrap.share": .to([0.4, 0.4, 0.4])])
    city.lever("scrap", level: 1, ["\(works).scrap.share": .to([0.5, 0.5, 0.5])])
    let scenario = try city.scenario()
    for (id, share) in [
      ("furnace", 0.6 * 0.5 / 0.7), ("scrap", 0.5), ("hydrogen", 0.1 * 0.5 / 0.7),
    ] {
      let planned = try #require(scenario.planned(ParameterPath("\(works).\(id).share")))
      #expect(planned.levers == ["scrap"])
      #expect(planned.values.allSatisfy { abs($0 - share) < 1e-15 })
    }
    let still = try #require(scenario.planned(ParameterPath(grid)))
    #expect(still.levers == [] && still.values == [200, 200, 200])
    #expect(scenario.planned(ParameterPath("industry.works.nothing")) == nil)
  }

  @Test func `shares that leave no room, or nobody to give way, are named with their levers`()
    throws
  {
    var city = steel()
    city.lever("b", [works + ".scrap.share": .to([0.3, 0.8, 0.8])])
    city.lever("a", [works + ".hydrogen.share": .to([0.1, 0.1, 0.4])])
    let tooMuch = try #require(try city.scenario().leverViolations().first)
    #expect(tooMuch.path.description == works && tooMuch.year == 2022)
    #expect(tooMuch.levers == ["a", "b"])
    guard case .sharesDoNotSum(let sum) = tooMuch.problem else {
      Issue.record("\(tooMuch)")
      return
    }
    #expect(agree(sum, 1.2))

    var alone = CityBuilder.bare()
    alone.industry(activity: [1], intensity: 1, carrier: "coal")
    alone.lever("less", [works + ".r.share": .change([-0.1, -0.1, -0.1])])
    let problems = try alone.scenario().leverViolations().map(\.problem)
    #expect(problems == [.sharesDoNotSum(sum: 0.9)])
  }

  @Test func `a parameter that leaves its bounds is named once, with year, value and levers`()
    throws
  {
    var city = CityBuilder.bare()
    city.set(grid, [200, 300, 400])
    city.lever("up", [grid: .change([0.5, 1, 1])])
    city.lever("other", ["drivers.gdp": .change([0.1, 0.1, 0.1])])
    let violations = try city.scenario().leverViolations()
    #expect(
      violations == [
        LeverViolation(
          path: ParameterPath(grid), year: 2021, problem: .outOfBounds(value: 600), levers: ["up"])
      ])
  }

  @Test func `levels are given in the order of the ids, whatever the order of the file`() throws {
    var city = CityBuilder.bare()
    city.demand("electricity", [10])
    city.lever("z", level: 0.25, [grid: .change([-1, -1, -1])])
    city.lever("a", level: 0, ["industry.uses-electricity.activity": .change([1, 1, 1])])
    let blueprint = try city.blueprint()
    #expect(blueprint.levers.leverIds == ["a", "z"])
    #expect(blueprint.scenario.leversInOrder.map(\.level) == [0, 0.25])
    expect(Trajectory(blueprint).total(.gross), is: [1.5, 1.5, 1.5])
    expect(Trajectory(blueprint, levels: [1, 0]).total(.gross), is: [4, 4, 4])
  }
}

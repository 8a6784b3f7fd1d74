import TestSupport
import Testing

@testable import CityModel

@Suite struct `Cities at the edge` {
  @Test func `a city that uses nothing emits nothing`() throws {
    let run = try CityBuilder.bare().run()
    #expect(run.total(.gross) == [0, 0, 0] && run.total(.net) == [0, 0, 0])
    #expect(run.brokenLaws.isEmpty && run.impossibleRows.isEmpty)
  }

  @Test func `a run may be one year long, and that year is the first of a longer one`() throws {
    let long = try EverythingCity.built().run()
    var city = EverythingCity.built()
    city.keepBaseYear()
    let short = try city.run()
    #expect(short.years.count == 1 && short.brokenLaws.isEmpty)
    for (row, wanted) in short.blueprint.rows.enumerated() {
      #expect(short[row].first?.bitPattern == long[row].first?.bitPattern, "\(wanted)")
    }
  }

  @Test(arguments: ["buildings", "industry", "transport", "waste", "sinks"])
  func `a city may be without a sector, and the others feel it by demand alone`(
    sector: String
  ) throws {
    var city = EverythingCity.built()
    city.remove(sector)
    let run = try city.run()
    let whole = try EverythingCity.built().run()
    #expect(run.brokenLaws.isEmpty && run.impossibleRows.isEmpty)
    for other in Sector.allCases where other != .energy {
      let expected = other.rawValue == sector ? [0, 0, 0] : whole.bySource(other)
      // Industry's room in the storage comes first, so no other sector's absence changes it.
      #expect(same(run.bySource(other), expected), "\(other)")
    }
  }

  @Test func `a city of one subsector has one source`() throws {
    var city = CityBuilder.bare()
    city.demand("gas", [3, 0, 5])
    let run = try city.run()
    expect(run.total(.gross), is: [0.15, 0, 0.25])
    expect(run.bySource(.industry), is: [0.15, 0, 0.25])
    #expect(run.brokenLaws.isEmpty)
  }

  @Test(arguments: [
    (WarmingPotential.ar5, 30.0, 28.0, 265.0), (.ar6, 29.8, 27, 273),
  ])
  func `gases count with the potentials of their report, and only the gases named`(
    report: WarmingPotential, fossil: Double, living: Double, nitrous: Double
  ) throws {
    var city = CityBuilder.bare()
    city.demand("coal", [1000])
    city.set("carriers.coal.fossil-share", 0.75)
    city.set("carriers.coal.methane", 4)
    city.set("carriers.coal.nitrous-oxide", 2)
    city.accounting.warmingPotential = report
    let methane = (3 * fossil + 1 * living) / 1000
    let expected: [([Gas], Double)] = [
      ([.co2], 75), ([.ch4], methane), ([.n2o], 2 * nitrous / 1000), ([], 0),
      ([.co2, .ch4, .n2o], 75 + methane + 2 * nitrous / 1000),
    ]
    for (gases, total) in expected {
      city.accounting.gases = gases
      expect(try city.run().total(.gross), is: [total, total, total])
    }
  }

  @Test func `a supply whose shares do not sum to one breaks the law of energy`() throws {
    var city = CityBuilder.bare()
    city.demand("heat", [10])
    city.set("energy.heat.loss", 0)
    city.choose("energy.heat.technologies.boiler.carrier", "gas")
    city.set("energy.heat.technologies.boiler.share", 0.9)
    city.set("energy.heat.technologies.boiler.efficiency", 1)
    let broken = try city.run().brokenLaws
    #expect(broken.map(\.law) == [.energyBalance])
    #expect(agree(broken[0].residual, 0.1))
  }

  @Test func `a stock that is no number breaks the law of stocks, whatever comes after it`() throws
  {
    var city = CityBuilder.bare()
    city.set("transport.passenger.car.vehicles", [1, .nan, 1])
    city.cars(["a": ("gas", 3, 1, 1)])
    city.set("transport.freight.truck.vehicles", 1)
    city.cars(mode: "transport.freight.truck", ["a": ("gas", 3, 1, 1)])
    #expect(try city.run().brokenLaws.map(\.law).contains(.stocks))
  }

  @Test func `sales that do not sum to one break the law of stocks`() throws {
    var city = CityBuilder.bare()
    city.cars(["a": ("gas", 3, 1, 0.9)])
    city.set("transport.passenger.car.vehicles", [1, 1.5, 2])
    #expect(try city.run().brokenLaws.map(\.law) == [.stocks])
  }

  @Test func `what is no number breaks a law and is named`() throws {
    var city = CityBuilder.bare()
    city.demand("heat", [10, .nan, 10])
    city.set("energy.heat.loss", 0)
    city.choose("energy.heat.technologies.boiler.carrier", "gas")
    city.set("energy.heat.technologies.boiler.share", 1)
    city.set("energy.heat.technologies.boiler.efficiency", 1)
    let run = try city.run()
    #expect(run.brokenLaws.map(\.law) == [.views, .energyBalance])
    #expect(run.impossibleRows.contains { $0.kind == .finalEnergy })
  }

  @Test func `a part greater than its whole is named`() throws {
    var city = CityBuilder.bare()
    city.demand("electricity", [10, 10, 10])
    city.set("energy.electricity.imports.grid.non-fossil-share", 1)
    #expect(try city.run().impossibleRows.isEmpty)
    city.set("energy.electricity.imports.grid.non-fossil-share", [0.5, 0.5, 1.1])
    #expect(try city.run().impossibleRows.map(\.kind) == [.nonFossilImports])
  }

  @Test
  func `every kind of result but free activity has a unit, and wholes have that of their parts`() {
    for kind in OutputKind.allCases {
      #expect(kind.unit.isEmpty == [.driver, .activity].contains(kind), "\(kind)")
      if let whole = kind.whole { #expect(whole.unit == kind.unit, "\(kind)") }
    }
  }
}

import Foundation
import TestSupport
import Testing

@testable import CityModel

@Suite struct `Buildings` {
  @Test func `final energy is need times service over efficiency, carrier by carrier`() throws {
    var city = CityBuilder.bare()
    let needs = ["existing": 0.5, "retrofitted": 0.3, "new": 0.2]
    city.homes(area: [10, 10, 10], needs: needs, carrier: "coal", efficiency: 0.8)
    city.set("buildings.homes.lifetime.weibull.scale", 200)
    city.set("buildings.homes.lifetime.weibull.shape", 20)
    city.set("buildings.homes.uses.warmth.service", 1.2)
    city.set("buildings.homes.uses.warmth.equipment.stove", 0.25)
    city.choose("equipment.pump.carrier", "electricity")
    city.set("equipment.pump.efficiency", 3)
    city.set("buildings.homes.uses.warmth.equipment.pump", 0.5)
    city.choose("equipment.oven.carrier", "coal")
    city.set("equipment.oven.efficiency", 0.5)
    city.set("buildings.homes.uses.warmth.equipment.oven", 0.25)
    let run = try city.run()
    // Base year: 10 million m² · 0.5 GJ/m² · 1.2 = 6 PJ useful.
    let coal = 6 * 0.25 / 0.8 + 6 * 0.25 / 0.5
    #expect(agree(run.series(.finalEnergy, "buildings.homes.uses.warmth", "coal")[0], coal))
    #expect(agree(run.series(.finalEnergy, "buildings.homes.uses.warmth", "electricity")[0], 1))
    // 100 kg/GJ in the city, 200 kg/GJ from the grid.
    #expect(agree(run.bySource(.buildings)[0], coal * 0.1))
    #expect(agree(run.byEndUse(.buildings)[0], coal * 0.1 + 0.2))
  }

  @Test func `each class of building has its own need`() throws {
    var city = CityBuilder.bare(2020...2024)
    let area: [Double] = [10, 11, 12, 12, 13]
    city.homes(
      area: area, needs: ["existing": 0.5, "retrofitted": 0.3, "new": 0.1], carrier: "gas",
      efficiency: 0.9)
    city.set("buildings.homes.retrofit", 0.1)
    var stock = StockByHand(
      total: 10, shares: [1, 0, 0], pastGrowth: [0, 0, 0], survival: weibull(12, 2))
    func gas() -> Double {
      (stock.total(of: 0) * 0.5 + stock.total(of: 1) * 0.3 + stock.total(of: 2) * 0.1) / 0.9
    }
    var expected = [gas()]
    for needed in area.dropFirst() {
      stock.advance(to: needed, shares: [0, 0, 1], conversion: 0.1)
      expected.append(gas())
    }
    let found = try city.run().series(.finalEnergy, "buildings.homes.uses.warmth", "gas")
    expect(found, is: expected, within: 1e-8)
  }

  @Test(arguments: [
    (Reading.Name.amount, 36.0), (.perPerson, 18), (.perNamedDriver, 90),
  ])
  func `floor area is given, per person, or per unit of a driver`(
    reading: Reading.Name, value: Double
  )
    throws
  {
    var city = CityBuilder.bare()
    city.homes(area: [0], needs: ["existing": 1, "retrofitted": 1, "new": 1], carrier: "gas")
    city.set("drivers.population", 2)
    city.set("drivers.households", 400_000)
    city.choose("buildings.homes.driver", "households")
    city.set("buildings.homes.floor-area", value, reading: reading)
    let run = try city.run()
    // 36 million m², 2 million people · 18 m², or 400,000 households · 90 m²
    let area = (0..<3).map { year in
      ["existing", "retrofitted", "new"].reduce(0) {
        $0 + run.series(.floorArea, "buildings.homes", $1)[year]
      }
    }
    expect(area, is: [36, 36, 36])
  }

  @Test func `what is built is what the new standards gain`() throws {
    var city = CityBuilder.bare()
    let needs = ["existing": 1.0, "retrofitted": 1, "code": 1, "passive": 1]
    city.homes(
      area: [10, 12, 14], needs: needs, carrier: "gas",
      standards: ["code": 0.75, "passive": 0.25])
    let run = try city.run()
    let code = run.series(.construction, "buildings.homes", "code")
    let passive = run.series(.construction, "buildings.homes", "passive")
    #expect(code[0] == 0 && code[1] > 1.5 && code[2] > 1.5)
    expect(passive, is: code.map { $0 / 3 })
    #expect(agree(run.series(.floorArea, "buildings.homes", "code")[1], code[1]))
  }
}

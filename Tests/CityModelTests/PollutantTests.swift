import TestSupport
import Testing

@testable import CityModel

@Suite struct `Air pollutants` {
  private let route = "industry.works.routes.r"

  /// 10 Mt · 4 GJ/t of coal in industry, 30 PJ of gas in homes.
  private func city() -> CityBuilder {
    var city = CityBuilder.bare()
    city.industry(activity: [10], intensity: 4, carrier: "coal")
    city.homes(
      area: [60, 60, 60], needs: ["existing": 0.5, "retrofitted": 0.5, "new": 0.5], carrier: "gas")
    return city
  }

  @Test func `burning emits energy times factor, that of its use before that of the carrier`()
    throws
  {
    var city = city()
    city.set("carriers.coal.pollutants.sulfur-dioxide", 500)
    city.set("carriers.coal.uses.industry.pollutants.sulfur-dioxide", [70, 60, 50])
    city.set("carriers.coal.pollutants.nitrogen-oxides", 90)
    city.set("carriers.gas.uses.buildings.pollutants.sulfur-dioxide", 0.5)
    let run = try city.run()
    // 40 PJ · 70 kg/TJ = 2800 t; 40 PJ · 90 kg/TJ = 3600 t; 30 PJ · 0.5 kg/TJ = 15 t.
    expect(run.series(.airPollutant, route, "sulfur-dioxide"), is: [2.8, 2.4, 2])
    expect(run.series(.airPollutant, route, "nitrogen-oxides"), is: [3.6, 3.6, 3.6])
    expect(
      run.series(.airPollutant, "buildings.homes.uses.warmth", "sulfur-dioxide"),
      is: [0.015, 0.015, 0.015])
    #expect(run.rows(.airPollutant).count == 3)
  }

  @Test func `power plants have the factors of power`() throws {
    var city = CityBuilder.bare()
    city.demand("electricity", [9])
    city.choose("energy.electricity.technologies.plant.role", "must-run")
    city.choose("energy.electricity.technologies.plant.fuel", "coal")
    city.set("energy.electricity.technologies.plant.capacity", 0.1)
    city.set("energy.electricity.technologies.plant.capacity-factor", 1)
    city.set("energy.electricity.technologies.plant.efficiency", 0.4)
    city.set("carriers.coal.uses.power.pollutants.fine-particles", 1.8)
    city.set("carriers.coal.uses.industry.pollutants.fine-particles", 10)
    // 0.1 GW all year are 3.1536 PJ, of 7.884 PJ of coal.
    let found = try city.run().series(
      .airPollutant, "energy.electricity.technologies.plant", "fine-particles")
    expect(found, is: [7.884 * 1.8e-3, 7.884 * 1.8e-3, 7.884 * 1.8e-3])
  }

  @Test func `one row of a source holds all it burns, less what is stored`() throws {
    var city = city()
    city.set("\(route).uses.u.carriers.coal", 0.5)
    city.set("\(route).uses.u.carriers.gas", 0.5)
    city.set("\(route).uses.u.carbon-stored", 0.25)
    city.set("carriers.coal.pollutants.sulfur-dioxide", 100)
    city.set("carriers.gas.pollutants.sulfur-dioxide", 10)
    let run = try city.run()
    // (20 · 100 + 20 · 10) · 0.75 t
    expect(run.series(.airPollutant, route, "sulfur-dioxide"), is: [1.65, 1.65, 1.65])
    #expect(run.rows(.airPollutant).count { $0.item.path.description == route } == 1)
  }

  @Test func `a scenario without factors has no account, one with some says what it lacks`()
    throws
  {
    var city = city()
    city.industry("baths", activity: [3], intensity: 1, carrier: "sun")
    let bare = try city.run()
    #expect(bare.rows(.airPollutant).isEmpty && bare.pollutantGaps.isEmpty)
    city.set("carriers.coal.pollutants.sulfur-dioxide", 100)
    city.set("carriers.coal.uses.power.pollutants.nitrogen-oxides", 100)
    let found = try city.run().pollutantGaps
    #expect(
      found == [
        PollutantGap(carrier: "coal", use: "industry", missing: [.nitrogenOxides]),
        PollutantGap(
          carrier: "gas", use: "buildings", missing: [.sulfurDioxide, .nitrogenOxides]),
      ])
  }
}

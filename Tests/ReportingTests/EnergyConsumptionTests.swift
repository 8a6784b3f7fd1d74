import Analysis
import CityModel
import TestSupport
import Testing

@Suite struct `Energy consumption` {
  /// 0.30 kgce/kWh against 3.6 MJ/kWh, at 29.3076 MJ/kgce (GB/T 2589-2020).
  private let coalEquivalent = 2.4423

  @Test func `electricity counts by the coal it stands for, fuels by their heat, none twice`()
    throws
  {
    let run = try CityBuilder.tiny.run()
    let counted = EnergyConsumption(run)
    func used(_ carrier: String) -> Double {
      run.series(.balance, "carriers.\(carrier)", "imports")[0]
    }
    // 0.05 GW · 12 % and 0.02 GW · 50 %, of 31.536 PJ per GW and year.
    let clean = (0.05 * 0.12 + 0.02 * 0.5) * 31.536
    let grid = run.series(.imports, "energy.electricity.imports.grid", "electricity")[0]
    let heat = run.series(.imports, "energy.heat.technologies.neighbour", "heat")[0]
    let fuels = used("coal") + used("gas") + used("gasoline")
    let total = fuels + coalEquivalent * (clean + grid) + heat
    #expect(grid > 0 && used("biomass") > 0)
    #expect(abs(counted.total[0] - total) < 1e-4 * total)
    let nonFossil = coalEquivalent * (clean + 0.4 * grid)
    #expect(abs(try #require(counted.nonFossil)[0] - nonFossil) < 1e-4 * nonFossil)
  }

  @Test func `biomass burnt by users counts as non-fossil energy`() throws {
    let before = EnergyConsumption(try CityBuilder.tiny.run())
    var city = CityBuilder.tiny
    city.choose("equipment.boiler.carrier", "biomass")
    let after = EnergyConsumption(try city.run())
    // 30 million m² · 0.3 GJ/m² · 60 % / 0.9 = 6 PJ.
    let gained = zip(try #require(after.nonFossil), try #require(before.nonFossil)).map { $0 - $1 }
    #expect(abs(gained[0] - 6) < 1e-9)
    #expect(abs(after.total[0] - before.total[0]) < 1e-9)
  }

  @Test func `electricity delivered outside takes its share of the mix with it`() throws {
    var city = CityBuilder.tiny
    city.set("energy.electricity.technologies.coal-plant.capacity", 0)
    city.set("energy.electricity.technologies.straw.capacity", 0)
    city.set("energy.electricity.imports.grid.non-fossil-share", 1)
    city.set("energy.electricity.exports", 3)
    let run = try city.run()
    let made = run.series(.balance, "carriers.electricity", "production")[0]
    let bought = run.series(.balance, "carriers.electricity", "imports")[0]
    let kept = coalEquivalent * (made + bought - 3)
    let nonFossil = try #require(EnergyConsumption(run).nonFossil)
    #expect(abs(nonFossil[0] - kept) < 1e-4 * kept)
  }

  @Test func `without a contract's non-fossil share the non-fossil part is not known`() throws {
    var city = CityBuilder.tiny
    city.remove("energy.electricity.imports.grid.non-fossil-share")
    #expect(EnergyConsumption(try city.run()).nonFossil == nil)
  }
}

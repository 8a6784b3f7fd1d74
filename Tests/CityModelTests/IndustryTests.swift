import Foundation
import TestSupport
import Testing

@testable import CityModel

@Suite struct `Industry` {
  private let route = "industry.works.routes.r"

  private func works(activity: [Double] = [10, 12, 14], carrier: String = "coal") -> CityBuilder {
    var city = CityBuilder.bare()
    city.industry(activity: activity, intensity: 4, carrier: carrier)
    return city
  }

  @Test(arguments: [
    (Reading.Name.amount, 7.0), (.money, 7), (.perProduct, 0.07), (.perNamedDriver, 3.5),
  ])
  func `activity is in tonnes, in yuan, a share of GDP, or per unit of a driver`(
    reading: Reading.Name, value: Double
  ) throws {
    var city = works()
    city.set("drivers.throughput", 2e6)
    city.choose("industry.works.driver", "throughput")
    city.set("industry.works.activity", value, reading: reading)
    // 7 Mt; 7 GCNY; 7 % of 100 GCNY; 3.5 t · 2 million. All times 4 GJ per tonne or kCNY.
    let run = try city.run()
    expect(run.series(.activity, route), is: [7, 7, 7])
    expect(run.series(.finalEnergy, route, "coal"), is: [28, 28, 28])
    expect(run.total(.gross), is: [2.8, 2.8, 2.8])
  }

  @Test func `routes share the activity and carriers the need, each with its efficiency`() throws {
    var city = works()
    city.set("\(route).share", 0.25)
    city.set("\(route).uses.u.carriers.coal", 0.6)
    city.set("\(route).uses.u.carriers.electricity", 0.4)
    city.set("\(route).uses.u.efficiency.electricity", 2)
    city.set("industry.works.routes.s.share", 0.75)
    city.set("industry.works.routes.s.uses.v.intensity", 1)
    city.set("industry.works.routes.s.uses.v.carriers.gas", 1)
    let run = try city.run()
    expect(run.series(.activity, route), is: [2.5, 3, 3.5])
    expect(run.series(.finalEnergy, route, "coal"), is: [6, 7.2, 8.4])
    expect(run.series(.finalEnergy, route, "electricity"), is: [2, 2.4, 2.8])
    expect(run.series(.finalEnergy, "industry.works.routes.s", "gas"), is: [7.5, 9, 10.5])
  }

  @Test func `feedstock keeps its stored carbon out of the air`() throws {
    var city = works(activity: [10])
    city.set("\(route).uses.u.carbon-stored", 0.7)
    let run = try city.run()
    expect(run.series(.finalEnergy, route, "coal"), is: [40, 40, 40])
    expect(run.series(.carbonDioxide, route), is: [1.2, 1.2, 1.2])
  }

  @Test func `burning emits each gas, the fossil and the living part apart`() throws {
    var city = works(activity: [10])
    city.set("carriers.coal.oxidation", 0.9)
    city.set("carriers.coal.uses.industry.oxidation", 0.8)
    city.set("carriers.coal.fossil-share", 0.6)
    city.set("carriers.coal.methane", 5)
    city.set("carriers.coal.nitrous-oxide", 2)
    city.set("carriers.coal.uses.industry.methane", 10)
    let run = try city.run()
    // 40 PJ · 100 kg/GJ · 0.8 = 3.2 Mt; 40 PJ · 10 kg/TJ = 0.4 kt; 40 PJ · 2 kg/TJ = 0.08 kt
    #expect(agree(run.series(.carbonDioxide, route)[0], 3.2 * 0.6))
    #expect(agree(run.series(.biogenicCarbonDioxide, route)[0], 3.2 * 0.4))
    #expect(agree(run.series(.fossilMethane, route)[0], 0.4 * 0.6))
    #expect(agree(run.series(.biogenicMethane, route)[0], 0.4 * 0.4))
    #expect(agree(run.series(.nitrousOxide, route)[0], 0.08))
    let gross: Double = 3.2 * 0.6 + (0.24 * 29.8 + 0.16 * 27 + 0.08 * 273) / 1000
    #expect(agree(run.total(.gross)[0], gross))
  }

  @Test(arguments: [Reading.Name.amount, .money])
  func `processes emit per activity, less what other raw materials avoid`(
    reading: Reading.Name
  ) throws {
    var city = works(activity: [10])
    city.set("industry.works.activity", 10, reading: reading)
    city.set("\(route).process", 0.5)
    city.set("\(route).process-methane", 3)
    city.set("\(route).process-nitrous-oxide", 2)
    city.set("\(route).process-substitution", [0, 0.2, 1])
    let run = try city.run()
    // The route has two sources under one path: its energy, then its process.
    let sources = run.rows(.carbonDioxide).filter { $0.item.path.description == route }
    expect(Array(run[sources[0].index]), is: [4, 4, 4])
    expect(Array(run[sources[1].index]), is: [5, 4, 0])
    let methane = run.rows(.fossilMethane).filter { $0.item.path.description == route }
    expect(Array(run[methane[1].index]), is: [30, 24, 0])
    let nitrous = run.rows(.nitrousOxide).filter { $0.item.path.description == route }
    expect(Array(run[nitrous[1].index]), is: [20, 16, 0])
  }

  @Test func `fluorinated gases count as CO2e where the account names them`() throws {
    var city = works(activity: [10])
    city.set("\(route).process-fluorinated-gases", [0.3, 0.2, 0])
    city.set("\(route).process-substitution", 1)
    let counted = try city.run().total(.gross)
    city.accounting.gases = [.co2, .ch4, .n2o]
    let without = try city.run()
    expect(zip(counted, without.total(.gross)).map { $0 - $1 }, is: [3, 2, 0])
    expect(without.series(.fluorinatedGases, route), is: [3, 2, 0])
  }

  private func capturing() -> CityBuilder {
    var city = works(activity: [10])
    city.set("\(route).process", 0.6)
    city.set("\(route).capture.coverage", 0.5)
    city.set("\(route).capture.rate", 0.9)
    city.set("\(route).capture.electricity", 0.4)
    city.set("\(route).capture.heat", 2.5)
    city.set("energy.heat.loss", 0)
    city.choose("energy.heat.technologies.boiler.carrier", "gas")
    city.set("energy.heat.technologies.boiler.share", 1)
    city.set("energy.heat.technologies.boiler.efficiency", 0.9)
    return city
  }

  @Test func `capture takes coverage times rate of burning and process alike`() throws {
    let run = try capturing().run()
    // Gross 4 + 6 = 10 Mt, of which 4.5 are captured, 1.8 of them from burning.
    let captured = run.rows(.captured)
    expect(Array(run[captured[0].index]), is: [1.8, 1.8, 1.8])
    expect(Array(run[captured[1].index]), is: [2.7, 2.7, 2.7])
    expect(run.series(.captureRefused, route), is: [0, 0, 0])
    expect(run.series(.finalEnergy, route, "electricity"), is: [1.8, 1.8, 1.8])
    expect(run.series(.finalEnergy, route, "heat"), is: [11.25, 11.25, 11.25])
    expect(run.bySource(.industry), is: [5.5, 5.5, 5.5])
    let power = 1.8 * 0.2
    let heat = 11.25 / 0.9 * 0.05
    #expect(agree(run.byEndUse(.industry)[0], 5.5 + power + heat))
    #expect(run.brokenLaws.isEmpty)
  }

  @Test func `what the storage does not take is not captured, and the run says so`() throws {
    var city = capturing()
    city.set("energy.carbon-storage.injection-limit", [0, 1, 20])
    let run = try city.run()
    let captured = run.rows(.captured).map { Array(run[$0.index]) }
    expect(captured[0], is: [0, 0.4, 1.8])
    expect(captured[1], is: [0, 0.6, 2.7])
    expect(run.series(.captureRefused, route), is: [4.5, 3.5, 0])
    expect(run.bySource(.industry), is: [10, 9, 5.5])
    expect(run.series(.finalEnergy, route, "electricity"), is: [0, 0.4, 1.8])
  }

  @Test func `captured carbon of living matter counts below zero`() throws {
    var city = capturing()
    city.set("carriers.coal.fossil-share", 0)
    city.set("\(route).process", 0)
    let run = try city.run()
    #expect(agree(run.series(.carbonDioxide, route)[0], -1.8))
    #expect(agree(run.series(.biogenicCarbonDioxide, route)[0], 4))
    #expect(run.impossibleRows.isEmpty)
  }
}

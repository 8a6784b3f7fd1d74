import Foundation
import TestSupport
import Testing

@testable import CityModel

@Suite struct `Costs of flexibility` {
  private let battery = "energy.electricity.storage.battery"
  private let charging = "energy.electricity.demand-response.charging"

  /// A load of 2 GW in the first half of the day and 6 in the second; costs at 5 %.
  private func city() -> CityBuilder {
    var city = CityBuilder.hourly(load: halves(2, 6), years: 2020...2023)
    city.set("costs.discount-rate", 0.05)
    city.set("energy.electricity.imports.grid.price", 100)
    return city
  }

  private func recovery(_ years: Double) -> Double {
    0.05 * pow(1.05, years) / (pow(1.05, years) - 1)
  }

  @Test func `storage is paid for by its power and its size, and users pay for it`() throws {
    var city = city()
    city.storage(power: 1, size: 4, efficiency: 0.8)
    city.set("\(battery).power", 1, 1, 1.5, 1.5)
    city.set("\(battery).energy", 4, 6, 6, 6)
    city.set("\(battery).cost.capital", 1200)
    city.set("\(battery).cost.fixed-om", 40)
    city.set("\(battery).cost.variable-om", 5)
    city.set("\(battery).cost.life", 20)
    city.set("\(battery).energy-cost.capital", 500)
    city.set("\(battery).energy-cost.life", 15)
    let run = try city.run()
    expect(run.investment(by: .unassigned, in: .energy), is: [0, 2 * 0.5, 0.5 * 1.2, 0])
    let size = 1.0 * recovery(15)
    let power = 0.6 * recovery(20)
    expect(run.cost(.capital, in: .energy), is: [0, size, size + power, size + power])
    expect(run.cost(.fixedOperation, in: .energy), is: [0.04, 0.04, 0.06, 0.06])
    // It gives back all it holds every day.
    let given = [4.0, 6, 6, 6].map { CityBuilder.gigawattHours($0) }
    expect(run.cost(.variableOperation, in: .energy), is: given.map { $0 * 5e-3 })
    // Users pay for it with their electricity.
    let total = run.systemCost(withTransfers: true)
    let users = CityBuilder.gigawattHours(96)
    expect(run.series(.averageCost, "costs", "electricity"), is: total.map { $0 / users * 1e3 })
  }

  @Test func `demand response is paid for by the greatest power it can move`() throws {
    var city = city()
    city.choose("\(charging).load", "industry")
    city.set("\(charging).share", 0, 0.1, 0.25, 0.25)
    city.set("\(charging).hours", 12)
    city.set("\(charging).cost.capital", 800)
    city.set("\(charging).cost.fixed-om", 30)
    city.set("\(charging).cost.life", 10)
    let run = try city.run()
    // A tenth and a quarter of 96 GWh a day, drawn in 12 hours at the least.
    expect(run.series(.movablePower, charging), is: [0, 0.8, 2, 2])
    expect(run.investment(by: .unassigned, in: .energy), is: [0, 0.64, 0.96, 0])
    expect(run.cost(.fixedOperation, in: .energy), is: [0, 0.024, 0.06, 0.06])
  }

  @Test func `storage and demand response without a cost are named`() throws {
    var city = city()
    city.storage(power: 1, size: 4, efficiency: 0.8)
    city.choose("\(charging).load", "industry")
    city.set("\(charging).share", 0.1)
    city.set("\(charging).hours", 12)
    let gaps = try #require(try city.blueprint().costGaps).map(\.path.description)
    #expect(gaps.contains("\(battery).cost") && gaps.contains("\(charging).cost"))
  }
}

import Foundation
import Quantities
import TestSupport
import Testing

@testable import CityModel

@Suite struct `Costs` {
  private let solar = "energy.electricity.technologies.solar"

  /// A city that uses 40 PJ of electricity a year and counts costs at 8 %.
  private func city(_ years: ClosedRange<Int> = 2020...2026) -> CityBuilder {
    var city = CityBuilder.bare(years)
    city.demand("electricity", years.map { _ in 40 })
    city.set("costs.discount-rate", 0.08)
    return city
  }

  private func solarCity(capacity: [Double]) -> CityBuilder {
    var city = city()
    city.choose("\(solar).role", "variable")
    city.set("\(solar).capacity", capacity)
    city.set("\(solar).capacity-factor", 0.1)
    city.set("\(solar).cost.capital", 4000)
    city.set("\(solar).cost.life", 3)
    return city
  }

  private func recovery(_ rate: Double, _ years: Double) -> Double {
    rate * pow(1 + rate, years) / (pow(1 + rate, years) - 1)
  }

  @Test func `a scenario without costs has no cost figures`() throws {
    var city = CityBuilder.bare()
    city.demand("electricity", [40])
    let run = try city.run()
    #expect(!run.countsCosts && run.systemCost(withTransfers: true).isEmpty)
    #expect(run.blueprint.costGaps == nil && run.rows(.cost).isEmpty)
  }

  @Test func `counting costs changes nothing physical, to the bit`() throws {
    let with = try EverythingCity.built().run()
    var city = EverythingCity.built()
    city.remove("costs")
    let without = try city.run()
    #expect(with.countsCosts && !without.countsCosts)
    for (index, row) in without.blueprint.rows.enumerated() {
      let item = without.blueprint.items[row.item]
      let found = with.rows(row.kind).first { $0.item == item && $0.row.part == row.part }
      #expect(same(with[try #require(found).index], without[index]), "\(item.path) \(row.part)")
    }
  }

  @Test func `what is added is paid off in annuities, what stood before is sunk`() throws {
    let run = try solarCity(capacity: [2, 2, 3, 3, 3.5, 3.5, 1]).run()
    // 1 GW in 2022 and 0.5 GW in 2024 at 4000 yuan/kW; the first is worn after 2024 and replaced in 2025.
    let invested = [0, 0, 4.0, 0, 2, 4, 0]
    let annuity = recovery(0.08, 3)
    let paid = invested.indices.map { year in
      annuity * invested[max(0, year - 2)...year].reduce(0, +)
    }
    expect(run.investment(by: .unassigned, in: .energy), is: invested)
    expect(run.cost(.capital, in: .energy), is: paid)
  }

  @Test func `levelised cost is that of the textbook`() throws {
    // finance.json, 'pv': 4000 per kW, 20 a year, 13 %, 6 %, 25 years: 0.29233128982182655 per kWh.
    var city = city(2020...2021)
    city.set("costs.discount-rate", 0.06)
    city.choose("\(solar).role", "variable")
    city.set("\(solar).capacity", 0, 1)
    city.set("\(solar).capacity-factor", 0.13)
    city.set("\(solar).cost.capital", 4000)
    city.set("\(solar).cost.fixed-om", 20)
    city.set("\(solar).cost.life", 25)
    let run = try city.run()
    let made = run.series(.plantOutput, solar, "electricity")[1] / 3.6e-3  // GWh
    let cost = run.series(.plantCost, solar)[1] * 1e3  // million yuan
    #expect(agree(cost / made, 0.29233128982182655))
  }

  @Test func `operation is paid for what stands and for what is made`() throws {
    var city = solarCity(capacity: [2, 2, 2, 3, 3, 3, 3])
    city.set("\(solar).cost.fixed-om", 50)
    city.set("\(solar).cost.variable-om", 2)
    let run = try city.run()
    let capacity = [2, 2, 2, 3, 3, 3, 3.0]
    expect(run.cost(.fixedOperation, in: .energy), is: capacity.map { $0 * 50e-3 })
    expect(
      run.cost(.variableOperation, in: .energy), is: capacity.map { $0 * 0.1 * 31.536 * 2e-3 })
  }

  @Test func `the price of what is built falls with what was ever built`() throws {
    var city = solarCity(capacity: [0, 10, 30, 30, 70, 70, 70])
    city.set("\(solar).capacity-factor", 0.001)
    city.set("\(solar).cost.life", 20)
    city.set("\(solar).cost.learning.rate", 0.2)
    city.set("\(solar).cost.learning.cumulative", 10)
    let run = try city.run()
    // The city's own comes on top of 10 GW elsewhere: 10, 20 and 40 GW before each round, −20 % per doubling.
    expect(
      run.investment(by: .unassigned, in: .energy),
      is: [0, 40, 80 * 0.8, 0, 160 * 0.8 * 0.8, 0, 0])
  }

  @Test func `investment is split between the public and others`() throws {
    var city = solarCity(capacity: [2, 3, 3, 3, 3, 3, 3])
    city.set("\(solar).cost.public-share", 0.25)
    let run = try city.run()
    #expect(agree(run.investment(by: .public, in: .energy)[1], 1))
    #expect(agree(run.investment(by: .private, in: .energy)[1], 3))
    #expect(run.investment(by: .unassigned, in: .energy).allSatisfy { $0 == 0 })
  }

  @Test func `fuels, imports, carbon, capture and storage are paid by the amount`() throws {
    var city = city(2020...2022)
    city.demand("coal", [10, 10, 10])
    city.set("costs.prices.coal", 20, 25, 30)
    city.set("energy.electricity.imports.grid.price", 110)
    city.set("costs.carbon-price", 0, 100, 200)
    city.set("costs.carbon-price-coverage.industry", 0.5)
    city.set("industry.uses-coal.routes.r.capture.coverage", 0.5)
    city.set("industry.uses-coal.routes.r.capture.rate", 0.8)
    city.set("industry.uses-coal.routes.r.capture.electricity", 0)
    city.set("industry.uses-coal.routes.r.capture.heat", 0)
    city.set("industry.uses-coal.routes.r.capture.cost", 300)
    city.set("energy.carbon-storage.cost", 50)
    let run = try city.run()
    // Coal forms 1 Mt, of which 0.4 Mt is captured; the grid's 40 PJ carry 8 Mt of scope 2.
    expect(run.cost(.fuel, in: .industry), is: [0.2, 0.25, 0.3])
    expect(run.cost(.imports, in: .energy), is: [4.4, 4.4, 4.4])
    expect(run.cost(.carbon, in: .industry), is: [0, 0.03, 0.06])
    expect(run.cost(.carbon, in: .energy), is: [0, 0.8, 1.6])
    expect(run.cost(.captureAndStorage, in: .industry), is: [0.14, 0.14, 0.14])
    let perYear = 4.4 + 0.14
    expect(
      run.systemCost(withTransfers: true),
      is: [perYear + 0.2, perYear + 0.25 + 0.83, perYear + 0.3 + 1.66])
    expect(
      run.systemCost(withTransfers: false), is: [perYear + 0.2, perYear + 0.25, perYear + 0.3])
    // Electricity costs what its imports and their carbon cost.
    expect(run.series(.averageCost, "costs", "electricity"), is: [110, 130, 150])
  }

  @Test func `new vehicles, buildings, retrofits and plantings are paid for`() throws {
    var city = city(2020...2022)
    city.cars(["a": ("coal", 1, 1, 0.5), "b": ("gas", 1, 0, 0.5)])
    city.set("transport.passenger.car.vehicles", 4, 5, 6)
    city.set("transport.passenger.car.technologies.a.cost.capital", 100_000)
    city.set("transport.passenger.car.technologies.a.cost.life", 10)
    city.homes(
      area: [100, 110, 120], needs: ["existing": 0, "retrofitted": 0, "new": 0], carrier: "gas")
    city.set("buildings.homes.retrofit", 0.1)
    city.set("buildings.homes.cost.retrofit", 300)
    city.set("buildings.homes.cost.construction.new", 80)
    city.set("buildings.homes.cost.life", 30)
    city.set("sinks.wood.planting.area", 0, 5, 10)
    city.set("sinks.wood.planting.carbon-at-maturity", 20)
    city.set("sinks.wood.planting.growth-rate", 0.1)
    city.set("sinks.wood.planting.growth-shape", 2)
    city.set("sinks.wood.planting.cost.capital", 3)
    city.set("sinks.wood.planting.cost.life", 40)
    let run = try city.run()
    let sold = run.series(.vehicleSales, "transport.passenger.car", "a")
    let built = run.series(.construction, "buildings.homes", "new")
    let retrofitted = run.series(.retrofitted, "buildings.homes")
    let existing = run.series(.floorArea, "buildings.homes", "existing")
    expect(
      Array(run.investment(by: .unassigned, in: .transport)), is: [0, sold[1] * 100, sold[2] * 100])
    expect(
      run.investment(by: .unassigned, in: .buildings),
      is: [0] + [1, 2].map { built[$0] * 80e-3 + retrofitted[$0] * 300e-3 })
    // A tenth of what stands after demolition was retrofitted.
    expect([retrofitted[1]], is: [existing[1] / 9])
    expect(run.investment(by: .unassigned, in: .sinks), is: [0, 0.015, 0.03])
    #expect(sold[1] > 0.5 && built[1] > 10)
  }

  @Test func `a lever costs by the year, or by the vehicle it changes`() throws {
    var city = city(2020...2022)
    city.cars(["a": ("coal", 1, 1, 0.9), "b": ("gas", 1, 0, 0.1)])
    city.set("transport.passenger.car.vehicles", 4, 5, 6)
    city.lever(
      "cars", level: 0.5, ramp: Ramp(.linear, from: 2020, by: 2022),
      cost: LeverCost(basis: .vehicle, values: [3000, 3000, 2000]),
      ["transport.passenger.car.sales.b": .to([0.7, 0.7, 0.7])])
    city.lever(
      "grid", ramp: Ramp(.linear, from: 2020, by: 2024),
      cost: LeverCost(basis: .year, values: [500, 500, 500]),
      ["energy.electricity.imports.grid.factor": .change([-0.5, -0.5, -0.5])])
    let run = try city.run()
    let sold = ["a", "b"].map { run.series(.vehicleSales, "transport.passenger.car", $0) }
    let total = zip(sold[0], sold[1]).map(+)
    expect(
      run.cost(.measures, in: .transport),
      is: [0, total[1] * 0.25 * 0.6 * 3, total[2] * 0.5 * 0.6 * 2])
    expect(run.cost(.measures, in: .energy), is: [0, 0.125, 0.25])
  }

  @Test func `what has no cost is named`() throws {
    var city = city(2020...2022)
    city.demand("coal", [10, 10, 10])
    city.cars(["a": ("coal", 1, 1, 1)])
    city.set("transport.passenger.car.vehicles", 4)
    #expect(try city.blueprint().costGaps == nil, "without any cost there is no account of costs")
    city.set("costs.prices.coal", 20)
    let gaps = try #require(try city.blueprint().costGaps).map(\.path.description)
    #expect(
      Set(gaps) == [
        "industry.uses-electricity.routes.r.cost", "industry.uses-coal.routes.r.cost",
        "transport.passenger.car.technologies.a.cost", "energy.electricity.imports.grid.price",
        "energy.electricity",
      ])
  }

  @Test func `costs of heat and hydrogen hold the electricity they use`() throws {
    var city = city(2020...2020)
    city.demand("heat", [9])
    city.demand("hydrogen", [6])
    city.set("energy.electricity.imports.grid.price", 100)
    city.set("costs.prices.coal", 20)
    city.set("energy.heat.loss", 0.1)
    city.choose("energy.heat.technologies.chp.carrier", "coal")
    city.set("energy.heat.technologies.chp.share", 0.4)
    city.set("energy.heat.technologies.chp.efficiency", 0.5)
    city.set("energy.heat.technologies.chp.power-ratio", 0.25)
    city.choose("energy.heat.technologies.pump.carrier", "electricity")
    city.set("energy.heat.technologies.pump.share", 0.6)
    city.set("energy.heat.technologies.pump.efficiency", 3)
    city.set("energy.hydrogen.loss", 0)
    city.choose("energy.hydrogen.routes.e.carrier", "electricity")
    city.set("energy.hydrogen.routes.e.share", 1)
    city.set("energy.hydrogen.routes.e.efficiency", 0.6)
    let run = try city.run()
    // 40 PJ for users, 2 for pumps (6 PJ of heat), 10 for hydrogen; the plant makes 4 PJ of heat and 1 of electricity
    // from 8 PJ of coal worth 160 million, a fifth of it electricity's. 51 PJ are bought.
    let electricity = (51 * 100 + 160 * 0.2) / 52
    expect(run.series(.averageCost, "costs", "electricity"), is: [electricity])
    expect(run.series(.averageCost, "costs", "hydrogen"), is: [electricity * 10 / 6])
    expect(run.series(.averageCost, "costs", "heat"), is: [(160 * 0.8 + electricity * 2) / 9])
  }
}

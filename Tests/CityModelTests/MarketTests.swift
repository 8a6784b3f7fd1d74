import Foundation
import TestSupport
import Testing

@testable import CityModel

@Suite struct `The market response` {
  private let car = "transport.passenger.car"

  /// Industry on coal and electricity, homes on gas, cars on gas or electricity; electricity from a gas plant and the grid.
  private func city(_ years: ClosedRange<Int> = 2020...2030) -> CityBuilder {
    var city = CityBuilder.bare(years)
    city.industry(activity: [20], intensity: 4, carrier: "coal")
    city.set("industry.works.routes.r.uses.u.carriers.coal", 0.7)
    city.set("industry.works.routes.r.uses.u.carriers.electricity", 0.3)
    city.homes(
      area: [200], needs: ["existing": 0.3, "retrofitted": 0.2, "new": 0.1], carrier: "gas")
    city.cars(["petrol": ("gas", 2.5, 0.9, 0.6), "bev": ("electricity", 0.6, 0.1, 0.4)])
    city.set("\(car).vehicles", 2)
    let plant = "energy.electricity.technologies.plant"
    city.choose("\(plant).role", "dispatchable")
    city.choose("\(plant).fuel", "gas")
    city.set("\(plant).capacity", 1)
    city.set("\(plant).capacity-factor", 0.5)
    city.set("\(plant).efficiency", 0.5)
    city.set("\(plant).merit", 1)
    addPrices(&city)
    return city
  }

  private func addPrices(_ city: inout CityBuilder) {
    city.set("costs.discount-rate", 0.07)
    city.choose("costs.market", "on")
    for (carrier, price) in [("coal", 25.0), ("gas", 75), ("sun", 0), ("electricity", 150)] {
      city.set("costs.prices.\(carrier)", price)
    }
    city.set("energy.electricity.imports.grid.price", 110)
    for (id, capital) in [("petrol", 120_000.0), ("bev", 150_000)] {
      city.set("\(car).technologies.\(id).cost.capital", capital)
      city.set("\(car).technologies.\(id).cost.fixed-om", 3000)
      city.set("\(car).technologies.\(id).cost.life", 12)
    }
    city.set("costs.elasticity.buildings", -0.4)
    city.set("costs.elasticity.industry", -0.3)
    city.set("costs.elasticity.passenger", -0.2)
    city.set("costs.sales-response", 6)
  }

  private func off(_ city: CityBuilder) -> CityBuilder {
    var city = city
    city.choose("costs.market", "off")
    return city
  }

  private func rising(_ last: Double, _ years: ClosedRange<Int>) -> [Double] {
    years.map { last * Double($0 - years.lowerBound) / Double(years.count - 1) }
  }

  @Test func `with prices unchanged nothing moves by a bit`() throws {
    let with = try city().run()
    let without = try off(city()).run()
    for (index, row) in without.blueprint.rows.enumerated() {
      let item = without.blueprint.items[row.item]
      let found = try #require(
        with.rows(row.kind).first { $0.item == item && $0.row.part == row.part })
      #expect(same(with[found.index], without[index]), "\(item.path) \(row.part)")
    }
    expect(with.series(.userPrice, "costs", "electricity"), is: with.years.map { _ in 150 })
  }

  @Test func `the base year does not answer, and what the paths contain moves nothing`() throws {
    var city = city()
    city.set("costs.carbon-price", 300)
    city.set("costs.carbon-price-in-paths", 300)
    let without = try off(city).run()
    #expect(same(try city.run().total(.gross), without.total(.gross)))
    city.set("costs.carbon-price-in-paths", 0)
    let with = try city.run()
    #expect(with.total(.gross)[0] == without.total(.gross)[0])
    #expect(with.total(.gross)[1] < without.total(.gross)[1])
  }

  @Test func `demand answers to what its energy costs with a constant elasticity`() throws {
    var city = CityBuilder.bare(2020...2022)
    city.homes(
      area: [100], needs: ["existing": 0.5, "retrofitted": 0.5, "new": 0.5], carrier: "gas")
    city.demand("coal", [10])
    addBarePrices(&city)
    city.set("costs.prices.gas", 60, 60, 90)
    city.set("costs.carbon-price", 0, 200, 200)
    city.set("costs.carbon-price-coverage.buildings", 0.5)
    city.set("costs.elasticity.buildings", -0.4)
    city.set("industry.uses-coal.routes.r.price-elasticity", -0.25)
    let run = try city.run()
    // Gas: 60 + 0.5 · 200 · 0.05 = 65, then 95. Coal: 20 + 200 · 0.1 = 40.
    expect(
      run.series(.finalEnergy, "buildings.homes.uses.warmth", "gas"),
      is: [50, 50 * pow(65.0 / 60, -0.4), 50 * pow(95.0 / 60, -0.4)])
    expect(
      run.series(.finalEnergy, "industry.uses-coal.routes.r", "coal"),
      is: [10, 10 * pow(2, -0.25), 10 * pow(2, -0.25)])
  }

  private func addBarePrices(_ city: inout CityBuilder) {
    city.set("costs.discount-rate", 0.07)
    city.choose("costs.market", "on")
    city.set("costs.prices.gas", 60)
    city.set("costs.prices.coal", 20)
    city.set("energy.electricity.imports.grid.price", 100)
  }

  @Test func `transport drives less, or fuller, or uses less per distance`() throws {
    var city = CityBuilder.bare(2020...2021)
    addBarePrices(&city)
    city.set("transport.passenger.demand", 100)
    city.set("transport.passenger.train.share", 0.6)
    city.set("transport.passenger.train.energy.gas", 0.5)
    city.set("transport.passenger.taxi.share", 0.4)
    city.cars(mode: "transport.passenger.taxi", ["a": ("gas", 2, 1, 1)])
    city.cars(["a": ("gas", 2, 1, 1)])
    city.set("\(car).vehicles", 2)
    city.set("costs.elasticity.passenger", -0.5)
    city.set("costs.prices.gas", 60, 90)
    let with = try city.run()
    let without = try off(city).run()
    for mode in ["train", "taxi", "car"] {
      let path = "transport.passenger.\(mode)"
      let before = without.series(.finalEnergy, path, "gas")[1]
      expect([with.series(.finalEnergy, path, "gas")[1]], is: [before * pow(1.5, -0.5)])
    }
    #expect(with.series(.vehicles, car, "a") == without.series(.vehicles, car, "a"))
    let moved = [with, without].map { $0.series(.passengerDistance, "transport.passenger.taxi") }
    expect(moved[0], is: moved[1])
  }

  @Test func `shares of sales follow the logit of levelised cost`() throws {
    var city = city(2020...2021)
    for sector in ["buildings", "industry", "passenger"] {
      city.set("costs.elasticity.\(sector)", 0)
    }
    city.set("costs.prices.gas", 75, 100)
    city.set("costs.carbon-price", 0, 300)
    city.set("costs.carbon-price-coverage.energy", 0)
    city.remove("energy.electricity.technologies")
    let run = try city.run()
    // Per 1000 km at 10,000 km a year; electricity is bought at an unchanged price.
    let recovery = 0.07 / (1 - pow(1.07, -12))
    func cost(_ capital: Double, _ energy: Double) -> Double {
      (capital * recovery + 3000) / 10 + energy
    }
    let before = [cost(120_000, 2.5 * 75), cost(150_000, 0.6 * 150)]
    let now = [cost(120_000, 2.5 * (100 + 300 * 0.05)), cost(150_000, 0.6 * 150)]
    let mean = 0.6 * before[0] + 0.4 * before[1]
    let weights = [0.6 * exp(-6 * (now[0] - before[0]) / mean), 0.4]
    let sold = ["petrol", "bev"].map { run.series(.vehicleSales, car, $0)[1] }
    expect(
      sold.map { $0 / (sold[0] + sold[1]) }, is: weights.map { $0 / (weights[0] + weights[1]) })
  }

  @Test func `the price of electricity is what it costs at the demand it leaves`() throws {
    var city = CityBuilder.bare(2020...2021)
    addBarePrices(&city)
    city.demand("electricity", [40, 40])
    let plant = "energy.electricity.technologies.plant"
    city.choose("\(plant).role", "must-run")
    city.choose("\(plant).fuel", "gas")
    city.set("\(plant).capacity", 20 / 31.536)
    city.set("\(plant).capacity-factor", 1)
    city.set("\(plant).efficiency", 0.5)
    city.set("costs.prices.electricity", 150)
    city.set("costs.elasticity.industry", -0.8)
    city.set("costs.carbon-price", 0, 500)
    city.set("energy.electricity.imports.grid.factor", 0)
    let run = try city.run()
    // 20 PJ from gas at 120 + 50 yuan/GJ, the rest D − 20 bought at 100; before, c₀ = (20·120 + 20·100)/40 = 110.
    var price = 150.0
    for _ in 0..<200 {
      let demand = 40 * pow(price / 150, -0.8)
      price = 150 + (20 * 170 + (demand - 20) * 100) / demand - 110
    }
    expect(run.series(.userPrice, "costs", "electricity"), is: [150, price], within: 1e-9)
    expect(
      run.series(.balance, "carriers.electricity", BalanceItem.final.rawValue),
      is: [40, 40 * pow(price / 150, -0.8)], within: 1e-9)
    #expect(price > 175)
  }

  @Test func `a rising carbon price lowers emissions in every year`() throws {
    let years = 2020...2030
    var before: [Double]?
    for price in stride(from: 0.0, through: 2000, by: 100) {
      var city = city(years)
      city.set("costs.carbon-price", [Double](repeating: price, count: years.count))
      let run = try city.run()
      #expect(run.fault == nil && run.brokenLaws.isEmpty && run.impossibleRows.isEmpty)
      let now = run.total(.gross)
      if let before {
        #expect(before[0] == now[0])
        #expect(zip(before, now).dropFirst().allSatisfy { $0 > $1 }, "\(price)")
      }
      before = now
    }
  }

  @Test func `lanes are solved each for itself, to the bit`() throws {
    var city = city()
    city.set("costs.carbon-price", rising(800, 2020...2030))
    city.lever("cheap", ["costs.carbon-price": .change(city.years.map { _ in -0.9 })])
    let blueprint = try city.blueprint()
    var levels = Lanes.zero
    for lane in levels.indices { levels[lane] = Double(lane) / 7 }
    let row = try #require(Trajectory(blueprint).rows(.total).first).index
    var together: [Lanes] = []
    let unsolved = BatchRun(blueprint).run(levels: [levels]) { together.append($1[row]) }
    #expect(unsolved.allSatisfy { $0 == nil })
    for lane in levels.indices {
      let alone = Trajectory(blueprint, levels: [levels[lane]])
      #expect(same(together.map { $0[lane] }, alone[row]))
    }
  }

  @Test func `a year without a solution is named, and no number stands from it on`() throws {
    // Imports cost 400 yuan/GJ more, the plant's 100 per GJ at full demand are left to ever less of it: at any price
    // the electricity costs more.
    var city = CityBuilder.bare(2020...2023)
    addBarePrices(&city)
    city.demand("electricity", [40])
    let plant = "energy.electricity.technologies.plant"
    city.choose("\(plant).role", "must-run")
    city.set("\(plant).capacity", 1, 1, 2, 2)
    city.set("\(plant).capacity-factor", 0.1)
    city.set("\(plant).cost.capital", 42_400)
    city.set("\(plant).cost.life", 20)
    city.set("costs.prices.electricity", 150)
    city.set("costs.elasticity.industry", -3)
    city.set("energy.electricity.imports.grid.price", 100, 100, 500, 500)
    let run = try city.run()
    guard case .unsolved(let unsolved)? = run.fault else {
      Issue.record("the market was solved")
      return
    }
    #expect(unsolved.year == 2022 && unsolved.carriers == ["electricity"])
    #expect(abs(unsolved.residuals[0]) > 0.1)
    let total = run.total(.gross)
    #expect(total[1].isFinite && total[2].isNaN && total[3].isNaN)
  }
}

@Suite struct `The market of any city` {
  /// Prices for all that a random city buys, and a strong response to those that rise.
  private func priced(_ city: CityBuilder, carbon: Double) -> CityBuilder {
    var city = city
    city.set("costs.discount-rate", 0.07)
    city.set("costs.carbon-price", city.years.map { $0 == 2020 ? 0 : carbon })
    for (place, carrier) in (city.children[ParameterPath("carriers")] ?? []).enumerated() {
      city.set("costs.prices.\(carrier)", 20 + 15 * Double(place))
    }
    for contract in city.children[ParameterPath("energy.electricity.imports")] ?? [] {
      city.set("energy.electricity.imports.\(contract).price", 110)
    }
    for sector in ["buildings", "industry", "passenger", "freight"] {
      city.set("costs.elasticity.\(sector)", -0.5)
    }
    for mode in ["passenger", "freight"].map({ "transport.\($0)" }) {
      for id in city.children[ParameterPath(mode)] ?? [] {
        let path = "\(mode).\(id).technologies"
        for (place, technology) in (city.children[ParameterPath(path)] ?? []).enumerated() {
          city.set("\(path).\(technology).cost.capital", 1e5 * Double(1 + place))
          city.set("\(path).\(technology).cost.life", 10)
        }
      }
    }
    city.set("costs.sales-response", 5)
    city.choose("costs.market", "on")
    return city
  }

  @Test func `prices are found in every year, every law holds, and unchanged prices move nothing`()
    throws
  {
    for seed in UInt64(1)...60 {
      let drawn = try RandomCity.drawn(seed)
      let run = try priced(drawn, carbon: 800).run()
      #expect(run.fault == nil, "seed \(seed)")
      #expect(run.brokenLaws.isEmpty && run.impossibleRows.isEmpty, "seed \(seed)")
      let still = try priced(drawn, carbon: 0).run()
      #expect(same(still.total(.net), try drawn.run().total(.net)), "seed \(seed)")
    }
  }
}

import Foundation
import TestSupport
import Testing

@testable import CityModel

@Suite struct `Transport` {
  private let car = "transport.passenger.car"

  @Test func `a mode without a fleet uses energy per distance`() throws {
    var city = CityBuilder.bare()
    city.set("drivers.population", 2)
    city.set("transport.passenger.demand", 5000, reading: .perPerson)
    city.set("transport.passenger.metro.share", 0.4)
    city.set("transport.passenger.metro.energy.electricity", 0.3)
    city.set("transport.passenger.walk.share", 0.6)
    city.set("transport.passenger.walk.energy.sun", 0)
    city.set("transport.freight.demand", 0.25, reading: .perProduct)
    city.set("transport.freight.ship.share", 1)
    city.set("transport.freight.ship.energy.gas", 0.2)
    let run = try city.run()
    // 2 million people · 5000 km = 10 Gpkm, of which 4; 100 GCNY · 0.25 tkm/CNY = 25 Gtkm
    #expect(agree(run.series(.passengerDistance, "transport.passenger.metro")[0], 4))
    #expect(agree(run.series(.finalEnergy, "transport.passenger.metro", "electricity")[0], 1.2))
    #expect(agree(run.series(.freightMoved, "transport.freight.ship")[0], 25))
    #expect(agree(run.series(.finalEnergy, "transport.freight.ship", "gas")[0], 5))
    #expect(agree(run.byEndUse(.transport)[0], 1.2 * 0.2 + 5 * 0.05))
  }

  @Test func `a fleet holds the vehicles its activity needs`() throws {
    var city = CityBuilder.bare()
    city.set("transport.passenger.demand", [60, 66, 50], reading: .amount)
    city.set("\(car).share", 1)
    city.cars(distance: 15, load: 2, ["a": ("gas", 3, 1, 1)])
    city.set("transport.freight.demand", [60, 66, 50], reading: .amount)
    city.set("transport.freight.truck.share", 0.5)
    city.cars(mode: "transport.freight.truck", distance: 15, load: 2, ["a": ("gas", 3, 1, 1)])
    city.set("transport.freight.rail.share", 0.5)
    city.set("transport.freight.rail.energy.gas", 1)
    let run = try city.run()
    // 60 Gpkm / (2 · 15,000 km) = 2 million vehicles; 30 Gkm · 3 MJ/km = 90 PJ
    expect(run.series(.vehicles, car, "a"), is: [2, 2.2, 50.0 / 30])
    expect(run.series(.passengerDistance, car), is: [60, 66, 50])
    expect(run.series(.finalEnergy, car, "gas"), is: [90, 99, 75])
    expect(run.series(.freightMoved, "transport.freight.truck"), is: [30, 33, 25])
    expect(run.series(.finalEnergy, "transport.freight.truck", "gas"), is: [45, 49.5, 37.5])
  }

  @Test func `a plug-in drives its utility factor on electricity`() throws {
    var city = CityBuilder.bare()
    city.set("\(car).vehicles", 2)
    city.cars(["phev": ("electricity", 0.6, 1, 1)])
    city.set("\(car).technologies.phev.energy.gas", 2)
    city.set("\(car).technologies.phev.distance-share.electricity", [0.4, 0.5, 0.6])
    city.set("\(car).technologies.phev.distance-share.gas", [0.6, 0.5, 0.4])
    let run = try city.run()
    // 2 million · 10,000 km = 20 Gkm
    expect(run.series(.finalEnergy, car, "electricity"), is: [4.8, 6, 7.2], within: 1e-9)
    expect(run.series(.finalEnergy, car, "gas"), is: [24, 20, 16], within: 1e-9)
  }

  /// Energy of a fleet of one technology from its definition: Σ_v n(v)·km·f(a)/⟨f⟩·intensity(v).
  private func energyByHand(
    _ stock: StockByHand, decline: Double, distance: Double, intensity: (_ year: Int) -> Double
  ) -> Double {
    func weight(_ vintage: StockByHand.Vintage) -> Double {
      vintage.amount * pow(1 - decline, Double(stock.age(of: vintage)))
    }
    let running = stock.vintages.reduce(0) { $0 + weight($1) }
    let used = stock.vintages.reduce(0) { $0 + weight($1) * intensity($1.year) }
    return stock.total * distance * used / running
  }

  @Test func `old vehicles use what they used when new and run less, the mean distance kept`()
    throws
  {
    var city = CityBuilder.bare(2020...2024)
    let vehicles = [2, 2.2, 2.5, 2.4, 2.6]
    let economy = [3, 2.7, 2.5, 2.4, 2]
    city.set("\(car).vehicles", vehicles)
    city.cars(["a": ("gas", 3, 1, 1)])
    city.set("\(car).technologies.a.energy.gas", economy)
    city.set("\(car).technologies.a.past-improvement", 0.02)
    city.set("\(car).distance-decline", 0.05)
    city.set("\(car).distance", [10, 11, 12, 12, 9])
    var stock = StockByHand(
      total: 2, shares: [1], pastGrowth: [0], survival: weibull(10, 3))
    func intensity(_ year: Int) -> Double {
      year > 0 ? economy[year] : 3 * pow(1.02, Double(-year))
    }
    var expected: [Double] = []
    for (year, distance) in [10.0, 11, 12, 12, 9].enumerated() {
      if year > 0 { stock.advance(to: vehicles[year], shares: [1]) }
      expected.append(
        energyByHand(stock, decline: 0.05, distance: distance, intensity: intensity))
    }
    let run = try city.run()
    expect(run.series(.finalEnergy, car, "gas"), is: expected, within: 1e-8)
    let distances = zip(vehicles, [10, 11, 12, 12, 9]).map { $0 * $1 * 2 }
    expect(run.series(.passengerDistance, car), is: distances, within: 1e-9)
  }

  @Test func `ownership follows Gompertz's curve towards saturation, with inertia`() throws {
    var city = CityBuilder.bare(2020...2025)
    let gdp = [100.0, 110, 125, 140, 150, 160]
    let people = [1, 1.1, 1.15, 1.2, 1.2, 1.1]
    city.set("drivers.gdp", gdp)
    city.set("drivers.population", people)
    city.cars(["a": ("gas", 3, 1, 1)])
    city.set("\(car).ownership.base", 180)
    city.set("\(car).ownership.saturation", 500)
    city.set("\(car).ownership.alpha", -5)
    city.set("\(car).ownership.beta", -0.02)
    city.set("\(car).ownership.adjustment", 0.2)
    var owned = 180.0
    var expected = [180.0 * people[0] / 1000]
    for year in 1..<6 {
      let income = gdp[year] / people[year]
      owned += 0.2 * (500 * exp(-5 * exp(-0.02 * income)) - owned)
      expected.append(owned * people[year] / 1000)
    }
    expect(try city.run().series(.vehicles, car, "a"), is: expected)
  }

  @Test func `an empty fleet drives nowhere`() throws {
    var city = CityBuilder.bare()
    city.set("\(car).vehicles", [0, 0, 1])
    city.cars(["a": ("gas", 3, 1, 1)])
    let run = try city.run()
    expect(run.series(.finalEnergy, car, "gas"), is: [0, 0, 30])
    #expect(run.impossibleRows.isEmpty && run.brokenLaws.isEmpty)
  }
}

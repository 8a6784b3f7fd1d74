import Foundation
import TestSupport
import Testing

@testable import CityModel

/// Stocks as fleets whose number of vehicles is given, against ``StockByHand``.
@Suite struct `Cohort stocks` {
  private let bev = "transport.passenger.car"

  private func fleet(_ vehicles: [Double], sales: [Double] = [1]) -> CityBuilder {
    var city = CityBuilder.bare(2020...(2020 + vehicles.count - 1))
    city.cars(["a": ("coal", 1, 0.7, 1), "b": ("gas", 1, 0.3, 0)])
    city.set("\(bev).vehicles", vehicles)
    city.set("\(bev).sales.a", sales)
    city.set("\(bev).sales.b", sales.map { 1 - $0 })
    return city
  }

  private func check(
    _ city: CityBuilder, _ vehicles: [Double], sales: [Double], growth: [Double] = [0, 0],
    early: [Double] = [0, 0], survival: @escaping (Int) -> Double
  ) throws {
    var byHand = StockByHand(
      total: vehicles[0], shares: [0.7, 0.3], pastGrowth: growth, survival: survival)
    var a = [byHand.total(of: 0)]
    var b = [byHand.total(of: 1)]
    var sold: [Double] = []
    for year in vehicles.indices.dropFirst() {
      let share = sales[year]
      sold.append(
        byHand.advance(to: vehicles[year], shares: [share, 1 - share], early: early) * share)
      a.append(byHand.total(of: 0))
      b.append(byHand.total(of: 1))
    }
    let run = try city.run()
    expect(run.series(.vehicles, bev, "a"), is: a, within: 1e-8)
    expect(run.series(.vehicles, bev, "b"), is: b, within: 1e-8)
    expect(Array(run.series(.vehicleSales, bev, "a").dropFirst()), is: sold, within: 1e-8)
    #expect(run.brokenLaws.isEmpty)
  }

  private let growing = [4, 5, 5.5, 6, 6, 7, 9, 9.5]
  private let sales = [1, 0.9, 0.8, 0.6, 0.4, 0.2, 0, 0]

  @Test func `a growing stock turns over by Weibull's survival and the shares of sales`() throws {
    let city = fleet(growing, sales: sales)
    try check(city, growing, sales: sales, survival: weibull(10, 3))
  }

  @Test func `a steep or a long survival is as good`() throws {
    for (scale, shape) in [(1.0, 8.0), (3, 0.8), (40, 5)] {
      var city = fleet(growing, sales: sales)
      city.set("\(bev).lifetime.weibull.scale", scale)
      city.set("\(bev).lifetime.weibull.shape", shape)
      try check(city, growing, sales: sales, survival: weibull(scale, shape))
    }
  }

  @Test func `past growth makes the base year's stock young, by technology if it says so`() throws {
    var city = fleet(growing, sales: sales)
    city.set("\(bev).past-growth", 0.1)
    city.set("\(bev).technologies.b.past-growth", 0.6)
    try check(city, growing, sales: sales, growth: [0.1, 0.6], survival: weibull(10, 3))
  }

  @Test func `early retirement takes its share of the survivors of its technology`() throws {
    var city = fleet(growing, sales: sales)
    city.set("\(bev).technologies.a.early-retirement", 0.25)
    try check(city, growing, sales: sales, early: [0.25, 0], survival: weibull(10, 3))
  }

  @Test func `a stock that shrinks faster than it wears out loses its oldest first`() throws {
    let vehicles: [Double] = [9, 9, 5, 3, 3, 1, 4, 4]
    try check(fleet(vehicles, sales: sales), vehicles, sales: sales, survival: weibull(10, 3))
  }

  @Test func `a stock may vanish and come back`() throws {
    let vehicles: [Double] = [9, 4, 0, 0, 2, 3, 0, 1]
    let city = fleet(vehicles, sales: sales)
    try check(city, vehicles, sales: sales, survival: weibull(10, 3))
    #expect(try city.run().impossibleRows.isEmpty)
  }

  @Test func `a fixed lifetime of five years keeps five vintages`() throws {
    var city = CityBuilder.bare(2020...2031)
    city.cars(["a": ("coal", 1, 0.7, 1), "b": ("gas", 1, 0.3, 0)])
    city.remove("\(bev).lifetime")
    city.set("\(bev).lifetime.fixed", 5)
    let vehicles = (0..<12).map { 3 + 0.5 * Double($0) }
    city.set("\(bev).vehicles", vehicles)
    try check(
      city, vehicles, sales: vehicles.map { _ in 1 }, survival: { $0 < 5 ? 1 : 0 })
  }

  @Test func `vehicles of a steady fleet of fixed lifetime L are renewed by one in L each year`()
    throws
  {
    for lifetime in [1.0, 4, 12] {
      var city = fleet([6, 6, 6])
      city.remove("\(bev).lifetime")
      city.set("\(bev).lifetime.fixed", lifetime)
      let sold = try city.run().series(.vehicleSales, bev, "a")
      expect(Array(sold.dropFirst()), is: [6 / lifetime, 6 / lifetime])
    }
  }

  @Test func `retrofit moves what is left of the first class into the second`() throws {
    var city = CityBuilder.bare(2020...2025)
    let area = [10, 10.5, 11, 10, 8, 12]
    city.homes(
      area: area, needs: ["existing": 1, "retrofitted": 1, "code": 1, "passive": 1],
      carrier: "gas", standards: ["code": 0.75, "passive": 0.25])
    city.set("buildings.homes.retrofit", 0.04)
    city.set("buildings.homes.early-demolition", 0.02)
    city.set("buildings.homes.past-growth", 0.03)
    var byHand = StockByHand(
      total: 10, shares: [1, 0, 0, 0], pastGrowth: [0.03, 0, 0, 0], survival: weibull(12, 2))
    var classes = (0..<4).map { [byHand.total(of: $0)] }
    for needed in area.dropFirst() {
      byHand.advance(
        to: needed, shares: [0, 0, 0.75, 0.25], early: [0.02, 0, 0, 0], conversion: 0.04)
      for kind in 0..<4 { classes[kind].append(byHand.total(of: kind)) }
    }
    let run = try city.run()
    for (kind, id) in ["existing", "retrofitted", "code", "passive"].enumerated() {
      expect(
        run.series(.floorArea, "buildings.homes", id), is: classes[kind], within: 1e-8, "\(id)")
    }
    #expect(run.brokenLaws.isEmpty)
  }
}

import TestSupport
import Testing

@testable import CityModel

@Suite struct `Embodied carbon of buildings` {
  private let area: [Double] = [10, 11, 12, 10.5, 13]

  private func city() -> CityBuilder {
    var city = CityBuilder.bare(2020...2024)
    let needs = ["existing": 0.5, "retrofitted": 0.3, "code": 0.2, "passive": 0.1]
    city.homes(
      area: area, needs: needs, carrier: "gas", standards: ["code": 0.75, "passive": 0.25])
    city.set("buildings.homes.retrofit", 0.1)
    city.set("buildings.homes.early-demolition", 0.02)
    return city
  }

  @Test func `works embody area built, retrofitted and torn down times their factors`() throws {
    var city = city()
    city.set("buildings.homes.embodied.construction.code", [400, 400, 380, 380, 360])
    city.set("buildings.homes.embodied.construction.passive", 450)
    city.set("buildings.homes.embodied.retrofit", 60)
    city.set("buildings.homes.embodied.demolition", 15)
    let run = try city.run()
    var stock = StockByHand(
      total: 10, shares: [1, 0, 0, 0], pastGrowth: [0, 0, 0, 0], survival: weibull(12, 2))
    var code = [0.0]
    var passive = [0.0]
    var retrofit = [0.0]
    var demolition = [0.0]
    for (year, needed) in area.enumerated().dropFirst() {
      let before = stock.total
      let added = stock.advance(
        to: needed, shares: [0, 0, 0.75, 0.25], early: [0.02, 0, 0, 0], conversion: 0.1)
      code.append(added * 0.75 * [400, 400, 380, 380, 360][year] * 1e-3)
      passive.append(added * 0.25 * 0.45)
      retrofit.append(stock.lastConverted * 0.06)
      demolition.append((before + added - stock.total) * 0.015)
    }
    func found(_ part: String) -> [Double] { run.series(.embodied, "buildings.homes", part) }
    expect(found("construction.code"), is: code, within: 1e-8)
    expect(found("construction.passive"), is: passive, within: 1e-8)
    expect(found("retrofit"), is: retrofit, within: 1e-8)
    expect(found("demolition"), is: demolition, within: 1e-8)
    // In 2023 the stock shrinks by more than falls: nothing is built, the oldest go.
    #expect(code[3] == 0 && demolition[3] > 0)
    expect(
      run.series(.demolition, "buildings.homes"), is: demolition.map { $0 / 0.015 }, within: 1e-8)
  }

  @Test func `it is in no total`() throws {
    var with = city()
    with.set("buildings.homes.embodied.construction.code", 400)
    let run = try with.run()
    let reference = try city().run()
    #expect(run.series(.embodied, "buildings.homes", "construction.code")[1] > 0)
    for line in TotalItem.allCases { #expect(same(run.total(line), reference.total(line))) }
  }

  @Test func `a scenario that gives some factors says which are missing`() throws {
    var city = city()
    #expect(try city.run().embodiedGaps.isEmpty)
    city.set("buildings.homes.embodied.construction.code", 400)
    city.set("buildings.homes.embodied.demolition", 15)
    #expect(
      try city.run().embodiedGaps == [
        EmbodiedGap(
          type: ParameterPath("buildings.homes"), missing: ["construction.passive", "retrofit"])
      ])
  }
}

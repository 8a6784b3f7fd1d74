import Analysis
import CityModel
import Quantities
import TestSupport
import Testing

@Suite struct `Costs of abatement` {
  /// 10 PJ of coal a year at 20 yuan/GJ, 100 kg/GJ, and a lever that saves a part of it for 150 million yuan a year.
  private func blueprint(
    rate: Double? = 0.05, saved: [Double] = [0, -0.2, -0.5], years: ClosedRange<Int> = 2020...2022
  ) throws -> Blueprint {
    var city = CityBuilder.bare(years)
    city.accounting.gases = [.co2]
    city.industry(activity: [10], intensity: 1, carrier: "coal")
    if let rate {
      city.set("costs.prices.coal", 20)
      city.set("costs.carbon-price", 70)
      city.set("costs.discount-rate", rate)
    }
    city.lever(
      "save", ramp: Ramp(.step, from: 2021, by: 2021),
      cost: LeverCost(basis: .year, values: [150, 150, 150]),
      ["industry.works.routes.r.uses.u.intensity": .change(saved)])
    return try city.blueprint()
  }

  @Test func `a lever costs what the scenario costs more with it, per tonne it avoids`() throws {
    let cost = try AbatementCost(ofLever: "save", in: blueprint())
    // 2 and 5 PJ saved: 0.2 and 0.5 Mt, 40 and 100 million yuan of coal; the carbon price is a transfer.
    let extra = [0, (150 - 40) * 1e-3, (150 - 100) * 1e-3]
    for (found, expected) in zip(cost.extraCost, extra) { #expect(agree(found, expected)) }
    for (found, expected) in zip(cost.abatement, [0, 0.2, 0.5]) { #expect(agree(found, expected)) }
    let worth = 110 / 1.05 + 50 / (1.05 * 1.05)
    #expect(agree(cost.presentCost, worth * 1e-3))
    #expect(agree(try #require(cost.perTonne), worth / (0.2 / 1.05 + 0.5 / (1.05 * 1.05))))
  }

  @Test func `a scenario is held against its reference`() throws {
    let low = try blueprint()
    let high = try blueprint(saved: [0, 0, -0.9])
    let cost = try AbatementCost(
      of: Trajectory(high), against: Trajectory(low))
    #expect(agree(cost.extraCost[1], 0.04) && agree(cost.extraCost[2], -0.08))
    #expect(agree(cost.presentAbatement, -0.2 / 1.05 + 0.4 / (1.05 * 1.05)))
  }

  @Test func `where nothing is avoided there is no cost per tonne`() throws {
    let run = Trajectory(try blueprint())
    #expect(try AbatementCost(of: run, against: run).perTonne == nil)
  }

  @Test func `what cannot be compared is refused`() throws {
    let run = Trajectory(try blueprint())
    #expect(throws: AbatementCost.Fault.withoutCosts) {
      try AbatementCost(of: Trajectory(try blueprint(rate: nil)), against: run)
    }
    #expect(throws: AbatementCost.Fault.differentRates(0.08, 0.05)) {
      try AbatementCost(of: Trajectory(try blueprint(rate: 0.08)), against: run)
    }
    #expect(throws: AbatementCost.Fault.differentYears(2021...2023, 2020...2022)) {
      try AbatementCost(of: Trajectory(try blueprint(years: 2021...2023)), against: run)
    }
    #expect(throws: AbatementCost.Fault.noSuchLever("spend")) {
      try AbatementCost(ofLever: "spend", in: blueprint())
    }
  }

  @Test func `measures that save stand by what they save, not by their ratio`() {
    let curve = AbatementCurve([
      .init(name: "dear", costPerTonne: 90, abatement: 1),
      .init(name: "small", costPerTonne: -200, abatement: 0.1),
      .init(name: "large", costPerTonne: -50, abatement: 4),
      .init(name: "free", costPerTonne: 0, abatement: 2),
      .init(name: "cheap", costPerTonne: 10, abatement: 3),
    ])
    #expect(curve.steps.map(\.measure.name) == ["large", "small", "free", "cheap", "dear"])
    #expect(curve.steps.last.map { abs($0.cumulativeAbatement - 10.1) < 1e-12 } == true)
    #expect(abs(curve.abatement(atPrice: 10) - 9.1) < 1e-12)
    #expect(AbatementCurve([]).abatement(atPrice: 1e9) == 0)
  }
}

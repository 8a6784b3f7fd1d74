import Analysis
import CityModel
import Quantities
import Testing

@Suite struct `Costs of abatement` {
  private let values: KeyValuePairs<String, Double> = [
    "carriers.coal.carbon-content": 100, "carriers.coal.oxidation": 1,
    "carriers.coal.fossil-share": 1, "carriers.coal.methane": 0,
    "carriers.coal.nitrous-oxide": 0, "drivers.population": 1, "drivers.gdp": 100,
    "industry.works.relocation": 0, "industry.works.leakage-factor": 1,
    "industry.works.activity": 10, "industry.works.routes.r.share": 1,
    "industry.works.routes.r.uses.u.intensity": 1,
    "industry.works.routes.r.uses.u.carriers.coal": 1,
    "industry.works.routes.r.uses.u.carbon-stored": 0, "industry.works.routes.r.process": 0,
    "industry.works.routes.r.process-substitution": 0,
    "industry.works.routes.r.process-methane": 0,
    "industry.works.routes.r.process-nitrous-oxide": 0, "costs.prices.coal": 20,
    "costs.carbon-price": 70,
  ]

  /// 10 PJ of coal a year at 20 yuan/GJ, 100 kg/GJ, and a lever that saves a part of it for 150 million yuan a year.
  private func scenario(
    rate: Double? = 0.05, saved: [Double] = [0, -0.2, -0.5], years: ClosedRange<Int> = 2020...2022
  ) -> Scenario {
    let given =
      values.map { ($0.key, $0.value) } + (rate.map { [("costs.discount-rate", $0)] } ?? [])
    let declaration = ParameterDeclaration(
      .init("a number", "数"), Reading("1", -1e9...1e9), presence: .optional)
    func members(_ path: String, _ ids: String...) -> (ParameterPath, [String]) {
      (ParameterPath(path), ids)
    }
    let lever = Lever(
      identity: Identity(id: "save", name: .init("save", "节约")), group: .efficiency, level: 1,
      ramp: Ramp(.step, from: 2021, by: 2021),
      moves: [
        Lever.Move(
          path: ParameterPath("industry.works.routes.r.uses.u.intensity"), effect: .change(saved),
          location: .init(wholeFile: "test"))
      ], cost: LeverCost(basis: .year, values: [150, 150, 150]),
      location: .init(wholeFile: "test"))
    return Scenario(
      city: Identity(id: "test", name: .init("test", "测试")),
      identity: Identity(id: "test", name: .init("test", "测试")), years: years,
      accounting: Accounting(
        gases: [.co2], warmingPotential: .ar6, electricity: .location, countsScope2: false,
        inventory: nil),
      parameters: given.map { path, value in
        Parameter(
          path: ParameterPath(path), declaration: declaration, reading: declaration.readings[0],
          values: years.map { _ in value }, location: nil, source: nil, shareGroup: nil)
      },
      members: Dictionary(
        uniqueKeysWithValues: [
          members("carriers", "coal"), members("industry", "works"),
          members("industry.works.routes", "r"), members("industry.works.routes.r.uses", "u"),
          members("industry.works.routes.r.uses.u.carriers", "coal"),
        ]), choices: [:], names: [:], levers: [lever], targets: [], history: History())
  }

  private func near(_ found: Double?, _ expected: Double) -> Bool {
    found.map { abs($0 - expected) <= 1e-12 * max(1, abs(expected)) } ?? false
  }

  @Test func `a lever costs what the scenario costs more with it, per tonne it avoids`() throws {
    let cost = try AbatementCost(ofLever: "save", in: Blueprint(scenario()))
    // 2 and 5 PJ saved: 0.2 and 0.5 Mt, 40 and 100 million yuan of coal; the carbon price is a transfer.
    let extra = [0, (150 - 40) * 1e-3, (150 - 100) * 1e-3]
    for (found, expected) in zip(cost.extraCost, extra) { #expect(near(found, expected)) }
    for (found, expected) in zip(cost.abatement, [0, 0.2, 0.5]) { #expect(near(found, expected)) }
    let worth = 110 / 1.05 + 50 / (1.05 * 1.05)
    #expect(near(cost.presentCost, worth * 1e-3))
    #expect(near(cost.perTonne, worth / (0.2 / 1.05 + 0.5 / (1.05 * 1.05))))
  }

  @Test func `a scenario is held against its reference`() throws {
    let (low, high) = (scenario(), scenario(saved: [0, 0, -0.9]))
    let cost = try AbatementCost(
      of: Trajectory(Blueprint(high)), against: Trajectory(Blueprint(low)))
    #expect(near(cost.extraCost[1], 0.04) && near(cost.extraCost[2], -0.08))
    #expect(near(cost.presentAbatement, -0.2 / 1.05 + 0.4 / (1.05 * 1.05)))
  }

  @Test func `where nothing is avoided there is no cost per tonne`() throws {
    let run = Trajectory(Blueprint(scenario()))
    #expect(try AbatementCost(of: run, against: run).perTonne == nil)
  }

  @Test func `what cannot be compared is refused`() {
    let run = Trajectory(Blueprint(scenario()))
    #expect(throws: AbatementCost.Fault.withoutCosts) {
      try AbatementCost(of: Trajectory(Blueprint(scenario(rate: nil))), against: run)
    }
    #expect(throws: AbatementCost.Fault.differentRates(0.08, 0.05)) {
      try AbatementCost(of: Trajectory(Blueprint(scenario(rate: 0.08))), against: run)
    }
    #expect(throws: AbatementCost.Fault.differentYears(2021...2023, 2020...2022)) {
      try AbatementCost(of: Trajectory(Blueprint(scenario(years: 2021...2023))), against: run)
    }
    #expect(throws: AbatementCost.Fault.noSuchLever("spend")) {
      try AbatementCost(ofLever: "spend", in: Blueprint(scenario()))
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

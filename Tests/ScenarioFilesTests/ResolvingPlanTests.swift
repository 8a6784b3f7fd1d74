import CityModel
import Diagnostics
import Testing

@testable import ScenarioFiles

@Suite("Levers and overrides") struct ResolvingPlanTests {
  private func lever(_ id: String, in result: ReadingResult) -> Lever? {
    result.scenario?.levers.first { $0.identity.id == id }
  }

  @Test func `a lever has a ramp for each year and values in the parameter's unit`() throws {
    let lever = try #require(lever("clean-grid", in: try readText(baseCase)))
    #expect(
      lever.ramp.weights(in: 2020...2030) == [
        0, 0, 0, 0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1,
      ])
    #expect(lever.level == 1)
    guard case .to(let values)? = lever.moves.first?.effect else {
      Issue.record("the lever sets no value")
      return
    }
    // 0.1 kg/kWh = 100/3.6 kg/GJ
    #expect(values.allSatisfy { abs($0 - 100 / 3.6) < 1e-12 })
  }

  @Test func `a star stands for any one id of a path`() throws {
    let lever = try #require(lever("efficient-industry", in: try readText(baseCase)))
    #expect(
      lever.moves.map(\.path.description) == [
        "industry.steel.routes.blast-furnace.uses.smelting.intensity",
        "industry.steel.routes.scrap-eaf.uses.smelting.intensity",
        "industry.harbour.routes.cranes.uses.lifting.intensity",
      ])
  }

  @Test func `a misspelt key of a lever is told, and so is what it leaves missing`() throws {
    let text = try replacing(baseCase, ("from: 2022\n    by: 2030", "from: 2022\n    bye: 2030"))
    let codes = try readText(text).diagnostics.all.map(\.code)
    #expect(codes == [.unknownKey, .missingKey])
  }

  @Test(arguments: [
    ("{to: 0.1 kg/kWh}", "{to: {2020: 0.45 kg/kWh, 2030: 0.30 kg/kWh}}"),
    ("{to: 0.1 kg/kWh}", "{change: 0%}"),
    ("from: 2022\n    by: 2030", "from: 2031\n    by: 2040"),
  ]) func `a lever that moves nothing is a warning`(_ old: String, _ new: String) throws {
    let result = try readText(try replacing(baseCase, (old, new)))
    #expect(result.diagnostics.all.map(\.code) == [.leverMovesNothing])
    #expect(result.diagnostics.all.map(\.severity) == [.warning])
    #expect(result.scenario != nil)
  }

  /// Changes that let a scenario run and are told all the same.
  private static let oddities: [Patch] = [
    Patch("from: 2022\n    by: 2030", "from: 2022\n    by: 1️⃣2038", .leverNeverFull, "is at 50%"),
    Patch(
      "population: {2020: 1763 万人, 2030: 1800 万人}",
      "population: {2020: 1️⃣1763 万人, 2021: 17680 万人, 2030: 17900 万人}", .jump,
      "'drivers.population' goes from 1763 万人 in 2020 to 17680 万人 in 2021: by a factor of 10"),
    Patch(
      "population: {2020: 1763 万人, 2030: 1800 万人}",
      "population: {2020: 1️⃣1763 万人, 2025: 2900 万人, 2030: 2900 万人}", .jump,
      "by a factor of 1.6 in 5 years"),
    Patch(
      "population: {2020: 1763 万人, 2030: 1800 万人}",
      "population: {2020: 1763 万人, 2025: 1️⃣178 万人, 2030: 1800 万人}", .jump,
      "is 178 万人 in 2025, between 1763 万人 in 2020 and 1800 万人 in 2030"),
    Patch(
      "population: {2020: 1763 万人, 2030: 1800 万人}",
      "population: {2020: 1763 万人, 2030: 1️⃣18000 万人}", .jump, "by a factor of 10.2 in 10 years"),
    Patch(
      "{2020: 90%, 2030: 10%}", "{2020: 90%, 2021: 1️⃣9%, 2030: 10%}", .jump,
      "goes from 90% in 2020 to 9% in 2021"),
    Patch(
      "intensity: 18 GJ/t,", "intensity: 614 1️⃣kgce/t,", .ambiguousUnit, "by electricity too"),
    Patch(
      "existing: 60 kWh/m2,", "existing: 8 1️⃣kgce/m2,", .ambiguousUnit, "by electricity too"),
    Patch(
      "moves: {transport.passenger.car.sales.bev: {to: 90%}}",
      "moves: {1️⃣energy.electricity.imports.grid.factor: {to: 0.2 kg/kWh}}", .leversAddUp,
      "'clean-grid' and 'electric-cars' both set 'energy.electricity.imports.grid.factor'"),
  ]

  @Test(arguments: oddities) func `what is odd is a warning at its place`(_ patch: Patch) throws {
    let marked = MarkedText(try replacing(baseCase, (patch.old, patch.new)))
    let result = try readText(marked.text)
    let warning = try #require(result.diagnostics.all.first)
    #expect(result.diagnostics.all.map(\.code) == [patch.code])
    #expect(warning.severity == .warning)
    #expect("\(warning.location.line):\(warning.location.column)" == marked.places.first)
    #expect(warning.message.english.contains(patch.words))
    #expect(result.scenario != nil)
  }

  @Test(arguments: [
    "{2020: 1763 万人, 2022: 2100 万人, 2030: 3600 万人}",
    "{shape: step, 2020: 1763 万人, 2021: 17680 万人, after: hold}",
    "{from: 176 万人, to: 1763 万人, start: 2020, by: 2021}",
  ]) func `what spreads over years, steps or ramps is no jump`(_ population: String) throws {
    let text = try replacing(baseCase, ("{2020: 1763 万人, 2030: 1800 万人}", population))
    #expect(try readText(text).diagnostics.all.map(\.code) == [])
  }

  @Test(arguments: ["level: 0.5", "level: 0"])
  func `levers that set the same parameter are told only if both are pulled`(_ level: String) throws
  {
    let text = try replacing(
      baseCase, ("level: 0.5", level),
      (
        "moves: {transport.passenger.car.sales.bev: {to: 90%}}",
        "moves: {energy.electricity.imports.grid.factor: {to: 0.2 kg/kWh}}"
      ))
    let codes = try readText(text).diagnostics.all.map(\.code)
    #expect(codes == (level == "level: 0" ? [] : [.leversAddUp]))
  }

  @Test func `levers of one extended file may add up, those of two files are told`() throws {
    let first = "moves: {energy.electricity.imports.grid.factor: {to: 0.28 kg/kWh}}"
    let library = try replacing(
      baseCase, ("moves: {transport.passenger.car.sales.bev: {to: 90%}}", first))
    let lever = "levers: {more: {group: grid, from: 2021, by: 2030, \(first)}}\n"
    for (plan, count) in [("", 0), (lever, 2)] {
      let result = try readTexts(
        ["city.yaml": library, "plan.yaml": "extends: city.yaml\n" + plan], from: "plan.yaml")
      #expect(result.summaries.count == count)
      #expect(result.summaries.allSatisfy { $0.hasPrefix("plan.yaml:2:") })
    }
  }

  @Test func `levers that collide on a share are told so`() throws {
    let text = try replacing(
      baseCase,
      (
        "moves: {energy.electricity.imports.grid.factor: {to: 0.1 kg/kWh}}",
        "moves: {transport.passenger.car.sales.bev: {to: 100%}}"
      ), ("level: 0.5", "level: 1"))
    let found = try readText(text).diagnostics.all
    #expect(found.map(\.code) == [.sharesDoNotSum])
    #expect(found.first?.message.english.contains("collide on the same share") == true)
  }

  @Test func `one lever that takes too much is told in the singular`() throws {
    let text = try replacing(
      baseCase, ("{to: 90%}", "{to: 80%}, transport.passenger.car.sales.petrol: {to: 80%}"),
      ("level: 0.5", "level: 1"))
    let message = try readText(text).diagnostics.all.first?.message
    #expect(message?.english.contains("the lever 'electric-cars' takes its shares") == true)
  }

  @Test func `a lever at level 0 is deliberate`() throws {
    let text = try replacing(baseCase, ("level: 0.5", "level: 0"))
    #expect(try readText(text).summaries == [])
  }

  @Test func `levers that together leave the bounds are an error that names them`() throws {
    let text = try replacing(
      baseCase,
      (
        "moves: {energy.electricity.imports.grid.factor: {to: 0.1 kg/kWh}}",
        "moves: {waste.landfill.recovery: {to: 80%}}"
      ),
      (
        "moves: {transport.passenger.car.sales.bev: {to: 90%}}",
        "moves: {waste.landfill.recovery: {to: 60%}}"
      ))
    let result = try readText(text)
    #expect(result.diagnostics.all.map(\.code) == [.outOfBounds])
    let message = result.diagnostics.all.first?.message.english ?? ""
    #expect(message.contains("'clean-grid', 'electric-cars'"))
    #expect(message.contains("waste.landfill.recovery"))
  }

  @Test func `moved shares that sum to more than 1 are an error`() throws {
    let text = try replacing(
      baseCase,
      (
        "moves: {energy.electricity.imports.grid.factor: {to: 0.1 kg/kWh}}",
        "moves: {transport.passenger.car.sales.petrol: {to: 80%}}"
      ), ("level: 0.5", "level: 1"))
    #expect(try readText(text).diagnostics.all.map(\.code) == [.sharesDoNotSum])
  }

  @Test func `overrides replace what the files say, the last one winning`() throws {
    let result = try readText(
      baseCase,
      setting: [
        "energy.electricity.loss=5%", "energy.electricity.loss=6%",
        "levers.electric-cars.level=0.25",
        "drivers.population={2020: 1000 万人}", "accounting.scopes=[1]",
      ])
    #expect(result.summaries == [])
    #expect(result.values("energy.electricity.loss")?.first == 0.06)
    #expect(lever("electric-cars", in: result)?.level == 0.25)
    #expect(result.values("drivers.population")?.first == 10)
    #expect(result.scenario?.accounting.countsScope2 == false)
  }

  @Test(arguments: [
    ("energy.electricity.los=6%", 1, DiagnosticCode.unknownParameter),
    ("transport.passenger.cra.share=6%", 1, .unknownParameter),
    ("levers.electric-crs.level=1", 1, .unknownParameter),
    ("energy.electricity.loss=6 kWh", 27, .wrongDimension),
    ("energy.electricity.loss=", 1, .wrongType),
    ("energy.electricity.loss", 1, .wrongType),
    ("energy.electricity.loss=160%", 25, .outOfBounds),
    ("energy.electricity.loss=[1", 25, .malformedYAML),
  ]) func `a fault of an override is told inside it`(
    _ text: String, _ column: Int, _ code: DiagnosticCode
  ) throws {
    let result = try readText(baseCase, setting: [text])
    let fault = try #require(result.diagnostics.all.first)
    #expect(result.diagnostics.all.count == 1)
    #expect(fault.code == code)
    #expect(fault.location == SourceLocation(path: "--set \(text)", line: 1, column: column))
    #expect(result.texts.contains { $0.path == fault.location.path && $0.line(1) == text })
  }

  @Test func `a table named in an override lies beside the scenario`() throws {
    let result = try readTexts(
      ["city.yaml": minimalScenario, "data/p.csv": "year,p\n2020,2\n2024,2\n"],
      setting: ["drivers.population={csv: data/p.csv, column: p, unit: million people}"])
    #expect(result.values("drivers.population") == [2, 2, 2, 2, 2])
  }

  @Test func `a step needs no year of completion`() throws {
    let text = try replacing(baseCase, ("from: 2022\n    by: 2030", "from: 2022\n    shape: step"))
    #expect(
      lever("clean-grid", in: try readText(text))?.ramp.weights(in: 2020...2030) == [
        0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1,
      ])
  }

  @Test func `history keeps its gaps, in points and in tables`() throws {
    let text = try replacing(
      baseCase,
      ("emissions: {2015: 58 Mt, 2018: 60 Mt}", "emissions: {csv: h.csv, column: total, unit: 万吨}"),
      ("against: 2015", "against: 2016"),
      ("gdp: {2015: 18000 亿元, 2018: 25000 亿元,", "gdp: {2016: 20000 亿元,"))
    let table = "year,total\n2015,5800\n2016,5900\n2017,\n2019,6100\n"
    let result = try readTexts(["city.yaml": text, "h.csv": table])
    #expect(result.summaries == [])
    let history = try #require(result.scenario?.history)
    #expect(history.emissions.map(\.year) == [2015, 2016, 2019])
    #expect(history.emissions.map(\.value) == [58, 59, 61])
    #expect(
      history.gdp == [
        History.Observation(year: 2016, value: 2000), History.Observation(year: 2020, value: 2767),
        History.Observation(year: 2021, value: 2933),
      ])
    #expect(history.energy.isEmpty)
  }

  @Test func `targets of intensity and of non-fossil energy are read with their references`() throws
  {
    let text = try replacing(
      baseCase, ("line: dedicated}", "line: dedicated, non-fossil-share: 100%}"),
      ("0.30 kg/kWh}}", "0.30 kg/kWh}, non-fossil-share: 40%}"),
      (
        "peak: {by: 2027}",
        "energy-intensity: {2025: -14.5%, against: 2020}\n  non-fossil-share: {2025: 20%, 2030: 25%}"
      ))
    let aims = try readText(text).scenario?.targets.prefix(3).map(\.aim)
    #expect(
      aims == [
        .energyIntensity(year: 2025, change: -0.145, against: 2020),
        .nonFossilShare(year: 2025, share: 0.2), .nonFossilShare(year: 2030, share: 0.25),
      ])
  }

  @Test func `one name stands in for the other, and labels are kept`() throws {
    let text = try replacing(
      baseCase, ("    metro: {share", "    metro: {name-zh: 地铁, iamc: Rail, share"),
      ("class: residential", "class: residential\n    name: Homes"))
    let scenario = try #require(try readText(text).scenario)
    #expect(scenario.names[ParameterPath("transport.passenger.metro")] == Text("地铁", "地铁"))
    #expect(scenario.names[ParameterPath("buildings.homes")] == Text("Homes", "Homes"))
    #expect(scenario.choices[ParameterPath("transport.passenger.metro.iamc")] == "Rail")
  }
}

@Suite("Costs and the market in files") struct CostReadingTests {
  private func with(_ lever: String = "", costs: String = "") throws -> ReadingResult {
    let text = try replacing(
      baseCase,
      (
        "moves: {transport.passenger.car.sales.bev: {to: 90%}}",
        "moves: {transport.passenger.car.sales.bev: {to: 90%}}\(lever)"
      ))
    return try readText(text + costs)
  }

  @Test func `a lever may cost by the year or by the vehicle`() throws {
    for (written, basis, value) in [
      ("3500 元/vehicle", LeverCost.Basis.vehicle, 3500.0), ("2 亿元/yr", .year, 200),
      ("{2020: 100 万元, 2030: 300 万元}", .year, 1),
    ] {
      let result = try with("\n    cost: \(written)")
      let cost = try #require(result.scenario?.levers[1].cost, "\(result.summaries)")
      #expect(cost.basis == basis && abs(cost.values[0] - value) < 1e-12)
    }
    #expect(try with("\n    cost: 40 元/m2").diagnostics.all.map(\.code) == [.wrongDimension])
    #expect(try with("\n    cost: 40 GJ").diagnostics.all.map(\.code) == [.wrongDimension])
  }

  @Test func `costs are read in the units of the field`() throws {
    let result = try with(
      costs: """

        costs:
          discount-rate: 7%
          carbon-price: {2021: 50 元/t, 2030: 200 元/tCO2, before: 0}
          prices: {electricity: 0.54 元/kWh, coal: 22 元/GJ}
        """)
    #expect(result.diagnostics.all.map(\.code) == [.unansweredPrice])
    #expect(result.values("costs.carbon-price").map { [$0[0], $0[1], $0[10]] } == [0, 50, 200])
    #expect(result.values("costs.prices.electricity").map { abs($0[0] - 150) < 1e-9 } == true)
    #expect(result.scenario?.choices[ParameterPath("costs.market")] == "off")
  }

  @Test(arguments: [
    ("", "the market is off"), ("market: on", "are 0"),
    ("market: on\n  elasticity: {industry: -0.2}", nil), ("market: on\n  sales-response: 5", nil),
  ])
  func `a price on carbon that nothing answers to is a warning`(
    market: String, words: String?
  ) throws {
    let priced = try replacing(
      baseCase, ("line: dedicated}", "line: dedicated, price: 60 元/GJ}"),
      ("2030: 0.30 kg/kWh}}", "2030: 0.30 kg/kWh}, price: 100 元/GJ}"))
    let result = try readText(
      priced + """

        costs:
          discount-rate: 7%
          carbon-price: 50 元/t
          prices: {coal: 22 元/GJ, gasoline: 190 元/GJ, natural-gas: 72 元/GJ}
        """ + (market.isEmpty ? "" : "\n  \(market)\n"))
    #expect(!result.diagnostics.hasErrors, "\(result.summaries)")
    let found = result.diagnostics.all.filter { $0.code == .unansweredPrice }
    #expect(found.count == (words == nil ? 0 : 1))
    if let words { #expect(found.first?.message.english.contains(words) == true) }
  }

  @Test func `a price on carbon that only a lever sets is told as well`() throws {
    let result = try with(
      costs: """

        costs:
          discount-rate: 7%
        """)
    #expect(result.diagnostics.all.allSatisfy { $0.code != .unansweredPrice })
    let price = try readText(
      try replacing(
        baseCase,
        (
          "moves: {transport.passenger.car.sales.bev: {to: 90%}}",
          "moves: {transport.passenger.car.sales.bev: {to: 90%}, costs.carbon-price: {to: 200 元/t}}"
        )) + "\ncosts: {discount-rate: 7%, carbon-price: 0 元/t}\n")
    #expect(price.diagnostics.all.map(\.code) == [.unansweredPrice])
  }

  @Test func `a market needs the price of every carrier and of what is bought`() throws {
    let result = try with(
      costs: """

        costs: {discount-rate: 7%, market: on, prices: {coal: 22 元/GJ, gasoline: 190 元/GJ}}
        """)
    #expect(result.diagnostics.all.map(\.code) == [.missingKey, .missingKey, .missingKey])
    let told = result.diagnostics.all.map(\.message.english)
    #expect(told[0].contains("missing 'natural-gas' in 'costs.prices'"))
    #expect(told[1].contains("missing 'price' in 'energy.electricity.imports.hydro'"))
  }
}

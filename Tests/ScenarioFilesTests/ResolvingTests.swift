import CityModel
import Diagnostics
import Quantities
import Testing

@testable import ScenarioFiles

@Suite("Resolving a scenario") struct ResolvingTests {
  @Test func `a minimal scenario is read without a word`() throws {
    let result = try readText(minimalScenario)
    #expect(result.summaries == [])
    #expect(result.scenario?.years == 2020...2024)
    #expect(result.scenario?.identity.id == "city")
  }

  @Test func `a scenario with something of everything is read without a word`() throws {
    let result = try readText(baseCase)
    #expect(result.summaries == [])
    let scenario = try #require(result.scenario)
    #expect(scenario.city.name == Text("Binhai", "滨海市"))
    #expect(scenario.identity.name == Text("Reference", "Reference"))
    #expect(scenario.accounting.gases == [.co2, .ch4])
    #expect(scenario.accounting.countsScope2)
    #expect(scenario.choices[ParameterPath("city.tier")] == "pioneer")
    #expect(scenario.choices[ParameterPath("energy.electricity.dispatch")] == "annual")
    #expect(scenario.names[ParameterPath("buildings.homes")] == Text("homes", "homes"))
    #expect(
      scenario.members[ParameterPath("industry.steel.routes")] == ["blast-furnace", "scrap-eaf"])
    #expect(scenario.history.emissions.map(\.year) == [2015, 2018])
    #expect(
      scenario.targets.map(\.aim) == [
        .peakBy(2027, account: .gross),
        .carbonIntensity(year: 2030, change: -0.65, against: 2015, account: .gross),
        .emissions(year: 2030, limit: 50, account: .net),
        .budget(years: 2021...2030, limit: 500, account: .net),
      ])
  }

  @Test func `the order of keys changes nothing but the order of members`() throws {
    let turned = """
      energy:
        electricity: {imports: {grid: {factor: 0.45 kg/kWh}}, loss: 5%}
      drivers:
        gdp: 240 GCNY
        population: 2 million people
      carriers:
        coal: {carbon-content: 94.6 kgCO2/GJ, kind: coal}
      accounting: {scopes: [1], electricity: location, gases: [CO2]}
      years: {end: 2024, base: 2020}
      city: {id: binhai}
      format: 1
      """
    let first = try readText(minimalScenario).scenario
    let second = try readText(turned).scenario
    #expect(first?.parameters.map(\.path) == second?.parameters.map(\.path))
    #expect(first?.parameters.map(\.values) == second?.parameters.map(\.values))
    #expect(first?.choices == second?.choices)
  }

  @Test func `ten faults in two files are ten diagnostics in one pass`() throws {
    let city = try replacing(
      baseCase, ("retrofit: 1.5%/yr", "retrofti: 1.5%/yr"),
      ("intensity: 18 GJ/t,", "intensity: 18 kWh/m2,"),
      ("distance: 12000 km", "distance: 12000 kmm"),
      ("bev: {2020: 10%, 2030: 50%}", "bev: {2020: 13%, 2030: 50%}"),
      ("capacity: {2020: 500 MW, 2030: 3000 MW}", "capacity: {2030: 3000 MW, 2020: 500 MW}"),
      ("    class: residential\n", ""))
    let plan = """
      extends: city.yaml
      equipment: {heat-pump: {efficiency: high}}
      transport: {passenger: {bus: {vehicles: -5 万辆, energy: {electricity: 1 MJ/pkm}}}}
      levers:
        metro:
          group: behaviour
          from: 2021
          by: 2030
          moves: {transport.passenger.metro.shar: {to: 50%}}
      targets: {peak: {by: 2099}}
      """
    let result = try readTexts(["city.yaml": city, "plan.yaml": plan], from: "plan.yaml")
    #expect(
      result.summaries == [
        "plan.yaml:2:37 malformed-number", "plan.yaml:3:41 out-of-bounds",
        "plan.yaml:9:13 unknown-parameter", "plan.yaml:10:22 year-out-of-range",
        "city.yaml:20:3 missing-key", "city.yaml:24:5 unknown-parameter",
        "city.yaml:37:36 wrong-dimension", "city.yaml:56:23 unknown-unit",
        "city.yaml:59:7 shares-do-not-sum", "city.yaml:68:57 decreasing-years",
      ])
    #expect(result.scenario == nil)
  }

  @Test func `what may stand in a file that cannot be read is not called missing`() throws {
    let plan = "extends: city.yaml\nyears: {base: 2020, end: 2010}\n"
    let result = try readTexts(["city.yaml": "a: [1\n", "plan.yaml": plan], from: "plan.yaml")
    #expect(result.diagnostics.all.map(\.code) == [.malformedYAML, .decreasingYears])
  }

  @Test func `sources and grades stand with the values they enclose`() throws {
    let text = try replacing(
      baseCase, ("demand: {2020: 9000", "demand: {source: survey, grade: verified, 2020: 9000"),
      ("years: {base", "years: {source: order, base"),
      ("group: grid", "group: grid\n    source: plan"),
      ("{to: 90%}", "{to: {value: 90%, source: guess}}"))
    let result = try readText(text)
    let coal = result.parameter("carriers.coal.carbon-content")
    #expect(coal?.source == "city inventory")
    #expect(result.parameter("transport.passenger.demand")?.grade == .verified)
    #expect(result.parameter("drivers.gdp")?.source == nil)
    #expect(
      result.quotedSources.map(\.text) == ["order", "city inventory", "survey", "plan", "guess"])
    #expect(
      result.quotedSources.map(\.path.description) == [
        "years", "carriers", "transport.passenger.demand", "levers.clean-grid",
        "transport.passenger.car.sales.bev",
      ])
  }

  @Test func `a group that is absent gives no defaults, one that is there gives all`() throws {
    let without = try readText(minimalScenario)
    #expect(
      without.scenario?.parameters.contains { $0.path.description.hasPrefix("waste") } == false)
    let with = try readText(baseCase)
    #expect(with.values("waste.landfill.correction") == Array(repeating: 1, count: 11))
    #expect(with.parameter("waste.landfill.correction")?.location == nil)
    #expect(with.parameter("waste.landfill.decay")?.location?.line == 81)
  }

  @Test func `the file's name must do as an id where the scenario has none`() throws {
    let result = try readTexts(["Peak 2027.yaml": minimalScenario], from: "Peak 2027.yaml")
    #expect(result.diagnostics.all.map(\.code) == [.badId])
  }

  @Test func `every unit in the table of parameters is a unit`() throws {
    var units: [String] = []
    func collect(_ node: SchemaNode) {
      switch node {
      case .group(let group):
        for field in group.fields { collect(field.node) }
        if let members = group.members { collect(members.element) }
      case .parameter(let parameter):
        units += parameter.readings.flatMap { [$0.unit] + $0.synonyms }
      case .choice, .table: break
      }
    }
    collect(.group(ParameterTable.root))
    #expect(units.count > 100)
    for unit in units { #expect(throws: Never.self) { try Unit.parse(unit) } }
  }
}

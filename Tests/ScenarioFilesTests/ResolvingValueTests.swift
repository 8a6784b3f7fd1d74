import CityModel
import Foundation
import TestSupport
import Testing

@testable import ScenarioFiles

@Suite("The values of a scenario") struct ResolvingValueTests {
  /// The population of the minimal scenario, 2020–2024 in million people, written another way.
  private func population(_ text: String) throws -> ReadingResult {
    try readText(try replacing(minimalScenario, ("population: 2 million people", text)))
  }

  @Test(arguments: [
    ("population: 200 万人", [2, 2, 2, 2, 2]),
    ("population: {value: 2, unit: million people, source: census}", [2, 2, 2, 2, 2]),
    ("population: {2020: 200 万人, 2024: 2800000 people}", [2, 2.2, 2.4, 2.6, 2.8]),
    ("population: {unit: million people, 2016: 1, 2024: 3}", [2, 2.25, 2.5, 2.75, 3]),
    ("population: {2020: 200 万人, 2022: 300 万人, after: hold}", [2, 2.5, 3, 3, 3]),
    ("population: {2020: 200 万人, 2022: 300 万人, shape: step, after: hold}", [2, 2, 3, 3, 3]),
    ("population: {2022: 300 万人, before: hold, after: hold}", [3, 3, 3, 3, 3]),
    ("population: {2020: 200 万人, 2040: 400 万人}", [2, 2.1, 2.2, 2.3, 2.4]),
    ("population: {2020: 200 万人, growth: 10%}", [2, 2.2, 2.42, 2.662, 2.9282]),
    (
      "population: {2020: 200 万人, 2022: 400 万人, growth: {2023: 25%, 2024: -50%}}",
      [2, 3, 4, 5, 2.5]
    ),
    (
      "population: {2020: 2 million people, growth: {2021: 10%, 2023: 0%, shape: step}}",
      [2, 2.2, 2.42, 2.42, 2.42]
    ),
    (
      "population: {from: 200 万人, to: 600 万人, start: 2020, by: 2024}", [2, 3, 4, 5, 6]
    ),
  ]) func `are those of the series as written`(_ text: String, _ expected: [Double]) throws {
    let result = try population(text)
    // Some of these cities grow faster than a city does.
    #expect(result.diagnostics.all.allSatisfy { [.jump, .unusualValue].contains($0.code) })
    #expect(agree(result.values("drivers.population") ?? [], expected))
  }

  @Test func `come from the column of a table beside the file that names it`() throws {
    let plan = try replacing(
      minimalScenario,
      (
        "population: 2 million people",
        "population: {csv: data/people.csv, column: 常住人口, unit: 万人}"
      ))
    let table = "year,常住人口\n2018,190\n2020,200\n2024,240\n"
    let result = try readTexts(["plan.yaml": plan, "data/people.csv": table], from: "plan.yaml")
    #expect(agree(result.values("drivers.population") ?? [], [2, 2.1, 2.2, 2.3, 2.4]))
    #expect(result.files.map { lastComponent(of: $0.path) } == ["plan.yaml", "people.csv"])
  }

  @Test func `of a table whose years go back are told at the cell`() throws {
    let plan = try replacing(
      minimalScenario,
      ("population: 2 million people", "population: {csv: a.csv, column: p, unit: 万人}"))
    let result = try readTexts(
      ["plan.yaml": plan, "a.csv": "year,p\n2024,200\n2020,240\n"], from: "plan.yaml")
    #expect(result.summaries == ["a.csv:3:1 decreasing-years"])
  }

  @Test func `points of two files interleave by their years`() throws {
    let base = try replacing(
      minimalScenario,
      ("population: 2 million people", "population: {unit: 万人, 2020: 200, 2024: 200}"))
    let plan = "extends: city.yaml\ndrivers: {population: {2022: 300}}\n"
    let result = try readTexts(["city.yaml": base, "plan.yaml": plan], from: "plan.yaml")
    #expect(agree(result.values("drivers.population") ?? [], [2, 2.5, 3, 2.5, 2]))
  }

  @Test func `spread as adoption towards a potential`() throws {
    let result = try population(
      "population: {shape: bass, unit: 万人, start: 2020, initial: 0.1, innovation: 0.03,"
        + " imitation: 0.4, potential: 400}")
    let values = try #require(result.values("drivers.population"))
    // Bass, closed form: F = K·(1 − e^(−(p+q)s)) / (1 + q/p·e^(−(p+q)s)), shifted to F(0) = F₀.
    let p = 0.03
    let q = 0.4
    let potential = 4.0
    let initial = 0.001
    let shift = ((potential - initial) / (initial * q / p + potential))
    for (year, value) in values.enumerated() {
      let decay = shift * exp(-(p + q) * Double(year))
      let closed = potential * (1 - decay) / (1 + q / p * decay)
      #expect(abs(value - closed) < 1e-6)
    }
  }

  @Test func `are converted to the unit of the reading they fit`() throws {
    let result = try readText(baseCase)
    #expect(result.parameter("buildings.homes.floor-area")?.reading.name == .perPerson)
    #expect(
      agree(result.values("carriers.coal.carbon-content") ?? [], .init(repeating: 94.6, count: 11)))
    #expect(
      agree(
        result.values("transport.passenger.car.distance") ?? [], .init(repeating: 12, count: 11)))
    // 0.45 kg/kWh = 0.45/3.6 t/GJ = 125 kg/GJ
    #expect(abs((result.values("energy.electricity.imports.grid.factor")?[0] ?? 0) - 125) < 1e-12)
    // 15 kWh/100km = 54 MJ/100km
    let bev = result.values("transport.passenger.car.technologies.bev.energy.electricity")
    #expect(abs((bev?[0] ?? 0) - 0.54) < 1e-15)
  }

  @Test func `per driver are counted in the unit in which the model counts the driver`() throws {
    let result = try readText(baseCase)
    #expect(result.parameter("industry.harbour.activity")?.reading.name == .perNamedDriver)
    #expect(
      agree(result.values("industry.harbour.activity") ?? [], .init(repeating: 1.5, count: 11)))
    #expect(
      result.parameter("industry.harbour.routes.cranes.uses.lifting.intensity")?.reading.name
        == .perNamedDriver)
    let perPerson = try replacing(
      baseCase, ("driver: port", "driver: population"), ("1.5 t/TEU", "2 t/人"))
    // The model counts people in millions.
    #expect(
      agree(
        try readText(perPerson).values("industry.harbour.activity") ?? [],
        .init(repeating: 2e6, count: 11)))
  }

  @Test func `a percentage is a rate per year where one is meant`() throws {
    let text = try replacing(baseCase, ("retrofit: 1.5%/yr", "retrofit: 1.5%"))
    let rate = try readText(text).values("buildings.homes.retrofit")
    #expect(agree(rate ?? [], .init(repeating: 0.015, count: 11)))
  }

  @Test func `electricity in coal equivalents takes the basis that is named`() throws {
    for (unit, gigajoules) in [("tce(calorific)", 29.3076), ("tce(equivalent)", 12.0)] {
      let text = try replacing(baseCase, ("energy: 20 TWh", "energy: 1000000 \(unit)"))
      let energy = try readText(text).values("energy.electricity.imports.hydro.energy")
      #expect(agree(energy ?? [], .init(repeating: gigajoules, count: 11)))
    }
  }

  @Test func `shares within a thousandth of 1 are scaled to it, and rest takes what is left`()
    throws
  {
    let text = try replacing(
      baseCase, ("share: 60%\n      occupancy", "share: 60.05%\n      occupancy"))
    let result = try readText(text)
    let metro = result.values("transport.passenger.metro.share")
    let car = result.values("transport.passenger.car.share")
    #expect(agree(metro ?? [], .init(repeating: 0.4 / 1.0005, count: 11)))
    #expect(agree(car ?? [], .init(repeating: 0.6005 / 1.0005, count: 11)))
    let standard = result.values("buildings.homes.construction.ultra-low")
    #expect(agree(standard ?? [], (0...10).map { 0.1 + 0.08 * Double($0) }))
    #expect(
      result.parameter("transport.passenger.car.share")?.shareGroup
        == ParameterPath("transport.passenger"))
    #expect(
      result.parameter("transport.passenger.car.sales.bev")?.shareGroup
        == ParameterPath("transport.passenger.car.sales"))
    #expect(result.parameter("transport.passenger.demand")?.shareGroup == nil)
  }
}

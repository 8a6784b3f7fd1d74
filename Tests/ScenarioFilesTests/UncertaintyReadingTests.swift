import CityModel
import Diagnostics
import Solvers
import Testing

@testable import ScenarioFiles

@Suite struct `What is not known exactly` {
  private func read(_ section: String, besides files: [String: String] = [:]) throws
    -> ReadingResult
  {
    try readTexts(files.merging(["city.yaml": text(section)]) { $1 })
  }

  private func text(_ section: String) -> String {
    let indented = section.split(separator: "\n").map { "  \($0)\n" }.joined()
    return baseCase + "\nuncertainty:\n" + indented
  }

  @Test func `is read in the unit of what varies`() throws {
    let result = try read(
      """
      source: city statistics
      grade: assumption
      drivers.gdp: {normal: {mean: 1, sd: 5%}, apply: multiply, grade: verified}
      energy.electricity.imports.grid.factor: {uniform: [-0.036 kg/kWh, 0.036 kg/kWh], apply: add}
      energy.heat.loss: {triangular: [8%, 10%, 0.15], source: heat company}
      levers.electric-cars.level: {triangular: [0.5, 0.9, 100%]}
      levers.electric-cars.by: {beta: {a: 2, b: 5, low: 2026, high: 2029.5}}
      waste.generation: {discrete: {values: [350 kg/person, 450 kg/person], weights: [1, 3]}}
      waste.landfill.decay: {lognormal: {median: 9%/yr, sigma: 0.2}}
      """)
    #expect(result.summaries == [])
    let values = try #require(result.scenario?.uncertainties.values)
    #expect(
      values.map(\.axis) == [
        .parameter(ParameterPath("drivers.gdp"), .multiply),
        .parameter(ParameterPath("energy.electricity.imports.grid.factor"), .add),
        .parameter(ParameterPath("energy.heat.loss"), .replace),
        .level(lever: "electric-cars"), .by(lever: "electric-cars"),
        .parameter(ParameterPath("waste.generation"), .replace),
        .parameter(ParameterPath("waste.landfill.decay"), .replace),
      ])
    #expect(
      values.map(\.distribution) == [
        .normal(mean: 1, sd: 0.05), .uniform(low: -10, high: 10),
        .triangular(low: 0.08, mode: 0.1, high: 0.15), .triangular(low: 0.5, mode: 0.9, high: 1),
        .beta(a: 2, b: 5, low: 2026, high: 2029.5),
        .discrete([.init(value: 0.35, weight: 1), .init(value: 0.45, weight: 3)]),
        .lognormal(median: 0.09, sigma: 0.2),
      ])
    #expect(values.map(\.grade) == [.verified] + Array(repeating: .assumption, count: 6))
    #expect(values[1].source == "city statistics")
    #expect(values[2].source == "heat company")
    #expect(result.quotedSources.map(\.text).contains("heat company"))
  }

  @Test func `may be what was observed, in the file or in a table`() throws {
    let table = "year,error\n2018,0.9\n2019,\n2020,1.2\n"
    let result = try read(
      """
      drivers.gdp: {empirical: [0.9, 1.1], apply: multiply}
      drivers.population: {empirical: {csv: errors.csv, column: error}, apply: multiply}
      """, besides: ["errors.csv": table])
    #expect(result.summaries == [])
    #expect(
      result.scenario?.uncertainties.values.map(\.distribution) == [
        .empirical([0.9, 1.1]), .empirical([0.9, 1.2]),
      ])
  }

  @Test func `has correlations by the places of its values`() throws {
    let scenario = try #require(
      try read(
        """
        drivers.gdp: {normal: {mean: 1, sd: 0.05}, apply: multiply}
        drivers.population: {normal: {mean: 1, sd: 0.02}, apply: multiply}
        correlations: [{between: [drivers.population, drivers.gdp], rank: 60%}]
        """
      ).scenario)
    #expect(scenario.uncertainties.correlationMatrix == [[1, 0.6], [0.6, 1]])
  }

  @Test func `begins after the last observation, or where the file says, and opens over ten years`()
    throws
  {
    func openings(_ section: String) throws -> [Opening?] {
      let result = try readText(text(section))
      #expect(result.summaries == [])
      return try #require(result.scenario).uncertainties.values.map(\.opening)
    }
    let line = "drivers.population: {uniform: [0.9, 1.1], apply: multiply}"
    let base = try #require(try readText(baseCase).scenario).years.lowerBound
    #expect(try openings(line) == [Opening(first: base + 1, whole: base + 10)])
    let own = "drivers.population: {uniform: [0.9, 1.1], apply: multiply, from: 2022, by: 2025}"
    #expect(try openings(own) == [Opening(first: 2022, whole: 2025)])
    let whole = "drivers.population: {uniform: [0.9, 1.1], apply: multiply, from: \(base)}"
    #expect(try openings(whole) == [Opening(first: base, whole: base)])
    #expect(try openings("from: 2023\nby: 2024\n" + line) == [Opening(first: 2023, whole: 2024)])
  }

  @Test func `population known longer than emissions closes no other input`() throws {
    let section = """
      drivers.population: {uniform: [0.9, 1.1], apply: multiply}
      drivers.gdp: {normal: {mean: 1, sd: 0.01}, apply: grow}
      buildings.*.floor-area: {uniform: [0.9, 1.1], apply: multiply}
      """
    let known = "2018: 60 Mt, 2021: 45 Mt}\n  population: {2024: 1778 万人}"
    let result = try readText(
      text(section).replacing("2018: 60 Mt}", with: known))
    let values = try #require(result.scenario).uncertainties.values
    #expect(values.map(\.opening?.first) == [2025, 2022, 2022])
  }

  @Test func `a star is one draw for all it names but what is named more exactly`() throws {
    let result = try read(
      """
      levers.*.by: {triangular: [0, 1, 4], apply: add}
      levers.grid.*.by: {triangular: [0, 2, 6], apply: add}
      levers.*.level: {uniform: [0.5, 1], apply: multiply}
      levers.clean-grid.level: {uniform: [0.2, 0.8]}
      levers.ccs.*.level: {uniform: [0.5, 1], apply: multiply}
      buildings.*.floor-area: {uniform: [0.9, 1.1], apply: multiply}
      """)
    #expect(result.summaries == [])
    let scenario = try #require(result.scenario)
    let axes = scenario.uncertainties.values.map(\.axis)
    // Nothing in this city is of the group `ccs`: that line says nothing here.
    #expect(
      axes.map(\.path) == [
        "levers.*.by", "levers.grid.*.by", "levers.*.level", "levers.clean-grid.level",
        "buildings.*.floor-area",
      ])
    let grid = scenario.levers.filter { $0.group == .grid }.map(\.identity.id)
    let others = scenario.levers.filter { $0.group != .grid }.map(\.identity.id)
    #expect(axes[1].members == grid.map { .byPlus(lever: $0) })
    #expect(axes[0].members == others.map { .byPlus(lever: $0) })
    #expect(
      axes[2].members
        == scenario.levers.map(\.identity.id).filter { $0 != "clean-grid" }
        .map { .levelTimes(lever: $0) })
  }

  @Test func `is nothing where the file says nothing`() throws {
    #expect(try readText(baseCase).scenario?.uncertainties.values.isEmpty == true)
  }

  private static let two = """
    drivers.gdp: {normal: {mean: 1, sd: 0.05}, apply: multiply}
    drivers.population: {normal: {mean: 1, sd: 0.02}, apply: multiply}

    """

  private static let faults: [(String, DiagnosticCode, String)] = [
    ("1️⃣drivers.gpd: {uniform: [0.9, 1.1]}", .unknownParameter, "did you mean 'drivers.gdp'?"),
    (
      "1️⃣levers.electric-car.level: {uniform: [0, 1]}", .unknownParameter,
      "did you mean 'levers.electric-cars.level'?"
    ),
    ("1️⃣levers.clean-grid.shape: {uniform: [0, 1]}", .unknownParameter, "levers.clean-grid"),
    ("drivers.gdp: 1️⃣1.1", .wrongType, "a map"),
    ("1️⃣drivers.gdp: {apply: multiply}", .missingKey, "normal, lognormal"),
    ("drivers.gdp: {uniform: [1, 2], 1️⃣aply: multiply}", .unknownKey, "'apply'"),
    ("drivers.gdp: {uniform: [1, 2], apply: 1️⃣multipy}", .unknownWord, "'multiply'"),
    (
      "drivers.gdp: {apply: multiply, uniform: [0.9, 1.1], 1️⃣normal: {mean: 1, sd: 1}}",
      .conflictingKeys, "'uniform' and 'normal'"
    ),
    ("drivers.gdp: {apply: multiply, 1️⃣normal: {mean: 1}}", .missingKey, "'sd'"),
    ("drivers.gdp: {apply: multiply, normal: {mean: 1, 1️⃣dev: 1, sd: 1}}", .unknownKey, "mean, sd"),
    ("drivers.gdp: {apply: multiply, normal: 1️⃣{mean: 1, sd: 0}}", .badCurve, "'sd' cannot be 0"),
    ("drivers.gdp: {apply: multiply, uniform: 1️⃣[1.1, 0.9]}", .badCurve, "do not increase"),
    ("drivers.gdp: {apply: multiply, uniform: 1️⃣[1.1]}", .wrongType, "a list of 2 numbers"),
    (
      "drivers.gdp: {apply: multiply, triangular: [1 1️⃣GCNY, 2 GCNY, 3 GCNY]}", .wrongDimension,
      "a plain number"
    ),
    (
      "energy.electricity.imports.grid.factor: {uniform: [1️⃣0.4, 0.5]}", .missingUnit,
      "CO2 per energy"
    ),
    (
      "energy.heat.loss: {uniform: 1️⃣[0.5, 12], apply: multiply}", .outOfBounds,
      "could become 1.2"
    ),
    ("energy.heat.loss: {uniform: 1️⃣[-50%, 10%], apply: add}", .outOfBounds, "could become -0.4"),
    ("levers.clean-grid.level: {uniform: 1️⃣[0, 1.5]}", .outOfBounds, "between 0 and 1"),
    ("levers.clean-grid.from: {uniform: 1️⃣[2015, 2025]}", .outOfBounds, "could become 2015"),
    (
      "levers.clean-grid.level: {uniform: [0, 1], apply: 1️⃣add}", .unknownWord,
      "'replace' or 'multiply'"
    ),
    ("levers.clean-grid.by: {uniform: [0, 1], apply: 1️⃣multiply}", .unknownWord, "'add'"),
    ("1️⃣levers.*.by: {uniform: [2030, 2035]}", .unknownWord, "'add'"),
    ("levers.*.level: {uniform: 1️⃣[0.5, 1.5], apply: multiply}", .outOfBounds, "between 0 and 1"),
    (
      "1️⃣levers.gird.*.by: {uniform: [0, 1], apply: add}", .unknownParameter,
      "no group of levers 'gird' did you mean 'levers.grid.*.by'? there are: "
    ),
    ("1️⃣industry.*.activity: {uniform: [1 Mt, 2 Mt]}", .unknownWord, "apply: multiply"),
    (
      "1️⃣industry.*.aktivity: {uniform: [0.9, 1], apply: multiply}", .unknownParameter,
      "no parameter fits"
    ),
    (
      "drivers.gdp: {uniform: [0.9, 1], apply: multiply, from: 1️⃣2019}", .outOfBounds,
      "outside the run"
    ),
    (
      "drivers.gdp: {uniform: [0.9, 1], apply: multiply, from: 2024, by: 1️⃣2022}", .outOfBounds,
      "cannot be whole"
    ),
    (
      "drivers.gdp: {uniform: [0.9, 1.1], apply: grow, 1️⃣by: 2030}", .notSupported, "opens by itself"
    ),
    ("1️⃣drivers.gdp@203: {uniform: [0.9, 1], apply: multiply}", .malformedNumber, "PATH@YEAR"),
    ("1️⃣drivers.gpd@2025: {uniform: [0.9, 1], apply: multiply}", .unknownParameter, "drivers.gdp"),
    ("1️⃣energy.heat.loss@2025: {uniform: [5%, 10%]}", .notSupported, "not written as points"),
    (
      "drivers.gdp: {apply: multiply, discrete: {values: [1, 2], weights: 1️⃣[1]}}", .badCurve,
      "1 weights for 2 values"
    ),
    ("drivers.gdp: {apply: multiply, discrete: {values: 1️⃣1}}", .wrongType, "a list of numbers"),
    ("drivers.gdp: {apply: multiply, empirical: 1️⃣[]}", .badCurve, "no values"),
    (two + "correlations: 1️⃣{}", .wrongType, "a list such as"),
    (
      two + "correlations: [{between: [drivers.gdp, 1️⃣drivers.popultion], rank: 0.5}]",
      .unknownParameter, "did you mean 'drivers.population'?"
    ),
    (
      two + "correlations: [{between: [drivers.gdp, drivers.population], rank: 1️⃣1.2}]",
      .outOfBounds, "found 1.2"
    ),
    (
      two + "correlations: [{between: 1️⃣[drivers.gdp], rank: 0.2}]", .wrongType,
      "a list of two paths"
    ),
    (
      two + "correlations: [{between: [drivers.gdp, 1️⃣drivers.gdp], rank: 0.2}]",
      .conflictingKeys, "with itself"
    ),
    (
      two + """
        correlations:
          - {between: [drivers.gdp, drivers.population], rank: 0.2}
          - 1️⃣{between: [drivers.population, drivers.gdp], rank: 0.2}
        """, .conflictingKeys, "twice"
    ),
    (
      two + """
        energy.heat.loss: {uniform: [5%, 10%]}
        1️⃣correlations:
          - {between: [drivers.gdp, drivers.population], rank: 0.9}
          - {between: [drivers.gdp, energy.heat.loss], rank: 0.9}
          - {between: [drivers.population, energy.heat.loss], rank: -0.9}
        """, .badCurve, "not positive definite"
    ),
  ]

  @Test(arguments: faults.indices) func `is told where it is wrong`(_ index: Int) throws {
    let (section, code, words) = Self.faults[index]
    let marked = MarkedText(text(section))
    let found = try readText(marked.text).diagnostics.all
    let first = try #require(found.first)
    #expect(found.map(\.code) == [code])
    #expect("\(first.location.line):\(first.location.column)" == marked.places.first)
    let told = first.message.english + " " + (first.suggestion?.english ?? "")
    #expect(told.contains(words), "\(told)")
    #expect(first.message.chinese.unicodeScalars.contains { $0.value > 0x2E80 })
  }

  @Test func `is told once where a lever it names could not be read`() throws {
    let broken = try replacing(baseCase, ("group: grid", "group: gird"))
    let result = try readText(
      broken + "\nuncertainty:\n  levers.clean-grid.level: {uniform: [0, 1]}\n")
    #expect(result.diagnostics.all.map(\.code) == [.unknownWord])
  }
}

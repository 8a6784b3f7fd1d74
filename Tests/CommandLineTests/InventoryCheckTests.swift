import Foundation
import TestSupport
import Testing

/// One city in order, and one change to it for each finding.
@Suite struct `Inventory checks on the command line` {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The city, with a history if one is given.
  private func city(history: String = "") throws -> String {
    let text = try String(
      contentsOf: Repository.root.appending(path: "Tests/CommandLineTests/Inputs/plain.yaml"),
      encoding: .utf8)
    return try folder.write(text + "history: {\(history)}\n", to: "plain.yaml")
  }

  private func check(_ changes: [String] = [], history: String = "", _ more: String...) throws
    -> Command.Outcome
  {
    try Program.run(
      ["check", try city(history: history)] + changes.flatMap { ["--set", $0] } + more)
  }

  /// The first lines of the findings of a kind.
  private func findings(
    _ code: String, _ changes: String..., history: String = ""
  ) throws -> [String] {
    let outcome = try check(changes, history: history)
    #expect(outcome.status == 0, "\(outcome.errors)")
    return outcome.errors.split(separator: "\n").map(String.init)
      .filter { $0.contains(": warning: ") && $0.hasSuffix("[\(code)]") }
  }

  @Test func `a city in order has no findings`() throws {
    let outcome = try check()
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty, "\(outcome.errors)")
    #expect(outcome.output.contains("1 file: no errors, 0 warnings"))
  }

  /// 20 Mt by hand; 2 % of what was reported is the limit.
  @Test(arguments: [
    ("20.4 Mt", nil), ("19.61 Mt", nil),
    ("25 Mt", "gives the total of 2020 as 20.00 Mt CO2e, reported are 25.00 Mt CO2e (−20.0 %)"),
    ("20.5 Mt", "(−2.44 %)"), ("19.5 Mt", "(+2.56 %)"),
  ])
  func `a total further than 2 % from the reported one is found`(
    reported: String, expected: String?
  ) throws {
    let found = try findings("inventory-distance", history: "emissions: {2020: \(reported)}")
    #expect(found.count == (expected == nil ? 0 : 1), "\(found)")
    if let expected { #expect(found.first?.contains(expected) == true, "\(found)") }
  }

  @Test func `a total of another year than the base year is not held against it`() throws {
    #expect(try findings("inventory-distance", history: "emissions: {2019: 25 Mt}").isEmpty)
  }

  @Test func `sectors are held against what was reported of them, where emissions arise`() throws {
    let found = try findings(
      "inventory-distance",
      history:
        "sectors: {industry: {2020: 16 Mt}, buildings: {2020: 0.03 Mt}, transport: {2020: 0.3 Mt}}"
    )
    #expect(found.count == 2, "\(found)")
    #expect(
      found.contains { $0.contains("'industry' of 2020 as 20.00") && $0.contains("(+25.0 %)") })
    #expect(found.contains { $0.contains("'transport'") && $0.contains("(−100 %)") })
  }

  /// 200 PJ over 29.3076 PJ/Mtce and 21.152 TWh at 0.30 kgce/kWh are 13.17 Mtce.
  @Test func `energy consumption is held against what was reported`() throws {
    #expect(try findings("inventory-distance", history: "energy: {2020: 13.1 Mtce}").isEmpty)
    let found = try findings("inventory-distance", history: "energy: {2020: 10 Mtce}")
    #expect(found.count == 1)
    #expect(found.first?.contains("13.17 Mtce, reported are 10.00 Mtce (+31.7 %)") == true)
  }

  @Test(arguments: [
    ("drivers.population=40 万人", "GDP per person 75.0 10⁴ yuan", nil),
    ("industry.works.activity=100 Mt", "CO2 in the city per person 50.0 t", nil),
    ("drivers.gdp=3000 万元", "GDP per person 0.0007", "10^4 times as much would fit"),
    ("transport.passenger.car.vehicles=80 辆", "cars per 1000 people 0.02", "10^4 times as much"),
    ("buildings.homes.floor-area=3 m2/person", "homes per person 3.00 m2", nil),
    (
      "industry.works.routes.r.uses.power.intensity=9000 kWh/t", "electricity per person 26538", nil
    ),
  ])
  func `values far from all places known are found, with the slip of a unit`(
    change: String, expected: String, help: String?
  ) throws {
    let outcome = try check([change])
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains(expected), "\(outcome.errors)")
    #expect(outcome.errors.contains("[unusual-value]") && outcome.errors.contains("places known"))
    if let help { #expect(outcome.errors.contains(help), "\(outcome.errors)") }
  }

  @Test(arguments: [
    ("raw-coal", "2.0934 GJ/t", 1), ("raw-coal", "60 GJ/t", 1), ("raw-coal", "14 GJ/t", 0),
    ("diesel", "4.27 GJ/t", 1), ("diesel", "42.7 MJ/kg", 0),
  ])
  func `a heating value that no fuel of its kind has is found`(
    fuel: String, value: String, count: Int
  ) throws {
    let city = Repository.root.appending(path: "Scenarios/templates/exploring/city.yaml").path
    let outcome = try Program.run([
      "check", city, "--set", "carriers.\(fuel).heating-value=\(value)",
    ])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let found = outcome.errors.split(separator: "\n").filter { $0.contains("heating value of") }
    #expect(found.count == count, "\(outcome.errors)")
  }

  /// A template's city of 4.5 million with one number that is off by a power of ten.
  @Test(arguments: [
    ("energy.electricity.technologies.coal.capacity=1300 GW", "2020: capacity", "1/10^3"),
    ("energy.electricity.technologies.rooftop-pv.capacity=900 GW", "2020: capacity", "1/10^3"),
    (
      "energy.electricity.technologies.coal.capacity={2020: 1.3 GW, 2039: 1.3 GW, 2040: 1000 GW}",
      ": capacity", "1/10^3"
    ),
    (
      "energy.electricity.technologies.coal.capacity=30 GW",
      "2020: electricity that one kind of plant can make", "1/10^3"
    ),
    (
      "energy.electricity.imports.regional-grid.factor=0.58 kg/MWh", "2020: CO2 of electricity",
      "10^3 times"
    ),
    ("sinks.forest.standing.area=300000 km2", "2020: land of one sink", "1/10^3"),
    (
      "sinks.forest.planting.area={2020: 10 km2/yr, 2030: 10000 km2/yr}", ": land planted", "1/10^3"
    ),
  ])
  func `supply and sinks off by a power of ten are found, in later years too`(
    change: String, expected: String, help: String
  ) throws {
    let city = Repository.root.appending(path: "Scenarios/templates/exploring/city.yaml").path
    let before = try Program.run(["check", city])
    #expect(!before.errors.contains("[unusual-value]"), "\(before.errors)")
    let outcome = try Program.run(["check", city, "--set", change])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let found = outcome.errors.split(separator: "\n").filter { $0.contains("[unusual-value]") }
    #expect(found.contains { $0.contains(expected) && $0.contains("places known") }, "\(found)")
    #expect(outcome.errors.contains(help), "\(outcome.errors)")
  }

  @Test(arguments: [
    ("industry.works.routes.r.process=1 tCO2/t", "exactly 1 tCO2/t"),
    ("carriers.coal.carbon-content=1 tC/TJ", "exactly 1 tC/TJ"),
    ("energy.electricity.imports.grid.factor=1 kg/kWh", "exactly 1 kgCO2/kWh"),
  ])
  func `an emission factor of exactly 1 is found in the unit it was written in`(
    change: String, expected: String
  ) throws {
    let found = try findings("factor-of-one", change)
    #expect(found.count == 1 && found[0].contains(expected), "\(found)")
  }

  @Test func `emissions that equal energy imply a factor of 1`() throws {
    let emissions = "emissions: {2018: 12.3 Mt, 2019: 12.9 Mt}"
    let equal = try findings(
      "factor-of-one", history: emissions + ", energy: {2019: 12.9 Mtce}")
    #expect(equal.count == 1, "\(equal)")
    let other = try findings(
      "factor-of-one", history: emissions + ", energy: {2018: 12.31 Mtce, 2019: 12.9 Mtce}")
    #expect(other.isEmpty, "\(other)")
  }

  @Test func `a history that grows at one rate, or repeats itself, is found`() throws {
    let grown = try findings(
      "made-up-history",
      history:
        "gdp: {2015: 1000 亿元, 2016: 1100 亿元, 2017: 1210 亿元, 2018: 1331 亿元, 2019: 1500 亿元}")
    #expect(grown.count == 1)
    #expect(grown.first?.contains("exactly 10.00 % in every year of 2015–2018") == true, "\(grown)")
    let repeated = try findings(
      "made-up-history", history: "emissions: {2017: 20.11 Mt, 2018: 21.37 Mt, 2019: 21.37 Mt}")
    #expect(repeated.count == 1)
    #expect(repeated.first?.contains("the same in 2018 and 2019: 21.37") == true, "\(repeated)")
  }

  @Test func `inputs are counted by their grade`() throws {
    // Only the two values of the carrier carry a grade.
    let output = try check().output
    let line = try #require(output.split(separator: "\n").first)
    let match = try #require(line.firstMatch(of: /(\d+) inputs: (\d+) % verified, 0 % derived/))
    let given = try #require(Double(match.1))
    let percent = try #require(Double(match.2))
    #expect(percent == (200 / given).rounded())
  }

  @Test func `a run goes on and its record quotes the findings`() throws {
    let outcome = try Program.run([
      "run", try city(history: "emissions: {2020: 25 Mt}"), "--output", folder.url.path,
    ])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let record = try String(
      contentsOf: folder.url.appending(path: "plain/base/run.json"), encoding: .utf8)
    #expect(record.contains("[inventory-distance]") && record.contains("(−20.0 %)"))
    #expect(record.contains("\"input_grades\""))
  }

  @Test func `findings are Chinese where the language is`() throws {
    let outcome = try check(history: "emissions: {2020: 25 Mt}", "--lang", "zh")
    #expect(outcome.errors.contains("2020 年总量按“活动水平×因子”为 20.00"), "\(outcome.errors)")
  }
}

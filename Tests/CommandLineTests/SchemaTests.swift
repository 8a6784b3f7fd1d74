import Foundation
import TestSupport
import Testing

@Suite struct `The schema for editors` {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let printed = try Program.run(["schema"])
    try #require(printed.status == 0 && printed.errors.isEmpty, "\(printed.errors)")
    try folder.write(printed.output, to: "schema.json")
  }

  /// What the validator says of each file: `accepted`, or the place and kind of its first fault.
  private func verdicts(_ files: [String]) throws -> [String] {
    let schema = folder.url.appending(path: "schema.json").path
    let lines = try Python.run(file: "validate.py", [schema] + files).split(separator: "\n")
    try #require(lines.count == files.count)
    return lines.map { String($0.split(separator: "\t", maxSplits: 1)[1]) }
  }

  @Test(.enabled(if: !Python.isLeftOut))
  func `every file that comes with carbonpeak is accepted`() throws {
    let scenarios = Repository.root.appending(path: "Scenarios").path
    let files = try FileManager.default.subpathsOfDirectory(atPath: scenarios)
      .filter { $0.hasSuffix(".yaml") }.map { scenarios + "/" + $0 }
    #expect(files.count > 40)
    for (file, verdict) in zip(files, try verdicts(files)) {
      #expect(verdict == "accepted", "\(file)")
    }
  }

  @Test(.enabled(if: !Python.isLeftOut))
  func `a file that uses every section and every form of a series is accepted, and sound`() throws {
    let file = try folder.write(try Self.full(), to: "full.yaml")
    try folder.write("year,total\n2018,9\n2020,10\n", to: "seen.csv")
    try folder.write("year,people\n2020,100\n2040,110\n", to: "people.csv")
    let checked = try Program.run(["check", file])
    #expect(checked.status == 0, "\(checked.errors)")
    #expect(try verdicts([file]) == ["accepted"])
  }

  @Test(.enabled(if: !Python.isLeftOut))
  func `each of these faults is refused where it stands, and by check`() throws {
    try folder.write("year,total\n2018,9\n2020,10\n", to: "seen.csv")
    try folder.write("year,people\n2020,100\n2040,110\n", to: "people.csv")
    let files = try Self.faults.enumerated().map { index, fault in
      let full = try Self.full()
      try #require(full.contains(fault.old), "\(fault.old)")
      return try folder.write(
        full.replacingOccurrences(of: fault.old, with: fault.new), to: "fault-\(index).yaml")
    }
    for ((fault, file), verdict) in zip(zip(Self.faults, files), try verdicts(files)) {
      #expect(verdict.hasPrefix(fault.place + ": "), "\(fault.new): \(verdict)")
      #expect(try Program.run(["check", file]).status == 65, "\(fault.new)")
    }
  }

  @Test func `a new city has the schema beside it, and its files lead to it`() throws {
    let made = try Program.run(["new", "test-town"], in: folder.url)
    #expect(made.status == 0 && made.output.contains("test-town/scenario.schema.json"))
    let town = folder.url.appending(path: "test-town")
    let schema = try String(contentsOf: folder.url.appending(path: "schema.json"), encoding: .utf8)
    let beside = town.appending(path: "scenario.schema.json")
    #expect(try String(contentsOf: beside, encoding: .utf8) == schema)
    for name in ["city", "reference", "peak"] {
      let text = try String(contentsOf: town.appending(path: "\(name).yaml"), encoding: .utf8)
      #expect(text.hasPrefix("# yaml-language-server: $schema=scenario.schema.json\n"))
    }
  }

  // MARK: - Files

  /// The small city with everything a file may hold beside it.
  private static func full() throws -> String {
    try SmallCity.text([
      ("population: {2020: 100 万人, 2040: 110 万人}", Self.population),
      ("peak: {by: 2025}", Self.targets), ("walk: {share: 30%,", "walk: {share: \(Self.ramp),"),
      ("{to: 95%}", "{to: {2030: 95%, 2035: 97%, shape: step, before: hold}}"),
      ("activity: {2020: 2 Mt, 2040: 1.5 Mt}", "activity: {unit: Mt, 2020: 2, 2040: 1.5}"),
    ]) + Self.sections
  }

  private static let population =
    "population: {csv: people.csv, column: people, unit: 万人, shape: monotone, source: made up}"
  private static let ramp = "{from: 30%, to: 25%, start: 2022, by: 2035, shape: s-curve}"
  private static let targets = """
    peak: {by: 2025}
      carbon-intensity: {2030: -10%, against: 2020}
      budget: {2021-2040: 1.9 Gt}
    """
  private static let sections = """
    adjustments:
      industry.bricks.activity: {multiply: 1.03, grow: 1.001, note: made up}
      carriers.*.oxidation: {multiply: 0.99}
    history:
      emissions: {csv: seen.csv, column: total, unit: 万吨CO2, grade: assumption}
    uncertainty:
      drivers.gdp: {normal: {mean: 1, sd: 0.05}, apply: multiply}
      drivers.population: {discrete: {values: [0.9, 1.1], weights: [0.4, 0.6]}, apply: grow}
      industry.bricks.activity: {triangular: [0.8, 1, 1.3], apply: multiply}
      sinks.forest.standing.uptake: {empirical: [0.9, 1, 1.2], apply: multiply}
      levers.electric-cars.level: {beta: {a: 2, b: 3, low: 0.5, high: 1}}
      correlations: [{between: [drivers.gdp, industry.bricks.activity], rank: 0.4}]
    """

  private struct Fault {
    let old, new, place: String
    init(_ old: String, _ new: String, at place: String) {
      self.old = old
      self.new = new
      self.place = place
    }
  }

  private static let faults = [
    // Keys that are none
    Fault("carriers:\n", "carriiers: {}\ncarriers:\n", at: ""),
    Fault("oxidation: 98%", "oxydation: 98%", at: "carriers.petrol"),
    Fault("occupancy:", "ocupancy:", at: "transport.passenger.car"),
    Fault("loss: 5%", "loss: 5%\n    losses: 5%", at: "energy.electricity"),
    Fault("id: smallville,", "id: smallville, teir: pioneer,", at: "city"),
    Fault("by: 2035\n", "by: 2035\n    lvl: 1\n", at: "levers.clean-grid"),
    Fault("peak: {by:", "peak: {buy:", at: "targets.peak"),
    Fault("shape: monotone", "shpae: monotone", at: "drivers.population"),
    Fault("{mean: 1, sd: 0.05}", "{mean: 1, std: 0.05}", at: "uncertainty.drivers.gdp.normal"),
    Fault("petrol-car: {energy", "PetrolCar: {energy", at: "transport.passenger.car.technologies"),
    // Values of another kind
    Fault("loss: 5%", "loss: [5%]", at: "energy.electricity.loss"),
    Fault("loss: 5%", "loss: five percent", at: "energy.electricity.loss"),
    Fault("0.35 t/person", "0.35", at: "waste.generation"),
    Fault("0.35 t/person", "'0.35'", at: "waste.generation"),
    Fault("6000 km/person", "6,000 km/person", at: "transport.passenger.demand"),
    Fault(
      "standing: {area: 100 km2,", "other: 100 km2\n    standing: {area: 1 km2,",
      at: "sinks.forest"),
    Fault(
      "scale: 55 yr", "scale: {2020: 55 yr, 2030: 60 yr}",
      at: "buildings.homes.lifetime.weibull.scale"),
    Fault("scopes: [1, 2]", "scopes: 1", at: "accounting.scopes"),
    Fault("base: 2020,", "base: last,", at: "years.base"),
    Fault(
      "2020: 0.1 GW, 2040: 0.5 GW", "20200: 0.1 GW, 2040: 0.5 GW",
      at: "energy.electricity.technologies.solar.capacity"),
    Fault("incineration: rest", "incineration: remainder", at: "waste.treatment.incineration"),
    Fault("distance: 12000 km/yr", "distance: rest", at: "transport.passenger.car.distance"),
    Fault("[0.8, 1, 1.3]", "[0.8, 1.3]", at: "uncertainty.industry.bricks.activity.triangular"),
    Fault("{2021-2040: 1.9 Gt}", "{2021: 1.9 Gt}", at: "targets.budget"),
    Fault("{multiply: 0.99}", "{multiplied: 0.99}", at: "adjustments.carriers.*.oxidation"),
    // Words that are none of the list
    Fault("class: residential", "class: houses", at: "buildings.homes.class"),
    Fault("gases: [CO2, CH4, N2O]", "gases: [CO2, SF6]", at: "accounting.gases.1"),
    Fault("gwp: AR6", "gwp: AR4", at: "accounting.gwp"),
    Fault("group: electrification", "group: electric", at: "levers.electric-cars.group"),
    Fault("role: variable", "role: varying", at: "energy.electricity.technologies.solar.role"),
    Fault(
      "shape: step", "shape: stairs",
      at: "levers.electric-cars.moves.transport.passenger.car.sales.bev.to.shape"),
    Fault("apply: grow", "apply: growing", at: "uncertainty.drivers.population.apply"),
    Fault("grade: assumption", "grade: guess", at: "history.emissions.grade"),
    Fault("format: 1", "format: 2", at: "format"),
    Fault(
      "energy.electricity.imports.grid.factor:", "enrgy.electricity.imports.grid.factor:",
      at: "levers.clean-grid.moves"),
  ]
}

import Foundation
import TestSupport
import Testing

/// One fault or exception put into the small city, and what `check` says of it.
@Suite struct `A patch of the small city` {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func patched(_ old: String, _ new: String) throws -> String {
    let text = try String(
      contentsOf: Repository.root.appending(path: "Tests/CommandLineTests/Inputs/small.yaml"),
      encoding: .utf8)
    try #require(text.components(separatedBy: old).count == 2, "'\(old)' stands once")
    return try folder.write(text.replacingOccurrences(of: old, with: new), to: "city.yaml")
  }

  @Test(arguments: [
    (
      "        process: 0.1 tCO2/t",
      "        capture: {coverage: 10%, rate: 90%, electricity: 1 GJ/t, heat: 1 GJ/t}",
      "missing-key",
      "energy.heat"
    ),
    (
      "  gas: {kind: gas", "  heat: {kind: gas, carbon-content: 0 kgCO2/GJ}\n  gas: {kind: gas",
      "bad-id", "the model makes it itself"
    ),
    ("  landfill: {degradable-carbon: 15%, decay: 0.1 1/yr}\n", "", "missing-key", "landfill"),
    (
      "levers:\n",
      "levers:\n  compost: {group: circular, from: 2021, by: 2030, moves: {waste.treatment.composting: {to: 20%}}}\n",
      "missing-key", "composting"
    ),
    (
      "levers:\n",
      "levers:\n  fewer: {group: behaviour, from: 2021, by: 2030, moves: {drivers.tourists: {to: 6 GJ}}}\n",
      "unknown-parameter", "drivers.tourists"
    ),
    (
      "moves: {transport.passenger.car.sales.bev: {to: 95%}}",
      "moves: {transport.*.car.sales.bev: {to: 95%}, transport.passenger.*.sales.bev: {to: 90%}}",
      "conflicting-keys", "both move"
    ),
    ("targets:\n", "history: {emissions: {2019: -5 Mt}}\ntargets:\n", "out-of-bounds", "-5 Mt"),
  ])
  func `is told with its code`(old: String, new: String, code: String, words: String) throws {
    let outcome = try Program.run(["check", try patched(old, new)])
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("[\(code)]"), "\(outcome.errors)")
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
    #expect(outcome.errors.components(separatedBy: ": error: ").count == 2, "\(outcome.errors)")
  }

  @Test func `the unit of a driver of the city's own holds for levers too`() throws {
    let driver = "  gdp: {2020: 1000 亿元, growth: {2021: 5%, 2040: 2%}}"
    let file = try patched(driver, driver + "\n  tourists: 5 million people")
    let text = try String(contentsOfFile: file, encoding: .utf8).replacingOccurrences(
      of: "levers:\n",
      with:
        "levers:\n  fewer: {group: behaviour, from: 2021, by: 2030, moves: {drivers.tourists: {to: 6 GJ}}}\n"
    )
    let outcome = try Program.run(["check", try folder.write(text, to: "driver.yaml")])
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("[wrong-dimension]"), "\(outcome.errors)")
  }

  @Test func `of two lines of a lever the more specific one holds`() throws {
    let line = "moves: {transport.passenger.car.sales.bev: {to: 95%}}"
    let exception = try patched(
      line,
      "moves: {transport.*.*.sales.bev: {to: 50%}, transport.passenger.car.sales.bev: {to: 95%}}")
    let plain = Repository.root.appending(path: "Tests/CommandLineTests/Inputs/small.yaml").path
    var tables: [String] = []
    for file in [exception, plain] {
      let place = folder.url.appending(path: "results-\(tables.count)").path
      #expect(try Program.run(["run", file, "--output", place]).status == 0)
      tables.append(
        try String(contentsOfFile: place + "/smallville/base/emissions.csv", encoding: .utf8))
    }
    #expect(tables[0] == tables[1])
  }

  @Test func `an empty folder name is a fault of usage`() throws {
    let file = Repository.root.appending(path: "Tests/CommandLineTests/Inputs/small.yaml").path
    #expect(try Program.run(["run", file, "--output", ""]).status == 64)
  }
}

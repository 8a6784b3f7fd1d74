import Foundation
import TestSupport
import Testing

/// What must stand beside figures, told by every study alike.
@Suite struct `Notes of studies` {
  private let folder: TemporaryFolder
  private let city: String

  init() throws {
    folder = try TemporaryFolder()
    let more = """

      costs: {discount-rate: 7%}
      history:
        emissions: {2020: 1.6 Mt, 2022: 90 Mt}
      uncertainty:
        industry.bricks.activity: {uniform: [0.9, 1.1], apply: multiply}
      """
    city = try folder.write(
      try SmallCity.text([("    by: 2030", "    by: 2030\n    cost: 1 MCNY/yr")]) + more,
      to: "city.yaml")
    _ = try folder.write(
      "extends: city.yaml\nscenario: {id: other}\nlevers: {clean-grid: {level: 0.5}}\n",
      to: "other.yaml")
    _ = try folder.write("year,emissions [Mt]\n2022,1.6\n", to: "seen.csv")
  }

  private var other: String { folder.url.path + "/other.yaml" }

  private func study(_ arguments: [String]) throws -> Command.Outcome {
    try Program.run(arguments + ["--output", folder.url.path + "/out"])
  }

  private func record(_ path: String) throws -> String {
    try String(
      contentsOf: folder.url.appending(path: "out/smallville/\(path)"), encoding: .utf8)
  }

  private static let told = "90.0 Mt CO2e were observed in 2022, more than in any year of the run"

  @Test(
    arguments: [
      ("attribute", [], "base/attribution.json"),
      ("uncertainty", ["--samples", "64"], "base/uncertainty.json"),
      ("sensitivity", ["--method", "gradient"], "base/sensitivity.json"),
      ("optimise", ["--subject-to", "peak_year<=2038"], "base/optimise.json"),
      ("solve", ["--with", "clean-grid", "--cap", "2035=50 Mt"], "base/solve.json"),
      ("report", [], "base/report.json"),
      ("track", ["--observed", "SEEN"], "base/tracking.json"),
    ] as [(String, [String], String)])
  func `are told once and stand in the record`(
    command: String, options: [String], file: String
  ) throws {
    let seen = folder.url.path + "/seen.csv"
    let outcome = try study([command, city] + options.map { $0 == "SEEN" ? seen : $0 })
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.components(separatedBy: Self.told).count == 2, "\(outcome.errors)")
    let top = try jsonObject(self.record(file))
    let scenario = (top["scenarios"] as? [[String: Any]])?.first ?? top
    let warnings = try #require(scenario["warnings"] as? [String])
    #expect(warnings.contains { $0.contains(Self.told) }, "\(warnings)")
  }

  @Test func `of a comparison are those of each scenario`() throws {
    let outcome = try study(["compare", city, other])
    #expect(outcome.status == 0, "\(outcome.errors)")
    for name in ["smallville/base: ", "smallville/other: "] {
      #expect(outcome.errors.contains("\(name)warning: \(Self.told)"), "\(outcome.errors)")
      #expect(try record("compare/compare.json").contains(name + Self.told))
    }
  }

  @Test func `are told by check, which counts them`() throws {
    let outcome = try Program.run(["check", city])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains(Self.told))
    let before = try Program.run(["check", SmallCity.path])
    #expect(before.status == 0 && !before.errors.contains(Self.told))
    let summary = { (text: String) in text.split(separator: "\n").last.map(String.init) ?? "" }
    let count = outcome.errors.components(separatedBy: "warning: ").count - 1
    #expect(count > 0 && summary(outcome.output).contains("no errors, \(count) warning"))
  }

  @Test func `a cost says how much it leaves out, in the words and in the table`() throws {
    let outcome = try study(["compare", city, other])
    let words = outcome.output.replacing("\n", with: " ")
    let run = try study(["run", city])
    #expect(run.status == 0, "\(run.errors)")
    let gaps = try #require(jsonObject(record("base/run.json"))["without_cost"] as? [Any]).count
    #expect(gaps > 0)
    #expect(words.contains("without the \(gaps) parts of the city that have no cost"), "\(words)")
    let rows = CSVFile(try record("compare/summary.csv")).rows
    let counted = rows.filter { $0["metric"]?.contains("cost") == true }
    #expect(counted.map { $0["without_cost"] } == ["\(gaps)", "\(gaps)"])
    #expect(rows.filter { $0["metric"] == "peak_year_gross" }.map { $0["without_cost"] } == [""])
  }
}

/// Faults that every command tells alike.
@Suite struct `Statuses of faults` {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func status(_ arguments: String...) throws -> (status: Int32, errors: String) {
    let outcome = try Program.run(arguments)
    return (outcome.status, outcome.errors)
  }

  @Test func `a lever that is not there is usage, and all that there are are named`() throws {
    let small = SmallCity.path
    for arguments in [
      ["solve", small, "--with", "electric-car", "--cap", "2035=9 Mt"],
      ["sweep", small, "--vary", "levers.electric-car.level=0,1"],
      ["run", small, "--set", "levers.electric-car.level=0.5"],
    ] {
      let outcome = try Program.run(arguments + ["--output", folder.url.path + "/out"])
      #expect(outcome.status == 64, "\(arguments): \(outcome.errors)")
      #expect(outcome.errors.contains("did you mean '"), "\(outcome.errors)")
      #expect(outcome.errors.contains("there are: clean-grid, electric-cars"), "\(outcome.errors)")
    }
    #expect(!folder.contents.contains("out"))
  }

  @Test func `an amount without a unit is usage`() throws {
    let small = SmallCity.path
    for arguments in [
      ["sweep", small, "--vary", "levers.clean-grid.level=0,1", "--keep", "cumulative<1200"],
      ["solve", small, "--with", "clean-grid", "--cap", "2035=9"],
      ["solve", small, "--with", "clean-grid", "--budget", "2021-2040=30"],
    ] {
      let outcome = try Program.run(arguments + ["--output", folder.url.path + "/out"])
      #expect(outcome.status == 64, "\(arguments): \(outcome.errors)")
      #expect(outcome.errors.contains("such as"), "\(outcome.errors)")
    }
  }

  @Test func `samples for a method that draws nothing are usage`() throws {
    for method in ["tornado", "gradient"] {
      let told = try status("sensitivity", SmallCity.path, "--method", method, "--samples", "9")
      #expect(told.status == 64 && told.errors.contains(method), "\(told.errors)")
    }
  }
}

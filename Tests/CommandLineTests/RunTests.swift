import Foundation
import TestSupport
import Testing

/// Runs of real scenarios through the real binary, and what they write.
@Suite struct `Runs on the command line` {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private let small = Repository.root.appending(path: "Tests/CommandLineTests/Inputs/small.yaml")
    .path
  private let files = [
    "emissions.csv", "energy-balance.csv", "indicators.csv", "peak-certificate.csv", "peak.csv",
    "run.json", "targets.csv", "trajectory.csv",
  ]

  private func run(_ arguments: String..., into name: String = "results") throws -> Command.Outcome
  {
    try Program.run(["run", "--output", folder.url.path + "/" + name] + arguments)
  }

  private func text(_ file: String, of scenario: String, in name: String = "results") throws
    -> String
  {
    try String(
      contentsOf: folder.url.appending(path: "\(name)/\(scenario)/\(file)"), encoding: .utf8)
  }

  @Test func `a run writes its eight files and says when emissions peak`() throws {
    let outcome = try run(small)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      folder.contents.filter { $0.contains(".") }.map { ($0 as NSString).lastPathComponent }
        .sorted() == files)
    #expect(outcome.output.contains("peak"))
    #expect(outcome.output.contains("Smallville"))
  }

  @Test func `sector sums equal the total in both views, and net is total plus sinks`() throws {
    #expect(try run(small).status == 0)
    let table = CSVFile(try text("emissions.csv", of: "smallville/base"))
    let sectors = ["energy", "buildings", "industry", "transport", "waste"]
    let total = table.numbers("total")
    #expect(total.count == 21)
    for year in total.indices {
      let byUse = sectors.reduce(0) { $0 + table.numbers($1)[year] }
      let bySource = sectors.reduce(0) { $0 + table.numbers("source_\($1)")[year] }
      #expect(abs(byUse - total[year]) <= 1e-9 * total[year])
      #expect(abs(bySource - total[year]) <= 1e-9 * total[year])
      #expect(
        abs(total[year] + table.numbers("sinks")[year] - table.numbers("net")[year]) < 1e-12)
    }
  }

  @Test func `the energy balance closes for every carrier and year`() throws {
    #expect(try run(small).status == 0)
    let table = CSVFile(try text("energy-balance.csv", of: "smallville/base"))
    let production = table.numbers("production")
    let imports = table.numbers("imports")
    let uses = ["exports", "transformation", "losses", "final"].map { table.numbers($0) }
    #expect(production.count == 21 * 5)
    for row in production.indices {
      let supply = production[row] + imports[row]
      #expect(abs(supply - uses.reduce(0) { $0 + $1[row] }) <= 1e-9 * max(1, supply))
    }
  }

  @Test func `on request every hour of a year is written, and its supply is its use`() throws {
    let hourly = Repository.root.appending(path: "Scenarios/shenzhen/hourly.yaml").path
    let outcome = try run(hourly, "--hourly", "2035")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let table = CSVFile(try text("hourly-2035.csv", of: "shenzhen/hourly"))
    #expect(table.numbers("hour") == (0..<4).flatMap { _ in (0..<24).map(Double.init) })
    func sum(_ prefixes: [String], _ row: Int) -> Double {
      table.columns.filter { key in prefixes.contains { key.hasPrefix($0) } }
        .reduce(0) { $0 + table.numbers($1)[row] }
    }
    for row in 0..<96 {
      let supply = sum(["generation_", "import_", "discharge_", "unserved"], row)
      let use = sum(["load_", "shifted_", "charge_"], row)
      #expect(abs(supply - use) < 1e-9)
    }
    let sun = table.numbers("generation_rooftop-pv_GW")
    #expect(sun[3] == 0 && sun[12] > 1)
    #expect(try run(hourly, "--hourly", "2019").status == 64)
    #expect(try run(small, "--hourly", "2030").status == 65)
  }

  @Test func `two runs differ in nothing but the time of the record`() throws {
    #expect(try run(small, into: "first").status == 0)
    #expect(try run(small, into: "second").status == 0)
    for file in files {
      let first = try text(file, of: "smallville/base", in: "first")
      let second = try text(file, of: "smallville/base", in: "second")
      let without = { (text: String) in
        text.split(separator: "\n").filter {
          !$0.contains("\"time\"") && !$0.contains("\"output\"")
        }
      }
      #expect(without(first) == without(second), "\(file)")
    }
  }

  @Test func `with all levers at level 0 the results are those of the reference`() throws {
    let text0 = try String(contentsOfFile: small, encoding: .utf8)
    let reference = try folder.write(
      String(text0[..<(text0.range(of: "levers:")?.lowerBound ?? text0.endIndex)]),
      to: "reference.yaml")
    #expect(try run(reference, into: "reference").status == 0)
    let outcome = try run(
      small, "--set", "levers.clean-grid.level=0", "--set", "levers.electric-cars.level=0",
      into: "zero")
    #expect(outcome.status == 0, "\(outcome.errors)")
    for file in ["emissions.csv", "indicators.csv", "energy-balance.csv", "trajectory.csv"] {
      #expect(
        try text(file, of: "smallville/base", in: "reference")
          == text(file, of: "smallville/base", in: "zero"))
    }
  }

  @Test func `the order of levers in the file changes no byte`() throws {
    let text0 = try String(contentsOfFile: small, encoding: .utf8)
    let blocks = try #require(
      text0.firstMatch(
        of: /levers:\n(  clean-grid:\n(?:    .*\n)+)(  electric-cars:\n(?:    .*\n)+)/))
    let turned = text0.replacingOccurrences(
      of: String(blocks.1) + String(blocks.2), with: String(blocks.2) + String(blocks.1))
    #expect(turned != text0)
    let file = try folder.write(turned, to: "turned.yaml")
    #expect(try run(small, into: "first").status == 0)
    #expect(try run(file, into: "second").status == 0)
    for file in ["emissions.csv", "trajectory.csv", "peak.csv"] {
      #expect(
        try text(file, of: "smallville/base", in: "first")
          == text(file, of: "smallville/base", in: "second"))
    }
  }

  @Test func `a missed target fails the run only where that was asked`() throws {
    let text0 = try String(contentsOfFile: small, encoding: .utf8)
    let strict = try folder.write(
      text0.replacingOccurrences(of: "emissions: {2040: 1 Mt}", with: "emissions: {2040: 1 kt}"),
      to: "strict.yaml")
    #expect(try run(strict).status == 0)
    #expect(try run(strict, "--fail-on-target").status == 1)
  }

  @Test func `a lever that moves nothing is a warning and does not stop the run`() throws {
    let outcome = try run(
      small, "--set", "levers.clean-grid.from=2050", "--set", "levers.clean-grid.by=2060")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("warning"))
    #expect(outcome.errors.contains("[lever-moves-nothing]"))
  }

  @Test
  func `a lever's date may have a fraction, in the file as on the command line and in a sweep`()
    throws
  {
    func total(_ arguments: String...) throws -> [String: Double] {
      let outcome = try Program.run(
        ["run", "--json", "--output", folder.url.path + "/dates"] + arguments)
      #expect(outcome.status == 0, "\(outcome.errors)")
      let totals = try #require(jsonObject(outcome.output)["totals"] as? [String: Any])
      return try #require(totals["net"] as? [String: Double])
    }
    let set = try total(small, "--set", "levers.electric-cars.by=2026.5")
    let file = try folder.write(
      try SmallCity.text([("    by: 2030\n", "    by: 2026.5\n")]), to: "dated.yaml")
    #expect(try total(file) == set)
    let sweep = try Program.run([
      "sweep", small, "--vary", "levers.electric-cars.by=2026.5", "--output",
      folder.url.path + "/dates",
    ])
    #expect(sweep.status == 0, "\(sweep.errors)")
    let rows = try CSVFile(folder.url.appending(path: "dates/smallville/base/sweep.csv"))
    #expect(rows.numbers("emissions_2040") == [set["2040"] ?? .nan])
    let sums = set.sorted { $0.key < $1.key }.map(\.value).reduce(0, +)
    #expect(abs(rows.numbers("cumulative")[0] - sums) < 1e-9 * sums)
    // Between a year earlier and a year later.
    let (early, late) = try (
      total(small, "--set", "levers.electric-cars.by=2026"),
      total(small, "--set", "levers.electric-cars.by=2027")
    )
    let least = early["2026"] ?? 0
    let found = set["2026"] ?? 0
    let most = late["2026"] ?? 0
    #expect(least < found && found < most)
    for (value, words) in [("2035.", "expected a year"), ("1800.5", "1900–2200")] {
      let refused = try run(small, "--set", "levers.clean-grid.by=\(value)")
      #expect(refused.status == 64 && refused.errors.contains(words), "\(refused.errors)")
    }
  }

  @Test func `a target may be set on the command line, and is checked as in the file`() throws {
    let outcome = try run(
      small, "--set", "targets.peak.by=2021", "--set", "targets.emissions.2035=2 Mt")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("peak of gross emissions by 2021"), "\(outcome.output)")
    #expect(outcome.output.contains("emissions 2035, at most 2.00 Mt CO2e"))
    #expect(outcome.output.contains("emissions 2040, at most 1.00 Mt CO2e"), "the file's stays")
    for (change, words) in [
      ("targets.peak.by=2099", "2020–2040"), ("targets.emissions.2035=2", "has no unit"),
      ("targets.emission.2035=2 Mt", "no parameter"),
      ("targets.peak.yb=2030", "did you mean 'targets.peak.by'?"),
    ] {
      let refused = try run(small, "--set", change)
      #expect(refused.status == 64, "\(change): \(refused.errors)")
      #expect(refused.errors.contains(words), "\(refused.errors)")
    }
  }

  @Test func `hours of a scenario without them are refused with what to add`() throws {
    let outcome = try run(small, "--hourly", "2030")
    #expect(outcome.status == 65 && outcome.errors.contains("'dispatch: hourly'"))
  }

  @Test func `quiet says nothing, json is json, and Chinese is Chinese`() throws {
    #expect(try run(small, "--quiet").output.isEmpty)
    _ = try jsonObject(run(small, "--json").output)
    let chinese = try run(small, "--lang", "zh").output
    #expect(chinese.contains("达峰") && chinese.contains("小城"))
  }

  @Test func `for Excel the files begin with a byte-order mark and end lines with CR LF`() throws {
    #expect(try run(small, "--excel").status == 0)
    let bytes = try Data(
      contentsOf: folder.url.appending(path: "results/smallville/base/emissions.csv"))
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    #expect(String(decoding: bytes, as: UTF8.self).contains("\r\n2020,"))
  }

  @Test func `long rows hold the same numbers as wide ones`() throws {
    #expect(try run(small, into: "wide").status == 0)
    #expect(try run(small, "--long", into: "long").status == 0)
    let wide = try text("trajectory.csv", of: "smallville/base", in: "wide").split(separator: "\n")
    let long = try text("trajectory.csv", of: "smallville/base", in: "long").split(separator: "\n")
    #expect(wide[0].hasPrefix("Model,Scenario,Region,Variable,Unit,2020,2021,"))
    #expect(long[0] == "Model,Scenario,Region,Variable,Unit,Year,Value")
    // What is not there in a year, as the price of a carrier that is not supplied, has no row.
    let values = wide.dropFirst().map { row in
      row.split(separator: ",", omittingEmptySubsequences: false).suffix(21).count { !$0.isEmpty }
    }
    #expect(long.count - 1 == values.reduce(0, +))
  }

  @Test func `a folder that cannot be written has a status of its own`() throws {
    let file = try folder.write("in the way", to: "blocked")
    let outcome = try Program.run(["run", small, "--output", file])
    #expect(outcome.status == 73)
    #expect(outcome.errors.contains("blocked"))
  }

  @Test func `two files for one scenario are refused before anything is written`() throws {
    let copy = try folder.write(try String(contentsOfFile: small, encoding: .utf8), to: "copy.yaml")
    let outcome = try run(small, copy)
    #expect(outcome.status == 65)
    #expect(!folder.contents.contains { $0.hasPrefix("results") })
  }

  /// What a run notes of its own results begins with the scenario's name; warnings of the files do
  /// not.
  @Test func `every bundled scenario runs, with no warning of its files`() throws {
    let cities = try FileManager.default.contentsOfDirectory(
      at: Repository.root.appending(path: "Scenarios"), includingPropertiesForKeys: nil
    ).filter { FileManager.default.fileExists(atPath: $0.appending(path: "city.yaml").path) }
    #expect(!cities.isEmpty)
    for city in cities {
      let scenarios = try FileManager.default.contentsOfDirectory(atPath: city.path)
        .filter { $0.hasSuffix(".yaml") }.map { city.appending(path: $0).path }
      let outcome = try Program.run(
        ["run", "--output", folder.url.path + "/all"] + scenarios)
      #expect(outcome.status == 0, "\(outcome.errors)")
      let ofFiles = outcome.errors.split(separator: "\n").filter {
        !$0.hasPrefix("carbonpeak: \(city.lastPathComponent)/")
          && !$0.contains("/city.yaml is left out: ")
      }
      #expect(ofFiles.isEmpty, "\(ofFiles)")
    }
  }

  @Test(arguments: ["leading", "pioneer", "exploring", "heating", "industrial", "service"])
  func `every template makes a city that checks and runs`(template: String) throws {
    let made = try Program.run(["new", "\(template)-town", "--template", template], in: folder.url)
    #expect(made.status == 0, "\(made.errors)")
    for name in ["city", "reference", "peak"] {
      let outcome = try Program.run(["run", "\(template)-town/\(name).yaml"], in: folder.url)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(!outcome.errors.contains("error"), "\(outcome.errors)")
    }
  }

  @Test func `a new city is made from the template and runs`() throws {
    let made = try Program.run(["new", "test-town"], in: folder.url)
    #expect(made.status == 0, "\(made.errors)")
    let outcome = try Program.run(["run", "test-town/peak.yaml"], in: folder.url)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(folder.contents.contains("Output/test-town/peak/emissions.csv"))
    #expect(try Program.run(["new", "test-town"], in: folder.url).status == 73)
    #expect(try Program.run(["new", "Bad Name"], in: folder.url).status == 64)
  }

  @Test(.enabled(if: !Python.isLeftOut))
  func `pyam reads the trajectory and finds nothing wrong with the emission tree`() throws {
    #expect(try run(small).status == 0)
    let check = try Python.run(
      """
      import sys, pyam
      data = pyam.IamDataFrame(sys.argv[1])
      bad = [v for v in data.variable if v.startswith("Emissions|")
             and data.check_aggregate(v) is not None]
      print(len(data.variable), bad)
      sys.exit(1 if bad else 0)
      """, folder.url.appending(path: "results/smallville/base/trajectory.csv").path)
    #expect(check.status == 0, "\(check.said)")
  }
}

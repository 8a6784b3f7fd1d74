import Foundation
import TestSupport
import Testing

/// `compare` through the real binary, held against the runs it compares.
@Suite struct `Comparison on the command line` {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func city(_ name: String, _ changes: [(String, String)] = []) throws -> String {
    try folder.write(
      try SmallCity.text(changes + [("id: base", "id: \(name)")]), to: name + ".yaml")
  }

  private func compare(_ arguments: String...) throws -> Command.Outcome {
    try Program.run(["compare"] + arguments + ["--output", folder.url.path + "/out"])
  }

  private func table(_ name: String) throws -> CSVFile {
    try CSVFile(folder.url.appending(path: "out/smallville/compare/\(name).csv"))
  }

  private func emissions(_ file: String, _ id: String) throws -> CSVFile {
    let outcome = try Program.run(
      ["run", file, "--quiet", "--output", folder.url.path + "/out"])
    try #require(outcome.status == 0, "\(outcome.errors)")
    return try CSVFile(folder.url.appending(path: "out/smallville/\(id)/emissions.csv"))
  }

  @Test func `differences are those of the runs, and factors sum to them`() throws {
    let files = try [city("plain"), city("fast", [("by: 2030", "by: 2024")])]
    let outcome = try compare(files[0], files[1])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let runs = try zip(files, ["plain", "fast"]).map { try emissions($0, $1) }
    let differences = try table("differences")
    for (sector, account, column) in [
      ("net", "end-use", "net"), ("transport", "end-use", "transport"),
      ("energy", "source", "source_energy"),
    ] {
      let found = differences.numbers("difference", ("sector", sector), ("account", account))
      let expected = zip(runs[1].numbers(column), runs[0].numbers(column)).map { $0 - $1 }
      #expect(found.count == 21 && zip(found, expected).allSatisfy { abs($0 - $1) < 1e-12 })
    }
    let lmdi = try table("lmdi")
    let net = zip(runs[1].numbers("net"), runs[0].numbers("net")).map { $0 - $1 }
    for (year, difference) in zip(2020..., net) {
      let pair = [("from_scenario", "plain"), ("to_scenario", "fast"), ("to_year", "\(year)")]
      let effects = ["total", "sinks"].flatMap {
        lmdi.numbers("effect", pair[0], pair[1], pair[2], ("sector", $0))
      }
      #expect(effects.count == 5 && abs(effects.reduce(0, +) - difference) < 1e-12, "\(year)")
    }
    let since = ["total", "sinks"].flatMap {
      lmdi.numbers(
        "effect", ("from_scenario", "plain"), ("to_scenario", "plain"), ("to_year", "2040"),
        ("sector", $0))
    }
    let own = runs[0].numbers("net")
    #expect(abs(since.reduce(0, +) - (own[20] - own[0])) < 1e-12)
    let summary = try String(
      contentsOf: folder.url.appending(path: "out/smallville/compare/summary.csv"), encoding: .utf8)
    #expect(summary.contains("fast,plain,cumulative,"))
    #expect(summary.contains("scope 1 and 2 (location-based)"))
  }

  @Test func `each scenario is told against the first, in both languages`() throws {
    let files = try [
      city("plain"),
      city(
        "fast", [("by: 2030", "by: 2024"), ("name: Base, name-zh: 基准", "name: Fast, name-zh: 快")]),
      city("few", [("95%", "10%"), ("name: Base, name-zh: 基准", "name: Few cars, name-zh: 慢")]),
    ]
    let english = try compare(files[0], files[1], files[2]).output
      .replacingOccurrences(of: "\n", with: " ")
    #expect(
      english.contains("'Fast' against 'Base'") && english.contains("'Few cars' against 'Base'"))
    #expect(english.contains("less over 2020–2040") && english.contains("more over 2020–2040"))
    let chinese = try compare(files[0], files[1], "--lang", "zh").output
      .replacingOccurrences(of: "\n", with: "")
    #expect(chinese.contains("“快”对照“基准”：") && chinese.contains("累计少排放"))
    let record = try jsonObject(compare(files[0], files[1], "--json").output)
    #expect((record["accounting"] as? [String: Any])?["electricity"] as? String == "location")
    let scenarios = try #require(record["scenarios"] as? [[String: Any]])
    #expect(scenarios.count == 1 && (scenarios[0]["saved"] as? [String: Double])?.count == 21)
  }

  @Test(arguments: [
    ([("id: smallville", "id: bigville")], "their cities differ: 'smallville' and 'bigville'"),
    (
      [("end: 2040", "end: 2039"), ("2040: 1 Mt}", "2039: 1 Mt}")],
      "their years differ: '2020–2040' and '2020–2039'"
    ),
    ([("gwp: AR6", "gwp: AR5")], "their global warming potentials differ: 'AR6' and 'AR5'"),
    ([("scopes: [1, 2]", "scopes: [1]")], "their scopes differ: '1 + 2' and '1'"),
    ([("electricity: location", "electricity: market")], "their electricity accounting differ"),
    ([("[CO2, CH4, N2O]", "[CO2]")], "their gases differ: 'CO2, CH4, N2O' and 'CO2'"),
  ])
  func `scenarios that count differently are refused with what differs`(
    changes: [(String, String)], reason: String
  ) throws {
    let outcome = try compare(try city("plain"), try city("other", changes))
    #expect(outcome.status == 65 && outcome.errors.contains(reason), "\(outcome.errors)")
    #expect(!folder.contents.contains("out"))
  }

  @Test func `where nothing differs it says so`() throws {
    let (one, same) = try (city("one"), city("same"))
    let english = try compare(one, same).output.replacingOccurrences(of: "\n", with: " ")
    #expect(english.contains("as in the reference, unchanged at "))
    #expect(english.contains("Its net emissions are the same over 2020–2040 and in 2040."))
    #expect(!english.contains("instead of"))
    let chinese = try compare(one, same, "--lang", "zh").output
      .replacingOccurrences(of: "\n", with: "")
    #expect(chinese.contains("峰值不变，为") && chinese.contains("排放均无变化"))
  }

  @Test func `one file is too few, and the same scenario twice is refused`() throws {
    let file = try city("plain")
    #expect(try compare(file).status == 64)
    let outcome = try compare(file, file)
    #expect(outcome.status == 65 && outcome.errors.contains("both are scenario 'plain'"))
  }
}

import Foundation
import TestSupport
import Testing

/// Tables as statistics offices really write them, through the real binary: read as meant, or told.
@Suite struct `Tables as planners have them` {
  /// What must come out of a table.
  struct Case: CustomTestStringConvertible, Sendable {
    let file: String
    var arguments: [String] = []
    var status: Int32 = 0
    /// Words of standard output and of standard error.
    var output: [String] = []
    var errors: [String] = []
    var testDescription: String { file }
  }

  private static let folder = Repository.root.appending(
    path: "Tests/CommandLineTests/Inputs/tables")

  private func run(_ command: [String], _ one: Case) throws {
    let outcome = try Program.run(command + one.arguments)
    let output = outcome.output.replacing("\n", with: " ")
    let errors = outcome.errors.replacing("\n", with: " ")
    #expect(outcome.status == one.status, "\(one.file): \(outcome.errors)")
    for words in one.output { #expect(output.contains(words), "\(words): \(output)") }
    for words in one.errors { #expect(errors.contains(words), "\(words): \(errors)") }
    if one.errors.isEmpty { #expect(errors.isEmpty, "\(errors)") }
    if one.status != 0 { #expect(output.isEmpty, "\(output)") }
  }

  private static let peaked = "peaked (3 of 4 rules hold); highest in 2016 at 12.0, 41.7 % lower"

  @Test(arguments: [
    Case(
      file: "prelim-header",
      output: ["Total: not peaked (0 of 4 rules hold); highest in 2021, the last year, at 17.0"],
      errors: ["prelim-header.csv:1:43: warning: 2021 ('prelim.') is provisional"]),
    Case(file: "star-header", output: ["Total: \(peaked)"], errors: [":1:43: warning: 2021 ('*')"]),
    Case(
      file: "flag-zh", output: ["碳排放总量: not peaked (0 of 4 rules hold); highest in 2021"],
      errors: ["2021 ('初步核算') is provisional"]),
    Case(
      file: "change-col", output: ["Total: \(peaked)"],
      errors: [":1:48: warning: column '2021 vs 2014 %' holds numbers and is no year"]),
    Case(file: "nian-header", output: ["合计: \(peaked)", "工业: not shown to have peaked"]),
    Case(file: "x-header", output: ["Total: \(peaked)"]),
    Case(file: "year-float-header", output: ["Binhai: \(peaked)"]),
    Case(
      file: "fy-header", output: ["Total: \(peaked)"],
      errors: ["'2014/15' spans two calendar years and counts as 2014"]),
    Case(file: "hdr-yearword", output: ["CO2: not peaked", "highest in 2021, the last year"]),
  ])
  func `years in a heading are read however they are written`(one: Case) throws {
    try run(["judge", Self.folder.path + "/\(one.file).csv"], one)
  }

  @Test(arguments: [
    Case(file: "title-row", output: ["排放量: \(peaked)", "GDP: not peaked"]),
    Case(file: "unit-row", output: ["排放量: \(peaked)"]),
    Case(
      file: "unit-row", arguments: ["--value", "排放量"], output: ["at 12.0 万吨"]),
    Case(
      file: "unit-row", arguments: ["--value", "排放量", "--unit", "Mt"], status: 65,
      errors: ["the table states '万吨', not 'Mt' [unit-conflict]"]),
    Case(
      file: "hdr-merged", status: 65,
      errors: [
        "hdr-merged.csv:1:8: error: the years stand in line 2, below merged headings: 'CO2', 'CH4'"
      ]
    ),
    Case(file: "hdr-sepcomma", output: ["value: \(peaked)"]),
    Case(file: "hdr-blank", output: ["value: \(peaked)"]),
    Case(
      file: "uk-la", arguments: ["--value", "Territorial emissions (kt CO2e)"],
      output: ["Industry · CO2: peaked", "LULUCF · CH4: "]),
  ])
  func `the heading is found, and what is merged in it is named`(one: Case) throws {
    try run(["judge", Self.folder.path + "/\(one.file).csv"], one)
  }

  @Test(arguments: [
    Case(
      file: "missing-signs", output: ["none for 2015, 2017, 2019"],
      errors: [":3:6: warning: '…', '-', 'n/a', 'NE' taken for no value (4 cells)"]),
    Case(file: "num-paren", status: 65, errors: [":5:6: error: ", "help: write -11"]),
    Case(file: "num-uminus", status: 65, errors: [":5:6: error: ", "help: write -3"]),
    Case(
      file: "num-deccomma", status: 65,
      errors: [":5:6: error: ", "help: write 11.5, with a decimal point"]
    ),
    Case(
      file: "num-neg", output: ["not shown to have peaked"],
      errors: [":5:6: warning: 'value' is below 0 in 2017"]),
    Case(
      file: "zero-tail",
      output: ["value: too soon", "25.0 % lower in 2019", "left out: 0 in 2020, 2021"],
      errors: [":8:6: warning: 'value' is 0 in 2020, 2021"]),
    Case(
      file: "zeros-last", output: ["2.83 % lower in 2020", "left out: 0 in 2021, 2022, 2023"],
      errors: ["is 0 in 2021, 2022, 2023, beside values above 0"]),
    Case(
      file: "five-yearly",
      output: ["too soon", "3 values in the 15 years since, too few to tell a trend"]),
    Case(
      file: "ties-gaps",
      output: [
        "highest in 2014 and again in 2015", "trend after 2015: ",
        "✓ highest at least 5 years ago: 7 years",
      ]),
    Case(
      file: "future-as-observed", output: ["observations: 4, 2021–2025"],
      errors: [
        ":6:1: warning: ",
        "values for 2030–2035, which nobody can have observed: they are left out",
      ]
    ),
    Case(
      file: "per-capita", arguments: ["--value", "碳排放量（万吨）", "--unit", "Mt"], status: 65,
      errors: [":1:4: error: the table states '万吨', not 'Mt' [unit-conflict]"]),
    Case(
      file: "per-capita", arguments: ["--value", "碳排放量（万吨）", "--unit", "万吨"],
      output: ["at 2330 万吨"]),
    Case(
      file: "uk-long", arguments: ["--year", "period", "--value", "value", "--unit", "MtCO2e"],
      status: 65, errors: ["the table states 'kilotonnes (kt CO2e)', not 'MtCO2e'", "1 error"]),
    Case(
      file: "uk-long", arguments: ["--unit", "kt CO2e"],
      output: ["Anwick: peaked", "at 910 kt CO2e"]),
  ])
  func `signs for no value, zeros, signs, and units are told`(one: Case) throws {
    try run(["judge", Self.folder.path + "/\(one.file).csv"], one)
  }

  @Test(arguments: [
    Case(
      file: "gpc-duplicate-wide", status: 65,
      errors: [":3:1: error: this row is called 'I.1.1 · 1' like that of line 2 [duplicate-series]"]
    ),
    Case(file: "two-cities-disjoint", output: ["Lanpu: too soon", "Yunting: peaked"]),
    Case(
      file: "scope-changes", output: ["Scope 1: 3 years, too few to judge", "Scope 1+2: peaked"]),
    Case(
      file: "unit-changes", status: 65,
      errors: [":5:12: error: the unit changes within the series in 2018: from 'Mtoe' to 'Mtce'"]),
    Case(file: "id-before-city", output: ["岚浦: too soon", "云汀: too soon", "observations: 5"]),
    Case(
      file: "curve-panel",
      output: ["Lanpu · coal: ", "Lanpu · gas: ", "Yunting · coal: ", "Yunting · gas: "]),
  ])
  func `rows of several cities and accounts are series of their own`(one: Case) throws {
    try run(["judge", Self.folder.path + "/\(one.file).csv"], one)
  }

  @Test(arguments: [
    Case(
      file: "two-cities-disjoint", status: 65,
      errors: [":6:1: error: 'emissions [Mt]' stands there for several: 'Lanpu', 'Yunting'"]),
    Case(file: "scope-changes", status: 65, errors: ["for several: 'Scope 1', 'Scope 1+2'"]),
    Case(file: "unit-changes", status: 65, errors: ["the unit changes within the series in 2018"]),
  ])
  func `track and stirpat refuse what is not one city's`(one: Case) throws {
    let table = Self.folder.path + "/\(one.file).csv"
    try run(["track", SmallCity.path, "--observed", table], one)
    try run(["calibrate", table, "--stirpat"], one)
  }

  @Test func `track reads years of a heading and leaves out those to come`() throws {
    let folder = try TemporaryFolder()
    let out = ["--output", folder.url.path + "/out"]
    let rows = { () throws -> [String?] in
      try CSVFile(folder.url.appending(path: "out/smallville/base/tracking.csv")).rows
        .filter { $0["kind"] == "distance" && $0["item"] == "emissions" }.map { $0["year"] }
    }
    for (file, years, words) in [
      ("tr-wide-nian", ["2021", "2022", "2023"], ""),
      ("tr-future", ["2021"], "values for 2059–2061"),
      ("future-as-observed", ["2021", "2022", "2023", "2025"], "values for 2030–2035"),
    ] {
      let outcome = try Program.run(
        ["track", SmallCity.path, "--observed", Self.folder.path + "/\(file).csv"] + out)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(words.isEmpty || outcome.errors.contains(words), "\(outcome.errors)")
      #expect(try rows() == years)
    }
  }

  @Test(arguments: [
    Case(
      file: "curve1", arguments: ["--saturation", "20"], status: 64,
      errors: ["--saturation 20.00 is below 41.00, observed in 2021"]),
    Case(
      file: "curve1", arguments: ["--saturation", "0.95"], status: 64,
      errors: ["does the table count in percent? then write 95"]),
    Case(
      file: "curve-panel", arguments: ["--value", "coal"], status: 64,
      errors: ["several series: 'Lanpu · coal', 'Yunting · coal'; name one with --value"]),
  ])
  func `a curve is refused where the potential or the series cannot be meant`(one: Case) throws {
    try run(["calibrate", Self.folder.path + "/\(one.file).csv", "--curve", "logistic"], one)
  }

  @Test func `a potential that was given is not asked for again, and one city can be named`() throws
  {
    let folder = try TemporaryFolder()
    let fit = { (file: String, arguments: [String]) throws in
      try Program.run(
        [
          "calibrate", Self.folder.path + "/\(file).csv", "--curve", "logistic", "--output",
          folder.url.path,
        ] + arguments)
    }
    let given = try fit("curve-given", ["--saturation", "95"])
    #expect(given.status == 0 && !given.output.contains("Give --saturation"), "\(given.output)")
    #expect(given.output.contains("The potential that was given"))
    let named = try fit("curve-panel", ["--value", "Lanpu · coal", "--saturation", "4"])
    #expect(named.status == 0 && named.output.contains("5 observations"), "\(named.errors)")
  }

  @Test func `nine thousand columns are judged in a moment`() throws {
    let folder = try TemporaryFolder()
    let columns = (1...9000).map { "c\($0)" }.joined(separator: ",")
    let rows = (2015...2022).map { year in
      "\(year)," + (1...9000).map { "\(100 + (year * $0) % 7)" }.joined(separator: ",")
    }
    let table = "year,\(columns)\n" + rows.joined(separator: "\n") + "\n"
    let file = try folder.write(table, to: "wide.csv")
    let outcome = try Program.run(["judge", file, "--quiet", "--output", folder.url.path + "/out"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(try CSVFile(folder.url.appending(path: "out/judgement.csv")).rows.count == 9000)
  }
}

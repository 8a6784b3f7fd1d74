import Foundation
import TestSupport
import Testing

/// Unlike things are never compared: gross with net, one scope with two, nominal with real.
@Suite struct `Accounts on the command line` {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    let made = try Program.run(["new", "Scenarios/binhai"], in: folder.url)
    #expect(made.status == 0, "\(made.errors)")
  }

  /// A run of today's policies of a new city with more in its file.
  private func run(_ more: String, _ arguments: String...) throws -> Command.Outcome {
    try folder.write(
      "extends: reference.yaml\nscenario: {id: case}\n\(more)\n", to: "Scenarios/binhai/case.yaml")
    return try Program.run(["run", "Scenarios/binhai/case.yaml"] + arguments, in: folder.url)
  }

  private func table(_ name: String) throws -> CSVFile {
    try CSVFile(folder.url.appending(path: "Output/binhai/case/\(name).csv"))
  }

  /// Emissions without sinks per GDP of a year [Mt/10⁹ yuan], from the tables of the run.
  private func grossIntensity(_ year: Int) throws -> Double {
    let emissions = try #require(try table("emissions").rows.first { $0["year"] == "\(year)" })
    let product = try #require(
      try table("trajectory").rows.first { $0["Variable"]?.hasPrefix("GDP|") == true })
    let total = try #require(emissions["total"].flatMap(Double.init))
    return total / (try #require(product["\(year)"].flatMap(Double.init)))
  }

  private let sinks =
    "sinks: {woods: {name: Woods, name-zh: 林, standing: {area: 30000 km2, uptake: 0.3 kt/km2}}}\n"
  private let history =
    "history: {emissions: {2019: 27 Mt, 2020: 27.0 Mt}, gdp: {2019: 2750 亿元, 2020: 2900 亿元}}\n"

  @Test func `intensity against an observed year is gross against gross`() throws {
    let targets = "targets: {carbon-intensity: {2021: 0%, 2025: -20%, against: 2019}}"
    let outcome = try run(sinks + history + targets)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let row = try #require(try table("targets").rows.first)
    #expect(row["account"] == "gross" && row["met"] == "yes")
    let reached = try #require(row["reached"].flatMap(Double.init))
    // Some 30 points less if the net run is held against the gross inventory.
    #expect(abs(reached - (try grossIntensity(2021) / (27.0 / 275) - 1)) < 1e-9)
    #expect(reached > -0.2)
  }

  @Test func `a small sink turns no miss into a hit`() throws {
    let outcome = try run(
      "history: {emissions: {2005: 12 Mt, 2020: 27.0 Mt}, gdp: {2005: 700 亿元, 2020: 2900 亿元}}\n"
        + "targets: {carbon-intensity: {2030: -65%, against: 2005}}")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let row = try #require(try table("targets").rows.first)
    #expect(row["met"] == "no")
    let reached = try #require(row["reached"].flatMap(Double.init))
    #expect(abs(reached - (try grossIntensity(2030) / (12.0 / 70) - 1)) < 1e-9)
  }

  @Test func `a net target against a gross inventory is an error at its place`() throws {
    let outcome = try run(
      sinks + history + "targets: {carbon-intensity: {2025: -20%, against: 2019, account: net}}")
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("[unlike-accounts]"), "\(outcome.errors)")
    #expect(outcome.errors.contains("case.yaml:5:"), "\(outcome.errors)")
    #expect(try run("", "--set", "accounting.peak-account=nett").errors.contains("[unknown-word]"))
  }

  @Test func `the peak account governs headline, columns and targets, and a target may differ`()
    throws
  {
    let targets =
      "targets: {peak: {by: 2059}, emissions: {2030: 1 Mt}, budget: {2021-2030: 1 Mt, account: gross}}\n"
    let gross = try run(sinks + targets, "--lang", "en").output.replacing("\n", with: " ")
    #expect(gross.contains("Gross emissions of") && gross.contains("Net of sinks: "))
    #expect(try table("targets").rows.map { $0["account"] } == ["gross", "net", "gross"])
    let net = try run(sinks + targets, "--lang", "zh", "--set", "accounting.peak-account=net")
      .output
    #expect(net.replacing("\n", with: "").contains("不计碳汇："), "\(net)")
    #expect(try table("targets").rows.map { $0["account"] } == ["net", "net", "gross"])
    for name in ["peak", "emissions"] {
      #expect(try !table(name).rows.isEmpty)
    }
  }

  @Test func `GDP at other prices is an error where a target rests on it, else a warning`() throws {
    let prices =
      "history: {emissions: {2005: 12 Mt, 2020: 27.0 Mt}, gdp: {2005: 350 亿元, 2020: 1450 亿元}}\n"
    let outcome = try run(prices + "targets: {carbon-intensity: {2030: -65%, against: 2005}}")
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("error: 'history.gdp' is 145.0 billion yuan in 2020"))
    #expect(outcome.errors.contains("times 2.000 would agree"), "\(outcome.errors)")
    let warned = try run(prices)
    #expect(warned.status == 0 && warned.errors.contains("[history-against-drivers]"))
    let people = try run("history: {population: {2020: 520 万人}}", "--lang", "zh")
    #expect(people.status == 0 && people.errors.contains("是否同为常住人口"), "\(people.errors)")
  }

  @Test func `an inventory of scope 1 is held against scope 1 of the run`() throws {
    try #require(try run("").status == 0)
    let scope1 = try #require(try table("emissions").numbers("scope_1").first)
    let history = "history: {emissions: {2020: \(scope1) Mt, scopes: [1]}}"
    let outcome = try run(history, "--lang", "en")
    #expect(outcome.status == 0 && !outcome.errors.contains("[inventory-distance]"))
    #expect(outcome.output.replacing("\n", with: " ").contains("Mt scope 1 alone against"))
    let whole = try run("history: {emissions: {2020: \(scope1) Mt}}")
    #expect(whole.errors.contains("[inventory-distance]"), "\(whole.errors)")
    // The parts that an inventory leaves out are left out of the run.
    let waste = try #require(try table("emissions").numbers("source_waste").first)
    let without = try run(
      "history: {emissions: {2020: \(scope1 - waste) Mt, scopes: [1], excludes: [waste]}}")
    #expect(!without.errors.contains("[inventory-distance]"), "\(without.errors)")
  }

  @Test(arguments: [
    ("history: {emissions: {2020: 27 Mt, scopes: [3]}}", "unknown-word"),
    ("history: {emissions: {2020: 27 Mt, scopes: [2]}}", ""),
    ("history: {emissions: {2020: 27 Mt, account: nett}}", "unknown-word"),
    ("history: {emissions: {2020: 27 Mt, excludes: [aviation]}}", "unknown-word"),
    (
      "accounting: {scopes: [1]}\nhistory: {emissions: {2020: 27 Mt, scopes: [1, 2]}}",
      "unlike-accounts"
    ),
    (
      "history: {emissions: {2020: 27 Mt, excludes: [waste]}, sectors: {waste: {2020: 1 Mt}}}",
      "unlike-accounts"
    ),
  ])
  func `what an inventory cannot count is an error at its place`(text: String, code: String) throws
  {
    let outcome = try run(text)
    #expect(outcome.status == 65)
    #expect(outcome.errors.contains("case.yaml:"), "\(outcome.errors)")
    if !code.isEmpty { #expect(outcome.errors.contains("[\(code)]"), "\(outcome.errors)") }
  }

  @Test func `a total of scope 1 has scope 2 beside it, and levers on bought power are told`()
    throws
  {
    let one = try run("accounting: {scopes: [1]}", "--lang", "en").output
    #expect(one.replacing("\n", with: " ").contains("Not in the total: scope 2"), "\(one)")
    #expect(try !run("", "--lang", "en").output.contains("Not in the total"))
    let city = try folder.write(
      try SmallCity.text([
        ("scopes: [1, 2]", "scopes: [1]"), ("capacity: 0.05 GW", "capacity: 0.001 GW"),
      ]), to: "one.yaml")
    let found = try Program.run(["attribute", city, "--quiet", "--json"], in: folder.url)
    #expect(found.status == 0, "\(found.errors)")
    let told = try Program.run(["attribute", city, "--lang", "en"], in: folder.url)
    #expect(
      told.output.replacing("\n", with: " ").contains("The total counts scope 1 alone"),
      "\(told.output)")
  }

  @Test func `an intensity judged on a part of the run says so everywhere`() throws {
    let history =
      "history: {emissions: {2005: 12 Mt, 2020: 20 Mt, SCOPES}, gdp: {2005: 700 亿元, 2020: 2900 亿元}}\n"
    let targets = "targets: {carbon-intensity: {2030: -65%, against: 2005}, peak: {by: 2059}}\n"
    func told(_ scopes: String, _ lang: String) throws -> String {
      let outcome = try run(
        history.replacing("SCOPES", with: scopes) + targets, "--lang", lang)
      #expect(outcome.status == 0, "\(outcome.errors)")
      return outcome.output.replacing("\n", with: lang == "en" ? " " : "")
    }
    #expect(try told("scopes: [1]", "en").contains("carbon intensity (gross, scope 1 alone) 2030"))
    #expect(try table("targets").rows.map { $0["counts"] } == ["scope 1 alone", ""])
    let reached = try #require(try table("targets").rows[0]["reached"].flatMap(Double.init))
    let record = try run(
      history.replacing("SCOPES", with: "scopes: [1]") + targets, "--json")
    #expect(record.output.contains("\"counts\": \"scope 1 alone\""), "\(record.output)")
    let part = try #require(try table("emissions").rows.first { $0["year"] == "2030" })
    let product = try #require(
      try table("trajectory").rows.first { $0["Variable"]?.hasPrefix("GDP|") == true })
    let now = try #require(part["scope_1"].flatMap(Double.init))
    let gdp = try #require(product["2030"].flatMap(Double.init))
    #expect(abs(reached - (now / gdp / (12.0 / 70) - 1)) < 1e-9)
    #expect(try told("scopes: [1]", "zh").contains("碳强度（总排放，仅范围一）较2005年"))
    let page = try Program.run(
      ["report", "Scenarios/binhai/case.yaml", "--lang", "zh"], in: folder.url)
    #expect(page.status == 0, "\(page.errors)")
    let html = try String(
      contentsOf: folder.url.appending(path: "Output/binhai/case/report.html"), encoding: .utf8)
    #expect(html.contains("碳强度（总排放，仅范围一）"))
    #expect(try told("scopes: [1, 2]", "en").contains("carbon intensity (gross) 2030"))
    #expect(try table("targets").rows.map { $0["counts"] } == ["", ""])
  }

  @Test(arguments: [
    ("carbon-intensity", "net", 0, "carbon intensity (net)"),
    ("peak", "net", 0, "peak of net emissions"),
    ("budget", "gross", 0, "budget of gross emissions"),
    ("carbon-intensity", "nett", 64, "did you mean 'net'?"),
    ("emissions", "gross", 64, "'emissions' has no value"),
    ("energy-intensity", "net", 64, "no key 'account'"),
    ("non-fossil-share", "net", 64, "no key 'account'"),
  ])
  func `the account of a target may be set on the command line`(
    target: String, account: String, status: Int32, words: String
  ) throws {
    let targets =
      "targets: {peak: {by: 2059}, carbon-intensity: {2030: -17%, against: 2025}, budget: {2021-2030: 900 Mt}}\n"
    let outcome = try run(
      targets, "--lang", "en", "--set", "targets.\(target).account=\(account)")
    #expect(outcome.status == status, "\(outcome.errors)")
    #expect(
      (outcome.output + outcome.errors).replacing("\n", with: " ").contains(words),
      "\(outcome.output)\(outcome.errors)")
    if status == 64 {
      #expect(outcome.errors.contains("--set targets.\(target).account"), "\(outcome.errors)")
    }
    let empty = try run("targets: {budget: {account: gross}}\n", "--lang", "zh")
    #expect(empty.status == 65 && empty.errors.contains("2021-2030: 100 Mt"), "\(empty.errors)")
  }

  /// No year after 2050 can have been observed, whenever this test is run.
  @Test func `years to come in a history count nowhere as observed`() throws {
    let file = "history: {emissions: {2020: 27 Mt, 2023: 28 Mt, 2055: 99 Mt, 2059: 120 Mt}}\n"
    let outcome = try run(file, "--lang", "en")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(
      outcome.errors.contains("has values for 2055–2059, which nobody can have observed"),
      "\(outcome.errors)")
    let words = outcome.output.replacing("\n", with: " ")
    #expect(words.contains("Observed 2020–2023"), "\(words)")
    #expect(!words.contains("2059"), "\(words)")
    let record = try String(
      contentsOf: folder.url.appending(path: "Output/binhai/case/run.json"), encoding: .utf8)
    #expect(record.contains("which nobody can have observed") && !record.contains("observed-above"))
    let spread = try Program.run(
      ["uncertainty", "Scenarios/binhai/case.yaml", "--samples", "64"], in: folder.url)
    #expect(spread.output.replacing("\n", with: " ").contains("spreads begin in 2024"), "\(spread)")
  }

  @Test func `the headline knows years that were higher before the run`() throws {
    let outcome = try run(
      "history: {emissions: {2014: 58 Mt, 2020: 27.0 Mt}}", "--lang", "en")
    let words = outcome.output.replacing("\n", with: " ")
    #expect(words.contains("the highest of the projection; observed 58.0 in 2014"), "\(words)")
    let chinese = try run("history: {emissions: {2014: 58 Mt, 2020: 27.0 Mt}}", "--lang", "zh")
    #expect(
      chinese.output.replacing("\n", with: "").contains("为预测期内最高；2014年观测值为 58.0"),
      "\(chinese.output)")
  }
}

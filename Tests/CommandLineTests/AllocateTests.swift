import Foundation
import TestSupport
import Testing

/// `allocate` through the real binary, held against the runs whose emissions it shares.
@Suite struct `A shared target on the command line` {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// A district as a small city with its statistics.
  private func district(
    _ id: String, _ statistics: String = Self.statistics, _ changes: [(String, String)] = []
  ) throws -> String {
    let text = try SmallCity.text(
      changes + [("id: smallville", "id: \(id)"), ("name: Smallville, name-zh: 小城", "name: \(id)")])
    return try folder.write(text + "district: \(statistics)\n", to: "\(id).yaml")
  }

  private static let statistics =
    "{population: 30 万人, gdp: 500 亿元, energy: 3 Mtce, industry: 200 亿元}"

  /// Three that differ in size, people, product and industry.
  private func districts() throws -> [String] {
    [
      try district("harbour"),
      try district(
        "town", "{population: 50 万人, gdp: 400 亿元, energy: 1 Mtce, industry: 30 亿元}",
        [("activity: {2020: 2 Mt", "activity: {2020: 1 Mt")]),
      try district(
        "hills", "{population: 20 万人, gdp: 100 亿元, energy: 0 PJ, industry: 0 亿元}",
        [("activity: {2020: 2 Mt", "activity: {2020: 3 Mt")]),
    ]
  }

  private func allocate(_ arguments: [String]) throws -> Command.Outcome {
    try Program.run(["allocate"] + arguments + ["--output", folder.url.path + "/out"])
  }

  private func table(_ place: String) throws -> CSVFile {
    try CSVFile(folder.url.appending(path: "out/\(place)/allocation.csv"))
  }

  private func emissions(_ file: String, _ id: String) throws -> CSVFile {
    let outcome = try Program.run(
      ["run", file, "--quiet", "--output", folder.url.path + "/runs"])
    try #require(outcome.status == 0, "\(outcome.errors)")
    return try CSVFile(folder.url.appending(path: "runs/\(id)/base/emissions.csv"))
  }

  /// The sum of a column as a person adds it up: in decimal numbers.
  private func sum(_ table: CSVFile, of rule: String) -> Decimal {
    table.rows.filter { $0["rule"] == rule && $0["part"] != "(total)" }
      .compactMap { $0["allocated"].flatMap { Decimal(string: $0) } }.reduce(0, +)
  }

  @Test func `by every rule districts sum to the amount in decimal numbers, from their runs`()
    throws
  {
    let files = try districts()
    let outcome = try allocate(files + ["--amount", "2030=1.1234567 Mt"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let table = try table("allocate")
    let rules = ["equal-fall", "planned", "per-head", "per-gdp", "burden", "shapley"]
    for rule in rules {
      #expect(sum(table, of: rule) == Decimal(string: "1.123457"), "\(rule)")
      #expect(table.numbers("allocated", ("rule", rule), ("part", "(total)")) == [1.123457])
    }
    for (file, id) in zip(files, ["harbour", "town", "hills"]) {
      let net = try emissions(file, id).numbers("net")
      let pair = (("rule", "equal-fall"), ("part", id))
      #expect(table.numbers("base", pair.0, pair.1) == [net[0]])
      #expect(table.numbers("planned", pair.0, pair.1) == [net[10]])
    }
    let falls = table.numbers("fall", ("rule", "equal-fall"))
    #expect(falls.count == 4 && falls.allSatisfy { abs($0 - falls[0]) < 1e-5 && $0 > 0 })
    let each = table.numbers("per_person", ("rule", "per-head"))
    #expect(each.count == 4 && each.allSatisfy { abs($0 - 1.1234567) < 1e-5 })
    #expect(table.numbers("index", ("rule", "burden")).count == 3)
  }

  @Test
  func `a target of the city is shared over districts, and told where they are not all there`()
    throws
  {
    let files = try districts()
    let city = try folder.write(
      try SmallCity.text([("2040: 1 Mt}", "2040: 1 Mt}\n  budget: {2026-2030: 5 Mt}")]),
      to: "city.yaml")
    let outcome = try allocate(
      files + ["--city", city, "--years", "2026-2030", "--rule", "equal-fall", "--json"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.errors.contains("the districts emit "))
    let record = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(record["origin"] as? String == "budget" && record["shared"] as? Double == 5)
    #expect(record["first_year"] as? Int == 2026 && record["last_year"] as? Int == 2030)
    #expect((record["parts"] as? [Any])?.count == 3 && (record["rows"] as? [Any])?.count == 4)
    let base = try files.enumerated().map {
      try emissions($1, ["harbour", "town", "hills"][$0]).numbers("net")[0] * 5
    }
    let found = try table("smallville/allocate").numbers("base")
    #expect(zip(found, base).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  @Test(arguments: [("end-use", ""), ("source", "source_")])
  func `a net cap is shared over sectors with the room that sinks make`(
    view: String, prefix: String
  ) throws {
    let file = try folder.write(try SmallCity.text(), to: "city.yaml")
    let outcome = try allocate([file, "--years", "2040", "--view", view])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let run = try emissions(file, "smallville")
    let table = try table("smallville/base")
    for sector in ["energy", "buildings", "industry", "transport", "waste"] {
      let pair = (("rule", "equal-fall"), ("part", sector))
      #expect(table.numbers("base", pair.0, pair.1) == [run.numbers(prefix + sector)[0]])
    }
    let room = 1 - run.numbers("sinks")[20]
    let shared = table.numbers("allocated", ("part", "(total)"))
    #expect(shared.count >= 2 && shared.allSatisfy { abs($0 - room) <= 5e-7 })
  }

  @Test func `a fall of intensity lets the city emit what its GDP allows`() throws {
    let file = try folder.write(
      try SmallCity.text([
        ("2040: 1 Mt}", "2040: 1 Mt}\n  carbon-intensity: {2030: -60%, against: 2020}")
      ]), to: "city.yaml")
    #expect(try allocate([file, "--years", "2030"]).status == 0)
    let thirds = "responsibility=33.3%,capacity=33.3%,potential=33.3%"
    #expect(
      !(try allocate([file, "--years", "2030", "--weights", thirds]).errors.contains("sum to")))
    // GDP grows by 5 % in 2021, and by less each year to 2 % in 2040: the rate of year t is 5 % − 3 % · (t − 2021)/19.
    let growth = (2021...2030).map { (year: Int) -> Double in
      let years = Double(year - 2021)
      return 1.05 - 0.03 * years / 19
    }.reduce(1, *)
    let gross = try emissions(file, "smallville").numbers("total")[0]
    let shared = try table("smallville/base").numbers("allocated", ("part", "(total)"))
    #expect(shared.allSatisfy { abs($0 - 0.4 * gross * growth) <= 1e-6 }, "\(shared)")
  }

  @Test func `it is told in words, in both languages`() throws {
    let files = try districts()
    let english = try allocate(files + ["--amount", "2030=1 Mt"]).output
    #expect(english.contains("1.000 Mt CO2e of net emissions in 2030 (as given)"))
    #expect(english.contains("R–C–P") && english.contains("Fall against 2020 [%]"))
    let chinese = try allocate(files + ["--amount", "2030=100 万吨", "--lang", "zh"]).output
    #expect(chinese.contains("2030年净排放 1.000 Mt CO2e") && chinese.contains("责能潜"))
    let rising = try allocate(files + ["--amount", "2030=90 Mt", "--json"])
    #expect(rising.status == 0 && rising.output.contains("[rule-left-out]"))
  }

  // MARK: - Bad input

  @Test(arguments: [
    ("{population: 0 人, gdp: 5 亿元, energy: 0 PJ, industry: 0 亿元}", "'district.population' is 0"),
    ("{population: 5 万人, gdp: -5 亿元, energy: 0 PJ, industry: 0 亿元}", "'district.gdp' is -5"),
    ("{population: 5 万人, gdp: 5 亿元, energy: 0 PJ}", "missing 'industry' in 'district'"),
    ("{popluation: 5 万人}", "did you mean 'population'?"),
    ("{population: 5 万人, gdp: 5 亿元, energy: 1 万人, industry: 0 亿元}", "expected a unit of energy"),
    ("{population: 5 万人, gdp: 5 亿元, energy: 1 PJ, industry: 0 亿元}", "has no industry"),
  ])
  func `statistics that cannot be are errors at their place`(
    statistics: String, words: String
  ) throws {
    let files = [try district("harbour"), try district("town", statistics)]
    let outcome = try allocate(files + ["--amount", "2030=1 Mt"])
    #expect(outcome.status == 65 && outcome.errors.contains(words), "\(outcome.errors)")
    #expect(outcome.errors.contains("\(files[1]):"), "\(outcome.errors)")
    #expect(!folder.contents.contains("out"))
  }

  @Test func `a file without statistics and two of one district are told at their places`() throws {
    let one = try district("harbour")
    let bare = try folder.write(try SmallCity.text(), to: "bare.yaml")
    let same = try folder.write(try String(contentsOfFile: one, encoding: .utf8), to: "same.yaml")
    let outcome = try allocate([one, bare, same, "--amount", "2030=1 Mt"])
    #expect(outcome.status == 65, "\(outcome.errors)")
    #expect(outcome.errors.contains("\(bare):1:1: error: the file has no 'district' [missing-key]"))
    #expect(
      outcome.errors.contains("the district 'harbour' is that of \(one) too [same-id]"),
      "\(outcome.errors)")
    #expect(outcome.errors.contains("\(same):3:12: error:"), "\(outcome.errors)")
    #expect(!folder.contents.contains("out"))
  }

  @Test(arguments: [
    ([("scopes: [1, 2]", "scopes: [1]")], "their scopes differ"),
    ([("years: {base: 2020", "years: {base: 2021")], "their base years differ"),
  ])
  func `districts that count differently share nothing`(
    changes: [(String, String)], words: String
  ) throws {
    let files = [try district("harbour"), try district("town", Self.statistics, changes)]
    let outcome = try allocate(files + ["--amount", "2030=1 Mt"])
    #expect(outcome.status == 65 && outcome.errors.contains(words), "\(outcome.errors)")
    #expect(!folder.contents.contains("out"))
  }

  private static let refused: [([String], Int32, String)] = [
    ([], 64, "say what is shared"), (["--years"], 64, "--years"),
    (["--years", "soon"], 64, "'soon' is no year"),
    (["--years", "2030"], 65, "no target says how much may be emitted in 2030"),
    (["--years", "2040", "--amount", "2030=1 Mt"], 64, "one of the two"),
    (["--years", "2040", "--account", "net"], 64, "--account is for --amount"),
    (["--amount", "2030=0 Mt"], 64, "above 0"), (["--amount", "2030=-3 Mt"], 64, "above 0"),
    (["--amount", "2030=5 GW"], 64, "expected a mass of CO2"),
    (["--amount", "2030=0.1 t", "--account", "gross"], 64, "there is nothing to share"),
    (["--amount", "2020=1 Mt"], 64, "2020 is not within the years to come of the run, 2021–2040"),
    (["--amount", "2031-2041=1 Mt"], 64, "2031–2041 is not within"),
    (["--years", "2040", "--rule", "shaply"], 64, "did you mean 'shapley'?"),
    (["--years", "2040", "--rule", "per-head"], 64, "sectors have no people"),
    (["--amount", "2030=90 Mt", "--rule", "shapley"], 75, "it shares a fall"),
    (["--years", "2040", "--weights", "capacity=90%"], 64, "they sum to 90 %"),
    (
      ["--years", "2040", "--weights", "responsibility=33.2%,capacity=33.2%,potential=33.2%"], 64,
      "they sum to 99.6 %"
    ),
    (["--years", "2040", "--weights", "capasity=100%"], 64, "did you mean 'capacity'?"),
    (["--years", "2040", "--weights", "capacity=-1"], 64, "from 0% to 100%"),
    (["--years", "2040", "--over", "districts"], 64, "two files or more"),
    (["--years", "2040", "--over", "streets"], 64, "streets"),
    (["--years", "2040", "--city", "x.yaml"], 64, "--city is for districts"),
  ]

  @Test(arguments: refused)
  func `a question that cannot be answered ends with its status, and nothing is written`(
    options: [String], status: Int32, words: String
  ) throws {
    let file = try folder.write(try SmallCity.text(), to: "city.yaml")
    let outcome = try allocate([file] + options)
    #expect(outcome.status == status, "\(outcome.errors)")
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
    #expect(!folder.contents.contains("out"))
  }

  @Test func `a target of districts needs their city`() throws {
    let outcome = try allocate(try districts() + ["--years", "2040"])
    #expect(outcome.status == 64 && outcome.errors.contains("--years needs --city"))
  }
}

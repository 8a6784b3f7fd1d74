import Foundation
import TestSupport
import Testing

/// A plan held against made-up observations, through the real binary.
@Suite struct `Tracking on the command line` {
  private let tracked: TrackedCity
  private var folder: TemporaryFolder { tracked.folder }

  init() throws { tracked = try TrackedCity() }

  private func planned(_ column: String, _ year: Int) throws -> Double {
    try #require(tracked.planned(column, year))
  }

  private func track(
    _ table: String, _ arguments: [String] = [], city: String = SmallCity.path
  ) throws -> Command.Outcome {
    try tracked.track(table, arguments, city: city)
  }

  private func rows() throws -> CSVFile { try tracked.rows() }

  private static let columns =
    ["emissions [Mt]", "population [万人]", "gdp [亿元]", "energy [PJ]"]
    + ["energy", "buildings", "industry", "transport", "waste"].map { "emissions.\($0) [Mt]" }
    + ["energy", "buildings", "industry", "transport"].map { "energy.\($0) [PJ]" }

  @Test func `years before the run are told and left out`() throws {
    let outcome = try track("year,emissions [Mt]\n2010,1.2\n2012,1.3\n2021,1.5\n2022,1.52\n")
    #expect(outcome.status == 0)
    #expect(
      outcome.errors.replacing("\n", with: " ").contains(
        "has values for 2010–2012, before the run begins in 2020: they are left out"),
      "\(outcome.errors)")
    #expect(try !rows().rows.contains { $0["year"] == "2010" })
  }

  @Test func `the parts of the distance sum to it, with structure and without`() throws {
    let table = """
      year,\(Self.columns.joined(separator: ","))
      2022,1.52,101,1110,18,0.1,0.3,0.41,0.45,0.26,2.1,5,4.4,6.5
      2023,1.6,102,1150,19,,,,,,,,,
      2024,1.61,,,20,,,,,,,,,

      """
    let outcome = try track(table)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let file = try rows()
    for year in [2022, 2023, 2024] {
      let parts = file.numbers("distance", ("kind", "explained"), ("year", "\(year)"))
      let distance = try #require(
        file.numbers("distance", ("item", "emissions"), ("year", "\(year)")).first)
      #expect(abs(parts.reduce(0, +) - distance) < 1e-9 && parts.count > 1)
      let observed = try #require(
        file.numbers("observed", ("item", "emissions"), ("year", "\(year)")).first)
      #expect(abs(distance - (observed - (try planned("source_total", year)))) < 1e-12)
    }
    let factors = file.rows.filter { $0["kind"] == "explained" && $0["year"] == "2022" }
      .compactMap { $0["item"] }
    #expect(
      factors == [
        "population", "gdp-per-person", "energy-per-gdp", "structure", "carbon-per-energy",
      ])
    #expect(
      !file.rows.contains {
        $0["item"] == "structure" && $0["year"] == "2023" && $0["status"] != "unknown"
      })
  }

  @Test func `without structure the parts are those of the logarithmic mean`() throws {
    let outcome = try track(
      "year,emissions [Mt],population [万人]\n2023,1.6,110\n")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let base = try planned("source_total", 2023)
    let people = 100 + 10 * 3.0 / 20
    let mean = (1.6 - base) / log(1.6 / base)
    let found = try rows()
    let part = try #require(
      found.numbers("distance", ("kind", "explained"), ("item", "population")).first)
    #expect(abs(part - mean * log(110 / people)) < 1e-12)
    #expect(found.rows.contains { $0["item"] == "gdp" && $0["status"] == "unknown" })
  }

  @Test func `where it would land is the last observation at the plan's growth`() throws {
    let table = "year,emissions [Mt]\n2022,\(1.05 * (try planned("source_total", 2022)))\n"
    let outcome = try track(table)
    #expect(outcome.output.contains("Status: off track."))
    let file = try rows()
    for year in [2023, 2030, 2040] {
      let gap = try #require(
        file.numbers("distance", ("kind", "nowcast"), ("year", "\(year)")).first)
      #expect(abs(gap - 0.05 * (try planned("source_total", year))) < 1e-12)
    }
    #expect(file.rows.filter { $0["kind"] == "nowcast" }.count == 36)
    #expect(try track(table, ["--fail-on-target"]).status == 1)
    #expect(try track(table, ["--lang", "zh"]).output.contains("状态：偏离计划"))
  }

  @Test func `what is as planned is on track, and what is not observed never is`() throws {
    let table = "year,emissions [Mt]\n2022,\(1.005 * (try planned("source_total", 2022)))\n"
    let city = try folder.write(
      try SmallCity.text([("  emissions: {2040: 1 Mt}", "  emissions: {2040: 50 Mt}")]),
      to: "plan.yaml")
    let outcome = try track(table, ["--fail-on-target"], city: city)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    let file = try rows()
    #expect(file.rows.first { $0["item"] == "emissions" }?["status"] == "on track")
    #expect(
      file.rows.filter { $0["kind"] == "lever" }.map { $0["status"] } == ["unknown", "unknown"])
    #expect(
      file.rows.filter { $0["item"]?.hasPrefix("emissions.") == true }
        .allSatisfy { $0["status"] == "unknown" })
    // A table without emissions says nothing of the whole.
    let empty = try track("year,population [万人]\n2022,101\n", ["--json"], city: city)
    #expect(empty.status == 0 && empty.output.contains("\"status\": \"unknown\""))
    #expect(empty.output.contains("emissions was not observed"))
  }

  @Test func `a budget counts observed years, and a missing one makes it unknown`() throws {
    let city = try folder.write(
      try SmallCity.text([("  peak: {by: 2025}", "  budget: {2020-2040: 20 Mt}")]), to: "plan.yaml")
    func table(_ years: [Int]) -> String {
      "year,emissions [Mt]\n" + years.map { "\($0),2\n" }.joined()
    }
    _ = try track(table([2020, 2021, 2022]), city: city)
    let spent = try #require(
      rows().numbers("observed", ("item", "spent 2020-2040")).first)
    #expect(abs(spent - 3 * (2 - 0.04)) < 1e-12)
    // 2 Mt at the plan's growth; sinks of 0.04 Mt a year.
    let start = try planned("source_total", 2022)
    var sum = spent
    var year = 2022
    while sum <= 20 {
      year += 1
      sum += 2 * (try planned("source_total", year)) / start - 0.04
    }
    #expect(try rows().rows.first { $0["item"] == "used up 2020-2040" }?["year"] == "\(year)")
    let outcome = try track(table([2020, 2022]), city: city)
    #expect(outcome.output.contains("years without a value: 2021"))
    #expect(
      try rows().rows.first { $0["kind"] == "target" && $0["item"] == "budget" }?["status"]
        == "unknown")
  }

  @Test func `a lever that is behind is told with the year in which the plan was there`() throws {
    // Sales of battery cars: 10 % in 2020 to 95 % in 2030 by the lever, from 10 % to 60 % in 2035 by
    // the reference: at w = 0.4 in 2025 (2021–2030) …
    let outcome = try track(
      "year,transport.passenger.car.sales.bev [%]\n2025,30\n", ["--lang", "en"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let row = try #require(try rows().rows.first { $0["kind"] == "lever" })
    func sales(_ year: Double) -> Double {
      let base = 0.1 + 0.5 * (year - 2020) / 15
      let pull = max(0, min(1, (year - 2021) / 9))
      return base + pull * (0.95 - base)
    }
    #expect(abs(try #require(row["planned"].flatMap(Double.init)) - sales(2025)) < 1e-12)
    let year = 2020 + ((0...20).first { sales(2021 + Double($0)) >= 0.3 } ?? 0)
    let before = sales(Double(year))
    let after = sales(Double(year + 1))
    let crossing = Double(year) + (0.3 - before) / (after - before)
    #expect(abs(try #require(row["plan_reaches"].flatMap(Double.init)) - crossing) < 1e-9)
    #expect(row["status"] == "off track" && row["levers"] == "electric-cars")
    #expect(outcome.output.contains("years behind"))
    // The share beside it gives way: petrol cars are planned at what is left.
    _ = try track("year,transport.passenger.car.sales.petrol-car [%]\n2025,50\n")
    let other = try #require(try rows().rows.first { $0["kind"] == "lever" })
    #expect(abs(try #require(other["planned"].flatMap(Double.init)) - (1 - sales(2025))) < 1e-12)
  }

  @Test func `a reference in the base year is not drawn along by what was observed after it`()
    throws
  {
    // Intensity of 2030 against 2020: (E₃₀·r / G₃₀·q) / (E₂₀/G₂₀) − 1, without sinks.
    let city = try folder.write(
      try SmallCity.text([
        ("  peak: {by: 2025}", "  carbon-intensity: {2030: -40%, against: 2020}")
      ]), to: "plan.yaml")
    let then = try planned("source_total", 2020)
    let later = try planned("source_total", 2030)
    let seen = 1.2 * (try planned("source_total", 2022))
    func product(_ year: Int) -> Double {
      // 1000 亿元, growing by 5 % in 2021 to 2 % in 2040, straight between.
      var product = 100.0
      for last in 2020..<year { product *= 1.05 - 0.03 * Double(last - 2020) / 19 }
      return product
    }
    let gdp = 1.1 * product(2022)
    let table = "year,emissions [Mt],gdp [10^9 CNY]\n2022,\(seen),\(gdp)\n"
    _ = try track(table, city: city)
    let row = try #require(
      try rows().rows.first { $0["kind"] == "target" && $0["item"] == "carbon-intensity" })
    let reached = try #require(row["observed"].flatMap(Double.init))
    let now: Double = 1.2 * later / (1.1 * product(2030))
    let reference: Double = then / product(2020)
    let expected = now / reference - 1
    #expect(abs(reached - expected) < 1e-9)
    #expect(row["account"] == "gross")
  }

  @Test func `a slip of the unit is warned of, and told in the record`() throws {
    let outcome = try track("year,emissions [Mt],gdp [亿元]\n2021,1700,1050\n2022,1650,1100\n")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let warnings = outcome.errors.split(separator: "\n").filter { $0.contains("is a unit off?") }
    #expect(warnings.count == 1, "\(outcome.errors)")
    #expect(warnings.first?.contains("emissions 2021: 1700 Mt CO2e observed") == true)
    #expect(warnings.first?.contains("1/10^3 of it would fit") == true)
    let record = try String(
      contentsOf: folder.url.appending(path: "out/smallville/base/tracking.json"), encoding: .utf8)
    #expect(record.contains("1/10^3 of it would fit"))
    #expect(
      outcome.output.replacing("\n", with: " ").contains(
        "too far from the plan to be the same thing"))
    let told = try rows().rows.filter { ["distance", "target"].contains($0["kind"]) }
    #expect(!told.contains { $0["item"] == "emissions" && $0["status"] != "unknown" })
    let peak = try #require(told.first { $0["item"] == "peak" })
    #expect(peak["status"] == "unknown")
    let negative = try track("year,emissions [Mt]\n2021,-2\n")
    #expect(negative.errors.contains("is it the same thing, in the same unit?"))
    #expect(
      negative.output.replacing("\n", with: " ").contains(
        "too far from the plan to be the same thing"))
    let tenfold = try track("year,gdp [亿元]\n2022,11000\n")
    #expect(tenfold.errors.contains("is it the same thing, in the same unit?"))
    #expect(try !track("year,gdp [亿元]\n2022,1500\n").errors.contains("same unit"))
  }

  @Test func `a target tells when the plan misses it, and a peak year has no relative distance`()
    throws
  {
    let city = try folder.write(
      try SmallCity.text([("  emissions: {2040: 1 Mt}", "  emissions: {2040: 1 kt}")]),
      to: "plan.yaml")
    let outcome = try track("year,emissions [Mt]\n2022,3\n", city: city)
    let words = outcome.output.replacing("\n", with: " ")
    #expect(
      words.contains("Observed emissions are gross and held against the plan's gross emissions"),
      "\(words)")
    let targets = try rows().rows.filter { $0["kind"] == "target" }
    let peak = try #require(targets.first { $0["item"] == "peak" })
    #expect(peak["relative"] == "", "\(peak)")
    let missed = try #require(targets.first { $0["item"] == "emissions" })
    #expect(missed["status"] == "off track" && missed["reason"] == "the plan itself misses it")
    #expect(try rows().rows.first { $0["kind"] == "distance" }?["account"] == "gross")
    #expect(
      try Set(rows().rows.filter { $0["kind"] == "nowcast" }.map { $0["account"] })
        == ["gross", "net"])
  }

  @Test func `each account is judged by its own last year, as people and GDP come a year earlier`()
    throws
  {
    let high = 1.2 * (try planned("source_total", 2022))
    let table = """
      year,emissions [Mt],emissions.industry [Mt],population [万人],gdp [亿元]
      2021,\(try planned("source_total", 2021)),0.4,101,1050
      2022,\(high),0.4,101,1100
      2023,,,102,1150

      """
    let outcome = try track(table, ["--fail-on-target"])
    #expect(outcome.status == 1, "\(outcome.output)")
    let words = outcome.output.replacing("\n", with: " ")
    #expect(words.contains("Status: off track."))
    #expect(
      words.contains(
        "Emissions were observed as far as 2022, other things as far as 2023: each is judged by its own last year."
      ))
    let told = try rows().rows.filter { $0["kind"] == "distance" }
    #expect(
      told.filter { $0["item"] == "emissions" }.map { $0["year"] } == ["2021", "2022"])
    #expect(told.last { $0["item"] == "emissions.industry" }?["year"] == "2022")
    #expect(told.last { $0["item"] == "gdp" }?["year"] == "2023")
    #expect(
      told.filter { $0["item"] == "emissions.waste" }.map { $0["status"] } == ["unknown"])
  }

  @Test func `years to come are no observations`() throws {
    let table = "year,emissions [Mt]\n2021,\(try planned("source_total", 2021))\n"
    let outcome = try track(table + "2039,0.1\n2040,0.1\n2061,0.1\n", ["--fail-on-target"])
    #expect(outcome.errors.contains("observed.csv:3:1: warning: "), "\(outcome.errors)")
    #expect(outcome.errors.contains("values for 2039–2061, which nobody can have observed"))
    #expect(try rows().numbers("observed", ("kind", "distance"), ("item", "emissions")).count == 1)
    let record = try String(
      contentsOf: folder.url.appending(path: "out/smallville/base/tracking.json"), encoding: .utf8)
    #expect(record.contains("which nobody can have observed"))
    #expect(try track("year,emissions [Mt]\n2039,1\n").status == 65)
  }

  /// 1000 亿元 in 2020, growing by 5 % in 2021, 4.84 % in 2022: 1100.8 in 2022.
  @Test func `nominal GDP is refused in the base year, and its growth told later`() throws {
    func errors(_ rows: String, _ target: String = "", _ lang: String = "en") throws
      -> Command.Outcome
    {
      let city = try folder.write(
        try SmallCity.text([("targets:\n", "targets:\n" + target)]), to: "city.yaml")
      return try track(
        "year,emissions [Mt],gdp [亿元]\n" + rows, ["--lang", lang], city: city)
    }
    let intensity = "  carbon-intensity: {2030: -30%, against: 2020}\n"
    let refused = try errors("2020,1.6,1200\n2021,1.6,1300\n", intensity)
    #expect(refused.status == 65 && !folder.contents.contains("out"))
    #expect(
      refused.errors.contains(
        "observed.csv:1:21: error: 'gdp [亿元]' is 120.0 billion yuan in 2020, 'drivers.gdp' 100.0"),
      "\(refused.errors)")
    let warned = try errors("2020,1.6,1200\n2021,1.6,1300\n")
    #expect(warned.status == 0 && warned.errors.contains("warning: 'gdp [亿元]' is 120.0"))
    // Prices rise by 2.5 % a year: both grow by the plan in real terms.
    let nominal = "2020,1.6,1000\n2021,1.6,1076\n2022,1.6,1157\n"
    let told = try errors(nominal, intensity)
    #expect(told.status == 0, "\(told.errors)")
    #expect(
      told.errors.contains(
        "'gdp [亿元]' grows by 7.56 % a year in 2020–2022, 'drivers.gdp' by 4.92 %"),
      "\(told.errors)")
    let chinese = try errors(nominal, intensity, "zh")
    #expect(chinese.errors.contains("是否为不同价格（现价与不变价）？"), "\(chinese.errors)")
    // A single year without the base year's value tells as much; a plan a little off tells nothing.
    #expect(try errors("2022,1.6,1157\n").errors.contains("[history-against-drivers]"))
    #expect(try !errors("2022,1.6,1120\n").errors.contains("[history-against-drivers]"))
    #expect(try !errors("2020,1.6,1000\n2022,1.6,1080\n").errors.contains("against-drivers"))
    let people = try track("year,population [万人]\n2020,90\n", ["--lang", "zh"])
    #expect(people.status == 0 && people.errors.contains("是否同为常住人口？"), "\(people.errors)")
  }

  @Test func `coal equivalents that count electricity by the coal burnt for it are refused`() throws
  {
    for unit in ["万吨标准煤(等价)", "Mtce(equivalent)"] {
      let outcome = try track("year,energy [\(unit)]\n2022,60\n")
      #expect(outcome.status == 65, "\(outcome.output)")
      #expect(outcome.errors.contains("ambiguous-unit") && outcome.errors.contains("0.1229"))
    }
    #expect(try track("year,energy [万吨标准煤(当量)]\n2022,60\n").status == 0)
    #expect(try track("year,energy [万吨标准煤]\n2022,60\n").status == 0)
  }

  @Test func `a parameter out of its bounds is refused`() throws {
    let outcome = try track("year,transport.passenger.car.sales.bev\n2025,30\n")
    #expect(outcome.status == 65, "30 without % is no share")
    #expect(outcome.errors.contains("observed.csv:2:6: "), "\(outcome.errors)")
  }

  @Test func `faults end the command and nothing is written`() throws {
    let faults: [(String, [String], Int32, String)] = [
      ("year,emissions [Mt]\n2010,1\n", [], 65, "2020–2040"),
      ("year,emission [Mt]\n2022,1\n", [], 65, "did you mean 'emissions'?"),
      ("year,emissions\n2022,1\n", [], 65, "has no unit"),
      ("year,emissions [kWh]\n2022,1\n", [], 65, "is no unit of"),
      ("year,emissions [Mt],total [Mt]\n2022,1,1\n", [], 65, "another column"),
      ("year,emissions [Mt]\n2022,x\n", [], 65, "number"),
      ("year,emissions [Mt]\n2022,1\n", ["--tolerance", "120%"], 64, "--tolerance"),
      ("year,emissions [Mt]\n2022,1\n", ["--year", "when"], 65, "when"),
    ]
    for (table, arguments, status, words) in faults {
      let outcome = try track(table, arguments)
      #expect(outcome.status == status, "\(table): \(outcome.errors)")
      #expect(outcome.errors.contains(words), "\(table): \(outcome.errors)")
    }
    let missing = try Program.run(["track", SmallCity.path, "--observed", "nowhere.csv"])
    #expect(missing.status == 66)
    #expect(!folder.contents.contains("out"))
  }
}

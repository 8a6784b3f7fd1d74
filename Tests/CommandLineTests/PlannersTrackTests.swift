import Foundation
import TestSupport
import Testing

/// What a planner's own tables and words come to, through the real binary.
@Suite struct `Tracking with a planner's words` {
  private let tracked: TrackedCity
  private var folder: TemporaryFolder { tracked.folder }

  init() throws { tracked = try TrackedCity() }

  private func planned(_ year: Int) throws -> Double {
    try #require(tracked.planned("source_total", year))
  }

  private func track(
    _ table: String, _ arguments: [String] = [], city: String = SmallCity.path
  ) throws -> Command.Outcome {
    try tracked.track(table, arguments, city: city)
  }

  private func distances() throws -> [[String: String]] {
    try tracked.rows().rows.filter { $0["kind"] == "distance" }
  }

  @Test(arguments: [
    ("emissions", "1.6", "万吨", 0.016, ["碳排放", "碳排放量", "碳排放总量", "排放量", "温室气体排放总量"]),
    (
      "energy", "60", "万吨标准煤", 60 * 0.293076,
      ["综合能耗", "综合能源消费量", "能源消费总量", "能源消费量", "能耗总量"]
    ),
    ("gdp", "1100", "亿元", 110, ["GDP", "生产总值", "地区生产总值", "地区生产总值（GDP）", "国内生产总值"]),
    ("population", "101", "万人", 1.01, ["常住人口", "年末常住人口", "常住人口数", "人口"]),
  ])
  func `words of yearbooks are known`(
    item: String, cell: String, unit: String, value: Double, names: [String]
  ) throws {
    for name in names {
      let outcome = try track("年份,\(name)（\(unit)）\n2022,\(cell)\n")
      #expect(outcome.status == 0, "\(name): \(outcome.errors)")
      let row = try #require(
        try distances().first { $0["item"] == item && $0["observed"] != "" }, "\(name)")
      let found = try #require(row["observed"].flatMap(Double.init))
      #expect(abs(found - value) < 1e-9 * value, "\(name): \(found)")
    }
  }

  @Test func `carbon dioxide held against a plan of three gases is told`() throws {
    for name in ["二氧化碳排放", "二氧化碳排放量", "CO2排放", "CO₂排放量", "co2 emissions"] {
      let outcome = try track("年份,\(name)（万吨）\n2022,150\n")
      #expect(outcome.status == 0, "\(name): \(outcome.errors)")
      #expect(outcome.errors.contains("CO2, CH4, N2O of the plan [unlike-accounts]"))
    }
    #expect(try !track("年份,碳排放（万吨）\n2022,150\n").errors.contains("unlike-accounts"))
  }

  @Test
  func
    `a statistic that is not used is left out and told, an unknown word listed in both languages`()
    throws
  {
    let used = try track("年份,碳排放（万吨）,全社会用电量（亿千瓦时）\n2022,150,40\n", ["--lang", "zh"])
    #expect(used.status == 0, "\(used.errors)")
    #expect(used.errors.contains("'全社会用电量' 在此没有对照项，未予采用"), "\(used.errors)")
    let unknown = try track("年份,某指标（万吨）\n2022,150\n", ["--lang", "zh"])
    #expect(unknown.status == 65)
    for word in ["碳排放", "能源消费总量", "地区生产总值", "常住人口"] {
      #expect(unknown.errors.contains(word), "\(word)")
    }
    let english = try track("year,something [Mt]\n2022,150\n", ["--lang", "en"])
    #expect(english.errors.contains("emissions, energy, gdp, population"))
  }

  @Test func `energy and emissions stand in the unit of the table, the model's beside it`() throws {
    let table = "年份,能源消费总量（万吨标准煤）,碳排放（万吨）\n2022,60,150\n"
    let chinese = try track(table, ["--lang", "zh"]).output.replacing("\n", with: "")
    #expect(chinese.contains("实际 60.00 万吨标准煤（17.58 PJ），计划"), "\(chinese)")
    #expect(chinese.contains("实际 150.0 万吨（1.500 Mt CO2e），计划"), "\(chinese)")
    let english = try track("year,energy [PJ]\n2022,18\n").output.replacing("\n", with: " ")
    #expect(english.contains("18.00 PJ observed, "), "\(english)")
  }

  @Test func `on track is not said plainly where the base year makes the distance`() throws {
    let base = try planned(2020)
    let later = try planned(2022)
    let city = try folder.write(
      try SmallCity.text([("  emissions: {2040: 1 Mt}", "  emissions: {2040: 50 Mt}")])
        .replacing(
          "targets:\n", with: "history:\n  emissions: {2020: \(0.9 * base) Mt}\ntargets:\n"),
      to: "history.yaml")
    // The history has 10 % less than the model in the base year, the table 5 % less than the plan later.
    let growth = 100 * (0.95 * later / (0.9 * base) - 1)
    let planGrowth = 100 * (later / base - 1)
    let expected =
      "on track as printed; against the same base the observed growth is \(signed(growth)) % against \(signed(planGrowth)) % planned"
    for table in [
      "year,emissions [Mt]\n2022,\(0.95 * later)\n",
      "year,emissions [Mt]\n2020,\(0.9 * base)\n2022,\(0.95 * later)\n",
    ] {
      let outcome = try track(table, city: city)
      let words = outcome.output.replacing("\n", with: " ")
      #expect(outcome.status == 0 && words.contains(expected), "\(expected): \(words)")
      #expect(words.contains("Status: on track as printed; "))
      #expect(words.contains("In the base year 2020 observation"), "\(words)")
      let row = try #require(
        try distances().first { $0["item"] == "emissions" && $0["year"] == "2022" })
      #expect(
        row["status"] == "on track" && row["reason"]?.hasPrefix("against the same base") == true)
    }
    let plain = try track("year,emissions [Mt]\n2020,\(base)\n2022,\(0.95 * later)\n", city: city)
    #expect(plain.output.contains("Status: on track.") && !plain.output.contains("as printed"))
  }

  private func signed(_ value: Double) -> String {
    (value > 0 ? "+" : "−") + String(format: abs(value) < 10 ? "%.2f" : "%.1f", abs(value))
  }

  @Test func `a run says of a single observed year that it is too few`() throws {
    let city = try folder.write(
      try SmallCity.text().replacing(
        "targets:\n", with: "history:\n  emissions: {2020: 1.5 Mt}\ntargets:\n"),
      to: "single.yaml")
    let run = try Program.run(["run", city, "--output", folder.url.path + "/out"])
    let words = run.output.replacing("\n", with: " ")
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      words.contains(
        "Observed 2020: 1 year, too few to judge whether there was a peak (from 4 on)."),
      "\(words)")
    #expect(!words.contains("rules hold"))
    let report = try Program.run([
      "report", city, "--output", folder.url.path + "/out", "--lang", "zh",
    ])
    #expect(report.status == 0, "\(report.errors)")
    let page = try String(
      contentsOf: folder.url.appending(path: "out/smallville/base/report.html"), encoding: .utf8)
    #expect(page.contains("仅1年，不足以判断是否达峰（至少需要4年）") && !page.contains("规则中"))
  }

  @Test func `judge gives no rules for fewer than four years`() throws {
    let file = try folder.write("年份,排放\n2018,1\n2019,2\n2020,3\n", to: "three.csv")
    let outcome = try Program.run(["judge", file])
    #expect(outcome.output.hasPrefix("排放: 3 years, too few to judge"), "\(outcome.output)")
    #expect(!outcome.output.contains("✗"))
    let four = try folder.write("年份,排放\n2017,1\n2018,1\n2019,2\n2020,3\n", to: "four.csv")
    #expect(try Program.run(["judge", four]).output.contains("rules hold"))
  }
}

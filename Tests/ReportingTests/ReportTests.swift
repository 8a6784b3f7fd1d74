import Analysis
import CityModel
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Reporting

@Suite struct `A report` {
  private func page(
    _ city: CityBuilder = .tiny, _ language: Language = .english,
    warnings: [String] = []
  ) throws -> String {
    let context = RunContext(version: "0", time: "now", warnings: warnings)
    let subject = ReportSubject(try RunOutcome(city.run()), context)
    return String(decoding: Report([subject], language).page.bytes, as: UTF8.self)
  }

  @Test(arguments: Language.allCases)
  func `is well-formed, says its language and has its headings in order`(
    language: Language
  ) throws {
    let shapes = try Shapes(try page(.tiny, language))
    #expect(shapes.languages == [language == .english ? "en" : "zh-CN"])
    #expect(shapes.headings.first == 1 && shapes.headings.filter { $0 == 1 }.count == 1)
    let steps = zip(shapes.headings, shapes.headings.dropFirst()).map { $1 - $0 }
    #expect(shapes.headings.count > 6 && steps.allSatisfy { $0 <= 1 })
  }

  @Test func `names from outside are shown and never run`() throws {
    var city = CityBuilder.tiny
    let hostile = "<img src=x onerror=alert(1)> & \"co\" </title></style><script>"
    city.city = Identity(id: "tiny", name: Text(english: hostile, chinese: hostile))
    city.accounting.inventory = hostile
    city.name("carriers.coal", Text(english: hostile, chinese: hostile))
    let page = try page(city, warnings: [hostile])
    #expect(!page.contains("<img") && !page.contains("<script") && !page.contains("onerror=\""))
    let texts = try Shapes(page).texts.joined()
    #expect(texts.components(separatedBy: "<img src=x onerror=alert(1)>").count > 4)
  }

  @Test func `fetches nothing: no address, no script, and a policy that forbids both`() throws {
    let page = try page()
    let shapes = try Shapes(page)
    let elements: Set = ["script", "img", "link", "iframe", "object", "embed", "image", "use"]
    #expect(shapes.elements.isDisjoint(with: elements))
    #expect(shapes.elements.isSuperset(of: ["svg", "table", "style"]))
    for (name, value) in shapes.attributes {
      #expect(!name.hasPrefix("on") && name != "src" && name != "style")
      if name == "href" { #expect(value.hasPrefix("#")) }
    }
    #expect(!page.contains("url(") && !page.contains("@import"))
    let policy = shapes.attributes.first { $0.name == "content" && $0.value.contains("-src") }
    #expect(policy?.value.hasPrefix("default-src 'none'; style-src 'unsafe-inline'") == true)
  }

  @Test func `targets carry a sign and a word beside their colour, under their five-year plan`()
    throws
  {
    var city = CityBuilder.tiny
    city.targets = [
      .emissions(year: 2022, limit: 1e6, account: .net),
      .emissions(year: 2021, limit: -1, account: .net), .peakBy(2030, account: .gross),
      .energyIntensity(year: 2022, change: -0.1, against: 1999),
    ]
    let english = try page(city)
    #expect(english.contains("class=\"light good\">● ✓ met<"))
    #expect(english.contains("class=\"light bad\">● ✗ missed<"))
    #expect(english.contains("class=\"light caution\">● ? no figure<"))
    #expect(english.contains(">14th five-year plan, 2021–2025<"))
    let chinese = try page(city, .chinese)
    #expect(chinese.contains(">第十五个五年规划，2026–2030年<"))
    let first = try #require(english.range(of: "14th five-year"))
    let second = try #require(english.range(of: "15th"))
    #expect(first.lowerBound < second.lowerBound)
  }

  @Test(arguments: [
    (1981, "6th five-year plan, 1981–1985", "第六个五年规划，1981–1985年"),
    (2020, "13th five-year plan, 2016–2020", "第十三个五年规划，2016–2020年"),
    (2021, "14th five-year plan, 2021–2025", "第十四个五年规划，2021–2025年"),
    (2060, "21st five-year plan, 2056–2060", "第二十一个五年规划，2056–2060年"),
    (2063, "22nd five-year plan, 2061–2065", "第二十二个五年规划，2061–2065年"),
    (2055, "20th five-year plan, 2051–2055", "第二十个五年规划，2051–2055年"),
  ])
  func `plans are counted as China counts them`(year: Int, english: String, chinese: String) {
    #expect(FiveYearPlan(year: year)?.name == Text(english: english, chinese: chinese))
    #expect(FiveYearPlan(year: year)?.years.contains(year) == true)
  }

  @Test func `years before there was a plan every five years have none`() {
    #expect(FiveYearPlan(year: 1980) == nil)
  }

  @Test func `every picture is also in the page, with a title, words and a table`() throws {
    let context = RunContext(version: "0", time: "now")
    let report = Report(
      [ReportSubject(try RunOutcome(CityBuilder.tiny.run()), context)], .english)
    let page = String(decoding: report.page.bytes, as: UTF8.self)
    #expect(report.pictures.map(\.name) == ["emissions.svg", "energy.svg", "power.svg"])
    for picture in report.pictures {
      let name = picture.name.replacingOccurrences(of: ".svg", with: "")
      let start = try #require(page.range(of: "<figure id=\"\(name)\">"))
      let end = try #require(page.range(of: "</figure>", range: start.upperBound..<page.endIndex))
      let figure = page[start.upperBound..<end.lowerBound]
      for part in ["<title id=\"\(name)-wide-title\">", "<desc id=\"\(name)-narrow-desc\">"] {
        #expect(figure.contains(part))
      }
      #expect(figure.contains("role=\"img\"") && figure.contains("<table"))
    }
  }

  @Test func `electricity by source is what the balance says was made and bought`() throws {
    let run = try CityBuilder.tiny.run()
    let part = ReportPart(
      subject: ReportSubject(try RunOutcome(run), RunContext(version: "", time: "")),
      language: .english, prefix: "", level: 2)
    let power = try #require(part.power)
    let balance = [BalanceItem.production, .imports].map {
      run.series(.balance, "carriers.electricity", $0.rawValue)
    }
    for (year, row) in power.table.rows.enumerated() {
      let sum = row.dropFirst().reduce(0.0) { sum, cell in
        if case .number(let value) = cell { sum + value } else { sum }
      }
      #expect(abs(sum * 3.6 - balance[0][year] - balance[1][year]) < 1e-9)
    }
  }

  @Test func `costs far beyond the usual are cut, and nothing else is`() {
    let usual = (1...9).map {
      AbatementCurve.Measure(name: "\($0)", costPerTonne: Double($0) * 10, abatement: 1)
    }
    let odd = AbatementCurve.Measure(name: "odd", costPerTonne: -1e6, abatement: 0.01)
    func chart(_ measures: [AbatementCurve.Measure]) -> CostCurveChart {
      CostCurveChart(curve: AbatementCurve(measures), unit: "yuan/t", abatementUnit: "Mt")
    }
    #expect(chart(usual).limit == 90)
    // 85 % of 9.01 Mt lie below 80 yuan/t.
    #expect(chart(usual + [odd]).limit == 160)
    #expect(chart([odd]).limit == 1e6)
    let free = AbatementCurve.Measure(name: "free", costPerTonne: 0, abatement: 1)
    #expect(!chart([free]).drawing(.wide).shapes.isEmpty)
  }
}

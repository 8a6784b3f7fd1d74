import CityModel
import Diagnostics
import TestSupport
import Testing

@testable import Analysis
@testable import Reporting

@Suite struct `Summary of a run` {
  @Test(arguments: [
    (46.12, "46.1"), (0.03125, "0.0313"), (1234.5, "1235"), (9.999, "10.0"), (0.9999, "1.00"),
    (999.9, "1000"), (-5, "−5.00"),
    (0, "0"), (-0.0000000001, "0"),
  ])
  func `figures for people have three digits that mean something`(value: Double, text: String) {
    #expect(readableText(value) == text)
  }

  @Test func `the sentence names city, peak, plateau, rise and end`() throws {
    var city = CityBuilder.tiny
    city.city = Identity(id: "tiny", name: Text("Shenzhen", "深圳"))
    let peak = try Peak(years: [2020, 2021, 2022, 2023], values: [41.2, 46.0, 46.14, 3.1])
    let sentence = peak.sentence(of: try city.scenario(), .net)
    #expect(
      sentence.english == "Net emissions of Shenzhen peak in 2022 at 46.1 Mt CO2e "
        + "(plateau 2021–2022), 12 % above 2020; 3.10 Mt CO2e in 2023.")
    #expect(
      sentence.chinese
        == "深圳净排放于2022年达峰，峰值 46.1 Mt CO2e（平台期2021–2022年），比2020年高 12%；2023年为 3.10 Mt CO2e。")
  }

  @Test func `a city that has not peaked is told so, with its last year once`() throws {
    let peak = try Peak(years: [2020, 2021, 2022, 2023], values: [1, 2, 3, 4])
    #expect(
      peak.sentence(of: try CityBuilder.tiny.scenario(), .net).english
        == "Net emissions of Tiny have not peaked by 2023: 4.00 Mt CO2e, 300 % above 2020.")
  }

  @Test func `a summary reads from the peak to what is counted`() throws {
    var city = CityBuilder.tiny
    city.targets = [
      .peakBy(2025, account: .gross), .emissions(year: 2023, limit: 1, account: .net),
    ]
    let outcome = try RunOutcome(city.run())
    let summary = outcome.summary(.english, width: 80)
    let parts = summary.split(separator: "\n\n").map(String.init)
    #expect(parts.count == 4)
    let head = parts[0].split(separator: "\n")
    #expect(head[0].contains("tiny/reference"))
    #expect(head.contains { $0.hasPrefix("2020: ") && $0.contains("kWh") })
    #expect(head[1].hasPrefix("Gross emissions of Tiny are highest in the base year 2020, at "))
    #expect(parts[0].replacing("\n", with: " ").contains("Net of sinks: "))
    #expect(parts[1].hasPrefix("gross"))
    #expect(
      parts[2].hasPrefix(
        "✓ peak of gross emissions by 2025: 2020, where the run begins\n✗ net emissions 2023, at most 1.00 Mt CO2e: "
      ))
    #expect(parts[2].hasSuffix(" Mt CO2e too much)"))
    #expect(
      parts[3] == "Counts scope 1 and 2 (location-based): CO2, GWP100 of AR6; inventory: CEADs.")
  }

  @Test func `a peak before any lever acts is not called their work`() throws {
    var city = CityBuilder.tiny
    city.targets = [.peakBy(2025, account: .gross)]
    city.set("industry.cement.activity", 2, 3, 2, 1.5)
    city.lever(
      "late", ramp: Ramp(.linear, from: 2021, by: 2023),
      ["industry.cement.activity": .change([-0.1, -0.1, -0.1, -0.1])])
    let summary = try RunOutcome(city.run()).summary(.english, width: 200)
    #expect(
      summary.contains(
        "✓ peak of gross emissions by 2025: 2021, before any lever acts (the first in 2022)\n"))
    #expect(summary.contains(" above 2020, before any lever acts (the first in 2022); "))
    #expect(
      try RunOutcome(city.run()).summary(.chinese, width: 200).contains("早于任何措施生效（最早2022年）"))
  }

  @Test func `two summits are told as two, the later as the end of the peak`() throws {
    let years = Array(2020...2029)
    let values = [40.0, 50, 48, 47, 46, 45, 44, 49.8, 40, 30]
    let certificate = try PeakCertificate(years: years, values: values)
    let sentence = certificate.peak.sentence(of: try CityBuilder.tiny.scenario(), .net).english
    #expect(
      sentence.contains("maximum twice, in 2021 and after a dip in 2027, highest in 2021 at 50.0"))
    let confirmed = try #require(certificate.sentence).english
    #expect(
      confirmed.contains("would seem to confirm it by 2026, before emissions come back in 2027"))
  }

  @Test func `sentences break between words, and anywhere between wide characters`() {
    #expect(wrapped("peak in 2024 at 45.8 Mt", to: 12) == ["peak in 2024", "at 45.8 Mt"])
    #expect(wrapped("净排放于2024年达峰，峰值高", to: 14) == ["净排放于2024年", "达峰，峰值高"])
    #expect(wrapped("short", to: 80) == ["short"])
    #expect(wrapped("peaks at 45.8, 5.8 % above", to: 18) == ["peaks at 45.8,", "5.8 % above"])
    #expect(wrapped("no trend since (p = 0.72)", to: 20) == ["no trend since", "(p = 0.72)"])
    #expect(wrapped("此后确认（p ≤ 0.05）。", to: 21) == ["此后确认", "（p ≤ 0.05）。"])
    #expect(wrapped("早于措施（最早", to: 10) == ["早于措施", "（最早"])
    #expect(wrapped("unbreakable", to: 4) == ["unbreakable"])
  }

  @Test(arguments: [40, 80], Language.allCases)
  func `the chart keeps to the width, its columns aligned`(width: Int, language: Language) throws {
    let lines = SectorChart(try CityBuilder.tiny.run(), language, width: width, peakYear: 2020)
      .lines
    // Every Chinese character of the labels takes two columns.
    func columns(_ text: some StringProtocol) -> Int {
      text.unicodeScalars.reduce(0) { $0 + ((0x4E00...0x9FFF).contains($1.value) ? 2 : 1) }
    }
    // Five lines of the net total, the mark, five sectors, the years. Energy has no line: all it
    // emits goes to who uses it.
    #expect(lines.count == 12)
    #expect(lines.allSatisfy { columns($0) <= width })
    let starts = lines.compactMap { line in
      line.firstIndex { "▁▂▃▄▅▆▇█".contains($0) }.map { columns(line[..<$0]) }
    }
    #expect(starts.count == 9 && Set(starts).count == 1)
    let mark = try #require(lines[5].firstIndex(of: "▲"))
    #expect(columns(lines[5][..<mark]) == starts[0])
    #expect(lines.last?.contains("2020") == true && lines.last?.contains("2023") == true)
  }

  @Test func `the tallest bar is the maximum of the rows, and sinks have none`() throws {
    let lines = SectorChart(try CityBuilder.tiny.run(), .english, width: 80, peakYear: nil).lines
    #expect(lines[0].contains("█"))
    #expect(!lines[9].contains { "▁▂▃▄▅▆▇█".contains($0) })
    #expect(lines[9].hasPrefix("sinks") && lines[9].hasSuffix("−0.500 → −0.500"))
  }
}

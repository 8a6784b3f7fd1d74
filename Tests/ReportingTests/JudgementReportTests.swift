import Analysis
import CityModel
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Reporting

private func judged(_ values: [Double], from year: Int = 2001, name: String = "甲") throws
  -> JudgedSeries
{
  let observed = values.enumerated().map { YearValue(year: year + $0, value: $1) }
  return JudgedSeries(name: name, judgement: try Judgement(observed))
}

@Suite struct `Report of a judgement` {
  // S of the five years after the maximum is −10 of 5! orders: p = 2/120. The slope between any two
  // is −2.
  private let falling: [Double] = [90, 100, 98, 96, 94, 92, 90]

  private let columns = """
    series n first_year last_year maximum_year maximum runner_up_year runner_up margin \
    plateau_from plateau_to last drop mk_s mk_z mk_p sen_slope mk_after_s mk_after_p sen_after \
    rule_five_years rule_ten_percent_five_years rule_trend rule_plateau verdict earlier_maxima
    """

  @Test func `the table has the columns of the contract, then the earlier maxima`() throws {
    let table = Table.judgements([try judged(falling), try judged([80, 84, 82, 90])])
    #expect(table.columns.joined(separator: " ") == columns)
    #expect(try table.numbers("mk_after_s")[0] == -10)
    #expect(abs(try table.numbers("mk_after_p")[0] - 1 / 60.0) <= 1e-15)
    #expect(try table.numbers("sen_after")[0] == -2)
    #expect(abs(try table.numbers("drop")[0] - 0.1) <= 1e-15)
    #expect(try table.numbers("mk_after_s")[1].isNaN)
    #expect(try table.texts("rule_trend") == ["yes", "no"])
    #expect(try table.texts("verdict") == ["peaked", "too soon"])
    #expect(try table.texts("earlier_maxima") == ["", "2002=84"])
  }

  @Test func `the text says the verdict with what it rests on, in both languages`() throws {
    let report = JudgementReport([try judged(falling)], unit: "万吨")
    #expect(
      report.answer.story(.english, 200).hasPrefix(
        "甲: peaked (3 of 4 rules hold); highest in 2002 at 100 万吨, 10.0 % lower in 2007; "
          + "falling since by 2.00 万吨 a year (p = 0.017).\n"))
    #expect(
      report.answer.story(.chinese, 200).hasPrefix(
        "甲：已达峰（4条规则中3条成立）；2002年最高，为 100 万吨，2007年低 10.0%；"
          + "此后每年下降 2.00 万吨（p = 0.017）。\n"))
  }

  @Test(arguments: [
    ([90.0, 92, 91, 94, 96], "not peaked (0 of 4 rules hold); highest in 2005, the last year, at"),
    (
      [90, 100, 80, 82, 79, 83, 80, 81],
      "not shown to have peaked (2 of 4 rules hold); highest in 2002 at 100, 19.0 % lower in 2008; "
        + "no clear trend since (p = 0.86)"
    ),
    ([90, 100, 98, 96, 94], "too soon (0 of 4 rules hold); highest in 2002 at 100, 6.00 % lower"),
    (
      [90, 100, 80, 81, 82, 83, 84],
      "16.0 % lower in 2007; rising since by 1.00 a year (p = 0.017)"
    ),
    ([90, 100, 90, 80, 100], "highest in 2002 at 100, and as high in 2005"),
    ([90, 99.5, 100, 99.4, 99.6, 99.2], "plateau (1 of 4 rules hold)"),
    ([90, 99.06, 95, 100, 98], "within 1 % of it: 2002; in a row with it: no other year"),
    ([90, 100, 95, 100, 98], "highest in 2002 and again in 2004 at 100"),
    ([90, 100, 95, 94, 0], "left out: 0 in 2005"),
  ])
  func `no verdict stands alone`(values: [Double], words: String) throws {
    let text = JudgementReport([try judged(values)], unit: nil).answer.story(.english, 200)
    #expect(text.contains(words), "\(text)")
  }

  @Test func `each rule has its mark and its numbers, gaps are named`() throws {
    let observed = [(2001, 100.0), (2003, 90), (2006, 85), (2008, 80)].map {
      YearValue(year: $0.0, value: $0.1)
    }
    let series = JudgedSeries(name: "x", judgement: try Judgement(observed))
    let lines = JudgementReport([series], unit: nil).answer.story(.english, 200)
      .split(separator: "\n")
    #expect(lines.contains("  observations: 4, 2001–2008; none for 2002, 2004, 2005, 2007"))
    #expect(
      lines.contains("  ✓ highest at least 5 years ago, now at least 10 % lower: 7 years, 20.0 %"))
    #expect(lines.contains("  ✗ falling since the highest year (p ≤ 0.05): p = 0.33, −2.00 a year"))
    #expect(lines.contains("  ✗ plateau of at least 5 years: 1 year"))
  }

  @Test(arguments: [40, 80], Language.allCases)
  func `lines keep to the width`(width: Int, language: Language) throws {
    let text = JudgementReport([try judged(falling)], unit: "Mt CO2e").answer.story(language, width)
    #expect(text.split(separator: "\n").allSatisfy { displayWidth($0) <= width })
  }

  @Test func `the document for machines holds the same`() throws {
    let report = JudgementReport([try judged(falling)], unit: nil)
    let context = RunContext(
      version: "1", time: "now", inputs: [.init(path: "seen.csv", bytes: [0x61])])
    let record = try jsonObject(report.answer.record(context).naming(["a/b.csv"]).document)
    #expect(record["unit"] is NSNull)
    #expect(record["files"] as? [String] == ["a/b.csv"])
    let inputs = try #require(record["inputs"] as? [[String: Any]])
    // SHA-256 of "a" (FIPS 180-2, by sha256sum).
    #expect(
      inputs.first?["sha256"] as? String
        == "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb")
    let series = try #require((record["series"] as? [[String: Any]])?.first)
    #expect(series["verdict"] as? String == "peaked")
    let rules = try #require(series["rules"] as? [String: Bool])
    #expect(
      rules == [
        "rule_five_years": true, "rule_ten_percent_five_years": true, "rule_trend": true,
        "rule_plateau": false,
      ])
    let after = try #require(series["trend_after"] as? [String: Any])
    #expect(after["mk_s"] as? Int == -10 && after["exact"] as? Bool == true)
  }
}

@Suite struct `Certificate and history of a run` {
  private func outcome(history: [(Int, Double)]) throws -> RunOutcome {
    var city = CityBuilder.tiny
    city.history.emissions = history.map { History.Observation(year: $0.0, value: $0.1) }
    city.history.sectors[.industry] = [History.Observation(year: 2019, value: 1)]
    return try RunOutcome(city.run())
  }

  private func files(_ outcome: RunOutcome) -> [String: String] {
    let context = RunContext(version: "1", time: "")
    let written = outcome.answer(context).files(context)
    return Dictionary(
      uniqueKeysWithValues: written.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  @Test func `an observed series of four years is judged in a file of its own`() throws {
    let long = files(try outcome(history: [(2016, 5), (2017, 6), (2018, 7), (2019, 6.5)]))
    let lines = try #require(long["judgement.csv"]).split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[1].hasPrefix("history.emissions,4,2016,2019,2018,7,2019,6.5,"))
    let short = files(try outcome(history: [(2017, 6), (2018, 7), (2019, 6.5)]))
    #expect(short["judgement.csv"] == nil)
  }

  @Test func `the record holds every certificate and every observed series`() throws {
    let text = try #require(files(try outcome(history: [(2019, 900)]))["run.json"])
    let record = try jsonObject(text)
    let judgements = try #require(record["judgements"] as? [[String: Any]])
    #expect(
      judgements.map { $0["series"] as? String } == [
        "history.emissions", "history.sectors.industry",
      ])
    let certificates = try #require(record["peak_certificates"] as? [[String: Any]])
    #expect(certificates.count == 12)
    // The gross total stands against the history, which is higher than any year of the run.
    #expect(certificates[1]["maximum_year"] as? Int == 2019)
    #expect(certificates[1]["maximum"] as? Double == 900)
  }

  @Test func `the table of certificates stands in the rows of the peaks`() throws {
    let outcome = try outcome(history: [])
    let table = Table.certificates(outcome.certificates, scenario: "reference")
    let peaks = Table.peaks(outcome.peaks, scenario: "reference")
    for column in ["account", "sector", "status"] {
      #expect(try table.texts(column) == peaks.texts(column))
    }
    #expect(table.rows.allSatisfy { $0.count == table.columns.count })
    #expect(
      try table.numbers("peak_year").map { $0.isNaN ? 0 : $0 }
        == peaks.numbers("peak_year").map { $0.isNaN ? 0 : $0 })
  }

  @Test func `a sentence says what comes next and when the peak could be known`() throws {
    let values: [Double] = [90, 95, 100, 99, 98, 97, 96, 95]
    let certificate = try PeakCertificate(years: Array(2020...2027), values: values)
    let sentence = try #require(certificate.sentence)
    #expect(
      sentence.english == "The peak is 1.0 % above the next highest year, 2023; yearly data could "
        + "confirm it by 2027 (Mann–Kendall, p ≤ 0.05).")
    #expect(
      sentence.chinese
        == "峰值比次高的2023年高 1.0%；逐年数据最早可于2027年确认（Mann–Kendall，p ≤ 0.05）。")
    let short = try PeakCertificate(years: Array(2020...2026), values: Array(values.dropLast()))
    #expect(short.sentence?.english.contains("the run ends before") == true)
    let rising = try PeakCertificate(years: [2020, 2021], values: [1, 2])
    #expect(rising.sentence == nil)
  }

  @Test func `the summary has a line for the certificate and one for the history`() throws {
    let summary = try outcome(history: [(2016, 5), (2017, 6), (2018, 7), (2019, 6.5)])
      .summary(.english, width: 200)
    #expect(
      summary.contains("\nObserved 2016–2019: too soon (0 of 4 rules hold); highest in 2018"))
    #expect(summary.contains("(Mann–Kendall, p ≤ 0.05)."))
    #expect(try !outcome(history: []).summary(.english, width: 80).contains("Observed"))
  }

  @Test func `one year after the maximum has no trend, and no probability`() throws {
    let series = try judged([1, 2, 3, 4, 5, 4.9])
    let report = JudgementReport([series], unit: nil)
    let text = report.answer.story(.english, 200)
    #expect(
      text.contains("falling since the highest year (p ≤ 0.05): one value after it, no trend"))
    #expect(!text.contains("p = 1"))
    let table = Table.judgements([series])
    let row = try #require(table.rows.first)
    let cells = Dictionary(uniqueKeysWithValues: zip(table.columns, row))
    for name in ["mk_after_p", "sen_after"] {
      guard case .empty = cells[name] else {
        Issue.record("\(name) should be empty")
        continue
      }
    }
    guard case .number(let p) = cells["mk_p"] else {
      Issue.record("mk_p should be there")
      return
    }
    // S = 13: orders of six with at most one pair that falls, 1 + 5 of 720, both sides.
    #expect(abs(p - 12 / 720.0) < 1e-12)
  }
}

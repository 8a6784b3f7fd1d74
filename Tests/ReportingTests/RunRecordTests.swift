import CityModel
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Reporting

/// The content of `run.json`.
func record(_ outcome: RunOutcome, _ context: RunContext) -> [UInt8] {
  outcome.answer(context).record(context).document
}

@Suite struct `Record of a run` {
  @Test func `says what was run, from what, and what the figures count`() throws {
    var city = CityBuilder.tiny
    city.cite("carriers", "IPCC 2006, \"vol. 2\"")
    let context = RunContext(
      version: "0.1.0", time: "2026-01-02T03:04:05Z", options: [("excel", "true")],
      inputs: [.init(path: "城市.yaml", bytes: Array("abc".utf8))],
      warnings: ["a.yaml:1:1: warning\n1 | x\t"])
    let record = try jsonObject(record(RunOutcome(city.run()), context))
    #expect(record["version"] as? String == "0.1.0")
    #expect(record["time"] as? String == "2026-01-02T03:04:05Z")
    #expect(record["seed"] is NSNull)
    #expect(record["options"] as? [String: String] == ["excel": "true"])
    #expect(record["warnings"] as? [String] == ["a.yaml:1:1: warning\n1 | x\t"])
    let inputs = try #require(record["inputs"] as? [[String: String]])
    // NIST FIPS 180-2, appendix B.1.
    #expect(
      inputs == [
        [
          "path": "城市.yaml",
          "sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        ]
      ])
    let accounting = try #require(record["accounting"] as? [String: Any])
    #expect(accounting["gases"] as? [String] == ["CO2"])
    #expect(accounting["scopes"] as? [Int] == [1, 2])
    #expect(accounting["gwp"] as? String == "AR6")
    #expect(accounting["electricity"] as? String == "location")
    #expect(accounting["inventory"] as? String == "CEADs")
    let sources = try #require(record["sources"] as? [[String: Any]])
    #expect(sources.map { $0["source"] as? String } == ["IPCC 2006, \"vol. 2\""])
    #expect((sources[0]["stands_for"] as? [String])?.contains("carriers.coal.oxidation") == true)
    let residuals = try #require(record["law_residuals"] as? [String: Double])
    #expect(Set(residuals.keys) == ["views", "energyBalance", "stocks", "hours"])
    #expect(residuals.values.allSatisfy { $0 <= 1e-9 })
  }

  @Test func `two runs of the same input differ in time alone`() throws {
    let outcome = try RunOutcome(CityBuilder.tiny.run())
    func written(_ time: String) -> [UInt8] {
      record(outcome, RunContext(version: "1", time: time))
    }
    let first = written("2026-01-01T00:00:00Z")
    let second = written("2026-01-02T00:00:00Z")
    #expect(first != second)
    func lines(_ bytes: [UInt8]) -> [Substring] {
      String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        .filter { !$0.contains("\"time\"") }
    }
    #expect(lines(first) == lines(second))
  }

  @Test func `any string reads back, control characters included`() throws {
    let text =
      String(String.UnicodeScalarView((0..<0x80).compactMap(Unicode.Scalar.init)))
      + "\u{2028}峰\u{1F600}\r\n"
    let object = try jsonObject(JSONValue.object([(text, .string(text))]).document)
    #expect(object as? [String: String] == [text: text])
  }

  @Test func `a number that is not finite is null`() throws {
    let object = try jsonObject(
      JSONValue.object([("a", .array([.number(.nan), .number(1.5), .object([])]))]).document)
    let values = try #require(object["a"] as? [Any])
    #expect(values[0] is NSNull)
    #expect(values[1] as? Double == 1.5)
  }

  @Test func `the summary for machines holds peaks, targets, totals and files`() throws {
    var city = CityBuilder.tiny
    city.targets = [.emissions(year: 2023, limit: 100, account: .net)]
    let outcome = try RunOutcome(city.run())
    let context = RunContext(version: "0.1.0", time: "")
    let summary = try jsonObject(
      outcome.answer(context).record(context).naming(["Output/a.csv"])
        .document)
    #expect((summary["scenario"] as? [String: String])?["id"] == "reference")
    #expect((summary["peaks"] as? [[String: Any]])?.count == 12)
    let target = try #require((summary["targets"] as? [[String: Any]])?.first)
    #expect(target["met"] as? Bool == true)
    let totals = try #require(summary["totals"] as? [String: [String: Double]])
    #expect(totals["net"]?["2023"] == outcome.trajectory.total(.net)[3])
    #expect(summary["files"] as? [String] == ["Output/a.csv"])
  }
}

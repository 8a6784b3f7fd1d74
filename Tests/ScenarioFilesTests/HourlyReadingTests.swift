import CityModel
import Diagnostics
import Foundation
import Testing

@testable import ScenarioFiles

@Suite struct `Reading hourly dispatch` {
  private func profiles(_ change: (inout [String]) -> Void = { _ in }) -> String {
    var lines = ["day,hour,load,sun"]
    for day in ["winter", "summer"] {
      for hour in 0..<24 { lines.append("\(day),\(hour),\(1 + hour % 5),\(max(0, hour - 6))") }
    }
    change(&lines)
    return lines.joined(separator: "\n") + "\n"
  }

  private let hourly = """
    loss: 4.5%
        dispatch: hourly
        days: {winter: {weight: 120 d}, summer: {weight: 245 d}}
        profiles: {csv: profiles.csv}
        load-shapes: {industry: load, car: load}
        storage: {battery: {power: 200 MW, energy: 800 MWh, efficiency: 88%}}
        demand-response: {charging: {load: car, share: 30%, hours: 6 h}}
    """

  private func read(
    _ profiles: String, _ changes: (old: String, new: String)...
  ) throws -> ReadingResult {
    var text = try replacing(baseCase, ("loss: 4.5%", hourly))
    for change in changes { text = try replacing(text, change) }
    return try readTexts(["city.yaml": text, "profiles.csv": profiles])
  }

  @Test func `takes days, profiles, storage and demand response up`() throws {
    // The rows may stand in any order.
    let result = try read(profiles { $0[1...].reverse() })
    #expect(result.summaries == [])
    let table = try #require(result.scenario?.tables[ParameterPath("energy.electricity.profiles")])
    #expect(table.columns["load"]?.count == 48)
    #expect(Array(table.columns["load"]?[..<6] ?? []) == [1, 2, 3, 4, 5, 1])
    #expect(Array(table.columns["sun"]?[30...32] ?? []) == [0, 1, 2])
    #expect(result.values("energy.electricity.days.winter.weight")?.first == 120)
    #expect(result.values("energy.electricity.storage.battery.power")?.first == 0.2)
    #expect(result.values("energy.electricity.storage.battery.energy")?.first == 0.8)
    #expect(result.values("energy.electricity.demand-response.charging.hours")?.first == 6)
    let shapes = ParameterPath("energy.electricity.load-shapes")
    #expect(result.scenario?.choices[shapes / "car"] == "load")
    #expect(result.scenario.map { HourlyDetail(Blueprint($0), year: 2025) != nil } == true)
  }

  private struct BadTable: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let change: @Sendable (inout [String]) -> Void
    let summary: String
    let words: String
  }

  private static let badTables = [
    BadTable(
      testDescription: "a missing hour", change: { $0.remove(at: 5) },
      summary: "city.yaml:csv-missing-row", words: "day winter, hour 4"),
    BadTable(
      testDescription: "an hour twice", change: { $0[5] = $0[4] },
      summary: "profiles.csv:6:1 duplicate-key", words: "line 5"),
    BadTable(
      testDescription: "an hour there is not", change: { $0[24] = "winter,24,1,1" },
      summary: "profiles.csv:25:8 unknown-id", words: "hour"),
    BadTable(
      testDescription: "a day there is not", change: { $0[30] = "sumer,5,1,1" },
      summary: "profiles.csv:31:1 unknown-id", words: "summer"),
    BadTable(
      testDescription: "a negative value", change: { $0[30] = "summer,5,-1,1" },
      summary: "profiles.csv:31:10 out-of-bounds", words: "between 0"),
    BadTable(
      testDescription: "no number", change: { $0[30] = "summer,5,one,1" },
      summary: "profiles.csv:31:10 malformed-number", words: "'one'"),
    BadTable(
      testDescription: "no key column", change: { $0[0] = "dayy,hour,load,sun" },
      summary: "city.yaml csv-unknown-column", words: "dayy"),
    BadTable(
      testDescription: "a column called flat", change: { $0[0] = "day,hour,load,flat" },
      summary: "profiles.csv:1:15 bad-id", words: "flat"),
  ]

  @Test(arguments: badTables) private func `tells of a bad table once, at its place`(
    _ bad: BadTable
  ) throws {
    let result = try read(profiles(bad.change))
    let found = result.diagnostics.all
    #expect(found.count == 1, "\(result.summaries)")
    let fault = try #require(found.first)
    let place = fault.location
    let summary =
      lastComponent(of: place.path) == "city.yaml"
      ? "city.yaml" : "profiles.csv:\(place.line):\(place.column)"
    #expect(bad.summary.hasPrefix(summary) && bad.summary.hasSuffix(fault.code.id))
    let words = fault.message.english + " " + (fault.suggestion?.english ?? "")
    #expect(words.contains(bad.words))
  }

  @Test func `days must be there and sum to a year`() throws {
    let short = try read(
      profiles(), (old: "summer: {weight: 245 d}", new: "summer: {weight: 244 d}"))
    #expect(short.diagnostics.all.map(\.code) == [.sharesDoNotSum])
    let text = try replacing(baseCase, ("loss: 4.5%", "loss: 4.5%\n    dispatch: hourly"))
    let none = try readText(text)
    #expect(none.diagnostics.all.map(\.code) == [.missingKey])
  }

  @Test func `a profile, load or consumer there is not is told with what was meant`() throws {
    let faults: [(old: String, new: String, meant: String)] = [
      ("industry: load,", "industry: lod,", "load"),
      ("{load: car,", "{load: cra,", "car"),
      ("car: load}", "crr: load}", "car"),
    ]
    for fault in faults {
      let result = try read(profiles(), (old: fault.old, new: fault.new))
      let suggestions = result.diagnostics.all.compactMap(\.suggestion?.english)
      #expect(suggestions.contains { $0.contains(fault.meant) }, "\(fault.new): \(suggestions)")
    }
  }
}

import Analysis
import CityModel
import Diagnostics
import Foundation
import ScenarioFiles
import TestSupport
import Testing

/// Wrong numbers that once passed, made in the bundled scenarios.
@Suite struct `Slips that were made` {
  /// One wrong text in one file of a scenario.
  struct NamedSlip: Sendable, CustomTestStringConvertible {
    let file: String
    let scenario: String
    let (before, after): (String, String)

    init(_ file: String, _ scenario: String, _ before: String, _ after: String) {
      self.file = file
      self.scenario = scenario
      self.before = before
      self.after = after
    }

    var testDescription: String { "\(file): \(after)" }
  }

  private static let slips = [
    NamedSlip("archetype/city.yaml", "archetype/reference.yaml", "2031: 4.0%", "2031: 40%"),
    NamedSlip("archetype/city.yaml", "archetype/reference.yaml", "2025: 4.8%", "2025: -4.8%"),
    NamedSlip(
      "archetype/city.yaml", "archetype/reference.yaml", "capacity-factor: 10%",
      "capacity-factor: 100%"),
    NamedSlip(
      "archetype/city.yaml", "archetype/reference.yaml", "{2020: 0.277 GW", "{1920: 0.277 GW"),
    NamedSlip("dalian/city.yaml", "dalian/reference.yaml", "uptake: 0.22 ", "uptake: 2.2 "),
    NamedSlip("qingdao/city.yaml", "qingdao/reference.yaml", "uptake: 0.25 ", "uptake: 2.5 "),
    NamedSlip("shenzhen/peak.yaml", "shenzhen/peak.yaml", "{to: 25 TWh}", "{to: 250 TWh}"),
    NamedSlip("shenzhen/city.yaml", "shenzhen/reference.yaml", "scale: 11 yr", "scale: 110 yr"),
    NamedSlip("dalian/city.yaml", "dalian/reference.yaml", "0.405 元/kWh", "0.405 元/MWh"),
    NamedSlip("dalian/city.yaml", "dalian/reference.yaml", "0.375 元/kWh", "0.375 元/MWh"),
    NamedSlip("qingdao/city.yaml", "qingdao/reference.yaml", "0.425 元/kWh", "0.425 元/MWh"),
    NamedSlip("qingdao/city.yaml", "qingdao/reference.yaml", "0.415 元/kWh", "0.415 元/MWh"),
    NamedSlip("qingdao/city.yaml", "qingdao/reference.yaml", "0.395 元/kWh", "0.395 元/MWh"),
    NamedSlip("archetype/city.yaml", "archetype/reference.yaml", "0.38 元/kWh", "0.38 元/MWh"),
    NamedSlip("shenzhen/city.yaml", "shenzhen/reference.yaml", "0.39 元/kWh", "0.39 元/MWh"),
    NamedSlip("shenzhen/city.yaml", "shenzhen/reference.yaml", "0.41 元/kWh", "0.41 元/MWh"),
    NamedSlip("shenzhen/city.yaml", "shenzhen/reference.yaml", "0.48 元/kWh", "0.48 元/MWh"),
    NamedSlip("shenzhen/city.yaml", "shenzhen/reference.yaml", "0.453 元/kWh", "0.453 元/MWh"),
    NamedSlip(
      "shenzhen/peak.yaml", "shenzhen/peak.yaml", "gas-cc.capacity-factor: {change: -40%}",
      "gas-cc.capacity-factor: {change: 40%}"),
    NamedSlip(
      "qingdao/peak.yaml", "qingdao/peak.yaml", "scrap-eaf.share: {to: 25%}",
      "scrap-eaf.share: {to: 2.5%}"),
    NamedSlip("qingdao/city.yaml", "qingdao/reference.yaml", "area: 60 km2", "area: 60000 km2"),
    NamedSlip(
      "dalian/reference.yaml", "dalian/reference.yaml", "2025: 4 Mt, 2026", "2025: 400 Mt, 2026"),
    NamedSlip("shenzhen/city.yaml", "shenzhen/reference.yaml", "2031: 4.2%", "2031: 0.42%"),
  ]

  @Test(arguments: slips) func `are told at their line`(_ slip: NamedSlip) throws {
    let folder = try TemporaryFolder()
    let root = folder.url.appending(path: "Scenarios")
    try FileManager.default.copyItem(at: Repository.scenarios, to: root)
    let url = root.appending(path: slip.file)
    let text = try String(contentsOf: url, encoding: .utf8)
    let start = try #require(text.range(of: slip.before))
    let line = text[..<start.lowerBound].split(separator: "\n", omittingEmptySubsequences: false)
      .count
    try text.replacingCharacters(in: start, with: slip.after)
      .write(to: url, atomically: true, encoding: .utf8)
    let reading = readScenario(path: root.appending(path: slip.scenario).path)
    let found = reading.findings
    let isTold = found.contains {
      $0.location.line == line && $0.location.path.hasSuffix(slip.file)
    }
    #expect(isTold, "line \(line): \(found.map(\.message.english))")
  }
}

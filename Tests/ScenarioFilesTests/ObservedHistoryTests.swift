import CityModel
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import ScenarioFiles

@Suite struct `Observed values of a scenario` {
  /// What is told but of levers that begin before the last observation.
  private func withoutLevers(_ result: ReadingResult) -> [Diagnostic] {
    result.diagnostics.all.filter { $0.code != .leverInPast }
  }

  @Test func `a zero beside values, and a year that is not over, are told at their place`() throws {
    let marked = MarkedText("{2015: 58 Mt, 2016: 1️⃣0 Mt, 2018: 60 Mt, 1️⃣2026: 61 Mt}")
    let text = try replacing(baseCase, ("{2015: 58 Mt, 2018: 60 Mt}", marked.text))
    let folder = try TemporaryFolder(["city.yaml": text])
    var options = ReadingOptions()
    options.thisYear = 2026
    let result = readAndChecked(folder / "city.yaml", options)
    let observed = withoutLevers(result)
    #expect(
      observed.map(\.code).sorted { $0.id < $1.id } == [.yearOutOfRange, .zeroValue])
    let line = text.components(separatedBy: "\n").firstIndex { $0.contains("2016: 0 Mt") } ?? 0
    #expect(observed.allSatisfy { $0.location.line == line + 1 })
    #expect(observed.allSatisfy { $0.severity == .warning })
    #expect(withoutLevers(try readText(text)).map(\.code) == [.zeroValue])
  }

  @Test func `GDP that agrees in the base year alone shows nothing of the prices before it`() throws
  {
    let text = try replacing(baseCase, (", 2021: 29330 亿元}", "}"))
    let found = withoutLevers(try readText(text))
    #expect(found.map(\.code) == [.historyAgainstDrivers] && found[0].severity == .warning)
    #expect(found[0].message.english.contains("rests on 'history.gdp' of 2015"))
    #expect(found[0].message.chinese.contains("2020 年不变价"))
    // A year of the run beside the base year holds it; without a target nothing rests on it.
    #expect(withoutLevers(try readText(baseCase)) == [])
    let other = try replacing(text, ("carbon-intensity: {2030: -65%, against: 2015}", ""))
    #expect(withoutLevers(try readText(other)) == [])
  }

  @Test func `years that are not over do not count as observed`() throws {
    let text = try replacing(
      baseCase,
      ("{2015: 58 Mt, 2018: 60 Mt}", "{2015: 58 Mt, 2024: 60 Mt, 2026: 61 Mt, 2029: 9 Mt}"))
    let folder = try TemporaryFolder(["city.yaml": text])
    func read(_ thisYear: Int?) throws -> ReadingResult {
      var options = ReadingOptions()
      options.thisYear = thisYear
      return readAndChecked(folder / "city.yaml", options)
    }
    let result = try read(2026)
    #expect(result.scenario?.history.emissions.map(\.year) == [2015, 2024])
    let told = withoutLevers(result).filter { $0.code == .yearOutOfRange }
    #expect(told.map(\.message.english).first?.contains("2026–2029") == true, "\(told)")
    #expect(told.first?.message.chinese.contains("未予采用") == true)
    #expect(try read(2027).scenario?.history.emissions.map(\.year) == [2015, 2024, 2026])
    #expect(try read(nil).scenario?.history.emissions.count == 4)
  }

  @Test(arguments: [
    ("年,排放（万吨）\n2015,5800\n2016年,5900\n", "排放（万吨）"),
    ("年,排放\n,万吨\n2015,5800\n2016,5900\n", "排放"),
    ("表 1（单位：万吨）,\n年,排放\n2015,5800\n2016,5900\n", "排放"),
  ])
  func `a unit against the one the table states is an error`(table: String, column: String) throws {
    func read(_ unit: String) throws -> ReadingResult {
      let text = try replacing(
        baseCase,
        (
          "emissions: {2015: 58 Mt, 2018: 60 Mt}",
          "emissions: {csv: h.csv, column: \(column), unit: \(unit)}"
        ))
      return try readTexts(["city.yaml": text, "h.csv": table])
    }
    #expect(try read("Mt").diagnostics.all.map(\.code) == [.unitConflict])
    for unit in ["万吨", "万吨CO2", "10 kt"] {
      let result = try read(unit)
      #expect(result.diagnostics.isEmpty, "\(unit): \(result.summaries)")
      #expect(result.scenario?.history.emissions.map(\.value) == [58, 59])
    }
  }
}

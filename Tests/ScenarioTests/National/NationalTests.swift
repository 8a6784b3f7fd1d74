import CityModel
import Foundation
import TestSupport
import Testing

@testable import Reporting

/// The archetype, one city in 282, against the nation's statistics.
@Suite struct `The archetype times 282 is the nation` {
  @Test(arguments: try Fact.all()) func `in what was observed`(fact: Fact) throws {
    let found = try fact.modelled(by: Nation.reference)
    let distance = found / fact.value - 1
    #expect(
      abs(distance) <= fact.tolerance,
      "\(fact): \(found) against \(fact.value), \(distance * 100) %")
  }

  @Test func `with energy CO2 and electricity within 3 % in 2020 and 2025`() throws {
    for variable in ["Emissions|CO2|Energy", "Secondary Energy|Electricity"] {
      let facts = try Fact.all().filter { $0.variable == variable }
      #expect(facts.map(\.year) == [2020, 2025] && facts.allSatisfy { $0.tolerance <= 0.03 })
    }
  }

  /// A tolerance beyond a twentieth is one that the table explains.
  @Test func `and says why where a tolerance is wide`() throws {
    for fact in try Fact.all() {
      #expect(fact.tolerance <= 0.05 || fact.reason.count >= 20, "\(fact)")
      #expect(fact.source.count >= 3 && ["S", "F", "R", "D"].contains(fact.mark), "\(fact)")
    }
  }

  /// The curve of car ownership and the data its source line names: 281 to 366 million registered.
  @Test func `cars grow as registered, without a collapse of sales`() throws {
    let run = try Nation.reference
    let cars = try Nation.values("Stocks|Transportation|Light-Duty Vehicle", in: run)
    #expect(abs(cars[5] / cars[0] / (366 / 281) - 1) < 0.03)
    let sales = try Nation.values("Sales|Transportation|Light-Duty Vehicle", in: run)
    for (before, after) in zip(sales.prefix(15), sales.prefix(16).dropFirst()) {
      #expect(after > 0.6 * before && after < 1.6 * before)
    }
  }
}

/// What levers of the templates may not do.
@Suite struct `Plans of the templates` {
  @Test(arguments: try BundledScenario.all().filter { $0.name.hasPrefix("templates/") })
  func `leave the years to the plan's as they were, in every lever`(scenario: BundledScenario) {
    let reference = scenario.run(scenario.levers.map { _ in 0 })
    let pulled = scenario.run(scenario.levers.map { _ in 1 })
    let past = 2026 - reference.years.lowerBound
    for total in [TotalItem.gross, .net] {
      #expect(pulled.total(total)[...past] == reference.total(total)[...past])
      #expect(pulled.total(total)[past + 1] < reference.total(total)[past + 1])
    }
  }
}

/// One number of the nation.
struct Fact: CustomTestStringConvertible, Sendable {
  let variable: String
  let year: Int
  let value: Double
  let unit: String
  let tolerance: Double
  let mark: String
  let source: String
  let reason: String

  var testDescription: String { "\(variable) \(year)" }

  static func all() throws -> [Fact] {
    let file = try #require(Bundle.module.url(forResource: "facts", withExtension: "csv"))
    return try CSVFile(file).cells.dropFirst().map { cells in
      try #require(cells.count == 8, "\(cells)")
      return Fact(
        variable: cells[0], year: try #require(Int(cells[1])),
        value: try #require(Double(cells[2])), unit: cells[3],
        tolerance: try #require(Double(cells[4])), mark: cells[5], source: cells[6],
        reason: cells[7])
    }
  }

  /// The same number of a run of the archetype, for all the nation.
  func modelled(by run: Trajectory) throws -> Double {
    let values = try variable.split(separator: "+").map { try Nation.values(String($0), in: run) }
    let sum = values.reduce(0) { $0 + $1[year - run.years.lowerBound] }
    return sum * (unit == "TWh" ? 1000 / 3.6 : 1) * Nation.cities
  }
}

private enum Nation {
  /// Archetypes in the nation: 1,411.8 million people over 5.
  static let cities = 282.36

  static var reference: Trajectory {
    get throws {
      let file = try #require(try BundledFile.all().first { $0.name == "archetype/reference.yaml" })
      return Trajectory(Blueprint(try file.read()))
    }
  }

  /// A variable of the IAMC tables, or the final energy of a carrier [PJ] as `final:diesel`.
  static func values(_ name: String, in run: Trajectory) throws -> [Double] {
    if name.hasPrefix("final:") {
      let carrier = name.dropFirst("final:".count)
      let rows = run.rows(.finalEnergy).filter { $0.row.part == carrier }
      try #require(!rows.isEmpty, "\(name)")
      return run.years.indices.enumerated().map { year, _ in
        rows.reduce(0) { $0 + run[$1.index][year] }
      }
    }
    return try #require(iamcVariables(of: run).first { $0.name == name }, "\(name)").values
  }
}

/// What the library calls verified.
@Suite struct `Verified values of the library` {
  private let library = Repository.scenarios.appending(path: "library")

  @Test func `are all in the reviewer's list`() throws {
    let list = try String(contentsOf: library.appending(path: "README.md"), encoding: .utf8)
    for file in try FileManager.default.contentsOfDirectory(atPath: library.path)
    where file.hasSuffix(".yaml") {
      let text = try String(contentsOf: library.appending(path: file), encoding: .utf8)
      let count = text.components(separatedBy: "grade: verified").count - 1
      let entry = list.split(separator: "\n").first { $0.hasPrefix("| `\(file)` | \(count) |") }
      #expect(count == 0 || entry != nil, "\(file): \(count)")
    }
  }
}

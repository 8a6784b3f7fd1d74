import CityModel
import Foundation
import ScenarioFiles
import Testing

/// A scenario that comes with carbonpeak and has levers, found when the tests run.
struct BundledScenario: CustomTestStringConvertible {
  /// What became of a run that is told by its levers.
  enum Account {
    /// Net emissions as the scenario counts them.
    case counted
    /// Direct emissions, contracts at their own factor, and sinks: what power bought elsewhere moves.
    case withContracts
  }

  let name: String
  private let scenario: Scenario
  private let blueprint: Blueprint

  var testDescription: String { name }

  /// The ids of the levers in order, with their groups.
  var levers: [(id: String, group: Lever.Group)] {
    scenario.levers.map { ($0.identity.id, $0.group) }.sorted { $0.0 < $1.0 }
  }

  /// The levels the file gives, in the order of the levers.
  var givenLevels: [Double] {
    scenario.levers.sorted { $0.identity.id < $1.identity.id }.map(\.level)
  }

  /// The levers that raise emissions alone and lower them on top of all others: what they use is
  /// dirty until another lever cleans it.
  let helped: Set<String>

  /// The run with these levels, in the order of the levers.
  func run(_ levels: [Double]) -> Trajectory { Trajectory(blueprint, levels: levels) }

  /// What the levers make impossible at these levels.
  func violations(_ levels: [Double]) -> [LeverViolation] {
    var changed = scenario
    let byId = Dictionary(zip(levers.map(\.id), levels)) { first, _ in first }
    for place in changed.levers.indices {
      changed.levers[place].level = byId[changed.levers[place].identity.id] ?? 0
    }
    return changed.leverViolations()
  }

  /// The levels of the reference but for one lever, which is pulled whole.
  func pulled(_ id: String) -> [Double] { levers.map { $0.id == id ? 1 : 0 } }

  /// The levels of all levers pulled whole but for one.
  func allBut(_ id: String) -> [Double] { levers.map { $0.id == id ? 0 : 1 } }

  /// Every scenario of every city and template that has levers.
  static func all() throws -> [BundledScenario] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Scenarios")
    return try FileManager.default.subpathsOfDirectory(atPath: root.path)
      .filter { $0.hasSuffix(".yaml") && !$0.hasPrefix("library/") }.sorted()
      .compactMap { try BundledScenario(root.appending(path: $0).path, name: $0) }
  }

  /// Reads a file; none if it has no levers.
  private init?(_ path: String, name: String) throws {
    let reading = readScenario(path: path)
    guard let scenario = reading.scenario else {
      throw Unreadable(name: name, faults: reading.diagnostics.rendered(sources: reading.texts))
    }
    guard !scenario.levers.isEmpty else { return nil }
    self.name = name
    self.scenario = scenario
    helped = try Self.helped(in: name)
    blueprint = Blueprint(scenario)
  }

  /// The levers listed in `helped.csv` for a scenario.
  private static func helped(in scenario: String) throws -> Set<String> {
    let file = try #require(Bundle.module.url(forResource: "helped", withExtension: "csv"))
    let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: ",", maxSplits: 2).map(String.init)
    }
    return Set(rows.filter { $0.count == 3 && $0[0] == scenario }.map { $0[1] })
  }

  /// A bundled file that cannot be read.
  struct Unreadable: Error {
    let name: String
    let faults: String
  }
}

extension Trajectory {
  /// Emissions summed over all years [Mt CO₂e].
  func cumulative(_ account: BundledScenario.Account) -> Double {
    let series =
      switch account {
      case .counted: [total(.net)]
      case .withContracts: [total(.scope1), total(.scope2Market), bySource(.sinks)]
      }
    return series.reduce(0) { $0 + $1.reduce(0, +) }
  }
}

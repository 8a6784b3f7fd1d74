import CityModel
import Foundation
import TestSupport
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
  let blueprint: Blueprint

  var testDescription: String { name }

  /// The ids of the levers in order, with their groups.
  var levers: [(id: String, group: Lever.Group)] {
    scenario.levers.map { ($0.identity.id, $0.group) }.sorted { $0.0 < $1.0 }
  }

  /// The levels the file gives, in the order of the levers.
  var givenLevels: [Double] {
    scenario.levers.sorted { $0.identity.id < $1.identity.id }.map(\.level)
  }

  /// What the levers do that do not lower emissions alone, by id; `directions.csv` says why.
  let exceptions: [String: Directions]

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
    try BundledFile.all().compactMap { try BundledScenario($0) }
  }

  /// Reads a file; none if it has no levers.
  private init?(_ file: BundledFile) throws {
    scenario = try file.read()
    guard !scenario.levers.isEmpty else { return nil }
    name = file.name
    exceptions = try Self.exceptions(in: name)
    blueprint = Blueprint(scenario)
  }

  /// The rows of `directions.csv` for a scenario.
  private static func exceptions(in scenario: String) throws -> [String: Directions] {
    let file = try #require(Bundle.module.url(forResource: "directions", withExtension: "csv"))
    var found: [String: Directions] = [:]
    for cells in try CSVFile(file).cells.dropFirst() {
      try #require(cells.count == 5, "\(cells)")
      guard cells[0] == scenario else { continue }
      found[cells[1]] = Directions(
        alone: try #require(Direction(rawValue: cells[2]), "\(cells)"),
        last: try #require(Direction(rawValue: cells[3]), "\(cells)"))
    }
    return found
  }
}

/// Where a lever moves emissions.
enum Direction: String {
  case down, none, up

  /// The direction from one amount to another; rounding is none.
  init(from before: Double, to after: Double) {
    let change = after - before
    self = abs(change) <= 1e-9 * abs(before) ? .none : change < 0 ? .down : .up
  }
}

/// Where a lever moves emissions alone, and on top of all others.
struct Directions {
  let alone: Direction
  let last: Direction
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

import CityModel
import Diagnostics
import FoundationEssentials
import ScenarioFiles

/// A city that exists only as the text of a scenario and the files beside it.
struct CityText {
  /// Texts by file name; `city.yaml` is the scenario.
  var files: [String: String]

  /// Reads it as any scenario is read, from a folder of its own that is removed afterwards.
  ///
  /// - Returns: The scenario, compiled.
  /// - Throws: ``BenchmarkError/unreadable(_:_:)`` with the first fault that reading found.
  func blueprint() throws -> Blueprint {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appendingPathComponent("benchmark-\(UUID().uuidString)")
    try files.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? files.removeItem(at: folder) }
    for (name, text) in self.files {
      try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    }
    return try readBlueprint(folder.appendingPathComponent("city.yaml").path)
  }
}

/// Reads a scenario file and compiles it.
///
/// - Parameter path: The file.
/// - Returns: The scenario, compiled.
/// - Throws: ``BenchmarkError/unreadable(_:_:)`` with the first fault that reading found.
func readBlueprint(_ path: String) throws -> Blueprint {
  let reading = readScenario(path: path)
  guard let scenario = reading.scenario else {
    let fault = reading.diagnostics.all.first { $0.severity == .error }
    throw BenchmarkError.unreadable(path, fault?.message.english ?? "")
  }
  return Blueprint(scenario)
}

/// Why a benchmark cannot be run.
enum BenchmarkError: Error, CustomStringConvertible {
  /// A scenario has faults; the path and the first of them.
  case unreadable(String, String)
  /// The kernel and the hand-written C give different numbers; the relative difference.
  case differs(String, Double)
  /// A variant has no result.
  case noResult(String)
  /// A process did not end with status 0.
  case processFailed(String)

  var description: String {
    switch self {
    case .unreadable(let path, let fault): "\(path): \(fault)"
    case .differs(let name, let difference): "\(name): C differs by \(difference)"
    case .noResult(let name): "\(name): a variant has no result"
    case .processFailed(let command): "\(command) failed"
    }
  }
}

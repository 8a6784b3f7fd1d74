import Analysis
import CityModel
import Diagnostics
import Foundation
import ScenarioFiles
import TestSupport
import Testing

/// A scenario file that comes with carbonpeak, found when the tests run.
struct BundledFile: CustomTestStringConvertible, Sendable {
  /// The path below `Scenarios`.
  let name: String
  private let path: String

  var testDescription: String { name }

  /// Whether it is the path of a city, not of a template, with today's policies.
  var isReferenceOfCity: Bool {
    !name.hasPrefix("templates/") && name.hasSuffix("/reference.yaml")
  }

  /// Every scenario of every city and template, in the order of their names.
  static func all() throws -> [BundledFile] {
    let root = Repository.scenarios
    return try FileManager.default.subpathsOfDirectory(atPath: root.path)
      .filter { $0.hasSuffix(".yaml") && !$0.hasPrefix("library/") }.sorted()
      .map { BundledFile(name: $0, path: root.appending(path: $0).path) }
  }

  /// Reads the file.
  ///
  /// - Parameter overrides: Values that replace those of the file, each as `path=value`.
  /// - Returns: The scenario.
  /// - Throws: `Unreadable` if the file is at fault.
  func read(with overrides: [String] = []) throws -> Scenario {
    let reading = reading(with: overrides)
    guard let scenario = reading.scenario else {
      throw Unreadable(name: name, faults: reading.diagnostics.rendered(sources: reading.texts))
    }
    return scenario
  }

  /// What becomes of reading the file.
  func reading(with overrides: [String] = []) -> ReadingResult {
    var options = ReadingOptions()
    options.overrides = overrides
    return readScenario(path: path, options: options)
  }

  /// A bundled file that cannot be read.
  struct Unreadable: Error {
    let name: String
    let faults: String
  }
}

extension ReadingResult {
  /// The scenario, compiled and looked through as `check` does; nothing where it could not be read.
  var checked: CheckedScenario? {
    scenario.map { scenario in
      CheckedScenario(
        PlacedScenario(
          scenario, varying: axes, in: files.first?.path ?? "", place: place), upTo: .levers)
    }
  }

  /// All that `check` tells of a scenario but the notes on its run.
  var findings: [Diagnostic] {
    diagnostics.sorted(readingOrder: files.map(\.path)) + (checked?.findings ?? [])
  }
}

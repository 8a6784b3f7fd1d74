import Analysis
import CityModel
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import ScenarioFiles

/// Reads texts as the files of a folder, the one called `city.yaml` first.
func readTexts(
  _ files: [String: String], from name: String = "city.yaml", setting overrides: [String] = []
) throws -> ReadingResult {
  let folder = try TemporaryFolder(files)
  var options = ReadingOptions()
  options.overrides = overrides
  return readAndChecked(folder / name, options)
}

/// Reads a scenario and adds what the checks find without running it, as commands do.
func readAndChecked(
  _ path: String, _ options: ReadingOptions = ReadingOptions()
) -> ReadingResult {
  let reading = readScenario(path: path, options: options)
  guard let scenario = reading.scenario else { return reading }
  let placed = PlacedScenario(
    scenario, varying: reading.axes, in: path, place: reading.place)
  var diagnostics = reading.diagnostics
  for finding in CheckedScenario(placed, upTo: .reading).findings { diagnostics.add(finding) }
  return ReadingResult(
    scenario: diagnostics.hasErrors ? nil : scenario, diagnostics: diagnostics,
    files: reading.files, texts: reading.texts, quotedSources: reading.quotedSources,
    namesScenario: reading.namesScenario, axes: diagnostics.hasErrors ? [] : reading.axes,
    root: reading.root)
}

/// Reads a single text as a scenario.
func readText(_ text: String, setting overrides: [String] = []) throws -> ReadingResult {
  try readTexts(["city.yaml": text], setting: overrides)
}

extension ReadingResult {
  /// `file:line:column code` of every diagnostic, in the order of the places.
  var summaries: [String] {
    diagnostics.sorted(readingOrder: files.map(\.path)).map { diagnostic in
      let location = diagnostic.location
      return "\(lastComponent(of: location.path)):\(diagnostic.summary)"
    }
  }

  /// The values of a parameter.
  func values(_ path: String) -> [Double]? {
    scenario?.parameters.first { $0.path.description == path }?.values
  }

  func parameter(_ path: String) -> Parameter? {
    scenario?.parameters.first { $0.path.description == path }
  }
}

/// One change to the base case: a text in it that stands there once, and what replaces it.
struct Patch: Sendable, CustomTestStringConvertible {
  let old: String
  /// The new text; 1️⃣ marks where the fault is told.
  let new: String
  let code: DiagnosticCode
  /// A part of the message or of the suggestion.
  let words: String

  init(_ old: String, _ new: String, _ code: DiagnosticCode, _ words: String) {
    self.old = old
    self.new = new
    self.code = code
    self.words = words
  }

  var testDescription: String { new }
}

/// A text with parts of it replaced, each of which must stand in it once.
func replacing(_ text: String, _ changes: (old: String, new: String)...) throws -> String {
  try changes.reduce(text) { text, change in
    let parts = text.components(separatedBy: change.old)
    try #require(parts.count == 2, "'\(change.old)' stands in the text \(parts.count - 1) times")
    return parts.joined(separator: change.new)
  }
}

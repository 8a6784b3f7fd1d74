import Analysis
import CityModel
import Diagnostics
import Foundation
import ScenarioFiles
import Testing

/// What is told of the bundled scenarios while they are read and checked: no line more than is deserved.
@Suite struct `Warnings of the bundled scenarios` {
  @Test func `are those of told.txt`() throws {
    let found = try BundledFile.all().map(told).joined(separator: "\n") + "\n"
    guard ProcessInfo.processInfo.environment["CARBONPEAK_RENEW_GOLDEN"] == nil else {
      return try found.write(to: Self.written, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOf: Self.written, encoding: .utf8)
    #expect(
      found == expected,
      """
      Other warnings than before. If each new line is deserved, say why in CHANGELOG.md, then
      CARBONPEAK_RENEW_GOLDEN=1 swift test --filter told
      """)
  }

  /// The file in the source tree.
  private static var written: URL {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "told.txt")
  }

  /// A scenario's name, and under it each diagnostic with its place below `Scenarios`.
  private func told(_ file: BundledFile) throws -> String {
    let reading = file.reading()
    let lines = Self.diagnostics(of: reading).map { diagnostic in
      let place = diagnostic.location.description.components(separatedBy: "/Scenarios/").last ?? ""
      return "  \(place): [\(diagnostic.code.id)] \(diagnostic.message.english)"
    }
    return ([file.name] + lines).joined(separator: "\n")
  }

  private static func diagnostics(of reading: ReadingResult) -> [Diagnostic] {
    reading.diagnostics.sorted(readingOrder: reading.files.map(\.path))
      + (reading.blueprint?.findings() ?? [])
  }
}

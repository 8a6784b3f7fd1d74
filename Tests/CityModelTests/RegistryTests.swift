import CityModel
import Foundation
import TestSupport
import Testing

/// Lists kept beside the parameter table: what tests its equations, and which levers it can express.
@Suite struct `The registry` {
  /// The rows of a table of this folder, without its header.
  private static func rows(_ name: String, columns: Int) throws -> [[String]] {
    let file = try #require(
      Bundle.module.url(forResource: name, withExtension: "csv", subdirectory: "Registry"))
    return try CSVFile(file).cells.dropFirst().map { cells in
      try #require(cells.count == columns, "\(cells)")
      return cells
    }
  }

  /// Whether a pattern of the parameter table is the one written, or lies below it.
  private static func covers(_ written: String, _ pattern: ParameterPath) -> Bool {
    let wanted = ParameterPath(written).segments
    let found = pattern.segments
    return wanted.count <= found.count
      && zip(wanted, found).allSatisfy { $0 == "*" || $0 == $1 }
  }

  /// The names of all tests of the equations.
  private static func testNames() throws -> Set<String> {
    let tests = Repository.root.appending(path: "Tests")
    var names: Set<String> = []
    for file in try FileManager.default.subpathsOfDirectory(atPath: tests.path)
    where file.hasSuffix(".swift") {
      let text = try String(contentsOf: tests.appending(path: file), encoding: .utf8)
      names.formUnion(text.matches(of: /func `([^`]+)`/).map { String($0.1) })
    }
    return names
  }

  @Test func `the equation behind every parameter names a test with a known answer`() throws {
    let written = try Self.rows("equations", columns: 2).map { $0[0] }
    let patterns = DeclaredParameter.all.map(\.pattern)
    let untested = patterns.filter { pattern in !written.contains { Self.covers($0, pattern) } }
    #expect(untested.map(\.description) == [])
    let stale = written.filter { row in !patterns.contains { Self.covers(row, $0) } }
    #expect(stale == [])
  }

  @Test func `every test that an equation names exists`() throws {
    let names = try Self.testNames()
    #expect(
      try Self.rows("equations", columns: 2).map { $0[1] }.filter { !names.contains($0) } == [])
  }

  @Test func `every lever of the field moves a parameter, or says why it cannot`() throws {
    let patterns = DeclaredParameter.all.map(\.pattern)
    let groups = Set(Lever.Group.allCases.map(\.rawValue))
    for row in try Self.rows("levers", columns: 5) {
      let lever = row[1]
      let path = row[3]
      let note = row[4]
      #expect(groups.contains(row[2]), "\(lever)")
      #expect(
        path.isEmpty ? !note.isEmpty : patterns.contains(ParameterPath(path)), "\(lever): \(path)")
    }
  }
}

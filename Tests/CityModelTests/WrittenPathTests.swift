import CityModel
import Foundation
import Testing

/// Paths of parameters that code beyond the model names by their words.
@Suite struct `Paths written in code` {
  /// A text that looks like a path of a parameter, and where it stands.
  struct Written: CustomTestStringConvertible {
    let path: String
    let file: String
    var testDescription: String { "\(file): \(path)" }
  }

  private static let modules = ["ScenarioFiles", "Analysis", "Reporting", "CommandLine"]

  private static func written() throws -> [Written] {
    let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources")
    let tops = Set(ParameterTable.root.fields.map(\.key))
    return try modules.flatMap { module -> [Written] in
      let folder = sources.appending(path: module)
      return try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        .filter { $0.hasSuffix(".swift") }.flatMap { file -> [Written] in
          let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            .split(separator: "\n")
            .filter { !$0.trimmingPrefix(while: \.isWhitespace).hasPrefix("//") }
            .joined(separator: "\n")
          return text.matches(of: /"([a-z0-9]+)((?:\.(?:[a-z0-9-]+|\*))+)"/)
            .filter { tops.contains(String($0.1)) && $0.2 != ".yaml" }
            .map { Written(path: "\($0.1)\($0.2)", file: "\(module)/\(file)") }
        }
    }
  }

  /// Whether the table declares what lies under some keys; `*` is any id.
  private static func declares(_ group: GroupDeclaration, _ keys: ArraySlice<Substring>) -> Bool {
    guard let key = keys.first else { return true }
    var nodes = group.fields.filter { $0.key == key || key == "*" }.map(\.node)
    if let members = group.members { nodes.append(members.element) }
    return nodes.contains { node in
      guard case .group(let group) = node else { return keys.count == 1 }
      return declares(group, keys.dropFirst())
    }
  }

  private static func isDeclared(_ path: String) -> Bool {
    declares(ParameterTable.root, path.split(separator: ".")[...])
  }

  @Test func `stand in the table of parameters`() throws {
    let written = try Self.written()
    #expect(written.count > 20)
    let unknown = written.filter { !Self.isDeclared($0.path) }
    #expect(unknown.isEmpty, "\(unknown)")
    #expect(!Self.isDeclared("carriers.*.carbon-contents"))
  }
}

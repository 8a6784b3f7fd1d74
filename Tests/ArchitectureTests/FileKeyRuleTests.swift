import TestSupport
import Testing

@Suite struct `Keys of scenario files` {
  @Test func `are named by the reader through their declarations, never by a text of its own`()
    throws
  {
    let files = try Repository.swiftFiles().filter {
      $0.path.hasPrefix("Sources/ScenarioFiles/Resolving/")
        || $0.path.hasPrefix("Sources/ScenarioFiles/Merging/")
    }
    #expect(files.count > 50)
    #expect(files.flatMap(Self.textsAsKeys) == [])
  }

  @Test func `that are texts are found with their place`() {
    let file = SourceFile(
      path: "Sources/ScenarioFiles/Resolving/Years.swift",
      text: "let a = mapping[Keys.base]\nlet b = root[\"years\"]?.value.mapping?[\"base\"]\n")
    #expect(
      Self.textsAsKeys(in: file) == ["Sources/ScenarioFiles/Resolving/Years.swift:2: years, base"])
  }

  /// The places where a map is asked for a key that is written as a text.
  private static func textsAsKeys(in file: SourceFile) -> [String] {
    file.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap {
      index, line in
      let keys = line.matches(of: /(?:mapping|root|inner|self)\??\["([a-z-]+)"\]/).map(\.output.1)
      return keys.isEmpty
        ? nil : "\(file.path):\(index + 1): \(keys.joined(separator: ", "))"
    }
  }
}

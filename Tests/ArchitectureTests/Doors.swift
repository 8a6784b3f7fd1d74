/// Which modules each module of ours may import: the doors between the rooms.
///
/// A room stands below every room that opens a door to it, so no path leads back up.
enum Doors {
  /// What every module may import: parts of Swift itself and the C library.
  static let openToAll: Set = ["Glibc", "Synchronization"]

  /// The doors of each module, from the bottom of the house to its top.
  static let ofModule: KeyValuePairs<String, Set<String>> = [
    "CGSL": [],
    "CYAML": [],
    "CMD": [],
    "Diagnostics": [],
    "Solvers": ["CGSL", "Diagnostics"],
    "Quantities": ["Solvers", "Diagnostics"],
    "CityModel": ["Solvers", "Quantities", "Diagnostics"],
    "ScenarioFiles": [
      "CYAML", "CityModel", "Solvers", "Quantities", "Diagnostics", "FoundationEssentials",
    ],
    "Analysis": ["CityModel", "Solvers", "Quantities", "Diagnostics"],
    "Reporting": [
      "Analysis", "CityModel", "Solvers", "Quantities", "Diagnostics", "CMD",
      "FoundationEssentials",
    ],
    "CommandLine": [
      "Reporting", "Analysis", "ScenarioFiles", "CityModel", "Solvers", "Quantities",
      "Diagnostics", "ArgumentParser", "Dispatch", "FoundationEssentials",
    ],
    "carbonpeak": ["CommandLine"],
  ]

  /// The imports of a file that go through no door, each with its place.
  static func forbiddenImports(in file: SourceFile) -> [String] {
    guard let module = file.module else { return [] }
    let doors = ofModule.first { $0.key == module }?.value ?? []
    return imports(in: file)
      .filter { !doors.contains($0.module) && !openToAll.contains($0.module) }
      .map { "\(file.path):\($0.line): \(module) imports \($0.module)" }
  }

  /// The modules a file imports, each with its line.
  static func imports(in file: SourceFile) -> [(line: Int, module: String)] {
    let kind = "(?:struct|class|enum|protocol|func|var|let|typealias|actor)"
    let access = "(?:public|package|internal|fileprivate|private)"
    let pattern = #"^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:\#(access)\s+)?import\s+(?:\#(kind)\s+)?(\w+)"#
    guard let statement = try? Regex(pattern, as: (Substring, Substring).self) else { return [] }
    return file.numberedLines.compactMap { line in
      line.text.contains("import")
        ? line.text.prefixMatch(of: statement).map { (line.number, String($0.output.1)) } : nil
    }
  }
}

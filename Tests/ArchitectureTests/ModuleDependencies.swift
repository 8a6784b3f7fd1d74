/// Which modules each module of ours may import.
///
/// A module stands below every module that imports it, so no path leads back up.
enum ModuleDependencies {
  /// What every module may import: parts of Swift itself and the C library.
  static let ofEveryModule: Set = ["Glibc", "Synchronization"]

  /// What each module may import, from the bottom of the house to its top.
  static let ofModule: KeyValuePairs<String, Set<String>> = [
    "CGSL": [],
    "CYAML": [],
    "CMD": [],
    "CMinizip": [],
    "CExpat": [],
    "Diagnostics": [],
    "Solvers": ["CGSL", "Diagnostics"],
    "Quantities": ["Solvers", "Diagnostics"],
    "Tables": ["CMinizip", "CExpat", "Quantities", "Diagnostics"],
    "CityModel": ["Solvers", "Quantities", "Diagnostics"],
    "ScenarioFiles": [
      "CYAML", "CityModel", "Tables", "Solvers", "Quantities", "Diagnostics",
      "FoundationEssentials",
    ],
    "Analysis": ["CityModel", "Solvers", "Quantities", "Diagnostics"],
    "Reporting": [
      "Analysis", "CityModel", "Solvers", "Quantities", "Diagnostics", "CMD",
      "FoundationEssentials",
    ],
    "CommandLine": [
      "Reporting", "Analysis", "ScenarioFiles", "Tables", "CityModel", "Solvers", "Quantities",
      "Diagnostics", "ArgumentParser", "Dispatch", "FoundationEssentials",
    ],
    "carbonpeak": ["CommandLine"],
  ]

  /// The imports of a file that its module may not have, each with its place.
  static func forbiddenImports(in file: SourceFile) -> [String] {
    guard let module = file.module else { return [] }
    let allowed = ofModule.first { $0.key == module }?.value ?? []
    return imports(in: file)
      .filter { !allowed.contains($0.module) && !ofEveryModule.contains($0.module) }
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

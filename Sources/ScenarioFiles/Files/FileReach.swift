/// Which files a scenario in a folder may name where nobody says otherwise; see
/// ``RootPolicy/nearestScenarios``.
public struct FileReach: Sendable {
  /// The folders whose files are in reach, without links.
  let roots: [String]

  /// What the folder is called whose files may name each other.
  static let rootName = "Scenarios"

  /// Finds what is in reach.
  ///
  /// - Parameter start: The folder of the scenario: an absolute path without links, which need not
  ///   exist yet.
  public init(from start: String) {
    var candidate = start
    var beside: String?
    while candidate != "/", !candidate.isEmpty {
      if lastComponent(of: candidate) == Self.rootName {
        roots = [candidate]
        return
      }
      candidate = folder(of: candidate)
      let scenarios = joinPath(candidate, Self.rootName)
      if beside == nil, (try? realPath(scenarios)) == scenarios { beside = scenarios }
    }
    roots = [start] + [beside].compactMap(\.self)
  }

  /// Whether a file, by its real path, is in reach.
  public func holds(_ path: String) -> Bool { roots.contains { isPath(path, under: $0) } }
}

/// Everything found wrong, collected in one pass: each thing once, in the order of the files.
public struct DiagnosticCollection: Hashable, Sendable {
  /// The diagnostics in the order they were found, without repetitions.
  public private(set) var all: [Diagnostic] = []
  private var known: Set<Diagnostic> = []

  /// Makes an empty collection.
  public init() {}

  /// Takes a diagnostic up, unless the same one is there already.
  public mutating func add(_ diagnostic: Diagnostic) {
    if known.insert(diagnostic).inserted { all.append(diagnostic) }
  }

  /// Takes up all diagnostics of another collection.
  public mutating func add(contentsOf other: DiagnosticCollection) {
    for diagnostic in other.all { add(diagnostic) }
  }

  /// Whether nothing was found.
  public var isEmpty: Bool { all.isEmpty }
  /// The number of errors.
  public var errorCount: Int { all.count { $0.severity == .error } }
  /// The number of warnings.
  public var warningCount: Int { all.count { $0.severity == .warning } }
  /// Whether anything found stops the run.
  public var hasErrors: Bool { all.contains { $0.severity == .error } }

  /// The diagnostics by place: files in the order they were read, then lines, then columns.
  ///
  /// Files that were not read come last, in the order they were first spoken of.
  package func sorted(readingOrder paths: [String]) -> [Diagnostic] {
    var rank: [String: Int] = [:]
    for path in paths + all.map(\.location.path) where rank[path] == nil {
      rank[path] = rank.count
    }
    return all.enumerated()
      .sorted { lhs, rhs in
        let left = lhs.element.location
        let right = rhs.element.location
        return (rank[left.path] ?? 0, left.line, left.column, lhs.offset)
          < (rank[right.path] ?? 0, right.line, right.column, rhs.offset)
      }
      .map(\.element)
  }

  /// The diagnostics as the command line prints them, a blank line between each, and their count.
  ///
  /// - Parameters:
  ///   - language: The language of the messages.
  ///   - sources: The texts that were read, in that order.
  ///   - limit: The number of diagnostics printed; the rest is only counted.
  ///   - isColoured: Whether ANSI colours are used.
  ///   - isCounted: Whether their count ends the text.
  /// - Returns: The empty text if nothing was found.
  public func rendered(
    language: Language = .english, sources: [SourceText], limit: Int = 100,
    isColoured: Bool = false, isCounted: Bool = true
  ) -> String {
    guard !isEmpty else { return "" }
    let texts = Dictionary(sources.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    var parts = sorted(readingOrder: sources.map(\.path)).prefix(limit).map { diagnostic in
      diagnostic.rendered(
        language: language,
        lineText: texts[diagnostic.location.path]?.line(diagnostic.location.line),
        isColoured: isColoured)
    }
    let hidden = all.count - parts.count
    if hidden > 0 { parts.append(Text("… and \(hidden) more", "……另有 \(hidden) 条")(language)) }
    if isCounted { parts.append(countLine(language: language)) }
    return parts.joined(separator: "\n\n")
  }

  /// How many errors and warnings there are: `10 errors, 1 warning`.
  ///
  /// - Returns: Only the kinds there are; `no errors` if there are neither.
  package func countLine(language: Language = .english) -> String {
    let errors = Text("\(errorCount) error\(errorCount == 1 ? "" : "s")", "\(errorCount) 个错误")
    let warnings = Text(
      "\(warningCount) warning\(warningCount == 1 ? "" : "s")", "\(warningCount) 个警告")
    let counted = (errorCount > 0 ? [errors] : []) + (warningCount > 0 ? [warnings] : [])
    guard !counted.isEmpty else { return Text("no errors", "没有错误")(language) }
    return counted.map { $0(language) }.joined(separator: Text(", ", "，")(language))
  }
}

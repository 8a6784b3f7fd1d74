import CityModel
import Diagnostics

/// Values given beside the files, as `path=value`: laid over the merged files one after the other.
struct Overrides {
  /// The texts, for showing where in them a fault is.
  let texts: [SourceText]
  /// What was found wrong.
  private(set) var diagnostics = DiagnosticCollection()
  private let limits: ReadingLimits

  init(_ texts: [String], limits: ReadingLimits) {
    self.texts = texts.map { SourceText(path: OverridePlace.prefix + $0, text: $0) }
    self.limits = limits
  }

  /// Lays all overrides over the files.
  ///
  /// - Parameters:
  ///   - root: The map of the files.
  ///   - isComplete: Whether all files were read; if not, an unknown path may stand in the rest.
  /// - Returns: The map with the overrides in it; those at fault are reported and left out.
  mutating func applied(to root: Mapping, isComplete: Bool) -> Mapping {
    var changed = root
    for text in texts {
      guard let assignment = read(text) else { continue }
      let known = SettablePaths(root: changed).all.map(\.description)
      let sections = SettableSections(root: changed)
      guard known.contains(assignment.path) || sections.admits(assignment.path) else {
        guard isComplete else { continue }
        report(
          .unknownParameterPath(assignment.path, among: known + sections.paths, absent: false),
          at: Span(
            location: SourceLocation(path: text.path, line: 1, column: 1),
            length: assignment.path.count))
        continue
      }
      let segments = assignment.path.split(separator: ".").map(String.init)
      changed = set(
        segments[...], of: assignment.path, to: assignment.value, in: changed, column: 1)
    }
    return changed
  }

  private struct Assignment {
    let path: String
    let value: Node
  }

  private mutating func read(_ text: SourceText) -> Assignment? {
    let whole = text.lines.count == 1 ? text.lines[0] : ""
    let start = SourceLocation(path: text.path, line: 1, column: 1)
    guard let sign = whole.firstIndex(of: "="), sign != whole.startIndex,
      !whole[whole.index(after: sign)...].allSatisfy(\.isWhitespace)
    else {
      report(.notAnAssignment(whole), at: Span(location: start, length: max(1, whole.count)))
      return nil
    }
    let path = String(whole[..<sign])
    let value = whole[whole.index(after: sign)...]
    let padded = SourceText(
      path: text.path, text: String(repeating: " ", count: path.count + 1) + value)
    let before = diagnostics
    let node = readValue(padded, limits: limits, into: &diagnostics)
    guard let node, !node.saysNothing else {
      // A text that is only a comment holds no value at all, and nothing that is wrong.
      if node != nil || diagnostics == before {
        report(.emptyAssignment(whole), at: Span(location: start, length: max(1, whole.count)))
      }
      return nil
    }
    return Assignment(path: path, value: node)
  }

  /// The map with a value at a path; the maps around it keep their own places.
  private mutating func set(
    _ segments: ArraySlice<String>, of path: String, to value: Node, in mapping: Mapping,
    column: Int
  ) -> Mapping {
    guard let key = segments.first else { return mapping }
    let location = SourceLocation(path: value.location.path, line: 1, column: column)
    let rest = segments.dropFirst()
    func entry(_ value: Node) -> Entry {
      Entry(key: key, location: location, length: key.count, value: value)
    }
    guard !rest.isEmpty else {
      let above = path.split(separator: ".").dropLast().map(String.init)
      var replaced: [ReplacedValue] = []
      return overlay(
        Mapping([entry(value)]), on: mapping, at: above, replacing: &replaced, into: &diagnostics)
    }
    let old = mapping[key]
    let inner = set(
      rest, of: path, to: value, in: old?.value.mapping ?? Mapping([]),
      column: column + key.count + 1)
    let node = Node(
      location: old?.value.location ?? location, length: old?.value.length ?? key.count,
      content: .mapping(inner))
    let changed = Entry(
      key: key, location: old?.location ?? location, length: old?.length ?? key.count, value: node)
    guard old != nil else { return Mapping(mapping.entries + [changed]) }
    return Mapping(mapping.entries.map { $0.key == key ? changed : $0 })
  }

  private mutating func report(_ fault: Fault, at span: Span) {
    diagnostics.add(fault.diagnostic(at: span))
  }
}

extension Node {
  /// Whether nothing is written here or in a part of it, or only a comment: it would change nothing.
  fileprivate var saysNothing: Bool {
    switch content {
    case .null(let isWritten): !isWritten
    case .scalar: false
    case .mapping(let mapping):
      mapping.entries.isEmpty || mapping.entries.contains { $0.value.saysNothing }
    case .sequence(let nodes): nodes.contains { $0.saysNothing }
    }
  }
}

package import Diagnostics

/// A value as written in a YAML file, with its place.
///
/// Nothing is guessed from its looks: `NO` is the text `NO`, `12:30:45` the text `12:30:45`.
package struct Node: Hashable, Sendable {
  /// What a value can be.
  package indirect enum Content: Hashable, Sendable {
    /// No value: `~` or `null` written out, or nothing written at all.
    case null(isWritten: Bool)
    /// A text, quoted or not.
    case scalar(String, isQuoted: Bool)
    /// A list.
    case sequence([Node])
    /// A map in the order of the file.
    case mapping(Mapping)
  }

  /// Where the value starts, in its own file.
  package let location: SourceLocation
  /// The characters to underline: a scalar, the first line of it, or the first key of a map.
  package let length: Int
  /// What stands there.
  package let content: Content

  /// The text of a scalar.
  package var text: String? {
    if case .scalar(let text, _) = content { text } else { nil }
  }

  /// The map, if this is one.
  package var mapping: Mapping? {
    if case .mapping(let mapping) = content { mapping } else { nil }
  }

  /// The values of a list, if this is one.
  package var sequence: [Node]? {
    if case .sequence(let values) = content { values } else { nil }
  }

  /// What kind of value this is, for messages.
  package var kind: Text {
    switch content {
    case .null: Text("nothing", "空值")
    case .scalar: Text("a single value", "单个值")
    case .sequence: Text("a list", "列表")
    case .mapping: Text("a map", "映射")
    }
  }
}

/// A key with its value.
package struct Entry: Hashable, Sendable {
  /// The key.
  package let key: String
  /// Where the key stands.
  package let location: SourceLocation
  /// The characters of the key as written, quotes included.
  package let length: Int
  /// The value.
  package let value: Node
}

/// A map: entries in the order of the file, found by key in constant time.
public struct Mapping: Hashable, Sendable {
  /// The entries in order; no key twice.
  package let entries: [Entry]
  private let indices: [String: Int]

  /// Makes a map; of two entries with the same key the first one is found.
  package init(_ entries: [Entry]) {
    self.entries = entries
    indices = Dictionary(
      entries.enumerated().map { ($0.element.key, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The entry of a key.
  package subscript(key: String) -> Entry? { index(of: key).map { entries[$0] } }

  /// The position of a key among the entries.
  func index(of key: String) -> Int? { indices[key] }

  /// The map without one key.
  func without(_ key: String) -> Mapping { Mapping(entries.filter { $0.key != key }) }
}

extension Diagnostic {
  /// Something wrong with a value.
  static func error(
    _ code: DiagnosticCode, _ message: Text, at node: Node, suggestion: Text? = nil
  ) -> Diagnostic {
    Diagnostic(
      .error, code: code, message: message, at: node.location, length: node.length,
      suggestion: suggestion)
  }

  /// Something odd about a key.
  static func warning(
    _ code: DiagnosticCode, _ message: Text, at entry: Entry, suggestion: Text? = nil
  ) -> Diagnostic {
    Diagnostic(
      .warning, code: code, message: message, at: entry.location, length: entry.length,
      suggestion: suggestion)
  }
}

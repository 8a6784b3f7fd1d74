import CityModel
import Diagnostics

/// Reading of maps whose keys are fixed and that hold no parameters: header, levers, targets.
extension Resolver {
  /// The map of an entry, with its keys checked.
  ///
  /// - Parameters:
  ///   - entry: The key whose value should be a map.
  ///   - keys: The keys that may stand in it, besides annotations.
  ///   - path: What a source named in it stands beside; the key of the entry if nothing is given.
  /// - Returns: The map, or nothing if the value is none.
  mutating func readMap(
    _ entry: Entry, of keys: [SectionKey], at path: ParameterPath? = nil
  ) -> Mapping? {
    guard let mapping = requireMap(entry) else { return nil }
    _ = readSource(mapping, at: path ?? ParameterPath(entry.key))
    reportUnknownKeys(in: mapping, of: entry, among: keys)
    for key in keys where key.isRequired && mapping[key] == nil {
      report(.missingKey(key.word, in: entry.key), at: entry.span)
    }
    return mapping
  }

  /// Reports the keys of a map that are neither declared nor annotations.
  ///
  /// - Returns: Whether there are none.
  @discardableResult mutating func reportUnknownKeys(
    in mapping: Mapping, of entry: Entry, among keys: [SectionKey]
  ) -> Bool {
    let unknown = mapping.entries.filter {
      !keys.words.contains($0.key) && !FileKeys.annotations.contains($0.key)
    }
    for inner in unknown {
      report(.unknownKey(inner.key, in: entry.key, among: keys.words), at: inner.span)
    }
    return unknown.isEmpty
  }

  /// The map of an entry.
  mutating func requireMap(_ entry: Entry) -> Mapping? {
    if let mapping = entry.value.mapping { return mapping }
    report(
      .wrongType(entry.key, expected: Text("a map", "映射"), found: entry.value.kind),
      at: entry.value.span)
    return nil
  }

  /// The text of an entry.
  mutating func readText(_ entry: Entry) -> String? {
    if let text = entry.value.text { return text }
    report(
      .wrongType(entry.key, expected: Text("a text", "文本"), found: entry.value.kind),
      at: entry.value.span)
    return nil
  }

  /// The word of an entry, out of a list.
  mutating func readWord(_ entry: Entry, among words: [String]) -> String? {
    guard let text = readText(entry) else { return nil }
    if words.contains(text) { return text }
    report(.unknownWord(text, for: entry.key, among: words), at: entry.value.span)
    return nil
  }

  /// The word of an entry as a case of an enumeration.
  mutating func readCase<Word: CaseIterable & RawRepresentable>(
    _ entry: Entry, as type: Word.Type
  ) -> Word? where Word.RawValue == String {
    readWord(entry, among: type.allCases.map(\.rawValue)).flatMap(Word.init(rawValue:))
  }

  /// The year of an entry.
  mutating func readYear(_ entry: Entry) -> Int? {
    guard let text = readText(entry) else { return nil }
    guard let year = Int(text), text.utf8.count <= 9 else {
      report(.notAYear(text, for: entry.key), at: entry.value.span)
      return nil
    }
    return checkedYear(year, at: entry.value.span)
  }

  /// A year, if it is one of those that can be meant.
  mutating func checkedYear(_ year: Int, at span: Span) -> Int? {
    if Self.conceivableYears.contains(year) { return year }
    report(.yearOutOfRange(year, allowed: Self.conceivableYears), at: span)
    return nil
  }

  /// The years a file may speak of; others are slips of the pen.
  static let conceivableYears = 1900...2200

  /// The words of a list, each once.
  mutating func readWords(_ entry: Entry, among words: [String]) -> [String]? {
    if let nodes = entry.value.sequence, nodes.isEmpty {
      report(.emptyList(entry.key, among: words), at: entry.value.span)
      return nil
    }
    guard let nodes = entry.value.sequence else {
      let expected = Text(
        "a list such as [\(words[0])]", "列表，例如 [\(words[0])]")
      report(
        .wrongType(entry.key, expected: expected, found: entry.value.kind), at: entry.value.span)
      return nil
    }
    var read: [String] = []
    for node in nodes {
      guard let text = node.text, words.contains(text) else {
        report(.unknownWord(node.text ?? "", for: entry.key, among: words), at: node.span)
        return nil
      }
      if !read.contains(text) { read.append(text) }
    }
    return read
  }
}

extension Mapping {
  /// The entry of a declared key, if there is one.
  subscript(key: SectionKey) -> Entry? { self[key.word] }
}

import CityModel
import Diagnostics

extension Resolver {
  /// The entry at a path of the files, if there is one.
  func entry(at path: ParameterPath) -> Entry? { root.entry(at: path) }

  /// Demands keys of a map, unless one is there misspelt.
  ///
  /// - Parameters:
  ///   - keys: The keys.
  ///   - path: The map.
  ///   - reason: Why they must be there.
  ///   - help: What to write; nothing where the key says it.
  mutating func require(
    _ keys: [String], in path: ParameterPath, because reason: Text,
    help: ((String) -> Text)? = nil
  ) {
    guard let entry = entry(at: path), let mapping = entry.value.mapping else { return }
    let unknown = found.unknownKeys[path] ?? []
    for key in keys where mapping[key] == nil {
      let isMisspelt = unknown.contains { closestName(to: $0, among: [key]) != nil }
      found.fail(path / key)
      guard !isMisspelt else { continue }
      report(.missingBecause(key, in: path, reason, help: help?(key)), at: entry.span)
    }
  }
}

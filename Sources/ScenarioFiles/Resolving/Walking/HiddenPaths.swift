import CityModel
import Diagnostics

extension Resolver {
  /// Whether what the pattern names may be there, behind a fault that is already told: in a value
  /// that could not be read, or under a misspelt key.
  func isHidden(_ pattern: ParameterPath) -> Bool {
    let segments = pattern.segments
    return (0...segments.count).contains { depth in
      let outer = pattern.ancestor(up: segments.count - depth)
      if found.failed.contains(where: { $0.matches(outer) }) { return true }
      guard depth < segments.count else { return false }
      return found.unknownKeys.contains { path, keys in
        path.matches(outer)
          && keys.contains { closestName(to: $0, among: [String(segments[depth])]) != nil }
      }
    }
  }
}

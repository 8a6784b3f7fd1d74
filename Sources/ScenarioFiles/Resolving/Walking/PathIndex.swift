import CityModel

/// Paths with their segments, split once, so that many patterns can be held against them.
struct PathIndex {
  private let byDepth: [Int: [(path: ParameterPath, segments: [Substring])]]

  init(_ paths: [ParameterPath]) {
    byDepth = Dictionary(grouping: paths.map { ($0, $0.segments) }) { $0.1.count }
  }

  /// The paths that fit a pattern in which `*` stands for any one segment, in their order.
  func matching(_ pattern: ParameterPath) -> [ParameterPath] {
    let wanted = pattern.segments
    return (byDepth[wanted.count] ?? [])
      .filter { zip($0.segments, wanted).allSatisfy { $1 == "*" || $0 == $1 } }
      .map(\.path)
  }
}

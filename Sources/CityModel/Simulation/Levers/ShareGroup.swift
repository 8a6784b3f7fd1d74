/// A group of shares that sum to 1, of which some are moved.
///
/// The moved shares m are set, and the others keep their proportions:
/// `other · (1 + (Σ m_before − Σ m) / Σ others)`.
struct ShareGroup: Sendable {
  let path: ParameterPath
  let moved: [Int]
  let others: [Int]

  /// The groups that some moves reach into, in the order of their paths.
  static func all(in scenario: Scenario, moving moved: Set<Int>) -> [ShareGroup] {
    let members = Dictionary(
      grouping: scenario.parameters.indices.filter { scenario.parameters[$0].shareGroup != nil }
    ) { scenario.parameters[$0].shareGroup }
    return members.compactMap { group, rows -> ShareGroup? in
      guard let group, rows.contains(where: moved.contains) else { return nil }
      return ShareGroup(
        path: group, moved: rows.filter(moved.contains),
        others: rows.filter { !moved.contains($0) })
    }.sorted { $0.path < $1.path }
  }

  /// Some rows that are moved, and the shares beside them.
  static func rows(changedBy moved: [Int], in groups: [ShareGroup]) -> Set<Int> {
    let beside = groups.filter { $0.rows.contains(where: moved.contains) }.flatMap(\.rows)
    return Set(moved + beside)
  }

  /// All members.
  var rows: [Int] { moved + others }

  /// The sum of the moved shares.
  func movedSum(_ parameters: LaneBuffer) -> Lanes { sum(moved, parameters) }

  /// Scales the shares that were not moved, so that all sum to what they did.
  func rebalance(_ parameters: LaneBuffer, movedBefore: Lanes) {
    let change = movedBefore - sum(moved, parameters)
    let factor = 1 + change.divided(by: sum(others, parameters))
    for row in others { parameters[row] *= factor }
  }

  private func sum(_ rows: [Int], _ parameters: LaneBuffer) -> Lanes {
    var sum = Lanes.zero
    for row in rows { sum += parameters[row] }
    return sum
  }
}

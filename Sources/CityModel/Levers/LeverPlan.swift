/// The levers of a scenario, compiled: which parameters they move in which year (MODEL §11).
///
/// ```text
/// value(t) = (base(t) + Σᵢ ℓᵢ·wᵢ(t)·(toᵢ(t) − base(t))) · Πⱼ (1 + ℓⱼ·wⱼ(t)·changeⱼ(t))
/// ```
///
/// In a group of shares that sums to 1 the moved shares m are set, and the others keep their
/// proportions: `other · (1 + (Σ m_base − Σ m) / Σ others)`. At level 0 every factor is exactly 1
/// and every summand exactly 0, so a scenario equals its reference to the bit. Levers are summed in
/// the order of their ids, so their order in the file changes nothing to the bit.
struct LeverPlan: Sendable {
  private enum Effect: Sendable {
    case to([Double])
    case change([Double])
  }
  private struct Move: Sendable {
    let lever: Int
    let ramp: [Double]
    let effect: Effect
  }
  private struct Touched: Sendable {
    let row: Int
    let moves: [Move]
  }
  /// A group of shares of which some are moved.
  struct ShareGroup: Sendable {
    let path: ParameterPath
    let moved: [Int]
    let others: [Int]
  }

  /// The ids of the levers, in order.
  let leverIds: [String]
  private let touched: [Touched]
  /// The groups of shares that levers reach into.
  let groups: [ShareGroup]

  init(_ scenario: Scenario) {
    let rows = Dictionary(
      uniqueKeysWithValues: scenario.parameters.enumerated().map { ($1.path, $0) })
    let levers = scenario.levers.sorted { $0.identity.id < $1.identity.id }
    leverIds = levers.map(\.identity.id)
    var moves: [Int: [Move]] = [:]
    for (place, lever) in levers.enumerated() {
      for move in lever.moves {
        guard let row = rows[move.path] else {
          preconditionFailure("the reader let a lever move the unknown '\(move.path)'")
        }
        let effect: Effect =
          switch move.effect {
          case .to(let values): .to(values)
          case .change(let values): .change(values)
          }
        moves[row, default: []].append(Move(lever: place, ramp: lever.ramp, effect: effect))
      }
    }
    touched = moves.sorted { $0.key < $1.key }.map { Touched(row: $0.key, moves: $0.value) }
    groups = Self.shareGroups(of: scenario, moved: Set(moves.keys))
  }

  private static func shareGroups(of scenario: Scenario, moved: Set<Int>) -> [ShareGroup] {
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

  /// The rows that levers may change: moved parameters and the shares beside them.
  var changedRows: [Int] { Array(Set(touched.map(\.row) + groups.flatMap(\.others))).sorted() }

  /// The ids of the levers that move a row, or its group of shares.
  func levers(moving row: Int) -> [String] {
    let rows = groups.first { $0.moved.contains(row) || $0.others.contains(row) }?.moved ?? [row]
    let places = Set(touched.filter { rows.contains($0.row) }.flatMap { $0.moves.map(\.lever) })
    return places.sorted().map { leverIds[$0] }
  }

  /// Moves the parameters of a year from their base values.
  ///
  /// - Parameters:
  ///   - parameters: The year's base values in every lane; changed in place.
  ///   - levels: ℓ of each lever, in the order of ``leverIds``.
  ///   - year: Years since the base year.
  func apply(to parameters: LaneBuffer, levels: [Lanes], year: Int) {
    let bases = groups.map { group in sum(group.moved, parameters) }
    for touched in touched {
      let base = parameters[touched.row]
      var shift = Lanes.zero
      var factor = Lanes.all(1)
      for move in touched.moves {
        let pull = levels[move.lever] * move.ramp[year]
        switch move.effect {
        case .to(let values): shift += pull * (values[year] - base)
        case .change(let values): factor *= 1 + pull * values[year]
        }
      }
      parameters[touched.row] = (base + shift) * factor
    }
    for (group, base) in zip(groups, bases) {
      let others = sum(group.others, parameters)
      let factor = 1 + (base - sum(group.moved, parameters)).divided(by: others)
      for row in group.others { parameters[row] *= factor }
    }
  }

  private func sum(_ rows: [Int], _ parameters: LaneBuffer) -> Lanes {
    rows.reduce(.zero) { $0 + parameters[$1] }
  }
}

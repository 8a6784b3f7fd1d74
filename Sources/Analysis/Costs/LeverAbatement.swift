public import CityModel

/// A lever with what it costs to emit less by it.
public struct LeverAbatement: Sendable {
  /// The lever.
  public let lever: Lever
  /// The scenario against itself without the lever.
  public let cost: AbatementCost
  /// Whether it moves something that has no cost, or costs nothing itself, so that it looks cheaper
  /// than it is.
  public let hasGaps: Bool

  /// What every pulled lever of a scenario costs; empty where no costs are counted.
  ///
  /// Each lever is held against the scenario without it. What levers do together is counted for each
  /// of them or for none, so that their tonnes do not add up to what all avoid.
  ///
  /// - Parameter blueprint: The scenario, which has results.
  /// - Returns: The levers in the order of the file, without those that cannot be left out.
  public static func all(of blueprint: Blueprint) -> [LeverAbatement] {
    guard let gaps = blueprint.costGaps else { return [] }
    return blueprint.scenario.levers.filter { $0.level > 0 }.compactMap { lever in
      guard let cost = try? AbatementCost(ofLever: lever.identity.id, in: blueprint) else {
        return nil
      }
      let isUncosted =
        lever.cost == nil
        && (cost.presentCost == 0
          || lever.moves.contains { move in gaps.contains { move.path.isRelated(to: $0.path) } })
      return LeverAbatement(lever: lever, cost: cost, hasGaps: isUncosted)
    }
  }
}

extension ParameterPath {
  /// Whether one path leads to a part of what the other, the place of a cost, is the cost of.
  fileprivate func isRelated(to cost: ParameterPath) -> Bool {
    let thing = cost.last == "cost" ? cost.segments.dropLast() : cost.segments[...]
    return zip(segments, thing).allSatisfy { $0 == $1 }
  }
}

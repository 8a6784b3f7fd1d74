public import Analysis
public import CityModel
public import Diagnostics

/// What a report tells of one scenario.
public struct ReportSubject: Sendable {
  /// The run, and what was found of it.
  public let outcome: RunOutcome
  /// What it was started with.
  public var context: RunContext
  /// The same city with all levers at level 0; none where there are no levers, or it has no results.
  public var reference: Trajectory?
  /// How the path spreads when what is uncertain varies.
  public var spread: UncertaintyOutcome?
  /// What each lever avoids, where that was asked for.
  public var wedges: LeverAttribution?
  /// What each lever costs per tonne, the other levers as they are; empty where costs are not
  /// counted.
  public var costs: [LeverCost] = []
  /// The hours of the last year, with hourly dispatch.
  public var hours: HourlyDetail?
  /// What could not be told, and why.
  public var remarks: [Text] = []

  /// Begins with a run; the rest may be added.
  public init(_ outcome: RunOutcome, _ context: RunContext) {
    (self.outcome, self.context) = (outcome, context)
  }
}

/// A lever with what it costs to emit less by it.
public struct LeverCost: Sendable {
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
  public static func all(of blueprint: Blueprint) -> [LeverCost] {
    guard let gaps = blueprint.costGaps else { return [] }
    return blueprint.scenario.levers.filter { $0.level > 0 }.compactMap { lever in
      guard let cost = try? AbatementCost(ofLever: lever.identity.id, in: blueprint) else {
        return nil
      }
      let isUncosted =
        lever.cost == nil
        && (cost.presentCost == 0
          || lever.moves.contains { move in gaps.contains { move.path.isRelated(to: $0.path) } })
      return LeverCost(lever: lever, cost: cost, hasGaps: isUncosted)
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

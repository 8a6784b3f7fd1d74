/// The axes along which the variants of a scenario differ, compiled.
///
/// A variant is one value for each axis. What no axis names is as in the scenario.
///
/// ```text
/// base'(t) = base(t) · x,   base(t) · x^(t − t₀),   base(t) + x   or   x
/// ```
///
/// Levers then move base′ instead of base. In a group of shares that sums to 1 the shares that axes
/// name are set, and the others keep their proportions, as with levers.
public struct VariantSpace: Sendable {
  /// The scenario, compiled.
  public let blueprint: Blueprint
  /// The axes; a variant has their values in this order.
  public let axes: [Axis]

  typealias Adjustment = PlacedAxes.Adjustment
  let levels: [PlacedAxes.Level]
  let dates: [PlacedAxes.Date]
  let adjustments: [Adjustment]
  /// The groups of shares that axes reach into.
  let shareGroups: [ShareGroup]
  /// What levers and axes may push out of its bounds.
  let check: ValueCheck
  /// The values from which levers and axes move.
  let base: BaseValues

  /// Compiles axes.
  ///
  /// - Parameters:
  ///   - blueprint: The scenario, compiled.
  ///   - axes: What variants set; no two the same thing.
  /// - Throws: What is wrong with the first axis that cannot be.
  public init(_ blueprint: Blueprint, axes: [Axis]) throws(AxisError) {
    let scenario = blueprint.scenario
    let placed = try AxisFinder(blueprint).place(axes)
    self.blueprint = blueprint
    self.axes = axes
    (levels, dates, adjustments) = (placed.levels, placed.dates, placed.adjustments)
    let adjusted = Set(adjustments.map(\.row))
    shareGroups = ShareGroup.all(in: scenario, moving: adjusted)
    check = ValueCheck(scenario, moved: adjusted.union(blueprint.levers.movedRows))
    base = BaseValues(blueprint, moved: check.rows)
  }

  /// The scenario itself, without axes.
  public init(_ blueprint: Blueprint) {
    self.blueprint = blueprint
    (axes, levels, dates, adjustments, shareGroups) = ([], [], [], [], [])
    check = ValueCheck(blueprint.scenario, moved: blueprint.levers.movedRows)
    base = BaseValues(blueprint, moved: check.rows)
  }

  /// The rows that an adjustment changes: its own, and the shares beside it.
  func rows(changedBy adjustment: Adjustment) -> Set<Int> {
    ShareGroup.rows(changedBy: [adjustment.row], in: shareGroups)
  }

  /// Changes the base values of a year, counted from the base year, as the variants of a batch say;
  /// `sums` is room for a sum of each group.
  func adjust(
    _ parameters: LaneBuffer, _ batch: VariantBatch, sums: LaneBuffer, year: Int
  ) {
    guard !adjustments.isEmpty else { return }
    for (place, group) in shareGroups.enumerated() { sums[place] = group.movedSum(parameters) }
    for adjustment in adjustments {
      let value = batch.values[adjustment.axis]
      switch adjustment.change {
      case .multiply: parameters[adjustment.row] *= value
      case .grow: parameters[adjustment.row] *= pow(value, .all(Double(year)))
      case .add: parameters[adjustment.row] += value
      case .replace: parameters[adjustment.row] = value
      }
    }
    for (place, group) in shareGroups.enumerated() {
      group.rebalance(parameters, movedBefore: sums[place])
    }
  }
}

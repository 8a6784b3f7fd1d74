import Diagnostics

/// The axes along which the variants of a scenario differ, compiled.
///
/// A variant is one value for each axis. What no axis names is as in the scenario.
///
/// ```text
/// base'(t) = base(t) · x,   base(t) · x^(t − t₀),   base(t) + x   or   x
/// ```
///
/// A value that opens (see ``Opening``) counts by its weight w(t), and grows from the last year that it
/// leaves as it is; one point of a series changes the years that it decides (see ``YearReach``):
/// ```text
/// base'(t) = base(t) · (1 + w (x − 1)),   base(t) · x^(t − first + 1),   base(t) + w x,   base(t) + w (x − base(t))
/// base'(t) = base(t) + w (x · base(T) − base(T)),   base(t) + w x   or   base(t) + w (x − base(T))   for the point at T
/// ```
///
/// Levers then move base′ instead of base. In a group of shares that sums to 1 the shares that axes
/// name are set, and the others keep their proportions, as with levers.
public struct VariantSpace: Sendable {
  /// The scenario, compiled.
  public let blueprint: Blueprint
  /// The axes; a variant has their values in this order.
  public let axes: [Axis]
  /// From when on the value of each axis counts; from the base year if nothing is given.
  public let openings: [Opening?]

  let levels: [PlacedAxes.Level]
  let dates: [PlacedAxes.Date]
  let adjustments: [AxisEffect]
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
  ///   - openings: From when on the value of each counts; all years if nothing is given.
  /// - Throws: What is wrong with the first axis that cannot be.
  public init(
    _ blueprint: Blueprint, axes: [Axis], openings: [Opening?] = []
  ) throws(AxisError) {
    defect(
      unless: openings.isEmpty || openings.count == axes.count,
      "\(openings.count) openings for \(axes.count) axes")
    let scenario = blueprint.scenario
    let placed = try AxisFinder(blueprint).place(axes)
    self.blueprint = blueprint
    self.axes = axes
    let opened = openings.isEmpty ? axes.map { _ in nil } : openings
    self.openings = opened
    levels = placed.levels
    dates = placed.dates
    adjustments = placed.adjustments.map { AxisEffect($0, opened[$0.axis], in: blueprint) }
    let adjusted = Set(adjustments.map(\.row))
    shareGroups = ShareGroup.all(in: scenario, moving: adjusted)
    check = ValueCheck(scenario, moved: adjusted.union(blueprint.levers.movedRows))
    base = BaseValues(blueprint, moved: check.rows)
  }

  /// The scenario itself, without axes.
  public init(_ blueprint: Blueprint) {
    self.blueprint = blueprint
    axes = []
    openings = []
    levels = []
    dates = []
    adjustments = []
    shareGroups = []
    check = ValueCheck(blueprint.scenario, moved: blueprint.levers.movedRows)
    base = BaseValues(blueprint, moved: check.rows)
  }

  /// The rows that an adjustment changes: its own, and the shares beside it.
  func rows(changedBy adjustment: AxisEffect) -> Set<Int> {
    ShareGroup.rows(changedBy: [adjustment.row], in: shareGroups)
  }

  /// Changes the base values of a year, counted from the base year, as the variants of a batch say;
  /// `sums` is room for a sum of each group.
  func adjust(
    _ parameters: LaneBuffer, _ batch: VariantBatch, sums: LaneBuffer, year: Int
  ) {
    guard adjustments.contains(where: { $0.acts(in: year) }) else { return }
    for (place, group) in shareGroups.enumerated() { sums[place] = group.movedSum(parameters) }
    for adjustment in adjustments {
      adjustment.apply(batch.values[adjustment.axis], to: parameters, year: year)
    }
    for (place, group) in shareGroups.enumerated() {
      group.rebalance(parameters, movedBefore: sums[place])
    }
  }

  /// The last year in which the pull of each lever is the scenario's, by its place, where there is one.
  var knownYears: [Int: Int] {
    let touched = levels.map { ($0.lever, $0.axis) } + dates.map { ($0.lever, $0.axis) }
    var known: [Int: Int] = [:]
    for (lever, axis) in touched {
      guard let opening = openings[axis] else { continue }
      let year = opening.first - 1 - blueprint.years.lowerBound
      if year >= 0 { known[lever] = max(known[lever] ?? 0, year) }
    }
    return known
  }
}

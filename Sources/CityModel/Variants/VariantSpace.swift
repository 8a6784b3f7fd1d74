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

  struct Adjustment: Sendable {
    let axis: Int
    let row: Int
    let change: Axis.Change
  }
  /// A date of a lever that an axis sets.
  struct Date: Sendable {
    let axis: Int
    let lever: Int
    let isEnd: Bool
  }
  let levels: [(axis: Int, lever: Int)]
  let dates: [Date]
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
    let levers = scenario.leversInOrder
    let rows = Dictionary(
      uniqueKeysWithValues: scenario.parameters.enumerated().map { ($1.path, $0) })
    var levels: [(axis: Int, lever: Int)] = []
    var dates: [Date] = []
    var adjustments: [Adjustment] = []
    var seen: Set<String> = []
    for (place, axis) in axes.enumerated() {
      guard seen.insert(axis.path).inserted else { throw .repeated(axis) }
      switch axis {
      case .level(let id): levels.append((place, try Self.place(of: id, in: levers)))
      case .from(let id):
        dates.append(Date(axis: place, lever: try Self.place(of: id, in: levers), isEnd: false))
      case .by(let id):
        let lever = try Self.place(of: id, in: levers)
        guard levers[lever].ramp.hasEnd else { throw .stepHasNoEnd(lever: id) }
        dates.append(Date(axis: place, lever: lever, isEnd: true))
      case .parameter(let path, let change):
        guard let row = rows[path] else { throw .unknownParameter(path) }
        guard !blueprint.shapingParameters.contains(path) else { throw .shapesTheModel(path) }
        adjustments.append(Adjustment(axis: place, row: row, change: change))
      }
    }
    self.blueprint = blueprint
    self.axes = axes
    (self.levels, self.dates, self.adjustments) = (levels, dates, adjustments)
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

  private static func place(of id: String, in levers: [Lever]) throws(AxisError) -> Int {
    guard let place = levers.firstIndex(where: { $0.identity.id == id }) else {
      throw .unknownLever(id)
    }
    return place
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

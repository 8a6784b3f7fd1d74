/// What axes name, found in a scenario.
struct PlacedAxes: Sendable {
  /// The level of a lever that an axis sets.
  struct Level: Sendable {
    let axis: Int
    let lever: Int
    /// Whether it multiplies the scenario's.
    let isFactor: Bool
  }
  /// A date of a lever that an axis sets.
  struct Date: Sendable {
    let axis: Int
    let lever: Int
    let isEnd: Bool
    /// Whether it is added to the scenario's.
    let isShift: Bool
  }
  /// A parameter that an axis changes.
  struct Adjustment: Sendable {
    let axis: Int
    let row: Int
    let change: Axis.Change
    /// The point of the series that it changes; all years if nothing is given.
    let point: YearReach?
  }
  var levels: [Level] = []
  var dates: [Date] = []
  var adjustments: [Adjustment] = []
}

/// Finds the levers and parameters that axes name, and says which axes cannot be.
public struct AxisFinder {
  private let blueprint: Blueprint
  private let levers: [Lever]
  private let rows: [ParameterPath: Int]

  /// Makes ready to look in a scenario.
  public init(_ blueprint: Blueprint) {
    self.blueprint = blueprint
    levers = blueprint.scenario.leversInOrder
    rows = Dictionary(
      uniqueKeysWithValues: blueprint.scenario.parameters.enumerated().map { ($1.path, $0) })
  }

  /// Whether a scenario can vary along axes; no two may name the same thing.
  ///
  /// - Throws: What is wrong with an axis if it cannot.
  public func check(_ axes: [Axis]) throws(AxisError) {
    _ = try place(axes)
  }

  /// What axes name; no two may name the same thing.
  func place(_ axes: [Axis]) throws(AxisError) -> PlacedAxes {
    var placed = PlacedAxes()
    var seen: Set<String> = []
    for (place, axis) in axes.enumerated() {
      guard seen.insert(axis.path).inserted else { throw .repeated(axis) }
      for member in axis.members {
        if case .together = axis, !seen.insert(member.path).inserted { throw .repeated(member) }
        try self.place(member, of: place, in: &placed)
      }
    }
    for axis in axes.flatMap(\.members) {
      if case .year(let path, _, _) = axis, seen.contains(path.description) {
        throw .repeated(axis)
      }
    }
    return placed
  }

  private func place(
    _ axis: Axis, of place: Int, in placed: inout PlacedAxes
  ) throws(AxisError) {
    switch axis {
    case .level(let id):
      placed.levels.append(.init(axis: place, lever: try lever(id), isFactor: false))
    case .levelTimes(let id):
      placed.levels.append(.init(axis: place, lever: try lever(id), isFactor: true))
    case .from(let id), .fromPlus(let id):
      let isShift = if case .fromPlus = axis { true } else { false }
      placed.dates.append(
        .init(axis: place, lever: try lever(id), isEnd: false, isShift: isShift))
    case .by(let id), .byPlus(let id):
      let found = try lever(id)
      guard levers[found].ramp.hasEnd else { throw .stepHasNoEnd(lever: id) }
      let isShift = if case .byPlus = axis { true } else { false }
      placed.dates.append(.init(axis: place, lever: found, isEnd: true, isShift: isShift))
    case .parameter(let path, let change):
      placed.adjustments.append(
        .init(axis: place, row: try row(path), change: change, point: nil))
    case .year(let path, let change, let reach):
      placed.adjustments.append(
        .init(axis: place, row: try row(path), change: change, point: reach))
    case .together(_, let members):
      for member in members { try self.place(member, of: place, in: &placed) }
    }
  }

  private func row(_ path: ParameterPath) throws(AxisError) -> Int {
    guard let row = rows[path] else { throw .unknownParameter(path) }
    guard !blueprint.shapingParameters.contains(path) else { throw .shapesTheModel(path) }
    return row
  }

  private func lever(_ id: String) throws(AxisError) -> Int {
    guard let place = levers.firstIndex(where: { $0.identity.id == id }) else {
      throw .unknownLever(id)
    }
    return place
  }
}

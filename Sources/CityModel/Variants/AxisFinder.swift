/// What axes name, found in a scenario.
struct PlacedAxes: Sendable {
  /// The level of a lever that an axis sets.
  struct Level: Sendable {
    let axis: Int
    let lever: Int
  }
  /// A date of a lever that an axis sets.
  struct Date: Sendable {
    let axis: Int
    let lever: Int
    let isEnd: Bool
  }
  /// A parameter that an axis changes.
  struct Adjustment: Sendable {
    let axis: Int
    let row: Int
    let change: Axis.Change
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

  /// Whether a scenario can vary along an axis.
  ///
  /// - Throws: What is wrong with the axis if it cannot.
  public func check(_ axis: Axis) throws(AxisError) {
    _ = try place([axis])
  }

  /// What axes name; no two may name the same thing.
  func place(_ axes: [Axis]) throws(AxisError) -> PlacedAxes {
    var placed = PlacedAxes()
    var seen: Set<String> = []
    for (place, axis) in axes.enumerated() {
      guard seen.insert(axis.path).inserted else { throw .repeated(axis) }
      switch axis {
      case .level(let id): placed.levels.append(.init(axis: place, lever: try lever(id)))
      case .from(let id):
        placed.dates.append(.init(axis: place, lever: try lever(id), isEnd: false))
      case .by(let id):
        let found = try lever(id)
        guard levers[found].ramp.hasEnd else { throw .stepHasNoEnd(lever: id) }
        placed.dates.append(.init(axis: place, lever: found, isEnd: true))
      case .parameter(let path, let change):
        guard let row = rows[path] else { throw .unknownParameter(path) }
        guard !blueprint.shapingParameters.contains(path) else { throw .shapesTheModel(path) }
        placed.adjustments.append(.init(axis: place, row: row, change: change))
      }
    }
    return placed
  }

  private func lever(_ id: String) throws(AxisError) -> Int {
    guard let place = levers.firstIndex(where: { $0.identity.id == id }) else {
      throw .unknownLever(id)
    }
    return place
  }
}

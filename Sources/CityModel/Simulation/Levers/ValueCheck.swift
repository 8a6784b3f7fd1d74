/// Watches the parameters that levers or axes move: their bounds, and that shares sum to 1.
struct ValueCheck: Sendable {
  private struct Bounded: Sendable {
    let row: Int
    let lower: Double
    let upper: Double
  }
  private let bounded: [Bounded]
  private let paths: [ParameterPath]
  private let groups: [ShareGroup]
  /// The members of each group.
  private let shares: [[Int]]

  /// Watches moved rows and the shares beside them.
  init(_ scenario: Scenario, moved: Set<Int>) {
    groups = ShareGroup.all(in: scenario, moving: moved)
    let rows = moved.union(groups.flatMap(\.others))
    bounded = rows.sorted().map { row in
      let bounds = scenario.parameters[row].bounds
      return Bounded(
        row: row, lower: bounds.lowerBound - Self.slack, upper: bounds.upperBound + Self.slack)
    }
    paths = bounded.map { scenario.parameters[$0.row].path }
    shares = groups.map(\.rows)
  }

  /// The rows that are watched.
  var rows: [Int] { bounded.map(\.row) }

  private static let slack = 1e-9
  private static let sumTolerance = 1e-6

  /// The lanes in which something is impossible.
  func broken(_ parameters: LaneBuffer) -> SIMDMask<Lanes.MaskStorage> {
    var isSound = Lanes.zero .== Lanes.zero
    for value in bounded {
      let now = parameters[value.row]
      isSound .&= (now .>= value.lower) .& (now .<= value.upper)
    }
    for rows in shares {
      var sum = Lanes.zero
      for row in rows { sum += parameters[row] }
      isSound .&= (sum - 1).magnitudes .<= Self.sumTolerance
    }
    return .!isSound
  }

  /// What is impossible in a lane: groups whose shares do not sum, and values out of bounds beside
  /// them.
  ///
  /// - Parameters:
  ///   - parameters: The year's values.
  ///   - lane: The variant.
  ///   - year: The calendar year.
  ///   - levers: The ids of the levers that move a row.
  /// - Returns: One finding for each parameter or group.
  func violations(
    _ parameters: LaneBuffer, lane: Int, year: Int, levers: (Int) -> [String]
  ) -> [LeverViolation] {
    var found: [LeverViolation] = []
    var inBadGroup: Set<Int> = []
    for group in groups {
      let values = group.rows.map { parameters[$0][lane] }
      let isNegative = values.contains { $0 < -Self.slack }
      guard isNegative || !(abs(values.reduce(0, +) - 1) <= Self.sumTolerance) else { continue }
      inBadGroup.formUnion(group.rows)
      found.append(
        LeverViolation(
          path: group.path, year: year,
          problem: .sharesDoNotSum(sum: group.movedSum(parameters)[lane]),
          levers: levers(group.moved[0])))
    }
    for (path, value) in zip(paths, bounded) where !inBadGroup.contains(value.row) {
      let now = parameters[value.row][lane]
      guard !(now >= value.lower && now <= value.upper) else { continue }
      found.append(
        LeverViolation(
          path: path, year: year, problem: .outOfBounds(value: now),
          levers: levers(value.row)))
    }
    return found
  }
}

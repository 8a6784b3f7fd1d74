import Diagnostics

/// The levers of a scenario, compiled: which parameters they move in which year (MODEL §11).
///
/// ```text
/// v(t)     = (base(t) + Σᵢ ℓᵢ·wᵢ(t)·(toᵢ(t) − base(t))) · Πⱼ (1 + ℓⱼ·wⱼ(t)·changeⱼ(t))
/// u(t)     = v(t) + maxₖ ℓₖ·wₖ(t)·max(0, leastₖ(t) − v(t))
/// value(t) = u(t) − maxₘ ℓₘ·wₘ(t)·max(0, u(t) − mostₘ(t))
/// ```
///
/// In a group of shares that sums to 1 the shares beside the moved ones give way (``ShareGroup``).
/// At level 0 every factor is exactly 1 and every summand exactly 0, so a scenario equals its
/// reference to the bit. Levers are summed in the order of their ids, so their order in the file
/// changes nothing to the bit.
struct LeverPlan: Sendable {
  private struct Move: Sendable {
    let lever: Int
    let kind: Lever.Effect.Kind
    /// Its place among the moves of a year.
    let place: Int
  }
  private struct Touched: Sendable {
    let row: Int
    let moves: [Move]
  }

  /// The ids of the levers, in order.
  let leverIds: [String]
  private let touched: [Touched]
  /// Year by year, where each move leads.
  private let values: [Double]
  private let moveCount: Int
  /// The groups of shares that levers reach into.
  let groups: [ShareGroup]

  init(_ scenario: Scenario) {
    let rows = Dictionary(
      uniqueKeysWithValues: scenario.parameters.enumerated().map { ($1.path, $0) })
    let levers = scenario.leversInOrder
    leverIds = levers.map(\.identity.id)
    var moves: [Int: [Move]] = [:]
    var paths: [[Double]] = []
    for (place, lever) in levers.enumerated() {
      for move in lever.moves {
        guard let row = rows[move.path] else {
          defect("the reader let a lever move the unknown '\(move.path)'")
        }
        moves[row, default: []].append(
          Move(lever: place, kind: move.effect.kind, place: paths.count))
        paths.append(move.effect.values)
      }
    }
    moveCount = paths.count
    values = scenario.years.indices.enumerated().flatMap { year, _ in paths.map { $0[year] } }
    touched = moves.sorted { $0.key < $1.key }.map { Touched(row: $0.key, moves: $0.value) }
    groups = ShareGroup.all(in: scenario, moving: Set(moves.keys))
  }

  /// The rows that levers move.
  var movedRows: Set<Int> { Set(touched.map(\.row)) }

  /// The ids of the levers that move a row, or its group of shares.
  func levers(moving row: Int) -> [String] {
    let rows = groups.first { $0.rows.contains(row) }?.moved ?? [row]
    let places = Set(touched.filter { rows.contains($0.row) }.flatMap { $0.moves.map(\.lever) })
    return places.sorted().map { leverIds[$0] }
  }

  /// The rows that a lever changes: those it moves, and the shares beside them.
  func rows(changedBy lever: Int) -> Set<Int> {
    let moved = touched.filter { $0.moves.contains { $0.lever == lever } }.map(\.row)
    return ShareGroup.rows(changedBy: moved, in: groups)
  }

  /// Moves the parameters of a year from their base values.
  ///
  /// - Parameters:
  ///   - parameters: The year's base values in every lane; changed in place.
  ///   - pulls: ℓ·w(t) of each lever, in the order of ``leverIds``.
  ///   - sums: Room for a sum of each group.
  ///   - year: Years since the base year.
  func apply(to parameters: LaneBuffer, pulls: LaneBuffer, sums: LaneBuffer, year: Int) {
    for (place, group) in groups.enumerated() { sums[place] = group.movedSum(parameters) }
    for touched in touched {
      let base = parameters[touched.row]
      var shift = Lanes.zero
      var factor = Lanes.all(1)
      for move in touched.moves {
        let pull = pulls[move.lever]
        let value = values[year * moveCount + move.place]
        switch move.kind {
        case .change: factor *= 1 + pull * value
        case .to: shift += pull * (value - base)
        case .atLeast, .atMost: continue
        }
      }
      parameters[touched.row] = bounded(
        (base + shift) * factor, by: touched.moves, pulls: pulls, year: year)
    }
    for (place, group) in groups.enumerated() {
      group.rebalance(parameters, movedBefore: sums[place])
    }
  }

  /// A value held by the bounds among some moves: first the floors, then the ceilings.
  private func bounded(
    _ value: Lanes, by moves: [Move], pulls: LaneBuffer, year: Int
  ) -> Lanes {
    var value = value
    var raise = Lanes.zero
    var lower = Lanes.zero
    for move in moves where move.kind == .atLeast {
      let least = Lanes.all(values[year * moveCount + move.place])
      raise = raise.atLeast(pulls[move.lever] * (least - value).atLeast(.zero))
    }
    value += raise
    for move in moves where move.kind == .atMost {
      let most = Lanes.all(values[year * moveCount + move.place])
      lower = lower.atLeast(pulls[move.lever] * (value - most).atLeast(.zero))
    }
    return value - lower
  }

  /// Hands over the parameters of each year of a scenario as its own levers leave them.
  ///
  /// - Parameters:
  ///   - scenario: The scenario whose plan this is.
  ///   - body: Is given the years since the base year and the parameters, the same in all lanes.
  func forEachYear(of scenario: Scenario, _ body: (Int, LaneBuffer) -> Void) {
    let levers = scenario.leversInOrder
    let parameters = LaneBuffer(count: scenario.parameters.count)
    let pulls = LaneBuffer(count: levers.count)
    let sums = LaneBuffer(count: groups.count)
    for (index, year) in scenario.years.enumerated() {
      for (row, parameter) in scenario.parameters.enumerated() {
        parameters[row] = .all(parameter.values[index])
      }
      for (place, lever) in levers.enumerated() {
        pulls[place] = .all(lever.level * lever.ramp.weight(in: year))
      }
      apply(to: parameters, pulls: pulls, sums: sums, year: index)
      body(index, parameters)
    }
  }
}

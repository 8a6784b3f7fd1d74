public import CityModel
import Diagnostics

/// The levers of a scenario as players of a game.
///
/// A player out of the coalition stands where the reference has it: at level 0, or as the other
/// scenario has it. A player in it stands where the scenario has it. Levers that stand alike in both
/// change nothing and play no part.
public struct LeverGame: Sendable {
  /// A lever that differs between the two.
  public struct Player: Sendable {
    /// Its id.
    public let identity: Identity
    /// How the field reads it.
    public let group: Lever.Group
    /// The axes that it sets, each with its value out of the coalition and in it.
    let switches: [(axis: Int, off: Double, on: Double)]
  }

  /// The most levers a coalition can be written for.
  package static let mostPlayers = 62

  /// The scenario, with the levers of both.
  public let space: VariantSpace
  /// The levers that differ, in the order of the file.
  public let players: [Player]
  /// The levers that do not.
  public let idle: [Lever]
  /// The groups of the players, in the order of the field.
  public let groups: [Lever.Group]

  /// Makes a game of a scenario's levers.
  ///
  /// - Parameters:
  ///   - scenario: The scenario.
  ///   - reference: What it is held against; itself with all levers at 0 where none is given.
  /// - Throws: ``LeverGameFault``.
  public init(_ scenario: Scenario, against reference: Scenario? = nil) throws(LeverGameFault) {
    if let reference { try LeverGameFault.check(scenario, against: reference) }
    let pairs = Self.pairs(scenario.levers, reference?.levers)
    let moving = pairs.filter { !$0.isIdle }
    guard !moving.isEmpty else { throw .nothingToShare }
    guard moving.count <= Self.mostPlayers else { throw .tooManyLevers(moving.count) }
    var combined = scenario
    combined.levers = pairs.flatMap(\.levers)
    var axes: [Axis] = []
    players = moving.map { pair in
      let switches = pair.positions.map { position in
        axes.append(.level(lever: position.lever))
        return (axis: axes.count - 1, off: position.off, on: position.on)
      }
      return Player(identity: pair.identity, group: pair.group, switches: switches)
    }
    idle = pairs.filter(\.isIdle).flatMap { $0.levers.prefix(1) }
    let present = Set(players.map(\.group))
    groups = Lever.Group.allCases.filter(present.contains)
    do throws(AxisError) {
      space = try VariantSpace(Blueprint(combined), axes: axes)
    } catch {
      defect("levers of the scenario are no axes: \(error)")
    }
    if let reference { try check(scenario, reference) }
  }

  /// Who they are.
  var coalitions: Players {
    Players(groupOf: players.map { groups.firstIndex(of: $0.group) ?? 0 })
  }

  /// The values of the axes for a coalition.
  func variant(_ coalition: Int) -> [Double] {
    var values = [Double](repeating: 0, count: space.axes.count)
    for (place, player) in players.enumerated() {
      let isIn = coalition >> place & 1 == 1
      for position in player.switches { values[position.axis] = isIn ? position.on : position.off }
    }
    return values
  }

  /// That nobody is the reference and all are the scenario, in every number.
  private func check(_ scenario: Scenario, _ reference: Scenario) throws(LeverGameFault) {
    for (coalition, meant) in [(0, reference), (coalitions.all, scenario)] {
      let found = Trajectory(space, variant: variant(coalition))
      let expected = Trajectory(Blueprint(meant))
      if case .impossible(let violation) = found.fault, expected.fault == nil {
        throw .notBetween(violation.path, meant.identity.id)
      }
      guard found.fault == nil, expected.fault == nil else { continue }
      for (row, expectedRow) in zip(found.blueprint.rows.indices, expected.blueprint.rows.indices) {
        let isSame = zip(found[row], expected[expectedRow]).allSatisfy {
          abs($0 - $1) <= 1e-9 * max(1, abs($1))
        }
        if !isSame {
          let item = found.blueprint.items[found.blueprint.rows[row].item]
          throw .notBetween(item.path, meant.identity.id)
        }
      }
    }
  }
}

/// A lever as both scenarios have it.
private struct LeverPair {
  let identity: Identity
  let group: Lever.Group
  /// The levers to run with; two where the scenarios declare it differently.
  let levers: [Lever]
  /// The level of each out of the coalition and in it.
  let positions: [(lever: String, off: Double, on: Double)]

  /// Whether it stands alike in both.
  var isIdle: Bool { positions.allSatisfy { $0.off == $0.on } }
}

extension LeverGame {
  /// The levers of a scenario and, after them, those that only the reference has.
  private static func pairs(_ levers: [Lever], _ reference: [Lever]?) -> [LeverPair] {
    let others = Dictionary(
      (reference ?? []).map { ($0.identity.id, $0) }, uniquingKeysWith: { first, _ in first })
    let ids = Set(levers.map(\.identity.id))
    let gone = (reference ?? []).filter { !ids.contains($0.identity.id) }
    return levers.map { pair($0, others[$0.identity.id]) }
      + gone.map { lever in
        LeverPair(
          identity: lever.identity, group: lever.group, levers: [lever],
          positions: [(lever.identity.id, lever.level, 0)])
      }
  }

  private static func pair(_ lever: Lever, _ other: Lever?) -> LeverPair {
    let id = lever.identity.id
    guard let other, !lever.isDeclared(like: other) else {
      return LeverPair(
        identity: lever.identity, group: lever.group, levers: [lever],
        positions: [(id, other?.level ?? 0, lever.level)])
    }
    // No id of a file has a space, so this one is free.
    let before = Lever(
      identity: Identity(id: id + " before", name: other.identity.name), group: other.group,
      level: other.level, ramp: other.ramp, moves: other.moves, cost: other.cost,
      location: other.location)
    return LeverPair(
      identity: lever.identity, group: lever.group, levers: [lever, before],
      positions: [(id, 0, lever.level), (before.identity.id, other.level, 0)])
  }
}

extension Lever {
  /// Whether both do the same at the same level.
  fileprivate func isDeclared(like other: Lever) -> Bool {
    ramp == other.ramp && cost == other.cost && moves.count == other.moves.count
      && zip(moves, other.moves).allSatisfy {
        $0.path == $1.path && $0.effect.kind == $1.effect.kind
          && $0.effect.values == $1.effect.values
      }
  }
}

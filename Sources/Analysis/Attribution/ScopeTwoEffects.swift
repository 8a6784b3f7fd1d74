public import CityModel

/// What one lever does to scope 2 where the total leaves it out.
public struct ScopeTwoEffect: Sendable {
  /// The lever.
  public let lever: Identity
  /// Scope 2 of all years together without the lever, less that with it [Mt CO₂e].
  public let avoided: Double
}

extension Trajectory {
  /// The levers that act on scope 2 beside a total of scope 1, the strongest first.
  ///
  /// Each is the last to be pulled. There are none where the total counts scope 2, and what changes less than
  /// 0.1 % of the run's gross emissions is left out.
  public var scopeTwoEffects: [ScopeTwoEffect] {
    let scenario = blueprint.scenario
    guard !scenario.accounting.countsScope2 else { return [] }
    let levers = scenario.leversInOrder
    let line = scenario.accounting.scope2
    let with = total(line).reduce(0, +)
    let least = 1e-3 * total(.gross).reduce(0, +)
    let effects = levers.indices.map { place in
      var levels = levers.map(\.level)
      levels[place] = 0
      let without = Trajectory(blueprint, levels: levels)
      let avoided = without.fault == nil ? without.total(line).reduce(0, +) - with : 0
      return ScopeTwoEffect(lever: levers[place].identity, avoided: avoided)
    }
    return effects.filter { abs($0.avoided) > least }.sorted { abs($0.avoided) > abs($1.avoided) }
  }
}

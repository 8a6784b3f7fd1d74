import CityModel

/// The values of a parameter in a plan, levers included.
///
/// The formula is that of ``CityModel/Lever``; the shares beside moved ones keep their proportions.
struct PlannedParameter {
  /// The values, year by year, in the model's unit.
  let values: [Double]
  /// The ids of the levers that move it, or shares beside it.
  let levers: [String]

  /// Nothing if the scenario has no such parameter.
  init?(_ path: ParameterPath, of scenario: Scenario) {
    guard let parameter = scenario.parameters.first(where: { $0.path == path }) else { return nil }
    let own = Self.moved(parameter, scenario)
    guard let group = parameter.shareGroup else {
      (values, levers) = own
      return
    }
    let members = scenario.parameters.filter { $0.shareGroup == group }
    let all = members.map { ($0, Self.moved($0, scenario)) }
    let moving = all.filter { !$0.1.levers.isEmpty }
    levers = Array(Set(moving.flatMap(\.1.levers))).sorted()
    guard own.levers.isEmpty else {
      values = own.values
      return
    }
    values = parameter.values.indices.map { year in
      let others = all.filter(\.1.levers.isEmpty).reduce(0) { $0 + $1.0.values[year] }
      let change = moving.reduce(0) { $0 + $1.0.values[year] - $1.1.values[year] }
      return others > 0 ? parameter.values[year] * (1 + change / others) : 0
    }
  }

  private static func moved(
    _ parameter: Parameter, _ scenario: Scenario
  ) -> (values: [Double], levers: [String]) {
    let moves = scenario.levers.flatMap { lever in
      lever.moves.filter { $0.path == parameter.path && lever.level > 0 }.map { (lever, $0) }
    }
    let values = scenario.years.enumerated().map { place, year -> Double in
      var (shift, factor) = (0.0, 1.0)
      let base = parameter.values[place]
      for (lever, move) in moves {
        let pull = lever.level * lever.ramp.weight(in: year)
        switch move.effect {
        case .to(let values): shift += pull * (values[place] - base)
        case .change(let values): factor *= 1 + pull * values[place]
        }
      }
      return (base + shift) * factor
    }
    return (values, moves.map { $0.0.identity.id })
  }
}

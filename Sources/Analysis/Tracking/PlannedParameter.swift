import CityModel

/// The values of a parameter in a plan, levers included.
///
/// The formula is that of `Lever` in `CityModel`; the shares beside moved ones keep their proportions.
struct PlannedParameter {
  /// The values, year by year, in the model's unit.
  let values: [Double]
  /// The ids of the levers that are pulled and move it, or shares beside it.
  let levers: [String]

  /// Nothing if the scenario has no such parameter.
  init?(_ path: ParameterPath, of scenario: Scenario) {
    guard let parameter = scenario.parameters.first(where: { $0.path == path }) else { return nil }
    let own = Moved(parameter, scenario)
    guard let group = parameter.shareGroup else {
      (values, levers) = (own.values, own.levers)
      return
    }
    let members = scenario.parameters.filter { $0.shareGroup == group }
      .map { Moved($0, scenario) }
    levers = Array(Set(members.flatMap(\.levers))).sorted()
    guard !own.isMoved else {
      values = own.values
      return
    }
    values = own.base.indices.map { year in
      let others = members.filter { !$0.isMoved }.reduce(0) { $0 + $1.base[year] }
      let change = members.reduce(0) { $0 + $1.base[year] - $1.values[year] }
      return others > 0 ? own.base[year] * (1 + change / others) : 0
    }
  }

  /// A parameter with what levers make of it, the other shares aside.
  private struct Moved {
    let base: [Double]
    let values: [Double]
    let levers: [String]
    /// Whether a lever moves it, pulled or not.
    let isMoved: Bool

    init(_ parameter: Parameter, _ scenario: Scenario) {
      let moves = scenario.levers.flatMap { lever in
        lever.moves.filter { $0.path == parameter.path }.map { (lever, $0) }
      }
      base = parameter.values
      isMoved = !moves.isEmpty
      levers = moves.filter { $0.0.level > 0 }.map { $0.0.identity.id }
      values = scenario.years.enumerated().map { place, year in
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
    }
  }
}

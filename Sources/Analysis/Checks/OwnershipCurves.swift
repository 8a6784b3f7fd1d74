import CityModel
import Diagnostics
import Quantities

extension Check {
  /// Ownership curves must go through the base, or ownership leaves it at once.
  ///
  /// A curve that ownership follows without delay has to give the base at the base year's income, to 2 %.
  /// One that closes only a share of the gap each year may lie above it, as in a city whose ownership still
  /// rises, but not so far that the first year adds more than a tenth; below it, ownership would fall.
  static let missedBases = Check.scenario { placed in
    let scenario = placed.scenario
    let service = Key.transport / .passenger
    guard let people = scenario[Key.drivers / .population]?.values.first, people > 0,
      let product = scenario[Key.drivers / .gdp]?.values.first
    else { return [] }
    return (scenario.members[service] ?? []).compactMap { mode in
      let path = service / mode / Key.ownership
      let keys: [Key] = [.base, .saturation, .alpha, .beta, .adjustment]
      let values = keys.compactMap { scenario[path / $0]?.values.first }
      guard values.count == keys.count, values[0] > 0, let place = placed[path / Key.alpha] else {
        return nil
      }
      let base = values[0]
      let speed = values[4]
      let curve = GompertzOwnership(
        saturation: values[1], alpha: values[2], beta: values[3], risingSpeed: speed,
        fallingSpeed: speed)
      let given = curve.longRun(income: product / people)
      let step = speed * (given / base - 1)
      guard given < 0.98 * base || step > (speed < 1 ? 0.1 : 0.02) else { return nil }
      return MissedBase(
        Text("the curve of '\(path)'", "'\(path)' 的曲线"), given: given, base: base,
        year: scenario.years.lowerBound
      ).warning(at: place.value)
    }
  }
}

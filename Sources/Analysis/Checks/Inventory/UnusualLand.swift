import CityModel
import Diagnostics

extension Trajectory {
  /// Sinks that together cover more than the city's land.
  var unusualLand: [ComparedValue] {
    let scenario = blueprint.scenario
    guard let area = scenario.area, area > 0 else { return [] }
    let standing = scenario.given(ParameterPath("sinks.*.standing.area")).filter { $0.move == nil }
    let sum = standing.reduce(0) { $0 + ($1.values.first?.value ?? 0) }
    let greatest = standing.max { ($0.values.first?.value ?? 0) < ($1.values.first?.value ?? 0) }
    guard let greatest, sum > area else { return [] }
    return [ComparedValue(.land(in: baseYear), sum / area, greatest.path)]
  }
}

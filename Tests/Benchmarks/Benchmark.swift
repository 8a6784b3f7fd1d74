import Analysis
import CityModel
import Foundation
import ScenarioFiles

@main struct Benchmark {
  static func main() async throws {
    let path = CommandLine.arguments.dropFirst().first ?? "Scenarios/shenzhen/peak.yaml"
    let count = Int(CommandLine.arguments.dropFirst(2).first ?? "20000") ?? 20000
    let reading = readScenario(path: path)
    guard let scenario = reading.scenario else { fatalError("\(path)") }
    let blueprint = Blueprint(scenario)
    print(
      "parameters", scenario.parameters.count, "rows", blueprint.rows.count, "levers",
      scenario.levers.count)
    let axes = scenario.leversInOrder.map { Axis.level(lever: $0.identity.id) }
    let recorder = MetricRecorder(blueprint)
    let ensemble = Ensemble(try VariantSpace(blueprint, axes: axes), recording: recorder.rows)
    let clock = ContinuousClock()
    let start = clock.now
    var sum = 0.0
    try await ensemble.run(
      0..<count, jobs: 1, values: { i in axes.indices.map { Double((i >> $0) & 1) } },
      measure: { recorder.measure($0) },
      consume: { _, found in for m in found { sum += (try? m.get().cumulative) ?? 0 } })
    let time = start.duration(to: clock.now)
    let seconds = Double(time.components.attoseconds) * 1e-18 + Double(time.components.seconds)
    print(
      "runs/s", Double(count) / seconds, "ns per run-year",
      seconds * 1e9 / Double(count) / Double(blueprint.years.count), sum)
  }
}

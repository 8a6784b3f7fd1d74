import Analysis
import CityModel

/// Variants of a city that pull every lever by a part of its own.
struct Variants {
  let blueprint: Blueprint
  private let ensemble: Ensemble
  private let recorder: MetricRecorder
  private let axisCount: Int

  init(_ blueprint: Blueprint) throws {
    self.blueprint = blueprint
    let axes = blueprint.scenario.leversInOrder.map { Axis.level(lever: $0.identity.id) }
    axisCount = axes.count
    recorder = MetricRecorder(blueprint)
    ensemble = Ensemble(try VariantSpace(blueprint, axes: axes), recording: recorder.rows)
  }

  /// Computes the metrics of the first `count` variants.
  ///
  /// - Returns: What each emits in all years together [Mt CO₂e].
  /// - Throws: ``BenchmarkError/noResult(_:)`` where a variant has none.
  @discardableResult
  nonisolated(nonsending) func run(_ count: Int, jobs: Int) async throws -> Double {
    let recorder = recorder
    let axisCount = axisCount
    var emitted = 0.0
    var isWhole = true
    try await ensemble.run(
      0..<count, jobs: jobs, values: { Self.levels(of: $0, axisCount) },
      measure: { try? recorder.measure($0).get().cumulative },
      consume: { _, found in
        for value in found {
          if let value { emitted += value } else { isWhole = false }
        }
      })
    guard isWhole else { throw BenchmarkError.noResult(blueprint.scenario.identity.id) }
    return emitted
  }

  /// Levels spread evenly over 0 … 1: additive recurrence by the golden ratio.
  private static func levels(of variant: Int, _ count: Int) -> [Double] {
    (0..<count).map { axis in
      let place = Double(variant * count + axis) * 0.618_033_988_749_895
      return place - place.rounded(.down)
    }
  }
}

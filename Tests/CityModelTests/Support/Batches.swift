@testable import CityModel

/// The kernel with a batch whose lanes have their own levels.
struct BatchRun {
  private let simulation: Simulation
  private let batch: VariantBatch

  init(_ blueprint: Blueprint) {
    let space = VariantSpace(blueprint)
    simulation = Simulation(space)
    batch = VariantBatch(space)
  }

  /// Runs eight variants with ℓ of each lever in the order of their ids.
  @discardableResult
  func run(levels: [Lanes], record: (Int, LaneBuffer) -> Void) -> [VariantFault?] {
    for (lever, level) in levels.enumerated() { batch.levels[lever] = level }
    return simulation.run(batch, record: record)
  }
}

/// What one worker needs: a workspace of the kernel, in which it runs one batch after the other.
actor EnsembleWorker {
  private let batch: VariantBatch
  private let simulation: Simulation
  private let recorded: [Int]
  private let record: LaneBuffer
  private let yearCount: Int

  init(_ ensemble: Ensemble) {
    batch = VariantBatch(ensemble.space)
    simulation = Simulation(ensemble.space, remembering: ensemble.plans)
    recorded = ensemble.recorded
    yearCount = ensemble.space.blueprint.years.count
    record = LaneBuffer(count: recorded.count * yearCount)
  }

  /// Runs consecutive variants.
  func run<Measure: Sendable>(
    _ variants: Range<Int>, values: @Sendable (Int) -> [Double],
    measure: @Sendable (VariantResult) -> Measure
  ) -> [Measure] {
    var measures: [Measure] = []
    measures.reserveCapacity(variants.count)
    for first in stride(from: variants.lowerBound, to: variants.upperBound, by: Lanes.scalarCount) {
      let members = (first..<min(first + Lanes.scalarCount, variants.upperBound)).map {
        ($0, values($0))
      }
      for lane in Lanes.zero.indices {
        batch.set(lane, to: members[min(lane, members.count - 1)].1)
      }
      let faults = simulation.run(batch) { year, outputs in
        for (place, row) in recorded.enumerated() {
          record[place * yearCount + year] = outputs[row]
        }
      }
      for (lane, member) in members.enumerated() {
        measures.append(
          measure(
            VariantResult(
              index: member.0, values: member.1, fault: faults[lane], record: record,
              yearCount: yearCount, lane: lane)))
      }
    }
    return measures
  }
}

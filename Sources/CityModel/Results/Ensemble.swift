import Diagnostics

/// Many variants of a scenario, run eight at a time on any number of workers.
///
/// Results come in the order of the variants, and every variant is computed in its own lane by the
/// same operations whatever runs beside it, so the numbers depend neither on the workers nor on where
/// a range begins.
public struct Ensemble: Sendable {
  /// What variants set.
  package let space: VariantSpace
  /// The rows that are kept of each variant, indices of the blueprint's rows.
  package let recorded: [Int]
  /// What workers keep of sectors from batch to batch.
  let plans: [SectorPlan]

  /// Prepares an ensemble.
  ///
  /// - Parameters:
  ///   - space: What variants set.
  ///   - recorded: The rows to keep of each variant, indices of the blueprint's rows.
  ///
  /// - Precondition: Every index is one of the blueprint's rows.
  public init(_ space: VariantSpace, recording recorded: [Int]) {
    defect(
      unless: recorded.allSatisfy(space.blueprint.rows.indices.contains),
      "rows that the blueprint lacks")
    self.space = space
    self.recorded = recorded
    plans = SectorPlan.all(space, recorded: recorded)
  }

  /// The variants that one worker computes at a time.
  private static let chunkSize = 256

  /// No more workers than these, whatever is asked: each has a workspace of its own.
  private static let mostWorkers = 256

  /// The variants of a chunk.
  private static func chunk(_ place: Int, of range: Range<Int>) -> Range<Int> {
    let first = range.lowerBound + place * chunkSize
    return first..<(first + min(chunkSize, range.upperBound - first))
  }

  /// Runs variants and hands their results on in order.
  ///
  /// Memory does not grow with the number of variants: workers wait for the consumer.
  ///
  /// - Parameters:
  ///   - range: The numbers of the variants.
  ///   - jobs: How many workers compute; at least one.
  ///   - values: Gives the axes' values of a variant by its number.
  ///   - measure: Takes from a variant's results what is wanted; runs in the worker.
  ///   - consume: Takes the measures of consecutive variants; called in order, one call at a time.
  /// - Throws: What `consume` throws, and `CancellationError` when the task is cancelled.
  public nonisolated(nonsending) func run<Measure: Sendable>(
    _ range: Range<Int>, jobs: Int, values: @escaping @Sendable (Int) -> [Double],
    measure: @escaping @Sendable (VariantResult) -> Measure,
    consume: nonisolated(nonsending) (Range<Int>, [Measure]) async throws -> Void
  ) async throws {
    let chunkCount = range.isEmpty ? 0 : (range.count - 1) / Self.chunkSize + 1
    var idle = (0..<max(1, min(jobs, chunkCount, Self.mostWorkers))).map { _ in EnsembleWorker(self)
    }
    let mostAhead = 2 * idle.count
    try await withThrowingTaskGroup(of: Done<Measure>.self) { group in
      var waiting: [Int: [Measure]] = [:]
      var started = 0
      var consumed = 0
      while consumed < chunkCount {
        while started < min(chunkCount, consumed + mostAhead), let worker = idle.popLast() {
          let place = started
          group.addTask {
            let measures = await worker.run(
              Self.chunk(place, of: range), values: values, measure: measure)
            return Done(place: place, measures: measures, worker: worker)
          }
          started += 1
        }
        guard let done = try await group.next() else { break }
        idle.append(done.worker)
        waiting[done.place] = done.measures
        while let next = waiting.removeValue(forKey: consumed) {
          try Task.checkCancellation()
          try await consume(Self.chunk(consumed, of: range), next)
          consumed += 1
        }
      }
    }
  }

  /// A chunk that is computed.
  private struct Done<Measure: Sendable>: Sendable {
    let place: Int
    let measures: [Measure]
    let worker: EnsembleWorker
  }
}

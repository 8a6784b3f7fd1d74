import Glibc

/// What a piece of work took.
struct Effort {
  /// Processor time of all threads together [s].
  var cpu: Double
  /// By the clock on the wall [s].
  var wall: Double

  /// Measures a piece of work.
  nonisolated(nonsending) static func of(
    _ work: nonisolated(nonsending) () async throws -> Void
  ) async rethrows -> Effort {
    let start = now
    try await work()
    let end = now
    return Effort(cpu: end.cpu - start.cpu, wall: end.wall - start.wall)
  }

  /// The least of several measurements: what else runs on a machine only ever adds to one.
  ///
  /// - Parameters:
  ///   - times: How often to measure at most; once 3 s are used, no more is begun.
  ///   - work: What to measure.
  /// - Returns: The least of each time.
  nonisolated(nonsending) static func least(
    of times: Int, _ work: nonisolated(nonsending) () async throws -> Void
  ) async rethrows -> Effort {
    var least = try await of(work)
    var used = least.wall
    for _ in 1..<max(2, times) where used < 3 {
      let next = try await of(work)
      used += next.wall
      least = Effort(cpu: min(least.cpu, next.cpu), wall: min(least.wall, next.wall))
    }
    return least
  }

  private static var now: Effort {
    Effort(cpu: seconds(CLOCK_PROCESS_CPUTIME_ID), wall: seconds(CLOCK_MONOTONIC))
  }

  private static func seconds(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}

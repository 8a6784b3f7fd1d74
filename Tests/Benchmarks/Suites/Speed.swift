import CityModel

/// How fast a city runs: alone, eight variants at once, very many.
struct Speed {
  let name: String
  let blueprint: Blueprint
  let isQuick: Bool

  /// Variants in a great batch.
  private var greatBatch: Int { isQuick ? 4_000 : 100_000 }

  func measure(_ figures: FigureCollector) async throws {
    let variants = try Variants(blueprint)
    let singles = isQuick ? 20 : 200
    let single = await Effort.least(of: 3) {
      for _ in 0..<singles { _ = Trajectory(blueprint) }
    }
    add("single run", single, singles, figures)
    let eights = isQuick ? 10 : 100
    let eight = try await Effort.least(of: 3) {
      for _ in 0..<eights { try await variants.run(8, jobs: 1) }
    }
    add("batch of 8", eight, 8 * eights, figures)
    PeakMemory.restart()
    let many = try await Effort.least(of: 3) { try await variants.run(greatBatch, jobs: 1) }
    add("batch of \(greatBatch)", many, greatBatch, figures)
    let cores = Machine.coreCount
    let parallel = try await Effort.least(of: 3) {
      try await variants.run(greatBatch, jobs: cores)
    }
    let onAll = "\(name)/batch of \(greatBatch), all cores"
    figures.add("\(onAll), by the clock", Double(greatBatch) / parallel.wall, .runsPerSecond)
    figures.add(onAll, Double(greatBatch) / parallel.cpu, .runsPerCoreSecond)
    figures.add("\(name)/peak memory", PeakMemory.megabytes, .megabytes)
  }

  private func add(_ what: String, _ effort: Effort, _ runs: Int, _ figures: FigureCollector) {
    let perRun = effort.cpu / Double(runs)
    figures.add("\(name)/\(what)", 1 / perRun, .runsPerCoreSecond)
    figures.add(
      "\(name)/\(what)/run-year", perRun * 1e9 / Double(blueprint.years.count),
      .nanosecondsPerRunYear)
  }
}

import CityModel
import Solvers

/// Searches all portfolios for the cheapest that meets the conditions.
///
/// 1. Tried: none, all, each alone, all but each, the scenario's own, and ``LeastCostProblem/sampleSize``
///    points of a Sobol sequence (of a Latin hypercube above 40 handles), dates in whole years.
/// 2. Improved by ``ConstrainedDescent``: the best of these, no two alike, and none and all.
/// 3. Dates are set to whole years, one after the other, to the side that costs less when all else is
///    improved again.
/// 4. What makes no difference is put back to what the scenario has.
///
/// The answer is at least as cheap as every portfolio that was tried; with probabilities, which only few
/// are judged by in full, as the scenario's own, none and all.
struct LeastCostSearch {
  let problem: LeastCostProblem
  private(set) var model: LeastCostModel
  private var pool: [Trial] = []

  /// The portfolios of the sample that are improved.
  private static let startCount = 6
  /// How far apart they are, as a share of the cube's diagonal.
  private static let apart = 0.15

  /// The draws by which starts are told apart where probabilities are asked for, and how many of the
  /// best ends go on to more draws.
  private static let stages = [(draws: 32, kept: 2), (draws: 128, kept: 1)]

  init(_ problem: LeastCostProblem) {
    self.problem = problem
    model = problem.model
  }

  /// What the scenario has.
  private var own: [Double] { model.place(of: problem.backcast.current) }

  /// None of the levers, dates as they are.
  var none: [Double] { extreme(0) }

  /// All levers at full, as early as can be.
  var full: [Double] { extreme(1) }

  private func extreme(_ level: Double) -> [Double] {
    let current = own
    return current.indices.map { place in
      place < problem.levers.count ? level : level == 1 ? 0 : current[place]
    }
  }

  /// Tries the sample; costs are measured against their spread in it from here on.
  mutating func fill() async throws {
    var places = [own, none, full]
    for lever in problem.levers.indices {
      var alone = none
      var without = full
      alone[lever] = 1
      without[lever] = 0
      places += [alone, without]
    }
    let design = try SampleDesign(
      UncertainSample.suitableDesign(dimensions: problem.count), dimensions: problem.count,
      count: LeastCostProblem.sampleSize, seed: problem.seed)
    places += (0..<design.count).map { wholeDates(design.point($0)) }
    let found = try await model.centralTrials(places).filter(\.value.isFinite)
    let costs = found.map(\.value)
    let spread = (costs.max() ?? 0) - (costs.min() ?? 0)
    model.costScale = spread > 0 ? spread : 1
    pool = found.map {
      Trial(place: $0.place, value: $0.value / model.costScale, parts: $0.parts)
    }
  }

  /// The cheapest portfolio, or the nearest to what is allowed.
  ///
  /// - Parameter known: A place that is known to meet the conditions.
  /// - Returns: The place, dates in whole years.
  /// - Throws: `CancellationError` when the task is cancelled.
  func cheapest(beside known: [Double]? = nil) async throws -> Trial {
    let (places, reserve) = try await narrowed(starts + [known].compactMap(\.self))
    let starts = try await model.trials(places + reserve)
    var ends = try await improved(Array(starts.prefix(places.count)), model)
    if !ends.contains(where: { $0.excess <= 0 }) {
      ends += try await improved(Array(starts.dropFirst(places.count).prefix(1)), model)
    }
    guard let best = ends.min(by: { $0.isBetter(than: $1) }) else {
      return Trial(place: none, value: .infinity, parts: [])
    }
    let whole = try await withWholeDates(best)
    // A date that is put to a whole year may lose what the sample had.
    let kept = starts.filter { isWhole($0.place) }.reduce(whole) { $1.isBetter(than: $0) ? $1 : $0 }
    return try await withoutIdleChanges(kept)
  }

  /// The places from which to improve by all draws: the best ends by few draws, then by more.
  ///
  /// In reserve are the last place, should none of these lead to what is allowed by all draws, and none,
  /// all and the scenario's own levers, so that the answer is no worse than these. Where nothing is drawn
  /// it is all places.
  private func narrowed(
    _ places: [[Double]]
  ) async throws -> (places: [[Double]], reserve: [[Double]]) {
    guard let chances = model.chances else { return (places, []) }
    var kept = places
    for stage in Self.stages where chances.draws.count > stage.draws {
      var rough = model
      rough.chances = chances.with(draws: stage.draws)
      let ends = try await improved(try await rough.trials(kept), rough)
      kept = ends.sorted { $0.isBetter(than: $1) }.prefix(stage.kept).map(\.place)
    }
    guard kept.count < places.count else { return (places, []) }
    return (kept, [places.last ?? full, none, full, own])
  }

  private func improved(
    _ starts: [Trial], _ model: LeastCostModel
  ) async throws -> [Trial] {
    // Few starts leave workers for the places of each step.
    let each = model.with(jobs: max(1, problem.jobs / max(1, starts.count)))
    let descent = ConstrainedDescent(each, FreeCoordinates(base: none, fixed: []))
    return try await concurrentResults(starts.count, jobs: problem.jobs) {
      try await descent.minimum(from: starts[$0])
    }
  }

  /// The places from which to improve.
  private var starts: [[Double]] {
    let ranked = pool.enumerated().sorted { first, second in
      first.element.isBetter(than: second.element)
        || !second.element.isBetter(than: first.element) && first.offset < second.offset
    }
    let least = Self.apart * Self.apart * Double(problem.count)
    var chosen: [[Double]] = []
    for (_, trial) in ranked where chosen.count < Self.startCount {
      if chosen.allSatisfy({ $0.squaredDistance(to: trial.place) >= least }) {
        chosen.append(trial.place)
      }
    }
    return chosen + [none, full]
  }
}

// MARK: - Dates

extension LeastCostSearch {
  /// A place with its dates in whole years.
  private func wholeDates(_ place: [Double]) -> [Double] {
    var rounded = model.values(at: place)
    for handle in problem.levers.count..<problem.count { rounded[handle].round() }
    let dates = model.place(of: rounded)
    return place.indices.map { $0 < problem.levers.count ? place[$0] : dates[$0] }
  }

  private func isWhole(_ place: [Double]) -> Bool { fractional(place).isEmpty }

  /// The handles whose dates lie within a year.
  private func fractional(_ place: [Double]) -> [Int] {
    let values = model.values(at: place)
    return (problem.levers.count..<problem.count).filter {
      abs(values[$0] - values[$0].rounded()) > 1e-6
    }
  }

  private func withWholeDates(_ best: Trial) async throws -> Trial {
    let levels = Array(problem.levers.indices)
    var trial = best
    while let handle = fractional(trial.place).first {
      let open = Set(fractional(trial.place)).subtracting([handle]).union(levels)
      var sides: [Trial] = []
      for rule in [FloatingPointRoundingRule.down, .up] {
        var values = model.values(at: trial.place)
        values[handle].round(rule)
        let base = wholeDates(model.place(of: values), but: open)
        let frame = FreeCoordinates(base: base, fixed: Set(base.indices).subtracting(open))
        let first = try await model.trials([base])
        for start in first {
          let end = try await ConstrainedDescent(model, frame).minimum(from: frame.part(start))
          sides.append(Trial(place: frame.whole(end.place), value: end.value, parts: end.parts))
        }
      }
      trial = sides.min { $0.isBetter(than: $1) } ?? trial
    }
    return try await model.trials([wholeDates(trial.place)]).first ?? trial
  }

  /// Dates in whole years but for some, which stay within theirs.
  private func wholeDates(_ place: [Double], but open: Set<Int>) -> [Double] {
    zip(place.indices, zip(place, wholeDates(place))).map { open.contains($0) ? $1.0 : $1.1 }
  }
}

// MARK: - What makes no difference

extension LeastCostSearch {
  /// The same portfolio with every handle at what the scenario has, or at a bound it nearly is at,
  /// where that costs nothing.
  private func withoutIdleChanges(_ best: Trial) async throws -> Trial {
    guard best.excess <= 0 else { return best }
    let current = model.place(of: problem.backcast.current)
    var trial = best
    for handle in trial.place.indices {
      let bound = trial.place[handle].rounded()
      let near = abs(trial.place[handle] - bound) < 1e-5 ? [bound] : []
      let places = ([current[handle]] + near).filter { $0 != trial.place[handle] }.map { value in
        var place = trial.place
        place[handle] = value
        return place
      }
      let found = try await model.trials(places)
      let allowed = trial.value + 1e-9
      if let same = found.first(where: { $0.excess <= 0 && $0.value <= allowed }) { trial = same }
    }
    return trial
  }
}

import CityModel

extension BackcastProblem {
  /// Finds the least change that meets all conditions, or why there is none.
  ///
  /// One handle is scanned over its whole range, whole years for a date and 200 steps else, and every
  /// edge of what meets the conditions is found by Brent's method. Several levels: see
  /// ``BackcastSearch``.
  ///
  /// - Parameter effort: What a change is measured by where there are several handles.
  /// - Returns: The answer.
  /// - Throws: `CancellationError` when the task is cancelled.
  package func solve(by effort: Effort = .level) async throws -> Backcast {
    var search = BackcastSearch(
      model, start: current, isByYear: isByYear, weights: weights(effort))
    let start = model.point(current)
    let full = model.point(zip(handles, box).map { $0.isWhole ? $1.lowerBound : $1.upperBound })
    let all = Array(conditions.indices)
    let solution: BackcastSolution?
    if start.excess(of: all) <= 0 {
      solution = BackcastSolution(point: start, ranges: [], exact: nil, effort: 0)
    } else if handles.count == 1 {
      solution = try await HandleScan(model, handles[0], current: current[0]).solution()
    } else {
      try await search.fill()
      solution = try await leastEffort(&search)
    }
    let outcome: Backcast.Outcome =
      if let solution {
        .reached(solution)
      } else {
        .unreachable(try await conflict(&search))
      }
    return Backcast(problem: self, start: start, full: full, outcome: outcome, effort: effort)
  }

  /// Whether the only handle is a date.
  private var isByYear: Bool { handles.count == 1 && handles[0].isWhole }

  /// What a unit of each handle's change weighs: by cost, what pulling the lever from 0 to 1 alone adds
  /// to the present value of the system's cost, and at least 1 % of the greatest of these, so that what
  /// saves money or costs nothing is nearly free to pull.
  private func weights(_ effort: Effort) -> [Double] {
    let ones = handles.map { _ in 1.0 }
    guard case .cost = effort, !handles.contains(where: \.isWhole) else { return ones }
    let none = model.point(handles.map { _ in 0 }).cost
    let costs = handles.indices.map { place in
      var alone = handles.map { _ in 0.0 }
      alone[place] = 1
      return max(0, (model.point(alone).cost ?? 0) - (none ?? 0))
    }
    guard let greatest = costs.max(), greatest > 0, greatest.isFinite else { return ones }
    return costs.map { max($0, 0.01 * greatest) / greatest }
  }

  private func leastEffort(_ search: inout BackcastSearch) async throws -> BackcastSolution? {
    let all = Array(conditions.indices)
    guard let met = try await search.meeting(all) else { return nil }
    var best = try await search.leastChange(meeting: all, from: met)
    if handles.contains(where: \.isWhole) {
      guard let whole = try await search.wholeYears(meeting: all, near: best) else { return nil }
      best = whole
    }
    return BackcastSolution(
      point: model.point(best.values), ranges: [], exact: nil,
      effort: (2 * search.effort(best)).squareRoot())
  }

  private func conflict(_ search: inout BackcastSearch) async throws -> BackcastConflict {
    if search.pool.isEmpty { try await search.fill() }
    var sets: [[Int]] = []
    for size in 1...conditions.count where sets.isEmpty {
      for set in subsets(of: conditions.count, size: size)
      where try await search.meeting(set) == nil {
        sets.append(set)
      }
    }
    var relaxations: [BackcastConflict.Relaxation] = []
    for (place, set) in sets.enumerated() {
      for condition in set {
        relaxations.append(
          BackcastConflict.Relaxation(
            set: place, condition: condition,
            reachable: try await relaxed(condition, within: set, &search)))
      }
    }
    let all = Array(conditions.indices)
    let closest = search.closest(to: all) ?? model.point(current)
    return BackcastConflict(closest: closest, sets: sets, relaxations: relaxations)
  }

  /// The nearest weaker form of a condition that can hold beside the others of a set.
  private func relaxed(
    _ condition: Int, within set: [Int], _ search: inout BackcastSearch
  ) async throws -> Target.Aim? {
    if conditions[condition].isPeak { return try await laterPeak(condition, within: set) }
    guard let point = try await search.leastMiss(of: condition, within: set),
      let reached = point.results[condition].reached
    else { return nil }
    return conditions[condition].requiring(reached)
  }

  private func laterPeak(
    _ condition: Int, within set: [Int]
  ) async throws -> Target.Aim? {
    let year = conditions[condition].year
    for later in (year + 1)..<max(year + 1, blueprint.scenario.years.upperBound) {
      var changed = conditions
      changed[condition] = conditions[condition].requiring(Double(later))
      let model = BackcastModel(
        model.space, box: box, conditions: changed, start: current, jobs: model.jobs,
        counted: model.counted)
      var search = BackcastSearch(model, start: current, isByYear: isByYear)
      try await search.fill()
      if try await search.meeting(set) != nil {
        return changed[condition]
      }
    }
    return nil
  }
}

/// All sets of so many of the first numbers, in order.
func subsets(of count: Int, size: Int) -> [[Int]] {
  guard size > 0 else { return [[]] }
  guard count >= size else { return [] }
  return subsets(of: count - 1, size: size)
    + subsets(of: count - 1, size: size - 1).map {
      $0 + [count - 1]
    }
}

import CityModel

extension BackcastProblem {
  /// Finds the least change that meets all conditions, or why there is none.
  ///
  /// One handle is scanned over its whole range, whole years for a date and 200 steps else, and every
  /// edge of what meets the conditions is found by Brent's method. Several levels: see
  /// ``BackcastSearch``.
  public func solve() async throws -> Backcast {
    var search = BackcastSearch(model, start: current, isByYear: handles[0].isWhole)
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
    return Backcast(problem: self, start: start, full: full, outcome: outcome)
  }

  private func leastEffort(_ search: inout BackcastSearch) async throws -> BackcastSolution? {
    let all = Array(conditions.indices)
    guard let met = try await search.meeting(all) else { return nil }
    let best = try await search.leastChange(meeting: all, from: met)
    return BackcastSolution(
      point: model.point(best.values), ranges: [], exact: nil,
      effort: best.values.squaredDistance(to: current).squareRoot())
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
    if case .peakBy(let year) = conditions[condition] {
      return try await laterPeak(condition, after: year, within: set)
    }
    guard let point = try await search.leastMiss(of: condition, within: set),
      let reached = point.results[condition].reached
    else { return nil }
    return conditions[condition].with(reached)
  }

  private func laterPeak(
    _ condition: Int, after year: Int, within set: [Int]
  ) async throws -> Target.Aim? {
    for later in (year + 1)..<max(year + 1, blueprint.scenario.years.upperBound) {
      var changed = conditions
      changed[condition] = .peakBy(later)
      let model = BackcastModel(
        model.space, box: box, conditions: changed, start: current, jobs: model.jobs)
      var search = BackcastSearch(model, start: current, isByYear: handles[0].isWhole)
      try await search.fill()
      if try await search.meeting(set) != nil { return .peakBy(later) }
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

extension Target.Aim {
  /// The same aim, at another value.
  fileprivate func with(_ value: Double) -> Target.Aim {
    switch self {
    case .peakBy: .peakBy(Int(value))
    case .carbonIntensity(let year, _, let reference):
      .carbonIntensity(year: year, change: value, against: reference)
    case .energyIntensity(let year, _, let reference):
      .energyIntensity(year: year, change: value, against: reference)
    case .nonFossilShare(let year, _): .nonFossilShare(year: year, share: value)
    case .emissions(let year, _): .emissions(year: year, limit: value)
    case .budget(let years, _): .budget(years: years, limit: value)
    }
  }
}

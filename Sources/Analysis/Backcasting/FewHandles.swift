import CityModel

extension BackcastProblem {
  /// How many sets of handles are held against each other at full.
  static let mostSets = 20_000
  /// How many of the sets that meet the conditions at full are asked for their least change.
  private static let triedSets = 12

  /// Finds the least change of at most so many handles that meets all conditions.
  ///
  /// Sets of that many handles are run at full: all of them up to ``mostSets``, above it those grown handle by
  /// handle by what lowers the worst miss most. Of those that meet the conditions the ones with most to spare
  /// are asked for their least change, and the least of these is the answer: a local optimum.
  ///
  /// - Parameters:
  ///   - effort: What a change is measured by.
  ///   - most: How many handles may be changed; all if nothing is given.
  /// - Returns: The answer, of a problem with the chosen handles only.
  /// - Throws: `CancellationError` when the task is cancelled, ``BackcastError``.
  public func solve(by effort: Effort = .level, atMost most: Int?) async throws -> Backcast {
    guard let most, most < handles.count else { return try await solve(by: effort) }
    let all = Array(conditions.indices)
    if model.point(current).excess(of: all) <= 0 { return try await solve(by: effort) }
    let sets = try await bestSets(of: most)
    let meeting = sets.filter { $0.excess <= 0 }.prefix(Self.triedSets)
    guard let nearest = sets.first else { return try await solve(by: effort) }
    var best: Backcast?
    for set in meeting {
      let answer = try await narrowed(to: set.places).solve(by: effort)
      guard case .reached(let solution) = answer.outcome else { continue }
      if case .reached(let known)? = best?.outcome, known.length <= solution.length { continue }
      best = answer
    }
    if let best { return best }
    return try await narrowed(to: nearest.places).solve(by: effort)
  }

  /// The same question with some of its handles.
  private func narrowed(to places: [Int]) throws(BackcastError) -> BackcastProblem {
    try BackcastProblem(
      blueprint, changing: places.map { handles[$0] }, toMeet: conditions, jobs: model.jobs,
      counted: model.counted)
  }

  /// Sets of handles with their worst miss at full, the least first.
  private func bestSets(of size: Int) async throws -> [(places: [Int], excess: Double)] {
    if count(choosing: size) <= Self.mostSets {
      return try await judged(subsets(of: handles.count, size: size))
    }
    // The sets from which to grow: more than one, since levers help each other.
    var grown: [[Int]] = [[]]
    var last: [(places: [Int], excess: Double)] = []
    for _ in 0..<size {
      let wider = grown.flatMap { set in
        handles.indices.filter { !set.contains($0) }.map { (set + [$0]).sorted() }
      }
      last = try await judged(Array(Set(wider)))
      grown = last.prefix(Self.triedSets).map(\.places)
    }
    return last
  }

  private func judged(_ sets: [[Int]]) async throws -> [(places: [Int], excess: Double)] {
    let conditions = Array(conditions.indices)
    let misses = try await model.points(sets.map(atFull)) { $0.excess(of: conditions) }
    // Of sets that miss alike the first by the order of the file, whatever order they were made in.
    return zip(sets, misses).map { (places: $0, excess: $1) }
      .sorted { ($0.excess, $0.places) < ($1.excess, $1.places) }
  }

  private func atFull(_ set: [Int]) -> [Double] {
    handles.indices.map { place in
      guard set.contains(place) else { return current[place] }
      return handles[place].isWhole ? box[place].lowerBound : box[place].upperBound
    }
  }

  private func count(choosing size: Int) -> Int {
    var count = 1.0
    for place in 0..<size { count *= Double(handles.count - place) / Double(place + 1) }
    return count < 1e9 ? Int(count.rounded()) : Int.max
  }
}

extension BackcastSolution {
  /// The length of the change, for comparing solutions of several and of one handle.
  fileprivate var length: Double { effort }
}

private func < (lhs: (Double, [Int]), rhs: (Double, [Int])) -> Bool {
  lhs.0 == rhs.0 ? lhs.1.lexicographicallyPrecedes(rhs.1) : lhs.0 < rhs.0
}

extension BackcastSearch {
  /// The least change to whole years that was found near a setting of dates.
  ///
  /// From the setting with every date rounded to the side that meets the conditions (all to one side
  /// or each to its own, up to ten of them), single years are given back and exchanged between two
  /// dates while the conditions hold and the change gets less.
  ///
  /// - Parameters:
  ///   - conditions: The places of the conditions.
  ///   - point: Dates, with fractions, that meet them.
  /// - Returns: The setting; nothing where none was found.
  /// - Throws: `CancellationError` when the task is cancelled.
  mutating func wholeYears(
    meeting conditions: [Int], near point: BackcastPoint
  ) async throws -> BackcastPoint? {
    let down = point.values.map { $0.rounded(.down) }
    let up = point.values.map { $0.rounded(.up) }
    let open = Array(down.indices.filter { down[$0] < up[$0] }.prefix(10))
    var variants = (0..<(1 << open.count)).map { mask in
      var variant = down
      for (bit, place) in open.enumerated() where mask >> bit & 1 == 1 {
        variant[place] = up[place]
      }
      return variant
    }
    // What met the conditions with all dates at a bound still does.
    variants += pool.map(\.values).filter { $0.allSatisfy { $0 == $0.rounded() } }
    var best = try await leastEffort(variants, conditions, below: .infinity)
    while let last = best {
      let near = try await leastEffort(neighbours(of: last.values), conditions, below: effort(last))
      guard let near else { break }
      best = near
    }
    return best
  }

  private func leastEffort(
    _ variants: [[Double]], _ conditions: [Int], below limit: Double
  ) async throws -> BackcastPoint? {
    try await model.points(variants)
      .filter { $0.excess(of: conditions) <= 0 && effort($0) < limit - 1e-9 }
      .min { effort($0) < effort($1) }
  }

  /// One date a year nearer to the start, and that with another a year earlier or later.
  private func neighbours(of dates: [Double]) -> [[Double]] {
    var found: [[Double]] = []
    for place in dates.indices where dates[place] != start[place] {
      var nearer = dates
      nearer[place] += dates[place] < start[place] ? 1 : -1
      found.append(nearer)
      for other in dates.indices where other != place {
        for step in [-1.0, 1] {
          var exchanged = nearer
          exchanged[other] += step
          if model.box[other].contains(exchanged[other]) { found.append(exchanged) }
        }
      }
    }
    return found
  }
}

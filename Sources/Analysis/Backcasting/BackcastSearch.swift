import CityModel

/// Searches the levels of several levers for what meets conditions.
///
/// 1. Every bound is tried: all corners of up to 10 levers; above, none, all, each alone and all but
///    each.
/// 2. From the setting with the least worst miss, steps to the nearest point of the linearised
///    conditions, halved while the worst miss does not fall; where that ends, lever by lever in steps
///    of 5 %.
/// 3. The least change: see ``leastChange(meeting:from:)``.
///
/// A single date is changed by whole years, all of which are tried, and nothing between. Several dates
/// are searched like levels and then put to whole years: see ``wholeYears(meeting:near:)``.
///
/// The search is local beyond the bounds it tries: what it calls out of reach was not found there.
struct BackcastSearch {
  let model: BackcastModel
  let start: [Double]
  /// What a unit of each handle's change weighs.
  let weights: [Double]
  private let isByYear: Bool
  private(set) var pool: [BackcastPoint] = []

  init(_ model: BackcastModel, start: [Double], isByYear: Bool, weights: [Double]? = nil) {
    self.model = model
    self.start = start
    self.isByYear = isByYear
    self.weights = weights ?? start.map { _ in 1 }
  }

  /// Tries the scenario itself and every bound.
  mutating func fill() async throws {
    let box = model.box
    let low = box.map(\.lowerBound)
    let high = box.map(\.upperBound)
    var corners: [[Double]]
    if isByYear {
      corners = stride(from: low[0], through: high[0], by: 1).map { [$0] }
    } else if box.count <= 10 {
      corners = (0..<(1 << box.count)).map { mask in
        box.indices.map { mask >> $0 & 1 == 1 ? high[$0] : low[$0] }
      }
    } else {
      corners = [low, high]
      for place in box.indices {
        var alone = low
        var without = high
        alone[place] = high[place]
        without[place] = low[place]
        corners += [alone, without]
      }
    }
    try await add([start] + corners)
  }

  /// The known setting with the least worst miss of some conditions.
  func closest(to conditions: [Int], slack: Double = 0, of relaxed: Int? = nil) -> BackcastPoint? {
    pool.filter { $0.fault == nil }.min {
      excess($0, conditions, slack, relaxed) < excess($1, conditions, slack, relaxed)
    }
  }

  private func excess(
    _ point: BackcastPoint, _ conditions: [Int], _ slack: Double, _ relaxed: Int?
  ) -> Double {
    conditions.map { point.excess(of: $0) - ($0 == relaxed ? slack : 0) }.max() ?? -.infinity
  }

  @discardableResult
  private mutating func add(_ variants: [[Double]]) async throws -> [BackcastPoint] {
    let found = try await model.points(variants)
    pool += found.filter { $0.fault == nil }
    return found
  }

  /// A setting that meets conditions, one of them relaxed by some share of its scale.
  ///
  /// - Returns: The setting; nothing where none was found.
  mutating func meeting(
    _ conditions: [Int], slack: Double = 0, of relaxed: Int? = nil
  ) async throws -> BackcastPoint? {
    for _ in 0..<6 {
      guard var best = closest(to: conditions, slack: slack, of: relaxed) else { return nil }
      let before = excess(best, conditions, slack, relaxed)
      if before <= 0 { return best }
      if isByYear { return nil }
      try await descend(from: best, conditions, slack, relaxed)
      best = closest(to: conditions, slack: slack, of: relaxed) ?? best
      if excess(best, conditions, slack, relaxed) <= 0 { return best }
      try await leverByLever(from: best)
      best = closest(to: conditions, slack: slack, of: relaxed) ?? best
      let after = excess(best, conditions, slack, relaxed)
      if after <= 0 { return best }
      if after > before - 1e-7 { return nil }
    }
    return nil
  }

  /// Steps to the nearest point of the linearised conditions while the worst miss falls.
  private mutating func descend(
    from first: BackcastPoint, _ conditions: [Int], _ slack: Double, _ relaxed: Int?
  ) async throws {
    var point = first
    for _ in 0..<20 {
      let spaces = try await model.halfSpaces(
        at: point, conditions, slack: slack, of: relaxed)
      let (target, _) = nearestPoint(to: point.values, in: model.box, meeting: spaces)
      let trials = try await add(model.steps(from: point.values, to: target))
      let miss = excess(point, conditions, slack, relaxed)
      guard
        let best = trials.min(by: {
          excess($0, conditions, slack, relaxed) < excess($1, conditions, slack, relaxed)
        }), excess(best, conditions, slack, relaxed) < miss - 1e-12
      else { return }
      point = best
      if excess(point, conditions, slack, relaxed) <= 0 { return }
    }
  }

  private mutating func leverByLever(from point: BackcastPoint) async throws {
    let variants = model.box.indices.flatMap { place in
      (0...20).map { step in
        var variant = point.values
        let range = model.box[place]
        variant[place] =
          range.lowerBound + Double(step) / 20 * (range.upperBound - range.lowerBound)
        return variant
      }
    }
    try await add(variants)
  }

  /// The setting found that misses a condition least while the others of a set hold.
  mutating func leastMiss(of condition: Int, within set: [Int]) async throws -> BackcastPoint? {
    let others = set.filter { $0 != condition }
    func best() -> BackcastPoint? {
      pool.filter { $0.excess(of: others) <= 0 }
        .min { $0.excess(of: condition) < $1.excess(of: condition) }
    }
    guard let first = best() else { return nil }
    var low = 0.0
    var high = first.excess(of: condition)
    let enough = 1e-4 * high
    // Mostly a bound is the best there is: ask first whether anything is better.
    var next = high - enough
    while !isByYear, high - low > enough {
      if try await meeting(set, slack: next, of: condition) == nil { low = next }
      high = min(high, best()?.excess(of: condition) ?? high)
      next = (low + high) / 2
    }
    return best()
  }
}

extension BackcastModel {
  /// The conditions as half-spaces that touch them at a point, by differences.
  ///
  /// - Parameters:
  ///   - point: Where; it must have results.
  ///   - conditions: Which.
  ///   - slack: By how much one of them is relaxed, as a share of its scale.
  ///   - relaxed: The one.
  /// - Returns: A half-space for each part of each condition.
  /// - Throws: `CancellationError` when the task is cancelled.
  func halfSpaces(
    at point: BackcastPoint, _ conditions: [Int], slack: Double = 0, of relaxed: Int? = nil
  ) async throws -> [HalfSpace] {
    let steps = box.indices.map { place in
      let step = 1e-5 * (box[place].upperBound - box[place].lowerBound)
      return point.values[place] + step <= box[place].upperBound ? step : -step
    }
    let beside = try await points(
      box.indices.map { place in
        var variant = point.values
        variant[place] += steps[place]
        return variant
      })
    return conditions.flatMap { condition in
      point.parts[condition].indices.map { part in
        let value = point.parts[condition][part]
        let normal = box.indices.map { place in
          beside[place].fault == nil
            ? (beside[place].parts[condition][part] - value) / steps[place] : 0
        }
        let allowed = condition == relaxed ? slack : 0
        return HalfSpace(
          normal: normal, bound: dot(normal, point.values) - value + allowed - HandleScan.inside)
      }
    }
  }

  /// A whole step, and halves of it down to 1/128.
  func steps(from first: [Double], to last: [Double]) -> [[Double]] {
    (0..<8).map { power in
      zip(first, last).map { $0 + ($1 - $0) / Double(1 << power) }
    }
  }
}

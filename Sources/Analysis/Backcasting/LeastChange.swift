import CityModel

extension BackcastSearch {
  /// The least change of the start that meets conditions.
  ///
  /// ```text
  /// min Σ (kⱼ (xⱼ − x₀ⱼ))²   subject to the conditions,   x within its box
  /// ```
  ///
  /// Sequential projection: from the proportional pull towards a setting that meets the conditions,
  /// and again from the scenario itself, the conditions are linearised and the start projected on
  /// them; of the step and its halves the one with the least effort plus penalty is taken. The effort
  /// has the identity as its curvature, so this is sequential quadratic programming with the exact
  /// Hessian wherever the conditions are near linear. Of all settings that meet the conditions the
  /// least change is the answer: a local optimum.
  ///
  /// - Parameters:
  ///   - conditions: The places of the conditions.
  ///   - met: A setting that meets them.
  /// - Returns: The setting; it meets the conditions.
  /// - Throws: `CancellationError` when the task is cancelled.
  func leastChange(
    meeting conditions: [Int], from met: BackcastPoint
  ) async throws -> BackcastPoint {
    let proportional = try await leastPull(towards: met, conditions)
    var best = [met, proportional].min { effort($0) < effort($1) } ?? met
    for first in [proportional, met, model.point(start)] {
      let last = try await project(first, conditions)
      for point in [last, try await leastPull(towards: met, conditions, from: last)]
      where point.excess(of: conditions) <= 0 && effort(point) < effort(best) {
        best = point
      }
    }
    return best
  }

  /// Half the square of the length of a change, each handle times its weight.
  func effort(_ point: BackcastPoint) -> Double {
    0.5 * scaled(point.values).squaredDistance(to: scaled(start))
  }

  private func scaled(_ values: [Double]) -> [Double] { zip(values, weights).map { $0 * $1 } }

  /// The point of the box nearest to the start, measured by the weights, that lies in half-spaces.
  private func nearest(_ spaces: [HalfSpace]) -> (point: [Double], multipliers: [Double]) {
    let box = zip(model.box, weights).map { $0.lowerBound * $1...$0.upperBound * $1 }
    let inWeights = spaces.map {
      HalfSpace(normal: zip($0.normal, weights).map { $0 / $1 }, bound: $0.bound)
    }
    let (point, multipliers) = nearestPoint(to: scaled(start), in: box, meeting: inWeights)
    return (zip(point, weights).map { $0 / $1 }.clipped(to: model.box), multipliers)
  }

  /// The first setting on the way from one to another that meets conditions, which the other does.
  private func leastPull(
    towards met: BackcastPoint, _ conditions: [Int], from origin: BackcastPoint? = nil
  ) async throws -> BackcastPoint {
    let first = origin?.values ?? start
    if let origin, origin.excess(of: conditions) <= 0 { return origin }
    func between(_ share: Double) -> [Double] {
      share == 1 ? met.values : zip(first, met.values).map { $0 + share * ($1 - $0) }
    }
    var low = 0.0
    var high = 1.0
    var best = met
    // Eight points are one batch of the kernel: each round narrows the way to a ninth.
    for _ in 0..<14 {
      let shares = (1...8).map { low + Double($0) / 9 * (high - low) }
      let points = try await model.points(shares.map(between))
      if let place = points.firstIndex(where: { $0.excess(of: conditions) <= 0 }) {
        best = points[place]
        low = place > 0 ? shares[place - 1] : low
        high = shares[place]
      } else {
        low = shares[7]
      }
    }
    return best
  }

  private func project(
    _ first: BackcastPoint, _ conditions: [Int]
  ) async throws -> BackcastPoint {
    var point = first
    var penalty = 1.0
    for _ in 0..<60 {
      let spaces = try await model.halfSpaces(at: point, conditions)
      let (target, multipliers) = nearest(spaces)
      guard target.squaredDistance(to: point.values) > 1e-20 else { break }
      penalty = max(penalty, 2 * min(multipliers.reduce(0, +), 1e6))
      let weight = penalty
      func merit(_ point: BackcastPoint) -> Double {
        effort(point) + weight * max(0, point.excess(of: conditions) + HandleScan.inside)
      }
      let trials = try await model.points(model.steps(from: point.values, to: target))
      guard let best = trials.min(by: { merit($0) < merit($1) }),
        merit(best) < merit(point) - 1e-14
      else { break }
      point = best
    }
    return point
  }
}

/// A place of the unit cube at which a search knows what it seeks.
struct Trial: Sendable {
  /// The coordinates, 0 … 1.
  let place: [Double]
  /// What is to be least; infinite where there is nothing.
  let value: Double
  /// What has to be at most 0.
  let parts: [Double]

  /// The worst of the parts; at most 0 where all hold.
  var excess: Double { value == .infinity ? .infinity : parts.max() ?? -.infinity }

  /// Whether this is better to end with: allowed first, then the least value.
  func isBetter(than other: Trial) -> Bool {
    switch (excess <= 0, other.excess <= 0) {
    case (true, true): value < other.value
    case (true, false): true
    case (false, true): false
    case (false, false): excess < other.excess
    }
  }
}

/// Finds a place of the unit cube with a least value among those whose parts are all at most 0.
///
/// ```text
/// y(τ) = argmin  ∇f · (y − x) + |y − x|² / 2τ   subject to   c(x) + ∇c · (y − x) ≤ 0,  0 ≤ y ≤ 1
/// ```
///
/// Sequential linear programming with a proximal term: value and parts are linearised at x by
/// differences, y is found for four lengths of step τ, and of these points and points on the way to
/// them, all evaluated at once, the one with the least `f + ν max(0, c)` is the next x. Long steps
/// solve the linear program, whose corners least costs mostly lie in; short ones follow the gradient
/// along the border where the problem is curved. τ grows and shrinks with what was taken, and ν is
/// at least twice the sum of the multipliers, enough for the penalty to be exact.
///
/// GSL has no constrained optimiser. NLopt's SLSQP finds the same values (see the tests), but evaluates
/// one place after the other, and has no static library in Debian to link a single file from.
///
/// The end is a local minimum at best. All evaluations are in a fixed order: the same start leads to
/// the same end.
///
/// Sources: R. T. Rockafellar, *Monotone operators and the proximal point algorithm*, SIAM J. Control
/// Optim. 14 (1976) 877–898; J. Nocedal, S. J. Wright, *Numerical Optimization*, 2nd ed., 2006,
/// ch. 17 and 18 (exact penalties).
struct ConstrainedDescent: Sendable {
  /// Evaluates places, in their order.
  let evaluate: @Sendable ([[Double]]) async throws -> [Trial]

  /// The step of differences: large against rounding, small against any curve.
  private static let difference = 1e-5
  /// How far within a border the next place is sought, so that rounding does not put it outside.
  private static let inside = HandleScan.inside

  /// Descends.
  ///
  /// - Parameters:
  ///   - first: Where to start.
  ///   - steps: The number of steps at most.
  /// - Returns: The best place that was met on the way.
  /// - Throws: What `evaluate` throws.
  func minimum(from first: Trial, steps: Int = 100) async throws -> Trial {
    var trial = first
    var best = first
    var reach = 1.0
    var penalty = 1.0
    var failures = 0
    for _ in 0..<steps where trial.value.isFinite {
      let model = try await linearised(at: trial)
      let ways = model.ways(reach: reach)
      penalty = max(penalty, min(model.pressure, 10 * penalty))
      func merit(_ trial: Trial) -> Double {
        trial.value + penalty * max(0, trial.excess + Self.inside)
      }
      let found = try await evaluate(ways.map(\.place))
      best = found.reduce(best) { $1.isBetter(than: $0) ? $1 : $0 }
      guard let next = found.indices.min(by: { merit(found[$0]) < merit(found[$1]) }) else { break }
      if merit(found[next]) < merit(trial) - 1e-9 {
        trial = found[next]
        failures = 0
        reach = min(4, max(1e-6, ways[next].reach))
      } else {
        reach = max(1e-6, reach / 256)
        failures = failures + 1
        if failures > 2 { break }
        if trial.excess > 0 { penalty *= 10 }
      }
    }
    return best
  }

  private func linearised(at trial: Trial) async throws -> LinearModel {
    let steps = trial.place.map { $0 + Self.difference <= 1 ? Self.difference : -Self.difference }
    let beside = try await evaluate(
      trial.place.indices.map { axis in
        var place = trial.place
        place[axis] += steps[axis]
        return place
      })
    func slope(_ axis: Int, _ change: Double) -> Double {
      change.isFinite ? change / steps[axis] : 0
    }
    let gradient = beside.indices.map { slope($0, beside[$0].value - trial.value) }
    let spaces = trial.parts.indices.map { part in
      let normal = beside.indices.map { axis in
        beside[axis].parts.indices.contains(part)
          ? slope(axis, beside[axis].parts[part] - trial.parts[part]) : 0
      }
      return HalfSpace(
        normal: normal, bound: dot(normal, trial.place) - trial.parts[part] - Self.inside)
    }
    return LinearModel(place: trial.place, gradient: gradient, spaces: spaces)
  }
}

/// A problem as it looks from one place.
private struct LinearModel {
  let place: [Double]
  let gradient: [Double]
  let spaces: [HalfSpace]

  init(place: [Double], gradient: [Double], spaces: [HalfSpace]) {
    self.place = place
    self.gradient = gradient
    // A half-space that holds the whole cube is no border.
    self.spaces = spaces.filter { space in
      space.normal.reduce(0) { $0 + max(0, $1) } > space.bound
    }
  }

  /// How hard the borders press on long steps: what a unit of excess has to cost at least.
  var pressure: Double {
    let multipliers = target(reach: 4).multipliers.reduce(0, +)
    return multipliers < 1e5 ? 2 * multipliers / length(reach: 4) : 0
  }

  /// Where steps of several lengths lead, and places on the way there.
  func ways(reach: Double) -> [(place: [Double], reach: Double)] {
    [8, 1, 1 / 8.0, 1 / 64.0].flatMap { factor in
      let target = target(reach: reach * factor).point
      return [1, 1 / 2.0, 1 / 4.0, 1 / 16.0].map { share in
        let point = zip(place, target).map { share == 1 ? $1 : $0 + share * ($1 - $0) }
        return (point, reach * factor)
      }
    }
  }

  /// The nearest allowed place to the end of a step that moves the steepest coordinate so far.
  private func target(reach: Double) -> (point: [Double], multipliers: [Double]) {
    nearestPoint(
      to: place.adding(gradient, times: -length(reach: reach)), in: place.map { _ in 0...1 },
      meeting: spaces)
  }

  private func length(reach: Double) -> Double {
    reach / max(gradient.map(abs).max() ?? 0, 1e-12)
  }
}

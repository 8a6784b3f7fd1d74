/// A half-space: all x with `normal · x ≤ bound`.
struct HalfSpace: Sendable {
  let normal: [Double]
  let bound: Double

  /// How far a point is outside; negative inside.
  func excess(at point: [Double]) -> Double { dot(normal, point) - bound }
}

/// The point of a box nearest to an origin that lies in every half-space.
///
/// ```text
/// min ½ ‖x − origin‖²   subject to   aᵢ · x ≤ bᵢ,   lower ≤ x ≤ upper
/// x = clip(origin − Σ λᵢ aᵢ),   0 ≤ λᵢ ≤ ceiling
/// ```
///
/// Ascent on the dual, one multiplier after the other; each step is exact, because along one
/// multiplier `aᵢ · x` is piecewise linear and falls. The ceiling makes the answer the least violation
/// where nothing lies in all half-spaces.
///
/// - Parameters:
///   - origin: Where to be near to.
///   - box: The range of each coordinate.
///   - spaces: The half-spaces.
///   - ceiling: The largest multiplier.
/// - Returns: The point, and the multiplier of each half-space.
///
/// Source: C. Hildreth, *A quadratic programming procedure*, Naval Research Logistics Quarterly 4
/// (1957) 79–85.
func nearestPoint(
  to origin: [Double], in box: [ClosedRange<Double>], meeting spaces: [HalfSpace],
  ceiling: Double = 1e6
) -> (point: [Double], multipliers: [Double]) {
  var multipliers = [Double](repeating: 0, count: spaces.count)
  var free = origin
  for _ in 0..<5000 {
    var change = 0.0
    for (place, space) in spaces.enumerated() {
      let start = free.adding(space.normal, times: multipliers[place])
      let found = min(ceiling, multiplier(of: space, from: start, in: box))
      change = max(change, abs(found - multipliers[place]) * dot(space.normal, space.normal))
      multipliers[place] = found
      free = start.adding(space.normal, times: -found)
    }
    if change < 1e-13 { break }
  }
  return (free.clipped(to: box), multipliers)
}

/// The least λ ≥ 0 at which `clip(start − λ a)` lies in a half-space; infinite if there is none.
private func multiplier(
  of space: HalfSpace, from start: [Double], in box: [ClosedRange<Double>]
) -> Double {
  func excess(_ multiplier: Double) -> Double {
    space.excess(at: start.adding(space.normal, times: -multiplier).clipped(to: box))
  }
  var last = 0.0
  var lastExcess = excess(0)
  guard lastExcess > 0 else { return 0 }
  let bends = start.indices.filter { space.normal[$0] != 0 }.flatMap { place in
    [box[place].lowerBound, box[place].upperBound].map { (start[place] - $0) / space.normal[place] }
  }
  for bend in bends.filter({ $0 > 0 }).sorted() {
    let next = excess(bend)
    if next <= 0 { return last + (bend - last) * lastExcess / (lastExcess - next) }
    last = bend
    lastExcess = next
  }
  return .infinity
}

func dot(_ first: [Double], _ second: [Double]) -> Double {
  zip(first, second).reduce(0) { $0 + $1.0 * $1.1 }
}

extension [Double] {
  /// The sum, the other vector times a factor.
  func adding(_ other: [Double], times factor: Double) -> [Double] {
    zip(self, other).map { $0 + factor * $1 }
  }

  /// The nearest point of a box.
  func clipped(to box: [ClosedRange<Double>]) -> [Double] {
    zip(self, box).map { Swift.min(Swift.max($0, $1.lowerBound), $1.upperBound) }
  }

  /// The square of the distance to another point.
  func squaredDistance(to other: [Double]) -> Double {
    zip(self, other).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
  }
}

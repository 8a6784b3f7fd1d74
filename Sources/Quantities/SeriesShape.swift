import Glibc

/// How a value moves from one point in time to the next.
public enum SeriesShape: String, CaseIterable, Sendable {
  /// In a straight line.
  case linear
  /// On a smooth curve that never overshoots (Steffen 1990).
  case monotone
  /// At once.
  case step
  /// Slowly, then fast, then slowly: a logistic curve.
  case sCurve = "s-curve"
}

/// How much of a change has happened by a year: 0 before it starts, 1 once it is complete.
///
/// ```text
/// linear    w = x                                   x = (year − from) / (by − from)
/// s-curve   w = (L(x) − 0.05) / 0.9                 L(x) = 1 / (1 + exp(−2·ln 19·(x − ½)))
/// step      w = 1 from `from` on
/// ```
///
/// The logistic L passes 5 % at `from` and 95 % at `by`; rescaled it is exactly 0 and 1 there.
/// A monotone curve through two points is the straight line.
///
/// - Parameters:
///   - shape: The path between the two years.
///   - from: The last year (or point within one) without the change, or for a step the first year with it.
///   - by: The first year with all of the change. Not after `from` makes a step at `from`.
///   - year: The year asked for.
/// - Returns: A weight from 0 to 1 that never falls with the year.
public func rampWeight(_ shape: SeriesShape, from: Double, by: Double, year: Int) -> Double {
  let year = Double(year)
  guard shape != .step, by > from else { return year >= from ? 1 : 0 }
  if year <= from { return 0 }
  if year >= by { return 1 }
  let progress = (year - from) / (by - from)
  return shape == .sCurve ? logisticWeight(progress) : progress
}

/// The s-curve as written in ``rampWeight(_:from:by:year:)``, as a hyperbolic tangent so that
/// w(x) + w(1 − x) = 1 holds to the last bit but one.
private func logisticWeight(_ progress: Double) -> Double {
  0.5 + tanh(log(19) * (progress - 0.5)) / 1.8
}

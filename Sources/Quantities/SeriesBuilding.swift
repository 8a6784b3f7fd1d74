import Solvers

/// A value that is known for one year.
public struct SeriesPoint: Hashable, Sendable {
  /// The year.
  public let year: Int
  /// The value in that year.
  package let value: Double

  /// Makes a point from a year and its value.
  public init(year: Int, value: Double) { (self.year, self.value) = (year, value) }
}

/// What a series is before its first point.
public enum BeforePolicy: String, CaseIterable, Sendable {
  /// Unknown: building it is an error.
  case refuse
  /// The first point's value.
  case hold
  /// Zero, because someone said so.
  case zero = "0"
}

extension YearSeries {
  /// Makes a series through points.
  ///
  /// The series holds each point's value exactly, moves between neighbours by `shape`, and keeps the
  /// last point's value after it. A step holds a value until the next point's year.
  ///
  /// - Parameters:
  ///   - points: Known years, earliest first, at least one.
  ///   - shape: The path between neighbouring points.
  ///   - years: The years wanted.
  ///   - before: What the series is before its first point.
  /// - Returns: A value for each of `years`.
  /// - Throws: ``SeriesError`` if the points are empty, unordered, not finite, or start after the
  ///   first of `years` while `before` is ``BeforePolicy/refuse``.
  ///
  /// Source for monotone: M. Steffen, Astronomy and Astrophysics 239 (1990) 443–450.
  public static func through(
    _ points: [SeriesPoint], shape: SeriesShape = .linear, over years: ClosedRange<Int>,
    before: BeforePolicy = .refuse
  ) throws(SeriesError) -> YearSeries {
    let path = try PointPath(points, shape: shape)
    var values: [Double] = []
    for year in years {
      if year < path.first.year {
        values.append(
          try before.value(first: path.first, neededFrom: years.lowerBound))
      } else {
        values.append(try path.value(in: year))
      }
    }
    return YearSeries(firstYear: years.lowerBound, values: values)
  }

  /// Makes a series that grows by a yearly rate.
  ///
  /// ```text
  /// v(t) = v(t−1) · (1 + g(t))
  /// ```
  ///
  /// - Parameters:
  ///   - base: The value of a year, not after the first of `years`.
  ///   - rates: Points of the growth rate g per year, the first not after the year after `base`.
  ///   - shape: The path of g between its points.
  ///   - years: The years wanted.
  /// - Returns: A value for each of `years`.
  /// - Throws: ``SeriesError`` for the points of g as in ``through(_:shape:over:before:)``, for a
  ///   rate below −100 %, for a base after the first of `years`, and for growth beyond all numbers.
  public static func growing(
    from base: SeriesPoint, rates: [SeriesPoint], shape: SeriesShape = .linear,
    over years: ClosedRange<Int>
  ) throws(SeriesError) -> YearSeries {
    guard base.year <= years.lowerBound else {
      throw .startsLate(needed: years.lowerBound, firstPoint: base.year)
    }
    guard base.value.isFinite else { throw .notFinite(year: base.year) }
    guard base.year < years.upperBound else {
      return YearSeries(constant: base.value, over: years)
    }
    let growth = try through(rates, shape: shape, over: base.year + 1...years.upperBound)
    var values = [base.value]
    for (year, rate) in zip(growth.years, growth.values) {
      guard rate >= -1 else { throw .shrinksBelowZero(year: year, rate: rate) }
      let value = values[values.count - 1] * (1 + rate)
      guard value.isFinite else { throw .notFinite(year: year) }
      values.append(value)
    }
    return YearSeries(
      firstYear: years.lowerBound, values: Array(values.suffix(years.count)))
  }

  /// Makes a series that moves once from one value to another.
  ///
  /// ```text
  /// v(t) = from + (to − from) · w(t)
  /// ```
  ///
  /// with the weight w of ``rampWeight(_:from:by:year:)``.
  ///
  /// - Parameters:
  ///   - from: The value up to `start`.
  ///   - to: The value from `by` on.
  ///   - start: The last year of the old value; for a step the first of the new.
  ///   - by: The first year of the new value, not before `start`.
  ///   - shape: The path between.
  ///   - years: The years wanted.
  /// - Returns: A value for each of `years`.
  /// - Throws: ``SeriesError/rampEndsBeforeStart(start:by:)``,
  ///   ``SeriesError/notFinite(year:)``.
  public static func ramp(
    from: Double, to: Double, start: Int, by: Int, shape: SeriesShape = .linear,
    over years: ClosedRange<Int>
  ) throws(SeriesError) -> YearSeries {
    guard by >= start else { throw .rampEndsBeforeStart(start: start, by: by) }
    guard from.isFinite else { throw .notFinite(year: start) }
    guard to.isFinite else { throw .notFinite(year: by) }
    return YearSeries(
      firstYear: years.lowerBound,
      values: years.map { year in
        blend(from, to, weight: rampWeight(shape, from: Double(start), by: Double(by), year: year))
      })
  }
}

/// The path between known points.
private struct PointPath {
  let first: SeriesPoint
  private let points: [SeriesPoint]
  private let shape: SeriesShape
  private let curve: Interpolation?

  init(_ points: [SeriesPoint], shape: SeriesShape) throws(SeriesError) {
    guard let first = points.first else { throw .noPoints }
    for point in points where !point.value.isFinite { throw .notFinite(year: point.year) }
    for (point, next) in zip(points, points.dropFirst()) where next.year <= point.year {
      throw .yearsNotIncreasing(previous: point.year, year: next.year)
    }
    self.first = first
    self.points = points
    self.shape = shape
    let method: Interpolation.Method? =
      switch shape {
      case .linear: .linear
      case .monotone: .steffen
      case .step, .sCurve: nil
      }
    guard let method, points.count > 1 else {
      curve = nil
      return
    }
    let years = points.map { Double($0.year) }
    let values = points.map(\.value)
    do {
      curve = try Interpolation(x: years, y: values, method: method)
    } catch {
      throw .solver(error)
    }
  }

  /// The value in a year that is not before the first point.
  func value(in year: Int) throws(SeriesError) -> Double {
    let earlier = points.last { $0.year <= year } ?? first
    guard earlier.year < year, let later = points.first(where: { $0.year > year }) else {
      return earlier.value
    }
    if let curve {
      do {
        return try curve.value(at: Double(year))
      } catch {
        throw .solver(error)
      }
    }
    guard shape != .step else { return earlier.value }
    let weight = rampWeight(
      shape, from: Double(earlier.year), by: Double(later.year), year: year)
    return blend(earlier.value, later.value, weight: weight)
  }
}

extension BeforePolicy {
  /// The value in a year before the first point.
  func value(first: SeriesPoint, neededFrom needed: Int) throws(SeriesError) -> Double {
    switch self {
    case .refuse: throw .startsLate(needed: needed, firstPoint: first.year)
    case .hold: first.value
    case .zero: 0
    }
  }
}

/// The mean of two values, exactly the first at weight 0 and the second at weight 1.
private func blend(_ first: Double, _ second: Double, weight: Double) -> Double {
  weight == 1 ? second : first + (second - first) * weight
}

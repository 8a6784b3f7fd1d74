/// When a series of yearly emissions peaks, and how sharply.
///
/// A pure function of the numbers: multiplying all of them by a positive number multiplies the
/// values here by it and changes nothing else. Values closer than one part in 10⁹ of the maximum
/// count as equal.
public struct Peak: Sendable, Hashable {
  /// What can be said about the peak, decided by the rules at
  /// ``init(years:values:history:plateauTolerance:plateauMinimumYears:)``.
  public let status: PeakStatus
  /// The first year of the maximum.
  public let year: Int
  /// The maximum's place within its year, as a fraction of years; `2030.0` is the middle of 2030.
  ///
  /// The vertex of the parabola whose totals over three years are those of ``year`` and its
  /// neighbours; always within half a year of ``year``:
  /// ```
  /// estimate = year + ½ (rise − fall) / (rise + fall)
  /// rise = E(year) − E(year − 1),   fall = E(year) − E(year + 1)
  /// ```
  /// Exact where emissions are quadratic in time, and continuous in the emissions where the maximum
  /// passes from one year to the next. (A monotone spline through yearly values has its maximum at
  /// one of them and so cannot tell more than ``year``.) The middle of the years where several in a
  /// row share the maximum; ``year`` itself where those touch an end of the series.
  public let estimate: Double
  /// The value in ``year``.
  public let value: Double
  /// The first year of the contiguous years around ``year`` that are within the tolerance.
  public let plateauFrom: Int
  /// The last year of the contiguous years around ``year`` that are within the tolerance.
  public let plateauTo: Int
  /// The value in the first year.
  public let baseValue: Double
  /// The value in the last year.
  public let endValue: Double
  /// The highest of the other years, the first if several are equal; none in a series of one year.
  public let runnerUp: YearValue?
  /// The local maxima before the peak.
  ///
  /// An end of the series is one where the series rises to it; of equal years in a row, the first is
  /// named.
  public let earlierMaxima: [YearValue]
  /// The local maxima after the peak, by the same rule.
  public let laterMaxima: [YearValue]

  /// Judges a series.
  ///
  /// The status is the first of these that holds; `t` is the tolerance:
  /// 1. `no-emissions`: no value is above zero.
  /// 2. `peaked-before-base-year`: the first year is the maximum, and the history before it has a
  ///    value more than `t` above it.
  /// 3. `not-peaked`: the first year of the maximum is the last year.
  /// 4. `rebound`: two local maxima lie within `t` of the maximum, and between them the series dips
  ///    more than `t` below the lower of the two.
  /// 5. `plateau`: at least `plateauMinimumYears` contiguous years are within `t` of the maximum.
  ///    It may reach the last year.
  /// 6. `not-peaked`: the last year equals the maximum.
  /// 7. If the first year is the maximum: `peaked-before-base-year` where the history has a value not
  ///    below it; `peaks` in the first year where the history is all lower and includes the year
  ///    before; else `peaked-by-base-year`.
  /// 8. `peaks`.
  ///
  /// - Parameters:
  ///   - years: Contiguous calendar years, at least one.
  ///   - values: The emissions of each year, in any one unit. May be negative.
  ///   - history: Observed emissions of the same account, in any order; only years before the first
  ///     of `years` count.
  ///   - plateauTolerance: The share of the maximum by which a year may be lower and still belong to
  ///     the plateau; from 0 to below 1.
  ///   - plateauMinimumYears: The length from which a plateau is called one.
  /// - Throws: ``PeakError``, with the year or the numbers at fault.
  package init(
    years: [Int], values: [Double], history: [YearValue] = [], plateauTolerance: Double = 0.01,
    plateauMinimumYears: Int = 5
  ) throws(PeakError) {
    try Self.check(years, values, history, plateauTolerance)
    guard let shape = SeriesShape(values, tolerance: plateauTolerance), let base = years.first
    else {
      throw .noYears
    }
    func named(_ index: Int) -> YearValue { YearValue(year: years[index], value: values[index]) }
    let peak = shape.top.lowerBound
    let others = values.indices.filter { $0 != peak }
    self.status = Self.status(
      of: shape, years: years, observed: history.filter { $0.year < base },
      plateauMinimumYears: plateauMinimumYears)
    self.year = years[peak]
    self.estimate = Double(years[peak]) + shape.maximumOffset
    self.value = values[peak]
    self.plateauFrom = years[shape.plateau.lowerBound]
    self.plateauTo = years[shape.plateau.upperBound]
    self.baseValue = values[0]
    self.endValue = values[values.count - 1]
    self.runnerUp = others.max { (values[$0], $1) < (values[$1], $0) }.map(named)
    self.earlierMaxima = shape.summits.filter { $0.upperBound < peak }.map { named($0.lowerBound) }
    self.laterMaxima = shape.summits.filter { $0.lowerBound > peak }.map { named($0.lowerBound) }
  }

  private static func check(
    _ years: [Int], _ values: [Double], _ history: [YearValue], _ tolerance: Double
  ) throws(PeakError) {
    guard years.count == values.count else {
      throw .unequalCounts(years: years.count, values: values.count)
    }
    for (year, next) in zip(years, years.dropFirst()) where !follows(next, year) {
      throw .gap(after: year, next: next)
    }
    for (year, value) in zip(years, values) where !value.isFinite { throw .notFinite(year: year) }
    for observed in history where !observed.value.isFinite {
      throw .notFinite(year: observed.year)
    }
    guard tolerance >= 0, tolerance < 1 else { throw .toleranceOutOfRange(tolerance) }
  }

  private static func status(
    of shape: SeriesShape, years: [Int], observed: [YearValue], plateauMinimumYears: Int
  ) -> PeakStatus {
    let maximum = shape.maximum
    let peak = shape.top.lowerBound
    let last = years.count - 1
    let highest = observed.map(\.value).max()
    guard maximum > 0 else { return .noEmissions }
    if peak == 0, let highest, highest > maximum + shape.slack(at: maximum) {
      return .peakedBeforeBaseYear
    }
    if peak == last { return .notPeaked(by: years[last]) }
    if let (first, second) = shape.rebound {
      return .rebound(first: years[first], second: years[second])
    }
    if shape.plateau.count >= plateauMinimumYears {
      return .plateau(from: years[shape.plateau.lowerBound], to: years[shape.plateau.upperBound])
    }
    if shape.isMaximum(shape.values[last]) { return .notPeaked(by: years[last]) }
    if peak == 0 {
      if let highest, shape.isMaximum(highest) { return .peakedBeforeBaseYear }
      guard observed.contains(where: { follows(years[0], $0.year) }) else {
        return .peakedByBaseYear
      }
    }
    return .peaks(year: years[peak])
  }
}

extension SeriesShape {
  /// How far the maximum lies from its first place, in steps; see ``Peak/estimate``.
  fileprivate var maximumOffset: Double {
    let first = top.lowerBound
    let last = top.upperBound
    guard first > 0, last < values.count - 1 else { return 0 }
    guard first == last else { return Double(last - first) / 2 }
    let rise = values[first] - values[first - 1]
    let fall = values[first] - values[first + 1]
    return 0.5 * (rise - fall) / (rise + fall)
  }
}

/// Whether `next` is the year after `year`, without overflow at the last number there is.
private func follows(_ next: Int, _ year: Int) -> Bool {
  year < next && year + 1 == next
}

/// Whether an observed series of emissions has peaked, by every rule and with its numbers.
///
/// Years without an observation are gaps: nothing is filled in. Slopes and spans count real years,
/// the plateau joins observations that follow each other. Values closer than one part in 10⁹ of the
/// maximum count as equal; where several years are at the maximum, years and trend since it count from
/// the last of them. Zeros beside values above zero are mostly empty cells of a spreadsheet: they are
/// left out.
public struct Judgement: Sendable, Hashable {
  /// The years from the maximum from which on it may be called past, and the length of a plateau.
  package static let minimumYears = 5
  /// The share by which the last observation must be lower for ``JudgementRule/tenPercentFiveYears``.
  package static let minimumDrop = 0.1
  /// The observations that a plateau needs: two far apart show nothing of the years between.
  static let fewestOfPlateau = 3
  /// What a share may fall short of ``minimumDrop`` by the rounding of its division: 43.2 is 10 %
  /// below 48.
  static let rounding = 1e-9
  /// The fewest observations that can be told from chance: four in a falling row have p = 1/12.
  public static let fewestObservations = 5

  /// The fewest observations of which a verdict is told in words, and that `judgement.csv` of a run has.
  public static let fewestTold = 4

  /// What was observed, by year, without ``zeros``.
  public let observations: [YearValue]
  /// Zeros beside values above zero, which are not judged.
  public let zeros: [YearValue]
  /// The first year of the maximum.
  public let maximum: YearValue
  /// The highest of the other years, the first if several are equal; none for one observation.
  public let runnerUp: YearValue?
  /// The first observation.
  public let first: YearValue
  /// The last observation.
  public let last: YearValue
  /// The last year of the maximum, from which years and trend since it count.
  public let lastMaximum: YearValue
  /// All other years within the tolerance of the maximum, in a row with it or not.
  public let nearMaximum: [YearValue]
  /// The years around the maximum that are within the tolerance of it.
  public let plateau: ClosedRange<Int>
  /// How many observations the plateau joins.
  let plateauValues: Int
  /// The local maxima before the maximum, by the rule of ``Peak/earlierMaxima``.
  public let earlierMaxima: [YearValue]
  /// The local maxima after the maximum, by the same rule.
  public let laterMaxima: [YearValue]
  /// The trend of the whole series.
  public let trend: Trend
  /// The trend of the observations after the last year of the maximum, which is not one of them:
  /// that it is above all others is how it was chosen, and no evidence.
  public let trendAfter: Trend?

  /// Judges a series.
  ///
  /// - Parameters:
  ///   - observations: Values of one account in one unit, in any order; at least one.
  ///   - plateauTolerance: The share of the maximum by which a year may be lower and still belong to
  ///     the plateau; from 0 to below 1.
  /// - Throws: ``PeakError`` with the year or the number at fault.
  public init(
    _ observations: [YearValue], plateauTolerance: Double = 0.01
  ) throws(PeakError) {
    let all = observations.sorted { $0.year < $1.year }
    try Self.check(all, plateauTolerance)
    let hasPositive = all.contains { $0.value > 0 }
    zeros = hasPositive ? all.filter { $0.value == 0 } : []
    let series = hasPositive ? all.filter { $0.value != 0 } : all
    guard let shape = SeriesShape(series.map(\.value), tolerance: plateauTolerance),
      let first = series.first, let last = series.last, let trend = Trend(series)
    else { throw .noYears }
    let top = shape.top.lowerBound
    let lastAtTop = series.lastIndex { shape.isMaximum($0.value) } ?? top
    let others = series[..<top] + series[(top + 1)...]
    self.observations = series
    maximum = series[top]
    runnerUp = others.max { ($0.value, $1.year) < ($1.value, $0.year) }
    self.first = first
    self.last = last
    lastMaximum = series[lastAtTop]
    let bottom = shape.maximum - shape.slack(at: shape.maximum)
    nearMaximum = others.filter { $0.value >= bottom }
    plateau = series[shape.plateau.lowerBound].year...series[shape.plateau.upperBound].year
    plateauValues = shape.plateau.count
    earlierMaxima = shape.summits.filter { $0.upperBound < top }.map { series[$0.lowerBound] }
    laterMaxima = shape.summits.filter { $0.lowerBound > top }.map { series[$0.lowerBound] }
    self.trend = trend
    trendAfter = Trend(Array(series[(lastAtTop + 1)...]))
  }

  private static func check(_ series: [YearValue], _ tolerance: Double) throws(PeakError) {
    for observed in series where !observed.value.isFinite {
      throw .notFinite(year: observed.year)
    }
    for (before, after) in zip(series, series.dropFirst()) where before.year == after.year {
      throw .repeatedYear(after.year)
    }
    guard tolerance >= 0, tolerance < 1 else { throw .toleranceOutOfRange(tolerance) }
  }
}

extension Judgement {
  /// From the last year of the maximum to the last observation [years].
  public var yearsSinceMaximum: Int { last.year - lastMaximum.year }

  /// How far the maximum is above the runner-up, as a share of the latter; none unless both are
  /// above zero.
  public var margin: Double? {
    guard let runnerUp, runnerUp.value > 0 else { return nil }
    return (maximum.value - runnerUp.value) / runnerUp.value
  }

  /// How far the last observation is below the maximum, as a share of the latter; none unless the
  /// maximum is above zero.
  public var drop: Double? {
    maximum.value > 0 ? (maximum.value - last.value) / maximum.value : nil
  }

  /// Whether a rule holds.
  public func holds(_ rule: JudgementRule) -> Bool {
    let isPast = yearsSinceMaximum >= Self.minimumYears
    return switch rule {
    case .fiveYears: isPast
    case .tenPercentFiveYears: isPast && (drop ?? 0) >= Self.minimumDrop - Self.rounding
    case .trend: isPast && trendAfter?.isFalling == true
    case .plateau:
      plateau.count >= Self.minimumYears && plateauValues >= Self.fewestOfPlateau
    }
  }

  /// The verdict: the first of these that holds.
  ///
  /// 1. `too soon`: fewer than five observations.
  /// 2. `not shown to have peaked`: the last observation equals the maximum.
  /// 3. `peaked`: ``JudgementRule/trend`` holds. A lower level alone does not make a peak: it may be
  ///    one bad year, or rise again.
  /// 4. `plateau`: ``JudgementRule/plateau`` holds.
  /// 5. `too soon`: fewer than five observations after the maximum, which no fall could tell from
  ///    chance.
  /// 6. `not shown to have peaked`.
  public var verdict: Verdict {
    if observations.count < Self.fewestObservations { return .tooSoon }
    if yearsSinceMaximum == 0 { return .notShown }
    if holds(.trend) { return .peaked }
    if holds(.plateau) { return .plateau }
    let after = trendAfter?.test.count ?? 0
    return after < Self.fewestObservations ? .tooSoon : .notShown
  }
}

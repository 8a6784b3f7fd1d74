/// How certain a projected peak is: what comes near it, and when observing could confirm it.
public struct PeakCertificate: Sendable, Hashable {
  /// When the series peaks, with its plateau, its runner-up and its other local maxima.
  public let peak: Peak
  /// The maximum of history and projection together, and when it could be confirmed.
  public let confirmation: Confirmation

  /// Certifies the peak of a series.
  ///
  /// - Parameters:
  ///   - years: Contiguous calendar years, at least one.
  ///   - values: The emissions of each year, in any one unit.
  ///   - history: Observed emissions of the same account, in any order; only years before the first
  ///     of `years` count.
  /// - Throws: ``PeakError``, with the year or the numbers at fault.
  package init(
    years: [Int], values: [Double], history: [YearValue] = []
  ) throws(PeakError) {
    peak = try Peak(years: years, values: values, history: history)
    let projection = zip(years, values).map(YearValue.init)
    guard let confirmation = Confirmation(of: projection, after: history) else { throw .noYears }
    self.confirmation = confirmation
  }

  /// How far the peak is above the highest other year, as a share of the latter; none unless that is
  /// above zero.
  public var margin: Double? { share(above: peak.runnerUp) }

  /// From the peak to the highest other year [years]; negative if that comes first.
  public var marginYears: Int? { peak.runnerUp.map { $0.year - peak.year } }

  /// The highest of the other local maxima, the first if several are equal.
  ///
  /// The runner-up is mostly the year beside the peak; this is the peak that could have been.
  public var rival: YearValue? {
    (peak.earlierMaxima + peak.laterMaxima).max {
      ($0.value, $1.year) < ($1.value, $0.year)
    }
  }

  /// How far the peak is above ``rival``, as a share of the latter; none unless that is above zero.
  public var rivalMargin: Double? { share(above: rival) }

  /// From the peak to ``rival`` [years]; negative if that comes first.
  public var rivalYears: Int? { rival.map { $0.year - peak.year } }

  private func share(above other: YearValue?) -> Double? {
    guard let other, other.value > 0 else { return nil }
    return (peak.value - other.value) / other.value
  }
}

/// The maximum of what was observed and is projected, and when observing could confirm it.
///
/// A city knows that it has peaked only some years later. This is the first year at whose end the
/// series observed so far would be judged ``Verdict/peaked`` with this maximum, were the projection to
/// come true year by year: the years after the last year of the maximum fall by the test of Mann and Kendall at
/// p ≤ 0.05 (exact for ten years or fewer), with a falling Sen slope. Five falling years are the
/// least that can do so (p = 1/60). What is observed scatters more than a projection, so the real
/// year may come later, not earlier.
public struct Confirmation: Sendable, Hashable {
  /// The first year of the maximum.
  public let maximum: YearValue
  /// The first year whose observation confirms it; none if no year of the projection does.
  public let year: Int?

  /// Looks for the year; nothing for a projection without years.
  ///
  /// - Parameters:
  ///   - projection: The projected values, their years increasing.
  ///   - history: What was observed of the same account, in any order; only years before the first
  ///     of the projection count.
  package init?(of projection: [YearValue], after history: [YearValue] = []) {
    guard let base = projection.first?.year else { return nil }
    let observed = history.filter { $0.year < base }.sorted { $0.year < $1.year }
    let series = observed + projection
    guard let shape = SeriesShape(series.map(\.value), tolerance: 0) else { return nil }
    let maximum = series[shape.top.lowerBound]
    self.maximum = maximum
    let confirmed = series.indices.dropFirst(shape.top.lowerBound + 1).first { end in
      let high = series[...end].lastIndex { shape.isMaximum($0.value) } ?? shape.top.lowerBound
      return series[end].year - series[high].year >= Judgement.minimumYears
        && Trend(Array(series[(high + 1)...end]))?.isFalling == true
    }
    year = confirmed.map { series[$0].year }
  }
}

/// Why a series cannot be judged.
public enum PeakError: Error, Equatable, Sendable {
  /// There are no years.
  case noYears
  /// There are not as many values as years.
  case unequalCounts(years: Int, values: Int)
  /// The year after `year` is `next`, not the one that follows.
  case gap(after: Int, next: Int)
  /// An observed year stands twice.
  case repeatedYear(Int)
  /// The value of `year`, in the series or in its history, is NaN or an infinity.
  case notFinite(year: Int)
  /// The plateau's tolerance is not a share from 0 to below 1.
  case toleranceOutOfRange(Double)
}

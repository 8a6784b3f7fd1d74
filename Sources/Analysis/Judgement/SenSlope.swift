/// The slope of Theil and Sen: the median of the slopes between all pairs of observations.
///
/// ```
/// slope = median over i < j of (x_j − x_i) / (t_j − t_i)
/// ```
///
/// Times are the real years, so a year without a value makes the slopes across it flatter, not the
/// series shorter. Up to 29 % of the observations may be arbitrarily wrong without ruining it.
///
/// Source: P. K. Sen, *Estimates of the regression coefficient based on Kendall's tau*, Journal of the
/// American Statistical Association 63 (1968) 1379–1389.
///
/// - Parameter observations: Finite values of different years, in any order.
/// - Returns: The slope, in the unit of the values per year; none for fewer than two observations.
package func senSlope(_ observations: [YearValue]) -> Double? {
  let slopes = observations.enumerated().flatMap { index, first in
    observations[(index + 1)...].map { ($0.value - first.value) / Double($0.year - first.year) }
  }.sorted()
  guard !slopes.isEmpty else { return nil }
  let middle = slopes.count / 2
  return slopes.count.isMultiple(of: 2)
    ? (slopes[middle - 1] + slopes[middle]) / 2 : slopes[middle]
}

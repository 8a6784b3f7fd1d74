/// How far a series is from peaking by a year, as parts that are all at most 0 where it does.
///
/// With M the highest value up to year Y, `low(t)` the lowest between the year of M and t, and 1 %
/// the tolerance of ``Peak``, for every year t after Y:
///
/// ```text
/// E(t) − M                                         no later year is higher
/// min(E(t) − 0.99 M,  0.99 E(t) − low(t))          none comes back within 1 % after a dip of 1 %
/// min over t of E(t) − 0.99 M                      emissions do not stay within 1 % to the end
/// ```
///
/// Each part is continuous in the values, also where the peak passes from one year to the next.
/// Where all are at most 0, and below it in the last year, targets call the peak met.
///
/// - Parameters:
///   - values: Yearly values, at least one.
///   - last: The place of Y among them.
/// - Returns: The parts in the unit of the values; none if no year comes after Y.
func peakParts(_ values: [Double], by last: Int) -> [Double] {
  let early = values[...min(max(0, last), values.count - 1)]
  guard let highest = early.max(), let place = early.firstIndex(of: highest),
    early.count < values.count
  else { return [] }
  let near = highest - 0.01 * abs(highest)
  var low = early[place...].min() ?? highest
  var parts: [Double] = []
  for value in values[early.count...] {
    low = min(low, value)
    parts.append(value - highest)
    parts.append(min(value - near, value - 0.01 * abs(value) - low))
  }
  let lowestAfter = values[early.count...].min() ?? highest
  return parts + [lowestAfter - near]
}

public import CityModel

/// Why emissions cannot peak by a year, whatever is done with the levers that may be changed.
public struct PeakObstacle: Sendable {
  /// The year that was asked for.
  public let asked: Int
  /// The last year in which the levers change nothing, if that comes after the year asked for.
  public let lastUntouched: Int?
  /// The year of the run in which emissions are greatest up to the year asked for, with all at full.
  public let before: YearValue
  /// The year after it in which they are greater.
  public let after: YearValue
  /// What grows between the two, by the sector that uses the energy, what grows most first [Mt CO₂e].
  public let growth: [(sector: Sector, value: Double)]
}

extension Backcast {
  /// Why the peak that was asked for is out of reach; nothing where none was, or it is not.
  public var peakObstacle: PeakObstacle? {
    guard case .unreachable(let conflict) = outcome else { return nil }
    let asked = Set(conflict.sets.flatMap(\.self)).compactMap {
      place -> (year: Int, row: Int)? in
      let aim = problem.conditions[place]
      guard aim.isPeak, case .total(let account) = aim.subject else { return nil }
      return (aim.year, problem.model.row(of: account))
    }.min { $0.year < $1.year }
    guard let asked, full.fault == nil else { return nil }
    return problem.obstacle(to: asked.year, inRow: asked.row, at: full.values)
  }
}

extension BackcastProblem {
  fileprivate func obstacle(to asked: Int, inRow row: Int, at values: [Double]) -> PeakObstacle? {
    let years = blueprint.years
    let trajectory = Trajectory(model.space, variant: values)
    let total = trajectory[row]
    let place = asked - years.lowerBound
    guard trajectory.fault == nil, total.indices.contains(place), place + 1 < total.count,
      let before = total[...place].indices.max(by: { total[$0] < total[$1] }),
      let after = total[(place + 1)...].indices.max(by: { total[$0] < total[$1] }),
      total[after] > total[before]
    else { return nil }
    let unchanged = Trajectory(model.space, variant: current)[row]
    // Least of all: levels of 0, dates as late as may be.
    let least = zip(handles, box).map { $0.isWhole ? $1.upperBound : $1.lowerBound }
    let nothing = Trajectory(model.space, variant: least)[row]
    let touched = total.indices.first { abs(nothing[$0] - total[$0]) > 1e-9 * abs(total[$0]) }
    let last = (touched ?? total.count) - 1
    // Where the year that is greater is untouched itself, that alone is the reason.
    let decided = total[(place + 1)...].indices.first {
      $0 <= last && total[$0] > total[before]
    }
    let growth = Sector.emitting.map { sector -> (sector: Sector, value: Double) in
      let series = trajectory[blueprint.row(byEndUse: sector)]
      return (sector, series[decided ?? after] - series[before])
    }.filter { $0.value > 0 }.sorted { $0.value > $1.value }
    let end = decided ?? after
    return PeakObstacle(
      asked: asked,
      lastUntouched: decided == nil ? nil : years.lowerBound + min(last, unchanged.count - 1),
      before: YearValue(year: years.lowerBound + before, value: total[before]),
      after: YearValue(year: years.lowerBound + end, value: total[end]), growth: growth)
  }
}

import CityModel

/// How far observation and plan were apart in the base year already.
public struct BaseGap: Sendable, Hashable {
  /// The base year.
  public let year: Int
  /// What was observed in it, and what the plan has for it [Mt CO₂e], both above zero.
  public let observed: Double, planned: Double
  /// Whether the scenario's own `history:` observed it, and not the table.
  public let isOfHistory: Bool

  /// Observed over planned, less one.
  public var share: Double { observed / planned - 1 }
}

/// What emissions did since the base year, each side against its own value there.
public struct SameBase: Sendable, Hashable {
  /// The last observed year.
  public let year: Int
  /// Growth since the base year as a share, as observed and as planned.
  public let observed: Double, planned: Double
}

extension Tracking {
  /// The growth of emissions since the base year, where the distance of the last observed year says
  /// little of the plan.
  ///
  /// ```text
  /// g = observed/planned − 1 in the base year,   d = the same in the last year
  /// ```
  ///
  /// Given where |g| is more than the tolerance and either makes at least half of d, or the status would
  /// be another if both sides grew from one base.
  public var sameBase: SameBase? {
    guard let base, abs(base.share) > tolerance,
      let last = distances.last(where: { $0.item == "emissions" }), last.year > base.year,
      let status = last.status, status != .unknown, let seen = last.observed, last.planned > 0
    else { return nil }
    let found = SameBase(
      year: last.year, observed: seen / base.observed - 1, planned: last.planned / base.planned - 1)
    let distance = seen / last.planned - 1
    let isMostlyBase = base.share * distance > 0 && 2 * abs(base.share) >= abs(distance)
    let isOnTrack = 1 + found.observed <= (1 + found.planned) * (1 + tolerance)
    return isMostlyBase || isOnTrack != (status == .onTrack) ? found : nil
  }
}

extension TrackingModel {
  /// The base year as the table observed it, else as the scenario's own history did.
  var base: BaseGap? {
    let year = plan.years.lowerBound
    let table = observed.emissions(year, sectors: sectors)
    let history = plan.blueprint.scenario.history.emissions.value(year)
    guard let seen = table ?? history, let planned = counted.first, seen > 0, planned > 0 else {
      return nil
    }
    return BaseGap(year: year, observed: seen, planned: planned, isOfHistory: table == nil)
  }
}

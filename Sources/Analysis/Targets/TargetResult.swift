public import CityModel

/// Whether a run reaches a target, and by how much.
public struct TargetResult: Sendable {
  /// What is aimed at.
  public let aim: Target.Aim
  /// A word for tables: `peak`, `carbon-intensity`, `energy-intensity`, `non-fossil-share`,
  /// `emissions` or `budget`.
  public let name: String
  /// The year it is judged in: of a peak the latest allowed, of a budget the last.
  public let year: Int
  /// What is required, in ``unit``.
  public let required: Double
  /// What the run reaches, in ``unit``; none where there is no peak, or where a figure is missing
  /// (a reference year before the base year without history, a contract for electricity that does
  /// not say its non-fossil share).
  public let reached: Double?
  /// `year`, `1` (a fraction: −0.65 is 65 % less, 0.25 a share of 25 %) or `Mt CO2e`.
  public let unit: String
  /// Whether it is reached.
  public let isMet: Bool
  /// How far the run misses it, in ``unit``: positive is missed, negative room to spare.
  public let gap: Double?
}

extension TargetFigures {
  /// Judges one target.
  ///
  /// ```text
  /// intensity change = (E(t)/G(t)) / (E(ref)/G(ref)) − 1
  /// ```
  ///
  /// A peak is reached if net emissions peak in the year or before and do fall after it: a series
  /// that ends near its maximum, or comes back to it, has not peaked.
  public func judge(_ aim: Target.Aim) -> TargetResult {
    switch aim {
    case .peakBy(let year): judgePeak(aim, by: year)
    case .carbonIntensity(let year, let change, let reference):
      TargetResult(
        aim, "carbon-intensity", year, atMost: change, unit: "1",
        reached: intensityChange(net, history.emissions, year, against: reference))
    case .energyIntensity(let year, let change, let reference):
      TargetResult(
        aim, "energy-intensity", year, atMost: change, unit: "1",
        reached: intensityChange(energy, history.energy, year, against: reference))
    case .nonFossilShare(let year, let share):
      TargetResult(
        aim, "non-fossil-share", year, atLeast: share, unit: "1", reached: nonFossilShare(year))
    case .emissions(let year, let limit):
      TargetResult(
        aim, "emissions", year, atMost: limit, unit: "Mt CO2e",
        reached: value(net, history.emissions, in: year))
    case .budget(let years, let limit):
      TargetResult(
        aim, "budget", years.upperBound, atMost: limit, unit: "Mt CO2e", reached: sum(years))
    }
  }

  private func judgePeak(_ aim: Target.Aim, by year: Int) -> TargetResult {
    let reached = peakYear
    let isMet = reached.map { $0 <= year } ?? (peak.status == .noEmissions)
    return TargetResult(
      aim: aim, name: "peak", year: year, required: Double(year), reached: reached.map(Double.init),
      unit: "year", isMet: isMet, gap: reached.map { Double($0 - year) })
  }

  /// The year of the peak, if emissions have peaked by the end of the run: of two summits within
  /// the tolerance of each other, the later.
  var peakYear: Int? {
    switch peak.status {
    case .peakedBeforeBaseYear, .peakedByBaseYear, .peaks: peak.year
    case .plateau(_, let last): last < years.upperBound ? peak.year : nil
    case .rebound(_, let second): second < years.upperBound ? second : nil
    case .notPeaked, .noEmissions: nil
    }
  }

  private func intensityChange(
    _ series: [Double], _ observed: [History.Observation], _ year: Int, against reference: Int
  ) -> Double? {
    func intensity(_ year: Int) -> Double? {
      guard let amount = value(series, observed, in: year),
        let product = value(gdp, history.gdp, in: year), product > 0
      else { return nil }
      return amount / product
    }
    guard let then = intensity(reference), let now = intensity(year), then > 0 else { return nil }
    return now / then - 1
  }

  private func nonFossilShare(_ year: Int) -> Double? {
    guard let nonFossil, let part = value(nonFossil, [], in: year),
      let whole = value(energy, [], in: year), whole > 0
    else { return nil }
    return part / whole
  }

  private func sum(_ years: ClosedRange<Int>) -> Double? {
    let values = years.compactMap { value(net, history.emissions, in: $0) }
    return values.count == years.count ? values.reduce(0, +) : nil
  }
}

extension TargetResult {
  fileprivate init(
    _ aim: Target.Aim, _ name: String, _ year: Int, atMost limit: Double, unit: String,
    reached: Double?
  ) {
    self.init(
      aim: aim, name: name, year: year, required: limit, reached: reached, unit: unit,
      gap: reached.map { $0 - limit })
  }

  fileprivate init(
    _ aim: Target.Aim, _ name: String, _ year: Int, atLeast limit: Double, unit: String,
    reached: Double?
  ) {
    self.init(
      aim: aim, name: name, year: year, required: limit, reached: reached, unit: unit,
      gap: reached.map { limit - $0 })
  }

  /// A result whose gap decides; rounding alone misses no target.
  private init(
    aim: Target.Aim, name: String, year: Int, required: Double, reached: Double?, unit: String,
    gap: Double?
  ) {
    let isMet = gap.map { $0 <= 1e-9 * max(abs(required), 1e-3) } ?? false
    self.init(
      aim: aim, name: name, year: year, required: required, reached: reached, unit: unit,
      isMet: isMet, gap: gap)
  }
}

extension Trajectory {
  /// Judges every target of the scenario, in the order of the file.
  ///
  /// - Parameter peaks: The peaks of the run's accounts; the net total must be among them.
  /// - Returns: A result for each target.
  public func targetResults(_ peaks: [AccountPeak]) -> [TargetResult] {
    guard let net = peaks.first(where: { $0.account == .net && $0.sector == nil }) else {
      return []
    }
    let figures = TargetFigures(self, peak: net.peak)
    return blueprint.scenario.targets.map { figures.judge($0.aim) }
  }
}

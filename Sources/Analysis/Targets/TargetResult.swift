public import CityModel
public import Diagnostics

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
  /// What it was judged on, where that is not the whole of ``account``: the part that the inventory of
  /// the history counts.
  public var counts: Text?

  /// The total of emissions it is of; nothing for a target that counts none.
  public var account: EmissionTotal? { aim.account }
}

extension TargetFigures {
  /// Judges one target.
  ///
  /// ```text
  /// intensity change = (E(t)/G(t)) / (E(ref)/G(ref)) − 1
  /// ```
  ///
  /// Each is judged on the total it is of. A peak is reached if emissions peak in the year or before
  /// and do fall after it: a series that ends near its maximum, or comes back to it, has not peaked.
  /// Against a reference year outside the run, emissions are those that the inventory of the history
  /// counts, in both years; there is no figure where it counts the other total.
  package func judge(_ aim: Target.Aim) -> TargetResult {
    switch aim {
    case .peakBy(let year, let account): judgePeak(aim, by: year, account)
    case .carbonIntensity(let year, let change, let reference, let account):
      judgeCarbonIntensity(aim, account, year, change, against: reference)
    case .energyIntensity(let year, let change, let reference):
      TargetResult(
        aim, "energy-intensity", year, atMost: change, unit: "1",
        reached: intensityChange(energy, history.energy, year, against: reference))
    case .nonFossilShare(let year, let share):
      TargetResult(
        aim, "non-fossil-share", year, atLeast: share, unit: "1", reached: nonFossilShare(year))
    case .emissions(let year, let limit, let account):
      TargetResult(
        aim, "emissions", year, atMost: limit, unit: "Mt CO2e",
        reached: value(totals[account], in: year))
    case .budget(let years, let limit, let account):
      TargetResult(
        aim, "budget", years.upperBound, atMost: limit, unit: "Mt CO2e",
        reached: sum(totals[account], years))
    }
  }

  private func judgeCarbonIntensity(
    _ aim: Target.Aim, _ account: EmissionTotal, _ year: Int, _ change: Double,
    against reference: Int
  ) -> TargetResult {
    var result = TargetResult(
      aim, "carbon-intensity", year, atMost: change, unit: "1",
      reached: carbonIntensityChange(account, year, against: reference))
    if !years.contains(reference) { result.counts = counts }
    return result
  }

  private func judgePeak(
    _ aim: Target.Aim, by year: Int, _ account: EmissionTotal
  ) -> TargetResult {
    let reached = peakYear(account)
    let isMet = reached.map { $0 <= year } ?? (peaks[account].status == .noEmissions)
    return TargetResult(
      aim: aim, name: "peak", year: year, required: Double(year), reached: reached.map(Double.init),
      unit: "year", isMet: isMet, gap: reached.map { Double($0 - year) })
  }

  /// The year of a total's peak, if it has peaked by the end of the run: of two summits within the
  /// tolerance of each other, the later.
  func peakYear(_ account: EmissionTotal) -> Int? {
    let peak = peaks[account]
    return switch peak.status {
    case .peakedBeforeBaseYear, .peakedByBaseYear, .peaks: peak.year
    case .plateau(_, let last): last < years.upperBound ? peak.year : nil
    case .rebound(_, let second): second < years.upperBound ? second : nil
    case .notPeaked, .noEmissions: nil
    }
  }

  /// The change of a total per GDP; see ``judge(_:)``.
  private func carbonIntensityChange(
    _ account: EmissionTotal, _ year: Int, against reference: Int
  ) -> Double? {
    if years.contains(reference) {
      return intensityChange(totals[account], [], year, against: reference)
    }
    guard history.speaks(of: account, totals) else { return nil }
    return intensityChange(inventoried, history.emissions, year, against: reference)
  }

  private func intensityChange(
    _ series: [Double], _ observed: [History.Observation], _ year: Int, against reference: Int
  ) -> Double? {
    func found(_ series: [Double], _ observed: [History.Observation], _ year: Int) -> Double? {
      years.contains(year) ? value(series, in: year) : observed.value(year)
    }
    func intensity(_ year: Int) -> Double? {
      guard let amount = found(series, observed, year),
        let product = found(gdp, history.gdp, year), product > 0
      else { return nil }
      return amount / product
    }
    guard let then = intensity(reference), let now = intensity(year), then > 0 else { return nil }
    return now / then - 1
  }

  private func nonFossilShare(_ year: Int) -> Double? {
    guard let nonFossil, let part = value(nonFossil, in: year),
      let whole = value(energy, in: year), whole > 0
    else { return nil }
    return part / whole
  }

  private func sum(_ total: [Double], _ years: ClosedRange<Int>) -> Double? {
    let values = years.compactMap { value(total, in: $0) }
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
  /// - Parameter peaks: The peaks of the run's accounts; both totals must be among them.
  /// - Returns: A result for each target.
  public func targetResults(_ peaks: [AccountPeak]) -> [TargetResult] {
    guard let gross = peaks.peak(of: .gross), let net = peaks.peak(of: .net) else { return [] }
    let figures = TargetFigures(self, peaks: ByTotal(gross: gross, net: net))
    return blueprint.scenario.targets.map { figures.judge($0.aim) }
  }
}

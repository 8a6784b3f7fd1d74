public import CityModel
public import Diagnostics

/// Whether a run reaches a target, and by how much.
public struct TargetResult: Sendable {
  /// What is aimed at.
  public let aim: Target.Aim
  /// A word for tables: its id in the file, else the name of the aim.
  public var name: String
  /// The year it is judged in: of a peak the latest allowed, of a budget the last.
  public let year: Int
  /// What is required, in ``unit``.
  public let required: Double
  /// What the run reaches, in ``unit``; none where there is no peak, or where a figure is missing
  /// (a reference year before the base year without history, a contract for electricity that does
  /// not say its non-fossil share).
  public let reached: Double?
  /// `year`, `1` (a fraction: −0.65 is 65 % less, 0.25 a share of 25 %), or the unit of what it is of.
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
    switch aim.condition {
    case .peak: return judgePeak(aim)
    case .value(let bound, _, let year):
      return TargetResult(aim, bound, unit: aim.subject.unit, reached: value(aim.subject, in: year))
    case .sum(_, let years):
      return TargetResult(aim, .atMost, unit: aim.subject.unit, reached: sum(aim.subject, years))
    case .change(let bound, let change, let year, let reference):
      var result = TargetResult(
        aim, bound, unit: change.isRelative ? "1" : aim.subject.unit,
        reached: self.change(change, of: aim.subject, year, against: reference))
      if aim.account != nil, !years.contains(reference) { result.counts = counts }
      return result
    }
  }

  /// Judges a target of the file, under its id.
  package func judge(_ target: Target) -> TargetResult {
    var result = judge(target.aim)
    result.name = target.id
    return result
  }

  private func judgePeak(_ aim: Target.Aim) -> TargetResult {
    let peak = peak(aim.subject)
    let reached = peak.flatMap(peakYear)
    let isMet = reached.map { $0 <= aim.year } ?? (peak?.status == .noEmissions)
    return TargetResult(
      aim: aim, name: aim.name, year: aim.year, required: aim.required,
      reached: reached.map(Double.init), unit: "year", isMet: isMet,
      gap: reached.map { Double($0 - aim.year) })
  }

  // MARK: - Peaks

  /// When something peaks; nothing where it has no value in some year.
  private func peak(_ subject: Target.Subject) -> Peak? {
    if case .total(let account) = subject { return peaks[account] }
    guard let series = series[subject] else { return nil }
    let values = series.compactMap(\.self)
    guard values.count == series.count, values.allSatisfy(\.isFinite) else { return nil }
    var observed: [History.Observation] = []
    if case .indicator(let indicator) = subject { observed = history.observed(indicator) }
    let history = observed.map { YearValue(year: $0.year, value: $0.value) }
    do throws(PeakError) {
      return try Peak(years: Array(years), values: values, history: history)
    } catch {
      defect("the years of a run have no peak: \(error)")
    }
  }

  /// The year of a total's peak, if it has peaked by the end of the run.
  func peakYear(_ account: EmissionTotal) -> Int? { peakYear(peaks[account]) }

  /// The year of a peak, if it has come by the end of the run: of two summits within the tolerance of each
  /// other, the later.
  private func peakYear(_ peak: Peak) -> Int? {
    switch peak.status {
    case .peakedBeforeBaseYear, .peakedByBaseYear, .peaks: peak.year
    case .plateau(_, let last): last < years.upperBound ? peak.year : nil
    case .rebound(_, let second): second < years.upperBound ? second : nil
    case .notPeaked, .noEmissions: nil
    }
  }

  // MARK: - Values and changes

  /// The value of a year of the run; nothing where there is none.
  private func value(_ subject: Target.Subject, in year: Int) -> Double? {
    switch subject {
    case .total(let account): return value(totals[account], in: year)
    case .totalPerProduct(let account):
      guard let amount = value(totals[account], in: year), let product = value(gdp, in: year),
        product > 0
      else { return nil }
      return amount / product
    case .sector, .indicator:
      guard years.contains(year), let values = series[subject],
        values.indices.contains(year - years.lowerBound)
      else { return nil }
      return values[year - years.lowerBound]
    }
  }

  private func change(
    _ change: Target.Change, of subject: Target.Subject, _ year: Int, against reference: Int
  ) -> Double? {
    guard let (then, now) = pair(subject, reference, year) else { return nil }
    if change.isRelative { return then > 0 ? now / then - 1 : nil }
    return now - then
  }

  /// The values of a reference year and of another, both of the same thing.
  private func pair(
    _ subject: Target.Subject, _ reference: Int, _ year: Int
  ) -> (then: Double, now: Double)? {
    func both(_ then: Double?, _ now: Double?) -> (then: Double, now: Double)? {
      then.flatMap { then in now.map { (then, $0) } }
    }
    if years.contains(reference) {
      return both(value(subject, in: reference), value(subject, in: year))
    }
    switch subject {
    case .total(let account):
      guard history.speaks(of: account, totals) else { return nil }
      return both(history.emissions.value(reference), value(inventoried, in: year))
    case .totalPerProduct(let account):
      guard history.speaks(of: account, totals), let then = history.gdp.value(reference),
        let now = value(gdp, in: year), then > 0, now > 0
      else { return nil }
      return both(
        history.emissions.value(reference).map { $0 / then },
        value(inventoried, in: year).map { $0 / now })
    case .sector(let sector, .bySource):
      return both(history.sectors[sector]?.value(reference), value(subject, in: year))
    case .sector(_, .byEndUse): return nil
    case .indicator(let indicator):
      return both(history.observed(indicator).value(reference), value(subject, in: year))
    }
  }

  private func sum(_ subject: Target.Subject, _ years: ClosedRange<Int>) -> Double? {
    let values = years.compactMap { value(subject, in: $0) }
    return values.count == years.count ? values.reduce(0, +) : nil
  }
}

extension Target.Change {
  /// Whether it is a fraction of what was.
  fileprivate var isRelative: Bool { if case .relative = self { true } else { false } }
}

extension Target.Subject {
  /// The unit of its values.
  package var unit: String {
    switch self {
    case .total, .sector: "Mt CO2e"
    case .totalPerProduct: "Mt CO2e/10^9 CNY"
    case .indicator(let indicator): indicator.unit
    }
  }
}

extension TargetResult {
  fileprivate init(
    _ aim: Target.Aim, _ bound: Target.Bound, unit: String, reached: Double?
  ) {
    let gap = reached.map { bound == .atMost ? $0 - aim.required : aim.required - $0 }
    self.init(
      aim: aim, name: aim.name, year: aim.year, required: aim.required, reached: reached,
      unit: unit, gap: gap)
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
    return blueprint.scenario.targets.map(figures.judge)
  }
}

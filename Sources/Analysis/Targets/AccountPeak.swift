public import CityModel

/// When one account of a city peaks.
public struct AccountPeak: Sendable {
  /// What is summed.
  public enum Account: String, CaseIterable, Sendable {
    /// The five sectors and the sinks.
    case net
    /// The five sectors, each where its energy is used.
    case gross
    /// The five sectors, each where emissions arise.
    case source
  }
  /// What is summed.
  public let account: Account
  /// One sector of the account; none for the total.
  public let sector: Sector?
  /// When it peaks.
  public let peak: Peak
}

extension Trajectory {
  /// The peaks of the net total, of the gross total, and of every emitting sector by end use and by
  /// source.
  ///
  /// What the scenario observed before the base year is held against the gross total, as inventories
  /// know no sinks, and against the net total where the base year has none either.
  ///
  /// - Throws: ``PeakError`` where a value is not a number.
  public func accountPeaks() throws(PeakError) -> [AccountPeak] {
    let observed = blueprint.scenario.history.emissions.map {
      YearValue(year: $0.year, value: $0.value)
    }
    let hasSinks = bySource(.sinks).first.map { $0 != 0 } ?? false
    var peaks = [
      AccountPeak(
        account: .net, sector: nil, peak: try peak(total(.net), hasSinks ? [] : observed)),
      AccountPeak(account: .gross, sector: nil, peak: try peak(total(.gross), observed)),
    ]
    for sector in Sector.emitting {
      peaks.append(
        AccountPeak(account: .gross, sector: sector, peak: try peak(byEndUse(sector))))
    }
    for sector in Sector.emitting {
      peaks.append(
        AccountPeak(account: .source, sector: sector, peak: try peak(bySource(sector))))
    }
    return peaks
  }

  private func peak(
    _ values: [Double], _ history: [YearValue] = []
  ) throws(PeakError) -> Peak {
    try Peak(years: Array(years), values: values, history: history)
  }
}

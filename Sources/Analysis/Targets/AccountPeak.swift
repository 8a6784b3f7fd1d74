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

/// How certain the peak of one account is.
public struct AccountCertificate: Sendable {
  /// What is summed.
  public let account: AccountPeak.Account
  /// One sector of the account; none for the total.
  public let sector: Sector?
  /// How certain its peak is.
  public let certificate: PeakCertificate

  /// When the account peaks.
  public var accountPeak: AccountPeak {
    AccountPeak(account: account, sector: sector, peak: certificate.peak)
  }
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
    var peaks: [AccountPeak] = []
    for series in accountSeries {
      let peak = try Peak(years: Array(years), values: series.values, history: series.history)
      peaks.append(AccountPeak(account: series.account, sector: series.sector, peak: peak))
    }
    return peaks
  }

  /// How certain each of ``accountPeaks()`` is, in their order.
  ///
  /// - Throws: ``PeakError`` where a value is not a number.
  public func accountCertificates() throws(PeakError) -> [AccountCertificate] {
    var certificates: [AccountCertificate] = []
    for series in accountSeries {
      let certificate = try PeakCertificate(
        years: Array(years), values: series.values, history: series.history)
      certificates.append(
        AccountCertificate(
          account: series.account, sector: series.sector, certificate: certificate))
    }
    return certificates
  }

  private typealias AccountSeries = (
    account: AccountPeak.Account, sector: Sector?, values: [Double], history: [YearValue]
  )

  /// Every account whose peak is told, with what was observed of it before the base year.
  private var accountSeries: [AccountSeries] {
    let observed = blueprint.scenario.history.emissions.map {
      YearValue(year: $0.year, value: $0.value)
    }
    let hasSinks = bySource(.sinks).first.map { $0 != 0 } ?? false
    let totals: [AccountSeries] = [
      (.net, nil, total(.net), hasSinks ? [] : observed), (.gross, nil, total(.gross), observed),
    ]
    return totals + Sector.emitting.map { (.gross, $0, byEndUse($0), []) }
      + Sector.emitting.map { (.source, $0, bySource($0), []) }
  }
}

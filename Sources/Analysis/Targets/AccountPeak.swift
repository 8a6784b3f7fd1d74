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

extension EmissionTotal {
  /// Its account among those whose peaks are told.
  public var account: AccountPeak.Account {
    switch self {
    case .gross: .gross
    case .net: .net
    }
  }
}

extension [AccountPeak] {
  /// The peak of a total; nothing where it is not among them.
  public func peak(of total: EmissionTotal) -> Peak? {
    first { $0.account == total.account && $0.sector == nil }?.peak
  }
}

extension Trajectory {
  /// The peaks of the net total, of the gross total, and of every emitting sector by end use and by
  /// source.
  ///
  /// What the scenario observed before the base year is held against the total that its inventory
  /// counts, and against both where the base year has no sinks.
  ///
  /// - Throws: ``PeakError`` where a value is not a number.
  package func accountPeaks() throws(PeakError) -> [AccountPeak] {
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
    let both = self.totals
    let scenario = blueprint.scenario
    func series(_ account: AccountPeak.Account, _ total: EmissionTotal) -> AccountSeries {
      (account, nil, both[total], scenario.history.observed(total, both, scenario.accounting))
    }
    let totals = [series(.net, .net), series(.gross, .gross)]
    return totals + Sector.emitting.map { (.gross, $0, byEndUse($0), []) }
      + Sector.emitting.map { (.source, $0, bySource($0), []) }
  }
}

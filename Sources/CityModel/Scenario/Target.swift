public import Diagnostics

/// Something the scenario must reach.
public struct Target: Hashable, Sendable {
  /// What is aimed at.
  public enum Aim: Hashable, Sendable {
    /// A total peaks in this year or before.
    case peakBy(Int, account: EmissionTotal)
    /// Emissions per GDP change by this fraction against the reference year, in `year`.
    case carbonIntensity(year: Int, change: Double, against: Int, account: EmissionTotal)
    /// Energy consumption per GDP changes by this fraction against the reference year.
    case energyIntensity(year: Int, change: Double, against: Int)
    /// The share of non-fossil energy in consumption is at least this, in `year`.
    case nonFossilShare(year: Int, share: Double)
    /// A total is at most this many Mt CO₂e, in `year`.
    case emissions(year: Int, limit: Double, account: EmissionTotal)
    /// A total summed over the years is at most this many Mt CO₂e.
    case budget(years: ClosedRange<Int>, limit: Double, account: EmissionTotal)

    /// The total it is of; nothing for an aim that counts no emissions.
    public var account: EmissionTotal? {
      switch self {
      case .peakBy(_, let account), .carbonIntensity(_, _, _, let account),
        .emissions(_, _, let account), .budget(_, _, let account):
        account
      case .energyIntensity, .nonFossilShare: nil
      }
    }

    /// Whether it is of energy consumption.
    public var countsEnergy: Bool {
      switch self {
      case .energyIntensity, .nonFossilShare: true
      case .peakBy, .carbonIntensity, .emissions, .budget: false
      }
    }
  }
  /// What is aimed at.
  public let aim: Aim
  /// Where the file says so.
  package let location: SourceLocation?

  /// Makes a target.
  public init(aim: Aim, location: SourceLocation?) {
    self.aim = aim
    self.location = location
  }
}

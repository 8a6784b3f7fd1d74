public import Diagnostics

/// What can honestly be said about when a series of emissions peaks.
public enum PeakStatus: Sendable, Hashable {
  /// The base year is the maximum, and a year observed before it is not below it.
  case peakedBeforeBaseYear
  /// The base year is the maximum, and nothing is known of the year before it: emissions fall from
  /// the base year on, but when they began to is not known.
  case peakedByBaseYear
  /// Emissions rise to `year` and fall after it.
  case peaks(year: Int)
  /// Emissions stay near their maximum for long.
  case plateau(from: Int, to: Int)
  /// The last year is not below any other.
  case notPeaked(by: Int)
  /// Emissions come back to where they peaked, after a real dip.
  case rebound(first: Int, second: Int)
  /// No year has emissions above zero.
  case noEmissions
}

extension PeakStatus {
  /// A word for tables, the same in every language and version.
  public var word: String {
    switch self {
    case .peakedBeforeBaseYear: "peaked-before-base-year"
    case .peakedByBaseYear: "peaked-by-base-year"
    case .peaks: "peaks"
    case .plateau: "plateau"
    case .notPeaked: "not-peaked"
    case .rebound: "rebound"
    case .noEmissions: "no-emissions"
    }
  }

  /// A phrase for people.
  public var text: Text {
    switch self {
    case .peakedBeforeBaseYear: Text("peaked before base year", "基准年之前已达峰")
    case .peakedByBaseYear: Text("peaked by base year", "不晚于基准年达峰")
    case .peaks(let year): Text("peaks in \(year)", "\(year)年达峰")
    case .plateau(let from, let to): Text("plateau \(from)–\(to)", "\(from)–\(to)年峰值平台期")
    case .notPeaked(let year): Text("not peaked by \(year)", "至\(year)年尚未达峰")
    case .rebound(let first, let second):
      Text("rebound: \(first), again \(second)", "\(first)年回落后反弹，\(second)年再次接近最高值")
    case .noEmissions: Text("no emissions", "无正排放")
    }
  }
}

public import Diagnostics

/// A published rule by which an observed series has peaked, or has ceased to rise.
public enum JudgementRule: String, CaseIterable, Sendable {
  /// The maximum is at least five years before the last observation.
  ///
  /// Source: K. Levin and D. Rich, *Turning Points: Trends in Countries' Reaching Peak Greenhouse Gas
  /// Emissions over Time*, World Resources Institute 2017.
  case fiveYears = "rule_five_years"
  /// The maximum is at least five years before the last observation, which is at least 10 % lower.
  ///
  /// Source: C40 Cities, *27 C40 cities have peaked their greenhouse gas emissions* (2018), method.
  case tenPercentFiveYears = "rule_ten_percent_five_years"
  /// The maximum is at least five years before the last observation, and the years after it fall:
  /// Mann–Kendall p ≤ 0.05, two-sided, and a falling Sen slope.
  ///
  /// Source: Y. Shan et al., *City-level emission peak and drivers in China*, Science Bulletin 67
  /// (2022) 1910–1920.
  case trend = "rule_trend"
  /// At least five years in a row around the maximum are within the tolerance (1 %) of it.
  case plateau = "rule_plateau"

  /// The rule for people.
  public var text: Text {
    switch self {
    case .fiveYears: Text("highest at least 5 years ago", "最高值距今至少5年")
    case .tenPercentFiveYears:
      Text("highest at least 5 years ago, now at least 10 % lower", "最高值距今至少5年，且已下降至少10%")
    case .trend:
      Text("falling since the highest year (p ≤ 0.05)", "最高年之后显著下降（p ≤ 0.05）")
    case .plateau: Text("plateau of at least 5 years", "平台期至少5年")
    }
  }
}

/// What can be said of an observed series as a whole.
public enum Verdict: String, Sendable {
  /// It has fallen since its maximum, beyond chance.
  case peaked
  /// It has stayed near its maximum for long, and no fall is shown.
  case plateau
  /// No peak is shown: it is highest in its last year, or what came after its maximum is no clear
  /// fall.
  case notShown = "not shown to have peaked"
  /// There are too few observations, in all or after the maximum, to tell a fall from chance.
  case tooSoon = "too soon"

  /// The verdict for people.
  public var text: Text {
    switch self {
    case .peaked: Text("peaked", "已达峰")
    case .plateau: Text("plateau", "峰值平台期")
    case .notShown: Text("not shown to have peaked", "尚不能认定达峰")
    case .tooSoon: Text("too soon", "为时尚早")
    }
  }
}

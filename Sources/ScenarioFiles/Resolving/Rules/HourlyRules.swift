import CityModel
import Diagnostics

/// Rules of hourly dispatch (MODEL §6).
extension Resolver {
  /// Days and profiles must make a year.
  mutating func checkHourlyDispatch() {
    let electricity = ParameterPath("energy.electricity")
    checkDays(electricity)
    checkProfiles(electricity / "profiles")
  }

  private mutating func checkDays(_ electricity: ParameterPath) {
    let days = electricity / "days"
    guard let entry = entry(at: days) else {
      guard choices[electricity / "dispatch"] == "hourly",
        let dispatch = self.entry(at: electricity / "dispatch")
      else { return }
      let reason = Text("dispatch is hourly", "采用逐时调度")
      return report(
        .missingBecause("days", in: electricity, reason), at: dispatch.value.span)
    }
    let weights = (members[days] ?? []).map { found[days / $0 / "weight"]?.values.first }
    guard !weights.isEmpty, !weights.contains(where: { $0 == nil }) else { return }
    let sum = weights.reduce(0) { $0 + ($1 ?? 0) }
    if abs(sum / 365 - 1) > 1e-3 {
      report(.daysDoNotSum(days, sum: shortNumber(sum)), at: entry.span)
    }
  }

  /// A shape is relative to its mean, so the mean must not be zero.
  private mutating func checkProfiles(_ path: ParameterPath) {
    guard let table = tables[path], let entry = entry(at: path) else { return }
    for (name, values) in table.columns.sorted(by: { $0.key < $1.key })
    where values.allSatisfy({ $0 == 0 }) {
      report(.emptyProfile(name), at: entry.span)
    }
  }
}

extension Fault {
  fileprivate static func daysDoNotSum(_ path: ParameterPath, sum: String) -> Self {
    Self(
      .sharesDoNotSum, "the weights of '\(path)' sum to \(sum) days",
      "'\(path)' 的权重之和为 \(sum) 天", help: Text("they must sum to 365 days", "权重之和应为 365 天"))
  }

  fileprivate static func emptyProfile(_ name: String) -> Self {
    Self(
      .outOfBounds, "the profile '\(name)' is zero in every hour", "曲线 '\(name)' 在所有时刻均为零")
  }
}

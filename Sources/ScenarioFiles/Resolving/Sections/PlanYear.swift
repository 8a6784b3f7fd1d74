import CityModel
import Diagnostics

/// The year in which the plan is made: the last one that it cannot move.
///
/// ```text
/// plan-year = as the file says, else the last year in which emissions or energy were observed, plus 1
/// ```
///
/// A lever without `from` first acts in the year after it.
extension Resolver {
  /// Reads `plan-year`, or takes it from what was observed of what levers move.
  mutating func resolvePlanYear(history: ResolvedHistory) {
    let observed = history.values
    let series = [observed.emissions, observed.energy] + observed.sectors.values
    let last = series.flatMap { $0.map(\.year) }.max()
    guard let entry = root[HeadSection.planYear] else {
      planYear = last.map { yearsAreKnown ? max($0 + 1, years.lowerBound) : $0 + 1 }
      return
    }
    guard let year = readYear(entry) else {
      isPlanYearFaulty = true
      return
    }
    planYear = year
    if yearsAreKnown, !years.contains(year) {
      report(.planYearOutsideRun(year, years), at: entry.value.span)
    } else if let last, year <= last {
      report(.planYearIsPast(year, observed: last), at: entry.value.span)
    }
  }
}

extension Fault {
  static func planYearOutsideRun(_ year: Int, _ years: ClosedRange<Int>) -> Self {
    Self(
      .yearOutOfRange,
      "the plan is of \(year), outside the run's years \(years.lowerBound)–\(years.upperBound)",
      "规划年份 \(year) 不在模拟年份 \(years.lowerBound)–\(years.upperBound) 之内",
      help: Text("write the year in which the plan is made", "请写编制规划的年份"))
  }

  static func planYearIsPast(_ year: Int, observed: Int) -> Self {
    var fault = Self(
      .planYearPast, "the plan is of \(year), but \(observed) has been observed already",
      "规划年份为 \(year) 年，而已有 \(observed) 年的观测值",
      help: Text(
        "write 'plan-year: \(observed + 1)': what has happened no lever moves",
        "请写 'plan-year: \(observed + 1)'：措施不能改变已发生的年份"))
    fault.severity = .warning
    return fault
  }

  static func leverActsInPast(_ id: String, first: Int, planYear: Int) -> Self {
    var fault = Self(
      .leverInPast, "the lever '\(id)' acts in \(first), but the plan is of \(planYear)",
      "措施 '\(id)' 自 \(first) 年起作用，而规划编制于 \(planYear) 年",
      help: Text(
        "leave 'from' out to begin after \(planYear), or put what was done before into the reference",
        "删去 'from' 即从 \(planYear) 年之后开始；此前已实施的请写入基准情景"))
    fault.severity = .warning
    return fault
  }

  static func missingStart(of lever: String) -> Self {
    Self(
      .missingKey, "the lever '\(lever)' has no 'from', and there is no 'plan-year' to begin with",
      "措施 '\(lever)' 缺少 'from'，也没有可作为起点的 'plan-year'",
      help: Text(
        "write 'plan-year: 2026' at the top of the city's file, or 'from' in the lever",
        "请在城市文件顶部写 'plan-year: 2026'，或在措施中写 'from'"))
  }
}

import CityModel
import Diagnostics

extension Check {
  /// What was observed should look observed.
  static let madeUpHistory = Check.scenario { $0.scenario.madeUpHistoryFindings() }
}

extension Scenario {
  /// Observed series whose first years grow at one constant rate, or that repeat a value: marks of
  /// back-casting and of gaps filled by hand.
  func madeUpHistoryFindings() -> [Diagnostic] {
    let sectors = Sector.emitting.map { ("sectors.\($0.rawValue)", history.sectors[$0] ?? []) }
    let series =
      [("emissions", history.emissions), ("gdp", history.gdp), ("energy", history.energy)] + sectors
    return series.flatMap { key, observed in
      let path = ParameterPath("history") / key
      return [backCast(observed, path), repeated(observed, path)].compactMap { $0 }
    }
  }

  private func backCast(_ observed: [History.Observation], _ path: ParameterPath) -> Diagnostic? {
    guard let run = constantGrowth(observed), run.growth != 0 else { return nil }
    let percent = readableText(100 * run.growth, digits: 4)
    let years = "\(run.years.lowerBound)–\(run.years.upperBound)"
    return warning(
      .madeUpHistory, at: path,
      Text(
        "'\(path)' grows by exactly \(percent) % in every year of \(years): was it measured?",
        "'\(path)' 在 \(years) 年间每年恰好增长 \(percent)%：是否为实测？"))
  }

  private func repeated(_ observed: [History.Observation], _ path: ParameterPath) -> Diagnostic? {
    guard let (first, second) = repeatedValue(observed) else { return nil }
    let value = readableText(first.value, digits: 6)
    return warning(
      .madeUpHistory, at: path,
      Text(
        "'\(path)' is the same in \(first.year) and \(second.year): \(value); leave a year without a value empty",
        "'\(path)' 在 \(first.year) 与 \(second.year) 年数值相同（\(value)）；无数据的年份请留空"))
  }
}

/// The first years of a series if each is the same multiple of the one before, to 10⁻⁶.
///
/// ```text
/// x(t+1)/x(t) = x(t+2)/x(t+1) = …,   at least four years without a gap
/// ```
///
/// - Returns: The years and the growth rate; none if the first years differ.
func constantGrowth(
  _ observed: [History.Observation]
) -> (years: ClosedRange<Int>, growth: Double)? {
  guard let first = observed.first, observed.count >= 4, first.value > 0 else { return nil }
  let ratio = observed[1].value / first.value
  var last = first
  for next in observed.dropFirst() {
    guard next.year == last.year + 1, abs(next.value / last.value / ratio - 1) < 1e-6 else { break }
    last = next
  }
  guard last.year >= first.year + 3 else { return nil }
  return (first.year...last.year, ratio - 1)
}

/// The first two neighbours of a series with the same value, if it has more than three digits, or
/// the first of three neighbours otherwise: a round value may come twice.
func repeatedValue(
  _ observed: [History.Observation]
) -> (History.Observation, History.Observation)? {
  var length = 1
  for (before, after) in zip(observed, observed.dropFirst()) {
    length = before.value == after.value ? length + 1 : 1
    if length >= 3 || (length == 2 && !isRound(after.value)) { return (before, after) }
  }
  return nil
}

/// Whether three significant digits write the number.
private func isRound(_ value: Double) -> Bool {
  var scaled = abs(value)
  guard scaled > 0 else { return true }
  while scaled < 100 { scaled *= 10 }
  while scaled >= 1000 { scaled /= 10 }
  return abs(scaled - scaled.rounded()) < 1e-7
}

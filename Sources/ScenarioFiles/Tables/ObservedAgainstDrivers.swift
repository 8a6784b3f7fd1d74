import CityModel
import Diagnostics
import Glibc

/// Observed GDP and people of a table against what drives the plan.
///
/// A plan is at the prices of its base year. A table at current prices rises by inflation as well: its
/// intensities fall too fast, and what explains a distance is wrong in every factor of GDP.
struct ObservedAgainstDrivers {
  /// How much faster or slower than planned something may grow before it may be another thing, a year:
  /// the GDP deflator of China was between −0.7 and +4.6 % a year from 2017 to 2024.
  private static let growthTolerance = 0.015
  /// From here on the unit has slipped, which is told elsewhere.
  private static let slip = 5.0

  private let years: ClosedRange<Int>
  private let driver: Parameter
  private let isDecisive: Bool

  /// Prepares to hold a series against a driver; nothing where the scenario has none.
  ///
  /// - Parameters:
  ///   - scenario: The plan.
  ///   - name: `gdp` or `population`.
  init?(_ scenario: Scenario, _ name: String) {
    let path = ParameterPath("drivers") / name
    guard let driver = scenario.parameters.first(where: { $0.path == path }) else { return nil }
    years = scenario.years
    self.driver = driver
    isDecisive = name == "gdp" && scenario.targets.contains { $0.aim.isPerProduct }
  }

  /// Holds a series against the driver.
  ///
  /// ```text
  /// r(t) = observed(t) / driver(t)
  /// |r(base) − 1| > 2 %,  or  |r(last) / r(base) − 1| > 2 %  and  |(r(last) / r(base))^(1/n) − 1| > 1.5 %
  /// ```
  ///
  /// In the base year both are known, and must be equal: an error where targets are per GDP. Later the
  /// plan may be wrong, so that only growth that is far from it is told; where the table has no value of
  /// the base year, r(base) is 1.
  ///
  /// - Parameters:
  ///   - values: The observed values, in the model's unit, by year.
  ///   - title: What the table calls them.
  /// - Returns: What is wrong; nothing where both are of the same thing.
  func fault(_ values: [History.Observation], called title: String) -> Fault? {
    let ratios = values.filter { years.contains($0.year) }.compactMap { seen -> Pair? in
      let planned = driver.values[seen.year - years.lowerBound]
      guard planned > 0, seen.value > 0 else { return nil }
      let ratio = seen.value / planned
      guard ratio < Self.slip, ratio > 1 / Self.slip else { return nil }
      return Pair(year: seen.year, observed: seen.value, planned: planned)
    }
    guard let last = ratios.last else { return nil }
    let base = ratios.first { $0.year == years.lowerBound }
    if let base, abs(base.ratio - 1) > UnlikeDriver.tolerance {
      return .unlike(unlike(title), base, isError: isDecisive)
    }
    let span = Double(last.year - years.lowerBound)
    let drift = last.ratio / (base?.ratio ?? 1)
    guard span > 0, abs(drift - 1) > UnlikeDriver.tolerance,
      abs(rate(drift, span)) > Self.growthTolerance
    else { return nil }
    let planned = last.planned / driver.values[0]
    return .growsOtherwise(
      unlike(title), years.lowerBound...last.year, seen: rate(drift * planned, span),
      planned: rate(planned, span))
  }

  private func unlike(_ title: String) -> UnlikeDriver {
    UnlikeDriver(
      title, driver: driver.path.description, isProduct: driver.path.last == Key.gdp.word)
  }

  fileprivate struct Pair {
    let year: Int
    let observed: Double
    let planned: Double
    var ratio: Double { observed / planned }
  }

  /// The yearly growth of a factor over some years.
  private func rate(_ factor: Double, _ span: Double) -> Double { pow(factor, 1 / span) - 1 }
}

extension Fault {
  fileprivate static func unlike(
    _ unlike: UnlikeDriver, _ pair: ObservedAgainstDrivers.Pair, isError: Bool
  ) -> Self {
    var fault = Self(
      .historyAgainstDrivers,
      unlike.message(in: pair.year, observed: pair.observed, driver: pair.planned),
      help: unlike.help(in: pair.year, observed: pair.observed, driver: pair.planned))
    if !isError { fault.severity = .warning }
    return fault
  }

  fileprivate static func growsOtherwise(
    _ unlike: UnlikeDriver, _ years: ClosedRange<Int>, seen: Double, planned: Double
  ) -> Self {
    let seen = readableText(100 * seen)
    let planned = readableText(100 * planned)
    let reason = unlike.reason
    let span = "\(years.lowerBound)–\(years.upperBound)"
    var fault = Self(
      .historyAgainstDrivers,
      "'\(unlike.observed)' grows by \(seen) % a year in \(span), '\(unlike.driver)' by \(planned) %: \(reason)",
      "\(span) 年 '\(unlike.observed)' 年均增长 \(seen)%，'\(unlike.driver)' 为 \(planned)%：\(reason)",
      help: unlike.isProduct
        ? Text(
          "give it at the prices of the base year \(years.lowerBound); if it is, the economy grew otherwise than planned",
          "请用基准年 \(years.lowerBound) 年不变价；若已是不变价，则说明经济增速与计划不同")
        : nil)
    fault.severity = .warning
    return fault
  }
}

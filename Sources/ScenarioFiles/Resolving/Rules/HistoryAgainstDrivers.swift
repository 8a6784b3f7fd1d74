import CityModel
import Diagnostics

/// What was observed against what drives the run, in the years that both have: GDP at other prices or
/// another count of people would make every figure per GDP or per person wrong in silence.
extension Resolver {
  /// How far the two may be apart, relative: later censuses move both by so much.
  static let driverTolerance = 0.02

  /// Holds observed GDP and population against the drivers.
  ///
  /// GDP that differs in the base year is an error where a target is held against a year outside the
  /// run, whose reference it decides; all else is a warning.
  mutating func checkHistory(of scenario: Scenario) {
    guard found.failed.isEmpty, yearsAreKnown else { return }
    let history = scenario.history
    let reaches = scenario.targets.contains {
      $0.aim.reference.map { !years.contains($0) } ?? false
    }
    hold(history.gdp, "gdp", in: scenario, decides: reaches)
    hold(history.population, "population", in: scenario, decides: false)
  }

  private mutating func hold(
    _ observed: [History.Observation], _ name: String, in scenario: Scenario, decides: Bool
  ) {
    let (history, driver) = (ParameterPath("history") / name, ParameterPath("drivers") / name)
    guard !observed.isEmpty, let planned = found[driver]?.values,
      let entry = entry(at: history)
    else { return }
    let pairs = observed.filter { years.contains($0.year) }.map {
      (year: $0.year, observed: $0.value, driver: planned[$0.year - years.lowerBound])
    }
    guard !pairs.isEmpty else {
      if decides { report(.noCommonYear(history, driver), at: entry.span) }
      return
    }
    tellUnheld(observed, history, in: scenario, at: entry.span)
    func gap(_ observed: Double, _ driver: Double) -> Double { abs(observed / driver - 1) }
    guard
      let worst = pairs.filter({ $0.driver > 0 }).max(by: {
        gap($0.observed, $0.driver) < gap($1.observed, $1.driver)
      }), gap(worst.observed, worst.driver) > Self.driverTolerance
    else { return }
    let base = pairs.first { $0.year == years.lowerBound }
    let isBaseOff = base.map { gap($0.observed, $0.driver) > Self.driverTolerance } ?? false
    let shown = base.flatMap { isBaseOff ? $0 : nil } ?? worst
    report(
      .historyAgainstDriver(
        history.description, driver, year: shown.year, observed: shown.observed,
        driver: shown.driver,
        isError: decides && isBaseOff), at: entry.span)
  }
}

extension Resolver {
  /// Tells of GDP of a year that a target is held against and no driver reaches, where only the base year
  /// can be compared: equal there at current prices too, it shows nothing of the prices of that year.
  private mutating func tellUnheld(
    _ observed: [History.Observation], _ history: ParameterPath, in scenario: Scenario,
    at span: Span
  ) {
    let base = years.lowerBound
    guard history.last == "gdp", observed.filter({ years.contains($0.year) }).map(\.year) == [base],
      let year = scenario.targets.compactMap(\.aim.reference).filter({ $0 < base }).min(),
      observed.contains(where: { $0.year == year })
    else { return }
    report(.pricesUnknown(history, year: year, base: base), at: span)
  }
}

extension Target.Aim {
  /// The year that it is held against, if it is.
  fileprivate var reference: Int? {
    switch self {
    case .carbonIntensity(_, _, let reference, _), .energyIntensity(_, _, let reference): reference
    case .peakBy, .nonFossilShare, .emissions, .budget: nil
    }
  }
}

extension Fault {
  /// That an observed value and a driver are not of the same thing.
  ///
  /// - Parameters:
  ///   - history: The observed series, as the file calls it.
  ///   - driver: The driver, GDP or population.
  ///   - year: The year in which they differ.
  ///   - observed: The observed value, in the driver's unit of the model.
  ///   - value: The driver's value.
  ///   - isError: Whether what is wanted rests on it.
  /// - Returns: An error, or a warning.
  static func historyAgainstDriver(
    _ history: String, _ driver: ParameterPath, year: Int, observed: Double,
    driver value: Double, isError: Bool
  ) -> Self {
    let isProduct = driver.last == "gdp"
    let unit = isProduct ? Text("billion yuan", "亿元") : Text("million people", "万人")
    let scale = isProduct ? 10.0 : 100.0
    func amounts(_ number: Double) -> Text {
      Text(
        "\(readableText(number, digits: 4)) \(unit)",
        "\(readableText(number * scale, digits: 4)) \(unit)")
    }
    let (seen, meant) = (amounts(observed), amounts(value))
    let ratio = readableText(value / observed, digits: 4)
    let reason = unlikeReason(driver)
    var fault = Self(
      .historyAgainstDrivers,
      "'\(history)' is \(seen) in \(year), '\(driver)' \(meant): \(reason)",
      "\(year) 年 '\(history)' 为 \(seen)，'\(driver)' 为 \(meant)：\(reason)",
      help: isProduct
        ? Text(
          "give both at the prices of the base year; '\(history)' times \(ratio) would agree in \(year)",
          "两者均用基准年不变价；'\(history)' 乘以 \(ratio) 后在 \(year) 年一致")
        : nil)
    if !isError { fault.severity = .warning }
    return fault
  }

  /// Why an observed series and a driver may differ.
  static func unlikeReason(_ driver: ParameterPath) -> Text {
    driver.last == "gdp"
      ? Text("are they at different prices?", "是否为不同价格（现价与不变价）？")
      : Text(
        "are they of the same people (permanent residents)?", "是否同为常住人口？")
  }

  fileprivate static func pricesUnknown(
    _ history: ParameterPath, year: Int, base: Int
  ) -> Self {
    var fault = Self(
      .historyAgainstDrivers,
      "a target rests on '\(history)' of \(year), which nothing here can check: it has to be at the prices of \(base), and yearbooks print current ones",
      "目标以 \(year) 年的 '\(history)' 为基准，而本文件无从核对：应为 \(base) 年不变价，年鉴所列多为当年价",
      help: Text(
        "carry it back from \(base) by the published indices, and give one more year of the run",
        "请用公布的 GDP 指数由 \(base) 年推算，并另给出一个情景期内的年份"))
    fault.severity = .warning
    return fault
  }

  fileprivate static func noCommonYear(
    _ history: ParameterPath, _ driver: ParameterPath
  ) -> Self {
    var fault = Self(
      .historyAgainstDrivers,
      "'\(history)' and '\(driver)' have no year in common: nothing shows that they are at the same prices",
      "'\(history)' 与 '\(driver)' 没有共同年份，无法核对价格口径是否一致",
      help: Text("observe the base year too", "请补充基准年的观测值"))
    fault.severity = .warning
    return fault
  }
}

import CityModel
import Diagnostics

extension Check {
  /// What was observed must be what drives the run, in the years that both have.
  ///
  /// GDP that differs in the base year is an error where a target is held against a year outside the
  /// run, whose reference it decides; all else is a warning.
  static let historyAgainstDrivers = Check.scenario { placed in
    let scenario = placed.scenario
    let history = placed.scenario.history
    let reaches = scenario.targets.contains {
      $0.aim.isPerProduct && $0.aim.reference.map { !scenario.years.contains($0) } ?? false
    }
    return [
      HeldDriver(history.gdp, .gdp, placed, decides: reaches),
      HeldDriver(history.population, .population, placed, decides: false),
    ].compactMap(\.self).flatMap(\.findings)
  }
}

/// An observed series held against the driver of the same name.
private struct HeldDriver {
  private let observed: [History.Observation]
  private let driver: Parameter
  private let history: ParameterPath
  private let scenario: Scenario
  private let span: Span
  private let decides: Bool

  /// Holds a series against its driver; nothing where one of them is not given.
  init?(
    _ observed: [History.Observation], _ key: Key, _ placed: PlacedScenario, decides: Bool
  ) {
    history = ParameterPath("history") / key
    guard !observed.isEmpty, let driver = placed.scenario[Key.drivers / key],
      let place = placed[history]
    else { return nil }
    self.observed = observed
    self.driver = driver
    scenario = placed.scenario
    span = place.key
    self.decides = decides
  }

  private struct Pair {
    let year: Int
    let observed: Double
    let driver: Double
    var gap: Double { abs(observed / driver - 1) }
  }

  var findings: [Diagnostic] {
    let years = scenario.years
    let pairs = observed.filter { years.contains($0.year) }.map {
      Pair(
        year: $0.year, observed: $0.value, driver: driver.values[$0.year - years.lowerBound])
    }
    guard !pairs.isEmpty else { return decides ? [noCommonYear] : [] }
    return [unheld, difference(of: pairs)].compactMap(\.self)
  }

  private func difference(of pairs: [Pair]) -> Diagnostic? {
    guard let worst = pairs.filter({ $0.driver > 0 }).max(by: { $0.gap < $1.gap }),
      worst.gap > UnlikeDriver.tolerance
    else { return nil }
    let base = pairs.first { $0.year == scenario.years.lowerBound }
    let isBaseOff = base.map { $0.gap > UnlikeDriver.tolerance } ?? false
    let shown = base.flatMap { isBaseOff ? $0 : nil } ?? worst
    let unlike = UnlikeDriver(
      history.description, driver: driver.path.description,
      isProduct: driver.path.last == Key.gdp.word)
    return Diagnostic(
      decides && isBaseOff ? .error : .warning, code: .historyAgainstDrivers,
      message: unlike.message(in: shown.year, observed: shown.observed, driver: shown.driver),
      at: span,
      suggestion: unlike.help(in: shown.year, observed: shown.observed, driver: shown.driver))
  }

  /// GDP of a year that a target is held against and no driver reaches, where only the base year
  /// can be compared: equal there at current prices too, it shows nothing of the prices of that year.
  private var unheld: Diagnostic? {
    let years = scenario.years
    let base = scenario.years.lowerBound
    guard history.last == Key.gdp.word,
      observed.filter({ years.contains($0.year) }).map(\.year) == [base],
      let year = scenario.targets.map(\.aim).filter(\.isPerProduct).compactMap(\.reference)
        .filter({ $0 < base }).min(),
      observed.contains(where: { $0.year == year })
    else { return nil }
    return warning(
      Text(
        "a target rests on '\(history)' of \(year), which nothing here can check: it has to be at the prices of \(base), and yearbooks print current ones",
        "目标以 \(year) 年的 '\(history)' 为基准，而本文件无从核对：应为 \(base) 年不变价，年鉴所列多为当年价"),
      help: Text(
        "carry it back from \(base) by the published indices, and give one more year of the run",
        "请用公布的 GDP 指数由 \(base) 年推算，并另给出一个情景期内的年份"))
  }

  private var noCommonYear: Diagnostic {
    warning(
      Text(
        "'\(history)' and '\(driver.path)' have no year in common: nothing shows that they are at the same prices",
        "'\(history)' 与 '\(driver.path)' 没有共同年份，无法核对价格口径是否一致"),
      help: Text("observe the base year too", "请补充基准年的观测值"))
  }

  private func warning(_ message: Text, help: Text) -> Diagnostic {
    Diagnostic(
      .warning, code: .historyAgainstDrivers, message: message, at: span, suggestion: help)
  }
}

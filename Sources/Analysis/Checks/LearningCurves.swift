import CityModel
import Diagnostics

extension Check {
  /// Learning curves must start from the cost and the stock of the base year.
  ///
  /// ```text
  /// cost(t) = capital(t) · (cumulative(t) / cumulative(base))^(−b)
  /// ```
  ///
  /// In the base year the curve gives the capital as written. It misses the cost where capital falls by
  /// itself, too, and its start where what was ever built falls, or is less than what the city has.
  static let learning = Check.scenario { placed in
    let scenario = placed.scenario
    return scenario.parameters.flatMap { cumulative -> [Diagnostic] in
      guard cumulative.path.last == Key.cumulative.word,
        cumulative.path.parent.last == Key.learning.word,
        let built = cumulative.values.first, built > 0, let place = placed[cumulative.path],
        scenario[cumulative.path.parent / Key.rate]?.values.first != 0
      else { return [] }
      let cost = cumulative.path.parent.parent
      return [
        learnsTwice(cost, placed), falls(cumulative, scenario.years, at: place.value),
        builtBelowStock(cumulative.path, built, cost.parent / .capacity, scenario, at: place.value),
      ].compactMap(\.self)
    }
  }

  /// A price that falls by itself beside the curve that lowers it.
  private static func learnsTwice(_ cost: ParameterPath, _ placed: PlacedScenario) -> Diagnostic? {
    let twice = placed.scenario.parameters.first {
      [cost, cost / .construction].contains($0.path.parent)
        && ($0.path.parent != cost || ["capital", "retrofit"].contains($0.path.last))
        && ($0.values.last ?? 0) < 0.98 * ($0.values.first ?? 0)
    }
    guard let twice, let first = twice.values.first, let last = twice.values.last,
      let place = placed[twice.path]
    else { return nil }
    let percent = shortNumber((1000 * (1 - last / first)).rounded() / 10)
    let year = placed.scenario.years.upperBound
    let learning = cost / .learning
    return warning(
      Text(
        "'\(twice.path)' falls by \(percent) % until \(year) by itself, and '\(learning)' lowers it again: the curve starts from the cost of the base year",
        "'\(twice.path)' 到 \(year) 年自身已下降 \(percent)%，'\(learning)' 又使其再降：学习曲线应以基准年成本为起点"),
      help: Text(
        "write the cost of the base year alone, or leave 'learning' out",
        "只写基准年成本，或删去 learning"), at: place.key)
  }

  private static func falls(
    _ cumulative: Parameter, _ years: ClosedRange<Int>, at span: Span
  ) -> Diagnostic? {
    let steps = zip(cumulative.values, cumulative.values.dropFirst())
    guard let place = steps.enumerated().first(where: { $1.1 < $1.0 * (1 - 1e-9) }) else {
      return nil
    }
    let path = cumulative.path
    let year = years.lowerBound + place.offset + 1
    return warning(
      Text(
        "'\(path)' falls in \(year): what was ever built cannot become less, and costs would rise",
        "'\(path)' 在 \(year) 年减少：累计量不会减少，否则成本会上升"),
      help: Text(
        "write what was ever built, not what is built in a year",
        "请写历年累计量，而非当年新增量"), at: span)
  }

  private static func builtBelowStock(
    _ path: ParameterPath, _ built: Double, _ stock: ParameterPath, _ scenario: Scenario,
    at span: Span
  ) -> Diagnostic? {
    guard let own = scenario[stock]?.values.first, own > built * 1.02 else { return nil }
    return warning(
      Text(
        "'\(path)' is \(shortNumber(built)) in the base year, less than the city's own '\(stock)' of \(shortNumber(own)): every doubling would come too early",
        "'\(path)' 基准年为 \(shortNumber(built))，少于本市 '\(stock)' 的 \(shortNumber(own))：每次翻倍都会来得过早"),
      help: Text(
        "write what was ever built elsewhere in the unit of the stock, such as GW",
        "请按存量的单位（如 GW）写市外历年累计量"), at: span)
  }

  private static func warning(_ message: Text, help: Text, at span: Span) -> Diagnostic {
    Diagnostic(
      .warning, code: .curveMissesBase, message: message, at: span, suggestion: help)
  }
}

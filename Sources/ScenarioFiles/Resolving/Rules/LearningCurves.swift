import CityModel
import Diagnostics

/// Learning curves against the costs and the stocks they start from.
///
/// ```text
/// cost(t) = capital(t) · (cumulative(t) / cumulative(base))^(−b)
/// ```
///
/// In the base year the curve gives the capital as written. It misses the cost where capital falls by
/// itself, too, and its start where what was ever built falls, or is less than what the city has.
extension Resolver {
  /// Tells of learning curves that do not start from the cost and the stock of the base year.
  mutating func tellLearning() {
    for cumulative in found.all
    where cumulative.path.last == "cumulative" && cumulative.path.parent.last == "learning" {
      let cost = cumulative.path.parent.parent
      guard let built = cumulative.values.first, built > 0,
        let entry = entry(at: cumulative.path),
        found[cumulative.path.parent / "rate"]?.values.first != 0
      else { continue }
      tellTwice(cost)
      if let place = zip(cumulative.values, cumulative.values.dropFirst()).enumerated().first(
        where: { $0.element.1 < $0.element.0 * (1 - 1e-9) })
      {
        report(
          .builtFalls(cumulative.path, year: years.lowerBound + place.offset + 1),
          at: entry.value.span)
      }
      let stock = cost.parent / "capacity"
      if let own = found[stock]?.values.first, own > built * 1.02 {
        report(.builtBelowStock(cumulative.path, built, stock, own), at: entry.value.span)
      }
    }
  }

  /// A price that falls by itself beside the curve that lowers it.
  private mutating func tellTwice(_ cost: ParameterPath) {
    let twice = found.all.first {
      [cost, cost / "construction"].contains($0.path.parent)
        && ($0.path.parent != cost || ["capital", "retrofit"].contains($0.path.last))
        && ($0.values.last ?? 0) < 0.98 * ($0.values.first ?? 0)
    }
    guard let twice, let first = twice.values.first, let last = twice.values.last,
      let entry = entry(at: twice.path)
    else { return }
    report(
      .learnsTwice(twice.path, cost / "learning", last / first, in: years.upperBound),
      at: entry.span)
  }
}

extension Fault {
  fileprivate static func learnsTwice(
    _ capital: ParameterPath, _ learning: ParameterPath, _ left: Double, in year: Int
  ) -> Self {
    let percent = shortNumber((1000 * (1 - left)).rounded() / 10)
    return curve(
      "'\(capital)' falls by \(percent) % until \(year) by itself, and '\(learning)' lowers it again: the curve starts from the cost of the base year",
      "'\(capital)' 到 \(year) 年自身已下降 \(percent)%，'\(learning)' 又使其再降：学习曲线应以基准年成本为起点",
      help: Text(
        "write the cost of the base year alone, or leave 'learning' out",
        "只写基准年成本，或删去 learning"))
  }

  fileprivate static func builtFalls(_ path: ParameterPath, year: Int) -> Self {
    curve(
      "'\(path)' falls in \(year): what was ever built cannot become less, and costs would rise",
      "'\(path)' 在 \(year) 年减少：累计量不会减少，否则成本会上升",
      help: Text(
        "write what was ever built, not what is built in a year",
        "请写历年累计量，而非当年新增量"))
  }

  fileprivate static func builtBelowStock(
    _ path: ParameterPath, _ built: Double, _ stock: ParameterPath, _ own: Double
  ) -> Self {
    curve(
      "'\(path)' is \(shortNumber(built)) in the base year, less than the city's own '\(stock)' of \(shortNumber(own)): every doubling would come too early",
      "'\(path)' 基准年为 \(shortNumber(built))，少于本市 '\(stock)' 的 \(shortNumber(own))：每次翻倍都会来得过早",
      help: Text(
        "write what was ever built elsewhere in the unit of the stock, such as GW",
        "请按存量的单位（如 GW）写市外历年累计量"))
  }

  private static func curve(_ english: EnglishWords, _ chinese: ChineseWords, help: Text) -> Self {
    var fault = Self(.curveMissesBase, english, chinese, help: help)
    fault.severity = .warning
    return fault
  }
}

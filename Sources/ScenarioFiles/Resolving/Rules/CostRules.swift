import CityModel
import Diagnostics

/// What money must be told of where prices are to act, and the costs of levers.
extension Resolver {
  /// With `market: on` every price must be known, or a use would not answer and nobody would see it.
  mutating func checkMarket() {
    let costs = ParameterPath("costs")
    guard choices[costs / "market"] == "on" else { return }
    let reason = Text("the market is on", "已开启市场响应")
    let carriers = members[ParameterPath("carriers")] ?? []
    if entry(at: costs / "prices") == nil {
      require(["prices"], in: costs, because: reason)
    } else {
      require(carriers, in: costs / "prices", because: reason)
    }
    let imports = ParameterPath("energy.electricity.imports")
    for id in members[imports] ?? [] { require(["price"], in: imports / id, because: reason) }
  }

  /// Tells of a price on carbon that moves nothing: it would look like a policy and be a payment.
  mutating func tellUnansweredPrice(in scenario: Scenario) {
    let costs = ParameterPath("costs")
    guard let prices = scenario.carbonPrice, prices.contains(where: { $0 > 0 }),
      let entry = entry(at: costs / "carbon-price") ?? entry(at: costs)
    else { return }
    guard scenario.isMarketOn else { return report(.unansweredPrice, at: entry.span) }
    let answers = found.all.contains {
      $0.path == costs / "sales-response" || $0.path.last == "price-elasticity"
        || $0.path.parent == costs / "elasticity" ? $0.values.contains { $0 != 0 } : false
    }
    if !answers { report(.priceWithoutElasticity, at: entry.span) }
  }

  /// Reads the cost of a lever.
  ///
  /// - Parameters:
  ///   - entry: The key `cost`.
  ///   - path: Its path.
  ///   - moves: What the lever moves.
  /// - Returns: The cost; nothing if the lever names none or it cannot be read.
  mutating func leverCost(
    _ entry: Entry?, at path: ParameterPath, moves: [Lever.Move]
  ) -> LeverCost? {
    let declaration = LeverCost.declaration
    guard let entry, let candidates = expectations(for: declaration, at: path),
      let series = resolveSeries(entry.value, of: declaration, at: path, with: candidates),
      let basis = LeverCost.Basis(series.reading.name)
    else { return nil }
    guard moves.contains(where: { LeverCost.counts(basis, for: $0.path) }) else {
      report(.nothingToCount(series.reading.unit), at: entry.value.span)
      return nil
    }
    return LeverCost(basis: basis, values: series.values)
  }
}

extension Fault {
  /// A price on carbon with the market off.
  fileprivate static var unansweredPrice: Self {
    warning(
      "nothing answers to 'costs.carbon-price': the market is off, and the price only stands as a payment in costs.csv (column carbon), outside the system cost",
      "'costs.carbon-price' 不影响任何行为：未开启市场响应，碳价仅作为支付列于 costs.csv 的 carbon 列，不计入系统成本",
      help: Text(
        "write 'market: on' under 'costs:' to let demand and sales answer",
        "如需需求与购车份额响应碳价，请在 costs: 下写 market: on"))
  }

  /// A price on carbon with the market on and nothing that is elastic.
  fileprivate static var priceWithoutElasticity: Self {
    warning(
      "nothing answers to 'costs.carbon-price': the market is on, but all elasticities and 'sales-response' are 0",
      "'costs.carbon-price' 不影响任何行为：已开启市场响应，但各弹性与 sales-response 均为 0",
      help: Text(
        "give 'costs.elasticity' or 'costs.sales-response', or extend library/costs.yaml",
        "请给出 costs.elasticity 或 costs.sales-response，或 extends library/costs.yaml"))
  }

  private static func warning(_ english: EnglishWords, _ chinese: ChineseWords, help: Text) -> Self
  {
    var fault = Self(.unansweredPrice, english, chinese, help: help)
    fault.severity = .warning
    return fault
  }

  /// A lever's cost by the piece, where the lever moves no pieces.
  fileprivate static func nothingToCount(_ unit: String) -> Self {
    Self(
      .wrongDimension, "the lever moves nothing that is counted for a cost in \(unit)",
      "该措施没有可按 \(unit) 计数的对象",
      help: Text(
        "CNY/vehicle goes with 'sales', CNY/m2 with 'construction'; else write the cost per year, such as 亿元/yr",
        "CNY/vehicle 用于 sales，CNY/m2 用于 construction；其他请写每年成本，例如 亿元/yr"))
  }
}

import CityModel
import Diagnostics

extension Check {
  /// A price on carbon must move something, or it looks like a policy and is a payment.
  static let unansweredPrice = Check.scenario { placed in
    let scenario = placed.scenario
    let costs = ParameterPath(Key.costs)
    guard let prices = scenario.carbonPrice, prices.contains(where: { $0 > 0 }),
      let place = placed[costs / Key.carbonPrice] ?? placed[costs]
    else { return [] }
    guard scenario.isMarketOn else { return [marketIsOff(at: place.key)] }
    let answers = scenario.parameters.contains {
      $0.path == costs / Key.salesResponse || $0.path.last == Key.priceElasticity.word
        || $0.path.parent == costs / Key.elasticity ? $0.values.contains { $0 != 0 } : false
    }
    return answers ? [] : [nothingIsElastic(at: place.key)]
  }

  private static func marketIsOff(at span: Span) -> Diagnostic {
    Diagnostic(
      .warning, code: .unansweredPrice,
      message: Text(
        "nothing answers to 'costs.carbon-price': the market is off, and the price only stands as a payment in costs.csv (column carbon), outside the system cost",
        "'costs.carbon-price' 不影响任何行为：未开启市场响应，碳价仅作为支付列于 costs.csv 的 carbon 列，不计入系统成本"),
      at: span,
      suggestion: Text(
        "write 'market: on' under 'costs:' to let demand and sales answer",
        "如需需求与购车份额响应碳价，请在 costs: 下写 market: on"))
  }

  private static func nothingIsElastic(at span: Span) -> Diagnostic {
    Diagnostic(
      .warning, code: .unansweredPrice,
      message: Text(
        "nothing answers to 'costs.carbon-price': the market is on, but all elasticities and 'sales-response' are 0",
        "'costs.carbon-price' 不影响任何行为：已开启市场响应，但各弹性与 sales-response 均为 0"),
      at: span,
      suggestion: Text(
        "give 'costs.elasticity' or 'costs.sales-response', or extend library/costs.yaml",
        "请给出 costs.elasticity 或 costs.sales-response，或 extends library/costs.yaml"))
  }
}

extension Scenario {
  /// The price on emissions of each year [CNY/t], as the levers leave it; none where no costs are counted.
  ///
  /// ```text
  /// value(t) = (base(t) + Σ ℓ · w(t) · (to(t) − base(t))) · Π (1 + ℓ · w(t) · change(t))
  /// ```
  public var carbonPrice: [Double]? {
    let path = ParameterPath("costs.carbon-price")
    guard let base = parameters.first(where: { $0.path == path })?.values else { return nil }
    var (prices, factors) = (base, base.map { _ in 1.0 })
    for lever in levers {
      let pulls = lever.ramp.weights(in: years).map { lever.level * $0 }
      for move in lever.moves where move.path == path {
        for (year, pull) in pulls.enumerated() {
          switch move.effect {
          case .to(let ends): prices[year] += pull * (ends[year] - base[year])
          case .change(let changes): factors[year] *= 1 + pull * changes[year]
          }
        }
      }
    }
    return zip(prices, factors).map { $0 * $1 }
  }

  /// Whether prices act back on demand and sales.
  public var isMarketOn: Bool { choices[ParameterPath("costs.market")] == "on" }
}

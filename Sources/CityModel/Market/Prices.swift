/// All prices of a year, as they are and as the scenario's paths contain them.
struct Prices {
  /// Prices of fuels and imports, as they are [CNY/GJ].
  var exogenous: [Lanes] = []
  /// The same in the base year.
  var exogenousInPaths: [Lanes] = []
  /// Prices of electricity, heat and hydrogen, as sought.
  var endogenous: [Lanes] = []
  /// The same without the response.
  var endogenousInPaths: [Lanes] = []
  /// The price on carbon [CNY/t].
  var carbon = Lanes.zero
  /// The same as the paths contain it.
  var carbonInPaths = Lanes.zero

  /// The prices with so much of what changed since the paths, all of it with the last step.
  func comingIn(_ step: Int, of steps: Int) -> Prices {
    guard step < steps else { return self }
    let part = Double(step) / Double(steps)
    var prices = self
    prices.exogenous = zip(exogenousInPaths, exogenous).map { $0 + ($1 - $0) * part }
    prices.carbon = carbonInPaths + (carbon - carbonInPaths) * part
    return prices
  }

  /// The price of a carrier.
  func price(_ source: PriceSource) -> Lanes {
    switch source {
    case .exogenous(let place): exogenous[place]
    case .endogenous(let place): endogenous[place]
    }
  }

  /// The price of a carrier that the paths contain.
  func priceInPaths(_ source: PriceSource) -> Lanes {
    switch source {
    case .exogenous(let place): exogenousInPaths[place]
    case .endogenous(let place): endogenousInPaths[place]
    }
  }
}

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

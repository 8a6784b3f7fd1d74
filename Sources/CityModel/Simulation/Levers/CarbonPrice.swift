extension Scenario {
  /// The price on emissions of each year [CNY/t], as the levers leave it; none where no costs are counted.
  public var carbonPrice: [Double]? { planned(Key.costs / .carbonPrice)?.values }

  /// Whether prices act back on demand and sales.
  public var isMarketOn: Bool { choices[Key.costs / .market] == "on" }
}

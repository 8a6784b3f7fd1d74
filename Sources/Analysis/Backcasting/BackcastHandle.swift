import CityModel

/// Something of a scenario that backcasting may change.
public enum BackcastHandle: Hashable, Sendable {
  /// How far a lever is pulled, 0 … 1.
  case level(lever: String)
  /// The first year with all of a lever, from its start to the end of the run.
  case end(lever: String)
  /// A factor on the carbon price of every year, 0 to ``mostPrice`` or what the price's bounds allow.
  case carbonPrice

  /// The factor that the carbon price is at most multiplied by.
  package static let mostPrice = 20.0

  /// The path under which a scenario sets it.
  public var path: String {
    switch self {
    case .level, .end: axis.path
    case .carbonPrice: "costs.carbon-price"
    }
  }

  /// The lever it belongs to, if any.
  public var lever: String? {
    switch self {
    case .level(let lever), .end(let lever): lever
    case .carbonPrice: nil
    }
  }

  var axis: Axis {
    switch self {
    case .level(let lever): .level(lever: lever)
    case .end(let lever): .by(lever: lever)
    case .carbonPrice: .parameter(ParameterPath("costs.carbon-price"), .multiply)
    }
  }

  /// Whether only whole values can be written in a scenario.
  var isWhole: Bool { if case .end = self { true } else { false } }

  /// What the scenario has; nothing for a lever it does not know.
  func current(in scenario: Scenario) -> Double? {
    guard let lever else { return 1 }
    let found = scenario.levers.first { $0.identity.id == lever }
    return isWhole ? found?.ramp.by : found?.level
  }

  /// Between what it may be changed; nothing where the scenario has no such thing to change.
  func range(in scenario: Scenario) -> ClosedRange<Double>? {
    switch self {
    case .level: return 0...1
    case .end(let lever):
      let last = Double(scenario.years.upperBound)
      guard let ramp = scenario.levers.first(where: { $0.identity.id == lever })?.ramp,
        ramp.earliestEnd <= last
      else { return nil }
      return ramp.earliestEnd...max(last, ramp.by)
    case .carbonPrice:
      let path = ParameterPath("costs.carbon-price")
      guard let price = scenario.parameters.first(where: { $0.path == path }),
        let highest = price.values.max(), highest > 0
      else { return nil }
      return 0...max(1, min(Self.mostPrice, price.bounds.upperBound / highest))
    }
  }
}

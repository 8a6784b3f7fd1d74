/// What the value of an axis does to a parameter, year by year.
struct AxisEffect: Sendable {
  let axis: Int
  let row: Int
  private let change: Axis.Change
  /// By year since the base year, the share of the value that counts.
  private let weights: [Double]
  /// By year since the base year, the exponent of growth.
  private let exponents: [Double]
  /// The scenario's value at the point, where one point of the series is changed.
  private let pointValue: Double?

  init(_ placed: PlacedAxes.Adjustment, _ opening: Opening?, in blueprint: Blueprint) {
    let years = blueprint.years
    axis = placed.axis
    row = placed.row
    change = placed.change
    weights = years.map { year in
      guard let point = placed.point else { return opening?.weight(in: year) ?? 1 }
      return year < opening?.first ?? year ? 0 : point.weight(in: year)
    }
    let last = max(0, (opening?.first ?? years.lowerBound + 1) - 1 - years.lowerBound)
    exponents = years.indices.enumerated().map { Double(max(0, $0.offset - last)) }
    pointValue = placed.point.map { point in
      let year = min(max(point.year, years.lowerBound), years.upperBound) - years.lowerBound
      return blueprint.baseValues[year * blueprint.scenario.parameters.count + placed.row]
    }
  }

  /// Whether it changes anything in a year, counted from the base year.
  func acts(in year: Int) -> Bool { weights[year] > 0 }

  /// Changes the parameter in a year, counted from the base year.
  func apply(_ value: Lanes, to parameters: LaneBuffer, year: Int) {
    let weight = weights[year]
    guard weight > 0 else { return }
    if let pointValue { return shift(value, by: weight, from: pointValue, parameters) }
    switch change {
    case .multiply: parameters[row] *= weight == 1 ? value : 1 + weight * (value - 1)
    case .grow: parameters[row] *= pow(value, .all(exponents[year]))
    case .add: parameters[row] += weight * value
    case .replace where weight == 1: parameters[row] = value
    case .replace: parameters[row] += weight * (value - parameters[row])
    }
  }

  private func shift(
    _ value: Lanes, by weight: Double, from base: Double, _ parameters: LaneBuffer
  ) {
    switch change {
    case .multiply: parameters[row] += weight * base * (value - 1)
    case .add: parameters[row] += weight * value
    case .replace, .grow: parameters[row] += weight * (value - base)
    }
  }
}

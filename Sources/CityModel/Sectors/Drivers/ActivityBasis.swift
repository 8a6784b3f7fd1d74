/// Population, GDP and the city's own drivers of the year (MODEL §1).
struct DriverSet: Sendable {
  let population: ParameterIndex
  let gdp: ParameterIndex
  private let outputs: [(parameter: ParameterIndex, output: OutputIndex)]

  init(_ compiler: inout BlueprintCompiler) {
    let path = ParameterPath(.drivers)
    population = compiler.parameter(path / .population)
    gdp = compiler.parameter(path / .gdp)
    var outputs: [(ParameterIndex, OutputIndex)] = []
    let optional = [Key.industryValueAdded].filter { compiler.has(path / $0) }.map(\.word)
    for id in ["population", "gdp"] + optional + compiler.members(path) {
      let item = compiler.item(path / id, .energy, .driver)
      outputs.append((compiler.parameter(path / id), compiler.output(.driver, item)))
    }
    self.outputs = outputs
  }

  /// Records the drivers of the year.
  func record(_ context: YearContext) {
    for (parameter, output) in outputs { context[output] = context[parameter] }
  }
}

/// What an activity given in one of several readings is multiplied by (see ``Reading``).
enum ActivityBasis: Sendable {
  /// The value is the activity.
  case absolute
  /// The value is per unit of a driver; `scale` turns the product into the model's unit.
  case per(ParameterIndex, scale: Double)

  /// The activity [the model's unit] from the value the file gives.
  func activity(_ value: Lanes, _ context: YearContext) -> Lanes {
    switch self {
    case .absolute: value
    case .per(let driver, let scale): value * context[driver] * scale
    }
  }
}

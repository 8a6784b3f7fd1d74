/// What the equations of one year read and write.
struct YearContext {
  /// Years since the base year.
  let year: Int
  /// The year's parameters, levers applied.
  let parameters: LaneBuffer
  /// The year's results.
  let outputs: LaneBuffer
  /// What is carried from year to year: cohorts, landfill.
  let state: LaneBuffer
  /// The carriers' emission factors of the year.
  let factors: FactorTable
  /// ℓ·w(t) of each lever, in the order of their ids.
  let pulls: LaneBuffer
  /// Demand for electricity, heat and hydrogen by who asks.
  let secondary: SecondaryDemand
  /// What has been used of each carrier of the file, by its place there [PJ].
  let consumption: LaneBuffer
  /// The hours of the year, if dispatch is hourly.
  var hours: HourBuffers?

  /// The same year with other results.
  func showing(_ results: LaneBuffer) -> YearContext {
    YearContext(
      year: year, parameters: parameters, outputs: results, state: state, factors: factors,
      pulls: pulls, secondary: secondary, consumption: consumption, hours: hours)
  }

  /// A parameter's value.
  subscript(parameter: ParameterIndex) -> Lanes { parameters[parameter.row] }

  /// A result of the year.
  subscript(output: OutputIndex) -> Lanes {
    get { outputs[output.row] }
    nonmutating set { outputs[output.row] = newValue }
  }

  /// The parameter's value, or a number where the scenario does not give it.
  func value(_ parameter: ParameterIndex?, or fallback: Double) -> Lanes {
    guard let parameter else { return .all(fallback) }
    return self[parameter]
  }

  /// Whether this is the base year.
  var isBase: Bool { year == 0 }
}

/// Who asks for a secondary carrier.
enum Purpose: Int, CaseIterable {
  case buildings, industry, transport, heatPlants, hydrogenPlants
}

/// Demand for electricity, heat and hydrogen in one year by who asks for it [PJ].
struct SecondaryDemand {
  /// The carriers the model makes itself.
  enum Carrier: Int, CaseIterable {
    case electricity, heat, hydrogen
  }

  private let buffer = LaneBuffer(count: Carrier.allCases.count * Purpose.allCases.count)

  subscript(carrier: Carrier, purpose: Purpose) -> Lanes {
    get { buffer[carrier.rawValue * Purpose.allCases.count + purpose.rawValue] }
    nonmutating set {
      buffer[carrier.rawValue * Purpose.allCases.count + purpose.rawValue] = newValue
    }
  }

  /// The demand of all together.
  func total(_ carrier: Carrier) -> Lanes {
    Purpose.allCases.reduce(.zero) { $0 + self[carrier, $1] }
  }

  func clear() { buffer.clear() }
}

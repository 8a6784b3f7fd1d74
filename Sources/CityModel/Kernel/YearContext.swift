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
  /// What is asked for, by who asks.
  let demand: Demand
  /// What the accounts need of each sector.
  let sums: SectorSums
  /// The hours of the year, if dispatch is hourly.
  var hours: HourBuffers?

  /// The same year with other results.
  func showing(_ results: LaneBuffer) -> YearContext {
    YearContext(
      year: year, parameters: parameters, outputs: results, state: state, factors: factors,
      pulls: pulls, demand: demand, sums: sums, hours: hours)
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

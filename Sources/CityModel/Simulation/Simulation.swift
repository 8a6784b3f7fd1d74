/// The year loop: eight variants at a time through the equations, in the order of MODEL.
final class Simulation {
  private let blueprint: Blueprint
  private let parameters: LaneBuffer
  private let outputs: LaneBuffer
  private let state: LaneBuffer
  private let factors: FactorTable
  private let secondary = SecondaryDemand()
  private let consumption: LaneBuffer

  /// Allocates everything a run needs; the year loop allocates nothing that grows.
  init(_ blueprint: Blueprint) {
    self.blueprint = blueprint
    parameters = LaneBuffer(count: blueprint.scenario.parameters.count)
    outputs = LaneBuffer(count: blueprint.rows.count)
    state = LaneBuffer(count: blueprint.stateCount)
    factors = FactorTable(
      carriers: blueprint.factors.count, pollutants: blueprint.factors.pollutantCount)
    consumption = LaneBuffer(count: blueprint.factors.count)
  }

  /// Runs all years for one set of lever levels per lane.
  ///
  /// - Parameters:
  ///   - levels: ℓ of each lever in the order of their ids.
  ///   - record: Called after each year with the years since the base year and the results.
  func run(levels: [Lanes], record: (Int, LaneBuffer) -> Void) {
    state.clear()
    for year in 0..<blueprint.years.count {
      load(year, levels)
      compute(
        YearContext(
          year: year, parameters: parameters, outputs: outputs, state: state, factors: factors,
          secondary: secondary, consumption: consumption))
      record(year, outputs)
    }
  }

  private func load(_ year: Int, _ levels: [Lanes]) {
    for (row, parameter) in blueprint.scenario.parameters.enumerated() {
      parameters[row] = .all(parameter.values[year])
    }
    blueprint.levers.apply(to: parameters, levels: levels, year: year)
    outputs.clear()
    secondary.clear()
    consumption.clear()
    blueprint.factors.update(factors, from: parameters)
  }

  private func compute(_ context: YearContext) {
    blueprint.drivers.record(context)
    var storage = blueprint.energy.storageRoom(context)
    let buildingResidual = blueprint.buildings.compute(context)
    blueprint.industry.compute(&storage, context)
    let fleetResidual = blueprint.transport.compute(context)
    let supply = blueprint.energy.compute(&storage, context)
    blueprint.waste?.compute(context)
    blueprint.sinks.compute(context)
    let views = blueprint.emissionAccount.close(supply, context)
    blueprint.industry.countRelocated(blueprint.emissionAccount.deliveredFactors, context)
    let balance = blueprint.energyBalance.close(supply, context)
    let stocks = buildingResidual.orWorse(fleetResidual)
    for (output, value) in zip(blueprint.residuals, [views, balance, stocks]) {
      context[output] = value
    }
  }
}

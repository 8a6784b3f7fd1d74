/// The year loop: eight variants at a time through the equations, in the order of MODEL.
final class Simulation {
  private let blueprint: Blueprint
  private let parameters: LaneBuffer
  private let outputs: LaneBuffer
  private let state: LaneBuffer
  private let factors: FactorTable
  private let secondary = SecondaryDemand()
  private let consumption: LaneBuffer
  private let market: MarketSolver?
  /// The hours of the year, if dispatch is hourly.
  let hours: HourBuffers?

  /// Allocates everything a run needs; the year loop allocates nothing that grows.
  init(_ blueprint: Blueprint) {
    self.blueprint = blueprint
    parameters = LaneBuffer(count: blueprint.scenario.parameters.count)
    outputs = LaneBuffer(count: blueprint.rows.count)
    state = LaneBuffer(count: blueprint.stateCount)
    factors = FactorTable(
      carriers: blueprint.factors.count, pollutants: blueprint.factors.pollutantCount)
    consumption = LaneBuffer(count: blueprint.factors.count)
    market = blueprint.market.map { MarketSolver(blueprint, $0) }
    hours = blueprint.energy.hourly.map(HourBuffers.init)
  }

  /// Runs all years for one set of lever levels per lane.
  ///
  /// - Parameters:
  ///   - levels: ℓ of each lever in the order of their ids.
  ///   - record: Called after each year with the years since the base year and the results.
  /// - Returns: For each lane the first year whose market has no solution; from that year on the
  ///   results of the lane are no numbers.
  @discardableResult
  func run(levels: [Lanes], record: (Int, LaneBuffer) -> Void) -> [UnsolvedYear?] {
    state.clear()
    market?.begin()
    let isUniform = levels.allSatisfy { $0 == .all($0[0]) }
    for year in 0..<blueprint.years.count {
      load(year, levels)
      let context = YearContext(
        year: year, parameters: parameters, outputs: outputs, state: state, factors: factors,
        levels: levels, secondary: secondary, consumption: consumption, hours: hours)
      if let market {
        market.solve(context, isUniform: isUniform) { compute(context) }
      } else {
        compute(context)
      }
      record(year, outputs)
    }
    return market?.unsolved ?? Lanes.zero.indices.map { _ in nil }
  }

  private func load(_ year: Int, _ levels: [Lanes]) {
    for (row, parameter) in blueprint.scenario.parameters.enumerated() {
      parameters[row] = .all(parameter.values[year])
    }
    blueprint.levers.apply(to: parameters, levels: levels, year: year)
    blueprint.factors.update(factors, from: parameters)
  }

  /// The equations of the year, from its parameters and the state at its start.
  private func compute(_ context: YearContext) {
    outputs.clear()
    secondary.clear()
    consumption.clear()
    hours?.loads.clear()
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
    blueprint.costs?.close(supply, context)
    let stocks = buildingResidual.orWorse(fleetResidual)
    let hours = supply.electricity?.hourlyResidual ?? .zero
    for (output, value) in zip(blueprint.residuals, [views, balance, stocks, hours]) {
      context[output] = value
    }
  }
}

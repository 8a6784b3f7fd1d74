/// The year loop: eight variants at a time through the equations, in the order of MODEL.
final class Simulation {
  private let space: VariantSpace
  private let blueprint: Blueprint
  private let base: BaseValues
  private let parameters: LaneBuffer
  private let outputs: LaneBuffer
  private let state: LaneBuffer
  private let factors: FactorTable
  private let demand: Demand
  private let sums: SectorSums
  /// What sectors did in the batch before.
  let memory: SectorMemory
  private let pulls: LaneBuffer
  private let shareSums: LaneBuffer
  private var impossible: [LeverViolation?]
  private let market: MarketSolver?
  /// The hours of the year, if dispatch is hourly.
  let hours: HourBuffers?

  /// Allocates everything a run needs; the year loop allocates nothing that grows.
  ///
  /// - Parameters:
  ///   - space: What variants set.
  ///   - plans: What is kept of sectors, so that those that do again what they did are not computed; none
  ///     where all results are read.
  init(_ space: VariantSpace, remembering plans: [SectorPlan] = []) {
    self.space = space
    blueprint = space.blueprint
    pulls = LaneBuffer(count: blueprint.scenario.levers.count)
    shareSums = LaneBuffer(count: max(blueprint.levers.groups.count, space.shareGroups.count))
    impossible = Array(repeating: nil, count: Lanes.scalarCount)
    parameters = LaneBuffer(count: blueprint.scenario.parameters.count)
    outputs = LaneBuffer(count: blueprint.rows.count)
    state = LaneBuffer(count: blueprint.stateCount)
    factors = FactorTable(
      carriers: blueprint.factors.count, pollutants: blueprint.factors.pollutantCount)
    demand = Demand(blueprint.demandLayout)
    sums = SectorSums(carriers: blueprint.carrierCount)
    memory = SectorMemory(plans, years: blueprint.years.count)
    base = space.base
    base.begin(parameters)
    blueprint.factors.update(factors, from: parameters)
    market = blueprint.market.map { [blueprint] in
      MarketSolver(
        $0, firstYear: blueprint.years.lowerBound, parameters: blueprint.scenario.parameters.count,
        states: blueprint.stateCount, rows: blueprint.rows.count,
        removals: blueprint.row(of: .removals))
    }
    hours = blueprint.energy.hourly.map {
      HourBuffers(
        loads: $0.loads.count, hours: $0.days.hourCount, shapes: $0.days.shapes.count)
    }
  }

  /// Runs the years of a batch.
  ///
  /// - Parameters:
  ///   - batch: What the variants set, one in each lane.
  ///   - years: How many years, from the base year on; all if nothing is given.
  ///   - record: Called after each year with the years since the base year and the results.
  /// - Returns: For each lane why it has no results, if it has none. What is recorded of such a lane
  ///   means nothing.
  @discardableResult
  func run(
    _ batch: VariantBatch, years: Int? = nil, record: (Int, LaneBuffer) -> Void
  ) -> [VariantFault?] {
    market?.begin()
    memory.begin(batch)
    blueprint.clearState(state, except: memory.known)
    for lane in impossible.indices { impossible[lane] = batch.impossibleLevel(in: lane) }
    for year in 0..<(years ?? blueprint.years.count) {
      load(year, batch)
      let context = YearContext(
        year: year, parameters: parameters, outputs: outputs, state: state, factors: factors,
        pulls: pulls, demand: demand, sums: sums, hours: hours)
      if let market {
        market.solve(context, isUniform: batch.isUniform) { compute(context) }
      } else {
        compute(context)
      }
      record(year, outputs)
    }
    if impossible.contains(where: { $0 != nil }) { memory.forget() }
    return impossible.indices.map { lane in
      impossible[lane].map(VariantFault.impossible)
        ?? market?.faults[lane].map(VariantFault.init)
    }
  }

  /// Sets the parameters of a year: as the scenario has them, then as the variants differ, then as the
  /// levers move them.
  private func load(_ year: Int, _ batch: VariantBatch) {
    base.load(year, into: parameters)
    batch.pulls(in: year, into: pulls)
    space.adjust(parameters, batch, sums: shareSums, year: year)
    blueprint.levers.apply(to: parameters, pulls: pulls, sums: shareSums, year: year)
    replaceImpossible(year)
    if base.changesFactors(in: year) { blueprint.factors.update(factors, from: parameters) }
  }

  /// Notes the variants whose values are impossible, and lets their lanes go on as the scenario.
  private func replaceImpossible(_ year: Int) {
    let broken = space.check.broken(parameters)
    for lane in impossible.indices where broken[lane] || impossible[lane] != nil {
      impossible[lane] =
        impossible[lane]
        ?? space.check.violations(
          parameters, lane: lane, year: blueprint.years.lowerBound + year,
          levers: blueprint.levers.levers
        ).first
      for row in space.check.rows {
        parameters[row][lane] = blueprint.baseValues[year * parameters.count + row]
      }
    }
  }

  /// The equations of the year, from its parameters and the state at its start.
  private func compute(_ context: YearContext) {
    demand.clear()
    sums.clear()
    blueprint.clearAccounts(outputs)
    blueprint.drivers.record(context)
    for sector in Sector.allCases where sector != .energy {
      if memory.recall(sector, context) { continue }
      outputs.clear(blueprint.sectorRows[sector.index])
      blueprint.compute(sector, context)
      blueprint.close(sector, context)
      memory.keep(sector, context)
    }
    blueprint.supplyAndClose(context)
  }
}

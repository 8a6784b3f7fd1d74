/// What the city's energy and climate measures cost, year by year (MODEL §10).
///
/// ```text
/// C = annuities + fixed and variable O&M + fuels + imports + carbon + capture and storage + measures
/// ```
///
/// Costs are those of resources: what one sector pays another for electricity, heat or hydrogen is no
/// cost of the city and appears where the carrier is made. The price paid for carbon is a line of its
/// own, so that it can be left out as the transfer it is. Rows are in billion yuan.
struct CostAccount: Sendable {
  /// The discount rate.
  let discountRate: Double
  private let sectors: [SectorCosts]
  /// The lines whose sum is what the city spends.
  private let spending: [OutputIndex]
  private let carbon: CarbonCost
  private let measures: [MeasureCost]
  private let averages: AverageCosts
  private let resourceCost: OutputIndex
  /// What the scenario has but gives no cost for.
  let gaps: [CostGap]

  /// Compiles the account after all sectors; nothing where the scenario counts no costs, or gives a
  /// discount rate and not one cost.
  init?(_ compiler: inout BlueprintCompiler, _ energy: Energy) {
    guard let rate = compiler.discountRate() else { return nil }
    discountRate = rate
    var catalogue = CostCatalogue(compiler.rows, compiler.items, rate: rate)
    catalogue.collect(&compiler)
    guard catalogue.hasAny(&compiler) else { return nil }
    let plants = catalogue.plantRows(&compiler)
    let assets = catalogue.assets.map { ($0.sector, $0.item.flatMap { plants[$0] }, $0.asset) }
    let flows = catalogue.flows(&compiler, plants)
    sectors = Sector.allCases.map {
      SectorCosts(&compiler, $0, assets: assets, flows: flows)
    }
    spending = sectors.flatMap { sector in
      CostKind.allCases.filter { $0 != .carbon }.map { sector.lines[$0.index] }
    }
    carbon = CarbonCost(&compiler, plants)
    measures = compiler.measureCosts()
    let city = compiler.item(ParameterPath(.total), .energy, .account)
    resourceCost = compiler.output(.resourceCost, city)
    averages = AverageCosts(&compiler, energy, plants)
    gaps = catalogue.gaps
  }

  /// The rows whose pieces measures are paid for by.
  var pieces: Set<Int> { Set(measures.flatMap(\.pieces).map(\.row)) }

  /// Pays for a sector's things and energy.
  func close(_ sector: Sector, _ context: YearContext) { sectors[sector.index].close(context) }

  /// Pays for carbon and measures and writes what the year cost, once all sectors are closed.
  func close(_ supply: SupplyAccount, _ context: YearContext) {
    carbon.compute(context) { sector, plant, cost in
      if let sector { add(cost, .carbon, sector, context) }
      if let plant { context[plant] += cost * 1e-3 }
    }
    for measure in measures {
      add(measure.cost(context), .measures, measure.sector, context)
    }
    var spent = Lanes.zero
    for line in spending { spent += context[line] }
    context[resourceCost] = spent
    averages.close(supply, context)
  }

  /// What a unit of a secondary carrier costs to supply, in the order of the carriers [CNY/GJ].
  var averageCosts: [OutputIndex] { averages.outputs }

  private func add(
    _ amount: Lanes, _ kind: CostKind, _ sector: Sector, _ context: YearContext
  ) {
    context[sectors[sector.index].lines[kind.index]] += amount * 1e-3
  }
}

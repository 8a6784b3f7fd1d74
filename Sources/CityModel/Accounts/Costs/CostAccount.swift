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
  /// By sector, then by kind.
  private let lines: [OutputIndex]
  /// By sector, then by investor.
  private let investments: [OutputIndex]
  private let assets: [(sector: Sector, plant: OutputIndex?, asset: Asset)]
  private let flows: [PricedFlow]
  private let carbon: CarbonCost
  private let measures: [MeasureCost]
  private let averages: AverageCosts
  private let plantCosts: [OutputIndex]
  private let resourceCost: OutputIndex
  /// What the scenario has but gives no cost for.
  let gaps: [CostGap]

  /// Compiles the account after all sectors; nothing where the scenario counts no costs.
  init?(_ compiler: inout BlueprintCompiler, _ energy: Energy) {
    guard let rate = compiler.discountRate() else { return nil }
    discountRate = rate
    var catalogue = CostCatalogue(compiler.rows, compiler.items, rate: rate)
    catalogue.collect(&compiler)
    var (lines, investments) = ([OutputIndex](), [OutputIndex]())
    for sector in Sector.allCases {
      let item = compiler.item(ParameterPath(sector.rawValue), sector, .account)
      lines += CostKind.allCases.map { compiler.output(.cost, item, $0.rawValue) }
      investments += Investor.allCases.map {
        compiler.output(.investment, item, $0.rawValue)
      }
    }
    (self.lines, self.investments) = (lines, investments)
    let plants = catalogue.plantRows(&compiler)
    plantCosts = plants.values.sorted { $0.row < $1.row }
    assets = catalogue.assets.map { ($0.sector, $0.item.flatMap { plants[$0] }, $0.asset) }
    flows = catalogue.flows(&compiler, plants)
    carbon = CarbonCost(&compiler, plants)
    measures = compiler.measureCosts()
    let city = compiler.item(ParameterPath("total"), .energy, .account)
    resourceCost = compiler.output(.resourceCost, city)
    averages = AverageCosts(&compiler, energy, plants)
    gaps = catalogue.gaps
  }

  /// Pays for the year and writes what it cost.
  func close(_ supply: SupplyAccount, _ context: YearContext) {
    for (sector, plant, asset) in assets {
      let cost = asset.compute(context)
      add(cost.annuities, .capital, sector, plant, context)
      add(cost.fixed, .fixedOperation, sector, plant, context)
      add(cost.variable, .variableOperation, sector, plant, context)
      invest(cost, sector, context)
    }
    for flow in flows {
      add(flow.cost(context), flow.kind, flow.sector, flow.plant, context)
    }
    carbon.compute(context) { sector, plant, cost in
      if let sector { add(cost, .carbon, sector, nil, context) }
      if let plant { context[plant] += cost * 1e-3 }
    }
    for measure in measures {
      add(measure.cost(context), .measures, measure.sector, nil, context)
    }
    averages.close(supply, context)
  }

  /// What a unit of a secondary carrier costs to supply, in the order of the carriers [CNY/GJ].
  var averageCosts: [OutputIndex] { averages.outputs }

  private func add(
    _ amount: Lanes, _ kind: CostKind, _ sector: Sector, _ plant: OutputIndex?,
    _ context: YearContext
  ) {
    context[lines[sector.index * CostKind.count + kind.index]] += amount * 1e-3
    if kind != .carbon { context[resourceCost] += amount * 1e-3 }
    if let plant { context[plant] += amount * 1e-3 }
  }

  private func invest(_ cost: Asset.YearCost, _ sector: Sector, _ context: YearContext) {
    func add(_ amount: Lanes, by investor: Investor) {
      context[investments[sector.index * Investor.count + investor.index]] += amount * 1e-3
    }
    guard let ofPublic = cost.publicInvestment else {
      return add(cost.investment, by: .unassigned)
    }
    add(ofPublic, by: .public)
    add(cost.investment - ofPublic, by: .private)
  }
}

/// What money is spent on.
public enum CostKind: String, CaseIterable, Sendable {
  /// Annuities of what was added since the base year.
  case capital
  /// Operation and maintenance per thing and year.
  case fixedOperation = "fixed-om"
  /// Operation and maintenance per output, without energy.
  case variableOperation = "variable-om"
  /// Fuels, before any price on carbon.
  case fuel
  /// Electricity, heat and hydrogen from outside.
  case imports
  /// The price on carbon: a transfer.
  case carbon
  /// Capturing CO₂ and storing it.
  case captureAndStorage = "capture-and-storage"
  /// What levers cost beyond what the stocks do.
  case measures

  static let count = allCases.count

  /// The kind's place among all.
  var index: Int {
    switch self {
    case .capital: 0
    case .fixedOperation: 1
    case .variableOperation: 2
    case .fuel: 3
    case .imports: 4
    case .carbon: 5
    case .captureAndStorage: 6
    case .measures: 7
    }
  }
}

/// Who invests.
public enum Investor: String, CaseIterable, Sendable {
  /// The public, by the shares the scenario gives.
  case `public`
  /// Everyone else.
  case `private`
  /// The scenario gives no share.
  case unassigned

  static let count = allCases.count

  /// The investor's place among all.
  var index: Int {
    switch self {
    case .public: 0
    case .private: 1
    case .unassigned: 2
    }
  }
}

/// An amount that is paid for at a price: a fuel, an import, CO₂ captured or stored.
struct PricedFlow: Sendable {
  let kind: CostKind
  let sector: Sector
  /// Where the cost of the plant it belongs to is counted.
  let plant: OutputIndex?
  let amount: OutputIndex
  let price: ParameterIndex

  /// What the flow costs [million CNY].
  func cost(_ context: YearContext) -> Lanes { context[amount] * context[price] }
}

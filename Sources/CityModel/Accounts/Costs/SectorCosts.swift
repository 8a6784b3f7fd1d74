/// What a sector's things and its energy cost in a year, before carbon and measures.
struct SectorCosts: Sendable {
  private struct Owned: Sendable {
    /// Where the cost of the plant it belongs to is counted.
    let plant: OutputIndex?
    let asset: Asset
  }
  private struct Flows: Sendable {
    let line: OutputIndex
    let flows: [PricedFlow]
  }
  /// By kind of cost.
  let lines: [OutputIndex]
  private let investments: [OutputIndex]
  private let assets: [Owned]
  private let flows: [Flows]

  /// Takes of what costs money in the city what belongs to the sector.
  init(
    _ compiler: inout BlueprintCompiler, _ sector: Sector,
    assets: [(sector: Sector, plant: OutputIndex?, asset: Asset)], flows: [PricedFlow]
  ) {
    let item = compiler.item(ParameterPath(sector.rawValue), sector, .account)
    let lines = CostKind.allCases.map { compiler.output(.cost, item, $0.rawValue) }
    investments = Investor.allCases.map { compiler.output(.investment, item, $0.rawValue) }
    self.assets = assets.filter { $0.sector == sector }.map {
      Owned(plant: $0.plant, asset: $0.asset)
    }
    self.flows = CostKind.allCases.compactMap { kind in
      let own = flows.filter { $0.sector == sector && $0.kind == kind }
      return own.isEmpty ? nil : Flows(line: lines[kind.index], flows: own)
    }
    self.lines = lines
  }

  /// Pays for the year [10⁹ CNY].
  func close(_ context: YearContext) {
    payAssets(context)
    for group in flows {
      var sum = Lanes.zero
      for flow in group.flows {
        let cost = flow.cost(context)
        sum += cost
        if let plant = flow.plant { context[plant] += cost * 1e-3 }
      }
      context[group.line] = sum * 1e-3
    }
  }

  private func payAssets(_ context: YearContext) {
    var sum = Asset.YearCost()
    var ofPublic = Lanes.zero
    var ofPrivate = Lanes.zero
    var unassigned = Lanes.zero
    for owned in assets {
      let cost = owned.asset.compute(context)
      sum.annuities += cost.annuities
      sum.fixed += cost.fixed
      sum.variable += cost.variable
      if let paid = cost.publicInvestment {
        ofPublic += paid
        ofPrivate += cost.investment - paid
      } else {
        unassigned += cost.investment
      }
      if let plant = owned.plant { context[plant] += cost.total * 1e-3 }
    }
    context[lines[CostKind.capital.index]] = sum.annuities * 1e-3
    context[lines[CostKind.fixedOperation.index]] = sum.fixed * 1e-3
    context[lines[CostKind.variableOperation.index]] = sum.variable * 1e-3
    context[investments[Investor.public.index]] = ofPublic * 1e-3
    context[investments[Investor.private.index]] = ofPrivate * 1e-3
    context[investments[Investor.unassigned.index]] = unassigned * 1e-3
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

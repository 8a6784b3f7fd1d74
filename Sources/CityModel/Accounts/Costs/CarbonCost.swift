/// What the price on carbon costs: price · coverage · emissions the total counts, where they arise.
struct CarbonCost: Sendable {
  private struct SectorLine: Sendable {
    let sector: Sector
    let emissions: OutputIndex
    let coverage: ParameterIndex?
  }
  private let price: ParameterIndex
  private let sectors: [SectorLine]
  private let plants: [(source: EmissionSource, cost: OutputIndex)]
  private let imports: [(emissions: OutputIndex, cost: OutputIndex)]
  private let energyCoverage: ParameterIndex?
  private let weights: GasWeights

  init(_ compiler: inout BlueprintCompiler, _ costs: [Int: OutputIndex]) {
    let path = ParameterPath(.costs)
    price = compiler.parameter(path / .carbonPrice)
    let rows = compiler.rows
    var sectors: [SectorLine] = []
    for sector in Sector.emitting {
      guard
        let row = rows.firstIndex(where: {
          $0.kind == .bySource && compiler.items[$0.item].sector == sector
        })
      else { continue }
      sectors.append(
        SectorLine(
          sector: sector, emissions: OutputIndex(row: row),
          coverage: compiler.carbonCoverage(sector)))
    }
    self.sectors = sectors
    energyCoverage = compiler.carbonCoverage(.energy)
    let accounting = compiler.scenario.accounting
    weights = GasWeights(accounting)
    plants = compiler.sources.compactMap { entry in
      costs[entry.source.item].map { (entry.source, $0) }
    }
    let counted: OutputKind =
      accounting.electricity == .location ? .importedLocationBased : .importedMarketBased
    imports =
      accounting.countsScope2 && accounting.gases.contains(.co2)
      ? rows.indices.compactMap { index in
        guard rows[index].kind == counted, let cost = costs[rows[index].item] else { return nil }
        return (OutputIndex(row: index), cost)
      } : []
  }

  /// Hands over the cost of each sector and of each plant and contract [million CNY].
  func compute(
    _ context: YearContext, pay: (_ sector: Sector?, _ plant: OutputIndex?, Lanes) -> Void
  ) {
    let price = context[price]
    for line in sectors {
      pay(line.sector, nil, context[line.emissions] * price * context.value(line.coverage, or: 1))
    }
    let forEnergy = price * context.value(energyCoverage, or: 1)
    for (source, cost) in plants { pay(nil, cost, weights.total(source, context) * forEnergy) }
    for (emissions, cost) in imports { pay(nil, cost, context[emissions] * forEnergy) }
  }
}

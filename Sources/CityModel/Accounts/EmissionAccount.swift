/// The two views of the city's emissions and their totals (MODEL §8).
///
/// By source, plants hold their own emissions. By end use, the emissions of electricity, heat and
/// hydrogen go to who used them, in proportion to what was delivered:
///
/// ```text
/// f_el = (plants + electricity's part of heat plants + scope 2) · sent/(sent + exports) / Σ users
/// f_h2 = (plants + f_el · electricity) / Σ users
/// f_heat = (plants without electricity's part + f_el · electricity + f_h2 · hydrogen + scope 2) / Σ users
/// ```
///
/// What exports carry, and what nobody used, stays with the energy sector.
struct EmissionAccount: Sendable {
  private let accounting: Accounting
  private let weights: GasWeights
  private let sources: [[EmissionSource]]
  /// By sector, the captured carbon of living matter that is credited.
  private let removals: [[OutputIndex]]
  private let energy: Energy
  private let byEndUse: [OutputIndex]
  private let bySource: [OutputIndex]
  private let totals: Totals
  /// What a unit of each secondary carrier delivered emits, in the order of the carriers.
  let deliveredFactors: [OutputIndex]
  private let electricityFactor: OutputIndex

  init(_ compiler: inout BlueprintCompiler, _ energy: Energy) {
    self.energy = energy
    accounting = compiler.scenario.accounting
    weights = GasWeights(accounting)
    let registered = compiler.sources
    sources = Sector.allCases.map { sector in
      registered.filter { $0.sector == sector }.map(\.source)
    }
    let rows = compiler.rows
    let credited = compiler.scenario.accounting.creditsBiogenicCapture && weights.carbonDioxide > 0
    removals = Sector.allCases.map { sector in
      rows.indices.filter {
        credited && rows[$0].kind == .capturedBiogenic
          && compiler.items[rows[$0].item].sector == sector
      }.map { OutputIndex(row: $0) }
    }
    let sectors = Sector.allCases.map {
      compiler.item(ParameterPath($0.rawValue), $0, .account)
    }
    byEndUse = sectors.map { compiler.output(.byEndUse, $0) }
    bySource = sectors.map { compiler.output(.bySource, $0) }
    let city = compiler.item(ParameterPath(.total), .energy, .account)
    totals = Totals(&compiler, city)
    deliveredFactors = SecondaryCarrier.ids.map {
      compiler.output(.deliveredFactor, city, $0)
    }
    electricityFactor = compiler.output(.electricityFactor, city)
  }

  /// Adds up the direct emissions of a sector.
  func close(_ sector: Sector, _ context: YearContext) {
    var direct = Lanes.zero
    for source in sources[sector.index] { direct += weights.total(source, context) }
    context.sums[direct: sector] = direct
    var removed = Lanes.zero
    for row in removals[sector.index] { removed += context[row] }
    context.sums[removed: sector] = removed
  }

  /// Writes both views and the totals, once all sectors are closed; gives how far the views differ,
  /// relative.
  func close(_ supply: SupplyAccount, _ context: YearContext) -> Lanes {
    var direct = BySector()
    for sector in Sector.allCases { direct[sector] = context.sums[direct: sector] }
    let scope2 = importedEmissions(context)
    let counted = countedImports(scope2)
    let sinks = direct[.sinks]

    var source = direct
    source[.energy] += counted.electricity + counted.heat
    var use = direct
    let uncounted = scope2.electricityLocation - counted.electricity
    allocate(counted, uncounted: uncounted, supply, into: &use, context)

    for sector in Sector.allCases {
      context[bySource[sector.index]] = source[sector]
      context[byEndUse[sector.index]] = use[sector]
    }
    let gross = use.emitted
    context[totals.gross] = gross
    context[totals.net] = gross + sinks
    context[totals.removals] = Sector.emitting.reduce(.zero) { $0 - context.sums[removed: $1] }
    context[totals.scope1] = direct.emitted
    context[totals.scope2Location] = scope2.location
    context[totals.scope2Market] = scope2.market
    return (gross - source.emitted).magnitudes.divided(
      by: gross.magnitudes.atLeast(.all(1e-12)))
  }

  private struct Scope2 {
    var electricityLocation = Lanes.zero
    var electricityMarket = Lanes.zero
    var heat = Lanes.zero
    var location: Lanes { electricityLocation + heat }
    var market: Lanes { electricityMarket + heat }
  }

  private func importedEmissions(_ context: YearContext) -> Scope2 {
    var result = Scope2()
    for contract in energy.contracts {
      result.electricityLocation += context[contract.locationBased]
      result.electricityMarket += context[contract.marketBased]
    }
    for purchase in energy.heatSystem?.purchases ?? [] {
      result.heat += purchase.scope2(context)
    }
    return result
  }

  /// What of scope 2 the total counts: all by the chosen method, or nothing.
  private func countedImports(_ scope2: Scope2) -> (electricity: Lanes, heat: Lanes) {
    guard accounting.countsScope2, accounting.gases.contains(.co2) else { return (.zero, .zero) }
    switch accounting.electricity {
    case .location: return (scope2.electricityLocation, scope2.heat)
    case .market: return (scope2.electricityMarket, scope2.heat)
    }
  }

  /// Moves the emissions of electricity, heat and hydrogen from the plants to their users.
  ///
  /// - Parameters:
  ///   - imports: What of scope 2 the total counts.
  ///   - uncounted: How much more electricity from outside emits, location-based.
  ///   - supply: What supply did.
  ///   - use: The sectors' emissions, to which those of energy are added.
  ///   - context: The year.
  private func allocate(
    _ imports: (electricity: Lanes, heat: Lanes), uncounted: Lanes, _ supply: SupplyAccount,
    into use: inout BySector, _ context: YearContext
  ) {
    let demand = context.demand
    var (electricityPool, heatPool, hydrogenPool) = pools(imports, context)
    let users = demand.total(.electricity)
    let sent = users + (supply.electricity?.losses ?? .zero)
    let stays = sent.divided(by: sent + (supply.electricity?.exports ?? .zero))
    let toUsers = electricityPool * stays
    let electricity = Delivery(pool: toUsers, demand: users)
    context[electricityFactor] =
      ((electricityPool + uncounted) * stays).divided(by: users) * 1e3
    hydrogenPool += electricity.factor * demand[.electricity, .hydrogenPlants]
    let hydrogen = Delivery(pool: hydrogenPool, demand: demand.total(.hydrogen))
    heatPool +=
      electricity.factor * demand[.electricity, .heatPlants]
      + hydrogen.factor * demand[.hydrogen, .heatPlants]
    let heat = Delivery(pool: heatPool, demand: demand.total(.heat))

    for (sector, purpose) in Purpose.sectors {
      use[sector] +=
        electricity.factor * demand[.electricity, purpose] + heat.factor * demand[.heat, purpose]
        + hydrogen.factor * demand[.hydrogen, purpose]
    }
    use[.energy] =
      (electricityPool - toUsers) + electricity.unused + heat.unused + hydrogen.unused
    context[deliveredFactors[SecondaryCarrier.electricity.index]] =
      electricity.factor * 1e3
    context[deliveredFactors[SecondaryCarrier.heat.index]] = heat.factor * 1e3
    context[deliveredFactors[SecondaryCarrier.hydrogen.index]] = hydrogen.factor * 1e3
  }

  /// What the plants and the counted imports of each carrier emit [Mt], before what they use of one
  /// another; heat plants in proportion to the energy they make.
  private func pools(
    _ imports: (electricity: Lanes, heat: Lanes), _ context: YearContext
  ) -> (electricity: Lanes, heat: Lanes, hydrogen: Lanes) {
    var electricity = imports.electricity
    var heat = imports.heat
    var hydrogen = Lanes.zero
    for plant in energy.heatSystem?.plants ?? [] {
      let emitted = weights.total(plant.source, context)
      let ofElectricity = emitted * plant.electricityPart(context)
      electricity += ofElectricity
      heat += emitted - ofElectricity
    }
    for source in energy.powerSources { electricity += weights.total(source, context) }
    for plant in energy.hydrogenSystem?.plants ?? [] {
      hydrogen += weights.total(plant.source, context)
    }
    return (electricity, heat, hydrogen)
  }

  /// The emissions of a carrier [Mt], spread over what was delivered of it [PJ].
  private struct Delivery {
    /// Emissions per energy delivered [Mt/PJ].
    let factor: Lanes
    /// Emissions of a carrier that nobody used [Mt].
    let unused: Lanes

    init(pool: Lanes, demand: Lanes) {
      factor = pool.divided(by: demand)
      unused = pool.replacing(with: Lanes.zero, where: demand .!= Lanes.zero)
    }
  }
}

/// Where the totals are written.
private struct Totals: Sendable {
  let gross, net, removals, scope1, scope2Location, scope2Market: OutputIndex

  init(_ compiler: inout BlueprintCompiler, _ item: Int) {
    func line(_ line: TotalItem) -> OutputIndex { compiler.output(.total, item, line.rawValue) }
    gross = line(.gross)
    net = line(.net)
    removals = line(.removals)
    scope1 = line(.scope1)
    scope2Location = line(.scope2Location)
    scope2Market = line(.scope2Market)
  }
}

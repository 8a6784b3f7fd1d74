/// Electricity by annual dispatch (MODEL §6).
///
/// ```text
/// D = (final + heat plants + hydrogen plants + capture) / (1 − loss) + exports      [PJ]
/// ```
///
/// First what runs by itself (electricity of heat plants, variable and must-run plants, contracts),
/// then dispatchable plants by merit, then the import that balances. Where the first exceed D they
/// are all cut back alike, and the rest is reported as curtailed. By the hour of representative days
/// the same is done in every hour, see ``HourlyDispatch``.
///
/// A class, so that the year loop passes a reference and copies none of the arrays in it.
final class Electricity: Sendable {
  /// What the system did in a year [PJ].
  struct Result {
    /// Net production in the city, electricity of heat plants included.
    let production: Lanes
    /// The part of ``production`` that heat plants made.
    let fromHeatPlants: Lanes
    /// What came from outside.
    let imported: Lanes
    /// What was lost on the way to users.
    let losses: Lanes
    /// What was delivered outside.
    let exports: Lanes
    /// The part of the heat plants' electricity that was used; below 1 the rest is curtailed.
    let used: Lanes
    /// What storage took in and did not give back.
    var storageLosses = Lanes.zero
    /// What users and exports asked for and did not get.
    var unserved = Lanes.zero
    /// How far the year is from the sum of its hours, relative.
    var hourlyResidual = Lanes.zero
  }

  /// The contracts for electricity from outside, the balancing one last.
  let contracts: [ImportContract]
  /// The dispatch by the hour, if the scenario asks for it.
  let hourly: HourlyDispatch?
  let loss: ParameterIndex
  let exports: ParameterIndex
  /// Plants that run by themselves.
  let unsteered: [PowerPlant]
  /// Plants that can be called, by merit.
  let dispatchable: [PowerPlant]
  let curtailed: OutputIndex

  /// Reads the system of the scenario; nothing where no one uses electricity.
  init?(_ compiler: inout BlueprintCompiler) {
    let path = Key.energy / .electricity
    guard compiler.has(path / .loss) else { return nil }
    loss = compiler.parameter(path / .loss)
    exports = compiler.parameter(path / .exports)
    var unsteered: [PowerPlant] = []
    var ranked: [(rank: Double, plant: PowerPlant)] = []
    for id in compiler.members(path / .technologies) {
      let plant = PowerPlant(&compiler, path / .technologies / id)
      if let merit = plant.merit {
        ranked.append((compiler.baseValue(merit), plant))
      } else {
        unsteered.append(plant)
      }
    }
    self.unsteered = unsteered
    dispatchable = ranked.enumerated()
      .sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
      .map(\.element.plant)
    sources = (self.unsteered + dispatchable).map(\.source)
    let all = compiler.members(path / .imports).map {
      ImportContract(&compiler, path / .imports / $0)
    }
    contracts = all.filter { $0.volume != nil } + all.filter { $0.volume == nil }
    let account = compiler.item(path, .energy, .account)
    curtailed = compiler.output(.curtailed, account)
    hourly = HourlyDispatch(
      &compiler, path, account: account, plants: self.unsteered + dispatchable,
      contracts: contracts)
  }

  /// The emission sources of all plants.
  let sources: [EmissionSource]

  func compute(
    fromHeatPlants: Lanes, _ storage: inout StorageRoom, _ context: YearContext
  ) -> Result {
    if let hourly, let hours = context.hours {
      return dispatch(hourly, hours, fromHeatPlants: fromHeatPlants, &storage, context)
    }
    let users = context.demand.total(.electricity)
    let sent = users / (1 - context[loss])
    let demand = sent + context[exports]

    var room = storage
    var unsteeredSupply = fromHeatPlants
    for plant in unsteered { unsteeredSupply += plant.fullYear(&room, context).net }
    for contract in contracts { unsteeredSupply += context.value(contract.volume, or: 0) }
    let used = demand.divided(by: unsteeredSupply).atMost(.all(1))
    context[curtailed] = unsteeredSupply * (1 - used)
    var production = fromHeatPlants * used
    for plant in unsteered {
      production += plant.record(plant.fullYear(&storage, context).scaled(by: used), context)
    }
    var rest = (demand - unsteeredSupply).atLeast(.zero)
    for plant in dispatchable {
      let net = plant.record(plant.meet(rest, &storage, context), context)
      production += net
      rest = (rest - net).atLeast(.zero)
    }
    var imported = Lanes.zero
    for contract in contracts {
      let volume = contract.volume.map { context[$0] * used }
      imported += contract.record(volume ?? rest, context)
    }
    if let balancing = contracts.last {
      for contract in contracts { contract.account(grid: balancing, context) }
    }
    return Result(
      production: production, fromHeatPlants: fromHeatPlants * used, imported: imported,
      losses: sent - users, exports: context[exports], used: used)
  }
}

/// Electricity from outside under one contract, or the regional grid that balances.
///
/// A class, so that the year loop passes a reference and copies nothing in it.
final class ImportContract: Sendable {
  /// What is bought [PJ]; none for the import that balances.
  let volume: ParameterIndex?
  /// The id in the scenario.
  let id: String
  /// When it delivers, a column of the profiles.
  let profile: String?
  /// The non-fossil part of it, where the scenario says.
  private let nonFossil: (share: ParameterIndex, energy: OutputIndex)?
  let energy: OutputIndex
  let locationBased: OutputIndex
  let marketBased: OutputIndex
  private let factor: ParameterIndex
  private let marketFactor: ParameterIndex
  private let isDedicated: Bool

  init(_ compiler: inout BlueprintCompiler, _ path: ParameterPath) {
    id = path.last
    volume = compiler.optionalParameter(path / .energy)
    factor = compiler.parameter(path / .factor)
    marketFactor = compiler.optionalParameter(path / .marketFactor) ?? factor
    profile = compiler.choice(path / .profile)
    isDedicated = compiler.choice(path / .line) == "dedicated"
    let item = compiler.item(path, .energy, .importContract)
    energy = compiler.output(.imports, item, "electricity")
    locationBased = compiler.output(.importedLocationBased, item)
    marketBased = compiler.output(.importedMarketBased, item)
    nonFossil = compiler.optionalParameter(path / .nonFossilShare).map {
      ($0, compiler.output(.nonFossilImports, item))
    }
  }

  /// Records what was bought and gives it back.
  func record(_ amount: Lanes, _ context: YearContext) -> Lanes {
    context[energy] = amount
    if let nonFossil { context[nonFossil.energy] = amount * context[nonFossil.share] }
    return amount
  }

  /// Writes the CO₂ of what was bought, by both methods of scope 2 [Mt].
  ///
  /// Location-based, what comes over the common grid carries the grid's factor whatever the
  /// contract; market-based, each contract carries its own.
  ///
  /// Source: GHG Protocol Scope 2 Guidance (2015), ch. 4 and 6.
  func account(grid: ImportContract, _ context: YearContext) {
    let bought = context[energy]
    let physical = isDedicated ? factor : grid.factor
    context[locationBased] = bought * context[physical] * 1e-3
    context[marketBased] = bought * context[marketFactor] * 1e-3
  }
}

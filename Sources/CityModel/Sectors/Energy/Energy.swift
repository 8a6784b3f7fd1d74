/// Energy supply: heat, hydrogen and electricity, in this order (MODEL §6).
struct Energy: Sendable {
  private let heat: PlantSystem?
  private let hydrogen: PlantSystem?
  private let electricity: Electricity?

  init(_ compiler: inout BlueprintCompiler) {
    heat = PlantSystem(&compiler, .heat, collection: "technologies")
    hydrogen = PlantSystem(&compiler, .hydrogen, collection: "routes")
    electricity = Electricity(&compiler)
  }

  /// Supplies what the sectors asked for.
  func compute(_ storage: inout StorageRoom, _ context: YearContext) -> SupplyAccount {
    let heat = heat?.compute(&storage, context)
    let hydrogen = hydrogen?.compute(&storage, context)
    let electricity = electricity?.compute(
      fromHeatPlants: heat?.electricityMade ?? .zero, &storage, context)
    if let electricity {
      for plant in self.heat?.plants ?? [] { plant.curtail(to: electricity.used, context) }
    }
    return SupplyAccount(electricity: electricity, heat: heat, hydrogen: hydrogen)
  }

  /// Whether the scenario has anything that supplies a secondary carrier.
  func supplies(_ carrier: String) -> Bool {
    switch carrier {
    case "electricity": electricity != nil
    case "heat": heat != nil
    default: hydrogen != nil
    }
  }

  /// The emission sources of power plants, by use of the account.
  var powerSources: [EmissionSource] { electricity?.sources ?? [] }
  /// The heat system, if the city has one.
  var heatSystem: PlantSystem? { heat }
  /// The hydrogen system, if the city has one.
  var hydrogenSystem: PlantSystem? { hydrogen }
  /// The hourly dispatch, if the scenario asks for it.
  var hourly: HourlyDispatch? { electricity?.hourly }
  /// The contracts for electricity from outside.
  var contracts: [ImportContract] { electricity?.contracts ?? [] }
}

/// What supply did in a year, as the accounts need it.
struct SupplyAccount {
  let electricity: Electricity.Result?
  let heat: PlantSystem.Result?
  let hydrogen: PlantSystem.Result?
}

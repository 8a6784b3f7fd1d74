/// Electricity by the hour of representative days (MODEL §6).
///
/// ```text
/// net = load − what runs by itself (heat plants with the heat, variable, must-run, contracts)
/// net → demand response → storage                     flattened within each day
/// surplus:  net < 0, what runs by itself is cut back alike, the rest is curtailed
/// deficit:  plants by merit, each up to capacity · availability in an hour and
///           capacity · capacity-factor over the year, then the import up to its limit,
///           then nothing: unserved
/// ```
///
/// A plant that reaches its yearly limit runs in the hours of highest need: it cuts what is left for
/// it down to a level. On a flat day without storage all of this is the annual dispatch.
struct HourlyDispatch: Sendable {
  let days: RepresentativeDays
  let loads: ElectricityLoads
  let storages: [ElectricityStorage]
  let responses: [DemandResponse]
  let importLimit: ParameterIndex?
  /// What can be recorded hour by hour.
  let series: HourSeries
  /// The shapes of the loads, of the heat plants' electricity, of plants and of contracts.
  let loadShapes: [Int]
  let heatShape: Int
  let plantShapes: [Int]
  let contractShapes: [Int]
  let unserved: OutputIndex
  let peaks: [OutputIndex]
  let margin: OutputIndex

  init?(
    _ compiler: inout BlueprintCompiler, _ path: ParameterPath, account: Int,
    plants: [PowerPlant], contracts: [ImportContract]
  ) {
    guard let loads = compiler.loads else { return nil }
    self.loads = loads
    var days = RepresentativeDays(&compiler)
    let heatColumn = compiler.choice(Key.energy / .heat / .profile)
    heatShape = days.place(of: heatColumn)
    var shapes: [Int] = []
    for id in loads.ids {
      let own = compiler.choice(ElectricityLoads.shapes / id)
      shapes.append(days.place(of: own ?? (id == Load.heatPlants.rawValue ? heatColumn : nil)))
    }
    loadShapes = shapes
    plantShapes = plants.map { days.place(of: $0.profile) }
    contractShapes = contracts.map { days.place(of: $0.profile) }
    self.days = days

    let responseIds = compiler.members(path / .demandResponse)
    let storageIds = compiler.members(path / .storage)
    let series = HourSeries(
      loads: loads.ids, responses: responseIds, plants: plants.map(\.id),
      contracts: contracts.map(\.id), storages: storageIds)
    self.series = series
    responses = responseIds.enumerated().map { place, id in
      DemandResponse(
        &compiler, path / .demandResponse / id, loads: loads, shapes: shapes,
        series: series.response(place))
    }
    storages = storageIds.enumerated().map { place, id in
      ElectricityStorage(&compiler, path / .storage / id, series: series.storage(place))
    }
    importLimit = compiler.optionalParameter(path / .importLimit)
    unserved = compiler.output(.unserved, account, "electricity")
    peaks = PeakItem.allCases.map { compiler.output(.peakPower, account, $0.rawValue) }
    margin = compiler.output(.capacityMargin, account)
  }
}

/// A technology of a fleet: what a vehicle of each year of sale uses, by carrier.
struct VehicleTechnology: Sendable {
  private struct Drive: Sendable {
    let intensity: ParameterIndex
    let share: ParameterIndex?
    let use: EnergyUse
    /// Where the intensities by year of sale stand in the state.
    let intensities: Int
  }
  let pastGrowth: ParameterIndex
  let earlyRetirement: ParameterIndex
  private let pastImprovement: ParameterIndex
  private let drives: [Drive]
  private let vehicles: OutputIndex
  private let sales: OutputIndex

  init(
    _ compiler: inout BlueprintCompiler, _ path: ParameterPath, source: EmissionSource,
    slots: Int, fleetGrowth: ParameterIndex, uses: inout [String: EnergyUse]
  ) {
    pastGrowth = compiler.optionalParameter(path / "past-growth") ?? fleetGrowth
    earlyRetirement = compiler.parameter(path / "early-retirement")
    pastImprovement = compiler.parameter(path / "past-improvement")
    vehicles = compiler.output(.vehicles, source.item, path.last)
    sales = compiler.output(.vehicleSales, source.item, path.last)
    var drives: [Drive] = []
    for carrier in compiler.members(path / "energy") {
      let use =
        uses[carrier]
        ?? EnergyUse(
          &compiler, carrier: carrier, source: source, use: .transport, purpose: .transport
        ).drawn(as: .charging, at: path, compiler)
      uses[carrier] = use
      drives.append(
        Drive(
          intensity: compiler.parameter(path / "energy" / carrier),
          share: compiler.optionalParameter(path / "distance-share" / carrier), use: use,
          intensities: compiler.state(slots)))
    }
    self.drives = drives
  }

  /// Notes what vehicles sold this year use, and in the base year what the older ones do.
  func recordIntensities(_ stock: CohortStock, _ kind: Int, _ context: YearContext) {
    for drive in drives {
      let now = context[drive.intensity]
      context.state[drive.intensities + stock.vintage(age: 0, in: context)] = now
      guard context.isBase else { continue }
      for age in stock.ages.dropFirst() {
        context.state[drive.intensities + stock.vintage(age: age, in: context)] =
          now * pow(1 + context[pastImprovement], .all(Double(age)))
      }
    }
  }

  /// Uses the energy of the technology's vehicles, each as far as its age makes it run.
  func useEnergy(
    _ stock: CohortStock, _ kind: Int, _ weights: [Lanes], _ distancePerWeight: Lanes,
    _ context: YearContext
  ) {
    context[vehicles] = stock.total(of: kind, context)
    context[sales] = stock.amount(kind, age: 0, context)
    for drive in drives {
      var energy = Lanes.zero
      for age in stock.ages {
        let intensity = context.state[drive.intensities + stock.vintage(age: age, in: context)]
        energy += stock.amount(kind, age: age, context) * weights[age] * intensity
      }
      context.use(drive.use, energy * distancePerWeight * context.value(drive.share, or: 1))
    }
  }
}

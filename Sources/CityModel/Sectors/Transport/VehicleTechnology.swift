/// A technology of a fleet: what a vehicle of each year of sale uses, by carrier.
///
/// A class, so that the year loop passes a reference and copies none of the arrays in it.
final class VehicleTechnology: Sendable {
  private struct Drive: Sendable {
    let intensity: ParameterIndex
    let share: ParameterIndex?
    let use: EnergyUse
    /// Where the intensities by year of sale stand in the state.
    let intensities: Int
  }
  private let pastImprovement: ParameterIndex
  private let drives: [Drive]
  private let vehicles: OutputIndex
  private let sales: OutputIndex

  init(
    _ compiler: inout BlueprintCompiler, _ path: ParameterPath, source: EmissionSource,
    stock: CohortStock, uses: inout [String: EnergyUse]
  ) {
    pastImprovement = compiler.parameter(path / .pastImprovement)
    vehicles = compiler.output(.vehicles, source.item, path.last)
    sales = compiler.output(.vehicleSales, source.item, path.last)
    var drives: [Drive] = []
    for carrier in compiler.members(path / .energy) {
      let use =
        uses[carrier]
        ?? EnergyUse(
          &compiler, carrier: carrier, source: source, use: .transport, purpose: .transport
        ).drawn(as: .charging, at: path, compiler)
      uses[carrier] = use
      drives.append(
        Drive(
          intensity: compiler.parameter(path / .energy / carrier),
          share: compiler.optionalParameter(path / .distanceShare / carrier), use: use,
          intensities: compiler.state(stock.slotCount)))
    }
    self.drives = drives
  }

  /// Notes what vehicles sold this year use, and in the base year what the older ones do.
  func recordIntensities(_ stock: CohortStock, _ context: YearContext) {
    let older = 1 + context[pastImprovement]
    for drive in drives {
      var intensity = context[drive.intensity]
      let now = drive.intensities + stock.vintage(age: 0, in: context)
      context.state[now] = intensity
      guard context.isBase else { continue }
      for age in stock.ages.dropFirst() {
        intensity *= older
        context.state[now - age] = intensity
      }
    }
  }

  /// Uses the energy of the technology's vehicles, each as far as its age makes it run.
  ///
  /// - Parameters:
  ///   - stock: The fleet.
  ///   - kind: The technology's place in it.
  ///   - weights: Where f(a) of the year stands in the state.
  ///   - distancePerWeight: The distance of a vehicle of weight 1.
  ///   - context: The year.
  func useEnergy(
    _ stock: CohortStock, _ kind: Int, weights: Int, _ distancePerWeight: Lanes,
    _ context: YearContext
  ) {
    context[vehicles] = stock.total(of: kind, context)
    context[sales] = stock.amount(kind, age: 0, context)
    for drive in drives {
      let now = drive.intensities + stock.vintage(age: 0, in: context)
      let energy = stock.sum(kind, weights: weights, rates: now, context)
      context.use(drive.use, energy * distancePerWeight * context.value(drive.share, or: 1))
    }
  }
}

/// District heat or hydrogen: sources that share a demand (MODEL §6).
///
/// ```text
/// supply = demand / (1 − loss)
/// output(k) = supply · share(k),   input(k) = output(k) / efficiency(k)
/// electricity made = Σ output(k) · powerRatio(k)      (combined heat and power)
/// ```
///
/// A class, so that the year loop passes a reference and copies none of the arrays in it.
final class PlantSystem: Sendable {
  /// What a system did in a year [PJ].
  struct Result {
    /// What left the plants.
    let production: Lanes
    /// What was bought from outside.
    let imported: Lanes
    /// What was lost on the way.
    let losses: Lanes
    /// Electricity made beside heat.
    let electricityMade: Lanes
  }

  let carrier: SecondaryCarrier
  /// Plants in the city.
  let plants: [Plant]
  /// Purchases from outside.
  let purchases: [Purchase]
  private let loss: ParameterIndex

  init?(
    _ compiler: inout BlueprintCompiler, _ carrier: SecondaryCarrier, collection: String
  ) {
    let system = ParameterPath(.energy) / carrier.id
    guard compiler.has(system / .loss) else { return nil }
    self.carrier = carrier
    loss = compiler.parameter(system / .loss)
    var plants: [Plant] = []
    var purchases: [Purchase] = []
    for id in compiler.members(system / collection) {
      let path = system / collection / id
      if compiler.choice(path / .carrier) != nil {
        plants.append(Plant(&compiler, path, makes: carrier))
      } else {
        purchases.append(Purchase(&compiler, path, carrier: carrier))
      }
    }
    self.plants = plants
    self.purchases = purchases
  }

  func compute(_ storage: inout StorageRoom, _ context: YearContext) -> Result {
    let demand = context.demand.total(carrier)
    let supply = demand / (1 - context[loss])
    var production = Lanes.zero
    var electricity = Lanes.zero
    for plant in plants {
      let output = supply * context[plant.share]
      electricity += plant.run(output, &storage, context)
      production += output
    }
    var imported = Lanes.zero
    for purchase in purchases { imported += purchase.buy(supply, context) }
    return Result(
      production: production, imported: imported, losses: supply - demand,
      electricityMade: electricity)
  }
}

/// A source of heat, or a way to make hydrogen.
///
/// A class, so that the year loop passes a reference and copies nothing in it.
final class Plant: Sendable {
  let share: ParameterIndex
  let source: EmissionSource
  /// Electricity made per heat; boilers, heat pumps and hydrogen plants have none.
  let powerRatio: ParameterIndex?
  private let efficiency: ParameterIndex
  private let input: EnergyUse
  private let output: OutputIndex
  private let electricityOutput: OutputIndex?
  private let capture: PlantCapture?

  init(
    _ compiler: inout BlueprintCompiler, _ path: ParameterPath, makes: SecondaryCarrier
  ) {
    let isHeat = makes == .heat
    let purpose: Purpose = isHeat ? .heatPlants : .hydrogenPlants
    let item = compiler.item(path, .energy, isHeat ? .heatPlant : .hydrogenPlant)
    let carrier = compiler.choice(path / .carrier) ?? ""
    share = compiler.parameter(path / .share)
    efficiency = compiler.parameter(path / .efficiency)
    source = EmissionSource(&compiler, item: item)
    powerRatio = compiler.optionalParameter(path / .powerRatio)
    // Boilers of power plants burn better than those of industry, heat works and gasifiers.
    input = EnergyUse(
      &compiler, carrier: carrier, source: source, use: powerRatio == nil ? .industry : .power,
      purpose: purpose, kind: .plantInput)
    output = compiler.output(
      .plantOutput, item, makes.id)
    electricityOutput = powerRatio.map { _ in
      compiler.output(.plantOutput, item, "electricity")
    }
    capture = PlantCapture(
      &compiler, path, source: source, input: input, inputCarrier: carrier, purpose: purpose)
  }

  /// Runs the plant for an output [PJ] and gives the electricity it makes beside it.
  func run(_ amount: Lanes, _ storage: inout StorageRoom, _ context: YearContext) -> Lanes {
    context[output] = amount
    let formed = context.use(input, amount / context[efficiency])
    capture?.compute(formed: formed, &storage, context)
    let electricity = amount * context.value(powerRatio, or: 0)
    if let electricityOutput { context[electricityOutput] = electricity }
    return electricity
  }

  /// Cuts the electricity back to what the grid took.
  func curtail(to used: Lanes, _ context: YearContext) {
    if let electricityOutput { context[electricityOutput] *= used }
  }

  /// The part of a plant's emissions that belongs to the electricity it makes: that of its energy.
  func electricityPart(_ context: YearContext) -> Lanes {
    let ratio = context.value(powerRatio, or: 0)
    return ratio / (1 + ratio)
  }
}

/// Capture at a hydrogen plant, with the electricity it needs.
private struct PlantCapture: Sendable {
  private let capture: Capture
  private let electricityUse: EnergyUse
  private let captured: CaptureAccount
  private let refused: OutputIndex

  init?(
    _ compiler: inout BlueprintCompiler, _ path: ParameterPath, source: EmissionSource,
    input: EnergyUse, inputCarrier: String, purpose: Purpose
  ) {
    guard let capture = Capture(&compiler, path / .capture) else { return nil }
    self.capture = capture
    electricityUse =
      inputCarrier == "electricity"
      ? input
      : EnergyUse(
        &compiler, carrier: "electricity", source: source, use: .industry, purpose: purpose,
        kind: .plantInput
      ).drawn(as: .capture, at: ParameterPath(""), compiler)
    captured = CaptureAccount(&compiler, source)
    refused = compiler.output(.captureRefused, source.item)
  }

  func compute(formed: Lanes, _ storage: inout StorageRoom, _ context: YearContext) {
    let wanted = formed * capture.fraction(context)
    let taken = storage.take(wanted)
    captured.take(taken, context)
    context[refused] = wanted - taken
    context.use(electricityUse, taken * context[capture.electricity])
  }
}

/// Heat or hydrogen bought from outside, with the emissions of its making.
///
/// A class, so that the year loop passes a reference and copies nothing in it.
final class Purchase: Sendable {
  private let share: ParameterIndex
  private let factor: ParameterIndex
  private let energy: OutputIndex
  /// Heat bought is scope 2 in either method; hydrogen bought is a memo.
  private let emissions: [OutputIndex]

  init(
    _ compiler: inout BlueprintCompiler, _ path: ParameterPath, carrier: SecondaryCarrier
  ) {
    share = compiler.parameter(path / .share)
    factor = compiler.parameter(path / .imported / .factor)
    let item = compiler.item(path, .energy, .importContract)
    energy = compiler.output(
      .imports, item, carrier.id)
    emissions =
      carrier == .heat
      ? [
        compiler.output(.importedLocationBased, item), compiler.output(.importedMarketBased, item),
      ]
      : [compiler.output(.importedMemo, item)]
  }

  /// Buys its share of the supply and gives the amount [PJ].
  func buy(_ supply: Lanes, _ context: YearContext) -> Lanes {
    let amount = supply * context[share]
    context[energy] = amount
    for output in emissions { context[output] = amount * context[factor] * 1e-3 }
    return amount
  }

  /// CO₂ of what was bought, as scope 2 counts it [Mt]; zero for hydrogen.
  func scope2(_ context: YearContext) -> Lanes {
    emissions.count == 2 ? context[emissions[0]] : .zero
  }
}

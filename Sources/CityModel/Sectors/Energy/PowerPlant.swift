/// A power technology of the city.
///
/// Its electricity is counted net of what its own capture uses. With a = κ·η_c·φ/η [t CO₂ captured
/// per GJ made] and e [GJ per t] the need of capture, and room L for CO₂ in the storage:
///
/// ```text
/// net = gross − e·min(a·gross, L)
/// gross(net) = min(net / (1 − e·a), net + e·L)
/// ```
///
/// A plant whose capture needs all it makes, e·a ≥ 1, stands still.
///
/// A class, so that the year loop passes a reference and copies nothing in it.
final class PowerPlant: Sendable {
  /// What a plant does in a year.
  struct Operation {
    /// Delivered [PJ].
    var net: Lanes
    /// Made [PJ].
    var gross: Lanes
    /// CO₂ captured, and what the storage did not take [Mt].
    var captured: Lanes
    var refused: Lanes

    /// The same plant run for a part of it.
    func scaled(by factor: Lanes) -> Self {
      Self(
        net: net * factor, gross: gross * factor, captured: captured * factor,
        refused: refused * factor)
    }
  }

  /// The id in the scenario.
  let id: String
  let source: EmissionSource
  /// The rank of a plant that can be called; none for one that runs by itself.
  let merit: ParameterIndex?
  /// When it runs by itself, a column of the profiles.
  let profile: String?
  private let availability: ParameterIndex?
  private let capacity: ParameterIndex
  private let capacityFactor: ParameterIndex
  private let fuel: (use: EnergyUse, efficiency: ParameterIndex, carrier: Int)?
  private let capture: Capture?
  private let output: OutputIndex
  private let captured: CaptureAccount?
  private let refused: OutputIndex
  private let capacityOutput: OutputIndex

  init(_ compiler: inout BlueprintCompiler, _ path: ParameterPath) {
    id = path.last
    let item = compiler.item(path, .energy, .powerPlant)
    source = EmissionSource(&compiler, item: item)
    capacity = compiler.parameter(path / .capacity)
    capacityFactor = compiler.parameter(path / .capacityFactor)
    availability = compiler.optionalParameter(path / .availability)
    profile = compiler.choice(path / .profile)
    merit =
      compiler.choice(path / .role) == "dispatchable"
      ? compiler.parameter(path / .merit) : nil
    if let id = compiler.choice(path / .fuel),
      let carrier = compiler.members(ParameterPath(.carriers)).firstIndex(of: id)
    {
      let use = EnergyUse(
        &compiler, carrier: id, source: source, use: .power, purpose: .powerPlants,
        kind: .plantInput)
      fuel = (use, compiler.parameter(path / .efficiency), carrier)
    } else {
      fuel = nil
    }
    capture = Capture(&compiler, path / .capture)
    output = compiler.output(.plantOutput, item, "electricity")
    captured = capture == nil ? nil : CaptureAccount(&compiler, source)
    refused = compiler.output(.captureRefused, item)
    capacityOutput = compiler.output(.capacity, item)
  }

  /// The plant run as much as the year allows.
  func fullYear(_ storage: inout StorageRoom, _ context: YearContext) -> Operation {
    operation(gross: greatestGross(context), &storage, context)
  }

  /// The plant run to deliver what is wanted, or what it can.
  func meet(_ wanted: Lanes, _ storage: inout StorageRoom, _ context: YearContext) -> Operation {
    guard capture != nil else {
      let gross = wanted.atMost(greatestGross(context))
      return Operation(net: gross, gross: gross, captured: .zero, refused: .zero)
    }
    let need = captureNeed(context)
    let unlimited = wanted.divided(by: (1 - need.electricityPerGross).atLeast(.zero))
    let limited = wanted + storage.left * need.electricityPerCaptured
    let gross = unlimited.atMost(limited.replacing(with: unlimited, where: limited .!= limited))
    return operation(gross: gross.atMost(greatestGross(context)), &storage, context)
  }

  /// What the plant can deliver in an hour [GW] and in the year [PJ], net of its own use.
  ///
  /// The own use is that of the plant run as much as the year allows, with the storage of CO₂ as it
  /// is now: the same part of every hour's gross output.
  func limits(_ storage: StorageRoom, _ context: YearContext) -> (power: Lanes, energy: Lanes) {
    var untouched = storage
    let fullYear = operation(gross: greatestGross(context), &untouched, context)
    let netPart = fullYear.net.divided(by: fullYear.gross, orIfZero: 1)
    return (context[capacity] * context.value(availability, or: 1) * netPart, fullYear.net)
  }

  /// Writes what the plant did and gives what it delivered [PJ].
  func record(_ operation: Operation, _ context: YearContext) -> Lanes {
    context[output] = operation.net
    context[refused] = operation.refused
    context[capacityOutput] = context[capacity]
    if let fuel {
      context.use(fuel.use, operation.gross / context[fuel.efficiency])
      captured?.take(operation.captured, context)
    }
    return operation.net
  }

  /// What the plant makes in a year of 8760 hours at its capacity factor [GW → PJ].
  private func greatestGross(_ context: YearContext) -> Lanes {
    let gross = context[capacity] * context[capacityFactor] * 31.536
    guard capture != nil else { return gross }
    return gross.replacing(with: 0, where: captureNeed(context).electricityPerGross .>= 1)
  }

  private func operation(
    gross: Lanes, _ storage: inout StorageRoom, _ context: YearContext
  ) -> Operation {
    let need = captureNeed(context)
    let wanted = gross * need.capturedPerGross
    let taken = storage.take(wanted)
    return Operation(
      net: gross - taken * need.electricityPerCaptured, gross: gross, captured: taken,
      refused: wanted - taken)
  }

  private struct CaptureNeed {
    /// a [Mt per PJ made].
    var capturedPerGross = Lanes.zero
    /// e [PJ per Mt].
    var electricityPerCaptured = Lanes.zero
    var electricityPerGross: Lanes { capturedPerGross * electricityPerCaptured }
  }

  private func captureNeed(_ context: YearContext) -> CaptureNeed {
    guard let capture, let fuel else { return CaptureNeed() }
    let formed =
      context.factors[fuel.carrier, .power].carbonDioxide * 1e-3 / context[fuel.efficiency]
    return CaptureNeed(
      capturedPerGross: formed * capture.fraction(context),
      electricityPerCaptured: context[capture.electricity])
  }
}

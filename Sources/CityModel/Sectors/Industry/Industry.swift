/// Industry: subsectors with one or more routes (MODEL §4).
struct Industry: Sendable {
  private let subsectors: [Subsector]

  init(_ compiler: inout BlueprintCompiler, _ drivers: DriverSet) {
    subsectors = compiler.members(ParameterPath(.industry)).map {
      Subsector(&compiler, id: $0, drivers)
    }
  }

  /// Computes the year's activity, energy, process emissions and capture.
  func compute(_ storage: inout StorageRoom, _ context: YearContext) {
    for subsector in subsectors { subsector.compute(&storage, context) }
  }

  /// Counts what relocated industry would have emitted by the energy it would have used here.
  ///
  /// - Parameters:
  ///   - factors: What a unit of each secondary carrier delivered emits [Mt/PJ].
  ///   - context: The year.
  func countRelocated(_ factors: [Lanes], _ context: YearContext) {
    for subsector in subsectors { subsector.relocation.close(factors, context) }
  }
}

/// A class, so that the year loop passes a reference and copies none of the arrays in it.
private final class Subsector: Sendable {
  private let activity: ParameterIndex
  private let basis: ActivityBasis
  private let routes: [Route]
  let relocation: Relocation

  init(_ compiler: inout BlueprintCompiler, id: String, _ drivers: DriverSet) {
    let path = ParameterPath(.industry) / id
    activity = compiler.parameter(path / .activity)
    basis =
      switch compiler.reading(path / .activity) {
      case .amount, .money: .absolute
      case .perProduct: .per(drivers.gdp, scale: 1)
      default:
        .per(
          compiler.parameter(ParameterPath(.drivers) / (compiler.choice(path / .driver) ?? "")),
          scale: 1e-6)
      }
    routes = compiler.members(path / .routes).map {
      Route(&compiler, path / .routes / $0, subsector: id)
    }
    relocation = Relocation(&compiler, subsector: path)
  }

  func compute(_ storage: inout StorageRoom, _ context: YearContext) {
    let whole = basis.activity(context[activity], context)
    let moved = relocation.moved(of: whole, context)
    for route in routes { route.compute(whole - moved, &storage, context) }
    guard any(moved .> .zero) else { return }
    var footprint = Footprint()
    for route in routes { route.add(moved, to: &footprint, room: storage, context) }
    relocation.record(footprint, context)
  }
}

/// One route of a subsector.
///
/// ```text
/// E(u,c) = Q · ρ · intensity(u) · share(u,c) / efficiency(u,c)       Mt·GJ/t or 10⁹ yuan·GJ/10³ yuan = PJ
/// feedstock = Σ E(u,c) · stored(u),  c coal, oil or gas
/// process = Q · ρ · processFactor · (1 − substitution)
/// captured = κ · η_c · (combustion + process),  at most what the storage takes
/// ```
///
/// A class, so that the year loop passes a reference and copies none of the arrays in it.
private final class Route: Sendable {
  private let share: ParameterIndex
  private let output: OutputIndex
  private let feedstock: OutputIndex
  private let uses: [Use]
  private let process: Process
  private let capture: RouteCapture?
  private let weights: GasWeights

  init(_ compiler: inout BlueprintCompiler, _ path: ParameterPath, subsector: String) {
    weights = GasWeights(compiler.scenario.accounting)
    share = compiler.parameter(path / .share)
    let item = compiler.item(path, .industry, .industryEnergy(subsector: subsector))
    output = compiler.output(.activity, item)
    feedstock = compiler.output(.feedstock, item)
    let source = EmissionSource(&compiler, item: item)
    var flows: [String: EnergyUse] = [:]
    func flow(_ carrier: String, _ compiler: inout BlueprintCompiler) -> EnergyUse {
      if let known = flows[carrier] { return known }
      let use = EnergyUse(
        &compiler, carrier: carrier, source: source, use: .industry, purpose: .industry)
      flows[carrier] = use
      return use
    }
    uses = compiler.members(path / .uses).map { id in
      Use(&compiler, path / .uses / id) { flow($0, &$1) }
    }
    process = Process(&compiler, path, subsector: subsector)
    if let capture = Capture(&compiler, path / .capture) {
      self.capture = RouteCapture(
        capture: capture, heat: compiler.parameter(path / .capture / .heat),
        electricityUse: flow("electricity", &compiler)
          .drawn(as: .capture, at: ParameterPath(""), compiler),
        heatUse: flow("heat", &compiler),
        fromEnergy: CaptureAccount(&compiler, source),
        fromProcess: CaptureAccount(&compiler, process.source),
        refused: compiler.output(.captureRefused, item),
        creditsBiogenic: compiler.scenario.accounting.creditsBiogenicCapture)
    } else {
      capture = nil
    }
  }

  func compute(_ activity: Lanes, _ storage: inout StorageRoom, _ context: YearContext) {
    let activity = activity * context[share]
    context[output] = activity
    let combustion = uses.reduce(Lanes.zero) {
      $0 + $1.compute(activity, feedstock: feedstock, context)
    }
    let processCO2 = process.compute(activity, context)
    capture?.compute(combustion: combustion, process: processCO2, &storage, context)
  }

  /// Adds what the route's share of an activity elsewhere would emit and use here.
  func add(
    _ activity: Lanes, to footprint: inout Footprint, room: StorageRoom, _ context: YearContext
  ) {
    let activity = activity * context[share]
    var formed = FormedCarbon()
    for use in uses { formed += use.add(activity, to: &footprint, weights, context) }
    let emitted = process.emissions(activity, context)
    footprint.direct += weights.total(emitted)
    formed.total += emitted.carbonDioxide
    formed.fossil += emitted.carbonDioxide
    guard let capture else { return }
    let captured = capture.add(gross: formed.total, to: &footprint, room: room, context)
    let counted =
      capture.creditsBiogenic
      ? captured : captured * formed.fossil.divided(by: formed.total)
    footprint.direct -= counted * weights.carbonDioxide
  }
}

/// CO₂ that would be formed elsewhere [Mt], and the fossil part of it.
private struct FormedCarbon {
  var total = Lanes.zero
  var fossil = Lanes.zero

  static func += (sum: inout Self, other: Self) {
    sum.total += other.total
    sum.fossil += other.fossil
  }
}

/// A use of energy in a route: heat, motive power, feedstock.
private struct Use: Sendable {
  private struct Supply: Sendable {
    let share: ParameterIndex
    let efficiency: ParameterIndex?
    let use: EnergyUse
    /// Whether what stays in the product is feedstock as statistics count it: of coal, oil and gas.
    let isFossil: Bool
  }
  private let intensity: ParameterIndex
  private let stored: ParameterIndex
  private let supplies: [Supply]

  init(
    _ compiler: inout BlueprintCompiler, _ path: ParameterPath,
    flow: (String, inout BlueprintCompiler) -> EnergyUse
  ) {
    intensity = compiler.parameter(path / .intensity)
    stored = compiler.parameter(path / .carbonStored)
    supplies = compiler.members(path / .carriers).map { carrier in
      Supply(
        share: compiler.parameter(path / .carriers / carrier),
        efficiency: compiler.optionalParameter(path / .efficiency / carrier),
        use: flow(carrier, &compiler),
        isFossil: ["coal", "oil", "gas"].contains(
          compiler.choice(ParameterPath(.carriers) / carrier / .kind)))
    }
  }

  /// Uses the year's energy, adds what stays in the product to the feedstock, and gives the CO₂ it
  /// forms [Mt].
  func compute(_ activity: Lanes, feedstock: OutputIndex, _ context: YearContext) -> Lanes {
    let need = activity * context[intensity]
    return supplies.reduce(Lanes.zero) { formed, supply in
      let energy = need * context[supply.share] / context.value(supply.efficiency, or: 1)
      if supply.isFossil { context[feedstock] += energy * context[stored] }
      return formed + context.use(supply.use, energy, stored: context[stored])
    }
  }

  /// Adds what the use would emit and need, and gives the CO₂ it would form.
  func add(
    _ activity: Lanes, to footprint: inout Footprint, _ weights: GasWeights,
    _ context: YearContext
  ) -> FormedCarbon {
    let need = activity * context[intensity]
    var formed = FormedCarbon()
    for supply in supplies {
      let energy = need * context[supply.share] / context.value(supply.efficiency, or: 1)
      switch supply.use.carrier {
      case .secondary(let carrier): footprint[carrier] += energy
      case .declared(let place, let burner):
        let burnt = Combustion(of: energy * (1 - context[stored]), context.factors[place, burner])
        footprint.direct += weights.total(burnt)
        formed.total += burnt.carbonDioxide
        formed.fossil += burnt.fossilCarbonDioxide
      }
    }
    return formed
  }
}

/// Emissions that are not from burning.
private struct Process: Sendable {
  let source: EmissionSource
  private let factor: ParameterIndex
  private let substitution: ParameterIndex
  private let methane: ParameterIndex
  private let nitrousOxide: ParameterIndex
  private let fluorinatedGases: ParameterIndex?

  init(_ compiler: inout BlueprintCompiler, _ path: ParameterPath, subsector: String) {
    let item = compiler.item(path, .industry, .industryProcess(subsector: subsector))
    fluorinatedGases = compiler.optionalParameter(path / .processFluorinatedGases)
    source = EmissionSource(
      &compiler, item: item, hasFluorinatedGases: fluorinatedGases != nil)
    factor = compiler.parameter(path / .process)
    substitution = compiler.parameter(path / .processSubstitution)
    methane = compiler.parameter(path / .processMethane)
    nitrousOxide = compiler.parameter(path / .processNitrousOxide)
  }

  /// Emits the year's process gases and gives the CO₂ [Mt].
  func compute(_ activity: Lanes, _ context: YearContext) -> Lanes {
    let emitted = emissions(activity, context)
    context[source.carbonDioxide] += emitted.carbonDioxide
    context[source.fossilMethane] += emitted.methane
    context[source.nitrousOxide] += emitted.nitrousOxide
    if let output = source.fluorinatedGases { context[output] += emitted.fluorinatedGases }
    return emitted.carbonDioxide
  }

  /// What an activity emits: CO₂ [Mt], methane and nitrous oxide [kt], fluorinated gases [Mt CO₂e],
  /// which other raw materials do not avoid.
  func emissions(_ activity: Lanes, _ context: YearContext) -> ProcessEmissions {
    let remaining = activity * (1 - context[substitution])
    return ProcessEmissions(
      carbonDioxide: remaining * context[factor], methane: remaining * context[methane],
      nitrousOxide: remaining * context[nitrousOxide],
      fluorinatedGases: activity * context.value(fluorinatedGases, or: 0))
  }
}

/// Capture in an industrial route, with the electricity and heat it needs from §6.
private struct RouteCapture: Sendable {
  let capture: Capture
  let heat: ParameterIndex
  let electricityUse: EnergyUse
  let heatUse: EnergyUse
  let fromEnergy: CaptureAccount
  let fromProcess: CaptureAccount
  let refused: OutputIndex
  let creditsBiogenic: Bool

  func compute(
    combustion: Lanes, process: Lanes, _ storage: inout StorageRoom, _ context: YearContext
  ) {
    let gross = combustion + process
    let wanted = gross * capture.fraction(context)
    let captured = storage.take(wanted)
    let ofProcess = captured * process.divided(by: gross)
    context[refused] = wanted - captured
    fromEnergy.take(captured - ofProcess, context)
    fromProcess.take(ofProcess, context)
    context.use(electricityUse, captured * context[capture.electricity])
    context.use(heatUse, captured * context[heat])
  }

  /// Adds what capture would need, as far as the storage has room, and gives what it would take.
  func add(
    gross: Lanes, to footprint: inout Footprint, room: StorageRoom, _ context: YearContext
  ) -> Lanes {
    let captured = (gross * capture.fraction(context)).atMost(room.left)
    footprint[.electricity] += captured * context[capture.electricity]
    footprint[.heat] += captured * context[heat]
    return captured
  }
}

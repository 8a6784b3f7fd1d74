/// Industry that a subsector has moved out of the city, and what it would have emitted here.
///
/// ```text
/// Q_here = Q · (1 − r)
/// direct = λ · Σ_route (combustion + process − captured)(Q · r · ρ)        [Mt CO₂e]
/// energy = λ · Σ_c f(c) · E(c)(Q · r · ρ),   c electricity, heat, hydrogen
/// ```
///
/// f is the emission factor of what was delivered in the year, as the total counts it; of a carrier
/// that nobody uses any more it is the last one known. Capture takes what the storage has room for
/// when the subsector's own is stored. λ, the leakage factor, says how much more or less the place
/// emits to which the activity goes. None of it is in any total: what is moved is not abated.
struct Relocation: Sendable {
  private let share: ParameterIndex
  private let leakageFactor: ParameterIndex
  private let energy: [OutputIndex]
  private let direct: OutputIndex
  private let indirect: OutputIndex

  init(_ compiler: inout BlueprintCompiler, subsector path: ParameterPath) {
    share = compiler.parameter(path / .relocation)
    leakageFactor = compiler.parameter(path / .leakageFactor)
    let item = compiler.item(path, .industry, .relocation)
    energy = SecondaryCarrier.ids.map {
      compiler.output(.relocatedEnergy, item, $0)
    }
    direct = compiler.output(.relocatedEmissions, item, RelocatedPart.direct.rawValue)
    indirect = compiler.output(.relocatedEmissions, item, RelocatedPart.energy.rawValue)
  }

  /// The part of an activity that is moved.
  func moved(of activity: Lanes, _ context: YearContext) -> Lanes { activity * context[share] }

  /// Writes what the moved activity would have emitted and used.
  func record(_ footprint: Footprint, _ context: YearContext) {
    context[direct] = footprint.direct * context[leakageFactor]
    for (carrier, output) in zip(SecondaryCarrier.allCases, energy) {
      context[output] = footprint[carrier]
    }
  }

  /// Writes what the energy would have emitted, once it is known what a unit of it does [Mt/PJ].
  func close(_ factors: [Lanes], _ context: YearContext) {
    let emitted = zip(energy, factors).reduce(Lanes.zero) { $0 + context[$1.0] * $1.1 }
    context[indirect] = emitted * context[leakageFactor]
  }
}

/// What an activity would emit and use, without any of it happening.
struct Footprint {
  /// Direct emissions [Mt CO₂e].
  var direct = Lanes.zero
  private var electricity = Lanes.zero
  private var heat = Lanes.zero
  private var hydrogen = Lanes.zero

  /// Secondary energy used [PJ].
  subscript(carrier: SecondaryCarrier) -> Lanes {
    get {
      switch carrier {
      case .electricity: electricity
      case .heat: heat
      case .hydrogen: hydrogen
      }
    }
    set {
      switch carrier {
      case .electricity: electricity = newValue
      case .heat: heat = newValue
      case .hydrogen: hydrogen = newValue
      }
    }
  }
}

/// What a unit of each secondary carrier delivered emits; of one that nobody uses, the last known.
///
/// It is compiled with the accounts: what it remembers follows from supply, not from industry alone.
struct KnownFactors: Sendable {
  private let start: Int

  init(_ compiler: inout BlueprintCompiler) {
    start = compiler.state(SecondaryCarrier.allCases.count)
  }

  /// The factors of the year [Mt/PJ], from those the account found [kg/GJ].
  func update(_ found: [OutputIndex], _ context: YearContext) -> [Lanes] {
    zip(SecondaryCarrier.allCases, found).map { carrier, output in
      let place = start + carrier.index
      context.state[place] = (context[output] * 1e-3).replacing(
        with: context.state[place], where: context.demand.total(carrier) .== .zero)
      return context.state[place]
    }
  }
}

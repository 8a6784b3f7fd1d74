/// Municipal solid waste, and wastewater where the scenario has it (MODEL §7).
///
/// ```text
/// W = generation · P,  W(k) = W · share(k)
/// incineration: CO₂ = W · carbon · fossil · oxidation · 44/12
/// composting:   CH₄ = W · factor,  N₂O = W · factor
/// ```
///
/// Source: IPCC 2006 Guidelines, vol. 5, ch. 3–5.
struct Waste: Sendable {
  private let generation: ParameterIndex
  private let basis: ActivityBasis
  private let treated: [(share: ParameterIndex, output: OutputIndex)]
  private let incineration: Incineration?
  private let composting: Composting?
  private let landfill: Landfill?
  private let wastewater: Wastewater?

  init?(_ compiler: inout BlueprintCompiler, _ drivers: DriverSet) {
    let path = ParameterPath(.waste)
    guard compiler.has(path / .generation) else { return nil }
    generation = compiler.parameter(path / .generation)
    basis =
      compiler.reading(path / .generation) == .amount
      ? .absolute : .per(drivers.population, scale: 1)
    let item = compiler.item(path / .treatment, .waste, .waste)
    treated = WasteTreatment.allCases.map { treatment in
      (
        compiler.parameter(path / .treatment / treatment.rawValue),
        compiler.output(.wasteTreated, item, treatment.rawValue)
      )
    }
    incineration = Incineration(&compiler, path)
    composting = Composting(&compiler, path)
    landfill = Landfill(&compiler, path)
    wastewater = Wastewater(&compiler, path, drivers)
  }

  /// Treats the year's waste.
  func compute(_ context: YearContext) {
    let waste = basis.activity(context[generation], context)
    for treatment in treated { context[treatment.output] = waste * context[treatment.share] }
    incineration?.compute(waste, context)
    composting?.compute(waste, context)
    landfill?.compute(waste, context)
    wastewater?.compute(context)
  }
}

private struct Incineration: Sendable {
  private let share: ParameterIndex
  private let carbon: ParameterIndex
  private let fossil: ParameterIndex
  private let oxidation: ParameterIndex
  private let methane: ParameterIndex
  private let nitrousOxide: ParameterIndex
  private let source: EmissionSource

  init?(_ compiler: inout BlueprintCompiler, _ waste: ParameterPath) {
    let path = waste / .incineration
    guard compiler.has(path / .carbonContent) else { return nil }
    share = compiler.parameter(waste / .treatment / .incineration)
    carbon = compiler.parameter(path / .carbonContent)
    fossil = compiler.parameter(path / .fossilShare)
    oxidation = compiler.parameter(path / .oxidation)
    methane = compiler.parameter(path / .methane)
    nitrousOxide = compiler.parameter(path / .nitrousOxide)
    source = EmissionSource(&compiler, item: compiler.item(path, .waste, .waste))
  }

  func compute(_ waste: Lanes, _ context: YearContext) {
    let burnt = waste * context[share]
    let formed = burnt * context[carbon] * context[oxidation] * (44.0 / 12)
    context[source.carbonDioxide] += formed * context[fossil]
    context[source.biogenicCarbonDioxide] += formed * (1 - context[fossil])
    context[source.biogenicMethane] += burnt * context[methane]
    context[source.nitrousOxide] += burnt * context[nitrousOxide]
  }
}

private struct Composting: Sendable {
  private let share: ParameterIndex
  private let methane: ParameterIndex
  private let nitrousOxide: ParameterIndex
  private let source: EmissionSource

  init?(_ compiler: inout BlueprintCompiler, _ waste: ParameterPath) {
    let path = waste / .composting
    guard compiler.has(path / .methane) else { return nil }
    share = compiler.parameter(waste / .treatment / .composting)
    methane = compiler.parameter(path / .methane)
    nitrousOxide = compiler.parameter(path / .nitrousOxide)
    source = EmissionSource(&compiler, item: compiler.item(path, .waste, .waste))
  }

  func compute(_ waste: Lanes, _ context: YearContext) {
    let composted = waste * context[share]
    context[source.biogenicMethane] += composted * context[methane]
    context[source.nitrousOxide] += composted * context[nitrousOxide]
  }
}

/// A landfill whose carbon decays by first order.
///
/// ```text
/// deposited = W · DOC · DOCf · MCF
/// decomposed(t) = stock(t−1) · (1 − e^(−k)),   stock(t) = stock(t−1) · e^(−k) + deposited(t)
/// CH₄ = decomposed · F · 16/12 · (1 − R) · (1 − OX)
/// ```
///
/// Source: IPCC 2006 Guidelines, vol. 5, ch. 3, eq. 3.1–3.6.
private struct Landfill: Sendable {
  private let share: ParameterIndex
  private let degradable: ParameterIndex
  private let dissimilated: ParameterIndex
  private let correction: ParameterIndex
  private let methaneFraction: ParameterIndex
  private let decay: ParameterIndex
  private let recovery: ParameterIndex
  private let oxidation: ParameterIndex
  private let inPlace: ParameterIndex?
  private let source: EmissionSource
  private let stock: Int

  init?(_ compiler: inout BlueprintCompiler, _ waste: ParameterPath) {
    let path = waste / .landfill
    guard compiler.has(path / .degradableCarbon) else { return nil }
    share = compiler.parameter(waste / .treatment / .landfill)
    degradable = compiler.parameter(path / .degradableCarbon)
    dissimilated = compiler.parameter(path / .dissimilated)
    correction = compiler.parameter(path / .correction)
    methaneFraction = compiler.parameter(path / .methaneFraction)
    decay = compiler.parameter(path / .decay)
    recovery = compiler.parameter(path / .recovery)
    oxidation = compiler.parameter(path / .oxidation)
    inPlace = compiler.optionalParameter(path / .wasteInPlace)
    source = EmissionSource(&compiler, item: compiler.item(path, .waste, .waste))
    stock = compiler.state(1)
  }

  func compute(_ waste: Lanes, _ context: YearContext) {
    let deposited =
      waste * context[share] * context[degradable] * context[dissimilated] * context[correction]
    let stays = exp(-context[decay])
    if context.isBase {
      context.state[stock] = inPlace.map { context[$0] } ?? deposited / (1 - stays)
    }
    let decomposed = context.state[stock] * (1 - stays)
    context.state[stock] = context.state[stock] * stays + deposited
    let formed = decomposed * context[methaneFraction] * (16.0 / 12)
    let emitted = formed * (1 - context[recovery]) * (1 - context[oxidation])
    context[source.biogenicMethane] += emitted * 1e3
  }
}

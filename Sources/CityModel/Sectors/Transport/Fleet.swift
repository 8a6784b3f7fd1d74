import Quantities

/// The vehicles of a road mode, by technology and year of sale (MODEL §2, §5).
///
/// ```text
/// N = D · share / (load · km),  or given, or ownership · P          [million]
/// km(a) = km · f(a) / ⟨f⟩,      f(a) = (1 − decline)^a
/// E(c) = Σ_k Σ_v n(k,v) · km(t−v) · share(k,c) · intensity(k,c,v)   [PJ]
/// ```
///
/// ⟨f⟩ is the fleet's mean, so that `km` is the mean distance of all vehicles whatever their age.
///
/// A class, so that the year loop passes a reference and copies none of the arrays in it.
final class Fleet: Sendable {
  private let size: FleetSize
  private let load: ParameterIndex
  private let distance: ParameterIndex
  private let decline: ParameterIndex
  private let stock: CohortStock
  /// Where f(a) of the year stands in the state.
  private let weights: Int
  private let technologies: [VehicleTechnology]

  init(
    _ compiler: inout BlueprintCompiler, _ path: ParameterPath, load: ParameterIndex,
    source: EmissionSource, _ drivers: DriverSet
  ) {
    let ids = compiler.members(path / .technologies)
    self.load = load
    size = FleetSize(&compiler, path, drivers)
    distance = compiler.parameter(path / .distance)
    decline = compiler.parameter(path / .distanceDecline)
    let stock = Self.stock(&compiler, path, ids)
    self.stock = stock
    weights = compiler.state(stock.lastAge + 1)
    var uses: [String: EnergyUse] = [:]
    technologies = ids.map {
      VehicleTechnology(
        &compiler, path / .technologies / $0, source: source, stock: stock, uses: &uses)
    }
  }

  private static func stock(
    _ compiler: inout BlueprintCompiler, _ path: ParameterPath, _ ids: [String]
  ) -> CohortStock {
    let fleetGrowth = compiler.parameter(path / .pastGrowth)
    let classes = ids.map { id in
      let technology = path / .technologies / id
      return CohortStock.Class(
        ofStock: .share(compiler.parameter(path / .stock / id)),
        ofAdditions: .share(compiler.parameter(path / .sales / id)),
        earlyRetirement: compiler.parameter(technology / .earlyRetirement),
        pastGrowth: compiler.optionalParameter(technology / .pastGrowth) ?? fleetGrowth)
    }
    return CohortStock(&compiler, Lifetime(&compiler, path), classes: classes)
  }

  /// Turns the fleet over and uses its energy; gives what it moved and the stock residual.
  func compute(wanted: Lanes, _ context: YearContext) -> (moved: Lanes, residual: Lanes) {
    let distance = context[distance]
    let needed = size.vehicles(wanted: wanted, perVehicle: context[load] * distance, context)
    let change = stock.turnOver(needed: needed, context)
    weighAges(context)
    var running = Lanes.zero
    for (kind, technology) in technologies.enumerated() {
      technology.recordIntensities(stock, context)
      running += stock.sum(kind, weights: weights, context)
    }
    let distancePerWeight = (distance * change.total).divided(by: running)
    for (kind, technology) in technologies.enumerated() {
      technology.useEnergy(stock, kind, weights: weights, distancePerWeight, context)
    }
    return (change.total * distance * context[load], change.residual)
  }

  /// f(a) for each age.
  private func weighAges(_ context: YearContext) {
    let stays = 1 - context[decline]
    var weight = Lanes.all(1)
    for age in stock.ages {
      context.state[weights + age] = weight
      weight *= stays
    }
  }
}

/// How many vehicles a fleet needs: from what it must move, given, or by ownership.
private enum FleetSize: Sendable {
  case activity
  case given(ParameterIndex)
  case ownership(Ownership)

  init(_ compiler: inout BlueprintCompiler, _ path: ParameterPath, _ drivers: DriverSet) {
    if let vehicles = compiler.optionalParameter(path / .vehicles) {
      self = .given(vehicles)
    } else if compiler.has(path / .ownership / .base) {
      self = .ownership(Ownership(&compiler, path / .ownership, drivers))
    } else {
      self = .activity
    }
  }

  /// The vehicles needed [million].
  func vehicles(wanted: Lanes, perVehicle: Lanes, _ context: YearContext) -> Lanes {
    switch self {
    case .activity: wanted.divided(by: perVehicle)
    case .given(let vehicles): context[vehicles]
    case .ownership(let ownership): ownership.vehicles(context)
    }
  }
}

/// Vehicles per thousand people that saturate against GDP per person (see `GompertzOwnership`),
/// with one speed of adjustment whether income rises or falls.
private struct Ownership: Sendable {
  private let drivers: DriverSet
  private let base: ParameterIndex
  private let saturation: ParameterIndex
  private let alpha: ParameterIndex
  private let beta: ParameterIndex
  private let adjustment: ParameterIndex
  private let previous: Int

  init(_ compiler: inout BlueprintCompiler, _ path: ParameterPath, _ drivers: DriverSet) {
    self.drivers = drivers
    base = compiler.parameter(path / .base)
    saturation = compiler.parameter(path / .saturation)
    alpha = compiler.parameter(path / .alpha)
    beta = compiler.parameter(path / .beta)
    adjustment = compiler.parameter(path / .adjustment)
    previous = compiler.state(1)
  }

  func vehicles(_ context: YearContext) -> Lanes {
    let population = context[drivers.population]
    let income = context[drivers.gdp] / population
    var perThousand = context[base]
    if !context.isBase {
      for lane in perThousand.indices {
        perThousand[lane] = curve(lane, context).next(
          after: context.state[previous][lane], previousIncome: income[lane], income: income[lane])
      }
    }
    context.state[previous] = perThousand
    return perThousand * population * 1e-3
  }

  private func curve(_ lane: Int, _ context: YearContext) -> GompertzOwnership {
    GompertzOwnership(
      saturation: context[saturation][lane], alpha: context[alpha][lane],
      beta: context[beta][lane], risingSpeed: context[adjustment][lane],
      fallingSpeed: context[adjustment][lane])
  }
}

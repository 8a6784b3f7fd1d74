/// Passenger and freight transport (MODEL §5).
struct Transport: Sendable {
  /// The two services of transport.
  enum Service: String, CaseIterable {
    case passenger, freight
  }

  private let services: [ServiceModel]

  init(_ compiler: inout BlueprintCompiler, _ drivers: DriverSet) {
    services = Service.allCases.map { ServiceModel(&compiler, $0, drivers) }
  }

  /// Computes the year's fleets and energy, and gives the worst stock residual.
  func compute(_ context: YearContext) -> Lanes {
    services.reduce(.zero) { $0.orWorse($1.compute(context)) }
  }
}

/// Passenger or freight: a demand that divides over modes, and modes whose fleet is given.
private struct ServiceModel: Sendable {
  private let demand: (value: ParameterIndex, basis: ActivityBasis)?
  private let modes: [Mode]

  init(
    _ compiler: inout BlueprintCompiler, _ service: Transport.Service, _ drivers: DriverSet
  ) {
    let path = ParameterPath(.transport) / service.rawValue
    if let value = compiler.optionalParameter(path / .demand) {
      let basis: ActivityBasis =
        switch compiler.reading(path / .demand) {
        case .perPerson: .per(drivers.population, scale: 1e-3)
        case .perProduct: .per(drivers.gdp, scale: 1)
        default: .absolute
        }
      demand = (value, basis)
    } else {
      demand = nil
    }
    modes = compiler.members(path).map { Mode(&compiler, path / $0, service, drivers) }
  }

  func compute(_ context: YearContext) -> Lanes {
    let total = demand.map { $0.basis.activity(context[$0.value], context) } ?? .zero
    return modes.reduce(.zero) { $0.orWorse($1.compute(demand: total, context)) }
  }
}

/// One mode: with a fleet of vehicles, or with energy per distance alone.
///
/// A class, so that the year loop passes a reference and copies none of the arrays in it.
private final class Mode: Sendable {
  private enum Technology: Sendable {
    case energyPerDistance([(intensity: ParameterIndex, use: EnergyUse)])
    case fleet(Fleet)
  }
  private let share: ParameterIndex?
  private let distance: OutputIndex
  private let technology: Technology

  init(
    _ compiler: inout BlueprintCompiler, _ path: ParameterPath, _ service: Transport.Service,
    _ drivers: DriverSet
  ) {
    share = compiler.optionalParameter(path / .share)
    let item = compiler.item(
      path, .transport, service == .passenger ? .passengerMode : .freightMode)
    distance = compiler.output(service == .passenger ? .passengerDistance : .freightMoved, item)
    let source = EmissionSource(&compiler, item: item)
    if compiler.members(path / .technologies).isEmpty {
      technology = .energyPerDistance(
        compiler.members(path / .energy).map { carrier in
          (
            compiler.parameter(path / .energy / carrier),
            EnergyUse(
              &compiler, carrier: carrier, source: source, use: .transport, purpose: .transport)
          )
        })
    } else {
      let load = compiler.parameter(path / (service == .passenger ? "occupancy" : "load"))
      technology = .fleet(Fleet(&compiler, path, load: load, source: source, drivers))
    }
  }

  func compute(demand: Lanes, _ context: YearContext) -> Lanes {
    let wanted = demand * context.value(share, or: 0)
    switch technology {
    case .energyPerDistance(let uses):
      context[distance] = wanted
      for use in uses { context.use(use.use, wanted * context[use.intensity]) }
      return .zero
    case .fleet(let fleet):
      let (moved, residual) = fleet.compute(wanted: wanted, context)
      context[distance] = moved
      return residual
    }
  }
}

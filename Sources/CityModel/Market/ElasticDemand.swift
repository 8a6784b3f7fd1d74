/// The demand of a use, which answers to the price of its energy with a constant elasticity.
struct ElasticDemand: Sendable {
  /// A parameter that carries the demand, and how.
  enum Target: Sendable {
    /// Energy is proportional to it.
    case multiplied(ParameterIndex)
    /// Energy is inversely proportional to it: the load of a vehicle.
    case divided(ParameterIndex)
  }
  private let energy: [(amount: OutputIndex, price: PriceSource)]
  private let source: EmissionSource
  private let weights: GasWeights
  private let coverage: ParameterIndex?
  private let elasticity: Double
  private let targets: [Target]

  /// Scales the demand to the prices.
  ///
  /// - Parameters:
  ///   - prices: The year's prices.
  ///   - reference: The year without the response.
  ///   - context: The year whose parameters are scaled.
  func apply(_ prices: Prices, reference: YearContext, _ context: YearContext) {
    let charged = weights.total(source, reference) * context.value(coverage, or: 1)
    var spend = charged * prices.carbon
    var before = charged * prices.carbonInPaths
    for (amount, source) in energy {
      spend += reference[amount] * prices.price(source)
      before += reference[amount] * prices.priceInPaths(source)
    }
    let ratio = spend.divided(by: before, orIfZero: 1).atLeast(.all(Self.leastRatio))
      .replacing(with: 1, where: before .<= Lanes.zero)
    let factor = pow(ratio, .all(elasticity))
    for target in targets {
      switch target {
      case .multiplied(let row): context.parameters[row.row] *= factor
      case .divided(let row): context.parameters[row.row] /= factor
      }
    }
  }

  /// No spending is taken to fall below this part of what it was.
  private static let leastRatio = 0.01
}

extension ElasticDemand {
  /// The uses of the scenario that have an elasticity.
  static func all(_ compiler: inout BlueprintCompiler, _ book: inout PriceBook) -> [Self] {
    compiler.sources.map(\.source).compactMap { source in
      let item = compiler.items[source.item]
      guard let use = ElasticUse(item), let elasticity = use.elasticity(&compiler),
        elasticity != 0
      else { return nil }
      return ElasticDemand(&compiler, &book, use, source, elasticity)
    }
  }

  private init?(
    _ compiler: inout BlueprintCompiler, _ book: inout PriceBook, _ use: ElasticUse,
    _ source: EmissionSource, _ elasticity: Double
  ) {
    var energy: [(OutputIndex, PriceSource)] = []
    for (index, row) in compiler.rows.enumerated()
    where row.kind == .finalEnergy && row.item == source.item {
      guard let price = book.source(row.part, &compiler) else { return nil }
      energy.append((OutputIndex(row: index), price))
    }
    self.energy = energy
    self.source = source
    self.elasticity = elasticity
    weights = GasWeights(compiler.scenario.accounting)
    coverage = compiler.carbonCoverage(compiler.items[source.item].sector)
    targets = use.targets(&compiler)
  }
}

/// A use whose demand can answer to prices, and the parameters that carry its demand.
private struct ElasticUse {
  let path: ParameterPath
  private let sector: String

  init?(_ item: OutputItem) {
    path = item.path
    switch item.role {
    case .buildingUse: sector = "buildings"
    case .industryEnergy: sector = "industry"
    case .passengerMode: sector = "passenger"
    case .freightMode: sector = "freight"
    default: return nil
    }
  }

  func elasticity(_ compiler: inout BlueprintCompiler) -> Double? {
    let own = compiler.optionalParameter(path / .priceElasticity)
    let ofSector = compiler.optionalParameter(Key.costs / .elasticity / sector)
    return (own ?? ofSector).map { compiler.baseValue($0) }
  }

  func targets(_ compiler: inout BlueprintCompiler) -> [ElasticDemand.Target] {
    switch sector {
    case "buildings": return [.multiplied(compiler.parameter(path / .service))]
    case "industry":
      return compiler.members(path / .uses).map {
        .multiplied(compiler.parameter(path / .uses / $0 / .intensity))
      }
    default:
      guard !compiler.members(path / .technologies).isEmpty else {
        return compiler.members(path / .energy).map {
          .multiplied(compiler.parameter(path / .energy / $0))
        }
      }
      let isSizedByActivity =
        !compiler.has(path / .vehicles) && !compiler.has(path / .ownership / .base)
      guard isSizedByActivity else { return [.multiplied(compiler.parameter(path / .distance))] }
      let load = sector == "passenger" ? "occupancy" : "load"
      return [.divided(compiler.parameter(path / load))]
    }
  }
}

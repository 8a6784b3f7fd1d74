/// How prices act back on demand and on sales within a year (MODEL §9).
///
/// The paths of a scenario are what happens at the prices of the base year and at the carbon price
/// the paths already contain. Where prices leave these, demand and sales leave the paths:
///
/// ```text
/// demand of a use:  factor = (spend(p) / spend(p₀))^ε,   spend(p) = Σ_c p_c · E₀_c + carbon · coverage · M₀
/// shares of sales:  σ_k ∝ σ₀_k · exp(−θ · (C_k − C₀_k) / C̄₀)
/// ```
///
/// E₀ and M₀ are the energy and emissions of the use in the same year without the response, C the
/// levelised cost of a technology. Prices of electricity, heat and hydrogen follow what they cost on
/// average:
///
/// ```text
/// p = p₀ + c(demand(p), prices) − c(demand₀, prices of the base year)
/// ```
///
/// so that all depend on each other: one system F(x) = 0 a year in x = p/p₀ − 1. With prices
/// unchanged x = 0 solves it exactly, and nothing moves by a bit. The base year is observed and does
/// not answer.
///
/// Source of the shares: incremental (pivot-point) logit, Ben-Akiva & Lerman (1985), ch. 5.
struct Market: Sendable {
  /// A price that is an unknown of the year.
  struct Carrier: Sendable {
    let name: String
    let averageCost: OutputIndex
    /// The level of the base year, if the scenario says; else what it costs.
    let level: ParameterIndex?
    let userPrice: OutputIndex
  }

  /// The carriers whose price follows their cost.
  let carriers: [Carrier]
  /// The prices that the paths contain as they were in the base year.
  let exogenous: [ParameterIndex]
  let carbonPrice: ParameterIndex
  let carbonInPaths: ParameterIndex
  let demands: [ElasticDemand]
  let sales: [SalesResponse]

  /// Compiles the market after the cost account; nothing where it is off.
  ///
  /// - Parameters:
  ///   - compiler: Gives the parameters and rows.
  ///   - averageCosts: The rows of what a unit of each secondary carrier costs to supply [CNY/GJ]; nothing
  ///     where no costs are counted.
  init?(_ compiler: inout BlueprintCompiler, averageCosts: [OutputIndex]?) {
    guard let averageCosts, compiler.choice(Key.costs / .market) == "on" else {
      return nil
    }
    let path = ParameterPath(.costs)
    carbonPrice = compiler.parameter(path / .carbonPrice)
    carbonInPaths = compiler.parameter(path / .carbonPriceInPaths)
    let item = compiler.item(path, .energy, .account)
    var carriers: [Carrier] = []
    for (place, name) in SecondaryCarrier.ids.enumerated()
    where compiler.has(ParameterPath(.energy) / name / .loss) {
      carriers.append(
        Carrier(
          name: name, averageCost: averageCosts[place],
          level: compiler.optionalParameter(path / .prices / name),
          userPrice: compiler.output(.userPrice, item, name)))
    }
    self.carriers = carriers
    var book = PriceBook(carriers: carriers.map(\.name))
    demands = ElasticDemand.all(&compiler, &book)
    sales = SalesResponse.all(&compiler, &book)
    exogenous = book.exogenous + compiler.importPrices()
  }
}

extension BlueprintCompiler {
  /// The prices of what is bought from outside the city.
  fileprivate mutating func importPrices() -> [ParameterIndex] {
    let contracts = items.filter { $0.role == .importContract }.map(\.path)
    return contracts.compactMap {
      optionalParameter($0 / .price) ?? optionalParameter($0 / .imported / .price)
    }
  }
}

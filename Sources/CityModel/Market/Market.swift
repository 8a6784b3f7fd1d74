public import Diagnostics

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
  init?(_ compiler: inout BlueprintCompiler, _ costs: CostAccount?) {
    guard let costs, compiler.choice(ParameterPath("costs.market")) == "on" else { return nil }
    let path = ParameterPath("costs")
    carbonPrice = compiler.parameter(path / "carbon-price")
    carbonInPaths = compiler.parameter(path / "carbon-price-in-paths")
    let item = compiler.item(path, .energy, .account)
    var carriers: [Carrier] = []
    for (place, name) in ParameterTable.secondaryCarriers.enumerated()
    where compiler.has(ParameterPath("energy") / name / "loss") {
      carriers.append(
        Carrier(
          name: name, averageCost: costs.averageCosts[place],
          level: compiler.optionalParameter(path / "prices" / name),
          userPrice: compiler.output(.userPrice, item, name)))
    }
    self.carriers = carriers
    var book = PriceBook(carriers: carriers.map(\.name))
    demands = ElasticDemand.all(&compiler, &book)
    sales = SalesResponse.all(&compiler, &book)
    exogenous = book.exogenous + compiler.importPrices()
  }
}

/// The price of a carrier, as a response reads it.
enum PriceSource: Sendable {
  /// One of the exogenous prices.
  case exogenous(Int)
  /// One of the prices that follow from cost.
  case endogenous(Int)
}

/// Finds the price of each carrier once.
struct PriceBook {
  private let carriers: [String]
  private(set) var exogenous: [ParameterIndex] = []
  private var places: [String: Int] = [:]

  init(carriers: [String]) { self.carriers = carriers }

  /// Where the price of a carrier is found; nothing if the scenario gives none.
  mutating func source(_ carrier: String, _ compiler: inout BlueprintCompiler) -> PriceSource? {
    if let place = carriers.firstIndex(of: carrier) { return .endogenous(place) }
    if let place = places[carrier] { return .exogenous(place) }
    guard let price = compiler.optionalParameter(ParameterPath("costs.prices") / carrier) else {
      return nil
    }
    exogenous.append(price)
    places[carrier] = exogenous.count - 1
    return .exogenous(exogenous.count - 1)
  }
}

extension BlueprintCompiler {
  /// The prices of what is bought from outside the city.
  fileprivate mutating func importPrices() -> [ParameterIndex] {
    let contracts = items.filter { $0.role == .importContract }.map(\.path)
    return contracts.compactMap {
      optionalParameter($0 / "price") ?? optionalParameter($0 / "imported" / "price")
    }
  }
}

/// A year in which no prices were found at which all equations of the market hold.
public struct UnsolvedYear: Hashable, Sendable {
  /// The year.
  public let year: Int
  /// The carriers whose prices were sought.
  public let carriers: [String]
  /// How far each price is from what its carrier costs where the search ended, relative.
  public let residuals: [Double]
}

/// A year in which users would be paid for using a carrier: demand has no answer to that.
public struct NegativePrice: Hashable, Sendable {
  /// The year.
  public let year: Int
  /// The carrier.
  public let carrier: String
  /// Its price [CNY/GJ].
  public let price: Double
  /// Whether the price on carbon pays for captured carbon of living matter in that year.
  public let isPaidForCapture: Bool

  /// The carrier for people.
  public var carrierName: Text {
    SecondaryCarrier.allCases.first { $0.id == carrier }?.name ?? Text(same: carrier)
  }
}

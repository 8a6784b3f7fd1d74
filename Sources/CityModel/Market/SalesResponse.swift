/// The shares of a fleet's sales, which answer to the levelised cost of the technologies.
///
/// ```text
/// C_k = (capital · CRF + fixed O&M) / distance + Σ_c share_c · intensity_c · (p_c + carbon · φ_c)   [CNY/1000 km]
/// σ_k = σ₀_k · w_k · Σ σ₀ / Σ σ₀ w,   w_k = exp(−θ · (C_k − C₀_k) / C̄₀)
/// ```
///
/// A technology that the scenario does not sell is not sold at any price.
struct SalesResponse: Sendable {
  fileprivate struct Drive: Sendable {
    let intensity: ParameterIndex
    let share: ParameterIndex?
    let price: PriceSource
    /// The place of a fuel among the carriers of the file.
    let fuel: Int?
  }
  fileprivate struct Technology: Sendable {
    let share: ParameterIndex
    let capital: ParameterIndex
    let fixed: ParameterIndex?
    let recovery: Double
    let drives: [Drive]
  }
  private let technologies: [Technology]
  private let distance: ParameterIndex
  private let coverage: ParameterIndex?
  private let weights: GasWeights
  private let response: Double

  /// Shifts the shares to the prices.
  func apply(_ prices: Prices, _ context: YearContext) {
    let shares = technologies.map { context[$0.share] }
    let before = technologies.map { cost($0, prices, inPaths: true, context) }
    let now = technologies.map { cost($0, prices, inPaths: false, context) }
    let sum = shares.reduce(.zero, +)
    let mean = zip(shares, before).reduce(Lanes.zero) { $0 + $1.0 * $1.1 }.divided(by: sum)
    let pulled = shares.indices.map { kind in
      shares[kind] * exp(((before[kind] - now[kind]) * response).divided(by: mean))
    }
    let scale = sum.divided(by: pulled.reduce(.zero, +), orIfZero: 1)
    for (technology, share) in zip(technologies, pulled) {
      context.parameters[technology.share.row] = share * scale
    }
  }

  /// Levelised cost [CNY/1000 km]; MJ/km · CNY/GJ is that.
  private func cost(
    _ technology: Technology, _ prices: Prices, inPaths: Bool, _ context: YearContext
  ) -> Lanes {
    var ownership = context[technology.capital] * technology.recovery
    if let fixed = technology.fixed { ownership += context[fixed] }
    let carbon =
      (inPaths ? prices.carbonInPaths : prices.carbon) * context.value(coverage, or: 1)
    return technology.drives.reduce(ownership.divided(by: context[distance])) { total, drive in
      var price = inPaths ? prices.priceInPaths(drive.price) : prices.price(drive.price)
      if let fuel = drive.fuel {
        price += carbon * weights.perEnergy(context.factors[fuel, .transport])
      }
      return total + context[drive.intensity] * context.value(drive.share, or: 1) * price
    }
  }
}

extension SalesResponse {
  /// The fleets of the scenario whose technologies all have a cost and a price.
  static func all(_ compiler: inout BlueprintCompiler, _ book: inout PriceBook) -> [Self] {
    let response = compiler.baseValue(
      compiler.parameter(Key.costs / .salesResponse))
    guard response != 0, let rate = compiler.discountRate() else { return [] }
    return Transport.Service.allCases.flatMap { service in
      let path = ParameterPath(.transport) / service.rawValue
      return compiler.members(path).compactMap {
        SalesResponse(&compiler, &book, path / $0, rate: rate, response: response)
      }
    }
  }

  private init?(
    _ compiler: inout BlueprintCompiler, _ book: inout PriceBook, _ mode: ParameterPath,
    rate: Double, response: Double
  ) {
    var technologies: [Technology] = []
    for id in compiler.members(mode / .technologies) {
      let technology = Technology(
        &compiler, &book, mode / .technologies / id, share: mode / .sales / id, rate: rate)
      guard let technology else { return nil }
      technologies.append(technology)
    }
    guard technologies.count > 1 else { return nil }
    self.technologies = technologies
    self.response = response
    distance = compiler.parameter(mode / .distance)
    coverage = compiler.carbonCoverage(.transport)
    weights = GasWeights(compiler.scenario.accounting)
  }
}

extension SalesResponse.Technology {
  fileprivate init?(
    _ compiler: inout BlueprintCompiler, _ book: inout PriceBook, _ path: ParameterPath,
    share: ParameterPath, rate: Double
  ) {
    guard let capital = compiler.optionalParameter(path / .cost / .capital) else { return nil }
    self.capital = capital
    self.share = compiler.parameter(share)
    fixed = compiler.optionalParameter(path / .cost / .fixedOm)
    let life = compiler.baseValue(compiler.parameter(path / .cost / .life)).rounded()
    recovery = capitalRecoveryFactor(rate: rate, years: max(1, life))
    var drives: [SalesResponse.Drive] = []
    for carrier in compiler.members(path / .energy) {
      guard let price = book.source(carrier, &compiler) else { return nil }
      drives.append(
        SalesResponse.Drive(
          intensity: compiler.parameter(path / .energy / carrier),
          share: compiler.optionalParameter(path / .distanceShare / carrier), price: price,
          fuel: compiler.members(ParameterPath(.carriers)).firstIndex(of: carrier)))
    }
    self.drives = drives
  }
}

package import CityModel

/// What it costs to emit less: a scenario against its reference.
///
/// ```text
/// per tonne = Σ_t ΔC(t)/(1+r)^t / Σ_t ΔE(t)/(1+r)^t,   ΔC = C − C_ref,   ΔE = E_ref − E
/// ```
///
/// C is the cost of resources: payments for carbon are transfers and left out. E is the net total of
/// the account. Both are discounted, so that the figure is the constant price of carbon at which the
/// scenario breaks even.
public struct AbatementCost: Hashable, Sendable {
  /// Extra cost by year [10⁹ yuan].
  package let extraCost: [Double]
  /// Emissions avoided by year [Mt CO₂e].
  package let abatement: [Double]
  /// Present value of the extra cost, in the base year [10⁹ yuan].
  public let presentCost: Double
  /// Present value of the emissions avoided [Mt CO₂e].
  public let presentAbatement: Double

  /// Cost per tonne avoided [yuan/t CO₂e]; nothing where nothing is avoided.
  public var perTonne: Double? {
    presentAbatement > 0 ? 1e3 * presentCost / presentAbatement : nil
  }

  /// Why no abatement cost can be given.
  package enum Fault: Error, Hashable, Sendable {
    /// One of the two counts no costs.
    case withoutCosts
    /// The two run over different years.
    case differentYears(ClosedRange<Int>, ClosedRange<Int>)
    /// The two discount at different rates.
    case differentRates(Double, Double)
    /// The scenario has no lever of this id.
    case noSuchLever(String)
    /// One of the two has no results.
    case withoutResults(VariantFault)
  }

  /// Compares a scenario with its reference.
  ///
  /// - Parameters:
  ///   - trajectory: The scenario.
  ///   - reference: What would happen without it.
  /// - Throws: ``Fault`` where the two cannot be compared.
  package init(of trajectory: Trajectory, against reference: Trajectory) throws(Fault) {
    guard trajectory.years == reference.years else {
      throw .differentYears(trajectory.years, reference.years)
    }
    guard let rate = trajectory.discountRate, let other = reference.discountRate else {
      throw .withoutCosts
    }
    guard rate == other else { throw .differentRates(rate, other) }
    if let fault = trajectory.fault ?? reference.fault { throw .withoutResults(fault) }
    let costs = [trajectory, reference].map { $0.systemCost(withTransfers: false) }
    extraCost = zip(costs[0], costs[1]).map { $0 - $1 }
    abatement = zip(reference.total(.net), trajectory.total(.net)).map { $0 - $1 }
    presentCost = netPresentValue(extraCost, rate: rate)
    presentAbatement = netPresentValue(abatement, rate: rate)
  }

  /// Compares a scenario with itself without one of its levers.
  ///
  /// - Parameters:
  ///   - lever: The id of the lever.
  ///   - blueprint: The scenario.
  /// - Throws: ``Fault`` where there is no such lever, or no costs.
  package init(ofLever lever: String, in blueprint: Blueprint) throws(Fault) {
    let levers = blueprint.scenario.leversInOrder
    guard let place = levers.firstIndex(where: { $0.identity.id == lever }) else {
      throw .noSuchLever(lever)
    }
    var levels = levers.map(\.level)
    let with = Trajectory(blueprint, levels: levels)
    levels[place] = 0
    try self.init(of: with, against: Trajectory(blueprint, levels: levels))
  }
}

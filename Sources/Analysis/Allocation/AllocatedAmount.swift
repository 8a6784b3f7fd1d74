public import CityModel

/// What all parts together may emit.
public struct AllocatedAmount: Hashable, Sendable {
  /// Where an amount comes from.
  public enum Origin: Hashable, Sendable {
    /// Somebody gave it.
    case given
    /// A cap on emissions of a year.
    case cap
    /// A budget over years.
    case budget
    /// A fall of emissions per GDP against a year.
    case intensity(change: Double, against: Int)
  }

  /// Its years.
  public let years: ClosedRange<Int>
  /// The total of emissions that it limits.
  public let account: EmissionTotal
  /// Where it comes from.
  public let origin: Origin
  /// The limit of that total [Mt CO₂e], over all its years together.
  public let limit: Double
  /// What sinks take up in these years [Mt CO₂e]: what sectors may emit beyond a limit of net emissions.
  public private(set) var sinks = 0.0

  /// Describes an amount; see the properties of the same names.
  public init(
    years: ClosedRange<Int>, account: EmissionTotal, origin: Origin, limit: Double
  ) {
    self.years = years
    self.account = account
    self.origin = origin
    self.limit = limit
  }

  /// What is shared, in whole tonnes: the limit and what sinks take up, rounded to the nearest.
  public var tonnes: Int { Int(((limit + sinks) * tonnesPerMegatonne).rounded()) }

  /// The same amount, to be shared over the sectors of a run that emit: sinks of the run make room where
  /// it limits net emissions.
  public func overSectors(of run: Trajectory) -> Self {
    guard account == .net else { return self }
    var amount = self
    let totals = run.totals
    amount.sinks = run.sum(totals.gross, over: years) - run.sum(totals.net, over: years)
    return amount
  }
}

/// Tonnes in a megatonne.
let tonnesPerMegatonne = 1e6

extension Trajectory {
  /// What the scenario's own targets of some years let it emit: a cap or a budget as it stands, a fall of
  /// intensity with the run's GDP; the least where there are several.
  ///
  /// ```text
  /// E(t) = (1 + change) · E(ref) / G(ref) · G(t)
  /// ```
  ///
  /// - Parameter years: One year, or the years of a budget.
  /// - Returns: The amount; nothing where there is no such target, or where the reference year of an
  ///   intensity lies outside of the run.
  public func targetAmount(_ years: ClosedRange<Int>) -> AllocatedAmount? {
    blueprint.scenario.targets.compactMap { amount(of: $0.aim, in: years) }
      .min { $0.limit < $1.limit }
  }

  private func amount(of aim: Target.Aim, in years: ClosedRange<Int>) -> AllocatedAmount? {
    switch (aim.subject, aim.condition) {
    case (.total(let account), .value(.atMost, let limit, let year)) where years == year...year:
      AllocatedAmount(years: years, account: account, origin: .cap, limit: limit)
    case (.total(let account), .sum(let limit, years)):
      AllocatedAmount(years: years, account: account, origin: .budget, limit: limit)
    case (
      .totalPerProduct(let account),
      .change(.atMost, .relative(let change), let year, let reference)
    )
    where years == year...year && self.years.contains(reference) && self.years.contains(year):
      AllocatedAmount(
        years: years, account: account, origin: .intensity(change: change, against: reference),
        limit: (1 + change) * intensity(of: account, in: reference) * sum(gdp, over: years))
    default: nil
    }
  }

  /// Emissions per GDP in a year of the run [Mt CO₂e/10⁹ yuan].
  private func intensity(of account: EmissionTotal, in year: Int) -> Double {
    sum(totals[account], over: year...year) / sum(gdp, over: year...year)
  }
}

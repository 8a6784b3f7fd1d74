import CityModel

/// A portfolio of levers.
public struct Portfolio: Sendable {
  /// The values of the handles, and what is reached there by a run of its own.
  public let point: BackcastPoint
  /// In what share of the draws each condition of a probability is met.
  public let shares: [Double]
}

/// What one lever does within a portfolio.
public struct LeverPart: Sendable {
  /// Its id.
  public let lever: String
  /// How far it is pulled.
  public let level: Double
  /// Its first year with all of it; nothing for a lever that comes in at one step.
  public let by: Double?
  /// What the system costs more than it would without the lever, all others staying [10⁹ yuan].
  public let addedCost: Double?
  /// What is emitted less over all years than without the lever, all others staying [Mt CO₂e].
  public let avoided: Double?
}

/// Which portfolio costs least: the answer.
public struct LeastCost: Sendable {
  /// What was asked.
  public let problem: LeastCostProblem
  /// All levers that may be changed at 0.
  public let none: Portfolio
  /// The scenario as it is.
  public let start: Portfolio
  /// All levers that may be changed at 1, as early as can be.
  public let full: Portfolio
  /// Whether it can be done.
  public let outcome: Outcome
  /// The levers that spend nothing of their own.
  public let withoutOwnCost: [String]
  let search: LeastCostSearch

  /// Whether it can be done.
  public enum Outcome: Sendable {
    /// It can: the cheapest portfolio, and what each lever does in it.
    case reached(Portfolio, [LeverPart])
    /// It cannot, as far as was found: the portfolio that misses least.
    case unreachable(closest: Portfolio)
  }
}

/// How far one lever can differ in portfolios that cost little more.
public struct LeverRoom: Sendable {
  /// Its id.
  public let lever: String
  /// Its level in the cheapest portfolio.
  public let level: Double
  /// The least and the greatest level found that meet the conditions within the cost.
  public let range: ClosedRange<Double>
}

/// The cheapest portfolio for one budget.
public struct FrontierPoint: Sendable {
  /// What may be emitted over all years of the run [Mt CO₂e].
  public let budget: Double
  /// What was asked, the budget among the conditions.
  public let problem: LeastCostProblem
  /// The cheapest portfolio; nothing where none was found.
  public let portfolio: Portfolio?
}

extension LeastCostProblem {
  /// Finds the cheapest portfolio that meets all conditions.
  ///
  /// - Returns: The answer: the best of several local minima, see ``LeastCostSearch``.
  /// - Throws: `CancellationError` when the task is cancelled.
  public func solve() async throws -> LeastCost {
    var search = LeastCostSearch(self)
    try await search.fill()
    let best = try await search.cheapest()
    let portfolio = try await portfolio(at: best.place)
    return LeastCost(
      problem: self, none: try await self.portfolio(at: search.none),
      start: try await self.portfolio(at: model.place(of: backcast.current)),
      full: try await self.portfolio(at: search.full),
      outcome: best.excess <= 0
        ? .reached(portfolio, try await parts(of: portfolio)) : .unreachable(closest: portfolio),
      withoutOwnCost: leversWithoutOwnCost(), search: search)
  }

  /// A portfolio with all that is told of it.
  func portfolio(at place: [Double]) async throws -> Portfolio {
    let values = model.values(at: place)
    return Portfolio(
      point: backcast.model.point(values), shares: try await model.chances?.shares(values) ?? [])
  }

  private func parts(of portfolio: Portfolio) async throws -> [LeverPart] {
    let point = portfolio.point
    let without = try await backcast.model.points(
      levers.indices.map { lever in
        var values = point.values
        values[lever] = 0
        return values
      })
    return levers.indices.map { lever in
      let other = without[lever]
      return LeverPart(
        lever: levers[lever], level: point.values[lever], by: end(of: levers[lever], point.values),
        addedCost: point.cost.flatMap { cost in other.cost.map { cost - $0 } },
        avoided: other.fault == nil ? other.cumulative - point.cumulative : nil)
    }
  }

  /// The first year with all of a lever in a portfolio.
  func end(of lever: String, _ values: [Double]) -> Double? {
    if let place = backcast.handles.firstIndex(of: .end(lever: lever)) { return values[place] }
    let ramp = backcast.blueprint.scenario.levers.first { $0.identity.id == lever }?.ramp
    return ramp.flatMap { $0.hasEnd ? $0.by : nil }
  }
}

extension LeastCost {
  /// How far each lever can differ where a portfolio may cost a share more than the cheapest.
  ///
  /// ```text
  /// least and greatest ℓⱼ   subject to the conditions,   C ≤ C* + share · |C*|
  /// ```
  ///
  /// Dates stay as they are in the cheapest.
  ///
  /// - Parameter share: How much more it may cost, as a share of the whole system's cost.
  /// - Returns: The room of each lever, in their order, at least as wide as said; none where there is
  ///   no cheapest portfolio.
  /// - Throws: `CancellationError` when the task is cancelled.
  ///
  /// Source: E. D. Brill, S.-Y. Chang, L. D. Hopkins, *Modeling to generate alternatives*, Management
  /// Science 28 (1982) 221–235.
  public func alternatives(within share: Double) async throws -> [LeverRoom] {
    guard case .reached(let portfolio, _) = outcome, let cost = portfolio.point.cost else {
      return []
    }
    let levers = problem.levers
    let place = search.model.place(of: portfolio.point.values)
    let frame = FreeCoordinates(base: place, fixed: Set(levers.count..<problem.count))
    let ends = try await concurrentResults(2 * levers.count, jobs: problem.jobs) { index in
      var model = search.model.with(jobs: 1)
      model.costLimit = cost + share * abs(cost)
      model.sought = (index / 2, index % 2 == 0 ? 1 : -1)
      guard let first = try await model.trials([place]).first else { return place[index / 2] }
      return try await ConstrainedDescent(model, frame).minimum(from: frame.part(first))
        .place[index / 2]
    }
    return levers.indices.map { lever in
      let level = place[lever]
      return LeverRoom(
        lever: levers[lever], level: level,
        range: min(level, ends[2 * lever])...max(level, ends[2 * lever + 1]))
    }
  }

  /// The cheapest portfolios for budgets between what is emitted without and with all levers.
  ///
  /// From the tightest budget to the widest, each starts also from the portfolio before, which meets
  /// its conditions: a wider budget never costs more.
  ///
  /// - Parameters:
  ///   - count: How many budgets, at least 2.
  ///   - progress: Is told how many are done.
  /// - Returns: The portfolios, the widest budget first; none where the scenario has no results
  ///   without or with all levers.
  /// - Throws: ``LeastCostError``, and `CancellationError` when the task is cancelled.
  public func frontier(
    _ count: Int, progress: (Int) -> Void = { _ in }
  ) async throws -> [FrontierPoint] {
    let most = none.point.cumulative
    let least = full.point.cumulative
    guard count > 1, most.isFinite, least.isFinite else { return [] }
    let years = problem.backcast.blueprint.scenario.years
    var found: [FrontierPoint] = []
    for place in (0..<count).reversed() {
      let budget = most + (least - most) * Double(place) / Double(count - 1)
      let problem = try problem.with(.budget(years: years, limit: budget, account: .net))
      var search = LeastCostSearch(problem)
      try await search.fill()
      let known = found.last?.portfolio.map { problem.model.place(of: $0.point.values) }
      let best = try await search.cheapest(beside: known)
      let portfolio = try await problem.portfolio(at: best.place)
      found.append(
        FrontierPoint(
          budget: budget, problem: problem, portfolio: best.excess <= 0 ? portfolio : nil))
      progress(found.count)
    }
    return found.reversed()
  }
}

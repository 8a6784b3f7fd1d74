import Solvers

/// Solves the market of each year: the room it needs and what it remembers from year to year.
final class MarketSolver {
  private let market: Market
  private let firstYear: Int
  private let plain: LaneBuffer
  private let atStart: LaneBuffer
  private let withoutResponse: LaneBuffer
  private var prices = Prices()
  /// x = p/p₀ − 1 of each endogenous price: the solution of the year before starts the search.
  private var changes: [Lanes]
  /// Why a lane has no results from a year on, if it has none.
  private(set) var faults: [MarketFault?]
  private let removals: Int

  /// Makes room for a model of some size.
  ///
  /// - Parameters:
  ///   - market: The market.
  ///   - firstYear: The calendar year of the base year.
  ///   - parameters: How many parameters a year has.
  ///   - states: How many values are carried from year to year.
  ///   - rows: How many results a year has.
  ///   - removals: The row of ``TotalItem/removals``.
  init(
    _ market: Market, firstYear: Int, parameters: Int, states: Int, rows: Int, removals: Int
  ) {
    self.market = market
    self.firstYear = firstYear
    self.removals = removals
    plain = LaneBuffer(count: parameters)
    atStart = LaneBuffer(count: states)
    withoutResponse = LaneBuffer(count: rows)
    changes = market.carriers.map { _ in .zero }
    faults = Array(repeating: nil, count: Lanes.scalarCount)
  }

  /// Forgets the run before.
  func begin() {
    changes = market.carriers.map { _ in .zero }
    faults = Array(repeating: nil, count: Lanes.scalarCount)
  }

  /// Finds the year's prices and leaves the year computed at them.
  ///
  /// - Parameters:
  ///   - context: The year, with the parameters of the scenario and the state at its start.
  ///   - isUniform: Whether all lanes are the same variant, so that one solution serves all.
  ///   - evaluate: The equations of the year, from parameters and state to results and state.
  func solve(_ context: YearContext, isUniform: Bool, evaluate: () -> Void) {
    if context.isBase { prices.exogenousInPaths = market.exogenous.map { context[$0] } }
    prices.exogenous = market.exogenous.map { context[$0] }
    prices.carbon = context[market.carbonPrice]
    prices.carbonInPaths = context[market.carbonInPaths]
    plain.copy(from: context.parameters)
    atStart.copy(from: context.state)
    let before = evaluateWithoutResponse(context, evaluate)
    guard !context.isBase else {
      restore(context)
      evaluate()
      return finish(context)
    }
    for lane in changes.isEmpty ? 0..<0 : 0..<(isUniform ? 1 : Lanes.scalarCount)
    where faults[lane] == nil {
      solve(lane, context, costsBefore: before, evaluate)
    }
    if isUniform {
      changes = changes.map { .all($0[0]) }
      faults = faults.map { _ in faults[0] }
    }
    self.evaluate(at: changes, context, evaluate)
    finish(context)
  }

  /// Computes the year at the prices its paths contain, and gives what the carriers then cost.
  private func evaluateWithoutResponse(_ context: YearContext, _ evaluate: () -> Void) -> [Lanes] {
    for (row, price) in zip(market.exogenous, prices.exogenousInPaths) {
      context.parameters[row.row] = price
    }
    context.parameters[market.carbonPrice.row] = prices.carbonInPaths
    evaluate()
    withoutResponse.copy(from: context.outputs)
    let costs = market.carriers.map { context[$0.averageCost] }
    let levels = zip(market.carriers, costs).map { carrier, cost in
      carrier.level.map { context[$0] } ?? cost
    }
    if context.isBase || prices.endogenousInPaths.isEmpty { prices.endogenousInPaths = levels }
    for (place, carrier) in market.carriers.enumerated() where carrier.level == nil {
      prices.endogenousInPaths[place] = levels[place]
    }
    prices.endogenous = prices.endogenousInPaths
    return costs
  }

  /// Finds the prices of one lane: from those of the year before, then from the unchanged; and where
  /// that is too far, on the way there, the prices that changed coming in by steps.
  private func solve(
    _ lane: Int, _ context: YearContext, costsBefore: [Lanes], _ evaluate: () -> Void
  ) {
    let asGiven = prices
    defer { prices = asGiven }
    let unchanged = changes.map { _ in 0.0 }
    var remaining: [Double] = []
    for (start, steps) in [(changes.map { $0[lane] }, 1), (unchanged, 1)]
      + Self.continuations.map({ (unchanged, $0) })
    {
      do throws(SolverError) {
        var found = start
        for step in 1...steps {
          prices = asGiven.comingIn(step, of: steps)
          found = try findRoots(from: found, tolerance: Self.tolerance) {
            residuals(of: lane, at: $0, context, costsBefore: costsBefore, evaluate)
          }
        }
        for (place, change) in found.enumerated() { changes[place][lane] = change }
        return
      } catch {
        if steps == 1 { remaining = error.residuals ?? unchanged }
      }
    }
    for place in changes.indices { changes[place][lane] = 0 }
    faults[lane] = .unsolved(
      UnsolvedYear(
        year: firstYear + context.year, carriers: market.carriers.map(\.name),
        residuals: remaining))
  }

  /// How far the prices of a lane are from what its carriers cost at them, relative.
  private func residuals(
    of lane: Int, at point: [Double], _ context: YearContext, costsBefore: [Lanes],
    _ evaluate: () -> Void
  ) -> [Double] {
    var changes = changes
    for (place, change) in point.enumerated() { changes[place][lane] = change }
    self.evaluate(at: changes, context, evaluate)
    return market.carriers.indices.map { place in
      let level = prices.endogenousInPaths[place][lane]
      guard level > 0 else { return point[place] }
      let cost = context[market.carriers[place].averageCost][lane]
      return point[place] - (cost - costsBefore[place][lane]) / level
    }
  }

  /// In how many steps changed prices come in where one is too much.
  private static let continuations = [4, 16]

  /// A price within this of what its carrier costs, relative, is that.
  private static let tolerance = 1e-11

  private func restore(_ context: YearContext) {
    context.parameters.copy(from: plain)
    context.state.copy(from: atStart)
  }

  /// Computes the year, from its start, as it is at some prices.
  private func evaluate(
    at changes: [Lanes], _ context: YearContext, _ evaluate: () -> Void
  ) {
    restore(context)
    setGivenPrices(context)
    prices.endogenous = zip(prices.endogenousInPaths, changes).map { $0 * (1 + $1) }
    let reference = context.showing(withoutResponse)
    for demand in market.demands { demand.apply(prices, reference: reference, context) }
    for sales in market.sales { sales.apply(prices, context) }
    evaluate()
  }

  /// Sets the prices that are not sought.
  private func setGivenPrices(_ context: YearContext) {
    for (row, price) in zip(market.exogenous, prices.exogenous) {
      context.parameters[row.row] = price
    }
    context.parameters[market.carbonPrice.row] = prices.carbon
  }

  /// Writes the prices of the year, and leaves no number where they are none.
  private func finish(_ context: YearContext) {
    for (carrier, price) in zip(market.carriers, prices.endogenous) {
      context[carrier.userPrice] = price
      for lane in faults.indices where faults[lane] == nil && price[lane] < 0 {
        faults[lane] = .negative(
          NegativePrice(
            year: firstYear + context.year, carrier: carrier.name, price: price[lane],
            isPaidForCapture: context.outputs[removals][lane] < 0 && prices.carbon[lane] > 0))
      }
    }
    for lane in faults.indices where faults[lane] != nil {
      for row in 0..<context.outputs.count { context.outputs[row][lane] = .nan }
    }
  }
}

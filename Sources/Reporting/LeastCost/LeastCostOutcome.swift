public import Analysis
import CityModel

/// The cheapest portfolio with what was asked about it.
public struct LeastCostOutcome: Sendable {
  /// The portfolio.
  public let found: LeastCost
  /// How far each lever can differ, and the share of cost it was asked for.
  public let rooms: (share: Double, levers: [LeverRoom])?
  /// The cheapest portfolios of budgets, the widest first.
  public let frontier: [FrontierPoint]

  /// Gathers an outcome; see the properties of the same names.
  public init(
    _ found: LeastCost, rooms: (share: Double, levers: [LeverRoom])? = nil,
    frontier: [FrontierPoint] = []
  ) {
    (self.found, self.rooms, self.frontier) = (found, rooms, frontier)
  }

  var problem: LeastCostProblem { found.problem }
  var scenario: Scenario { problem.backcast.blueprint.scenario }
}

public import Analysis
import CityModel

/// The cheapest portfolio with what was asked about it.
public struct LeastCostOutcome: Sendable {
  /// The portfolio.
  public let answer: LeastCost
  /// How far each lever can differ, and the share of cost it was asked for.
  public let rooms: (share: Double, levers: [LeverRoom])?
  /// The cheapest portfolios of budgets, the widest first.
  public let frontier: [FrontierPoint]

  /// Gathers an outcome; see the properties of the same names.
  public init(
    _ answer: LeastCost, rooms: (share: Double, levers: [LeverRoom])? = nil,
    frontier: [FrontierPoint] = []
  ) {
    (self.answer, self.rooms, self.frontier) = (answer, rooms, frontier)
  }

  var problem: LeastCostProblem { answer.problem }
  var scenario: Scenario { problem.backcast.blueprint.scenario }

  /// The tables and the record: `portfolio.csv`, `alternatives.csv`, `frontier.csv`, `optimise.json`.
  ///
  /// - Parameters:
  ///   - context: What the command was started with.
  ///   - style: For whom the tables are written.
  /// - Returns: The files that there is something for.
  public func files(_ context: RunContext, style: CSVStyle = .plain) -> [ResultFile] {
    let tables: [Table?] = [
      .portfolio(answer), rooms.map { .alternatives($0.levers) },
      frontier.isEmpty ? nil : .frontier(frontier),
    ]
    return tables.compactMap { $0?.file(style) } + [
      ResultFile(name: "optimise.json", bytes: record(context).document)
    ]
  }
}

/// Something the levers of a scenario together make impossible.
public struct LeverViolation: Hashable, Sendable {
  /// What is wrong.
  public enum Problem: Hashable, Sendable {
    /// A parameter leaves its bounds.
    case outOfBounds(value: Double)
    /// The shares of a group no longer sum to 1: the moved ones leave no room, or nothing is left
    /// to give way.
    case sharesDoNotSum(sum: Double)
  }
  /// The parameter, or the group of shares.
  public let path: ParameterPath
  /// The first year in which it happens.
  public let year: Int
  /// What is wrong.
  public let problem: Problem
  /// The ids of the levers that move it.
  public let levers: [String]
}

extension Scenario {
  /// What the levers, at the levels they have, make impossible; one finding for each parameter.
  public func leverViolations() -> [LeverViolation] {
    let plan = LeverPlan(self)
    let levels = levelsInOrder.map { Lanes.all($0) }
    let values = LaneBuffer(count: parameters.count)
    var found: [ParameterPath: LeverViolation] = [:]
    for year in 0..<years.count {
      for (row, parameter) in parameters.enumerated() { values[row] = .all(parameter.values[year]) }
      plan.apply(to: values, levels: levels, year: year)
      for violation in violations(plan, values, year: year) where found[violation.path] == nil {
        found[violation.path] = violation
      }
    }
    return found.values.sorted { $0.path < $1.path }
  }

  /// The levels of the levers in the order of their ids.
  var levelsInOrder: [Double] {
    levers.sorted { $0.identity.id < $1.identity.id }.map(\.level)
  }

  private func violations(
    _ plan: LeverPlan, _ values: LaneBuffer, year: Int
  ) -> [LeverViolation] {
    let calendarYear = years.lowerBound + year
    var found: [LeverViolation] = []
    var inBadGroup: Set<Int> = []
    for group in plan.groups {
      let rows = group.moved + group.others
      let sum = rows.reduce(0) { $0 + values[$1][0] }
      let isNegative = rows.contains { values[$0][0] < -1e-9 }
      guard abs(sum - 1) > 1e-6 || isNegative else { continue }
      let moved = group.moved.reduce(0) { $0 + values[$1][0] }
      inBadGroup.formUnion(rows)
      found.append(
        LeverViolation(
          path: group.path, year: calendarYear, problem: .sharesDoNotSum(sum: moved),
          levers: plan.levers(moving: group.moved[0])))
    }
    for row in plan.changedRows where !inBadGroup.contains(row) {
      let (value, bounds) = (values[row][0], parameters[row].bounds)
      let slack = 1e-9
      guard value < bounds.lowerBound - slack || value > bounds.upperBound + slack || value.isNaN
      else { continue }
      found.append(
        LeverViolation(
          path: parameters[row].path, year: calendarYear, problem: .outOfBounds(value: value),
          levers: plan.levers(moving: row)))
    }
    return found
  }
}

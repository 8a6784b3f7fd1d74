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
    let check = ValueCheck(self, moved: plan.movedRows)
    var found: [ParameterPath: LeverViolation] = [:]
    plan.forEachYear(of: self) { index, values in
      let year = years.lowerBound + index
      for violation in check.violations(values, lane: 0, year: year, levers: plan.levers)
      where found[violation.path] == nil {
        found[violation.path] = violation
      }
    }
    return found.values.sorted { $0.path < $1.path }
  }
}

/// The values of a parameter in a scenario, its levers pulled, as a run has them.
public struct PlannedParameter: Hashable, Sendable {
  /// The values, year by year, in the model's unit.
  public let values: [Double]
  /// The ids of the levers that are pulled and move it, or shares beside it.
  public let levers: [String]
}

extension Scenario {
  /// What the levers make of a parameter, by the kernel's own ``LeverPlan``.
  ///
  /// - Parameter path: The parameter.
  /// - Returns: Its values, without what variants or a market change; nothing if there is no such parameter.
  public func planned(_ path: ParameterPath) -> PlannedParameter? {
    guard let row = parameters.firstIndex(where: { $0.path == path }) else { return nil }
    let values = parameters[row].values
    let group = parameters[row].shareGroup
    let paths = group.map { group in parameters.filter { $0.shareGroup == group }.map(\.path) }
    let moved = Set(paths ?? [path])
    guard levers.contains(where: { $0.moves.contains { moved.contains($0.path) } }) else {
      return PlannedParameter(values: values, levers: [])
    }
    let plan = LeverPlan(self)
    var planned: [Double] = []
    plan.forEachYear(of: self) { _, parameters in planned.append(parameters[row][0]) }
    let pulled = Set(levers.filter { $0.level > 0 }.map(\.identity.id))
    return PlannedParameter(
      values: planned, levers: plan.levers(moving: row).filter(pulled.contains))
  }
}

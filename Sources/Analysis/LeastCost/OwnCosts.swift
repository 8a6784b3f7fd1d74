import CityModel

extension LeastCostProblem {
  /// The levers that spend nothing of their own: pulled alone, they add nothing to what is paid for
  /// plants, vehicles, buildings, capture or measures, and buy no more energy under contracts that
  /// they move.
  ///
  /// Some of them do cost nothing. Where one does cost something, that stands nowhere in the scenario,
  /// and the lever looks cheaper than it is.
  func leversWithoutOwnCost() -> [String] {
    let model = backcast.model
    var none = backcast.current
    for lever in levers.indices { none[lever] = 0 }
    let before = ownSpending(Trajectory(model.space, variant: none))
    return levers.indices.filter { lever in
      var alone = none
      alone[lever] = 1
      let trajectory = Trajectory(model.space, variant: alone)
      guard trajectory.fault == nil, !movesContracts(levers[lever]) else { return false }
      return ownSpending(trajectory) - before <= 1e-9 * max(1, abs(before))
    }.map { levers[$0] }
  }

  private func ownSpending(_ trajectory: Trajectory) -> Double {
    let kinds: [CostKind] = [.capital, .fixedOperation, .captureAndStorage, .measures]
    return Sector.allCases.flatMap { sector in
      kinds.flatMap { trajectory.cost($0, in: sector) }
    }.reduce(0, +)
  }

  /// Whether a lever moves what is bought under contracts that have a price.
  private func movesContracts(_ lever: String) -> Bool {
    let scenario = backcast.blueprint.scenario
    let moved = scenario.levers.first { $0.identity.id == lever }?.moves.map(\.path.description)
    let paths = Set(scenario.parameters.map(\.path.description))
    return (moved ?? []).contains { path in
      path.contains(".imports.") && path.hasSuffix(".energy")
        && paths.contains(String(path.dropLast("energy".count)) + "price")
    }
  }
}

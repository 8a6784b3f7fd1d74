import CityModel
import Testing

/// What each lever of the bundled scenarios does: all at their least, as given, at their greatest,
/// and each alone at both ends (its least is the reference).
@Suite struct `Levers of the bundled scenarios` {
  @Test(arguments: try BundledScenario.all())
  func `each lever alone lowers emissions, and every law holds at every end`(
    scenario: BundledScenario
  ) {
    let reference = keepingLaws(scenario, scenario.levers.map { _ in 0 })
    let together = keepingLaws(scenario, scenario.levers.map { _ in 1 })
    #expect(together.cumulative(.counted) < reference.cumulative(.counted))
    _ = keepingLaws(scenario, scenario.givenLevels)
    for lever in scenario.levers {
      let pulled = keepingLaws(scenario, scenario.pulled(lever.id))
      let alone = direction(of: lever.group, from: reference, to: pulled)
      guard let exception = scenario.exceptions[lever.id] else {
        #expect(alone == .down, "\(lever.id)")
        continue
      }
      let without = scenario.run(scenario.allBut(lever.id))
      let last = direction(of: lever.group, from: without, to: together)
      #expect(alone == exception.alone && last == exception.last, "\(lever.id): \(last) last")
    }
  }

  /// Where net emissions over the years move, as the scenario counts them.
  ///
  /// Power from outside that it does not count is seen where every contract counts at its own
  /// factor.
  private func direction(
    of group: Lever.Group, from before: Trajectory, to after: Trajectory
  ) -> Direction {
    let counted = Direction(from: before.cumulative(.counted), to: after.cumulative(.counted))
    guard counted == .none, group == .grid else { return counted }
    return Direction(from: before.cumulative(.withContracts), to: after.cumulative(.withContracts))
  }

  /// A run at these levels, which breaks nothing.
  private func keepingLaws(_ scenario: BundledScenario, _ levels: [Double]) -> Trajectory {
    let run = scenario.run(levels)
    #expect(run.brokenLaws.isEmpty && run.impossibleRows.isEmpty, "\(levels)")
    #expect(scenario.violations(levels).isEmpty, "\(levels)")
    return run
  }
}

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
      guard scenario.helped.contains(lever.id) else {
        expectLower(pulled, than: reference, by: lever)
        continue
      }
      #expect(pulled.cumulative(.counted) >= reference.cumulative(.counted), "\(lever.id)")
      expectLower(together, than: scenario.run(scenario.allBut(lever.id)), by: lever)
    }
  }

  /// Expects net emissions over the years to fall as the scenario counts them.
  ///
  /// Power from outside that it does not count is seen where every contract counts at its own
  /// factor.
  private func expectLower(
    _ pulled: Trajectory, than reference: Trajectory, by lever: (id: String, group: Lever.Group)
  ) {
    let counted = (reference.cumulative(.counted), pulled.cumulative(.counted))
    let isSeen = abs(counted.1 - counted.0) > 1e-9 * abs(counted.0)
    let (before, after) =
      isSeen || lever.group != .grid
      ? counted : (reference.cumulative(.withContracts), pulled.cumulative(.withContracts))
    #expect(
      after < before - 1e-9 * abs(before), "\(lever.id) moves \(before) Mt to \(after) Mt")
  }

  /// A run at these levels, which breaks nothing.
  private func keepingLaws(_ scenario: BundledScenario, _ levels: [Double]) -> Trajectory {
    let run = scenario.run(levels)
    #expect(run.brokenLaws.isEmpty && run.impossibleRows.isEmpty, "\(levels)")
    #expect(scenario.violations(levels).isEmpty, "\(levels)")
    return run
  }
}

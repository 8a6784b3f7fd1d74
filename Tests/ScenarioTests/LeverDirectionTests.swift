import CityModel
import Testing

/// What each lever of the bundled scenarios does, alone and with the others.
@Suite struct `Levers of the bundled scenarios` {
  @Test(arguments: try BundledScenario.all())
  func `each lever alone lowers what is emitted over the years`(scenario: BundledScenario) {
    let reference = scenario.run(scenario.levers.map { _ in 0 })
    for lever in scenario.levers {
      let pulled = scenario.run(scenario.levels(lever.id, alone: true))
      // Cleaner power from outside is seen only where contracts count at their own factor.
      let account = lever.group == .grid ? BundledScenario.Account.withContracts : .counted
      let (before, after) = (reference.cumulative(account), pulled.cumulative(account))
      print("DIR", scenario.name, lever.id, lever.group, before, after - before, pulled.cumulative(.withContracts)-reference.cumulative(.withContracts), pulled.cumulative(.counted)-reference.cumulative(.counted))
      #expect(
        after < before - 1e-9 * abs(before), "\(lever.id) moves \(before) Mt to \(after) Mt")
    }
  }

  @Test(arguments: try BundledScenario.all())
  func `levers together lower emissions by more than the strongest alone`(
    scenario: BundledScenario
  ) {
    let reference = scenario.run(scenario.levers.map { _ in 0 }).cumulative(.counted)
    let together = scenario.run(scenario.levers.map { _ in 1 }).cumulative(.counted)
    let strongest = scenario.levers.map {
      scenario.run(scenario.levels($0.id, alone: true)).cumulative(.counted)
    }.min()
    #expect(together <= min(reference, strongest ?? reference))
  }

  @Test(arguments: try BundledScenario.all())
  func `all as given, at their least, at their greatest, and each alone at both ends keep every law`(
    scenario: BundledScenario
  ) {
    let ends = [scenario.givenLevels, scenario.levers.map { _ in 0 }, scenario.levers.map { _ in 1 }]
    let single = scenario.levers.flatMap { lever in
      [true, false].map { scenario.levels(lever.id, alone: $0) }
    }
    for levels in ends + single {
      let run = scenario.run(levels)
      #expect(run.brokenLaws.isEmpty && run.impossibleRows.isEmpty, "\(levels)")
      #expect(scenario.violations(levels).isEmpty, "\(levels)")
    }
  }
}

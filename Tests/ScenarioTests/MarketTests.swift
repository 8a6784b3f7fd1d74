import CityModel
import ScenarioFiles
import Testing

/// How the bundled cities answer to a price on carbon.
@Suite struct `The market of the bundled cities` {
  @Test(arguments: try BundledFile.all().filter { $0.isReferenceOfCity })
  func `a rising carbon price lowers emissions in every year, and none changes nothing`(
    file: BundledFile
  ) throws {
    let without = Trajectory(Blueprint(try file.read()))
    let priced = try file.read(with: ["costs.market=on", "costs.carbon-price=0 元/t"])
    var last = try answered(priced, to: 0)
    for (still, plain) in zip(last.total(.net), without.total(.net)) {
      #expect(abs(still - plain) <= 1e-9 * abs(plain))
    }
    for price in stride(from: 250.0, through: 2000, by: 250) {
      let run = try answered(priced, to: price)
      let before = last.total(.net)
      let now = run.total(.net)
      #expect(now[0] == before[0])
      let falls = zip(before, now).dropFirst().allSatisfy { $0 > $1 }
      #expect(falls, "\(price) yuan/t")
      last = run
    }
  }

  /// The run at a carbon price that does not change over the years [CNY/t].
  private func answered(_ scenario: Scenario, to price: Double) throws -> Trajectory {
    var scenario = scenario
    let path = ParameterPath("costs.carbon-price")
    let place = try #require(scenario.parameters.firstIndex { $0.path == path })
    scenario.parameters[place].values = scenario.years.map { _ in price }
    let run = Trajectory(Blueprint(scenario))
    #expect(run.fault == nil && run.brokenLaws.isEmpty && run.impossibleRows.isEmpty)
    return run
  }
}

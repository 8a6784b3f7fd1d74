import Analysis
import CityModel
import Testing

@Suite struct `Metrics of variants` {
  @Test(arguments: [
    "shenzhen/peak.yaml", "shenzhen/hourly.yaml", "qingdao/neutrality.yaml", "dalian/peak.yaml",
    "archetype/neutrality.yaml",
  ])
  func `agree to the bit with whole runs`(name: String) async throws {
    let blueprint = try #require(try BundledScenario.all().first { $0.name == name }).blueprint
    let axes = blueprint.scenario.leversInOrder.map { Axis.level(lever: $0.identity.id) }
    let recorder = MetricRecorder(blueprint)
    let ensemble = Ensemble(try VariantSpace(blueprint, axes: axes), recording: recorder.rows)
    let variants: [[Double]] = [0, 0.3, 1].map { level in axes.map { _ in level } }
    var found: [Metrics] = []
    try await ensemble.run(
      0..<variants.count, jobs: 2, values: { variants[$0] }, measure: recorder.measure,
      consume: { _, measures in for measure in measures { found.append(try measure.get()) } })
    #expect(found.count == variants.count)
    for (variant, metrics) in zip(variants, found) {
      try expect(metrics, of: Trajectory(blueprint, levels: variant))
    }
  }

  private func expect(_ metrics: Metrics, of run: Trajectory) throws {
    let net = run.total(.net)
    let peaks = try run.accountPeaks()
    #expect(metrics.peaks.net == peaks.peak(of: .net))
    #expect(metrics.peak == peaks.peak(of: .gross))
    #expect(metrics.cumulative == net.reduce(0, +) && metrics.emissions.last == net.last)
    guard let rate = run.discountRate else {
      #expect(metrics.cost == nil)
      return
    }
    let cost = netPresentValue(run.systemCost(withTransfers: false), rate: rate)
    #expect(abs(try #require(metrics.cost) / cost - 1) < 1e-12)
  }
}

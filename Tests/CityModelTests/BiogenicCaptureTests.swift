import TestSupport
import Testing

@testable import CityModel

/// Wood of 110 kg CO₂/GJ, a tenth of it fossil, burnt at 40 %, and nine tenths of its CO₂ captured.
@Suite struct `Captured carbon of living matter` {
  private func run(credits: Bool) throws -> Trajectory {
    var city = CityBuilder.bare(2020...2021)
    city.accounting.creditsBiogenicCapture = credits
    city.choose("carriers.wood.kind", "biomass")
    city.set("carriers.wood.carbon-content", 110)
    city.set("carriers.wood.fossil-share", 0.1)
    city.demand("electricity", [20, 20])
    let plant = "energy.electricity.technologies.plant"
    city.choose("\(plant).role", "must-run")
    city.choose("\(plant).fuel", "wood")
    city.set("\(plant).capacity", 1)
    city.set("\(plant).capacity-factor", 0.5)
    city.set("\(plant).efficiency", 0.4)
    city.set("\(plant).capture.coverage", 1)
    city.set("\(plant).capture.rate", 0.9)
    city.set("\(plant).capture.electricity", 0)
    return try city.run()
  }

  /// 0.5 · 31.536 PJ / 0.4 · 110 kg/GJ.
  private let formed = 0.5 * 31.536 / 0.4 * 0.11

  @Test func `is a removal in the totals where it is credited`() throws {
    let run = try run(credits: true)
    let plant = "energy.electricity.technologies.plant"
    #expect(agree(run.series(.captured, plant)[0], formed * 0.9))
    #expect(agree(run.series(.capturedBiogenic, plant)[0], formed * 0.9 * 0.9))
    #expect(agree(run.total(.removals)[0], -formed * 0.9 * 0.9))
    #expect(agree(run.series(.carbonDioxide, plant)[0], formed * (0.1 - 0.9)))
    #expect(agree(run.series(.biogenicCarbonDioxide, plant)[0], formed * 0.9))
    #expect(run.brokenLaws.isEmpty && run.impossibleRows.isEmpty)
  }

  @Test func `counts for nothing where it is not`() throws {
    let credited = try run(credits: true)
    let run = try run(credits: false)
    let plant = "energy.electricity.technologies.plant"
    #expect(run.total(.removals) == [0, 0])
    #expect(agree(run.series(.carbonDioxide, plant)[0], formed * 0.1 * 0.1))
    #expect(agree(run.series(.biogenicCarbonDioxide, plant)[0], formed * 0.9 * 0.1))
    #expect(agree(run.total(.gross)[0], credited.total(.gross)[0] + formed * 0.9 * 0.9))
    #expect(run.brokenLaws.isEmpty && run.impossibleRows.isEmpty)
  }
}

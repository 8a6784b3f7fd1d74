import Analysis
import Testing

@testable import CityModel

/// What holds of the indicators of any city, asked of cities drawn at random.
@Suite struct `Indicators of any city` {
  private static let shares: [Indicator] = [
    .electrification, .cleanPowerShare, .greenBuildingShare, .newEnergySalesShare,
    .newEnergyStockShare, .newEnergyBusShare, .greenTransportShare, .wasteRecycledShare,
  ]

  @Test func `are numbers, shares lie between 0 and 1, and totals are those of the accounts`()
    throws
  {
    var seen = 0
    var held: Set<Indicator> = []
    for seed in UInt64(1)...240 {
      let city = try RandomCity.drawn(seed)
      let run = try city.run()
      let series = Dictionary(
        uniqueKeysWithValues: run.indicators.map { ($0.indicator, $0.values) })
      held.formUnion(series.keys)
      for (indicator, values) in series {
        #expect(values.count == run.years.count, "seed \(seed): \(indicator)")
        #expect(values.allSatisfy { $0?.isFinite ?? true }, "seed \(seed): \(indicator)")
      }
      for share in Self.shares {
        let values = (series[share] ?? []).compactMap(\.self)
        #expect(
          values.allSatisfy { (-1e-9...1 + 1e-9).contains($0) }, "seed \(seed): \(share)")
        seen += values.count
      }
      expectTotals(series, run, seed)
    }
    #expect(seen > 1000)
    #expect(
      held.isSuperset(
        of: Self.shares.filter { ![.greenBuildingShare, .newEnergyBusShare].contains($0) }))
  }

  /// Energy is that of ``EnergyConsumption``, and CO₂ the total where that counts nothing else.
  private func expectTotals(
    _ series: [Indicator: [Double?]], _ run: Trajectory, _ seed: UInt64
  ) {
    let energy = EnergyConsumption(run)
    var known = [(Indicator.energy, energy.total.map { $0 / 29.3076 })]
    known.append((.energyCalorific, energy.calorific.map { $0 / 29.3076 }))
    if run.blueprint.scenario.accounting.gases == [.co2] {
      known += [(.carbonGross, run.total(.gross)), (.carbonNet, run.total(.net))]
    }
    for (indicator, values) in known {
      let found = series[indicator] ?? []
      #expect(found.count == values.count, "seed \(seed): \(indicator)")
      for (one, other) in zip(found, values) {
        #expect(
          abs((one ?? .nan) - other) <= 1e-9 * max(1, abs(other)), "seed \(seed): \(indicator)")
      }
    }
  }
}

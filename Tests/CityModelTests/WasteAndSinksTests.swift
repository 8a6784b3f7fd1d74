import Foundation
import TestSupport
import Testing

@testable import CityModel

@Suite struct `Waste` {
  private func city(_ years: Int, generation: [Double]) -> CityBuilder {
    var city = CityBuilder.bare(2020...(2020 + years - 1))
    city.set("waste.generation", generation, reading: .amount)
    return city
  }

  /// Methane with the carbon of each year's deposit kept apart.
  ///
  /// Source: IPCC 2006 Guidelines, vol. 5, ch. 3, eq. 3.2, 3.4–3.6.
  private func methaneByHand(
    deposits: [Double], inPlace: Double, decay: Double, fraction: Double, kept: Double
  ) -> [Double] {
    deposits.indices.map { year in
      func decomposed(_ carbon: Double, _ age: Int) -> Double {
        carbon * (exp(-decay * Double(age - 1)) - exp(-decay * Double(age)))
      }
      let old = decomposed(inPlace, year + 1)
      let new = (0..<year).reduce(0) { $0 + decomposed(deposits[$1], year - $1) }
      return (old + new) * fraction * 16 / 12 * kept * 1000
    }
  }

  @Test func `a landfill decays by first order, deposit by deposit`() throws {
    let generation: [Double] = [10, 11, 12, 8, 4, 0, 0, 3]
    var city = city(8, generation: generation)
    city.set("waste.treatment.landfill", 0.8)
    city.set("waste.treatment.recycling", 0.2)
    city.set("waste.landfill.degradable-carbon", 0.15)
    city.set("waste.landfill.dissimilated", 0.6)
    city.set("waste.landfill.correction", 0.7)
    city.set("waste.landfill.methane-fraction", 0.55)
    city.set("waste.landfill.decay", 0.09)
    city.set("waste.landfill.recovery", 0.3)
    city.set("waste.landfill.oxidation", 0.1)
    city.set("waste.landfill.waste-in-place", 5)
    let deposits = generation.map { $0 * 0.8 * 0.15 * 0.6 * 0.7 }
    let methane = methaneByHand(
      deposits: deposits, inPlace: 5, decay: 0.09, fraction: 0.55, kept: 0.7 * 0.9)
    let run = try city.run()
    expect(run.series(.biogenicMethane, "waste.landfill"), is: methane)
    expect(run.bySource(.waste), is: methane.map { $0 * 27 / 1000 })
  }

  @Test func `the half-life is ln 2 over k`() throws {
    var city = city(11, generation: [Double](repeating: 0, count: 11))
    city.set("waste.treatment.landfill", 1)
    city.set("waste.landfill.degradable-carbon", 0.15)
    city.set("waste.landfill.decay", log(2) / 5)
    city.set("waste.landfill.waste-in-place", 8)
    let methane = try city.run().series(.biogenicMethane, "waste.landfill")
    #expect(agree(methane[5], methane[0] / 2) && agree(methane[10], methane[0] / 4))
    // In the long run all of it: 8 Mt C · 0.5 · 16/12.
    let total = methane[0] / (1 - exp(-log(2) / 5))
    #expect(agree(total, 8 * 0.5 * 16 / 12 * 1000))
  }

  @Test func `without a past a landfill is in balance with the base year's deposit`() throws {
    var city = city(3, generation: [10])
    city.set("waste.treatment.landfill", 1)
    city.set("waste.landfill.degradable-carbon", 0.15)
    city.set("waste.landfill.decay", 0.09)
    let methane = 10 * 0.15 * 0.5 * 0.5 * 16 / 12 * 1000
    expect(
      try city.run().series(.biogenicMethane, "waste.landfill"), is: [methane, methane, methane])
  }

  @Test func `burning and composting emit per tonne, generation may be per person`() throws {
    var city = CityBuilder.bare()
    city.set("drivers.population", 20)
    city.set("waste.generation", 0.5, reading: .perPerson)
    city.set("waste.treatment.incineration", 0.7)
    city.set("waste.treatment.composting", 0.3)
    city.set("waste.incineration.carbon-content", 0.3)
    city.set("waste.incineration.fossil-share", 0.4)
    city.set("waste.incineration.oxidation", 0.95)
    city.set("waste.incineration.methane", 0.01)
    city.set("waste.incineration.nitrous-oxide", 0.05)
    city.set("waste.composting.methane", 4)
    city.set("waste.composting.nitrous-oxide", 0.24)
    let run = try city.run()
    let formed = 7 * 0.3 * 0.95 * 44 / 12
    #expect(agree(run.series(.carbonDioxide, "waste.incineration")[0], formed * 0.4))
    #expect(agree(run.series(.biogenicCarbonDioxide, "waste.incineration")[0], formed * 0.6))
    #expect(agree(run.series(.biogenicMethane, "waste.incineration")[0], 0.07))
    #expect(agree(run.series(.nitrousOxide, "waste.incineration")[0], 0.35))
    #expect(agree(run.series(.biogenicMethane, "waste.composting")[0], 12))
    #expect(agree(run.series(.nitrousOxide, "waste.composting")[0], 0.72))
  }

  @Test func `wastewater emits by the guidelines' equations, less the gas that is caught`() throws {
    var city = CityBuilder.bare()
    city.set("drivers.population", 2)
    city.set("waste.generation", 0)
    city.set("waste.treatment.recycling", 1)
    let path = "waste.wastewater"
    city.set("\(path).organic-load", 18.25)
    city.set("\(path).sludge", 0.2)
    city.set("\(path).correction", 0.3)
    city.set("\(path).recovery", [0, 0.5, 1])
    city.set("\(path).nitrogen", 5.25)
    let run = try city.run()
    // 40 g a day · 1.25 for industry · 365 = 18.25 kg; eq. 6.1: 2 million · 18.25 · 0.8 · 0.6 · 0.3.
    expect(run.series(.biogenicMethane, path), is: [5.256, 2.628, 0])
    // Eq. 6.8: 25 kg of protein · 0.16 · 1.05 · 1.25 = 5.25 kg of N; 0.005 · 44/28.
    let nitrous = 2 * 5.25 * 0.005 * 44 / 28
    expect(run.series(.nitrousOxide, path), is: [nitrous, nitrous, nitrous])
  }
}

@Suite struct `Sinks` {
  @Test func `standing land takes up at a steady pace and lowers the net total alone`() throws {
    var city = CityBuilder.bare()
    city.demand("coal", [10])
    city.set("sinks.forest.standing.area", [200, 220, 240])
    city.set("sinks.forest.standing.uptake", 0.5)
    let run = try city.run()
    expect(run.bySource(.sinks), is: [-0.1, -0.11, -0.12])
    expect(run.total(.gross), is: [1, 1, 1])
    expect(run.total(.net), is: [0.9, 0.89, 0.88])
  }

  @Test func `what plantings have taken up is their area times the growth curve`() throws {
    var city = CityBuilder.bare(2020...2027)
    let area: [Double] = [10, 20, 0, 5, 0, 0, 40, 0]
    city.set("sinks.park.planting.area", area)
    city.set("sinks.park.planting.carbon-at-maturity", 30)
    city.set("sinks.park.planting.growth-rate", 0.08)
    city.set("sinks.park.planting.growth-shape", 2.5)
    let uptake = try city.run().bySource(.sinks)
    // Summed over the years the differences of the curve leave the curve itself.
    for year in 0..<8 {
      let held = (0...year).reduce(0.0) {
        $0 + area[$1] * 30 * pow(1 - exp(-0.08 * Double(year - $1)), 2.5)
      }
      #expect(agree(-uptake[...year].reduce(0, +), held / 1000))
    }
  }
}

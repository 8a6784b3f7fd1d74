import Analysis
import CityModel
import Foundation
import Testing

@Suite struct `Decomposition` {
  private func decompose(_ start: [Double], _ end: [Double]) throws -> DivisiaDecomposition {
    try DivisiaDecomposition(from: [start], to: [end])
  }

  @Test func `two factors that move alike share the change alike`() throws {
    // 6 → 24 by doubling both.
    let found = try decompose([2, 3], [4, 6])
    #expect(found.effects.allSatisfy { abs($0 - 9) < 1e-14 })
    let ratios = try #require(found.ratios)
    #expect(ratios.allSatisfy { abs($0 - 2) < 1e-14 })
  }

  @Test func `nearly equal values keep their digits`() throws {
    // ln(1 + d) · L = d (1 + d/2 + …) · …: to first order the effect of x is d, to second d + d²/2.
    for exponent in [-3, -6, -9, -12] {
      let step = Foundation.pow(2, Double(exponent) * 3)
      let found = try decompose([1, 1], [1 + step, 1 - step / 2])
      #expect(abs(found.effects[0] - (step - step * step / 4)) <= abs(step * step * step))
      #expect(abs(found.effects.reduce(0, +) - (found.end - found.start)) <= 1e-16)
    }
  }

  @Test func `what rises from nothing has the whole change`() throws {
    let found = try decompose([100, 0, 0.5], [120, 0.25, 0.4])
    #expect(found.effects == [0, 12, 0] && found.ratios == nil)
    // The limit it stands for: a share of 10⁻³⁰⁰ comes within its logarithm of it.
    let nearly = try decompose([100, 1e-300, 0.5], [120, 0.25, 0.4])
    #expect(abs(nearly.effects[1] - 12) < 0.02)
  }

  @Test func `two that fall to nothing share, and what was nothing and stays so has no part`()
    throws
  {
    #expect(try decompose([4, 5, 2], [0, 0, 3]).effects == [-20, -20, 0])
    #expect(try decompose([0, 5], [0, 6]).effects == [0, 0])
  }

  @Test func `carbon that turns negative has the change, and negative stays negative`() throws {
    let turned = try decompose([10, 0.2], [12, -0.1])
    #expect(abs(turned.effects[1] + 3.2) < 1e-15 && turned.effects[0] == 0)
    let captured = try decompose([10, -0.1], [20, -0.1])
    #expect(captured.effects[1] == 0 && abs(captured.effects[0] + 1) < 1e-15)
  }

  @Test func `what is no number or has another shape is refused with its place`() {
    #expect(throws: DivisiaDecomposition.Fault.notFinite(term: 0, factor: 1)) {
      try decompose([1, 2], [1, .nan])
    }
    #expect(throws: DivisiaDecomposition.Fault.differentShapes) { try decompose([1, 2], [1]) }
  }

  @Test func `a city's difference is that of its sectors and its sinks`() throws {
    func state(
      _ people: Double, _ energy: Double, _ industry: (Double, Double), waste: Double,
      _ sinks: Double
    ) -> KayaState {
      KayaState(
        population: people, gdp: 100, energy: energy,
        parts: [
          .init(sector: .industry, energy: industry.0, emissions: industry.1),
          .init(sector: .waste, energy: 0, emissions: waste),
        ], sinks: sinks)
    }
    let start = state(1, 200, (150, 18), waste: 2, -1)
    let end = state(1.1, 180, (140, 9), waste: 1, -2)
    let found = try KayaDecomposition(from: start, to: end)
    #expect(abs(found.city.effects.reduce(0, +) + 10) < 1e-12 && found.sinks == -1)
    let industry = found.sectors[0].change
    let waste = found.sectors[1].change
    #expect(abs(industry.effects.reduce(0, +) + 9) < 1e-12)
    // Waste uses no energy: its change is in people, product per person and carbon per GDP.
    #expect(waste.effects[2] == 0 && abs(waste.effects.reduce(0, +) + 1) < 1e-12)
    // 100 people or 110: with the same product the two cancel.
    #expect(abs(waste.effects[0] + waste.effects[1]) < 1e-12 && waste.effects[0] > 0)
  }
}

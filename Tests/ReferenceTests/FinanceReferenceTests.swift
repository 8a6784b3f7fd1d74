import Analysis
import CityModel
import Foundation
import TestSupport
import Testing

/// See `Cases/finance/README.md`.
@Suite struct `Money against outside numbers` {
  private struct Input: Decodable {
    struct Flows: Decodable { let rate, now: Double, flows: [Double] }
    struct Loan: Decodable { let rate, years: Double }
    struct Plant: Decodable {
      let capital, fixed, capacityFactor, rate, years, fuel, heatRate, variable: Double
    }
    struct Curve: Decodable { let first, firstCumulative, rate: Double, cumulative: [Double] }
    struct Measure: Decodable { let name: String, costPerTonne, abatement: Double }
    let presentValues: [Flows]
    let recovery: [Loan]
    let levelised: [Plant]
    let learning: [Curve]
    let measures: [Measure]
  }

  private struct Expected: Decodable {
    struct Curve: Decodable { let exponent: Double?, costs: [Double] }
    struct Step: Decodable { let name: String, cumulativeAbatement, cost: Double }
    let presentValues, recovery, levelised: [Double]
    let learning: [Curve]
    let curve: [Step]
    let abatementAt100: Double
  }

  private let input: Input
  private let expected: Expected

  init() throws {
    input = try referenceCase("finance", "input")
    expected = try referenceCase("finance", "expected")
  }

  @Test func `present values are those of the spreadsheet's manual`() throws {
    try #require(input.presentValues.count == 2)
    for (flows, wanted) in zip(input.presentValues, expected.presentValues) {
      #expect(agree(netPresentValue([flows.now] + flows.flows, rate: flows.rate), wanted))
    }
  }

  @Test func `a loan is paid off by the capital recovery factor`() throws {
    try #require(input.recovery.count == 5)
    for (loan, wanted) in zip(input.recovery, expected.recovery) {
      #expect(agree(capitalRecoveryFactor(rate: loan.rate, years: loan.years), wanted))
    }
    // What is owed after each payment, down to rates where a formula loses digits: in the end nothing.
    for rate in [1e-13, 1e-7, 0.05, 0.9] {
      let payment = capitalRecoveryFactor(rate: rate, years: 30)
      let owed = (0..<30).reduce(1.0) { owed, _ in owed * (1 + rate) - payment }
      // Rounding grows as the debt would.
      #expect(abs(owed) <= 1e-14 * pow(1 + rate, 30))
    }
  }

  /// The examples of Microsoft's page on the function PMT, as they stand there, to the cent.
  @Test func `a loan is paid off as the spreadsheet's manual says`() {
    #expect(abs(10_000 * capitalRecoveryFactor(rate: 0.08 / 12, years: 10) - 1037.03) < 0.005)
    // To save 50,000 in 18 years: what a loan takes each month, less the interest on it.
    let monthly = capitalRecoveryFactor(rate: 0.06 / 12, years: 216) - 0.06 / 12
    #expect(abs(50_000 * monthly - 129.08) < 0.005)
  }

  @Test func `levelised costs of plants are those of the textbook`() throws {
    try #require(input.levelised.count == 2)
    for (plant, wanted) in zip(input.levelised, expected.levelised) {
      let recovery = capitalRecoveryFactor(rate: plant.rate, years: plant.years)
      let perYear = plant.capital * recovery + plant.fixed
      let perEnergy = plant.fuel * plant.heatRate + plant.variable
      #expect(agree(perYear / (8760 * plant.capacityFactor) + perEnergy, wanted))
    }
  }

  @Test func `costs fall along the learning curve`() throws {
    try #require(input.learning.count == 2)
    for (curve, wanted) in zip(input.learning, expected.learning) {
      let learning = LearningCurve(rate: curve.rate)
      if let exponent = wanted.exponent { #expect(agree(learning.exponent, exponent)) }
      for (cumulative, cost) in zip(curve.cumulative, wanted.costs) {
        #expect(
          agree(curve.first * learning.factor(growth: cumulative / curve.firstCumulative), cost))
      }
    }
  }

  @Test func `measures stand in the order of their cost`() {
    let curve = AbatementCurve(
      input.measures.map {
        AbatementCurve.Measure(
          name: $0.name, costPerTonne: $0.costPerTonne, abatement: $0.abatement)
      })
    #expect(curve.steps.map(\.measure.name) == expected.curve.map(\.name))
    for (step, wanted) in zip(curve.steps, expected.curve) {
      #expect(agree(step.cumulativeAbatement, wanted.cumulativeAbatement))
      #expect(agree(step.measure.cost, wanted.cost))
    }
    #expect(agree(curve.abatement(atPrice: 100), expected.abatementAt100))
  }
}

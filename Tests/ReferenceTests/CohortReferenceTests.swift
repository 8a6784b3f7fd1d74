import Diagnostics
import TestSupport
import Testing

@testable import CityModel

/// See `Cases/cohort/README.md`.
@Suite struct `Cohort stocks against outside numbers` {
  private struct Input: Decodable {
    let name: String
    let stock: [Double]
    let fixed: Double?
    let scale: Double?
    let shape: Double?
  }

  private struct Expected: Decodable {
    let name: String
    let inflow: [Double]
    let outflow: [Double]
    let survival: [Double]?
    let stockByCohortLastYear: [Double]?
  }

  /// What the kernel makes of a case.
  private struct Outcome {
    var additions: [Double] = []
    var retirements: [Double] = []
    var residual = 0.0
    var byCohort: [Double] = []
    var survival: [Double] = []
  }

  private func cases() throws -> [(input: Input, expected: Expected)] {
    let inputs: [Input] = try referenceCase("cohort", "input")
    let expected: [Expected] = try referenceCase("cohort", "expected")
    try #require(inputs.map(\.name) == expected.map(\.name) && inputs.count == 4)
    return Array(zip(inputs, expected))
  }

  /// A city with a building type of this lifetime, from the year before the first to the last.
  private func scenario(_ input: Input) throws -> Scenario {
    var city = CityBuilder.bare(0...input.stock.count)
    city.homes(
      area: [1], needs: ["existing": 1, "retrofitted": 1, "new": 1], carrier: "coal")
    city.remove("buildings.homes.lifetime")
    for (key, value) in [
      ("fixed", input.fixed), ("weibull.scale", input.scale), ("weibull.shape", input.shape),
    ] {
      if let value { city.set("buildings.homes.lifetime.\(key)", value) }
    }
    return try city.scenario()
  }

  private func outcome(_ input: Input) throws -> Outcome {
    let scenario = try scenario(input)
    var compiler = BlueprintCompiler(scenario)
    let owner = ParameterPath("buildings.homes")
    let lifetime = Lifetime(&compiler, owner)
    let survival = lifetime.survival(&compiler)
    let stock = CohortStock(
      &compiler, lifetime,
      classes: [
        CohortStock.Class(
          ofStock: .all, ofAdditions: .all, earlyRetirement: nil,
          pastGrowth: compiler.parameter(owner / "past-growth"))
      ])
    let parameters = LaneBuffer(count: scenario.parameters.count)
    for (row, parameter) in scenario.parameters.enumerated() {
      parameters[row] = .all(parameter.values[0])
    }
    let state = LaneBuffer(count: compiler.stateCount)
    func context(_ year: Int) -> YearContext {
      YearContext(
        year: year, parameters: parameters, outputs: LaneBuffer(count: 1), state: state,
        factors: FactorTable(carriers: 0), pulls: LaneBuffer(count: 0),
        demand: Demand(Demand.Layout(fuels: 0, loads: 0)), sums: SectorSums(carriers: 0))
    }
    var result = Outcome(survival: survival)
    _ = stock.turnOver(needed: .zero, context(0))
    for (year, needed) in input.stock.enumerated() {
      let change = stock.turnOver(needed: .all(needed), context(year + 1))
      result.additions.append(change.additions[0])
      result.retirements.append(change.retirements[0])
      result.residual = max(result.residual, change.residual[0])
    }
    let last = input.stock.count
    result.byCohort = (1...last).map { year in
      last - year > stock.lastAge ? 0 : stock.amount(0, age: last - year, context(last))[0]
    }
    return result
  }

  private func expect(
    _ found: [Double], is expected: [Double], of scale: Double, _ name: String
  ) {
    #expect(found.count == expected.count, "\(name)")
    for (year, (found, expected)) in zip(found, expected).enumerated() {
      #expect(abs(found - expected) <= 1e-9 * scale, "\(name), year \(year)")
    }
  }

  @Test func `additions and retirements are those of ODYM`() throws {
    for (input, expected) in try cases() {
      let outcome = try outcome(input)
      let scale = input.stock.max() ?? 0
      expect(outcome.additions, is: expected.inflow, of: scale, input.name)
      expect(outcome.retirements, is: expected.outflow, of: scale, input.name)
      #expect(outcome.residual <= 1e-12, "\(input.name)")
    }
  }

  @Test func `the share alive at each age and what is left of each year agree`() throws {
    let (input, expected) = try #require(try cases().first { $0.expected.survival != nil })
    let outcome = try outcome(input)
    expect(
      Array(outcome.survival.prefix(25)), is: expected.survival ?? [], of: 1, input.name)
    let scale = input.stock.max() ?? 0
    expect(outcome.byCohort, is: expected.stockByCohortLastYear ?? [], of: scale, input.name)
  }
}

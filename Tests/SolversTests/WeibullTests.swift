import Foundation
import Solvers
import Testing

@Suite struct `Weibull survival` {
  @Test(arguments: [(8.0, 14.5, 3.6), (0.5, 14.5, 3.6), (40, 60, 1), (30, 14.5, 0.7)])
  func `is the formula written by hand`(age: Double, scale: Double, shape: Double) throws {
    let survival = try weibullSurvival(age: age, scale: scale, shape: shape)
    #expect(abs(survival - exp(-pow(age / scale, shape))) <= 1e-15)
  }

  @Test func `leaves one part in e at the scale, whatever the shape`() throws {
    for shape in [0.5, 1, 3.6, 20] {
      #expect(abs(try weibullSurvival(age: 12, scale: 12, shape: shape) - exp(-1)) <= 1e-15)
    }
  }

  @Test(arguments: [0, -1, -Double.infinity])
  func `a cohort that is new or not yet built is whole`(age: Double) throws {
    #expect(try weibullSurvival(age: age, scale: 15, shape: 3) == 1)
  }

  @Test func `nothing lasts for ever`() throws {
    #expect(try weibullSurvival(age: .infinity, scale: 15, shape: 3) == 0)
  }

  @Test func `refuses a scale or a shape without meaning`() {
    for value in [0, -1, Double.infinity] {
      #expect(throws: SolverError.invalidSetting(name: "scale", value: value)) {
        try weibullSurvival(age: 1, scale: value, shape: 2)
      }
      #expect(throws: SolverError.invalidSetting(name: "shape", value: value)) {
        try weibullSurvival(age: 1, scale: 2, shape: value)
      }
    }
    #expect(throws: SolverError.self) { try weibullSurvival(age: .nan, scale: 2, shape: 2) }
  }
}

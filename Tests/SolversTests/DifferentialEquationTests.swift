import Foundation
import Solvers
import Testing

@Suite struct `Differential equations` {
  @Test(arguments: IntegrationMethod.allCases)
  func `decay is the exponential`(method: IntegrationMethod) throws {
    let times = [0.0, 0.5, 1, 4]
    let states = try integrate(initial: [3], at: times, method: method) { _, y in [-2 * y[0]] }
    #expect(states.count == 4)
    for (time, state) in zip(times, states) {
      #expect(abs(state[0] - 3 * exp(-2 * time)) <= 1e-6)
    }
  }

  @Test(arguments: [(IntegrationMethod.rungeKuttaFehlberg, 1e-7), (.backwardDifferentiation, 1e-5)])
  func `adoption at a rate p(1 − p) is the logistic curve`(
    method: IntegrationMethod, tolerance: Double
  ) throws {
    let years = (2020...2060).map(Double.init)
    let rate = 0.35
    let midpoint = 2035.0
    func share(_ year: Double) -> Double { 1 / (1 + exp(-rate * (year - midpoint))) }
    let states = try integrate(initial: [share(2020)], at: years, method: method) { _, share in
      [rate * share[0] * (1 - share[0])]
    }
    for (year, state) in zip(years, states) {
      #expect(abs(state[0] - share(year)) <= tolerance)
    }
  }

  @Test(arguments: [(IntegrationMethod.rungeKuttaFehlberg, 1e-7), (.backwardDifferentiation, 1e-5)])
  func `a harmonic oscillator comes back after two pi`(
    method: IntegrationMethod, tolerance: Double
  ) throws {
    let states = try integrate(
      initial: [1, 0], at: [0, .pi / 2, .pi, 2 * .pi], method: method
    ) { _, y in [y[1], -y[0]] }
    for (state, expected) in zip(states, [[1.0, 0], [0, -1], [-1, 0], [1, 0]]) {
      #expect(abs(state[0] - expected[0]) <= tolerance)
      #expect(abs(state[1] - expected[1]) <= tolerance)
    }
  }

  @Test func `the rates see the time`() throws {
    let states = try integrate(initial: [0], at: [1, 2, 5]) { time, _ in [3 * time * time] }
    #expect(abs(states[1][0] - 7) <= 1e-8)
    #expect(abs(states[2][0] - 124) <= 1e-8)
  }

  @Test func `Robertson's stiff kinetics end where another solver ends`() throws {
    // E. Hairer, G. Wanner, Solving Ordinary Differential Equations II, IV.1, eq. 1.4. The values at
    // t = 40 are from SciPy 1.17.1, solve_ivp(method="Radau", rtol=1e-12, atol=1e-16).
    let states = try integrate(
      initial: [1, 0, 0], at: [0, 40], method: .backwardDifferentiation,
      absoluteTolerance: 1e-12, relativeTolerance: 1e-9
    ) { _, y in
      let slow = 0.04 * y[0]
      let fast = 1e4 * y[1] * y[2]
      let square = 3e7 * y[1] * y[1]
      return [fast - slow, slow - fast - square, square]
    }
    for (value, expected) in zip(states[1], [7.15827069e-1, 9.18553476e-6, 2.84163746e-1]) {
      #expect(abs(value / expected - 1) <= 2e-6)
    }
  }

  @Test func `a state overshot into a place without rates is tried again with a shorter step`()
    throws
  {
    // The first step tried, a thousandth of the span, would carry the state from 2 to below 1.
    let states = try integrate(initial: [2], at: [0, 10]) { _, y in
      [y[0] < 1 - 1e-6 ? .nan : 1000 * (1 - y[0])]
    }
    #expect(abs(states[1][0] - 1) <= 1e-6)
  }

  @Test(arguments: IntegrationMethod.allCases)
  func `a solution that blows up is reported at its pole`(method: IntegrationMethod) {
    #expect {
      try integrate(initial: [1], at: [0, 2], method: method) { _, y in [y[0] * y[0]] }
    } throws: { error in
      guard case .toleranceNotReached(let time) = error as? SolverError else { return false }
      return abs(time - 1) <= 1e-6
    }
  }

  @Test func `an overshoot that was mended is not blamed for a later failure`() {
    #expect {
      try integrate(initial: [2, 1], at: [0, 2]) { _, y in
        [y[0] < 1 - 1e-6 ? .nan : 5000 * (1 - y[0]), y[1] * y[1]]
      }
    } throws: { error in
      guard case .toleranceNotReached(let time) = error as? SolverError else { return false }
      return abs(time - 1) <= 1e-6
    }
  }

  @Test func `stops at the step limit and says the time that remained`() {
    let error = #expect(throws: SolverError.self) {
      try integrate(initial: [1], at: [0, 1000], stepLimit: 10) { time, _ in [sin(50 * time)] }
    }
    guard case .stepLimitReached(steps: 10, let rest) = error else {
      Issue.record("got \(String(describing: error))")
      return
    }
    #expect(rest > 900 && rest < 1000)
  }

  @Test func `one time gives the initial state and none gives none`() throws {
    #expect(try integrate(initial: [4], at: [2030]) { _, y in y } == [[4]])
    #expect(try integrate(initial: [4], at: []) { _, y in y } == [])
  }

  @Test func `refuses what has no meaning and says the numbers`() {
    func attempt(
      initial: [Double] = [1], times: [Double] = [0, 1], absolute: Double = 1e-9,
      relative: Double = 1e-9, rates: [Double] = [0]
    ) throws {
      _ = try integrate(
        initial: initial, at: times, absoluteTolerance: absolute, relativeTolerance: relative
      ) { _, _ in rates }
    }
    #expect(throws: SolverError.tooFewPoints(needed: 1, found: 0)) { try attempt(initial: []) }
    #expect(throws: SolverError.notFinite(argument: .infinity)) {
      try attempt(initial: [.infinity])
    }
    #expect(throws: SolverError.notIncreasing(index: 1, previous: 1, value: 0)) {
      try attempt(times: [1, 0])
    }
    #expect(throws: SolverError.invalidSetting(name: "absoluteTolerance", value: -1)) {
      try attempt(absolute: -1)
    }
    #expect(throws: SolverError.invalidSetting(name: "relativeTolerance", value: 0)) {
      try attempt(absolute: 0, relative: 0)
    }
    #expect(throws: SolverError.wrongCount(expected: 1, found: 2)) { try attempt(rates: [0, 0]) }
    #expect(throws: SolverError.notFinite(argument: 0)) { try attempt(rates: [.nan]) }
  }
}

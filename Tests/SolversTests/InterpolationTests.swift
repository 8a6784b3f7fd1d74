import Foundation
import Solvers
import Testing

@Suite struct `A curve through points` {
  @Test(arguments: Interpolation.Method.allCases)
  func `passes through every point`(method: Interpolation.Method) throws {
    let x = [2020.0, 2025, 2026, 2040, 2060]
    let y = [4.0, 9, -3, -3, 0.5]
    let curve = try Interpolation(x: x, y: y, method: method)
    for (argument, value) in zip(x, y) {
      #expect(abs(try curve.value(at: argument) - value) <= 1e-14)
    }
  }

  @Test(arguments: Interpolation.Method.allCases)
  func `follows a straight line exactly and knows its slope`(method: Interpolation.Method) throws {
    let x = [0.0, 1, 3, 4, 10]
    let curve = try Interpolation(x: x, y: x.map { 2 * $0 - 7 }, method: method)
    for argument in stride(from: 0, through: 10, by: 0.125) {
      #expect(abs(try curve.value(at: argument) - (2 * argument - 7)) <= 1e-13)
      #expect(abs(try curve.derivative(at: argument) - 2) <= 1e-13)
    }
  }

  @Test(arguments: Interpolation.Method.allCases)
  func `two points are joined by the straight line`(method: Interpolation.Method) throws {
    let curve = try Interpolation(x: [1, 3], y: [10, 20], method: method)
    #expect(try curve.value(at: 1.5) == 12.5)
    #expect(try curve.derivative(at: 1.5) == 5)
  }

  @Test func `Steffen's slope at a point is the one of his paper`() throws {
    // Equation (11) with h = (1, 2) and s = (3, 1): p = (3·2 + 1·1)/3 = 7/3, and the slope is
    // 2·min(|s₀|, |s₁|, |p|/2) = 2·min(3, 1, 7/6) = 2.
    let curve = try Interpolation(x: [0, 1, 3], y: [0, 3, 5], method: .steffen)
    #expect(abs(try curve.derivative(at: 1) - 2) <= 1e-14)
  }

  @Test func `Steffen's slope is the derivative of its value`() throws {
    let curve = try Interpolation(x: [0, 1, 3, 4], y: [0, 5, 6, -2], method: .steffen)
    for argument in stride(from: 0.1, through: 3.9, by: 0.17) {
      let step = 1e-5
      let slope =
        try (curve.value(at: argument + step) - curve.value(at: argument - step)) / (2 * step)
      #expect(abs(try curve.derivative(at: argument) - slope) <= 1e-8)
    }
  }

  @Test func `Steffen's curve has its maximum at a point, so it cannot place one between`() throws {
    let vertex = 2030.4
    let years = Array(stride(from: 2020.0, through: 2040, by: 1))
    let curve = try Interpolation(
      x: years, y: years.map { 100 - ($0 - vertex) * ($0 - vertex) }, method: .steffen)
    let summit = try findMinimum(in: 2029...2031, guess: 2030.2) { year in
      (try? -curve.value(at: year)) ?? .nan
    }
    #expect(abs(summit - 2030) <= 1e-3)
  }

  @Test(arguments: [1.999, 5.001, -Double.infinity, .infinity])
  func `does not extrapolate`(argument: Double) throws {
    let curve = try Interpolation(x: [2, 3, 5], y: [0, 1, 2], method: .steffen)
    let refusal = SolverError.outsideRange(argument: argument, lower: 2, upper: 5)
    #expect(throws: refusal) { try curve.value(at: argument) }
    #expect(throws: refusal) { try curve.derivative(at: argument) }
  }

  @Test func `has no value at a place that is not a number`() throws {
    let curve = try Interpolation(x: [2, 3], y: [0, 1], method: .linear)
    #expect(throws: SolverError.self) { try curve.value(at: .nan) }
  }

  @Test func `refuses points it cannot join and says which`() {
    #expect(throws: SolverError.tooFewPoints(needed: 2, found: 1)) {
      try Interpolation(x: [1], y: [1], method: .linear)
    }
    #expect(throws: SolverError.wrongCount(expected: 3, found: 2)) {
      try Interpolation(x: [1, 2, 3], y: [1, 2], method: .linear)
    }
    #expect(throws: SolverError.notIncreasing(index: 2, previous: 2, value: 2)) {
      try Interpolation(x: [1, 2, 2], y: [1, 2, 3], method: .steffen)
    }
    #expect(throws: SolverError.notFinite(argument: 2)) {
      try Interpolation(x: [1, 2, 3], y: [1, .nan, 3], method: .steffen)
    }
    #expect(throws: SolverError.notFinite(argument: .infinity)) {
      try Interpolation(x: [1, 2, .infinity], y: [1, 2, 3], method: .steffen)
    }
  }

  @Test func `one curve may be read by many threads at once`() async throws {
    let x = (0...40).map(Double.init)
    let curve = try Interpolation(x: x, y: x.map { $0 * $0 }, method: .steffen)
    let expected = try stride(from: 0, through: 40, by: 0.01).map { try curve.value(at: $0) }
    try await withThrowingTaskGroup(of: [Double].self) { group in
      for _ in 1...8 {
        group.addTask { try stride(from: 0, through: 40, by: 0.01).map { try curve.value(at: $0) } }
      }
      for try await values in group { #expect(values == expected) }
    }
  }
}

import Foundation
import Solvers
import Testing

@Suite struct `Finding a minimum` {
  @Test func `finds three pi over two as the minimum of the sine`() throws {
    let minimum = try findMinimum(in: 3...6, guess: 5, tolerance: 1e-7) { sin($0) }
    #expect(abs(minimum - 1.5 * Double.pi) <= 3e-7)
  }

  @Test func `a tolerance finer than the function can tell still ends`() throws {
    let minimum = try findMinimum(in: 1990...2100, guess: 2020, tolerance: 0) {
      ($0 - 2030.4) * ($0 - 2030.4) - 100
    }
    #expect(abs(minimum - 2030.4) <= 2e-4)
  }

  @Test(arguments: [-40.0, -1, 0, 0.25, 17, 39])
  func `finds the vertex of a parabola wherever it lies`(vertex: Double) throws {
    let minimum = try findMinimum(in: -50...50, guess: vertex + 3, tolerance: 1e-6) {
      ($0 - vertex) * ($0 - vertex) - 8
    }
    #expect(abs(minimum - vertex) <= 3e-6)
  }

  @Test func `refuses a guess that is not below both ends and says the three values`() {
    #expect(
      throws: SolverError.noLowerGuess(
        guess: 1, valueAtGuess: 1, valueAtLower: 0, valueAtUpper: 2)
    ) {
      try findMinimum(in: 0...2, guess: 1) { $0 }
    }
  }

  @Test(arguments: [0, 2, -1, 3, Double.nan])
  func `refuses a guess that is not strictly inside`(guess: Double) {
    #expect(throws: SolverError.self) { try findMinimum(in: 0...2, guess: guess) { $0 * $0 } }
    if !guess.isNaN {
      #expect(throws: SolverError.outsideRange(argument: guess, lower: 0, upper: 2)) {
        try findMinimum(in: 0...2, guess: guess) { $0 * $0 }
      }
    }
  }

  @Test func `stops at the step limit and says the width that remained`() throws {
    let error = #expect(throws: SolverError.self) {
      try findMinimum(in: -1e6...1e6, guess: 10, tolerance: 1e-3, stepLimit: 2) { $0 * $0 }
    }
    guard case .stepLimitReached(steps: 2, let width) = error else {
      Issue.record("got \(String(describing: error))")
      return
    }
    #expect(width > 1e-3 && width < 2e6)
  }

  @Test func `names the argument where the function is not finite in mid-search`() {
    #expect {
      try findMinimum(in: -4...4, guess: 2) { abs($0) < 1 ? .nan : $0 * $0 - 4 }
    } throws: { error in
      guard case .notFinite(let argument) = error as? SolverError else { return false }
      return abs(argument) < 1
    }
  }

  @Test func `names the end where the function is infinite`() {
    #expect(throws: SolverError.notFinite(argument: 0)) {
      try findMinimum(in: 0...2, guess: 1) { 1 / $0 }
    }
  }
}

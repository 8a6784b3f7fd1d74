import Solvers
import Testing

@Suite struct `Least squares` {
  @Test func `a line through points is the line of the normal equations`() throws {
    // y = 1 + 2x and residuals (1, −1, −1, 1)/10, which are orthogonal to 1 and x.
    let x = [0.0, 1, 2, 3]
    let y = [1.1, 2.9, 4.9, 7.1]
    let found = try minimiseSquares(from: [0, 0]) { line in
      zip(x, y).map { line[0] + line[1] * $0 - $1 }
    }
    #expect(
      zip(found.parameters, [1, 2]).allSatisfy { abs($0 - $1) < 1e-7 }, "\(found.parameters)")
    #expect(abs(found.sumOfSquares - 0.04) < 1e-9)
  }

  @Test func `an exact fit is an answer`() throws {
    let found = try minimiseSquares(from: [3]) { [$0[0] - 1, 2 * $0[0] - 2] }
    #expect(abs(found.parameters[0] - 1) < 1e-9)
  }

  @Test func `too few residuals, no numbers and no steps are told`() {
    #expect(throws: SolverError.tooFewPoints(needed: 2, found: 1)) {
      try minimiseSquares(from: [1, 1]) { [$0[0]] }
    }
    #expect(throws: SolverError.systemNotFinite(point: [0])) {
      try minimiseSquares(from: [0]) { [1 / $0[0]] }
    }
    #expect(throws: SolverError.self) {
      try minimiseSquares(from: [-1.2, 1], stepLimit: 2) {
        [10 * ($0[1] - $0[0] * $0[0]), 1 - $0[0]]
      }
    }
  }

  @Test func `singular values of a matrix with known ones`() throws {
    // XᵀX = [[25, 20], [20, 25]] has the eigenvalues 45 and 5.
    let found = try SingularValues(of: [[3, 0], [4, 5]])
    #expect(abs(found.values[0] - 45.0.squareRoot()) < 1e-12)
    #expect(abs(found.values[1] - 5.0.squareRoot()) < 1e-12)
    // (XᵀX)⁻¹ = [[25, −20], [−20, 25]] / 225
    let inverse = found.matrix { 1 / ($0 * $0) }
    #expect(abs(inverse[0][0] - 25.0 / 225) < 1e-12 && abs(inverse[0][1] + 20.0 / 225) < 1e-12)
    #expect(throws: SolverError.self) { try SingularValues(of: [[1, 2]]) }
    #expect(try SingularValues(of: [[1, 2], [2, 4]]).reciprocalCondition < 1e-12)
  }

  @Test func `a ridge refuses a penalty below 0 and a column that never changes`() {
    let rows = [[1.0], [2], [3], [5]]
    #expect(throws: SolverError.invalidSetting(name: "lambda", value: -1)) {
      try RidgeRegression(of: [1, 2, 3, 4], on: rows, penalty: -1)
    }
    #expect(throws: SolverError.self) {
      try RidgeRegression(of: [1, 2, 3, 4], on: [[1], [1], [1], [1]], penalty: 0)
    }
    #expect(throws: SolverError.tooFewPoints(needed: 3, found: 2)) {
      try RidgeRegression(of: [1, 2], on: [[1], [2]])
    }
  }
}

import Foundation
import Solvers
import Testing

@Suite struct `Systems of equations` {
  @Test func `Rosenbrock's valley is walked to its end`() throws {
    // GSL's manual: f = (a(1 − x), b(y − x²)), a = 1, b = 10, from (−10, −5) to (1, 1).
    let root = try findRoots(from: [-10, -5], tolerance: 1e-12) { point in
      [1 - point[0], 10 * (point[1] - point[0] * point[0])]
    }
    #expect(abs(root[0] - 1) < 1e-11 && abs(root[1] - 1) < 1e-11)
  }

  @Test func `Powell's badly scaled function is solved`() throws {
    // Moré, Garbow & Hillstrom (1981), no. 3: root (1.098159329699759e-5, 9.106146739867).
    let root = try findRoots(from: [0, 1], tolerance: 1e-13, stepLimit: 1000) { point in
      [1e4 * point[0] * point[1] - 1, exp(-point[0]) + exp(-point[1]) - 1.0001]
    }
    #expect(abs(root[0] / 1.098159329699759e-5 - 1) < 1e-6)
    #expect(abs(root[1] / 9.106146739867 - 1) < 1e-6)
  }

  @Test func `a linear system has the solution of elimination`() throws {
    // 4x + y − z = 3, x + 5y + 2z = 17, −x + 2y + 6z = 21 at (1, 2, 3).
    let root = try findRoots(from: [0, 0, 0], tolerance: 1e-12) { point in
      let x = point[0]
      let y = point[1]
      let z = point[2]
      return [4 * x + y - z - 3, x + 5 * y + 2 * z - 17, -x + 2 * y + 6 * z - 21]
    }
    for (found, expected) in zip(root, [1, 2, 3.0]) { #expect(abs(found - expected) < 1e-12) }
  }

  @Test func `a start that solves the system is given back to the bit`() throws {
    let start = [0.1 + 0.2, -0.7]
    var calls = 0
    let root = try findRoots(from: start) { point in
      calls += 1
      return [point[0] - start[0], point[1] - start[1]]
    }
    #expect(root == start && calls == 1)
    #expect(try findRoots(from: []) { _ in [] } == [])
  }

  @Test func `a system without a solution says where it stopped and with what residuals`() {
    let error = #expect(throws: SolverError.self) {
      try findRoots(from: [3, 2]) { [$0[0] * $0[0] + 1, $0[1] - 2] }
    }
    guard case .noSolution(let point, let residuals) = error else {
      Issue.record("found \(String(describing: error))")
      return
    }
    #expect(error?.residuals == residuals)
    #expect(residuals[0] >= 1 && residuals[0] == point[0] * point[0] + 1)
  }

  @Test func `too few steps are told with what remained`() {
    let error = #expect(throws: SolverError.self) {
      try findRoots(from: [-10, -5], stepLimit: 2) { [1 - $0[0], 10 * ($0[1] - $0[0] * $0[0])] }
    }
    guard case .systemUnsolved(2, let point, let residuals) = error else {
      Issue.record("found \(String(describing: error))")
      return
    }
    #expect(residuals == [1 - point[0], 10 * (point[1] - point[0] * point[0])])
  }

  @Test func `a system that is not a number is refused with the point`() {
    #expect(throws: SolverError.systemNotFinite(point: [-1])) {
      try findRoots(from: [-1]) { [$0[0].squareRoot()] }
    }
    #expect(throws: SolverError.systemNotFinite(point: [.infinity])) {
      try findRoots(from: [.infinity]) { _ in [1] }
    }
    let error = #expect(throws: SolverError.self) {
      try findRoots(from: [4]) { $0[0] < 3.9 ? [.nan] : [$0[0]] }
    }
    guard case .systemNotFinite(let point) = error else {
      Issue.record("found \(String(describing: error))")
      return
    }
    #expect(point[0] < 3.9)
  }

  @Test func `as many equations as unknowns are needed`() {
    #expect(throws: SolverError.wrongCount(expected: 2, found: 1)) {
      try findRoots(from: [1, 2]) { _ in [1] }
    }
  }
}

import CNLOPT
import Testing

@testable import Analysis

private struct Problem: Sendable {
  let value: @Sendable ([Double]) -> Double
  let parts: @Sendable ([Double]) -> [Double]

  func minimum(from place: [Double]) async throws -> Trial {
    let descent = ConstrainedDescent { places in
      places.map { Trial(place: $0, value: value($0), parts: parts($0)) }
    }
    return try await descent.minimum(
      from: Trial(place: place, value: value(place), parts: parts(place)))
  }
}

private final class Counted {
  let problem: Problem
  init(_ problem: Problem) { self.problem = problem }
}

@Suite struct `Descent within borders` {
  @Test func `ends in the corner of a linear program`() async throws {
    // max 3x + 2y + z subject to 2x + y + 2z ≤ 1.5, x + 3y ≤ 1.8: the corner of both where z = 0
    let problem = Problem(
      value: { -3 * $0[0] - 2 * $0[1] - $0[2] },
      parts: { [2 * $0[0] + $0[1] + 2 * $0[2] - 1.5, $0[0] + 3 * $0[1] - 1.8] })
    for start in [[0, 0, 0], [1, 1, 1], [0.2, 0.9, 0.4]] {
      let end = try await problem.minimum(from: start)
      #expect(end.excess <= 0)
      #expect(abs(end.place[0] - 0.54) < 1e-6 && abs(end.place[1] - 0.42) < 1e-6)
      #expect(end.place[2] == 0)
    }
  }

  @Test func `ends where a curved border touches a level line`() async throws {
    let problem = Problem(
      value: { ($0[0] - 1) * ($0[0] - 1) + ($0[1] - 1) * ($0[1] - 1) },
      parts: { [$0[0] * $0[0] + $0[1] * $0[1] - 1] })
    let end = try await problem.minimum(from: [0.9, 0.1])
    #expect(end.excess <= 0)
    #expect(end.place.allSatisfy { abs($0 - 0.5.squareRoot()) < 1e-4 })
  }

  @Test func `gives the least excess where nothing is allowed`() async throws {
    let problem = Problem(value: { $0[0] }, parts: { [2 - $0[0] - $0[1] + 0.5] })
    let end = try await problem.minimum(from: [0.3, 0.2])
    #expect(abs(end.excess - 0.5) < 1e-9)
  }

  /// Costs that rise a little faster than the levels, and two conditions that saturate: like a
  /// portfolio of levers, drawn by a generator of the test.
  private static func portfolio(_ seed: UInt64, levers: Int) -> Problem {
    var state = seed &* 2_862_933_555_777_941_757 &+ 3_037_000_493
    func draw(_ low: Double, _ high: Double) -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return low + (high - low) * Double(state >> 11) / Double(1 << 53)
    }
    let costs = (0..<levers).map { _ in draw(-0.2, 1) }
    let curves = (0..<levers).map { _ in draw(0, 0.3) }
    let effects = (0..<2).map { _ in (0..<levers).map { _ in draw(0, 1) } }
    let needs = effects.map { 0.6 * $0.reduce(0, +) }
    return Problem(
      value: { place in
        place.indices.reduce(0) {
          $0 + costs[$1] * place[$1] + curves[$1] * place[$1] * place[$1]
        }
      },
      parts: { place in
        zip(effects, needs).map { effect, need in
          need - place.indices.reduce(0) { $0 + effect[$1] * place[$1] * (1.2 - 0.2 * place[$1]) }
        }
      })
  }

  @Test(arguments: 1...12)
  func `is no worse than NLopt's sequential quadratic programming`(seed: Int) async throws {
    let problem = Self.portfolio(UInt64(seed), levers: 20)
    let ours = try await problem.minimum(from: [Double](repeating: 1, count: 20))
    let theirs = try #require(Self.leastByNLopt(problem, count: 20))
    #expect(ours.excess <= 0)
    #expect(ours.value <= theirs + 1e-5 * max(1, abs(theirs)), "\(ours.value) \(theirs)")
  }

  /// The least value by `NLOPT_LD_SLSQP`, gradients by differences.
  private static func leastByNLopt(_ problem: Problem, count: Int) -> Double? {
    guard let solver = nlopt_create(NLOPT_LD_SLSQP, UInt32(count)) else { return nil }
    defer { nlopt_destroy(solver) }
    let box = Unmanaged.passRetained(Counted(problem))
    defer { box.release() }
    nlopt_set_lower_bounds1(solver, 0)
    nlopt_set_upper_bounds1(solver, 1)
    nlopt_set_min_objective(
      solver,
      { count, point, gradient, context in
        evaluate(count, point, gradient, context) { [$0.value($1)] }[0]
      }, box.toOpaque())
    nlopt_add_inequality_mconstraint(
      solver, 2,
      { _, result, count, point, gradient, context in
        let found = evaluate(count, point, gradient, context) { $0.parts($1) }
        for (place, value) in found.enumerated() { result?[place] = value }
      }, box.toOpaque(), nil)
    nlopt_set_xtol_rel(solver, 1e-10)
    nlopt_set_maxeval(solver, 2000)
    var point = [Double](repeating: 1, count: count)
    var least = 0.0
    let status = nlopt_optimize(solver, &point, &least)
    guard status.rawValue > 0 || status == NLOPT_ROUNDOFF_LIMITED,
      (problem.parts(point).max() ?? 1) < 1e-6
    else { return nil }
    return least
  }
}

private func evaluate(
  _ count: UInt32, _ point: UnsafePointer<Double>?, _ gradient: UnsafeMutablePointer<Double>?,
  _ context: UnsafeMutableRawPointer?, _ of: (Problem, [Double]) -> [Double]
) -> [Double] {
  guard let context else { return [.nan] }
  let problem = Unmanaged<Counted>.fromOpaque(context).takeUnretainedValue().problem
  let place = Array(UnsafeBufferPointer(start: point, count: Int(count)))
  let values = of(problem, place)
  if let gradient {
    for axis in place.indices {
      var beside = place
      beside[axis] += 1e-6
      for (row, value) in of(problem, beside).enumerated() {
        gradient[row * place.count + axis] = (value - values[row]) / 1e-6
      }
    }
  }
  return values
}

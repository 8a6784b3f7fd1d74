import Analysis
import Foundation
import Solvers
import Testing

/// See `Cases/sobol-indices/README.md`.
@Suite struct `Shares of variance against outside numbers` {
  private struct Input: Decodable { let dimensions: Int, values: [Double] }
  private struct Indices: Decodable { let first, total: [Double], variance: Double? }
  private struct Expected: Decodable { let fixed, ishigami, g8, linear, product: Indices }

  private let input: Input
  private let expected: Expected

  init() throws {
    input = try referenceCase("sobol-indices", "input")
    expected = try referenceCase("sobol-indices", "expected")
  }

  @Test func `the estimators agree on a fixed sample`() {
    let inputs = input.dimensions
    let values = input.values
    let width = 2 * inputs + 2
    func rows(_ place: Int) -> [Double] {
      stride(from: place, to: values.count, by: width).map { values[$0] }
    }
    let sample = SobolIndices.Sample(
      a: rows(0), b: rows(width - 1), mixed: (1...inputs).map(rows))
    let mean = values.reduce(0, +) / Double(values.count)
    let indices = SobolIndices(sample, centre: mean)
    for (found, value) in zip(indices.first, expected.fixed.first) {
      #expect(abs(found.value - value) <= 1e-10)
    }
    for (found, value) in zip(indices.total, expected.fixed.total) {
      #expect(abs(found.value - value) <= 1e-10)
    }
  }

  /// Of 100 studies with 95 % intervals some 95 hold the value, in every index; a bootstrap over Sobol
  /// points would hold it in all of them, and tell nothing.
  @Test(arguments: [SampleDesign.Kind.sobol, .random])
  func `intervals hold the analytic indices as often as they say`(
    kind: SampleDesign.Kind
  ) throws {
    let a = [0, 1, 4.5, 9, 99, 99, 99, 99.0]
    for (expected, function) in [
      (expected.ishigami, Self.ishigami), (expected.g8, { Self.g($0, a) }),
    ] {
      let truth = expected.first + expected.total
      var held = 0
      for seed in 0..<100 {
        let design = try SampleDesign(
          kind, dimensions: 2 * expected.first.count, count: 256, seed: UInt64(seed),
          replicates: 16)
        let indices = SobolIndices(
          sample(design, function), replicates: (0..<16).map(design.points))
        held += zip(indices.first + indices.total, truth).count {
          abs($0.value - $1) <= $0.confidence
        }
      }
      let share = Double(held) / Double(100 * truth.count)
      #expect(share > 0.88 && share < 0.985, "\(kind): \(share)")
    }
  }

  private static func ishigami(_ u: [Double]) -> Double {
    let x = u.map { (2 * $0 - 1) * Double.pi }
    return sin(x[0]) + 7 * sin(x[1]) * sin(x[1]) + 0.1 * pow(x[2], 4) * sin(x[0])
  }

  private static func g(_ u: [Double], _ a: [Double]) -> Double {
    zip(u, a).reduce(1) { $0 * (abs(4 * $1.0 - 2) + $1.1) / (1 + $1.1) }
  }

  @Test func `Ishigami's function has its analytic indices`() throws {
    try check(expected.ishigami, of: Self.ishigami)
  }

  @Test func `Sobol's g function has its analytic indices`() throws {
    let a = [0, 1, 4.5, 9, 99, 99, 99, 99.0]
    try check(expected.g8) { Self.g($0, a) }
  }

  @Test func `a sum and a product have their analytic indices`() throws {
    try check(expected.linear) { u in u[0] + 2 * u[1] + 3 * u[2] + 4 * u[3] }
    try check(expected.product) { u in u[0] * u[1] * u[2] }
  }

  private func check(_ expected: Indices, of function: ([Double]) -> Double) throws {
    let inputs = expected.first.count
    let design = try SampleDesign(.sobol, dimensions: 2 * inputs, count: 16_384, seed: 1)
    let indices = SobolIndices(sample(design, function))
    for (found, value) in zip(indices.first + indices.total, expected.first + expected.total) {
      #expect(abs(found.value - value) <= 0.01)
    }
    let variance = try #require(expected.variance)
    #expect(abs(indices.variance / variance - 1) <= 0.01)
  }

  private func sample(
    _ design: SampleDesign, _ function: ([Double]) -> Double
  ) -> SobolIndices.Sample {
    let inputs = design.dimensions / 2
    var a: [Double] = []
    var b: [Double] = []
    var mixed = [[Double]](repeating: [], count: inputs)
    for index in 0..<design.count {
      let point = design.point(index)
      let left = Array(point[..<inputs])
      let right = Array(point[inputs...])
      a.append(function(left))
      b.append(function(right))
      for input in 0..<inputs {
        var changed = left
        changed[input] = right[input]
        mixed[input].append(function(changed))
      }
    }
    return SobolIndices.Sample(a: a, b: b, mixed: mixed)
  }
}

/// See `Cases/morris/README.md`.
@Suite struct `Elementary effects against outside numbers` {
  private struct Input: Decodable { let points: [[Double]], values: [Double] }
  private struct Expected: Decodable { let mean, meanSize, deviation: [Double] }

  @Test(arguments: ["linear", "productPlusSquare", "morris20"])
  func `agree on fixed trajectories`(name: String) throws {
    let inputs: [String: Input] = try referenceCase("morris", "input")
    let all: [String: Expected] = try referenceCase("morris", "expected")
    let input = try #require(inputs[name])
    let expected = try #require(all[name])
    let effects = MorrisEffects(points: input.points, values: input.values)
    let scale = expected.meanSize.max() ?? 1
    for (found, values) in [
      (effects.mean, expected.mean), (effects.meanSize, expected.meanSize),
      (effects.deviation, expected.deviation),
    ] {
      #expect(found.count == values.count)
      #expect(zip(found, values).allSatisfy { abs($0 - $1) <= 1e-10 * scale })
    }
  }
}

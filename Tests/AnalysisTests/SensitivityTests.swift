import Analysis
import Foundation
import Solvers
import Testing

@Suite struct `Shares of variance` {
  @Test func `of a result that never varies are zero`() {
    let flat = [2.0, 2, 2, 2]
    let indices = SobolIndices(SobolIndices.Sample(a: flat, b: flat, mixed: [flat]))
    #expect(indices.first[0].value == 0 && indices.total[0].value == 0)
    #expect(indices.variance == 0)
  }

  /// Two replicates of two points each, by hand: N = (2, 6) and V = (2, 2) of the first order give
  /// S = 2, e = (−2, 2), a standard error of √(2 · 8) / 4 = 1 and t(0.975, 1) = tan(0.475 π).
  @Test func `have the error by which replicates differ`() {
    let sample = SobolIndices.Sample(
      a: [1, -1, 1, -1], b: [1, -1, 1, -1], mixed: [[2, -2, 4, -4]])
    let index = SobolIndices(sample, replicates: [0..<2, 2..<4], centre: 0).first[0]
    #expect(abs(index.value - 2) < 1e-12)
    #expect(abs(index.confidence / tan(0.475 * Double.pi) - 1) < 1e-9)
    #expect(SobolIndices(sample, replicates: [0..<4]).first[0].confidence.isNaN)
    #expect(SobolIndices(sample).total[0].confidence.isNaN)
  }

  /// The interval of a mean of n products shrinks as 1/√n.
  @Test func `have a confidence that narrows with the sample`() {
    func width(_ count: Int) -> Double {
      var stream = RandomStream(seed: 3, stream: 0, for: .points)
      let draws = (0..<3).map { _ in (0..<count).map { _ in stream.uniform() } }
      let sum = { (x: [Double], y: [Double]) in zip(x, y).map { $0 + $1 } }
      let sample = SobolIndices.Sample(
        a: sum(draws[0], draws[1]), b: sum(draws[2], draws[2]), mixed: [sum(draws[2], draws[1])])
      let parts = (0..<20).map { count / 20 * $0..<count / 20 * ($0 + 1) }
      return SobolIndices(sample, replicates: parts).first[0].confidence
    }
    let ratio = width(100) / width(6400)
    #expect(ratio > 5 && ratio < 12)
  }
}

@Suite struct `Morris designs` {
  @Test func `move every input once along each trajectory, by two thirds of its range`() throws {
    let design = try MorrisDesign(dimensions: 6, trajectories: 20, seed: 5)
    let points = (0..<design.count).map(design.point)
    for start in stride(from: 0, to: points.count, by: 7) {
      var moved: Set<Int> = []
      for index in start..<start + 6 {
        let steps = zip(points[index + 1], points[index]).map { $0 - $1 }
        let changed = steps.indices.filter { steps[$0] != 0 }
        #expect(changed.count == 1)
        #expect(changed.allSatisfy { abs(abs(steps[$0]) - 2.0 / 3) < 1e-12 })
        moved.formUnion(changed)
      }
      #expect(moved.count == 6)
    }
    #expect(points.allSatisfy { $0.allSatisfy { (0...1).contains($0) } })
    #expect(Set(stride(from: 0, to: points.count, by: 7).map { points[$0] }).count > 15)
  }

  @Test func `leave out a trajectory that holds no number`() {
    let points = [[0.0], [1], [0], [1]]
    let effects = MorrisEffects(points: points, values: [1, 3, .nan, 5])
    #expect(effects.mean == [2])
    #expect(effects.deviation == [0])
  }

  @Test func `refuse an odd number of levels`() {
    #expect(throws: SamplingError.notPositive(name: "levels", value: 3)) {
      try MorrisDesign(dimensions: 2, trajectories: 2, levels: 3, seed: 1)
    }
  }
}

import CityModel
import Solvers
import Testing

@testable import Analysis

@Suite struct `Designs of sweeps` {
  private func axis(_ lever: String, _ choice: AxisValues.Choice) -> AxisValues {
    AxisValues(.level(lever: lever), choice, unit: "%") { $0 / 100 }
  }

  @Test func `a grid has every combination once, the last axis fastest`() throws {
    let design = try SweepDesign(
      grid: [axis("a", .list([0, 100])), axis("b", .list([1, 2, 3])), axis("c", .list([7]))])
    #expect(design.count == 6)
    #expect(
      (0..<6).map(design.point) == [
        [0, 1, 7], [0, 2, 7], [0, 3, 7], [100, 1, 7], [100, 2, 7], [100, 3, 7],
      ])
    #expect(design.modelValues(design.point(4)) == [1, 0.02, 0.07])
  }

  @Test func `a grid of ranges, of nothing or of more than can be run is refused`() {
    #expect(throws: SweepDesignError.rangeInGrid(path: "levers.b.level")) {
      try SweepDesign(grid: [axis("a", .list([1])), axis("b", .range(0, 1))])
    }
    #expect(throws: SweepDesignError.noAxes) { try SweepDesign(grid: []) }
    let million = (0..<1_000_000).map(Double.init)
    #expect(throws: SweepDesignError.tooManySamples) {
      try SweepDesign(
        sampling: [axis("a", .range(0, 1))], .random, count: SweepDesign.mostVariants + 1,
        seed: 1)
    }
    #expect(throws: SweepDesignError.tooManyVariants) {
      try SweepDesign(grid: ["a", "b", "c", "d"].map { axis($0, .list(million)) })
    }
  }

  @Test(arguments: [SampleDesign.Kind.sobol, .latinHypercube, .random])
  func `samples lie in their ranges, and a list is drawn evenly`(kind: SampleDesign.Kind) throws {
    let axes = [axis("a", .range(20, 40)), axis("b", .list([1, 5, 9, 13]))]
    let design = try SweepDesign(sampling: axes, kind, count: 4096, seed: 3)
    let points = (0..<design.count).map(design.point)
    #expect(points.allSatisfy { (20...40).contains($0[0]) })
    let mean = points.reduce(0) { $0 + $1[0] } / 4096
    // Independent points spread most: 5.8/√4096 = 0.09.
    #expect(abs(mean - 30) < 0.4)
    for value in [1.0, 5, 9, 13] {
      #expect(abs(points.count { $0[1] == value } - 1024) < 150)
    }
    #expect(try SweepDesign(sampling: axes, kind, count: 4096, seed: 3).point(4095) == points[4095])
    #expect(try SweepDesign(sampling: axes, kind, count: 4096, seed: 4).point(4095) != points[4095])
  }
}

@Suite struct `Shards` {
  @Test(arguments: [0, 1, 6, 7, 8, 1000, 999_999_999_999], [1, 2, 7, 100])
  func `in order they are the whole, and none is longer than another by more than one`(
    variants: Int, count: Int
  ) throws {
    var next = 0
    var sizes: Set<Int> = []
    for index in 1...count {
      let range = try #require(Shard(index, of: count)).variants(of: variants)
      #expect(range.lowerBound == next)
      next = range.upperBound
      sizes.insert(range.count)
    }
    #expect(next == variants)
    #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
  }

  @Test(arguments: ["0/7", "8/7", "1", "1/0", "a/7", "1/7/2", "", "-1/7", "1/ 7", "1/9999999999"])
  func `what is no part of several is refused`(text: String) { #expect(Shard(text) == nil) }

  @Test func `a part is read as it is written`() { #expect(Shard("3/7") == Shard(3, of: 7)) }
}

@Suite struct `The rows with the least keys` {
  @Test(arguments: [1, 3, 50, 200])
  func `are those that sorting finds, of equal keys the earlier`(limit: Int) throws {
    var stream = RandomStream(seed: UInt64(limit), stream: 0, for: .points)
    let keys = (0..<150).map { _ in (stream.uniform() * 40).rounded() }
    var least = LeastRows<Int>(limit)
    for (number, key) in keys.enumerated() { _ = least.offer(number, key: key, number: number) }
    let sorted = keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    #expect(least.ranked.map(\.row) == Array(sorted.prefix(limit)))
  }

  @Test func `a key that is no number is never kept`() {
    var least = LeastRows<String>(2)
    let offers = [least.offer("a", key: .nan, number: 0), least.offer("b", key: 1, number: 1)]
    #expect(offers == [false, true])
    #expect(least.ranked.map(\.row) == ["b"])
  }
}

import Solvers
import Testing

@Suite struct `Sample designs` {
  @Test func `Sobol has one point of each aligned block in every stratum, shifted or not`() throws {
    let plain = try SobolSequence(dimensions: 40, count: 1024)
    for sequence in [plain, plain.shifted(by: RandomStream(seed: 3, stream: 0, for: .points))] {
      for block in [0..<256, 256..<512, 768..<1024] {
        let points = block.map(sequence.point)
        for dimension in 0..<40 {
          #expect(strata(points, dimension) == Array(0..<256), "dimension \(dimension)")
        }
      }
    }
  }

  @Test func `in two dimensions every elementary interval holds one point`() throws {
    let sequence = try SobolSequence(dimensions: 2, count: 256)
      .shifted(by: RandomStream(seed: 5, stream: 0, for: .points))
    let points = (0..<256).map(sequence.point)
    for exponent in 0...8 {
      let rows = 1 << exponent
      let columns = 1 << (8 - exponent)
      let cells = Set(points.map { [Int($0[0] * Double(rows)), Int($0[1] * Double(columns))] })
      #expect(cells.count == 256)
    }
  }

  @Test func `more than 40 dimensions are refused, where GSL would give zeros`() {
    #expect(throws: SamplingError.tooManyDimensions(asked: 41, most: 40)) {
      try SobolSequence(dimensions: 41, count: 8)
    }
    #expect(throws: SamplingError.tooManyDimensions(asked: 41, most: 40)) {
      try SampleDesign(.sobol, dimensions: 41, count: 8, seed: 1)
    }
  }

  @Test(arguments: SampleDesign.Kind.allCases)
  func `no points and no dimensions are refused`(kind: SampleDesign.Kind) {
    #expect(throws: SamplingError.notPositive(name: "points", value: 0)) {
      try SampleDesign(kind, dimensions: 2, count: 0, seed: 1)
    }
    #expect(throws: SamplingError.notPositive(name: "dimensions", value: 0)) {
      try SampleDesign(kind, dimensions: 0, count: 2, seed: 1)
    }
    #expect(throws: SamplingError.notPositive(name: "replicates", value: 0)) {
      try SampleDesign(kind, dimensions: 2, count: 2, seed: 1, replicates: 0)
    }
  }

  @Test(arguments: [1, 2, 3, 7, 100, 1000, 1025])
  func `a Latin hypercube has one point in every stratum`(count: Int) throws {
    let cube = try LatinHypercube(
      dimensions: 5, count: count, stream: RandomStream(seed: 9, stream: 0, for: .points))
    let points = (0..<count).map(cube.point)
    for dimension in 0..<5 { #expect(strata(points, dimension) == Array(0..<count)) }
  }

  @Test func `the permutations of a Latin hypercube differ between dimensions`() throws {
    let cube = try LatinHypercube(
      dimensions: 6, count: 500, stream: RandomStream(seed: 2, stream: 0, for: .points))
    let points = (0..<500).map(cube.point)
    for first in 0..<6 {
      for second in 0..<first {
        #expect(abs(correlation(points.map { $0[first] }, points.map { $0[second] })) < 0.2)
      }
    }
  }

  @Test(arguments: SampleDesign.Kind.allCases)
  func `points lie inside the open cube and follow from the seed`(kind: SampleDesign.Kind) throws {
    let design = try SampleDesign(kind, dimensions: 3, count: 1000, seed: 1, replicates: 7)
    let same = try SampleDesign(kind, dimensions: 3, count: 1000, seed: 1, replicates: 7)
    let other = try SampleDesign(kind, dimensions: 3, count: 1000, seed: 2, replicates: 7)
    for index in [0, 1, 142, 143, 500, 999] {
      #expect(design.point(index) == same.point(index))
      #expect(design.point(index) != other.point(index))
      #expect(design.point(index).allSatisfy { $0 > 0 && $0 < 1 })
    }
  }

  @Test(arguments: SampleDesign.Kind.allCases)
  func `every replicate is a design of its own`(kind: SampleDesign.Kind) throws {
    let design = try SampleDesign(kind, dimensions: 2, count: 1000, seed: 1, replicates: 4)
    #expect((0..<4).map(design.points) == [0..<250, 250..<500, 500..<750, 750..<1000])
    let points = (0..<1000).map(design.point)
    #expect(Set(points).count == 1000)
    for start in stride(from: 0, to: 1000, by: 250) {
      let mean = points[start..<start + 250].reduce(0) { $0 + $1[0] } / 250
      #expect(abs(mean - 0.5) < (kind == .random ? 0.08 : 0.01))
    }
  }

  @Test(arguments: SampleDesign.Kind.allCases)
  func `the last replicate has what remains`(kind: SampleDesign.Kind) throws {
    let design = try SampleDesign(kind, dimensions: 2, count: 103, seed: 1, replicates: 10)
    #expect(design.points(of: 9) == 90..<103)
    #expect((0..<103).map(design.replicate) == (0..<103).map { min($0 / 10, 9) })
    #expect(Set((0..<103).map(design.point)).count == 103)
    #expect(
      try SampleDesign(kind, dimensions: 2, count: 3, seed: 1, replicates: 10).replicates == 3)
  }

  /// Which of as many equal strata as points each point lies in, sorted.
  private func strata(_ points: [[Double]], _ dimension: Int) -> [Int] {
    points.map { Int($0[dimension] * Double(points.count)) }.sorted()
  }

  private func correlation(_ x: [Double], _ y: [Double]) -> Double {
    let n = Double(x.count)
    let meanX = x.reduce(0, +) / n
    let meanY = y.reduce(0, +) / n
    let product = zip(x, y).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) }
    let squareX = x.reduce(0) { $0 + ($1 - meanX) * ($1 - meanX) }
    let squareY = y.reduce(0) { $0 + ($1 - meanY) * ($1 - meanY) }
    return product / (squareX * squareY).squareRoot()
  }
}

import Analysis
import CityModel
import Diagnostics
import TestSupport
import Testing

/// Targets that are shared, against numbers worked out with fractions outside of this project: quotients and
/// remainders exactly, Shapley values as averages over all orders of coming.
@Suite struct `A target that is shared` {
  private func part(
    _ id: String, _ base: Double, planned: Double = 1, _ district: District? = nil
  ) -> AllocationPart {
    AllocationPart(id: id, name: Text(same: id), base: base, planned: planned, district: district)
  }

  /// Districts of a port, an old town, hills and a suburb without industry.
  private var districts: [AllocationPart] {
    [
      part("port", 20, planned: 22, District(population: 2, gdp: 151, energy: 180, industry: 64)),
      part("town", 9, planned: 11, District(population: 2.25, gdp: 169, energy: 30, industry: 25)),
      part("hills", 10, planned: 9, District(population: 0.75, gdp: 39, energy: 90, industry: 18)),
      part("suburb", 1, planned: 1.5, District(population: 1, gdp: 40, energy: 0, industry: 0)),
    ]
  }

  private func amount(
    _ limit: Double, years: ClosedRange<Int> = 2030...2030
  ) -> AllocatedAmount {
    AllocatedAmount(years: years, account: .gross, origin: .given, limit: limit)
  }

  private func tonnes(
    _ limit: Double, by rule: AllocationRule, weights: BurdenIndex.Weights = .equal
  ) throws -> [Int] {
    try Allocation(of: amount(limit), over: districts, by: [rule], weights: weights)
      .shares[0].tonnes
  }

  // MARK: - Each rule

  @Test(arguments: [
    (AllocationRule.equalFall, [14_000_000, 6_300_000, 7_000_000, 700_000]),
    (.planned, [14_160_920, 7_080_460, 5_793_103, 965_517]),
    (.perHead, [9_333_333, 10_500_000, 3_500_000, 4_666_667]),
    (.perProduct, [10_596_491, 11_859_649, 2_736_842, 2_807_018]),
    (.burden, [13_717_966, 7_257_383, 6_093_719, 930_932]),
    (.shapley, [15_416_667, 5_750_000, 6_250_000, 583_333]),
  ])
  func `28 Mt over four districts that emit 40 Mt`(rule: AllocationRule, expected: [Int]) throws {
    #expect(try tonnes(28, by: rule) == expected)
  }

  @Test func `the burden follows its weights, and its mean over emissions is 1`() throws {
    let weights = BurdenIndex.Weights(responsibility: 0.5, capacity: 0.3, potential: 0.2)
    #expect(
      try tonnes(28, by: .burden, weights: weights)
        == [13_626_716, 7_309_063, 6_132_862, 931_359])
    let shares = try Allocation(
      of: amount(28), over: districts, by: [.burden], weights: weights
    ).shares[0]
    let index = try #require(shares.index)
    let expected = [
      1.062214000148833, 0.6262728430367491, 1.289045930048539, 0.22880510920720623,
    ]
    #expect(zip(index, expected).allSatisfy { abs($0 - $1) < 1e-12 })
    let mean = zip(index, districts).map { $0 * $1.base }.reduce(0, +) / 40
    #expect(abs(mean - 1) < 1e-12)
  }

  @Test func `nobody falls by more than all it emits, the others carry the rest`() throws {
    #expect(try tonnes(3, by: .burden) == [0, 2_266_864, 0, 733_136])
    // The suburb has no industry, and potential alone asks nothing of it.
    let potential = BurdenIndex.Weights(responsibility: 0, capacity: 0, potential: 1)
    #expect(
      try tonnes(9, by: .burden, weights: potential) == [2_382_550, 5_617_450, 0, 1_000_000])
    // Where only the suburb is left, it falls too.
    #expect(try tonnes(0.25, by: .burden, weights: potential) == [0, 0, 0, 250_000])
  }

  @Test(
    arguments: [
      (100, [33_333_334, 33_333_333, 33_333_333]), (200, [33_333_334, 83_333_333, 83_333_333]),
      (300, [50_000_000, 100_000_000, 150_000_000]),
    ] as [(Double, [Int])])
  func `Shapley of the three claims of the Talmud, in random order of arrival`(
    estate: Double, expected: [Int]
  ) throws {
    // O'Neill (1982): 33 1/3 each of 100; 33 1/3, 83 1/3, 83 1/3 of 200; 50, 100, 150 of 300.
    let claims = [part("one", 100), part("two", 200), part("three", 300)]
    let found = try Allocation(of: amount(estate), over: claims, by: [.shapley]).shares[0].tonnes
    #expect(found == expected)
  }

  @Test func `an amount of several years stands against as many base years`() throws {
    let one = try Allocation(of: amount(28), over: districts)
    let five = try Allocation(of: amount(140, years: 2026...2030), over: districts)
    #expect(abs(one.base - 40) < 1e-12 && abs(five.base - 200) < 1e-12)
    for (single, several) in zip(one.shares, five.shares) where single.rule != .planned {
      for (tonnes, more) in zip(single.tonnes, several.tonnes) {
        #expect(abs(5 * tonnes - more) <= 5, "\(single.rule)")
      }
    }
  }

  // MARK: - Laws

  @Test(arguments: 1...200)
  func `by every rule the parts are none below zero and sum to the whole exactly`(seed: Int) throws
  {
    var random = SeededNumbers(seed: UInt64(seed))
    let parts = randomDistricts(&random)
    let base = parts.map(\.base).reduce(0, +)
    let amount = amount(Double.random(in: 1e-5...1.2, using: &random) * base)
    let allocation = try Allocation(of: amount, over: parts, weights: randomWeights(&random))
    #expect(allocation.shares.count + allocation.gaps.count == 6)
    for shares in allocation.shares {
      #expect(shares.tonnes.reduce(0, +) == amount.tonnes, "\(shares.rule)")
      #expect(shares.tonnes.allSatisfy { $0 >= 0 }, "\(shares.rule)")
      if shares.rule == .burden || shares.rule == .shapley {
        for (tonnes, part) in zip(shares.tonnes, parts) {
          #expect(Double(tonnes) <= part.base * 1e6 + 1, "\(shares.rule)")
        }
      }
    }
  }

  @Test(arguments: 1...60)
  func `equal districts get equal amounts but for a tonne, in whatever order they stand`(
    seed: Int
  ) throws {
    var random = SeededNumbers(seed: UInt64(seed))
    var parts = randomDistricts(&random)
    let twin = parts[0]
    parts.append(part("twin", twin.base, planned: twin.planned, twin.district))
    let amount = amount(0.7 * parts.map(\.base).reduce(0, +))
    let here = try Allocation(of: amount, over: parts)
    let there = try Allocation(of: amount, over: parts.reversed())
    for (shares, mirrored) in zip(here.shares, there.shares) {
      #expect(abs(shares.tonnes[0] - (shares.tonnes.last ?? 0)) <= 1, "\(shares.rule)")
      for (one, other) in zip(shares.tonnes, mirrored.tonnes.reversed()) {
        #expect(abs(one - other) <= 1, "\(shares.rule)")
      }
    }
  }

  @Test(arguments: 1...60)
  func `who has more of what a rule goes by gets no less, and who can bear more falls more`(
    seed: Int
  ) throws {
    var random = SeededNumbers(seed: UInt64(seed))
    let parts = randomDistricts(&random)
    let allocation = try Allocation(
      of: amount(0.6 * parts.map(\.base).reduce(0, +)), over: parts)
    for shares in allocation.shares {
      let size: [Double] =
        switch shares.rule {
        case .equalFall, .shapley: parts.map(\.base)
        case .planned: parts.map(\.planned)
        case .perHead: parts.compactMap(\.district?.population)
        case .perProduct: parts.compactMap(\.district?.gdp)
        case .burden: zip(shares.tonnes, parts).map { Double($0) / $1.base }
        }
      for one in parts.indices {
        for other in parts.indices where size[one] > size[other] {
          if shares.rule == .burden, let index = shares.index {
            #expect(index[one] <= index[other] + 1e-3, "\(parts[one].id)")
          } else {
            #expect(shares.tonnes[one] >= shares.tonnes[other] - 1, "\(shares.rule)")
          }
        }
      }
    }
  }

  private func randomDistricts(_ random: inout SeededNumbers) -> [AllocationPart] {
    (0..<Int.random(in: 2...8, using: &random)).map { place in
      part(
        "d\(place)", Double.random(in: 0.01...40, using: &random),
        planned: Double.random(in: 0.01...40, using: &random),
        District(
          population: Double.random(in: 0.01...5, using: &random),
          gdp: Double.random(in: 1...900, using: &random),
          energy: Double.random(in: 0...400, using: &random),
          industry: Double.random(in: 1...300, using: &random)))
    }
  }

  private func randomWeights(_ random: inout SeededNumbers) -> BurdenIndex.Weights {
    let cuts = [Double.random(in: 0...1, using: &random), .random(in: 0...1, using: &random)]
      .sorted()
    return BurdenIndex.Weights(
      responsibility: cuts[0], capacity: cuts[1] - cuts[0], potential: 1 - cuts[1])
  }

  // MARK: - What has no answer

  @Test func `rules that share a fall have no answer where emissions may rise`() throws {
    let allocation = try Allocation(of: amount(41), over: districts)
    #expect(allocation.gaps.map(\.rule) == [.burden, .shapley])
    #expect(allocation.gaps.allSatisfy { $0.gap == .noFall })
    #expect(throws: AllocationError.self) {
      try Allocation(of: amount(41), over: districts, by: [.shapley])
    }
  }

  @Test func `sectors have no people, and Shapley ends at twenty parts`() throws {
    let sectors = [part("industry", 5), part("transport", 3, planned: -1)]
    let allocation = try Allocation(of: amount(4), over: sectors)
    #expect(allocation.shares.map(\.rule) == [.equalFall, .shapley])
    #expect(allocation.gaps.map(\.gap) == [.nothingPlanned(part: "transport")])
    #expect(throws: AllocationError.self) {
      try Allocation(of: amount(4), over: sectors, by: [.perHead])
    }
    let many = (0..<21).map { part("s\($0)", 1) }
    #expect(try Allocation(of: amount(4), over: many).gaps.map(\.gap) == [.tooMany(21, most: 20)])
  }

  @Test(
    arguments: [
      (0, [5, 3]), (-1, [5, 3]), (4e-7, [5, 3]), (1, [5, -3]), (1, [0, 0]), (1, [5]),
    ] as [(Double, [Double])])
  func `nothing to share, a part below zero, no emissions or one part is refused`(
    limit: Double, bases: [Double]
  ) {
    #expect(throws: AllocationError.self) {
      try Allocation(of: amount(limit), over: bases.map { part("p", $0) })
    }
  }
}

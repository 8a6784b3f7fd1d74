import Analysis
import Testing

/// See `Cases/peaks/README.md`.
@Suite struct `Peaks of observed emissions` {
  private struct Input: Decodable {
    let name: String
    let firstYear: Int
    let missingYears: [Int]?
    let values: [Double]

    var years: [Int] {
      let missing = missingYears ?? []
      let last = firstYear + values.count + missing.count
      return (firstYear..<last).filter { !missing.contains($0) }
    }

    var observations: [YearValue] { zip(years, values).map { YearValue(year: $0, value: $1) } }
  }

  private struct Expected: Decodable {
    struct Trend: Decodable {
      let count: Int
      let score: Int
      let normalProbability: Double
      let exactProbability: Double?
      let senSlope: Double
    }

    struct Test: Decodable {
      let score: Int
      let normalProbability: Double
    }

    let name: String
    let peakYear: Int
    let peakValue: Double
    let lastValue: Double
    let secondYear: Int
    let marginPercent: Double
    let dropPercent: Double
    let yearsSincePeak: Int
    let plateauTwoPercent: [Int]
    let plateauFivePercent: [Int]
    let fiveYears: Bool
    let tenPercentFiveYears: Bool
    let trend: Bool
    let fromPeak: Trend?
    let afterPeak: Test?
  }

  private func cases() throws -> [(input: Input, expected: Expected)] {
    let inputs: [Input] = try referenceCase("peaks", "input")
    let expectations: [Expected] = try referenceCase("peaks", "expected")
    try #require(inputs.map(\.name) == expectations.map(\.name) && inputs.count == 15)
    return Array(zip(inputs, expectations))
  }

  @Test func `year, value, runner-up and plateau of 14 countries and cities`() throws {
    for (input, expected) in try cases() where input.missingYears == nil {
      let two = try Peak(years: input.years, values: input.values, plateauTolerance: 0.02)
      let five = try Peak(years: input.years, values: input.values, plateauTolerance: 0.05)
      #expect(two.year == expected.peakYear, "\(input.name)")
      #expect(abs(two.value - expected.peakValue) <= 5e-7, "\(input.name)")
      #expect(abs(two.endValue - expected.lastValue) <= 5e-7, "\(input.name)")
      #expect(two.runnerUp?.year == expected.secondYear, "\(input.name)")
      #expect([two.plateauFrom, two.plateauTo] == expected.plateauTwoPercent, "\(input.name)")
      #expect([five.plateauFrom, five.plateauTo] == expected.plateauFivePercent, "\(input.name)")
    }
  }

  @Test func `judgements of 15 countries and cities name the same years and distances`() throws {
    for (input, expected) in try cases() {
      let two = try Judgement(input.observations, plateauTolerance: 0.02)
      let five = try Judgement(input.observations, plateauTolerance: 0.05)
      #expect(two.maximum.year == expected.peakYear, "\(input.name)")
      #expect(abs(two.maximum.value - expected.peakValue) <= 5e-7, "\(input.name)")
      #expect(abs(two.last.value - expected.lastValue) <= 5e-7, "\(input.name)")
      #expect(two.runnerUp?.year == expected.secondYear, "\(input.name)")
      #expect(two.yearsSinceMaximum == expected.yearsSincePeak, "\(input.name)")
      let margin = try #require(two.margin)
      let drop = try #require(two.drop)
      #expect(abs(100 * margin - expected.marginPercent) <= 2e-6, "\(input.name)")
      #expect(abs(100 * drop - expected.dropPercent) <= 2e-6, "\(input.name)")
      #expect(
        [two.plateau.lowerBound, two.plateau.upperBound] == expected.plateauTwoPercent,
        "\(input.name)")
      #expect(
        [five.plateau.lowerBound, five.plateau.upperBound] == expected.plateauFivePercent,
        "\(input.name)")
    }
  }

  @Test func `the same rules call them peaked, and the verdict goes with the trend`() throws {
    for (input, expected) in try cases() {
      let judgement = try Judgement(input.observations)
      #expect(judgement.holds(.fiveYears) == expected.fiveYears, "\(input.name)")
      #expect(
        judgement.holds(.tenPercentFiveYears) == expected.tenPercentFiveYears, "\(input.name)")
      #expect(judgement.holds(.trend) == expected.trend, "\(input.name)")
      #expect((judgement.verdict == .peaked) == expected.trend, "\(input.name)")
    }
  }

  @Test func `trends from the peak on and after it agree`() throws {
    var compared = 0
    for (input, expected) in try cases() {
      guard let from = expected.fromPeak, let after = expected.afterPeak else { continue }
      let judgement = try Judgement(input.observations)
      let fromPeak = try #require(
        Trend(input.observations.filter { $0.year >= expected.peakYear }))
      #expect(fromPeak.test.count == from.count, "\(input.name)")
      #expect(fromPeak.test.score == from.score, "\(input.name)")
      #expect(
        abs(fromPeak.test.normalProbability - from.normalProbability) <= 1e-10, "\(input.name)")
      #expect(abs((fromPeak.slope ?? .nan) - from.senSlope) <= 1e-6, "\(input.name)")
      if let exact = from.exactProbability {
        #expect(abs(fromPeak.test.probability - exact) <= 1e-10, "\(input.name)")
      }
      let test = try #require(judgement.trendAfter?.test)
      #expect(test.score == after.score, "\(input.name)")
      #expect(abs(test.normalProbability - after.normalProbability) <= 1e-10, "\(input.name)")
      compared += 1
    }
    #expect(compared == 11)
  }
}

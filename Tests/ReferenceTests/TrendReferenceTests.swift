import Analysis
import Testing

/// See `Cases/mann-kendall/README.md`.
@Suite struct `Trends against outside numbers` {
  private struct Input: Decodable {
    let name: String
    let values: [Double]
  }

  private struct Expected: Decodable {
    let name: String
    let score: Int
    let variance: Double
    let z: Double
    let normalProbability: Double
    let exactProbability: Double?
    let senSlope: Double
  }

  private func cases() throws -> [(input: Input, expected: Expected)] {
    let inputs: [Input] = try referenceCase("mann-kendall", "input")
    let expected: [Expected] = try referenceCase("mann-kendall", "expected")
    try #require(inputs.map(\.name) == expected.map(\.name) && inputs.count == 11)
    return Array(zip(inputs, expected))
  }

  @Test func `scores, variances and probabilities of eleven series`() throws {
    for (input, expected) in try cases() {
      let test = try #require(MannKendall(input.values))
      #expect(test.score == expected.score, "\(input.name)")
      #expect(abs(test.variance - expected.variance) <= 1e-10, "\(input.name)")
      #expect(abs(test.z - expected.z) <= 1e-10, "\(input.name)")
      #expect(
        abs(test.normalProbability - expected.normalProbability) <= 1e-10, "\(input.name)")
    }
  }

  @Test func `exact probabilities of the series of ten values or fewer`() throws {
    let short = try cases().filter { $0.expected.exactProbability != nil }
    #expect(short.count == 6)
    for (input, expected) in short {
      let exact = try #require(MannKendall(input.values)?.exactProbability)
      #expect(abs(exact - (expected.exactProbability ?? .nan)) <= 1e-10, "\(input.name)")
    }
  }

  @Test func `Sen slopes of eleven series`() throws {
    for (input, expected) in try cases() {
      let observations = input.values.enumerated().map { YearValue(year: $0, value: $1) }
      let slope = try #require(senSlope(observations))
      #expect(
        abs(slope - expected.senSlope) <= 1e-12 * max(1, abs(expected.senSlope)), "\(input.name)")
    }
  }
}

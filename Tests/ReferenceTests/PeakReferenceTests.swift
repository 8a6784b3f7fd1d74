import Analysis
import Testing

/// See `Cases/peaks/README.md`.
@Suite struct `Peaks of observed emissions` {
  private struct Input: Decodable {
    let name: String
    let firstYear: Int
    let values: [Double]
  }

  private struct Expected: Decodable {
    let name: String
    let peakYear: Int
    let peakValue: Double
    let lastValue: Double
    let secondYear: Int
    let plateauTwoPercent: [Int]
    let plateauFivePercent: [Int]
  }

  @Test func `year, value, runner-up and plateau of ten countries and cities`() throws {
    let inputs: [Input] = try referenceCase("peaks", "input")
    let expectations: [Expected] = try referenceCase("peaks", "expected")
    try #require(inputs.map(\.name) == expectations.map(\.name) && inputs.count == 10)
    for (input, expected) in zip(inputs, expectations) {
      let years = (0..<input.values.count).map { input.firstYear + $0 }
      let two = try Peak(years: years, values: input.values, plateauTolerance: 0.02)
      let five = try Peak(years: years, values: input.values, plateauTolerance: 0.05)
      #expect(two.year == expected.peakYear, "\(input.name)")
      #expect(abs(two.value - expected.peakValue) <= 5e-7, "\(input.name)")
      #expect(abs(two.endValue - expected.lastValue) <= 5e-7, "\(input.name)")
      #expect(two.runnerUp?.year == expected.secondYear, "\(input.name)")
      #expect([two.plateauFrom, two.plateauTo] == expected.plateauTwoPercent, "\(input.name)")
      #expect([five.plateauFrom, five.plateauTo] == expected.plateauFivePercent, "\(input.name)")
    }
  }
}

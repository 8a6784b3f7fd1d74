import Analysis
import Testing

/// See `Cases/shapley/README.md`.
@Suite struct `Shapley values against outside numbers` {
  private struct Input: Decodable { let name: String, players: Int, values: [Double] }
  private struct Expected: Decodable {
    let name: String, shapley: [Double]
    let first, last: [Double]?
  }

  @Test func `gloves, runways and levers`() throws {
    let inputs: [Input] = try referenceCase("shapley", "input")
    let expectations: [Expected] = try referenceCase("shapley", "expected")
    try #require(inputs.map(\.name) == expectations.map(\.name) && inputs.count == 3)
    for (input, expected) in zip(inputs, expectations) {
      var exact = ExactAttribution(
        Players(groupOf: Array(0..<input.players)), metrics: 1, paired: 1)
      for (coalition, value) in input.values.enumerated() { exact.add(coalition, [value]) }
      let found = exact.result()
      for (part, wanted) in [
        (found.shapley, expected.shapley), (found.firstIn, expected.first),
        (found.lastOut, expected.last),
      ] {
        guard let wanted else { continue }
        for (value, number) in zip(part, wanted) {
          #expect(abs(value[0] - number) <= 1e-12, "\(input.name)")
        }
      }
    }
  }
}

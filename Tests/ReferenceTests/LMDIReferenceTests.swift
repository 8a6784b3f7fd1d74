import Analysis
import Testing

/// See `Cases/lmdi/README.md`.
@Suite struct `Decomposition against outside numbers` {
  private struct Input: Decodable {
    let name: String
    /// By factor, then by term.
    let start, end: [[Double]]
  }

  private struct Expected: Decodable {
    let name: String
    let start, end: Double
    let additive, multiplicative: [Double]
    let additive50Digits: [Double]?
  }

  @Test func `effects and ratios of eight changes, zeros among them`() throws {
    let inputs: [Input] = try referenceCase("lmdi", "input")
    let expectations: [Expected] = try referenceCase("lmdi", "expected")
    try #require(inputs.map(\.name) == expectations.map(\.name) && inputs.count == 8)
    for (input, expected) in zip(inputs, expectations) {
      let found = try DivisiaDecomposition(
        from: byTerm(input.start), to: byTerm(input.end))
      let scale = expected.additive.map(abs).max() ?? 0
      for wanted in [expected.additive, expected.additive50Digits].compactMap({ $0 }) {
        for (effect, value) in zip(found.effects, wanted) {
          #expect(abs(effect - value) <= 1e-10 * scale, "\(input.name)")
        }
      }
      for (ratio, value) in zip(try #require(found.ratios), expected.multiplicative) {
        #expect(abs(ratio - value) <= 1e-10, "\(input.name)")
      }
      let rest = found.effects.reduce(0, +) - (expected.end - expected.start)
      #expect(abs(rest) <= 1e-12 * max(expected.start, expected.end), "\(input.name)")
    }
  }

  private func byTerm(_ factors: [[Double]]) -> [[Double]] {
    (factors.first ?? []).indices.map { term in factors.map { $0[term] } }
  }
}

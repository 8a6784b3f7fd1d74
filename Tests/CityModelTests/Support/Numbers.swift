import Foundation
import Testing

/// Whether two numbers agree, relative to the greater of them, or to 1 where both are small.
func agree(_ found: Double, _ expected: Double, within tolerance: Double = 1e-12) -> Bool {
  abs(found - expected) <= tolerance * max(1e-3, abs(found), abs(expected))
}

/// Expects a series of the results to hold what was computed by hand.
func expect(
  _ found: [Double], is expected: [Double], within tolerance: Double = 1e-12,
  _ what: Comment? = nil, sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  let agrees =
    found.count == expected.count
    && zip(found, expected).allSatisfy { agree($0, $1, within: tolerance) }
  #expect(
    agrees, "\(what?.rawValue ?? ""): found \(found), expected \(expected)",
    sourceLocation: sourceLocation)
}

/// Whether every bit of two series is the same.
func same(_ first: some Sequence<Double>, _ second: some Sequence<Double>) -> Bool {
  first.elementsEqual(second) { $0.bitPattern == $1.bitPattern }
}

/// Numbers that follow from a seed alone.
///
/// Source: SplitMix64, Steele, Lea & Flood (2014).
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number of the range.
  mutating func number(_ range: ClosedRange<Double>) -> Double {
    Double.random(in: range, using: &self)
  }

  /// A whole number of the range.
  mutating func count(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  /// True with a probability.
  mutating func chance(_ probability: Double) -> Bool { number(0...1) < probability }

  /// One of several.
  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[count(0...(elements.count - 1))]
  }

  /// Positive shares that sum to 1.
  mutating func shares(_ count: Int) -> [Double] {
    let weights = (0..<count).map { _ in number(0.1...1) }
    let sum = weights.reduce(0, +)
    return weights.map { $0 / sum }
  }
}

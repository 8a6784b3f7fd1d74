/// Numbers that follow from a seed alone.
///
/// Source: SplitMix64, Steele, Lea & Flood (2014).
package struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number of the range.
  package mutating func number(_ range: ClosedRange<Double>) -> Double {
    Double.random(in: range, using: &self)
  }

  /// A whole number of the range.
  package mutating func count(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &self)
  }

  /// True with a probability.
  package mutating func chance(_ probability: Double) -> Bool { number(0...1) < probability }

  /// One of several.
  package mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[count(0...(elements.count - 1))]
  }

  /// Positive shares that sum to 1.
  package mutating func shares(_ count: Int) -> [Double] {
    let weights = (0..<count).map { _ in number(0.1...1) }
    let sum = weights.reduce(0, +)
    return weights.map { $0 / sum }
  }
}

package import Testing

/// Whether two numbers agree, relative to the greater of them, or to 10⁻³ where both are smaller.
package func agree(
  _ found: Double, _ expected: Double, within tolerance: Double = 1e-12
) -> Bool {
  abs(found - expected) <= tolerance * max(1e-3, abs(found), abs(expected))
}

/// Whether two series have the same length and agree in every place.
package func agree(
  _ found: [Double], _ expected: [Double], within tolerance: Double = 1e-12
) -> Bool {
  found.count == expected.count
    && zip(found, expected).allSatisfy { agree($0, $1, within: tolerance) }
}

/// Expects a series of the results to hold what was computed by hand.
package func expect(
  _ found: [Double], is expected: [Double], within tolerance: Double = 1e-12,
  _ what: Comment? = nil, sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  #expect(
    agree(found, expected, within: tolerance),
    "\(what?.rawValue ?? ""): found \(found), expected \(expected)",
    sourceLocation: sourceLocation)
}

/// Whether every bit of two series is the same.
package func same(_ first: some Sequence<Double>, _ second: some Sequence<Double>) -> Bool {
  first.elementsEqual(second) { $0.bitPattern == $1.bitPattern }
}

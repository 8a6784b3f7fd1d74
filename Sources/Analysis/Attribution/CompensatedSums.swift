/// Sums of many vectors, each with the digits that rounding would lose carried along.
///
/// A million terms then sum to within a few units of the last digit, where a plain sum would lose
/// three or four digits.
///
/// Source: Kahan (1965), Communications of the ACM 8:40.
struct CompensatedSums: Sendable {
  private let width: Int
  private var sums: [SIMD8<Double>]
  private var lost: [SIMD8<Double>]

  /// Sums of zero.
  ///
  /// - Parameters:
  ///   - count: How many sums.
  ///   - width: How many vectors of eight each has.
  init(count: Int, width: Int) {
    self.width = width
    sums = Array(repeating: .zero, count: count * width)
    lost = sums
  }

  /// Adds `factor · values` to a sum.
  mutating func add(_ values: [SIMD8<Double>], times factor: Double, to index: Int) {
    for place in 0..<width {
      let term = values[place] * factor - lost[index * width + place]
      let sum = sums[index * width + place]
      let next = sum + term
      lost[index * width + place] = (next - sum) - term
      sums[index * width + place] = next
    }
  }

  /// A sum, as so many numbers.
  func numbers(_ index: Int, count: Int) -> [Double] {
    (0..<count).map { sums[index * width + $0 / 8][$0 % 8] }
  }
}

/// Numbers in vectors of eight, the last one filled with zeros.
func packed(_ numbers: [Double]) -> [SIMD8<Double>] {
  var vectors = [SIMD8<Double>](repeating: .zero, count: (numbers.count + 7) / 8)
  for (place, number) in numbers.enumerated() { vectors[place / 8][place % 8] = number }
  return vectors
}

import CGSL
import Diagnostics

/// Points of GSL's Sobol sequence, each found by its index alone.
///
/// ```text
/// x(n) = ⊕ v(b) over the bits b of n ⊕ (n ≫ 1),   u(n) = x(n) · 2⁻³⁰
/// ```
///
/// The direction numbers v are those of GSL, which gives points only one after the other, from
/// x(1) on: `v(b) = x(2ᵇ) ⊕ x(2ᵇ − 1)`. The first nine of each dimension are read from it; with them
/// those of all later bits follow from the dimension's polynomial of degree s, so that a sequence of
/// 2³⁰ points is ready as soon as one of 2⁹:
///
/// ```text
/// v(b) = a₁ v(b − 1) ⊕ … ⊕ aₛ v(b − s) ⊕ (v(b − s) ≫ s),   polynomial xˢ + a₁ xˢ⁻¹ + … + aₛ
/// ```
///
/// Point 0 is the origin, which GSL leaves out; without it the first 2ᵐ points are not balanced.
///
/// With a shift, each dimension's bits are flipped by the same random mask, and the digits below
/// 2⁻³⁰ are random: every point is then uniform on the open cube, so that quantiles are finite and
/// several shifts give independent estimates, while all that makes the sequence even is kept.
///
/// Sources: I. A. Antonov, V. M. Saleev, *An economic method of computing LPτ-sequences*, 1979;
/// P. Bratley, B. L. Fox, *Algorithm 659*, ACM TOMS 14 (1988) (polynomials and recurrence); A. B. Owen, *On dropping the first
/// Sobol' point*, 2020 (why point 0 stays); here GSL's `gsl_qrng_sobol`.
public struct SobolSequence: Sendable {
  /// The dimensions GSL has direction numbers for; beyond them it would give zeros without a word.
  public static let mostDimensions = 40
  /// The points the sequence tells apart.
  package static let mostPoints = 1 << 30

  /// The number of coordinates of a point.
  package let dimensions: Int
  /// The number of points.
  package let count: Int
  /// Direction numbers by bit and dimension, with 30 binary places.
  private let directions: [[UInt64]]
  /// What is laid over the 64 bits of each dimension; none for the sequence as it is.
  private var shift: [UInt64]?

  /// Reads the direction numbers for some points.
  ///
  /// - Parameters:
  ///   - dimensions: The coordinates of a point, 1 to 40.
  ///   - count: The number of points, 1 to 2³⁰.
  /// - Throws: ``SamplingError/tooManyDimensions(asked:most:)``,
  ///   ``SamplingError/tooManyPoints(asked:most:)``, ``SamplingError/notPositive(name:value:)``.
  package init(dimensions: Int, count: Int) throws(SamplingError) {
    try requirePositive(("dimensions", dimensions), ("points", count))
    guard dimensions <= Self.mostDimensions else {
      throw .tooManyDimensions(asked: dimensions, most: Self.mostDimensions)
    }
    guard count <= Self.mostPoints else {
      throw .tooManyPoints(asked: count, most: Self.mostPoints)
    }
    guard let generator = gsl_qrng_alloc(cgsl_qrng_sobol(), UInt32(dimensions)) else {
      defect("no memory for a Sobol sequence")
    }
    defer { gsl_qrng_free(generator) }
    var point = [Double](repeating: 0, count: dimensions)
    let beginning = SobolSequence(
      dimensions: dimensions, count: min(count, 1 << (Self.mostDegree + 1))
    ) {
      gsl_qrng_get(generator, &point)
      return point
    }
    self.init(continuing: beginning, to: count)
  }

  /// The polynomials of the dimensions, the coefficient of x⁰ in the lowest bit (Bratley and Fox).
  private static let polynomials: [UInt64] = [
    1, 3, 7, 11, 13, 19, 25, 37, 59, 47, 61, 55, 41, 67, 97, 91, 109, 103, 115, 131, 193, 137, 145,
    143, 241, 157, 185, 167, 229, 171, 213, 191, 253, 203, 211, 239, 247, 285, 369, 299,
  ]
  private static let mostDegree = 8

  /// The sequence of more points, from the direction numbers of its beginning.
  private init(continuing beginning: SobolSequence, to count: Int) {
    dimensions = beginning.dimensions
    self.count = count
    var directions = beginning.directions
    while directions.count < Int.bitWidth - (count - 1).leadingZeroBitCount {
      directions.append(
        Self.polynomials.prefix(beginning.dimensions).enumerated().map { dimension, polynomial in
          let known = directions.map { $0[dimension] }
          return Self.direction(after: known, polynomial)
        })
    }
    self.directions = directions
  }

  /// The direction number that follows those known, at least as many as the polynomial's degree.
  private static func direction(after known: [UInt64], _ polynomial: UInt64) -> UInt64 {
    let degree = UInt64.bitWidth - 1 - polynomial.leadingZeroBitCount
    guard degree > 0 else { return (known.last ?? 1 << 30) >> 1 }
    return (1...degree).reduce(known[known.count - degree] >> UInt64(degree)) { sum, back in
      polynomial >> UInt64(degree - back) & 1 == 1 ? sum ^ known[known.count - back] : sum
    }
  }

  /// Reads the direction numbers of a sequence that gives its points one after the other.
  init(dimensions: Int, count: Int, next: () -> [Double]) {
    func bits(_ point: [Double]) -> [UInt64] { point.map { UInt64($0 * 0x1p30) } }
    var last = [UInt64](repeating: 0, count: dimensions)
    var directions: [[UInt64]] = []
    for index in 1..<max(count, 1) {
      let point = next()
      if index & (index - 1) == 0 { directions.append(zip(bits(point), last).map { $0 ^ $1 }) }
      if index & (index + 1) == 0 { last = bits(point) }
    }
    self.dimensions = dimensions
    self.count = count
    self.directions = directions
  }

  /// The sequence with a random shift.
  ///
  /// - Parameter stream: The stream that the shift is drawn from.
  /// - Returns: The same sequence, shifted.
  package func shifted(by stream: RandomStream) -> SobolSequence {
    var stream = stream
    var shifted = self
    shifted.shift = (0..<dimensions).map { _ in stream.next() }
    return shifted
  }

  /// The point of an index below ``count``.
  ///
  /// - Returns: Numbers of [0, 1), or of (0, 1) with a shift.
  package func point(_ index: Int) -> [Double] {
    var bits = [UInt64](repeating: 0, count: dimensions)
    var gray = index ^ (index >> 1)
    while gray != 0 {
      let direction = directions[gray.trailingZeroBitCount]
      for dimension in bits.indices { bits[dimension] ^= direction[dimension] }
      gray &= gray - 1
    }
    guard let shift else { return bits.map { Double($0) * 0x1p-30 } }
    return zip(bits, shift).map { openInterval($0 << 34 ^ $1) }
  }
}

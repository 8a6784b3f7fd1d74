/// A Latin hypercube: along each dimension, every one of `count` equal strata holds one point.
///
/// ```text
/// u(i, d) = (π(i, d) + r(i, d)) / count
/// ```
///
/// π(·, d) is a random permutation of the strata for each dimension, and r is uniform within the
/// stratum. The permutations are ciphers on the indices, so that a point is found by its index alone
/// and nothing is stored, however many points there are.
///
/// Sources: M. D. McKay, R. J. Beckman, W. J. Conover, *A comparison of three methods for selecting
/// values of input variables*, Technometrics 21 (1979) 239–245; J. Black, P. Rogaway, *Ciphers with
/// arbitrary finite domains*, 2002 (cycle walking).
package struct LatinHypercube: Sendable {
  /// The most points whose strata are told apart at full accuracy.
  package static let mostPoints = 1 << 30

  /// The number of coordinates of a point.
  package let dimensions: Int
  /// The number of points, and of strata along each dimension.
  package let count: Int
  private let permutations: [Permutation]
  private let seed: UInt64

  /// Draws the permutations.
  ///
  /// - Parameters:
  ///   - dimensions: The coordinates of a point, at least 1.
  ///   - count: The number of points, 1 to 2³⁰.
  ///   - stream: What the hypercube is drawn from.
  /// - Throws: ``SamplingError/notPositive(name:value:)``,
  ///   ``SamplingError/tooManyPoints(asked:most:)``.
  package init(dimensions: Int, count: Int, stream: RandomStream) throws(SamplingError) {
    try requirePositive(("dimensions", dimensions), ("points", count))
    guard count <= Self.mostPoints else {
      throw .tooManyPoints(asked: count, most: Self.mostPoints)
    }
    var stream = stream
    self.dimensions = dimensions
    self.count = count
    seed = stream.next()
    permutations = (0..<dimensions).map { _ in Permutation(of: count, drawnFrom: &stream) }
  }

  /// The point of an index below ``count``: numbers of (0, 1).
  package func point(_ index: Int) -> [Double] {
    var places = RandomStream(seed: seed, stream: UInt64(index), for: .strata)
    return permutations.map { permutation in
      let place = (Double(places.next() >> 43) + 0.5) * 0x1p-21
      return (Double(permutation(index)) + place) / Double(count)
    }
  }
}

/// A random permutation of the indices below a number, which stores none of them.
///
/// A Feistel network of six rounds on the least even number of bits that holds all indices; where it
/// leads out of them, it is applied again.
struct Permutation: Sendable {
  private let count: UInt64
  private let halfBits: UInt64
  private let keys: [UInt64]

  init(of count: Int, drawnFrom stream: inout RandomStream) {
    self.count = UInt64(count)
    let bits = UInt64(Int.bitWidth - (count - 1).leadingZeroBitCount)
    halfBits = max(1, (bits + 1) / 2)
    keys = (0..<6).map { _ in stream.next() }
  }

  /// Where the permutation puts an index.
  func callAsFunction(_ index: Int) -> Int {
    var place = UInt64(index)
    repeat { place = enciphered(place) } while place >= count
    return Int(place)
  }

  private func enciphered(_ place: UInt64) -> UInt64 {
    let mask = (1 << halfBits) - 1 as UInt64
    var left = place >> halfBits
    var right = place & mask
    for key in keys {
      var round = RandomStream(state: key ^ right)
      (left, right) = (right, (left ^ round.next()) & mask)
    }
    return left << halfBits | right
  }
}

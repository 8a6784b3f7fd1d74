/// Where in the unit cube the variants of a sample lie, each found by its index alone.
///
/// The points may come in several independent replicates of the same size: separate shifts of the
/// Sobol sequence, separate Latin hypercubes, separate stretches of random numbers. The spread of an
/// estimate over the replicates is then its standard error, which a single even sequence cannot tell.
public struct SampleDesign: Sendable {
  /// How points are chosen.
  public enum Kind: String, CaseIterable, Sendable {
    /// The Sobol sequence with a random shift: the most even; up to 40 dimensions.
    case sobol
    /// A Latin hypercube: even along each dimension.
    case latinHypercube = "lhs"
    /// Independent random points.
    case random
  }

  /// The most points of a design, of any kind: more than anybody can run.
  public static let mostPoints = 1_000_000_000_000
  /// The most numbers that a study of a design keeps in memory at once, 2 GiB of them.
  package static let mostKept = 1 << 28

  /// How points are chosen.
  public let kind: Kind
  /// The number of coordinates of a point.
  package let dimensions: Int
  /// The number of points, over all replicates.
  public let count: Int
  /// The number of replicates.
  public let replicates: Int
  private let replicateSize: Int
  private let parts: Parts

  private enum Parts {
    case sobol([SobolSequence])
    case latinHypercube([LatinHypercube])
    case random(seed: UInt64)
  }

  /// Prepares a design.
  ///
  /// - Parameters:
  ///   - kind: How points are chosen.
  ///   - dimensions: The coordinates of a point, at least 1.
  ///   - count: The number of points, at least 1, at most ``mostPoints``; of Sobol sequences and Latin
  ///     hypercubes also r · (2³⁰ − r + 1) in r replicates, so that the longest has 2³⁰.
  ///   - seed: What the random part of the design is drawn from.
  ///   - replicates: In how many independent parts the points come, at least 1; no more than points.
  ///     All are of one size, but for the last, which has what remains.
  /// - Throws: ``SamplingError/tooManyDimensions(asked:most:)`` for more than 40 with Sobol,
  ///   ``SamplingError/tooManyPoints(asked:most:)``, ``SamplingError/notPositive(name:value:)``.
  public init(
    _ kind: Kind, dimensions: Int, count: Int, seed: UInt64, replicates: Int = 1
  ) throws(SamplingError) {
    try requirePositive(
      ("dimensions", dimensions), ("points", count), ("replicates", replicates))
    guard count <= Self.mostPoints else {
      throw .tooManyPoints(asked: count, most: Self.mostPoints)
    }
    let replicates = min(replicates, count)
    let size = count / replicates
    self.kind = kind
    self.dimensions = dimensions
    self.count = count
    self.replicates = replicates
    replicateSize = size
    let longest = count - (replicates - 1) * size
    let most = replicates * (SobolSequence.mostPoints - replicates + 1)
    guard kind == .random || count <= most else { throw .tooManyPoints(asked: count, most: most) }
    func streams(for purpose: RandomStream.Purpose) -> [RandomStream] {
      (0..<replicates).map { RandomStream(seed: seed, stream: UInt64($0), for: purpose) }
    }
    switch kind {
    case .sobol:
      let sequence = try SobolSequence(dimensions: dimensions, count: longest)
      parts = .sobol(streams(for: .shift).map(sequence.shifted))
    case .latinHypercube:
      var cubes: [LatinHypercube] = []
      for (replicate, stream) in streams(for: .strata).enumerated() {
        cubes.append(
          try LatinHypercube(
            dimensions: dimensions, count: replicate == replicates - 1 ? longest : size,
            stream: stream))
      }
      parts = .latinHypercube(cubes)
    case .random: parts = .random(seed: seed)
    }
  }

  /// The replicate that a point belongs to.
  public func replicate(of index: Int) -> Int { min(index / replicateSize, replicates - 1) }

  /// The indices of the points of a replicate.
  public func points(of replicate: Int) -> Range<Int> {
    let start = replicate * replicateSize
    return start..<(replicate == replicates - 1 ? count : start + replicateSize)
  }

  /// The point of an index below ``count``: numbers strictly between 0 and 1.
  public func point(_ index: Int) -> [Double] {
    let replicate = replicate(of: index)
    let place = index - replicate * replicateSize
    switch parts {
    case .sobol(let sequences): return sequences[replicate].point(place)
    case .latinHypercube(let cubes): return cubes[replicate].point(place)
    case .random(let seed):
      var stream = RandomStream(seed: seed, stream: UInt64(index), for: .points)
      return (0..<dimensions).map { _ in stream.uniform() }
    }
  }
}

extension SampleDesign {
  /// Checks that what is kept of every point fits into memory.
  ///
  /// - Parameters:
  ///   - count: The number of points.
  ///   - numbers: The numbers kept of each, at least 1.
  /// - Throws: ``SamplingError/tooManyKept(asked:most:)``.
  public static func requireRoom(for count: Int, of numbers: Int) throws(SamplingError) {
    guard count <= mostKept / numbers else {
      throw .tooManyKept(asked: count, most: mostKept / numbers)
    }
  }
}

/// Checks that numbers of points or dimensions are above 0.
func requirePositive(_ numbers: (name: String, value: Int)...) throws(SamplingError) {
  for (name, value) in numbers where value < 1 {
    throw .notPositive(name: name, value: value)
  }
}

import Diagnostics
package import Solvers

/// Paths through the unit cube along which one input moves at a time.
///
/// Each trajectory starts at a random point of the grid of `levels` points along each dimension and
/// moves every input once, in random order, by `Δ = levels / (2 (levels − 1))`, up or down as there
/// is room.
///
/// Source: M. D. Morris, *Factorial sampling plans for preliminary computational experiments*,
/// Technometrics 33 (1991) 161–174.
package struct MorrisDesign: Sendable {
  /// The number of inputs.
  package let dimensions: Int
  /// The number of trajectories, of ``dimensions`` + 1 points each.
  package let trajectories: Int
  /// The points of the grid along each dimension.
  package let levels: Int
  private let seed: UInt64

  /// Prepares a design.
  ///
  /// - Parameters:
  ///   - dimensions: The number of inputs, at least 1.
  ///   - trajectories: The number of trajectories, at least 1; at most `SampleDesign.mostPoints`
  ///     points in all.
  ///   - levels: The points of the grid along each dimension; even, at least 2.
  ///   - seed: What the trajectories are drawn from.
  /// - Throws: `SamplingError.notPositive(name:value:)`,
  ///   `SamplingError.tooManyPoints(asked:most:)`.
  package init(
    dimensions: Int, trajectories: Int, levels: Int = 4, seed: UInt64
  ) throws(SamplingError) {
    for (name, value) in [("dimensions", dimensions), ("trajectories", trajectories)]
    where value < 1 {
      throw .notPositive(name: name, value: value)
    }
    guard levels >= 2, levels % 2 == 0 else { throw .notPositive(name: "levels", value: levels) }
    let most = SampleDesign.mostPoints / (dimensions + 1)
    guard trajectories <= most else { throw .tooManyPoints(asked: trajectories, most: most) }
    self.dimensions = dimensions
    self.trajectories = trajectories
    self.levels = levels
    self.seed = seed
  }

  /// The number of points.
  package var count: Int { trajectories * (dimensions + 1) }

  /// A point of [0, 1] along each dimension.
  ///
  /// - Parameter index: The place among all points: those of a trajectory stand together.
  /// - Returns: The coordinates.
  package func point(_ index: Int) -> [Double] {
    let (trajectory, step) = index.quotientAndRemainder(dividingBy: dimensions + 1)
    var stream = RandomStream(seed: seed, stream: UInt64(trajectory), for: .trajectories)
    var place = (0..<dimensions).map { _ in Int.random(in: 0..<levels, using: &stream) }
    let order = Array(0..<dimensions).shuffled(using: &stream)
    let half = levels / 2
    for moved in order.prefix(step) { place[moved] += place[moved] < half ? half : -half }
    return place.map { Double($0) / Double(levels - 1) }
  }
}

/// What moving one input does to a result, over many places of the others.
///
/// ```text
/// effect = (f(x + Δ eᵢ) − f(x)) / Δ
/// μ = mean of the effects,   μ* = mean of their sizes,   σ = standard deviation (n − 1)
/// ```
///
/// μ* ranks the inputs; a σ that is not small beside it tells of interaction or curvature.
///
/// Sources: Morris 1991; F. Campolongo, J. Cariboni, A. Saltelli, *An effective screening design for
/// sensitivity analysis of large models*, Environmental Modelling & Software 22 (2007) 1509–1518 (μ*).
public struct MorrisEffects: Sendable, Hashable {
  /// μ of each input, in the result's unit per whole range of the input: not standardised by any
  /// deviation of input or result.
  public let mean: [Double]
  /// μ* of each input.
  public let meanSize: [Double]
  /// σ of each input.
  public let deviation: [Double]

  /// Gathers the elementary effects.
  ///
  /// - Parameters:
  ///   - points: The points of the trajectories, those of a trajectory together: one more than there
  ///     are inputs, each differing from the one before in one input.
  ///   - values: The result at each; a trajectory with a NaN is left out as a whole.
  /// - Precondition: There are as many values as points, and whole trajectories.
  package init(points: [[Double]], values: [Double]) {
    let dimensions = points.first?.count ?? 0
    defect(
      unless: points.count == values.count && points.count % (dimensions + 1) == 0,
      "whole trajectories, a value for each point")
    var effects = [[Double]](repeating: [], count: dimensions)
    for start in stride(from: 0, to: points.count, by: dimensions + 1)
    where values[start...start + dimensions].allSatisfy(\.isFinite) {
      for index in start..<start + dimensions {
        let steps = zip(points[index + 1], points[index]).map { $0 - $1 }
        guard let moved = steps.firstIndex(where: { $0 != 0 }) else { continue }
        effects[moved].append((values[index + 1] - values[index]) / steps[moved])
      }
    }
    func average(_ values: [Double]) -> Double {
      values.isEmpty ? .nan : values.reduce(0, +) / Double(values.count)
    }
    mean = effects.map(average)
    meanSize = effects.map { average($0.map(abs)) }
    deviation = effects.map(standardDeviation)
  }
}

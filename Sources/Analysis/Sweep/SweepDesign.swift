public import CityModel
public import Solvers

/// Which variants a sweep runs: a pure function from a variant's number to its values.
public struct SweepDesign: Sendable {
  /// How variants are chosen.
  public enum Kind: String, CaseIterable, Sendable {
    /// Every combination of the values of the axes; the last axis changes fastest.
    case grid
    /// The Sobol sequence over the ranges of the axes.
    case sobol
    /// A Latin hypercube over the ranges of the axes.
    case latinHypercube = "lhs"
    /// Independent random points of the ranges of the axes.
    case random

    /// The design of samples it stands for; none for a grid.
    public var sampling: SampleDesign.Kind? { SampleDesign.Kind(rawValue: rawValue) }
  }

  /// What is varied.
  public let axes: [AxisValues]
  /// How variants are chosen.
  public let kind: Kind
  /// The number of variants.
  public let count: Int
  /// The sample, where variants are drawn.
  private let sample: SampleDesign?
  /// The values of each axis, where they are counted.
  private let lists: [[Double]]

  /// The most variants a sweep may have.
  package static let mostVariants = 1_000_000_000_000

  /// Every combination of the values of the axes.
  ///
  /// - Parameter axes: What is varied, each by steps or a list.
  /// - Throws: ``SweepDesignError/rangeInGrid(path:)``, ``SweepDesignError/tooManyVariants``,
  ///   ``SweepDesignError/noAxes``.
  public init(grid axes: [AxisValues]) throws(SweepDesignError) {
    guard !axes.isEmpty else { throw .noAxes }
    var lists: [[Double]] = []
    var count = 1
    for axis in axes {
      guard case .list(let values) = axis.choice else {
        throw .rangeInGrid(path: axis.axis.path)
      }
      let (product, overflows) = count.multipliedReportingOverflow(by: values.count)
      guard !overflows, product <= Self.mostVariants else { throw .tooManyVariants }
      count = product
      lists.append(values)
    }
    self.axes = axes
    kind = .grid
    self.count = count
    sample = nil
    self.lists = lists
  }

  /// Points drawn from the ranges of the axes; of a list each value is as likely as the others.
  ///
  /// - Parameters:
  ///   - axes: What is varied.
  ///   - kind: How points are chosen.
  ///   - count: The number of variants.
  ///   - seed: What the random part is drawn from.
  /// - Throws: ``SweepDesignError/sampling(_:)``, ``SweepDesignError/tooManySamples``,
  ///   ``SweepDesignError/noAxes``.
  public init(
    sampling axes: [AxisValues], _ kind: SampleDesign.Kind, count: Int, seed: UInt64
  ) throws(SweepDesignError) {
    guard !axes.isEmpty else { throw .noAxes }
    guard count <= Self.mostVariants else { throw .tooManySamples }
    do throws(SamplingError) {
      sample = try SampleDesign(kind, dimensions: axes.count, count: count, seed: seed)
    } catch {
      throw .sampling(error)
    }
    self.axes = axes
    self.count = count
    lists = []
    self.kind =
      switch kind {
      case .sobol: .sobol
      case .latinHypercube: .latinHypercube
      case .random: .random
      }
  }

  /// The values of a variant as they are written, one for each axis.
  ///
  /// - Parameter variant: Its number, from 0 to below ``count``.
  /// - Returns: The values, in the units of the axes.
  package func point(_ variant: Int) -> [Double] {
    guard let sample else { return combination(variant) }
    return zip(axes, sample.point(variant)).map { axis, place in
      switch axis.choice {
      case .range(let low, let high): low + place * (high - low)
      case .list(let values): values[min(Int(place * Double(values.count)), values.count - 1)]
      }
    }
  }

  /// The values of a variant as the model takes them, one for each axis.
  package func modelValues(_ point: [Double]) -> [Double] {
    zip(axes, point).map { $0.modelValue(of: $1) }
  }

  private func combination(_ variant: Int) -> [Double] {
    var rest = variant
    var point = [Double](repeating: 0, count: lists.count)
    for place in lists.indices.reversed() {
      let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: lists[place].count)
      point[place] = lists[place][remainder]
      rest = quotient
    }
    return point
  }
}

/// Why axes make no sweep.
public enum SweepDesignError: Error, Equatable, Sendable {
  /// Nothing is varied.
  case noAxes
  /// A grid needs values, and an axis has only a range.
  case rangeInGrid(path: String)
  /// A grid of more variants than anybody can run.
  case tooManyVariants
  /// A sample of more variants than anybody can run.
  case tooManySamples
  /// The sample could not be drawn.
  case sampling(SamplingError)
}

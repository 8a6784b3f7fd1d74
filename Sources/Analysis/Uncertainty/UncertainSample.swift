public import CityModel
public import Solvers

/// Why a scenario's uncertainty cannot be studied.
public enum UncertaintyError: Error, Equatable, Sendable {
  /// The scenario does not say what is uncertain.
  case nothingUncertain
  /// The scenario has no levers, of whose levels a gradient could be.
  case noLevers
  /// Something called uncertain cannot differ between variants.
  case axis(AxisError)
  /// A sample cannot be drawn.
  case sampling(SamplingError)
  /// More variants are impossible than can be left out.
  case tooManyFaults(count: Int, of: Int, first: VariantFault)
}

/// Variants of a scenario, drawn from what it says is uncertain.
///
/// Each uncertain number takes the value of its quantile function at a coordinate of the design's
/// point. Where ranks are correlated, the coordinates of the numbers concerned are first put in
/// another order within each replicate of the design (Iman and Conover 1982); their memory grows with
/// the number of variants, by 8 bytes each, and no other does.
public struct UncertainSample: Sendable {
  /// What varies.
  public var space: VariantSpace { inputs.space }
  /// Where the variants lie.
  public let design: SampleDesign
  private let inputs: UncertainInputs
  /// The coordinates of correlated numbers by their axis.
  private let reordered: [Int: [Double]]

  /// The design that suits a number of dimensions: Sobol as far as its sequence goes, beyond it a
  /// Latin hypercube.
  package static func suitableDesign(dimensions: Int) -> SampleDesign.Kind {
    dimensions <= SobolSequence.mostDimensions ? .sobol : .latinHypercube
  }

  /// Prepares a sample.
  ///
  /// - Parameters:
  ///   - blueprint: The scenario, compiled.
  ///   - kind: How variants are chosen; what suits if nothing is given.
  ///   - count: The number of variants, at least 1.
  ///   - seed: What chance draws from.
  ///   - replicates: In how many independent parts they come.
  /// - Throws: ``UncertaintyError``.
  public init(
    _ blueprint: Blueprint, kind: SampleDesign.Kind? = nil, count: Int, seed: UInt64,
    replicates: Int = 1
  ) throws(UncertaintyError) {
    inputs = try UncertainInputs(blueprint)
    design = try inputs.design(
      kind, dimensions: inputs.axes.count, count: count, seed: seed, replicates: replicates)
    do {
      reordered = try Self.reordered(design, blueprint.scenario.uncertainties)
    } catch {
      throw .sampling(error)
    }
  }

  /// The values of the axes of a variant.
  package func values(_ index: Int) -> [Double] {
    var shares = design.point(index)
    for (axis, column) in reordered { shares[axis] = column[index] }
    return inputs.values(at: shares)
  }

  /// The coordinates of the axes that are correlated with others, in their new order.
  private static func reordered(
    _ design: SampleDesign, _ uncertainties: Uncertainties
  ) throws(SamplingError) -> [Int: [Double]] {
    let axes = Set(uncertainties.correlations.flatMap { [$0.first, $0.second] }).sorted()
    guard !axes.isEmpty else { return [:] }
    try SampleDesign.requireRoom(for: design.count, of: axes.count)
    let whole = uncertainties.correlationMatrix
    let wanted = axes.map { row in axes.map { whole[row][$0] } }
    var columns = [[Double]](repeating: [], count: axes.count)
    for replicate in 0..<design.replicates {
      let points = design.points(of: replicate).map(design.point)
      let ordered = try rankCorrelated(
        axes.map { axis in points.map { $0[axis] } }, wanted: wanted)
      for place in axes.indices { columns[place] += ordered[place] }
    }
    return Dictionary(uniqueKeysWithValues: zip(axes, columns))
  }
}

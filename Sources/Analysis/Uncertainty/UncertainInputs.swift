import CityModel
import Solvers

/// What a scenario calls uncertain, each by itself.
struct UncertainInputs: Sendable {
  let axes: [Axis]
  let space: VariantSpace
  private let quantiles: [QuantileFunction]

  init(_ blueprint: Blueprint) throws(UncertaintyError) {
    let values = blueprint.scenario.uncertainties.values
    guard !values.isEmpty else { throw .nothingUncertain }
    axes = values.map(\.axis)
    space = try Self.space(blueprint, axes, values.map(\.opening))
    do throws(SamplingError) {
      var functions: [QuantileFunction] = []
      for value in values { functions.append(try QuantileFunction(value.distribution)) }
      quantiles = functions
    } catch {
      throw .sampling(error)
    }
  }

  /// The variants of a scenario along axes, each with the years from which it counts.
  static func space(
    _ blueprint: Blueprint, _ axes: [Axis], _ openings: [Opening?] = []
  ) throws(UncertaintyError) -> VariantSpace {
    do {
      return try VariantSpace(blueprint, axes: axes, openings: openings)
    } catch {
      throw .axis(error)
    }
  }

  /// A design of points; what suits the dimensions if no kind is given.
  func design(
    _ kind: SampleDesign.Kind?, dimensions: Int, count: Int, seed: UInt64,
    replicates: Int = 1
  ) throws(UncertaintyError) -> SampleDesign {
    do {
      return try SampleDesign(
        kind ?? UncertainSample.suitableDesign(dimensions: dimensions), dimensions: dimensions,
        count: count, seed: seed, replicates: replicates)
    } catch {
      throw .sampling(error)
    }
  }

  /// Trajectories for Morris screening.
  func morris(trajectories: Int, seed: UInt64) throws(UncertaintyError) -> MorrisDesign {
    do {
      return try MorrisDesign(dimensions: axes.count, trajectories: trajectories, seed: seed)
    } catch {
      throw .sampling(error)
    }
  }

  /// The values of the axes at shares of their distributions.
  func values(at shares: [Double]) -> [Double] { zip(quantiles, shares).map { $0($1) } }
}

public import CityModel
public import Solvers

/// Asks what moves the metrics of a scenario.
public struct SensitivityStudy: Sendable {
  private let blueprint: Blueprint
  private let recorder: MetricRecorder
  private let metrics: [SensitivityMetric]
  private let jobs: Int

  /// Prepares a study.
  ///
  /// - Parameters:
  ///   - blueprint: The scenario, compiled.
  ///   - jobs: How many workers compute.
  public init(_ blueprint: Blueprint, jobs: Int) {
    self.blueprint = blueprint
    self.jobs = jobs
    recorder = MetricRecorder(blueprint)
    let countsCosts = blueprint.discountRate != nil
    metrics = SensitivityMetric.allCases.filter { $0 != .cost || countsCosts }
  }

  /// Sobol indices over what the scenario calls uncertain, taken as independent.
  ///
  /// - Parameters:
  ///   - count: The number n of base points; n (d + 2) variants of d inputs are run.
  ///   - kind: How points are chosen; what suits 2 d dimensions if nothing is given.
  ///   - seed: What chance draws from.
  ///   - progress: Is told how many variants are run so far.
  /// - Returns: First and total indices with their confidence.
  /// - Throws: ``UncertaintyError``.
  public func sobol(
    count: Int, kind: SampleDesign.Kind? = nil, seed: UInt64, progress: (Int) -> Void = { _ in }
  ) async throws -> SensitivityResult {
    let inputs = try UncertainInputs(blueprint)
    let dimensions = inputs.axes.count
    let width = inputs.axes.count + 2
    try requireRoom(for: count, of: width * metrics.count)
    let design = try inputs.design(
      kind, dimensions: 2 * dimensions, count: count, seed: seed,
      replicates: Self.replicates(of: count))
    let outcome = try await evaluate(inputs.space, count * width, progress) { index in
      let (point, place) = index.quotientAndRemainder(dividingBy: width)
      let both = design.point(point)
      let a = both[..<dimensions]
      let b = both[dimensions...]
      var chosen = place == width - 1 ? Array(b) : Array(a)
      if (1...dimensions).contains(place) { chosen[place - 1] = both[dimensions + place - 1] }
      return inputs.values(at: chosen)
    }
    let indices = outcome.values.map { values in
      let whole = (0..<count).filter { point in
        values[point * width..<(point + 1) * width].allSatisfy(\.isFinite)
      }
      func column(_ place: Int) -> [Double] { whole.map { values[$0 * width + place] } }
      return SobolIndices(
        SobolIndices.Sample(
          a: column(0), b: column(width - 1), mixed: (1...dimensions).map(column)),
        replicates: Self.parts(of: whole, design))
    }
    let method = SensitivityMethod.sobol(
      design: design.kind, points: count, replicates: design.replicates, seed: seed)
    // A and B are draws of what is uncertain; the points between them are not.
    let drawn = outcome.values.map { values in
      values.enumerated().filter { [0, width - 1].contains($0.offset % width) }.map(\.element)
    }
    return result(
      .sobol(indices), outcome, inputs.axes, method, runs: count * width,
      spreads: drawn.map { Self.spread($0, areDraws: true) })
  }

  /// In how many independent replicates base points come: 16, unless there are fewer than 8 for each.
  static func replicates(of count: Int) -> Int { max(1, min(16, count / 8)) }

  /// How far a metric spreads over runs.
  private static func spread(_ values: [Double], areDraws: Bool) -> SensitivityResult.Spread? {
    let finite = values.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else { return nil }
    return SensitivityResult.Spread(
      deviation: areDraws ? standardDeviation(finite) : nil, low: low, high: high)
  }

  /// Which of the points that are left belong to each replicate; those of one stand together.
  private static func parts(of points: [Int], _ design: SampleDesign) -> [Range<Int>] {
    var (start, parts): (Int, [Range<Int>]) = (0, [])
    for replicate in 0..<design.replicates {
      let end = start + points[start...].prefix { design.replicate(of: $0) == replicate }.count
      parts.append(start..<end)
      start = end
    }
    return parts
  }

  /// Morris screening over the middle 95 % of what the scenario calls uncertain.
  ///
  /// - Parameters:
  ///   - trajectories: The number r of trajectories; r (d + 1) variants of d inputs are run.
  ///   - seed: What chance draws from.
  ///   - progress: Is told how many variants are run so far.
  /// - Returns: The elementary effects.
  /// - Throws: ``UncertaintyError``.
  public func morris(
    trajectories: Int, seed: UInt64, progress: (Int) -> Void = { _ in }
  ) async throws -> SensitivityResult {
    let inputs = try UncertainInputs(blueprint)
    let width = inputs.axes.count + 1
    try requireRoom(for: trajectories, of: width * (inputs.axes.count + metrics.count))
    let design = try inputs.morris(trajectories: trajectories, seed: seed)
    let outcome = try await evaluate(inputs.space, design.count, progress) { index in
      inputs.values(at: design.point(index).map(SensitivityMethod.morrisShare))
    }
    let points = (0..<design.count).map(design.point)
    let effects = outcome.values.map { MorrisEffects(points: points, values: $0) }
    return result(
      .morris(effects), outcome, inputs.axes,
      .morris(trajectories: trajectories, levels: design.levels, seed: seed), runs: design.count,
      spreads: outcome.values.map { Self.spread($0, areDraws: true) })
  }

  /// One input at a time from its 5 to its 95 % quantile, the others at their medians.
  ///
  /// - Returns: The metrics at both ends of each input.
  /// - Throws: ``UncertaintyError``.
  public func tornado() async throws -> SensitivityResult {
    let inputs = try UncertainInputs(blueprint)
    let count = inputs.axes.count
    @Sendable func values(_ index: Int) -> [Double] {
      var shares = [Double](repeating: 0.5, count: count)
      if index > 0 {
        shares[(index - 1) / 2] = SensitivityMethod.tornadoShares[(index - 1) % 2]
      }
      return inputs.values(at: shares)
    }
    let outcome = try await evaluate(inputs.space, 2 * count + 1, values: values)
    let swings = outcome.values.map { found in
      (0..<count).map { axis in
        let low = 2 * axis + 1
        let high = 2 * axis + 2
        return SensitivityResult.Swing(
          lowInput: values(low)[axis], highInput: values(high)[axis], low: found[low],
          high: found[high])
      }
    }
    return result(
      .tornado(swings), outcome, inputs.axes, .tornado, runs: 2 * count + 1,
      spreads: outcome.values.map { Self.spread($0, areDraws: false) },
      base: outcome.values.map { $0[0] })
  }

  /// The change of each metric per whole pull of a lever, at the levels of the scenario: a central
  /// difference over ± 0.005, one-sided where a level is at its bound.
  ///
  /// - Returns: The gradient by lever.
  /// - Throws: ``UncertaintyError/noLevers``.
  public func gradient() async throws -> SensitivityResult {
    let levers = blueprint.scenario.levers
    guard !levers.isEmpty else { throw UncertaintyError.noLevers }
    let axes = levers.map { Axis.level(lever: $0.identity.id) }
    let levels = levers.map(\.level)
    let step = SensitivityMethod.gradientStep
    @Sendable func values(_ index: Int) -> [Double] {
      var moved = levels
      guard index > 0 else { return moved }
      let lever = (index - 1) / 2
      moved[lever] = min(max(moved[lever] + (index % 2 == 1 ? -step : step), 0), 1)
      return moved
    }
    let space = try UncertainInputs.space(blueprint, axes)
    let outcome = try await evaluate(space, 2 * levers.count + 1, values: values)
    let gradients = outcome.values.map { found in
      levers.indices.map { lever in
        let down = 2 * lever + 1
        let up = 2 * lever + 2
        return (found[up] - found[down]) / (values(up)[lever] - values(down)[lever])
      }
    }
    return result(
      .gradient(gradients), outcome, axes, .gradient, runs: 2 * levers.count + 1,
      spreads: metrics.map { _ in nil },
      base: outcome.values.map { $0[0] })
  }

  // MARK: - Running

  private func requireRoom(for count: Int, of numbers: Int) throws(UncertaintyError) {
    do {
      try SampleDesign.requireRoom(for: count, of: numbers)
    } catch {
      throw .sampling(error)
    }
  }

  private struct Outcome {
    /// By metric and variant; NaN for one that is impossible.
    var values: [[Double]]
    var faults = 0
    var firstFault: VariantFault?
  }

  private func evaluate(
    _ space: VariantSpace, _ count: Int, _ progress: (Int) -> Void = { _ in },
    values: @escaping @Sendable (Int) -> [Double]
  ) async throws -> Outcome {
    var outcome = Outcome(values: metrics.map { _ in [] })
    let ensemble = Ensemble(space, recording: recorder.rows)
    try await ensemble.run(
      0..<count, jobs: jobs, values: values, measure: { recorder.measure($0) },
      consume: { variants, results in
        progress(variants.upperBound)
        for result in results {
          var found: Metrics?
          switch result {
          case .success(let metrics): found = metrics
          case .failure(let fault):
            outcome.firstFault = outcome.firstFault ?? fault
            outcome.faults += 1
          }
          for (place, metric) in metrics.enumerated() {
            outcome.values[place].append(found.map(metric.value) ?? .nan)
          }
        }
      })
    if let first = outcome.firstFault,
      Double(outcome.faults) > UncertaintyStudy.mostFaults * Double(count)
    {
      throw UncertaintyError.tooManyFaults(count: outcome.faults, of: count, first: first)
    }
    return outcome
  }

  private func result(
    _ findings: SensitivityResult.Findings, _ outcome: Outcome, _ axes: [Axis],
    _ method: SensitivityMethod, runs: Int, spreads: [SensitivityResult.Spread?],
    base: [Double] = []
  ) -> SensitivityResult {
    SensitivityResult(
      method: method, metrics: metrics, axes: axes, base: base, spreads: spreads,
      findings: findings, runs: runs,
      faults: outcome.faults, firstFault: outcome.firstFault)
  }
}

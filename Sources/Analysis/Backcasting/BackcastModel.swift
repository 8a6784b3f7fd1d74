public import CityModel

/// One setting of the handles, and what is reached there.
public struct BackcastPoint: Sendable {
  /// The values of the handles in their order.
  public let values: [Double]
  /// How each condition is judged; none where the setting is impossible.
  public let results: [TargetResult]
  /// When the total peaks that peaks are told of; see `Accounting.peakAccount` of the model.
  public let peak: Peak?
  /// Net emissions of all years of the run together [Mt CO₂e].
  public let cumulative: Double
  /// Present value of the system's cost [10⁹ yuan]; nothing where the scenario counts none.
  public let cost: Double?
  /// Why there are no results, if there are none.
  public let fault: VariantFault?
  /// The parts of each condition, at most 0 where it is met, as shares of its scale.
  let parts: [[Double]]

  /// How far each condition is missed, as a share of its scale; at most 0 where it is met.
  func excess(of condition: Int) -> Double {
    guard fault == nil, parts.indices.contains(condition) else { return .infinity }
    return parts[condition].max() ?? -.infinity
  }

  /// The worst of some conditions.
  func excess(of conditions: [Int]) -> Double {
    conditions.map { excess(of: $0) }.max() ?? -.infinity
  }
}

/// Runs a scenario at other settings of its handles and measures how far conditions are missed.
struct BackcastModel: Sendable {
  let space: VariantSpace
  let conditions: [Target.Aim]
  let box: [ClosedRange<Double>]
  var jobs: Int
  private let totalRows: ByTotal<Int>
  private let targets: TargetAccount
  private let costRow: Int?
  private let discountRate: Double?
  private let recorded: [Int]
  /// Is told of every few runs that are done, from any thread.
  let counted: @Sendable (Int) -> Void
  /// What distances are measured against: the largest net emissions of a year of the scenario
  /// [Mt CO₂e].
  private(set) var scale = 1.0

  init(
    _ space: VariantSpace, box: [ClosedRange<Double>], conditions: [Target.Aim], start: [Double],
    jobs: Int, counted: @escaping @Sendable (Int) -> Void
  ) {
    self.counted = counted
    let blueprint = space.blueprint
    self.space = space
    self.box = box
    self.conditions = conditions
    self.jobs = jobs
    totalRows = ByTotal(gross: blueprint.row(of: .gross), net: blueprint.row(of: .net))
    targets = TargetAccount(blueprint, conditions)
    costRow = blueprint.resourceCostRow
    discountRate = blueprint.discountRate
    let others = targets.rows.union([costRow].compactMap(\.self))
    recorded = [totalRows.net] + others.subtracting([totalRows.net]).sorted()
    let trajectory = Trajectory(space, variant: start)
    if trajectory.fault == nil {
      scale = max(1e-9, trajectory[totalRows.net].map(abs).max() ?? 1)
    }
  }

  /// The row of the results of a total.
  func row(of account: EmissionTotal) -> Int { totalRows[account] }

  /// What is reached at one setting.
  @Sendable func point(_ values: [Double]) -> BackcastPoint {
    let trajectory = Trajectory(space, variant: values)
    return point(values, fault: trajectory.fault) { trajectory[$0] }
  }

  /// What is reached at many settings, in their order.
  func points(_ variants: [[Double]]) async throws -> [BackcastPoint] {
    try await points(variants) { $0 }
  }

  /// What is taken of what is reached at many settings, in their order.
  func points<Taken: Sendable>(
    _ variants: [[Double]], taking part: @escaping @Sendable (BackcastPoint) -> Taken
  ) async throws -> [Taken] {
    var found: [Taken] = []
    let places = Dictionary(
      recorded.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    try await Ensemble(space, recording: recorded).run(
      0..<variants.count, jobs: jobs, values: { variants[$0] },
      measure: { result in
        part(
          point(result.values, fault: result.fault) { row in
            places[row].map(result.series) ?? []
          })
      },
      consume: { _, points in
        found += points
        counted(points.count)
      })
    return found
  }

  /// What results come to.
  ///
  /// - Parameters:
  ///   - values: The setting.
  ///   - fault: Why there are no results, if there are none.
  ///   - series: The yearly values of a row.
  /// - Returns: The point.
  func point(
    _ values: [Double], fault: VariantFault?, _ series: (Int) -> [Double]
  ) -> BackcastPoint {
    let years = space.blueprint.scenario.years
    let scenario = space.blueprint.scenario
    let totals = ByTotal(gross: series(totalRows.gross), net: series(totalRows.net))
    guard fault == nil, let peaks = try? ByTotal<Peak>(totals, of: scenario) else {
      return BackcastPoint(
        values: values, results: [], peak: nil, cumulative: .nan, cost: nil,
        fault: fault ?? .noNumber(year: years.lowerBound), parts: [])
    }
    let figures = targets.figures(peaks, series)
    let results = conditions.map(figures.judge)
    return BackcastPoint(
      values: values, results: results, peak: peaks[scenario.accounting.peakAccount],
      cumulative: totals.net.reduce(0, +),
      cost: discountRate.flatMap { rate in
        costRow.map { netPresentValue(series($0), rate: rate) }
      }, fault: nil, parts: results.map { parts($0, figures) })
  }

  /// By how much a condition is missed, as shares of its scale: emissions of the scenario's largest year, what
  /// is required of other amounts, and of shares and changes the number itself.
  private func parts(_ result: TargetResult, _ figures: TargetFigures) -> [Double] {
    let gap = result.gap ?? .infinity
    switch (result.aim.subject, result.aim.condition) {
    case (let subject, .peak(let year)):
      guard let (values, scale) = peakSeries(subject, figures) else { return [.infinity] }
      return peakParts(values, by: year - space.blueprint.scenario.years.lowerBound).map {
        $0 / scale
      }
    case (_, .sum(_, let years)): return [gap / (scale * Double(years.count))]
    case (_, .change) where result.unit == "1": return [gap]
    case (.total, _), (.sector, _): return [gap / scale]
    case (.totalPerProduct, _), (.indicator, _):
      return [result.unit == "1" ? gap : gap / max(abs(result.required), 1e-9)]
    }
  }

  /// What a peak is told of, and its scale; nothing where a year has no value.
  private func peakSeries(
    _ subject: Target.Subject, _ figures: TargetFigures
  ) -> (values: [Double], scale: Double)? {
    if case .total(let account) = subject { return (figures.totals[account], scale) }
    guard let series = figures.series[subject] else { return nil }
    let values = series.compactMap(\.self)
    guard values.count == series.count else { return nil }
    return (values, max(1e-9, values.map(abs).max() ?? 1))
  }
}

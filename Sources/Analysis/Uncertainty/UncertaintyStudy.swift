public import CityModel
import Solvers

/// Runs the variants of a sample and gathers what they come to.
public struct UncertaintyStudy: Sendable {
  /// A series of the city that bands are drawn of.
  public struct Series: Hashable, Sendable {
    /// `net` or `gross`, as in `peak.csv`.
    public let account: AccountPeak.Account
    /// A sector where its energy is used; none for the total.
    public let sector: Sector?
  }

  /// What one variant comes to.
  public struct Draw: Sendable {
    /// The number of the variant.
    public let index: Int
    /// The values of the axes.
    public let values: [Double]
    /// Peak, cumulative emissions and cost.
    public let metrics: Metrics
    /// The first year of the maximum; none where emissions have not peaked by the end.
    package let peakYear: Int?
    /// Whether each target is met.
    package let isMet: [Bool]
    /// The yearly values of each series [Mt CO₂e].
    public let series: [[Double]]
    /// Whether it contradicts what was observed; see ``HistoryCheck``.
    package let contradictsHistory: Bool
  }

  /// The share of variants that may be impossible before the study is refused.
  package static let mostFaults = 0.05

  /// The sample.
  public let sample: UncertainSample
  /// The series that bands are drawn of.
  public let series: [Series]
  private let recorder: MetricRecorder
  private let recorded: [Int]
  private let places: [Int: Int]
  private let seriesRows: [Int]
  private let targets: TargetAccount
  private let historyCheck: HistoryCheck

  /// Prepares a study.
  public init(_ sample: UncertainSample) {
    let blueprint = sample.space.blueprint
    self.sample = sample
    series =
      [Series(account: .net, sector: nil), Series(account: .gross, sector: nil)]
      + Sector.emitting.map { Series(account: .gross, sector: $0) }
      + [Series(account: .net, sector: .sinks)]
    seriesRows =
      [blueprint.row(of: .net), blueprint.row(of: .gross)]
      + Sector.emitting.map { blueprint.row(byEndUse: $0) } + [blueprint.row(bySource: .sinks)]
    recorder = MetricRecorder(blueprint)
    targets = TargetAccount(blueprint, blueprint.scenario.targets.map(\.aim))
    historyCheck = HistoryCheck(blueprint)
    let others = Set(seriesRows).union(targets.rows).union(historyCheck.rows)
    recorded = recorder.rows + others.subtracting(recorder.rows).sorted()
    places = Dictionary(
      recorded.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Runs the variants.
  ///
  /// - Parameters:
  ///   - jobs: How many workers compute.
  ///   - each: Takes the variants in order as they come, for a file of them all.
  /// - Returns: What they come to together; the same whatever `jobs` is.
  /// - Throws: ``UncertaintyError/tooManyFaults(count:of:first:)``, and what `each` throws.
  public func run(
    jobs: Int, each: ([Draw]) throws -> Void = { _ in }
  ) async throws -> UncertaintyResult {
    var tally = UncertaintyTally(self, scenario: try await scenarioItself())
    let ensemble = Ensemble(sample.space, recording: recorded)
    try await ensemble.run(
      0..<sample.design.count, jobs: jobs, values: { sample.values($0) }, measure: measure,
      consume: { _, outcomes in
        var draws: [Draw] = []
        for outcome in outcomes {
          switch outcome {
          case .success(let draw):
            tally.add(draw)
            draws.append(draw)
          case .failure(let fault): tally.add(fault)
          }
        }
        try each(draws)
      })
    return try tally.result()
  }

  /// The scenario without anything varied; nothing where it has no results.
  private func scenarioItself() async throws -> Draw? {
    var scenario: Draw?
    let space = VariantSpace(sample.space.blueprint)
    try await Ensemble(space, recording: recorded).run(
      0..<1, jobs: 1, values: { _ in [] }, measure: measure,
      consume: { _, outcomes in scenario = try? outcomes.first?.get() })
    return scenario
  }

  @Sendable private func measure(_ result: VariantResult) -> Result<Draw, VariantFault> {
    let places = places
    func values(_ row: Int) -> [Double] { places[row].map(result.series) ?? [] }
    let scenario = sample.space.blueprint.scenario
    if let place = firstWithoutNumber(seriesRows.map(values)) {
      return .failure(result.fault ?? .noNumber(year: scenario.years.lowerBound + place))
    }
    return recorder.measure(result).map { metrics in
      let figures = targets.figures(metrics.peaks, values)
      return Draw(
        index: result.index, values: result.values, metrics: metrics,
        peakYear: figures.peakYear(metrics.peakAccount) == nil ? nil : metrics.peak.year,
        isMet: scenario.targets.map { figures.judge($0.aim).isMet },
        series: seriesRows.map(values),
        contradictsHistory: historyCheck.isContradicted(values))
    }
  }
}

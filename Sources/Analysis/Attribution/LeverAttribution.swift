import CityModel

/// What each lever of a scenario has of the difference to its reference.
public struct LeverAttribution: Sendable {
  /// The levers, and where they stand.
  public let game: LeverGame
  /// What is shared.
  public let metrics: [AttributedMetric]
  /// The parts, by lever, then by metric, then by year of the scenario: net emissions avoided.
  public let attribution: Attribution
  /// The scenario with all levers against that with none, as two runs.
  public let change: ScenarioComparison
  /// How the parts were asked for.
  public let method: AttributionMethod
  /// The variants that were run for them.
  public let variants: Int

  /// The years of the scenario.
  public var years: ClosedRange<Int> { game.space.blueprint.years }
  /// The place of a year's avoided emissions among the numbers.
  public func place(of year: Int) -> Int { metrics.count + year - years.lowerBound }
}

/// How parts are found.
public enum AttributionMethod: Hashable, Sendable {
  /// From every combination of levers: 2ⁿ variants.
  case exact
  /// From random orders, until every lever's standard error is within half a percent of the whole,
  /// or so many pairs of an order and its reverse are drawn.
  case sampled(mostPairs: Int, seed: UInt64)

  /// The most levers all of whose combinations are run unless samples are asked for.
  public static let mostExact = 20
  /// The standard error that ends sampling, as a part of the whole of its metric.
  public static let tolerance = 0.005
}

extension LeverGame {
  /// Shares the difference between scenario and reference among the levers.
  ///
  /// - Parameters:
  ///   - method: How parts are found.
  ///   - jobs: How many workers compute; the numbers do not depend on it.
  ///   - progress: Is told how many variants are run so far, of ``mostVariants(_:)`` at most.
  /// - Returns: The parts on every metric and in every year.
  /// - Throws: ``ImpossibleCombination`` where some levers cannot be pulled without others;
  ///   ``PeakError`` where a total is no number; `CancellationError`.
  public func attribution(
    _ method: AttributionMethod, jobs: Int, progress: (Int) -> Void = { _ in }
  ) async throws -> LeverAttribution {
    let game = coalitionGame(jobs: jobs)
    var variants = 0
    func count(_ done: Int) {
      variants = done
      progress(done)
    }
    let found: Attribution
    switch method {
    case .exact: found = try await game.exactAttribution(progress: count)
    case .sampled(let mostPairs, let seed):
      found = try await game.sampledAttribution(
        seed: seed, until: stoppingRule(mostPairs), progress: count)
    }
    let change = try ScenarioComparison(
      of: Trajectory(space, variant: variant(coalitions.all)),
      against: Trajectory(space, variant: variant(0)))
    return LeverAttribution(
      game: self, metrics: metrics, attribution: found, change: change, method: method,
      variants: variants)
  }

  /// The most variants a method runs; sampling may stop before.
  public func mostVariants(_ method: AttributionMethod) -> Int {
    switch method {
    case .exact: 1 << players.count
    case .sampled(let mostPairs, _):
      coalitionGame(jobs: 1).mostEvaluations(until: stoppingRule(mostPairs))
    }
  }

  /// What is shared.
  private var metrics: [AttributedMetric] {
    let account = space.blueprint.scenario.accounting.peakAccount
    return MetricRecorder(space.blueprint).years.map { AttributedMetric.emissions(year: $0) }
      + [.cumulative, .peakValue(account), .peakYear(account)]
      + (space.blueprint.discountRate == nil ? [] : [.systemCost])
  }

  private func stoppingRule(_ mostPairs: Int) -> CoalitionGame.StoppingRule {
    let metrics = metrics
    return .init(
      mostPairs: mostPairs, tolerance: AttributionMethod.tolerance,
      judged: metrics.indices.filter { !metrics[$0].isYear })
  }

  private func coalitionGame(jobs: Int) -> CoalitionGame {
    let recorder = MetricRecorder(space.blueprint)
    let metrics = metrics
    let ensemble = Ensemble(space, recording: recorder.rows)
    let width = metrics.count + space.blueprint.years.count
    return CoalitionGame(
      players: coalitions, metrics: width, paired: metrics.count, order: countingOrder
    ) { count, coalition, consume in
      try await ensemble.run(
        0..<count, jobs: jobs, values: { variant(coalition($0)) },
        measure: { result in
          recorder.measure(result).map { found in
            metrics.map { $0.value(found, emissionYears: recorder.years) }
              + result.series(0).map { -$0 }
          }
        },
        consume: { range, results in
          var values: [[Double]] = []
          for (place, result) in zip(range, results) {
            switch result {
            case .success(let numbers): values.append(numbers)
            case .failure(let fault): throw explain(fault, coalition(place))
            }
          }
          try consume(range.lowerBound, values)
        })
    }
  }

  /// The players in an order in which most combinations differ from the one before in nothing that
  /// large sectors read, so that the engine need not compute these again.
  ///
  /// The variants of a batch may differ as they like, so the levers that change most come first, as many
  /// as a batch holds combinations of; then those that change supply alone.
  var countingOrder: [Int] {
    let weights = players.map { player in
      player.switches.reduce(0) { sum, position in
        guard case .level(let lever) = space.axes[position.axis] else { return sum }
        return sum + space.blueprint.sectors(changedBy: lever).reduce(0) { $0 + $1.weight }
      }
    }
    let ascending = players.indices.sorted { (weights[$0], $0) < (weights[$1], $1) }
    let inBatch = min(3, ascending.count)
    return ascending.suffix(inBatch) + ascending.dropLast(inBatch)
  }

  /// The fewest of the levers that are impossible, and what would help.
  private func explain(_ fault: VariantFault, _ coalition: Int) -> ImpossibleCombination {
    func faultOf(_ coalition: Int) -> VariantFault? {
      Trajectory(space, variant: variant(coalition)).fault
    }
    var fewest = coalition
    var reason = fault
    for place in players.indices where fewest >> place & 1 == 1 {
      let without = fewest & ~(1 << place)
      if let still = faultOf(without) { (fewest, reason) = (without, still) }
    }
    let helping = players.indices.filter {
      fewest >> $0 & 1 == 0 && faultOf(fewest | 1 << $0) == nil
    }
    return ImpossibleCombination(
      pulled: players.indices.filter { fewest >> $0 & 1 == 1 }.map { players[$0].identity.id },
      companions: helping.map { players[$0].identity.id }, fault: reason)
  }
}

extension Sector {
  /// What it takes to compute the sector, roughly.
  fileprivate var weight: Int {
    switch self {
    case .energy, .waste, .sinks: 0
    case .industry: 1
    case .transport: 2
    case .buildings: 4
    }
  }
}

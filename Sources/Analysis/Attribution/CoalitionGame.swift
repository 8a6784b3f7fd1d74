import Diagnostics

/// A game of players: what every coalition reaches on a number of metrics, for whoever asks.
package struct CoalitionGame: Sendable {
  /// Takes the values of consecutive coalitions: the place of the first, and their numbers.
  package typealias Consumer = (Int, [[Double]]) throws -> Void

  /// Who they are.
  package let players: Players
  /// How many numbers a coalition has.
  package let metrics: Int
  /// Of how many of them, the first ones, interactions are wanted.
  package let paired: Int
  /// The players, from the one that joins and leaves most often while every coalition is evaluated.
  private let order: [Int]
  /// Evaluates so many coalitions, each named by its place, and hands the numbers on in order.
  private let evaluate:
    @Sendable (Int, @escaping @Sendable (Int) -> Int, Consumer) async throws -> Void

  /// Makes a game; see the properties of the same names.
  package init(
    players: Players, metrics: Int, paired: Int, order: [Int]? = nil,
    evaluate:
      @escaping @Sendable (Int, @escaping @Sendable (Int) -> Int, Consumer) async throws -> Void
  ) {
    self.players = players
    self.metrics = metrics
    self.paired = paired
    self.order = order ?? Array(0..<players.count)
    defect(
      unless: self.order.sorted() == Array(0..<players.count),
      "an order that is none of the players")
    self.evaluate = evaluate
  }

  /// The attribution over every coalition: 2ⁿ evaluations.
  ///
  /// - Parameter progress: Is told how many coalitions are evaluated so far.
  /// - Returns: Exact values.
  /// - Throws: What the evaluation throws.
  package func exactAttribution(
    progress: (Int) -> Void = { _ in }
  ) async throws -> Attribution {
    var exact = ExactAttribution(players, metrics: metrics, paired: paired)
    let order = order
    try await evaluate(
      1 << players.count, { Self.coalition($0, order) },
      { first, values in
        for (place, numbers) in values.enumerated() {
          exact.add(Self.coalition(first + place, order), numbers)
        }
        progress(first + values.count)
      })
    return exact.result()
  }

  /// The coalition of a place in the count through all, whose lowest digit is the first of an order.
  private static func coalition(_ place: Int, _ order: [Int]) -> Int {
    var coalition = 0
    for (digit, player) in order.enumerated() { coalition |= (place >> digit & 1) << player }
    return coalition
  }

  /// When to stop drawing orders.
  package struct StoppingRule: Hashable, Sendable {
    /// The most pairs of an order and its reverse.
    package var mostPairs: Int
    /// The standard error that is small enough, as a part of the whole of its metric.
    package var tolerance: Double
    /// The metrics that must be known so well.
    package var judged: [Int]

    /// Makes a rule; see the properties of the same names.
    package init(mostPairs: Int, tolerance: Double, judged: [Int]) {
      self.mostPairs = mostPairs
      self.tolerance = tolerance
      self.judged = judged
    }
  }

  /// The pairs between two looks at the standard errors.
  private static let round = 32

  /// The attribution estimated from random orders, each with its reverse.
  ///
  /// The parts sum to the whole whatever the sample, as along every order they do. Two samples are
  /// drawn: orders of all players for Shapley values and interactions, of whole groups for Owen values.
  ///
  /// Source: Castro, Gómez and Tejada (2009), Computers & Operations Research 36:1726; Mitchell et al.
  /// (2022), Journal of Machine Learning Research 23:43, for reversed orders.
  ///
  /// - Parameters:
  ///   - seed: What the orders follow from.
  ///   - rule: When to stop.
  ///   - progress: Is told how many coalitions are evaluated so far.
  /// - Returns: The estimates with their standard errors.
  /// - Throws: What the evaluation throws.
  package func sampledAttribution(
    seed: UInt64, until rule: StoppingRule, progress: (Int) -> Void = { _ in }
  ) async throws -> Attribution {
    var margins = Margins(players, metrics: metrics, paired: paired)
    let ends = margins.coalitions
    try await evaluate(
      ends.count, { ends[$0] },
      { first, values in
        for (place, numbers) in values.enumerated() { margins.keep(ends[first + place], numbers) }
      })
    let none = margins.value(0)
    let all = margins.value(players.all)
    var evaluated = ends.count
    var drawn: [(parts: RunningMoments, pairs: RunningMoments)] = []
    for keepsGroups in [false, true] {
      let sampling = OrderSampling(players: players, seed: seed, keepsGroups: keepsGroups)
      let found = try await draw(
        sampling, none: none, all: all, until: rule, after: evaluated, progress)
      evaluated = found.evaluated
      drawn.append((found.parts, found.pairs))
    }
    return margins.attribution(
      .sampled(pairs: drawn[0].parts.counts.max() ?? 0),
      shapley: Estimates(drawn[0].parts, players: players.count),
      owen: Estimates(drawn[1].parts, players: players.count),
      pairs: Estimates(drawn[0].pairs, players: players.count * players.count))
  }

  /// The most coalitions that are evaluated for a sampled attribution.
  func mostEvaluations(until rule: StoppingRule) -> Int {
    let each = [false, true].map {
      OrderSampling(players: players, seed: 0, keepsGroups: $0).coalitionCount
    }
    let ends = Margins(players, metrics: metrics, paired: paired).coalitions.count
    return ends + rule.mostPairs * each.reduce(0, +)
  }

  private func draw(
    _ sampling: OrderSampling, none: [Double], all: [Double], until rule: StoppingRule,
    after evaluated: Int, _ progress: (Int) -> Void
  ) async throws -> (parts: RunningMoments, pairs: RunningMoments, evaluated: Int) {
    var moments = RunningMoments(
      rows: players.count + players.groups.count, metrics: metrics)
    var neighbours = RunningMoments(rows: players.count * players.count, metrics: paired)
    let size = sampling.coalitionCount
    var first = 0
    var evaluated = evaluated
    while first < rule.mostPairs, !isEnough(moments, none: none, all: all, rule) {
      let pairs = first..<min(first + Self.round, rule.mostPairs)
      let coalitions = pairs.flatMap { sampling.coalitions($0) }
      var values: [[Double]] = []
      try await evaluate(
        coalitions.count, { coalitions[$0] },
        {
          values += $1
          progress(evaluated + values.count)
        })
      evaluated += values.count
      for (place, pair) in pairs.enumerated() {
        let own = Array(values[(place * size)..<((place + 1) * size)])
        let gains = sampling.gains(pair, own, none: none, all: all)
        for (row, sample) in (gains + sampling.groupSums(gains)).enumerated() {
          moments.add(sample, to: row)
        }
        for found in sampling.interactions(pair, own, none: none, all: all) {
          neighbours.add(found.numbers, to: players.row(found.first, found.second))
        }
      }
      first = pairs.upperBound
    }
    return (moments, neighbours, evaluated)
  }

  private func isEnough(
    _ moments: RunningMoments, none: [Double], all: [Double], _ rule: StoppingRule
  ) -> Bool {
    guard (moments.counts.min() ?? 0) >= 2 * Self.round else { return false }
    let errors = moments.errors.prefix(players.count)
    return rule.judged.allSatisfy { metric in
      let whole = abs(all[metric] - none[metric])
      return errors.allSatisfy { $0[metric] <= rule.tolerance * whole }
    }
  }
}

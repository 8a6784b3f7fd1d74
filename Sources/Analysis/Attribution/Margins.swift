/// Values of the players with their standard errors, and those of the sums of groups.
struct Estimates: Sendable {
  let values: [[Double]]
  let errors: [[Double]]
  let groupErrors: [[Double]]

  /// Values that are exact.
  init(exact values: [[Double]], groups: Int = 0) {
    self.values = values
    errors = values.map { $0.map { _ in 0 } }
    groupErrors = Array(repeating: errors.first ?? [], count: groups)
  }

  /// The means of samples, the players' first, then the groups'.
  ///
  /// Where there is no sample there is no number.
  init(_ moments: RunningMoments, players: Int) {
    let all = moments.errors
    values = zip(moments.counts, moments.means).prefix(players).map { count, means in
      count > 0 ? means : means.map { _ in .nan }
    }
    errors = Array(all.prefix(players))
    groupErrors = Array(all.dropFirst(players))
  }
}

/// The values of the coalitions at both ends: few players, or nearly all.
struct Margins: Sendable {
  private let players: Players
  private let metrics: Int
  private let paired: Int
  private let wanted: Set<Int>
  private var values: [Int: [Double]] = [:]

  init(_ players: Players, metrics: Int, paired: Int) {
    self.players = players
    self.metrics = metrics
    self.paired = paired
    var parts = players.groups.indices.map(players.mask) + [0]
    for player in 0..<players.count {
      parts.append(1 << player)
      for other in 0..<player { parts.append(1 << player | 1 << other) }
    }
    let all = players.all
    wanted = Set(parts + parts.map { all & ~$0 })
  }

  /// The coalitions whose values are needed, in order.
  var coalitions: [Int] { wanted.sorted() }

  /// Keeps the values of a coalition if they are needed.
  mutating func keep(_ coalition: Int, _ values: [Double]) {
    if wanted.contains(coalition) { self.values[coalition] = values }
  }

  /// The values of a coalition that was kept.
  func value(_ coalition: Int) -> [Double] {
    values[coalition] ?? Array(repeating: .nan, count: metrics)
  }

  /// What a set of players does alone.
  private func first(_ part: Int) -> [Double] { difference(value(part), value(0)) }

  /// What is lost without it.
  private func last(_ part: Int) -> [Double] {
    difference(value(players.all), value(players.all & ~part))
  }

  /// v(T ∪ {i, j}) − v(T ∪ {i}) − v(T ∪ {j}) + v(T), with T the others given.
  private func second(_ first: Int, _ second: Int, with others: Int) -> [Double] {
    let both = value(others | 1 << first | 1 << second)
    let one = value(others | 1 << first)
    let other = value(others | 1 << second)
    let none = value(others)
    return (0..<paired).map { both[$0] - one[$0] - (other[$0] - none[$0]) }
  }

  private func difference(_ a: [Double], _ b: [Double]) -> [Double] { zip(a, b).map { $0 - $1 } }

  /// Sets the values that are shared beside those at both ends.
  func attribution(
    _ method: Attribution.Method, shapley: Estimates, owen: Estimates, pairs: Estimates
  ) -> Attribution {
    let groups = players.groups.indices.map(players.mask)
    let single = (0..<players.count).map { 1 << $0 }
    return Attribution(
      method: method, base: value(0), whole: first(players.all), shapley: shapley.values,
      owen: owen.values, shapleyErrors: shapley.errors, owenErrors: owen.errors,
      groupShapleyErrors: shapley.groupErrors, groupOwenErrors: owen.groupErrors,
      firstIn: single.map(first),
      lastOut: single.map(last), groupFirstIn: groups.map(first), groupLastOut: groups.map(last),
      interactions: interactions(pairs))
  }

  private func interactions(_ estimates: Estimates) -> [Attribution.Interaction] {
    players.pairs.map { a, b in
      let row = players.row(a, b)
      let isKnown = estimates.values[row].allSatisfy(\.isFinite)
      return Attribution.Interaction(
        players: [a, b], index: isKnown ? estimates.values[row] : nil,
        errors: estimates.errors[row], first: second(a, b, with: 0),
        last: second(a, b, with: players.all & ~(1 << a | 1 << b)))
    }
  }
}

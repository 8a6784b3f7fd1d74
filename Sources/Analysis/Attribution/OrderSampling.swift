import Solvers

/// Orders of the players, each with its reverse.
///
/// The order of a pair follows from the seed and the pair's number alone.
struct OrderSampling: Sendable {
  let players: Players
  let seed: UInt64
  /// Whether the players of a group stand together.
  let keepsGroups: Bool

  /// The order of a pair; its reverse is the other.
  func order(_ pair: Int) -> [Int] {
    var random = RandomStream(
      seed: seed, stream: UInt64(2 * pair + (keepsGroups ? 1 : 0)), for: .orders)
    guard keepsGroups else { return (0..<players.count).shuffled(using: &random) }
    return players.groups.shuffled(using: &random).flatMap { $0.shuffled(using: &random) }
  }

  /// How many coalitions stand between none and all in one order.
  private var steps: Int { max(0, players.count - 1) }

  /// How many coalitions a pair asks for.
  var coalitionCount: Int { (keepsGroups ? 2 : 3) * steps }

  /// The coalitions that grow along an order, those along its reverse, and, where groups are not kept,
  /// those of the order with two neighbours swapped.
  func coalitions(_ pair: Int) -> [Int] {
    let order = order(pair)
    let grown = growth(order)
    let swapped = zip([0] + grown, order.dropFirst()).map { $0 | 1 << $1 }
    return grown + growth(order.reversed()) + (keepsGroups ? [] : swapped)
  }

  private func growth(_ order: some Collection<Int>) -> [Int] {
    var coalition = 0
    return order.dropLast().map { player in
      coalition |= 1 << player
      return coalition
    }
  }

  /// What each player adds along an order and its reverse, on average.
  ///
  /// - Parameters:
  ///   - pair: The number of the pair.
  ///   - values: The values of ``coalitions(_:)``.
  ///   - none: The values of nobody.
  ///   - all: The values of all.
  /// - Returns: Numbers by player and metric.
  func gains(_ pair: Int, _ values: [[Double]], none: [Double], all: [Double]) -> [[Double]] {
    let order = order(pair)
    var gains = order.map { _ in none.map { _ in 0.0 } }
    for (walk, path) in [
      (order, values[..<steps]), (order.reversed(), values[steps..<(2 * steps)]),
    ] {
      for (player, step) in zip(walk, zip([none] + path, path + [all])) {
        for metric in none.indices {
          gains[player][metric] += 0.5 * (step.1[metric] - step.0[metric])
        }
      }
    }
    return gains
  }

  /// What neighbours of an order bring about beyond what each does alone, after those before them.
  ///
  /// Those before two neighbours are as likely any set as the interaction index weighs it.
  ///
  /// - Parameters:
  ///   - pair: The number of the pair.
  ///   - values: The values of ``coalitions(_:)``.
  ///   - none: The values of nobody.
  ///   - all: The values of all.
  /// - Returns: The two players, the lesser first, and δ on every metric.
  func interactions(
    _ pair: Int, _ values: [[Double]], none: [Double], all: [Double]
  ) -> [(first: Int, second: Int, numbers: [Double])] {
    guard !keepsGroups else { return [] }
    let order = order(pair)
    let path = [none] + values[..<steps] + [all]
    return (0..<steps).map { step in
      let i = order[step]
      let j = order[step + 1]
      let other = values[2 * steps + step]
      let numbers = none.indices.map { metric in
        path[step + 2][metric] - path[step + 1][metric] - (other[metric] - path[step][metric])
      }
      return (min(i, j), max(i, j), numbers)
    }
  }

  /// What the players of each group add together.
  func groupSums(_ gains: [[Double]]) -> [[Double]] {
    players.groups.map { members in
      (gains.first ?? []).indices.map { metric in members.reduce(0) { $0 + gains[$1][metric] } }
    }
  }
}

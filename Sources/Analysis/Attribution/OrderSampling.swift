import Glibc
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
    var random = RandomStream(seed: seed, stream: UInt64(2 * pair + (keepsGroups ? 1 : 0)))
    guard keepsGroups else { return (0..<players.count).shuffled(using: &random) }
    return players.groups.shuffled(using: &random).flatMap { $0.shuffled(using: &random) }
  }

  /// How many coalitions stand between none and all in an order and its reverse.
  var coalitionCount: Int { 2 * max(0, players.count - 1) }

  /// The coalitions that grow along an order, then those along its reverse.
  func coalitions(_ pair: Int) -> [Int] {
    let order = order(pair)
    return growth(order) + growth(order.reversed())
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
    let half = values.count / 2
    var gains = order.map { _ in none.map { _ in 0.0 } }
    for (steps, path) in [(order, values[..<half]), (order.reversed(), values[half...])] {
      for (player, step) in zip(steps, zip([none] + path, path + [all])) {
        for metric in none.indices {
          gains[player][metric] += 0.5 * (step.1[metric] - step.0[metric])
        }
      }
    }
    return gains
  }

  /// What the players of each group add together.
  func groupSums(_ gains: [[Double]]) -> [[Double]] {
    players.groups.map { members in
      (gains.first ?? []).indices.map { metric in members.reduce(0) { $0 + gains[$1][metric] } }
    }
  }
}

/// Mean and standard error of samples that come one after the other, by row and metric.
///
/// Source: Welford (1962), Technometrics 4:419.
struct RunningMoments: Sendable {
  private(set) var count = 0
  private(set) var means: [[Double]]
  private var squares: [[Double]]

  init(rows: Int, metrics: Int) {
    means = Array(repeating: Array(repeating: 0, count: metrics), count: rows)
    squares = means
  }

  mutating func add(_ sample: [[Double]]) {
    count += 1
    for row in sample.indices {
      for (metric, value) in sample[row].enumerated() {
        let distance = value - means[row][metric]
        means[row][metric] += distance / Double(count)
        squares[row][metric] += distance * (value - means[row][metric])
      }
    }
  }

  /// The standard errors of the means; infinite for fewer than two samples.
  var errors: [[Double]] {
    guard count > 1 else { return means.map { $0.map { _ in .infinity } } }
    let divisor = Double(count) * Double(count - 1)
    return squares.map { $0.map { sqrt($0 / divisor) } }
  }
}

import Analysis

/// The exact attribution of a game given by the value of each coalition, on one metric.
func attribution(of values: [Double], groupOf: [Int]) -> Attribution {
  attribution(of: values.map { [$0] }, groupOf: groupOf)
}

/// The exact attribution of a game given by the values of each coalition.
func attribution(of values: [[Double]], groupOf: [Int]) -> Attribution {
  let metrics = values[0].count
  var exact = ExactAttribution(Players(groupOf: groupOf), metrics: metrics, paired: metrics)
  for (coalition, numbers) in values.enumerated() { exact.add(coalition, numbers) }
  return exact.result()
}

/// A game whose values are given by a function of the coalition, for estimates of it.
func game(
  groupOf: [Int], metrics: Int = 1, order: [Int]? = nil,
  values: @escaping @Sendable (Int) -> [Double]
) -> CoalitionGame {
  CoalitionGame(
    players: Players(groupOf: groupOf), metrics: metrics, paired: metrics, order: order
  ) { count, coalition, consume in
    for first in stride(from: 0, to: count, by: 7) {
      try consume(first, (first..<min(first + 7, count)).map { values(coalition($0)) })
    }
  }
}

/// All orders of some things.
func orders<Element>(_ elements: [Element]) -> [[Element]] {
  guard !elements.isEmpty else { return [[]] }
  return elements.indices.flatMap { place in
    var rest = elements
    let first = rest.remove(at: place)
    return orders(rest).map { [first] + $0 }
  }
}

/// What each player adds, averaged over orders: the definition, as it is read aloud.
func averageGains(_ values: [Double], over orders: [[Int]]) -> [Double] {
  var sums = orders[0].map { _ in 0.0 }
  for order in orders {
    var coalition = 0
    for player in order {
      sums[player] += values[coalition | 1 << player] - values[coalition]
      coalition |= 1 << player
    }
  }
  return sums.map { $0 / Double(orders.count) }
}

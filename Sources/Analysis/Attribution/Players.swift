/// Who shares what all bring about together, and who belongs to which group.
///
/// A coalition is a mask: bit k is set where player k is in it.
package struct Players: Hashable, Sendable {
  /// How many there are.
  package let count: Int
  /// The players of each group; every player is in exactly one.
  package let groups: [[Int]]
  /// The group of each player.
  package let groupOf: [Int]

  /// Names the players.
  ///
  /// - Parameter groupOf: The group of each player, numbered from 0 without gaps.
  package init(groupOf: [Int]) {
    count = groupOf.count
    groups = (0..<((groupOf.max() ?? -1) + 1)).map { group in
      groupOf.indices.filter { groupOf[$0] == group }
    }
    self.groupOf = groupOf
  }

  /// The coalition of all.
  var all: Int { (1 << count) - 1 }

  /// Every two players, the lesser first.
  var pairs: [(Int, Int)] {
    (0..<count).flatMap { a in ((a + 1)..<max(a + 1, count)).map { (a, $0) } }
  }

  /// The row of two players in tables of pairs, the lesser first.
  func row(_ first: Int, _ second: Int) -> Int { first * count + second }

  /// The coalition of a group.
  func mask(_ group: Int) -> Int { groups[group].reduce(0) { $0 | 1 << $1 } }
}

/// s! (n − 1 − s)! / n!: how often, among all orders of n players, exactly the s of a given
/// coalition come before a given player.
///
/// - Parameter count: n, at least 1.
/// - Returns: The weights of s = 0 … n − 1.
func orderWeights(_ count: Int) -> [Double] {
  // w(0) = 1/n, w(s) = w(s − 1) · s / (n − s)
  var weights = [1 / Double(max(1, count))]
  for size in stride(from: 1, to: count, by: 1) {
    weights.append(weights[size - 1] * Double(size) / Double(count - size))
  }
  return weights
}

import Solvers

/// The test of Mann and Kendall: whether the values of a series tend to rise or fall with time.
///
/// ```
/// S = Σ_{i<j} sign(x_j − x_i)
/// var S = (n(n−1)(2n+5) − Σ_ties t(t−1)(2t+5)) / 18
/// z = (S − sign S) / √(var S)
/// ```
///
/// Only the order of the observations counts, so gaps between their years change nothing. Values
/// closer than one part in 10⁹ of the largest magnitude count as equal, as in ``Peak``.
///
/// Source: H. B. Mann, *Nonparametric tests against trend*, Econometrica 13 (1945) 245–259;
/// M. G. Kendall, *Rank Correlation Methods*, 4th ed., London 1975.
public struct MannKendall: Sendable, Hashable {
  /// The longest series whose probability is exact.
  package static let longestExact = 10

  /// The number of observations.
  public let count: Int
  /// The pairs that rise less the pairs that fall.
  public let score: Int
  /// The variance of ``score`` where nothing changes with time, corrected for ties.
  package let variance: Double
  /// The score in standard deviations, brought nearer to zero by one half step; 0 without variance.
  public let z: Double
  /// The two-sided probability of a score as far from zero, by the normal approximation of ``z``.
  package let normalProbability: Double
  /// The two-sided probability of a score as far from zero, counted over all orders of the same
  /// values; none above ``longestExact`` observations.
  ///
  /// With ties the orders are those of the tied values (the distribution given the ties): their
  /// number of inversions has the q-multinomial coefficient as its generating function.
  public let exactProbability: Double?

  /// The two-sided probability: exact for ten observations or fewer, else approximately normal.
  package var probability: Double { exactProbability ?? normalProbability }

  /// Tests a series.
  ///
  /// Edge cases: one observation, or only equal ones, have score 0 and probability 1.
  ///
  /// - Parameter values: Finite values in the order of time; none gives no test.
  package init?(_ values: [Double]) {
    guard !values.isEmpty else { return nil }
    let ranks = Ranks(values)
    let score = ranks.score
    self.count = values.count
    self.score = score
    variance = Self.variance(count: count, ties: ranks.groupSizes)
    z = variance > 0 ? Double(score - score.signum()) / variance.squareRoot() : 0
    normalProbability = min(1, 2 * standardNormalUpperTail(abs(z)))
    exactProbability =
      count <= Self.longestExact ? Self.exact(score: score, ties: ranks.groupSizes) : nil
  }

  private static func variance(count: Int, ties: [Int]) -> Double {
    func term(_ n: Int) -> Int { n * (n - 1) * (2 * n + 5) }
    return Double(term(count) - ties.reduce(0) { $0 + term($1) }) / 18
  }

  /// The share of orders whose score is at least as far from zero.
  private static func exact(score: Int, ties: [Int]) -> Double {
    let orders = inversionCounts(ofGroups: ties)
    let untiedPairs = orders.count - 1
    let asFar = orders.indices.filter { abs(untiedPairs - 2 * $0) >= abs(score) }
    return Double(asFar.reduce(0) { $0 + orders[$1] }) / Double(orders.reduce(0, +))
  }

  /// How many orders of a multiset have 0, 1, 2, … pairs that fall.
  ///
  /// ```
  /// Σ_k counts[k] q^k = Π_{i=1…n} (1 − q^i) / Π_groups Π_{i=1…t} (1 − q^i)
  /// ```
  ///
  /// Source: R. P. Stanley, *Enumerative Combinatorics* I, 2nd ed., Cambridge 2012, §1.7.
  ///
  /// - Parameter sizes: How often each value occurs; at most 20 in all, as the counts are exact.
  /// - Returns: The counts, from no falling pair to as many as there are.
  static func inversionCounts(ofGroups sizes: [Int]) -> [Int] {
    var counts = [1]
    var placed = 0
    for size in sizes {
      for member in stride(from: 1, through: size, by: 1) {
        placed += 1
        counts += [Int](repeating: 0, count: placed)
        for k in counts.indices.dropFirst(placed).reversed() { counts[k] -= counts[k - placed] }
        for k in counts.indices.dropFirst(member) { counts[k] += counts[k - member] }
        counts.removeLast(member)
      }
    }
    return counts
  }
}

/// The values of a series by their order, equal ones together.
private struct Ranks {
  /// The place of each value among the different values.
  private let ranks: [Int]
  /// How many values share each place.
  let groupSizes: [Int]

  init(_ values: [Double]) {
    let grain = 1e-9 * (values.map(abs).max() ?? 0)
    var ranks = [Int](repeating: 0, count: values.count)
    var sizes: [Int] = []
    var groupStart = -Double.infinity
    for index in values.indices.sorted(by: { values[$0] < values[$1] }) {
      if values[index] > groupStart + grain {
        groupStart = values[index]
        sizes.append(0)
      }
      ranks[index] = sizes.count - 1
      sizes[sizes.count - 1] += 1
    }
    self.ranks = ranks
    groupSizes = sizes
  }

  /// The pairs that rise less the pairs that fall.
  var score: Int {
    ranks.enumerated().reduce(0) { sum, entry in
      ranks[(entry.offset + 1)...].reduce(sum) { $0 + ($1 - entry.element).signum() }
    }
  }
}

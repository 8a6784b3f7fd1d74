import Diagnostics

/// Shapley and Owen values and the interactions of pairs, from the values of every coalition.
///
/// ```text
/// φ(i) = Σ_{S ⊆ N∖{i}} w(|S|) · (v(S ∪ {i}) − v(S)),   w(s) = s! (n − 1 − s)! / n!
///      = Σ_{S ∋ i} (w(s − 1) + w(s)) · v(S) − Σ_S w(s) · v(S)
/// ```
///
/// The second form takes every coalition once, as it comes, and keeps no more than a sum for each
/// player and metric. Sums are compensated, so that over a million coalitions the parts still add up
/// to the whole to the last digits.
package struct ExactAttribution: Sendable {
  private let players: Players
  private let metrics: Int
  private let weights: [Double]
  private var count = 0
  private var base: [SIMD8<Double>] = []
  private var common: CompensatedSums
  private var members: CompensatedSums
  private var owen: OwenSums
  private var pairs: PairSums
  private var margins: Margins

  /// Prepares sums of zero.
  ///
  /// - Parameters:
  ///   - players: Who they are.
  ///   - metrics: How many numbers a coalition has.
  ///   - paired: Of how many of them, the first ones, interactions are wanted.
  package init(_ players: Players, metrics: Int, paired: Int) {
    self.players = players
    self.metrics = metrics
    weights = orderWeights(players.count)
    let width = (metrics + 7) / 8
    common = CompensatedSums(count: 1, width: width)
    members = CompensatedSums(count: players.count, width: width)
    owen = OwenSums(players, width: width)
    pairs = PairSums(players.count, metrics: paired)
    margins = Margins(players, metrics: metrics, paired: paired)
  }

  /// Takes the values of a coalition.
  ///
  /// Each comes once, nobody first and the rest in any order, which is that of the sums.
  package mutating func add(_ coalition: Int, _ values: [Double]) {
    defect(
      unless: (coalition == 0) == (count == 0) && values.count == metrics,
      "coalitions begin with nobody, each with a value for every metric")
    count += 1
    margins.keep(coalition, values)
    let packed = packed(values)
    if coalition == 0 { base = packed }
    let gains = zip(packed, base).map { $0 - $1 }
    let size = coalition.nonzeroBitCount
    let without = size < players.count ? weights[size] : 0
    let with = size > 0 ? weights[size - 1] : 0
    common.add(gains, times: without, to: 0)
    let inside = (0..<players.count).filter { coalition >> $0 & 1 == 1 }
    for player in inside { members.add(gains, times: with + without, to: player) }
    owen.add(gains, of: coalition)
    pairs.add(gains, of: inside)
  }

  /// What all coalitions say; every one must have been added.
  package func result() -> Attribution {
    defect(unless: count == 1 << players.count, "every coalition once")
    let rest = common.numbers(0, count: metrics)
    let shapley = (0..<players.count).map { player in
      zip(members.numbers(player, count: metrics), rest).map { $0 - $1 }
    }
    let groups = players.groups.count
    return margins.attribution(
      .exact, shapley: Estimates(exact: shapley, groups: groups),
      owen: Estimates(exact: owen.values(count: metrics), groups: groups),
      pairs: Estimates(exact: pairs.indices()))
  }
}

/// Sums for Owen values.
///
/// ```text
/// φ(i) = Σ_H Σ_T w_m(|H|) · w_b(|T|) · (v(H ∪ T ∪ {i}) − v(H ∪ T))
/// ```
///
/// H is any set of whole other groups of the m there are, T any part of the player's own group of b.
private struct OwenSums: Sendable {
  private let players: Players
  private let masks: [Int]
  private let groupWeights: [Double]
  private let memberWeights: [[Double]]
  private var sums: CompensatedSums

  init(_ players: Players, width: Int) {
    self.players = players
    masks = players.groups.indices.map(players.mask)
    groupWeights = orderWeights(players.groups.count)
    memberWeights = players.groups.map { orderWeights($0.count) }
    sums = CompensatedSums(count: players.count, width: width)
  }

  mutating func add(_ gains: [SIMD8<Double>], of coalition: Int) {
    var (whole, partial): (Int, Int?) = (0, nil)
    for (group, mask) in masks.enumerated() where coalition & mask != 0 {
      if coalition & mask == mask {
        whole += 1
      } else {
        guard partial == nil else { return }
        partial = group
      }
    }
    for group in partial.map({ $0..<($0 + 1) }) ?? players.groups.indices {
      let inside = (coalition & masks[group]).nonzeroBitCount
      let others = partial == nil && inside > 0 ? whole - 1 : whole
      for player in players.groups[group] {
        let isInside = coalition >> player & 1 == 1
        let weight =
          groupWeights[others] * memberWeights[group][isInside ? inside - 1 : inside]
        sums.add(gains, times: isInside ? weight : -weight, to: player)
      }
    }
  }

  func values(count: Int) -> [[Double]] {
    (0..<players.count).map { sums.numbers($0, count: count) }
  }
}

/// Sums for the interaction index of pairs, with p(s) = s! (n − s − 2)! / (n − 1)!.
///
/// ```text
/// I(i, j) = Σ_{T ∋ i, j} (p(t−2) + 2p(t−1) + p(t)) · v(T) − S(i) − S(j) + Σ_T p(t) · v(T)
/// S(i) = Σ_{T ∋ i} (p(t−1) + p(t)) · v(T)
/// ```
private struct PairSums: Sendable {
  private let count: Int
  private let metrics: Int
  private let weights: [Double]
  private var common: CompensatedSums
  private var singles: CompensatedSums
  private var both: CompensatedSums

  init(_ count: Int, metrics: Int) {
    self.count = count
    self.metrics = metrics
    weights = count > 1 ? [0, 0] + orderWeights(count - 1) + [0, 0] : []
    let width = (metrics + 7) / 8
    common = CompensatedSums(count: 1, width: width)
    singles = CompensatedSums(count: count, width: width)
    both = CompensatedSums(count: count * count, width: width)
  }

  /// p(size − before); zero where no such set of others exists.
  private func weight(_ size: Int, _ before: Int) -> Double { weights[size - before + 2] }

  mutating func add(_ gains: [SIMD8<Double>], of inside: [Int]) {
    guard count > 1 else { return }
    let size = inside.count
    let none = weight(size, 0)
    let one = weight(size, 1)
    let two = weight(size, 2)
    common.add(gains, times: none, to: 0)
    for (place, player) in inside.enumerated() {
      singles.add(gains, times: one + none, to: player)
      for other in inside[(place + 1)...] {
        both.add(gains, times: two + 2 * one + none, to: player * count + other)
      }
    }
  }

  /// The index of each pair, by the first player and the second.
  func indices() -> [[Double]] {
    let rest = common.numbers(0, count: metrics)
    let singles = (0..<count).map { self.singles.numbers($0, count: metrics) }
    return (0..<count).flatMap { first in
      (0..<count).map { second in
        let both = both.numbers(first * count + second, count: metrics)
        return rest.indices.map {
          both[$0] - singles[first][$0] - singles[second][$0] + rest[$0]
        }
      }
    }
  }
}

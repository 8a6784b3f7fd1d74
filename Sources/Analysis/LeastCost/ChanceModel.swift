import CityModel
import Solvers

/// How likely portfolios meet conditions, told from the same draws for all of them.
///
/// ```text
/// P(h(x, ω) ≤ 0) ≥ p   ⇔   h₍ₖ₎(x) ≤ 0,   k = ⌈p N⌉
/// ```
///
/// with h the worst miss of a condition in a draw and h₍ₖ₎ the k-th least of N draws. The probability
/// is a step function of the portfolio; the k-th least miss is continuous, and at most 0 just where
/// the probability is reached. With common random numbers two portfolios differ by what they do, not
/// by luck.
struct ChanceModel: Sendable {
  /// What is uncertain but set by the portfolio instead of being drawn.
  let held: [String]
  private let chances: [Chance]
  var model: BackcastModel
  /// The drawn values of what remains, by draw.
  private(set) var draws: [[Double]]

  init(
    _ blueprint: Blueprint, _ chances: [Chance], _ handles: [BackcastHandle],
    current: [Double], draws: Int, seed: UInt64, jobs: Int,
    counted: @escaping @Sendable (Int) -> Void
  ) throws(UncertaintyError) {
    let sample = try UncertainSample(blueprint, count: draws, seed: seed)
    let set = Set(handles.map(\.path))
    let drawn = sample.space.axes.map { $0.without(set) }
    let kept = drawn.indices.filter { drawn[$0] != nil }
    guard !kept.isEmpty else { throw .nothingUncertain }
    let space = try UncertainInputs.space(
      blueprint, drawn.compactMap(\.self) + handles.map(\.axis),
      kept.map { sample.space.openings[$0] } + handles.map { _ in nil })
    held = sample.space.axes.flatMap(\.members).map(\.path).filter(set.contains)
    self.chances = chances
    self.draws = (0..<draws).map { draw in
      let values = sample.values(draw)
      return kept.map { values[$0] }
    }
    model = BackcastModel(
      space, box: [], conditions: chances.map(\.aim), start: (self.draws.first ?? []) + current,
      jobs: jobs, counted: counted)
  }

  /// The same told from the first of the draws, at least some of them.
  func with(draws count: Int) -> Self {
    var model = self
    model.draws = Array(draws.prefix(count))
    return model
  }

  /// The k-th least miss of each condition at settings of the handles, in their order.
  func misses(_ settings: [[Double]]) async throws -> [[Double]] {
    try await excesses(settings).map { byChance in
      zip(byChance, chances).map { excesses, chance in
        excesses.sorted()[place(of: chance.share)]
      }
    }
  }

  /// In what share of the draws each condition is met.
  func shares(_ setting: [Double]) async throws -> [Double] {
    try await excesses([setting]).first?.map { excesses in
      Double(excesses.count { $0 <= 0 }) / Double(draws.count)
    } ?? []
  }

  /// The place of the k-th least.
  private func place(of share: Double) -> Int {
    let rank = (share * Double(draws.count) - 1e-9).rounded(.up)
    return min(draws.count - 1, max(0, Int(rank) - 1))
  }

  /// The misses by setting, condition and draw.
  private func excesses(_ settings: [[Double]]) async throws -> [[[Double]]] {
    let conditions = chances.indices
    let found = try await model.points(settings.flatMap { setting in draws.map { $0 + setting } }) {
      point in conditions.map { point.excess(of: $0) }
    }
    return settings.indices.map { setting in
      let rows = found[setting * draws.count..<(setting + 1) * draws.count]
      return conditions.map { condition in rows.map { $0[condition] } }
    }
  }
}

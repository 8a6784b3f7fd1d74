/// The game of parts that claim more than there is: a coalition is sure of what is left when all others
/// have taken what they claim.
///
/// ```text
/// v(S) = max(0, T − Σ_{j ∉ S} E(j))
/// φ(i) = Σ_{S ⊆ N∖{i}} s! (n − 1 − s)! / n! · (v(S ∪ {i}) − v(S))
/// ```
///
/// The Shapley value φ is what a part gets on average if all come in every order and each takes what it
/// claims as long as there is some. So 0 ≤ φ(i) ≤ E(i), Σφ = T, and who claims more gets no less.
///
/// Source: O'Neill (1982), Mathematical Social Sciences 2:345; Aumann and Maschler (1985), Journal of
/// Economic Theory 36:195; for carbon budgets Giménez-Gómez, Teixidó-Figueras and Vilella (2016),
/// Climatic Change 136:693.
enum ClaimsGame {
  /// The most parts: every coalition is evaluated, 2ⁿ of them.
  static let mostParts = 20

  /// The Shapley value of each.
  ///
  /// - Parameters:
  ///   - claims: What each claims, none below 0; at most ``mostParts``.
  ///   - amount: What there is, at most all that is claimed.
  /// - Returns: None below 0 but for rounding; together the amount.
  static func shapley(_ claims: [Double], of amount: Double) -> [Double] {
    var exact = ExactAttribution(
      Players(groupOf: Array(claims.indices)), metrics: 1, paired: 0)
    let all = claims.reduce(0, +)
    for coalition in 0..<(1 << claims.count) {
      let own = claims.indices.filter { coalition >> $0 & 1 == 1 }.map { claims[$0] }
      exact.add(coalition, [max(0, amount - (all - own.reduce(0, +)))])
    }
    return exact.result().shapley.map { $0[0] }
  }
}

/// Shares a number of whole tonnes in proportion to claims, so that the parts sum to it exactly.
///
/// ```text
/// q(i) = T · c(i) / Σc       the exact part
/// t(i) = ⌊q(i)⌋              and one more for those with the largest q(i) − ⌊q(i)⌋,
///                            as many as are left; the first of two alike comes first
/// ```
///
/// Two equal claims differ by one tonne at most.
///
/// Source: the method of the largest remainder (Hamilton); Balinski and Young (1982), Fair
/// Representation, chapter 3.
///
/// - Parameters:
///   - total: T, at least 0.
///   - claims: c, none below 0 and one above 0.
/// - Returns: As many numbers as there are claims, none below 0, whose sum is T.
func wholeTonnes(_ total: Int, by claims: [Double]) -> [Int] {
  let sum = claims.reduce(0, +)
  let exact = claims.map { Double(total) * ($0 / sum) }
  var tonnes = exact.map { Int($0.rounded(.down)) }
  let byRemainder = exact.indices.filter { claims[$0] > 0 }.sorted { one, two in
    let first = exact[one] - exact[one].rounded(.down)
    let second = exact[two] - exact[two].rounded(.down)
    return first == second ? one < two : first > second
  }
  var left = total - tonnes.reduce(0, +)
  // Rounding of the quotients alone can make more turns than one, or take a tonne back.
  while left > 0 {
    for place in byRemainder.prefix(left) { tonnes[place] += 1 }
    left = total - tonnes.reduce(0, +)
  }
  while left < 0 {
    let some = byRemainder.reversed().filter { tonnes[$0] > 0 }
    for place in some.prefix(-left) { tonnes[place] -= 1 }
    left = total - tonnes.reduce(0, +)
  }
  return tonnes
}

import Analysis
import CityModel
import Diagnostics

extension Trajectory {
  /// Scope 2 beside a total that counts scope 1 alone, as a line of its own; nothing where the total counts
  /// it or nothing is bought.
  var scopeTwoLine: Text? {
    let accounting = blueprint.scenario.accounting
    let values = total(accounting.scope2)
    guard !accounting.countsScope2, let first = values.first, let last = values.last,
      values.contains(where: { $0 != 0 })
    else { return nil }
    let (start, end) = (readableText(first), readableText(last))
    let (base, until) = (years.lowerBound, years.upperBound)
    let method = accounting.method
    return Text(
      "Not in the total: scope 2 (bought power and heat, \(method)), \(start) Mt CO2e in \(base), \(end) in \(until).",
      "总量之外：范围二（外购电力与热力，\(method)）\(base)年 \(start) Mt CO2e，\(until)年 \(end)。")
  }

  /// Which levers act on scope 2 where the total leaves it out; nothing where none does.
  var scopeTwoNote: Text? {
    let effects = scopeTwoEffects
    guard !effects.isEmpty else { return nil }
    let span = "\(years.lowerBound)–\(years.upperBound)"
    let parts = effects.prefix(6).map { effect in
      let (amount, isLess) = (readableText(abs(effect.avoided)), effect.avoided > 0)
      return Text(
        "\(effect.lever.name) \(isLess ? "−" : "+")\(amount)",
        "\(effect.lever.name) \(isLess ? "−" : "+")\(amount)")
    }
    return Text(
      "The total counts scope 1 alone: what levers do to bought power and heat is in none of these parts. Scope 2 of \(span) changes by, each as the last lever: \(parts.map(\.english).joined(separator: ", ")) Mt CO2e.",
      "总量仅含范围一，措施对外购电力与热力的作用不在上述各项之内。\(span)年范围二累计变化（各为最后实施）：\(parts.map(\.chinese).joined(separator: "，")) Mt CO2e。"
    )
  }
}

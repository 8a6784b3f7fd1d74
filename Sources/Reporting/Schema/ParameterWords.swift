import CityModel
import Diagnostics
import Quantities

extension Reading {
  /// The unit, in the model's writing and in a planner's.
  private var unitWords: Text {
    if basis == .any { return Text("Any unit", "任意单位") }
    if unit == "1", basis == .whole { return Text("A plain number or %", "无量纲数或 %") }
    let example = Unit.example(for: unit)
    let suchAs = Text(
      example.english == unit ? "" : " (or such as \(example))",
      example.chinese == unit ? "" : "（或如 \(example)）")
    let per =
      basis == .perNamedDriver ? Text(" per unit of `driver`", " 每单位 driver") : Text("", "")
    return Text(
      "Unit \(unit)\(per)\(suchAs)", "单位 \(unit)\(per)\(suchAs)")
  }

  /// The unit and the bounds.
  var words: Text {
    let (low, high) = (shortestText(bounds.lowerBound), shortestText(bounds.upperBound))
    return Text(
      "\(unitWords), from \(low) to \(high)", "\(unitWords)，\(low) 至 \(high)")
  }
}

extension GroupDeclaration {
  /// Which keys exclude each other, and whether the values sum to 1.
  var rules: Text? {
    var rules = alternatives.map { rule in
      rule.isRequired
        ? Text(
          "Exactly one of: \(rule.keys.joined(separator: ", "))",
          "须且只能写其一：\(rule.keys.joined(separator: "、"))")
        : Text(
          "At most one of: \(rule.keys.joined(separator: ", "))",
          "至多写其一：\(rule.keys.joined(separator: "、"))")
    }
    if fieldsSumToOne { rules.append(Text("The values sum to 1", "各值之和为 1")) }
    guard !rules.isEmpty else { return nil }
    return rules.joined(". ", "。")
  }
}

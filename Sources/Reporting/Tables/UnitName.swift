import Diagnostics

/// A unit as people read it: symbols stay, words are in their language.
///
/// - Parameter unit: The unit as tables for machines have it.
/// - Returns: The same unit; a number in it needs no conversion.
func unitName(_ unit: String) -> Text {
  if let known = wholeUnits[unit] { return Text(english: unit, chinese: known) }
  let parts = unit.split(separator: "/").map { unitParts[String($0)] ?? String($0) }
  return Text(english: unit, chinese: parts.joined(separator: "/"))
}

/// Units that are read as one.
private let wholeUnits = [
  "10^6 people": "百万人", "million": "百万", "million m2": "百万m2", "million people": "百万人",
  "million vehicles": "百万辆",
]

/// What stands on either side of a stroke.
private let unitParts = [
  "year": "年", "yr": "年", "billion CNY": "十亿元", "10^9 CNY": "十亿元", "MCNY": "百万元",
  "kCNY": "千元", "CNY": "元", "vehicle": "辆", "1000km": "千km", "person": "人", "pkm": "人km",
  "tkm": "t·km", "million m2": "百万m2", "million": "百万", "day": "日",
]

import Diagnostics

/// A unit as people read it: symbols stay, words are in their language.
///
/// - Parameter unit: The unit as tables for machines have it.
/// - Returns: The same unit; a number in it needs no conversion.
func unitName(_ unit: String) -> Text {
  let chinese =
    switch unit {
    case "year": "年"
    case "billion CNY", "10^9 CNY": "十亿元"
    case "10^6 people": "百万人"
    case "CNY/t CO2e": "元/t CO2e"
    case "CNY/GJ": "元/GJ"
    case "million m2": "百万m2"
    case "million": "百万"
    default: unit
    }
  return Text(unit, chinese)
}

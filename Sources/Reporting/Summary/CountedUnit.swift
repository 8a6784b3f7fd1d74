import Diagnostics

/// A unit of people or money as each language counts it: 亿元 and 万人 in Chinese.
struct CountedUnit {
  /// Its name in each language.
  let name: Text
  private let chineseFactor: Double

  /// The unit as tables for machines have it.
  init(_ unit: String) {
    switch unit {
    case "10^9 CNY", "billion CNY": (name, chineseFactor) = (Text(english: unit, chinese: "亿元"), 10)
    case "10^6 people": (name, chineseFactor) = (Text(english: unit, chinese: "万人"), 100)
    default: (name, chineseFactor) = (unitName(unit), 1)
    }
  }

  /// Money, which the model counts in 10⁹ yuan.
  static let money = Self("billion CNY")

  /// A number of it in the language's unit.
  func number(_ value: Double, _ language: Language) -> Double {
    language == .chinese ? value * chineseFactor : value
  }

  /// A number of it for people, without its name.
  func figure(_ value: Double, digits: Int = 3) -> Text {
    Text(
      english: readableText(number(value, .english), digits: digits),
      chinese: readableText(number(value, .chinese), digits: digits))
  }
}

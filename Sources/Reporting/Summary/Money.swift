import Diagnostics

/// Money [10⁹ yuan] as people count it: billions in English, 亿元 (10⁸) in Chinese.
struct Money {
  let billions: Double

  /// The unit people count in.
  static let unit = Text("billion CNY", "亿元")

  /// The number in that unit.
  func number(_ language: Language) -> Double { language == .chinese ? billions * 10 : billions }

  /// The number for people, without the unit.
  func figure(digits: Int = 3) -> Text {
    Text(
      readableText(number(.english), digits: digits), readableText(number(.chinese), digits: digits)
    )
  }
}

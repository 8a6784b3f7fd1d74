import Diagnostics

/// One of China's five-year plans: the 14th runs from 2021 to 2025.
struct FiveYearPlan: Hashable {
  /// Its number; the first is that of 1981 with five full years behind each other, the sixth.
  let number: Int

  /// The plan a year belongs to; nothing for years before plans came every five years.
  init?(year: Int) {
    guard year >= 1981 else { return nil }
    number = (year - 2021 + 40) / 5 + 6
  }

  /// First to last year.
  var years: ClosedRange<Int> {
    let first = 2021 + (number - 14) * 5
    return first...(first + 4)
  }

  /// What it is called, with its years.
  var name: Text {
    let span = "\(years.lowerBound)–\(years.upperBound)"
    return Text(
      "\(number)\(ordinalEnding) five-year plan, \(span)",
      "第\(Self.chinese(number))个五年规划，\(span)年")
  }

  private var ordinalEnding: String {
    switch (number % 10, number % 100) {
    case (_, 11...13): "th"
    case (1, _): "st"
    case (2, _): "nd"
    case (3, _): "rd"
    default: "th"
    }
  }

  /// A number below a hundred in Chinese: 十四, 二十, 二十一.
  private static func chinese(_ number: Int) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    let (tens, ones) = (number / 10, number % 10)
    guard tens > 0 else { return digits[ones] }
    return (tens > 1 ? digits[tens % 10] : "") + "十" + digits[ones]
  }
}

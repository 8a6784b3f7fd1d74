/// Observed GDP or people that differ from what drives the run, as files, tables and cities are told of
/// it: GDP at other prices or another count of people would make every figure per GDP or per person wrong
/// in silence.
public struct UnlikeDriver: Hashable, Sendable {
  /// How far the two may be apart, relative: later censuses move both by so much.
  public static let tolerance = 0.02

  /// The observed series, as the file calls it.
  public let observed: String
  /// The path of the driver.
  public let driver: String
  /// Whether it is GDP; people else.
  public let isProduct: Bool

  /// Makes a pair; see the properties of the same names.
  public init(_ observed: String, driver: String, isProduct: Bool) {
    self.observed = observed
    self.driver = driver
    self.isProduct = isProduct
  }

  /// Why the two may differ.
  public var reason: Text {
    isProduct
      ? Text("are they at different prices?", "是否为不同价格（现价与不变价）？")
      : Text("are they of the same people (permanent residents)?", "是否同为常住人口？")
  }

  /// What is said of a year in which they differ.
  ///
  /// - Parameters:
  ///   - year: The year.
  ///   - seen: The observed value, in the driver's unit of the model.
  ///   - value: The driver's value.
  /// - Returns: The message.
  public func message(in year: Int, observed seen: Double, driver value: Double) -> Text {
    let first = amount(seen)
    let second = amount(value)
    return Text(
      "'\(observed)' is \(first) in \(year), '\(driver)' \(second): \(reason)",
      "\(year) 年 '\(observed)' 为 \(first)，'\(driver)' 为 \(second)：\(reason)")
  }

  /// How to mend it; nothing is known to do for people.
  ///
  /// See ``message(in:observed:driver:)`` for what is given.
  public func help(in year: Int, observed seen: Double, driver value: Double) -> Text? {
    guard isProduct else { return nil }
    let ratio = readableText(value / seen, digits: 4)
    return Text(
      "give both at the prices of the base year; '\(observed)' times \(ratio) would agree in \(year)",
      "两者均用基准年不变价；'\(observed)' 乘以 \(ratio) 后在 \(year) 年一致")
  }

  private func amount(_ number: Double) -> Text {
    let unit = isProduct ? Text("billion yuan", "亿元") : Text("million people", "万人")
    let scale = isProduct ? 10.0 : 100.0
    return Text(
      "\(readableText(number, digits: 4)) \(unit)",
      "\(readableText(number * scale, digits: 4)) \(unit)")
  }
}

import Diagnostics

/// A power of ten that slips of units make: 千 (10³), 万 (10⁴), 千 twice or million (10⁶), 亿 (10⁸).
struct UnitSlip: Hashable, Sendable {
  /// The value times ten to this power would fit.
  let power: Int

  /// How far beyond what is known a value may lie before it is called unusual.
  static let slack = 1.5

  /// The slip that explains a value; none if it fits as it is, or would not fit by any.
  ///
  /// - Parameters:
  ///   - value: The value.
  ///   - fits: Whether a value is one that can be.
  init?(_ value: Double, where fits: (Double) -> Bool) {
    guard !fits(value) else { return nil }
    let found = [3, -3, 4, -4, 6, -6, 8, -8].first { fits(value * Self.powerOfTen($0)) }
    guard let found else { return nil }
    power = found
  }

  /// The slip that brings a value to another, with slack.
  init?(_ value: Double, against expected: Double) {
    guard value > 0, expected > 0 else { return nil }
    self.init(value) { (1 / Self.slack...Self.slack).contains($0 / expected) }
  }

  private static func powerOfTen(_ exponent: Int) -> Double {
    let power = (0..<abs(exponent)).reduce(1.0) { power, _ in power * 10 }
    return exponent < 0 ? 1 / power : power
  }

  /// What would fit, for people.
  var text: Text {
    let times = "10^\(abs(power))"
    return power > 0
      ? Text("\(times) times as much would fit: is a unit off?", "若放大 \(times) 倍则合理：单位是否有误？")
      : Text("1/\(times) of it would fit: is a unit off?", "若缩小 \(times) 倍则合理：单位是否有误？")
  }
}

import Diagnostics
import Tables

/// What the name of a column or a row says of the quantity in it.
struct MeasuredName {
  private let text: String
  private let unit: String?

  /// Reads a name.
  ///
  /// - Parameters:
  ///   - name: The name, its unit in brackets or not.
  ///   - unit: The unit, where it is stated elsewhere.
  init(_ name: String, unit: String? = nil) {
    text = plainWord(name).lowercased()
    self.unit = (unit ?? StatedUnit.bracketed(name).unit).map { plainWord($0).lowercased() }
  }

  /// Whether it speaks of emissions.
  var isOfEmissions: Bool {
    ["排放", "碳", "co2", "co₂", "emission", "ghg", "carbon", "温室气体"].contains {
      text.contains($0)
    }
  }

  /// Whether it speaks of a rate of growth or a share, which are no emissions.
  var isOfRateOrShare: Bool {
    let words = text.split { !$0.isLetter }.map(String.init)
    return unit.map(Self.isPercent) == true || text.hasSuffix("%") || text.hasSuffix("‰")
      || Self.parts.contains { text.contains($0) } || words.contains { Self.words.contains($0) }
  }

  private static func isPercent(_ unit: String) -> Bool {
    unit.hasPrefix("%") || unit.hasPrefix("‰") || unit.hasPrefix("百分")
      || ["percent", "per cent", "pct", "percentage points", "pp"].contains(unit)
  }

  private static let parts = [
    "增长", "增速", "增幅", "降幅", "下降率", "降低率", "占比", "比重", "份额", "比例", "比上年", "同比", "环比", "上年=100",
    "per cent", "year-on-year", "year on year", "y-o-y",
  ]
  private static let words: Set<String> = [
    "share", "shares", "growth", "percent", "percentage", "pct", "proportion", "yoy",
  ]
}

public import Diagnostics

extension Unit {
  /// A unit as a planner writes it, where the model counts in another: `亿元` for `GCNY`.
  ///
  /// - Parameter symbol: A unit of the model.
  /// - Returns: A unit of the same dimension for each language; `symbol` itself where it is usual.
  public static func example(for symbol: String) -> Text {
    examples[symbol] ?? Text(same: symbol)
  }

  private static let examples: [String: Text] = [
    "GCNY": Text("billion yuan", "亿元"),
    "million people": Text("million people", "万人"),
    "million m2": Text("million m2", "万 m2"),
    "million vehicles": Text("million vehicles", "万辆"),
    "vehicle/1000person": Text("vehicle/1000person", "辆/千人"),
    "Mt": Text("Mt", "万吨"),
    "MtCO2": Text("MtCO2", "万吨CO2"),
    "Mt CO2e": Text("Mt", "万吨"),
    "billion CNY": Text("billion yuan", "亿元"),
    "PJ": Text("PJ", "亿千瓦时"),
    "GW": Text("GW", "万千瓦"),
    "GJ/kCNY": Text("MJ/yuan", "千瓦时/元"),
    "Gpkm": Text("Gpkm", "亿人公里"),
    "Gtkm": Text("Gtkm", "亿吨公里"),
    "1/yr": Text("%/yr", "%/yr"),
    "yr": Text("yr", "年"),
  ]
}

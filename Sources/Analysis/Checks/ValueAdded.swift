import CityModel
import Diagnostics

extension Check {
  /// The value added of industry must not be more than all of GDP: that of subsectors told as shares, and
  /// that of all industry.
  static let valueAdded = Check.scenario { placed in
    [placed.sharesBeyondProduct, placed.industryBeyondProduct].compactMap(\.self)
  }
}

extension PlacedScenario {
  /// Subsectors whose shares of GDP sum to more than 1, in the first such year.
  fileprivate var sharesBeyondProduct: Diagnostic? {
    let industry = ParameterPath(Key.industry)
    let shares = (scenario.members[industry] ?? [])
      .compactMap { scenario[industry / $0 / Key.activity] }.filter { $0.unit == "1" }
    guard let place = self[industry] else { return nil }
    for (index, year) in scenario.years.enumerated() {
      let sum = shares.reduce(0) { $0 + $1.values[index] }
      guard sum > 1 + 1e-9 else { continue }
      let percent = shortNumber((sum * 1000).rounded() / 10)
      return Diagnostic(
        .warning, code: .moreThanProduct,
        message: Text(
          "the shares of GDP in 'industry' sum to \(percent)% in \(year)",
          "'industry' 各行业增加值占 GDP 份额在 \(year) 年合计 \(percent)%"),
        at: place.key,
        suggestion: Text("services are what is left of 100%", "服务业为 100% 的其余部分"))
    }
    return nil
  }

  /// The value added of all industry where it is more than GDP, in the first such year.
  fileprivate var industryBeyondProduct: Diagnostic? {
    let path = Key.drivers / Key.industryValueAdded
    guard let added = scenario[path], let product = scenario[Key.drivers / Key.gdp] else {
      return nil
    }
    for (index, year) in scenario.years.enumerated()
    where added.values[index] > product.values[index] {
      let share = readableText(100 * added.values[index] / product.values[index])
      return Diagnostic(
        .warning, code: .moreThanProduct,
        message: Text(
          "the value added of industry is \(share) % of GDP in \(year)",
          "\(year) 年工业增加值为 GDP 的 \(share)%"),
        at: scenario.place(of: path),
        suggestion: Text("is a unit off?", "单位是否有误？"))
    }
    return nil
  }
}

import CityModel
import Diagnostics

extension Check {
  /// Subsectors whose value added is a share of GDP must not be more than all of it.
  static let valueAdded = Check.scenario { placed in
    let scenario = placed.scenario
    let industry = ParameterPath(Key.industry)
    let shares = (scenario.members[industry] ?? [])
      .compactMap { scenario[industry / $0 / Key.activity] }.filter { $0.unit == "1" }
    guard let place = placed[industry] else { return [] }
    for (index, year) in scenario.years.enumerated() {
      let sum = shares.reduce(0) { $0 + $1.values[index] }
      guard sum > 1 + 1e-9 else { continue }
      let percent = shortNumber((sum * 1000).rounded() / 10)
      return [
        Diagnostic(
          .warning, code: .moreThanProduct,
          message: Text(
            "the shares of GDP in 'industry' sum to \(percent)% in \(year)",
            "'industry' 各行业增加值占 GDP 份额在 \(year) 年合计 \(percent)%"),
          at: place.key,
          suggestion: Text("services are what is left of 100%", "服务业为 100% 的其余部分"))
      ]
    }
    return []
  }
}

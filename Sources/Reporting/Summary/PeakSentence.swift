import Analysis
import CityModel
import Diagnostics

extension Peak {
  /// When the emissions of a city peak, in one sentence.
  ///
  /// - Parameters:
  ///   - scenario: The scenario.
  ///   - account: The total it is of.
  ///   - caveat: What must stand beside the peak, if anything must.
  /// - Returns: The sentence.
  func sentence(
    of scenario: Scenario, _ account: EmissionTotal, caveat: Text? = nil
  ) -> Text {
    let years = scenario.years
    let city = Text(
      english: terminalSafe(scenario.city.name.english),
      chinese: terminalSafe(scenario.city.name.chinese))
    let found = finding(years)
    let end = Text(
      "; \(amount(endValue)) in \(years.upperBound)", "；\(years.upperBound)年为 \(amount(endValue))")
    let isLast = year == years.upperBound || status == .noEmissions
    let aside = caveat.map { Text(", \($0)", "，\($0)") } ?? Text("", "")
    let subject = Text(
      "\(account.emissions.capitalised) of \(city)",
      "\(city)\(account.emissions)")
    return Text(
      "\(subject) \(found)\(aside)\(isLast ? "" : end.english).",
      "\(subject)\(found)\(aside)\(isLast ? "" : end.chinese)。"
    )
  }

  private func finding(_ years: ClosedRange<Int>) -> Text {
    let base = years.lowerBound
    let baseAmount = amount(baseValue)
    switch status {
    case .peaks where year == base, .peakedByBaseYear:
      return Text(
        "are highest in the base year \(base), at \(baseAmount)", "在基准年\(base)年最高，为 \(baseAmount)")
    case .peakedBeforeBaseYear:
      return Text(
        "peaked before the base year \(base) (\(baseAmount))",
        "已在基准年\(base)年（\(baseAmount)）之前达峰")
    case .peaks:
      return Text(
        "peak in \(year) at \(amount(value))\(plateau)\(rise(base))",
        "于\(year)年达峰，峰值 \(amount(value))\(plateau)\(rise(base))")
    case .plateau(let from, let to):
      return Text(
        "stay on a plateau from \(from) to \(to), highest in \(year) at \(amount(value))\(rise(base))",
        "在\(from)–\(to)年处于平台期，\(year)年最高，为 \(amount(value))\(rise(base))")
    case .notPeaked(let last):
      return Text(
        "have not peaked by \(last): \(amount(endValue))\(rise(base))",
        "至\(last)年尚未达峰，为 \(amount(endValue))\(rise(base))")
    case .rebound(let first, let second):
      return Text(
        "come to their maximum twice, in \(first) and after a dip in \(second), highest in \(year) at \(amount(value))\(rise(base))",
        "两次接近最高值：\(first)年，以及回落后的\(second)年；\(year)年最高，为 \(amount(value))\(rise(base))")
    case .noEmissions:
      return Text("are never above zero", "始终不高于零")
    }
  }

  private var plateau: Text {
    guard plateauFrom < plateauTo else { return Text("", "") }
    return Text(
      " (plateau \(plateauFrom)–\(plateauTo))", "（平台期\(plateauFrom)–\(plateauTo)年）")
  }

  /// How far the highest year is above the base year.
  private func rise(_ base: Int) -> Text {
    guard baseValue > 0, value > baseValue else { return Text("", "") }
    let percent = readableText((value / baseValue - 1) * 100, digits: 2)
    return Text(", \(percent) % above \(base)", "，比\(base)年高 \(percent)%")
  }

  private func amount(_ value: Double) -> String {
    "\(readableText(value)) \(OutputKind.total.unit)"
  }
}

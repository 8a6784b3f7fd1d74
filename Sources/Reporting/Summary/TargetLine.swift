import Analysis
import CityModel
import Diagnostics

extension TargetResult {
  /// One target with what is reached of it: `✓ peak by 2027: 2026`.
  ///
  /// - Parameters:
  ///   - language: The language of the words.
  ///   - caveat: What must stand beside a peak that is reached.
  /// - Returns: The line, without a final stop.
  func line(_ language: Language, caveat: Text? = nil) -> String {
    let mark = isMet ? "✓" : "✗"
    let outcome = reached.map { figure($0) } ?? missing
    let distance = isMet ? aside(caveat) : shortfall
    return Text(
      "\(mark) \(goal): \(outcome)\(distance)",
      "\(mark) \(goal)：\(outcome)\(distance)")(language)
  }

  var goal: Text {
    let required = figure(required)
    switch aim {
    case .peakBy(let year, let account):
      return Text(
        "peak of \(account.emissions) by \(year)",
        "\(account.emissions)\(year)年前达峰")
    case .carbonIntensity(let year, _, let reference, let account):
      let part = counts.map { Text(", \($0)", "，\($0)") } ?? Text("", "")
      return Text(
        "carbon intensity (\(account.name)\(part)) \(year), \(required) against \(reference)",
        "\(year)年碳强度（\(account.emissions)\(part)）较\(reference)年 \(required)"
      )
    case .energyIntensity(let year, _, let reference):
      return Text(
        "energy intensity \(year), \(required) against \(reference)",
        "\(year)年能耗强度较\(reference)年 \(required)")
    case .nonFossilShare(let year, _):
      return Text(
        "non-fossil share \(year), at least \(required)",
        "\(year)年非化石能源占比不低于 \(required)")
    case .emissions(let year, _, let account):
      return Text(
        "\(account.emissions) \(year), at most \(required)",
        "\(year)年\(account.emissions)不高于 \(required)")
    case .budget(let years, _, let account):
      let span = "\(years.lowerBound)–\(years.upperBound)"
      return Text(
        "budget of \(account.emissions) \(span), at most \(required)",
        "\(span)年累计\(account.emissions)不高于 \(required)")
    }
  }

  private func aside(_ caveat: Text?) -> Text {
    guard case .peakBy = aim, let caveat else { return Text("", "") }
    return Text(", \(caveat)", "，\(caveat)")
  }

  private var missing: Text {
    if case .peakBy = aim { return Text("no peak", "未达峰") }
    return Text("a figure is missing", "缺少数据")
  }

  private var shortfall: Text {
    guard let gap else { return Text("", "") }
    let amount = amount(of: gap)
    return Text(" (\(amount))", "（\(amount)）")
  }

  /// By how much a target is missed.
  func amount(of gap: Double) -> Text {
    switch unit {
    case "year": Text("\(Int(gap)) \(gap == 1 ? "year" : "years") late", "晚\(Int(gap))年")
    case "1": Text("\(readableText(gap * 100)) points short", "差\(readableText(gap * 100))个百分点")
    default: Text("\(readableText(gap)) \(unit) too much", "超出 \(readableText(gap)) \(unit)")
    }
  }

  /// A value in the target's unit.
  func figure(_ value: Double) -> Text {
    switch unit {
    case "year": return Text("\(Int(value))", "\(Int(value))年")
    case "1":
      let percent = readableText(value * 100)
      return Text("\(percent) %", "\(percent)%")
    default:
      let amount = "\(readableText(value)) \(unit)"
      return Text(same: amount)
    }
  }
}

import Analysis
import CityModel
import Diagnostics

extension BackcastHandle {
  /// What it is called for people: the lever by its name.
  func title(in scenario: Scenario) -> Text {
    guard let lever else { return Text("carbon price", "碳价") }
    let name = scenario.leverNames([lever])
    guard case .end = self else { return name }
    return Text("\(name), full by", "\(name)，完成年份")
  }

  /// Its value for people.
  func figure(_ value: Double) -> Text {
    switch self {
    case .level:
      return shownPercent(value)
    case .end:
      let year = shortestText((100 * value).rounded() / 100)
      return Text(english: year, chinese: "\(year)年")
    case .carbonPrice:
      let times = readableText(value, digits: 4)
      return Text("× \(times)", "× \(times)")
    }
  }
}

extension Target.Aim {
  /// What a condition can be weakened to, in words.
  var relaxedText: Text {
    switch self {
    case .peakBy(let year, let account):
      Text(
        "the earliest peak of \(account.emissions) in reach is \(year)",
        "\(account.emissions)最早可在\(year)年达峰")
    case .emissions(let year, let limit, let account):
      Text(
        "the least \(account.emissions) of \(year) in reach are \(least(limit))",
        "\(year)年\(account.emissions)最低可降至 \(least(limit))")
    case .budget(let years, let limit, let account):
      Text(
        "the least budget of \(account.emissions) \(span(years)) in reach is \(least(limit))",
        "\(span(years))年累计\(account.emissions)最低可降至 \(least(limit))")
    case .nonFossilShare(let year, let share):
      Text(
        "the highest non-fossil share of \(year) in reach is \(most(share))",
        "\(year)年非化石能源占比最高可达 \(most(share))")
    case .carbonIntensity(let year, let change, _, _):
      Text(
        "the carbon intensity of \(year) can change by \(percent(change)) at best",
        "\(year)年碳强度变化最多 \(percent(change))")
    case .energyIntensity(let year, let change, _):
      Text(
        "the energy intensity of \(year) can change by \(percent(change)) at best",
        "\(year)年能耗强度变化最多 \(percent(change))")
    }
  }

  /// The condition itself, in words.
  var askedText: Text {
    switch self {
    case .peakBy(let year, let account):
      Text(
        "peak of \(account.emissions) by \(year)",
        "\(account.emissions)\(year)年前达峰")
    case .emissions(let year, let limit, let account):
      Text(
        "\(account.emissions) of \(year) at most \(amount(limit))",
        "\(year)年\(account.emissions)不高于 \(amount(limit))")
    case .budget(let years, let limit, let account):
      Text(
        "\(account.emissions) of \(span(years)) together at most \(amount(limit))",
        "\(span(years))年累计\(account.emissions)不高于 \(amount(limit))")
    case .nonFossilShare(let year, let share):
      Text(
        "non-fossil share of \(year) at least \(percent(share))",
        "\(year)年非化石能源占比不低于 \(percent(share))")
    case .carbonIntensity(let year, let change, let reference, let account):
      Text(
        "carbon intensity (\(account.name)) of \(year) \(percent(change)) against \(reference)",
        "\(year)年碳强度（\(account.emissions)）较\(reference)年 \(percent(change))")
    case .energyIntensity(let year, let change, let reference):
      Text(
        "energy intensity of \(year) \(percent(change)) against \(reference)",
        "\(year)年能耗强度较\(reference)年 \(percent(change))")
    }
  }

  /// A limit that is in reach also as it is shown: rounded up.
  private func least(_ limit: Double) -> String { amount((limit * 1e4).rounded(.up) / 1e4) }

  /// A share that is in reach also as it is shown: rounded down.
  private func most(_ share: Double) -> Text { percent((share * 1e4).rounded(.down) / 1e4) }

  private func amount(_ value: Double) -> String { "\(shortestText(value)) Mt CO2e" }
  private func percent(_ value: Double) -> Text { shownPercent(value) }
  private func span(_ years: ClosedRange<Int>) -> String {
    "\(years.lowerBound)–\(years.upperBound)"
  }
}

/// A share in percent, for people.
func shownPercent(_ share: Double) -> Text {
  let percent = readableText(100 * share, digits: 4)
  return Text("\(percent) %", "\(percent)%")
}

import Analysis
import CityModel
import Diagnostics

extension RunOutcome {
  /// The total that the headline and targets of a peak are of.
  var peakAccount: EmissionTotal { trajectory.blueprint.scenario.accounting.peakAccount }

  /// When that total peaks.
  var peak: Peak? { peaks.peak(of: peakAccount) }

  /// How certain that peak is.
  var certificate: PeakCertificate? {
    certificates.first { $0.account == peakAccount.account && $0.sector == nil }?.certificate
  }

  /// When the emissions of the city peak, in a sentence or two: on the peak account, with the other
  /// total where both differ, and with what was observed to be higher before the run.
  ///
  /// - Parameter caveat: What keeps the peak from being the work of the levers, if anything does.
  /// - Returns: The sentences; nothing where no peak was judged.
  func headline(caveat: Text? = nil) -> Text? {
    let scenario = trajectory.blueprint.scenario
    guard let peak else { return nil }
    let asides = [caveat, higherBefore].compactMap { $0 }
    let aside =
      asides.isEmpty
      ? nil
      : asides.joined(", ", "，")
    let lead = peak.sentence(of: scenario, peakAccount, caveat: aside)
    guard let other = otherTotal else { return lead }
    return Text("\(lead) \(other)", "\(lead)\(other)")
  }

  /// The other total, where it differs by more than 0.5 % of the peak in its peak or at the end.
  private var otherTotal: Text? {
    let account: EmissionTotal = peakAccount == .gross ? .net : .gross
    guard let peak, let other = peaks.peak(of: account) else { return nil }
    let apart = max(abs(peak.value - other.value), abs(peak.endValue - other.endValue))
    guard apart > 0.005 * abs(peak.value) || peak.year != other.year else { return nil }
    return other.aside(account, of: trajectory.years)
  }

  /// The highest year observed before the run, where the part of the run that it is of is lower in
  /// every year.
  private var higherBefore: Text? {
    let scenario = trajectory.blueprint.scenario
    let history = scenario.history
    let before = history.emissions.filter { $0.year < trajectory.years.lowerBound }
    guard let highest = before.max(by: { ($0.value, $1.year) < ($1.value, $0.year) }),
      let projected = trajectory.inventoried.max(), highest.value > projected
    else { return nil }
    let isOther = !history.speaks(of: peakAccount, trajectory.totals)
    let kind =
      history.inventory.words(scenario.accounting)
      ?? (isOther ? history.inventory.account.emissions : nil)
    let amount = readableText(highest.value)
    return Text(
      "the highest of the projection; observed\(kind.map { " (\($0.english))" } ?? "") \(amount) in \(highest.year)",
      "为预测期内最高；\(highest.year)年观测值\(kind.map { "（\($0.chinese)）" } ?? "")为 \(amount)")
  }
}

extension Peak {
  /// A total beside the one of the headline, in a sentence: `Net of sinks: peak in 2026 at 40 …`.
  fileprivate func aside(_ account: EmissionTotal, of years: ClosedRange<Int>) -> Text {
    let lead =
      switch account {
      case .net: Text("Net of sinks", "扣除碳汇后")
      case .gross: Text("Without sinks", "不计碳汇")
      }
    let unit = OutputKind.total.unit
    let top = readableText(value)
    let end = readableText(endValue)
    if case .peaks = status {
      return Text(
        "\(lead): peaks in \(year) at \(top) \(unit), \(end) in \(years.upperBound).",
        "\(lead)：\(year)年达峰，峰值 \(top) \(unit)，\(years.upperBound)年为 \(end)。")
    }
    return Text(
      "\(lead): \(status.text), highest in \(year) at \(top) \(unit), \(end) in \(years.upperBound).",
      "\(lead)：\(status.text)，最高为\(year)年的 \(top) \(unit)，\(years.upperBound)年为 \(end)。"
    )
  }
}

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

extension RunNote {
  /// What keeps a peak from being the work of the levers, in a few words beside its year.
  var peakCaveat: Text? {
    switch self {
    case .peakInBaseYear: Text("where the run begins", "即情景起始年")
    case .peakBeforeLevers(let year, let first, let without, _) where year == without:
      Text("before any lever acts (the first in \(first))", "早于任何措施生效（最早\(first)年）")
    case .peakBeforeLevers(_, let first, let without, _):
      Text(
        "before any lever acts (the first in \(first); without levers in \(without))",
        "早于任何措施生效（最早\(first)年；不采取措施则为\(without)年）")
    default: nil
    }
  }
}

extension RunOutcome {
  /// What keeps the peak from being the work of the scenario; nothing where nothing does.
  var peakCaveat: Text? { notes.compactMap(\.peakCaveat).first }
}

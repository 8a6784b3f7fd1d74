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
    let (top, end) = (readableText(value), readableText(endValue))
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

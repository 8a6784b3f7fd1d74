import Analysis
import CityModel
import Diagnostics

extension PeakCertificate {
  /// What comes near the peak, and when observing could confirm it; nothing where there is no peak.
  var sentence: Text? {
    switch peak.status {
    case .notPeaked, .noEmissions: return nil
    case .peakedBeforeBaseYear, .peakedByBaseYear, .peaks, .plateau, .rebound: break
    }
    let (next, when) = (nearest, confirmed)
    return Text("\(next); \(when).", "\(next)；\(when)。")
  }

  private var nearest: Text {
    let maximum = confirmation.maximum
    if maximum.year < peak.year || peak.status == .peakedBeforeBaseYear {
      return Text(
        "The highest year is \(maximum.year), as observed", "最高年为观测到的\(maximum.year)年")
    }
    guard let second = peak.runnerUp, let margin else {
      return Text("No other year comes near the peak", "没有其他年份接近峰值")
    }
    let percent = readableText(100 * margin, digits: 2)
    return Text(
      "The peak is \(percent) % above the next highest year, \(second.year)",
      "峰值比次高的\(second.year)年高 \(percent)%")
  }

  private var confirmed: Text {
    guard let year = confirmation.year else {
      return Text(
        "the run ends before yearly data could confirm it (Mann–Kendall, p ≤ 0.05)",
        "至终止年逐年数据尚不足以确认（Mann–Kendall，p ≤ 0.05）")
    }
    if case .rebound(_, let second) = peak.status, year < second {
      return Text(
        "yearly data would seem to confirm it by \(year), before emissions come back in \(second)",
        "逐年数据在\(year)年看似可确认，但排放将于\(second)年回升")
    }
    return Text(
      "yearly data could confirm it by \(year) (Mann–Kendall, p ≤ 0.05)",
      "逐年数据最早可于\(year)年确认（Mann–Kendall，p ≤ 0.05）")
  }
}

extension JudgedHistory {
  /// Whether what was observed has peaked, as one sentence of a run's summary.
  var sentence: Text {
    let span = judgement.span
    let finding = JudgementWords(judgement, unit: OutputKind.total.unit).finding
    return Text("Observed \(span): \(finding).", "\(span)年观测：\(finding)。")
  }
}

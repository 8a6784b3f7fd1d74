import Analysis
import CityModel
public import Diagnostics
import Solvers

extension UncertaintyOutcome {
  /// What a person reads on the terminal.
  func summary(_ language: Language, width: Int) -> String {
    let sentences =
      [sampleSentence, peakSentence, valueSentence, standingSentence].compactMap(\.self)
      + historySentence + faultSentence
    let lines = targets.map { targetLine($0, $1) }
    let parts = [
      [scenario.title(language)],
      sentences.flatMap { wrapped($0(language), to: width) },
      lines.flatMap { wrapped($0(language), to: width) },
    ]
    return paragraphs(parts)
  }

  private var sampleSentence: Text {
    let (design, inputs) = (study.sample.design, scenario.uncertainties.values.count)
    return Text(
      "\(result.count) variants over \(inputs) uncertain \(inputs == 1 ? "input" : "inputs") (design \(design.kind.rawValue), seed \(seed))\(beginning).",
      "\(inputs) 项不确定输入，共 \(result.count) 个样本（设计 \(design.kind.rawValue)，种子 \(seed)）\(beginning)。"
    )
  }

  /// When spreads begin, where they do not all begin with the run.
  private var beginning: Text {
    let firsts = scenario.uncertainties.values.compactMap(\.opening?.first)
    guard let first = firsts.min(), let last = firsts.max(), first > scenario.years.lowerBound
    else { return Text("", "") }
    let years = first == last ? "\(first)" : "\(first)–\(last)"
    return Text("; spreads begin in \(years)", "；分布自 \(years) 年展开")
  }

  private var peakSentence: Text {
    let (end, emissions) = (scenario.years.upperBound, scenario.accounting.peakAccount.emissions)
    let late = UncertaintyResult.Probability(hits: result.notPeaked, of: result.count).words
    guard let years = likelyYears else {
      return Text(
        "No variant has peaked by \(end).", "没有样本在 \(end) 年前达峰。")
    }
    // Without such variants the years are those of all.
    let among =
      result.notPeaked == 0 ? Text("", "") : Text(" among the variants that peak", "在已达峰的样本中，")
    return Text(
      "\(emissions.capitalised) peak in \(years.median) (5–95 %: \(years.low)–\(years.high))\(among); still rising or on a plateau in \(end): \(late).",
      "\(among)\(emissions)达峰年中位数 \(years.median) 年（5%–95%：\(years.low)–\(years.high)）；至 \(end) 年仍在上升或处于平台期的概率：\(late)。"
    )
  }

  private var valueSentence: Text {
    let (peak, unit) = (result.peakValue, OutputKind.total.unit)
    if peak.quantiles[4] - peak.quantiles[0] <= 1e-9 * abs(peak.quantiles[2]) {
      let value = readableText(peak.quantiles[2], digits: 4)
      let first = scenario.uncertainties.values.compactMap(\.opening?.first).min()
      let isBefore = result.peakYears.allSatisfy { $0.count == 0 || $0.year < first ?? $0.year }
      let why =
        isBefore
        ? Text(
          ": it comes before spreads begin, and nothing here says how well the model knows it",
          "：它早于分布开始的年份，其本身的误差未计入") : Text("", "")
      return Text(
        "The peak is \(value) \(unit) in all of these variants\(why).",
        "这些样本的峰值均为 \(value) \(unit)\(why)。")
    }
    let values = [peak.quantiles[2], peak.quantiles[0], peak.quantiles[4], peak.standardError]
      .map { readableText($0, digits: 4) }
    // One replicate gives no error.
    let mean =
      peak.standardError.isFinite
      ? Text("; the mean is known to ±\(values[3])", "；均值的标准误 \(values[3])") : Text("", "")
    return Text(
      "The peak is \(values[0]) \(unit) (5–95 %: \(values[1])–\(values[2]))\(mean).",
      "峰值中位数 \(values[0]) \(unit)（5%–95%：\(values[1])–\(values[2])）\(mean)。")
  }

  /// Where the scenario itself lies among its variants; beyond all of them there is no figure to tell.
  var standingSentence: Text? {
    let account = scenario.accounting.peakAccount
    let names: [Metric: Text] = [
      .peakYearEstimate(account): Text("the peak year", "达峰年份"),
      .peakValue(account): Text("the peak", "峰值"),
      .cumulative: Text("cumulative emissions", "累计排放"), .cost: Text("cost", "成本"),
    ]
    let parts = percentiles.compactMap { metric, percentile -> Text? in
      guard let name = names[metric] else { return nil }
      if percentile <= 0 { return Text("none in \(name)", "\(name)低于全部样本") }
      if percentile >= 100 { return Text("all in \(name)", "\(name)高于全部样本") }
      let figure = readableText(percentile, digits: 2)
      return Text("\(figure) % in \(name)", "\(name) \(figure)%")
    }
    guard !parts.isEmpty else { return nil }
    return Text(
      "The scenario itself lies above this share of its variants: \(parts.map(\.english).joined(separator: ", ")).",
      "情景本身在其样本中的百分位：\(parts.map(\.chinese).joined(separator: "，"))。")
  }

  private var historySentence: [Text] {
    guard result.contradictions > 0 else { return [] }
    let share = readableText(100 * Double(result.contradictions) / Double(max(1, result.count)))
    return [
      Text(
        "\(result.contradictions) variants (\(share) %) contradict 'history:' by more than 5 % and by more than the scenario does; they are counted as the others. Let spreads begin after what was observed ('from:').",
        "\(result.contradictions) 个样本（\(share)%）与 'history:' 相差超过 5% 且超过情景本身的差距，仍计入结果。请让分布自观测之后开始（'from:'）。"
      )
    ]
  }

  private var faultSentence: [Text] {
    guard result.faults > 0 else { return [] }
    return [
      Text(
        "\(result.faults) variants are impossible and left out: levers or shares leave their bounds.",
        "\(result.faults) 个样本不可能成立（措施或份额越界），已剔除。")
    ]
  }

  private func targetLine(_ target: TargetResult, _ met: UncertaintyResult.Probability) -> Text {
    let chance = met.words
    return Text(
      "\(target.goal): met with a probability of \(chance)",
      "\(target.goal)：达标概率 \(chance)")
  }

  /// The years by which 5, 50 and 95 % of the variants that peak have peaked.
  private var likelyYears: (low: Int, median: Int, high: Int)? {
    let peaked = result.count - result.notPeaked
    guard peaked > 0 else { return nil }
    func year(_ share: Double) -> Int {
      var sum = 0
      for peak in result.peakYears {
        sum += peak.count
        if Double(sum) >= share * Double(peaked) { return peak.year }
      }
      return scenario.years.upperBound
    }
    return (year(0.05), year(0.5), year(0.95))
  }
}

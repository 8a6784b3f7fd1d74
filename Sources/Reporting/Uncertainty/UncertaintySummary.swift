import Analysis
import CityModel
public import Diagnostics
import Solvers

extension UncertaintyOutcome {
  /// What a person reads on the terminal after a study, without a final line break.
  ///
  /// - Parameters:
  ///   - language: The language of the words.
  ///   - width: The columns of the terminal.
  ///   - files: The paths of the files written.
  /// - Returns: Lines without colour.
  public func summary(_ language: Language, width: Int = 80, files: [String] = []) -> String {
    let sentences = [sampleSentence, peakSentence, valueSentence] + faultSentence
    let lines = targets.map { targetLine($0, $1) }
    let parts = [
      [scenario.title(language)],
      sentences.flatMap { wrapped($0(language), to: width) },
      lines.flatMap { wrapped($0(language), to: width) },
      files.isEmpty ? [] : [Text("Written:", "已写入：")(language)] + files.map { "  \($0)" },
    ]
    return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
      .joined(separator: "\n\n")
  }

  private var sampleSentence: Text {
    let (design, inputs) = (study.sample.design, scenario.uncertainties.values.count)
    return Text(
      "\(result.count) variants over \(inputs) uncertain \(inputs == 1 ? "input" : "inputs") (design \(design.kind.rawValue), seed \(seed)).",
      "\(inputs) 项不确定输入，共 \(result.count) 个样本（设计 \(design.kind.rawValue)，种子 \(seed)）。")
  }

  private var peakSentence: Text {
    let (end, emissions) = (scenario.years.upperBound, scenario.accounting.peakAccount.emissions)
    let late = percent(Double(result.notPeaked) / Double(max(1, result.count)))
    guard let years = likelyYears else {
      return Text(
        "No variant has peaked by \(end).", "没有样本在 \(end) 年前达峰。")
    }
    return Text(
      "\(emissions.capitalised.english) peak in \(years.median) (5–95 %: \(years.low)–\(years.high)); \(late) % of the variants have not peaked by \(end).",
      "\(emissions.chinese)达峰年中位数 \(years.median) 年（5%–95%：\(years.low)–\(years.high)）；\(late)% 的样本至 \(end) 年尚未达峰。"
    )
  }

  private var valueSentence: Text {
    let (peak, unit) = (result.peakValue, OutputKind.total.unit)
    let values = [peak.quantiles[2], peak.quantiles[0], peak.quantiles[4], peak.standardError]
      .map { readableText($0, digits: 4) }
    return Text(
      "The peak is \(values[0]) \(unit) (5–95 %: \(values[1])–\(values[2])); the mean is known to ±\(values[3]).",
      "峰值中位数 \(values[0]) \(unit)（5%–95%：\(values[1])–\(values[2])）；均值的标准误 \(values[3])。")
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
    let (chance, error) = (percent(met.value), percent(met.standardError))
    return Text(
      "\(target.goal.english): met by \(chance) % of the variants (± \(error) %)",
      "\(target.goal.chinese)：达标概率 \(chance)%（± \(error)%）")
  }

  private func percent(_ share: Double) -> String { readableText(100 * share) }

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

public import Analysis
import CityModel
public import Diagnostics

extension RunNote {
  /// Whether it tells of what the totals hold or leave out: industry moved out, without which less
  /// emitted here would pass for abatement, and captured carbon of living matter.
  var isOfAccount: Bool {
    switch self {
    case .relocation, .biogenicCapture: true
    default: false
    }
  }

  /// The note as a sentence of its own.
  func sentence(_ language: Language) -> String {
    let words = text(language)
    return words.prefix(1).uppercased() + words.dropFirst() + Text(".", "。")(language)
  }

  /// The note for people, one sentence without a final stop.
  public var text: Text {
    switch self {
    case .gridHydrogen(let years): gridHydrogen(years)
    case .captureRefused(let years):
      Text(
        "\(megatonnes(years)) Mt of CO2 could not be stored and were not captured, in \(spans(years.map(\.year)))",
        "\(spans(years.map(\.year)))共有 \(megatonnes(years)) Mt CO2 因封存能力不足而未捕集")
    case .observedAbovePeak(let observed, let peak):
      Text(
        "\(readableText(observed.value)) Mt CO2e were observed in \(observed.year), more than in any year of the run (\(readableText(peak.value)) in \(peak.year), counted as the inventory does): the projected peak is below what happened",
        "\(observed.year)年观测排放 \(readableText(observed.value)) Mt CO2e，高于情景中的任何一年（\(peak.year)年 \(readableText(peak.value))，与清单同口径）：预测峰值低于实际"
      )
    case .peakInBaseYear(let year, let account):
      earlyPeak(account, year, Text("the real peak may lie before it", "实际峰值可能更早"))
    case .peakBeforeLevers(let year, _, let without, let account) where year == without:
      earlyPeak(account, year, Text("no lever brings this peak about", "该峰值并非措施的效果"))
    case .peakBeforeLevers(let year, _, _, let account):
      earlyPeak(
        account, year, Text("levers keep emissions from coming back to it", "措施使排放不再回到这一水平"))
    case .electricityShort(let years): electricityShort(years)
    case .relocation(let years): relocation(years)
    case .biogenicCapture(let years, let isCredited): biogenicCapture(years, isCredited)
    case .priceNearZero(let carrier, let years, let base): priceNearZero(carrier, years, base)
    case .boughtForNothing(let paths, let years): boughtForNothing(paths, years)
    case .pollutantsMissing(let gaps):
      list(
        gaps.map {
          "\($0.carrier)/\($0.use) (\($0.missing.map(\.symbol).joined(separator: ", ")))"
        },
        "air pollutants of these carriers have no factor and are not counted",
        "以下能源缺少大气污染物因子，未计入")
    case .embodiedMissing(let gaps):
      list(
        gaps.map { "\($0.type) (\($0.missing.joined(separator: ", ")))" },
        "embodied carbon is not counted for", "以下建筑缺少隐含碳因子，未计入")
    }
  }

  private func gridHydrogen(_ found: [GridHydrogen]) -> Text {
    let years = spans(found.map(\.year))
    let worst = found.max { $0.electrolysis - $0.coal < $1.electrolysis - $1.coal }
    guard let worst else { return Text("", "") }
    let grid = readableText(worst.electrolysis)
    let coal = readableText(worst.coal)
    return Text(
      "hydrogen from grid electricity emits more than from coal in \(years): \(grid) kg CO2 per kg in \(worst.year), from coal \(coal)",
      "\(years)电网电解制氢的排放高于煤制氢：\(worst.year)年每千克氢 \(grid) kg CO2，煤制氢 \(coal) kg")
  }

  private func earlyPeak(_ account: EmissionTotal, _ year: Int, _ meaning: Text) -> Text {
    let caveat = peakCaveat ?? Text("", "")
    return Text(
      "\(account.emissions) are highest in \(year), \(caveat): \(meaning)",
      "\(account.emissions)在\(year)年最高，\(caveat)：\(meaning)")
  }

  private func electricityShort(_ found: [YearValue]) -> Text {
    guard let worst = found.max(by: { $0.value < $1.value }) else { return Text("", "") }
    let years = spans(found.map(\.year))
    let energy = readableText(worst.value)
    return Text(
      "electricity is short in \(years), most in \(worst.year): \(energy) PJ are not served",
      "\(years)电力不足，\(worst.year)年最多，缺 \(energy) PJ")
  }

  private func relocation(_ found: [YearValue]) -> Text {
    guard let last = found.last else { return Text("", "") }
    let amount = readableText(last.value)
    let sum = megatonnes(found)
    let years = spans(found.map(\.year))
    return Text(
      "industry moved out of the city would have emitted \(amount) Mt CO2e in \(last.year), \(sum) Mt in \(years): relocated, not abated",
      "外迁产业若留在本市，\(last.year)年将排放 \(amount) Mt CO2e，\(years)共 \(sum) Mt：属转移而非减排")
  }

  private func biogenicCapture(_ found: [YearValue], _ isCredited: Bool) -> Text {
    guard let last = found.last else { return Text("", "") }
    let amount = readableText(last.value)
    guard isCredited else {
      return Text(
        "\(amount) Mt of captured biogenic CO2 in \(last.year) count for nothing in the totals (biogenic-capture: not-credited)",
        "\(last.year)年捕集的 \(amount) Mt 生物质 CO2 不计入总量（biogenic-capture: not-credited）")
    }
    return Text(
      "the totals of \(last.year) count \(amount) Mt of captured biogenic CO2 as removed from the air; without this credit they are higher by as much",
      "\(last.year)年总量已扣除捕集的生物质 CO2 \(amount) Mt（计为移除量）；不扣除则相应增加")
  }

  private func priceNearZero(_ carrier: SecondaryCarrier, _ found: [YearValue], _ base: Double)
    -> Text
  {
    guard let least = found.min(by: { $0.value < $1.value }) else { return Text("", "") }
    let years = spans(found.map(\.year))
    let price = readableText(least.value)
    return Text(
      "the price of \(carrier.name) is below a tenth of the base year's in \(years), least in \(least.year): \(price) CNY/GJ, \(readableText(base)) in the base year",
      "\(years)\(carrier.name)价格低于基年的十分之一，\(least.year)年最低：\(price) 元/GJ，基年为 \(readableText(base)) 元/GJ"
    )
  }

  private func boughtForNothing(_ paths: [ParameterPath], _ found: [YearValue]) -> Text {
    let names = paths.map(\.description).joined(separator: ", ")
    guard let most = found.max(by: { $0.value < $1.value }) else { return Text("", "") }
    let energy = readableText(most.value)
    return Text(
      "energy bought from outside costs nothing, up to \(energy) PJ a year (\(most.year)): costs of whatever uses or saves it are wrong until \(names) is given",
      "外购能源未计费用，最多每年 \(energy) PJ（\(most.year)年）：在给出 \(names) 之前，凡增减外购能源的措施，其成本均不可信")
  }

  private func megatonnes(_ years: [YearValue]) -> String {
    readableText(years.reduce(0) { $0 + $1.value })
  }

  private func list(_ entries: [String], _ english: EnglishWords, _ chinese: ChineseWords) -> Text {
    Text(
      "\(english): \(entries.joined(separator: "; "))",
      "\(chinese)：\(entries.joined(separator: "；"))")
  }

  /// Years as spans: `2020–2027, 2030`.
  private func spans(_ years: [Int]) -> Text {
    var spans: [ClosedRange<Int>] = []
    for year in years {
      if let last = spans.last, last.upperBound + 1 == year {
        spans[spans.count - 1] = last.lowerBound...year
      } else {
        spans.append(year...year)
      }
    }
    let texts = spans.map { span in
      span.count == 1 ? "\(span.lowerBound)" : "\(span.lowerBound)–\(span.upperBound)"
    }
    return Text(
      english: texts.joined(separator: ", "), chinese: texts.joined(separator: "、") + "年")
  }
}

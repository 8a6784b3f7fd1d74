public import Analysis
import CityModel
package import Diagnostics

/// Scenarios, each against the first.
///
/// - `summary.csv`: peak, cumulative and end-year emissions and cost, a row for each figure.
/// - `differences.csv`: emissions by sector and year, where used and where they arise.
/// - `lmdi.csv`: the difference of every year, and each scenario's change since the base year, by the
///   factors of Kaya's identity.
/// - `costs.csv`: the system cost by year, where all count costs.
/// - `compare.json`: city, accounting, reference, and for each scenario its figures with their differences,
///   emissions avoided by year and by sector, and the paragraph in words.
///
/// - Parameter comparisons: One for each scenario but the reference.
/// - Returns: The answer, to be written to `compare`.
public func comparisonAnswer(_ comparisons: [ScenarioComparison]) -> Answer {
  let reference = comparisons.first?.reference.blueprint.scenario
  return Answer(
    "compare",
    figures: [
      ("city", reference.map { identity($0.city) } ?? .null),
      ("years", reference.map { years($0.years) } ?? .null),
      ("accounting", reference.map { accounting($0.accounting) } ?? .null),
      ("reference", reference.map { identity($0.identity) } ?? .null),
      ("method", .string("lmdi-i")),
      ("scenarios", .array(comparisons.map(record))),
    ],
    tables: [.comparisonSummary(comparisons), .differences(comparisons), .lmdi(comparisons)]
      + (comparisons.allSatisfy { $0.cost != nil } ? [.costDifferences(comparisons)] : []),
    story: { summary(comparisons, $0, width: $1) })
}

private func record(_ comparison: ScenarioComparison) -> JSONValue {
  let text = comparison.paragraph
  return .object([
    ("scenario", identity(comparison.scenario.blueprint.scenario.identity)),
    ("status", .string(comparison.peak.status.word)),
    ("reference_status", .string(comparison.referencePeak.status.word)),
    ("years_earlier", .optional(comparison.yearsEarlier)),
    ("figures", .object(comparison.figures.map { ($0.metric.id, figure($0)) })),
    (
      "saved_by_sector",
      .object(comparison.savedBySector.map { ($0.sector.rawValue, .number($0.saved)) })
    ),
    (
      "saved",
      .object(
        zip(comparison.scenario.years, comparison.saved).map { (String($0), .number($1)) })
    ),
    ("without_cost", comparison.cost == nil ? .null : .integer(comparison.withoutCost)),
    ("text", .string(text.english)),
    ("text_zh", .string(text.chinese)),
  ])
}

private func figure(_ figure: ComparedFigure) -> JSONValue {
  .object([
    ("value", .optional(figure.value)), ("reference_value", .optional(figure.reference)),
    ("difference", .optional(figure.difference)), ("unit", .string(figure.unit)),
  ])
}

extension ScenarioComparison {
  /// The comparison in plain words, a paragraph without line breaks.
  package var paragraph: Text {
    let parts = [heading, peakSentence, savedSentence, sectorSentence, costSentence, kayaSentence]
      .compactMap { $0 }
    return Text(
      english: parts.map(\.english).joined(separator: " "), chinese: parts.map(\.chinese).joined())
  }

  private var unit: String { OutputKind.total.unit }
  private var lastYear: Int { scenario.years.upperBound }

  private var heading: Text {
    let this = scenario.blueprint.scenario.identity.name
    let other = reference.blueprint.scenario.identity.name
    return Text(
      english: terminalSafe("'\(this.english)' against '\(other.english)':"),
      chinese: terminalSafe("“\(this.chinese)”对照“\(other.chinese)”："))
  }

  private var peakSentence: Text {
    let values = [peak.value, referencePeak.value].map { readableText($0) }
    let status = (peak.status.text, referencePeak.status.text)
    guard let years = yearsEarlier else {
      return Text(
        "\(account.emissions): \(status.0), highest at \(values[0]) \(unit); the reference: \(status.1), highest at \(values[1]).",
        "\(account.emissions)\(status.0)，最高 \(values[0]) \(unit)；参考情景\(status.1)，最高 \(values[1])。"
      )
    }
    let moved =
      years == 0
      ? Text("in \(peak.year), as in the reference", "\(peak.year)年，年份不变")
      : Text(
        "in \(peak.year), \(counted(abs(years))) \(years > 0 ? "earlier" : "later")\(caveat)",
        "\(peak.year)年，\(years > 0 ? "提前" : "推迟")\(abs(years))年\(caveat)")
    let blur = Text(
      english: [blur(peak, "")?.english, blur(referencePeak, "the reference: ")?.english]
        .compactMap { $0 }.map { " (\($0))" }.joined(),
      chinese: [blur(peak, "")?.chinese, blur(referencePeak, "参考情景：")?.chinese]
        .compactMap { $0 }.map { "（\($0)）" }.joined())
    let height =
      values[0] == values[1]
      ? Text("unchanged at \(values[0])", "峰值不变，为 \(values[0])")
      : Text(
        "at \(values[0]) instead of \(values[1])", "峰值 \(values[0])，参考情景为 \(values[1])")
    return Text(
      "\(account.emissions) are highest \(moved), \(height) \(unit)\(blur).",
      "\(account.emissions)最高点在\(moved)，\(height) \(unit)\(blur)。")
  }

  /// That the peak comes before anything the scenario does.
  private var caveat: Text {
    guard let found = scenario.notes.compactMap(\.peakCaveat).first else { return Text("", "") }
    return Text(", \(found)", "，\(found)")
  }

  /// What must stand beside a year of the maximum that other years nearly share.
  private func blur(_ peak: Peak, _ prefix: String) -> Text? {
    switch peak.status {
    case .plateau, .rebound:
      Text(english: prefix + peak.status.text.english, chinese: prefix + peak.status.text.chinese)
    default: nil
    }
  }

  private func counted(_ years: Int) -> String { "\(years) \(years == 1 ? "year" : "years")" }

  private var savedSentence: Text {
    let total = saved.reduce(0, +)
    let end = saved.last ?? 0
    let share = cumulative.reference > 0 ? total / cumulative.reference * 100 : .nan
    let span = "\(scenario.years.lowerBound)–\(lastYear)"
    let amounts = [total, end].map { readableText(abs($0)) }
    func word(_ value: Double) -> Text {
      value < 0 ? Text("more", "多排放") : Text("less", "少排放")
    }
    let percent = share.isFinite ? readableText(abs(share), digits: 2) : nil
    guard amounts != ["0", "0"] else {
      return Text(
        "Its net emissions are the same over \(span) and in \(lastYear).",
        "\(span)年累计与\(lastYear)年净排放均无变化。")
    }
    return Text(
      "Net of sinks it emits \(amounts[0]) \(unit) \(word(total)) over \(span)\(percent.map { " (\($0) %)" } ?? ""), and \(amounts[1]) \(word(end)) in \(lastYear).",
      "按净排放，\(span)年累计\(word(total)) \(amounts[0]) \(unit)\(percent.map { "（\($0)%）" } ?? "")，\(lastYear)年\(word(end)) \(amounts[1])。"
    )
  }

  private var sectorSentence: Text? {
    let total = saved.reduce(0, +)
    let leading = savedBySector.prefix(2).filter { $0.saved > 0.05 * total }
    guard total > 0, !leading.isEmpty else { return nil }
    let parts = leading.map { part in
      let share = readableText(part.saved / total * 100, digits: 2)
      return Text(
        "\(part.sector.name) (\(share) %)", "\(part.sector.name)（\(share)%）")
    }
    return Text(
      "Most of that is saved in \(parts.map(\.english).joined(separator: " and ")).",
      "主要来自\(parts.map(\.chinese).joined(separator: "和"))。")
  }

  private var costSentence: Text? {
    guard let cost else { return nil }
    let amount = readableText(abs(cost.presentCost))
    let chinese = readableText(abs(cost.presentCost) * 10)
    guard amount != "0" else {
      return Text(
        "It costs as much (present value)\(uncounted).", "成本现值无变化\(uncounted)。")
    }
    let isMore = cost.presentCost >= 0
    let perTonne = isMore ? cost.perTonne.map { readableText($0) } : nil
    return Text(
      "It costs \(amount) billion CNY \(isMore ? "more" : "less") (present value)\(perTonne.map { ", \($0) CNY per tonne avoided" } ?? "")\(uncounted).",
      "成本现值\(isMore ? "增加" : "减少") \(chinese) 亿元\(perTonne.map { "，每吨减排 \($0) 元" } ?? "")\(uncounted)。"
    )
  }

  /// That costs are not whole, beside every cost; nothing where all that is there has one.
  private var uncounted: Text {
    guard withoutCost > 0 else { return Text("", "") }
    return Text(
      ", without the \(withoutCost) parts of the city that have no cost (`run` names them in run.json)",
      "，未含 \(withoutCost) 项没有成本数据的部分（见 run 命令所写 run.json）")
  }

  /// The difference of the last year by factor, as far as it can be seen.
  var kayaSentence: Text? {
    guard let last = kaya.last else { return nil }
    let effects =
      zip(KayaFactor.allCases.map(\.name), last.city.effects) + [(Sector.sinks.name, last.sinks)]
    let telling = effects.filter { abs($0.1) >= 5e-4 * max(abs(referencePeak.value), 1e-9) }
    guard !telling.isEmpty else { return nil }
    let parts = telling.map { name, effect in
      let amount = (effect > 0 ? "+" : "") + readableText(effect)
      return Text("\(name) \(amount)", "\(name) \(amount)")
    }
    return Text(
      "By factor (LMDI) the difference of \(lastYear) is: \(parts.map(\.english).joined(separator: ", ")) \(unit).",
      "\(lastYear)年差异按因素分解（LMDI）：\(parts.map(\.chinese).joined(separator: "，")) \(unit)。")
  }
}

/// What a person reads on the terminal after a comparison.
private func summary(
  _ comparisons: [ScenarioComparison], _ language: Language, width: Int
) -> String {
  let accounting = comparisons.prefix(1).map {
    wrapped(
      terminalSafe($0.reference.blueprint.scenario.accounting.sentence(language)), to: width)
  }
  return paragraphs(comparisons.map { wrapped($0.paragraph(language), to: width) } + accounting)
}

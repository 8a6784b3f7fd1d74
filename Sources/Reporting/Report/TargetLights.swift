import Analysis
import CityModel
import Diagnostics

extension ReportPart {
  /// The targets by five-year plan, each with sign, word and colour.
  var targets: [Markup] {
    let results = subject.outcome.targets
    guard !results.isEmpty else {
      return [.tag("p", say("The scenario names no targets.", "本情景没有设定目标。"))]
    }
    let chances = subject.spread?.result.targets
    let rows = results.enumerated().map { place, result in
      (result: result, chance: chances.map { $0[place].value })
    }.sorted { $0.result.year < $1.result.year }
    var headers = [
      say("Target", "目标"), say("Reached", "实际"), say("Distance", "差距"),
      say("Judgement", "判断"),
    ]
    if chances != nil { headers.append(say("Probability", "概率")) }
    let plans = rows.map { FiveYearPlan(year: $0.result.year) }
    let groups = plans.enumerated().filter { $0.offset == 0 || plans[$0.offset - 1] != $0.element }
    let bodies = groups.map { group in
      let members = rows.indices.filter { plans[$0] == group.element }
      return Markup.tag(
        "tbody", [:],
        [.tag("tr", [:], [groupHead(group.element, columns: headers.count)])]
          + members.map { row(rows[$0].result, rows[$0].chance) })
    }
    let caption = say(
      "Targets by the five-year plan their year lies in", "按目标年所在五年规划分组")
    let table = Markup.tag(
      "table", ["class": "targets", "data-file": "targets.csv"],
      [
        .tag("caption", caption),
        .tag(
          "thead", [:],
          [
            .tag(
              "tr", [:],
              headers.enumerated().map { place, header in
                .tag(
                  "th", ["scope": "col", "class": [1, 2, 4].contains(place) ? "n" : ""], header)
              })
          ]),
      ] + bodies)
    return [.tag("div", ["class": "scroll", "tabindex": "0"], [table])] + chanceNote
  }

  private func groupHead(_ plan: FiveYearPlan?, columns: Int) -> Markup {
    .tag(
      "th", ["scope": "rowgroup", "colspan": String(columns)],
      plan?.name(language) ?? say("Earlier", "更早"))
  }

  private func row(_ result: TargetResult, _ chance: Double?) -> Markup {
    let probability = chance.map { chance -> [Markup] in
      let cell = Cell.number(chance)
      return [.element("td", cell.attributes, [.text(words(of: chance))])]
    }
    return .tag(
      "tr", [:],
      [
        .tag("th", ["scope": "row"], result.goal(language)),
        .element("td", Cell.optional(result.reached).attributes, [.text(reached(result))]),
        .element("td", Cell.optional(result.gap).attributes, [.text(distance(result))]),
        .tag("td", [:], [light(result, chance)]),
      ] + (probability ?? []))
  }

  /// A probability as a sample can tell it: that all samples agree is no certainty.
  private func words(of chance: Double) -> String {
    if chance > 0.99 { return "> 99 %" }
    return chance < 0.01 ? "< 1 %" : "\(fixedText(100 * chance, decimals: 0)) %"
  }

  private func reached(_ result: TargetResult) -> String {
    result.reached.map { result.figure($0)(language) } ?? "–"
  }

  private func distance(_ result: TargetResult) -> String {
    guard let gap = result.gap, !result.isMet else { return "–" }
    return result.amount(of: gap)(language)
  }

  private func light(_ result: TargetResult, _ chance: Double?) -> Markup {
    let (kind, sign, word) =
      if result.isMet, let chance, chance < Self.leastRobust {
        ("caution", "✓", say("met, not robust", "达到，不稳健"))
      } else if result.isMet {
        ("good", "✓", say("met", "达到"))
      } else if result.reached == nil, !result.aim.isPeak {
        ("caution", "?", say("no figure", "缺少数据"))
      } else {
        ("bad", "✗", say("missed", "未达到"))
      }
    return .tag("span", ["class": "light \(kind)"], "● \(sign) \(word)")
  }

  /// A target met in fewer samples than this hangs on inputs that are not known.
  private static let leastRobust = 2.0 / 3

  private var chanceNote: [Markup] {
    guard let spread = subject.spread else { return [] }
    let note = say(
      "Probability: the share of \(spread.result.count) samples that meet the target. Not robust: met as the scenario stands, but in less than two thirds of samples.",
      "概率：\(spread.result.count) 个样本中达到目标的比例。不稳健：情景本身达到，但样本中达到的不足三分之二。")
    return [.tag("p", ["class": "note"], note)]
  }
}

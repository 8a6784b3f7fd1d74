import Analysis
import CityModel
import Diagnostics

extension ReportPart {
  /// The indicators at the ends of five-year plans, and in the first and last year of the run.
  var indicators: [Markup] {
    let series = subject.outcome.indicators
    guard !series.isEmpty else { return [] }
    let ends = years.filter { $0.isMultiple(of: 5) }
    let shown = Set([years.lowerBound, years.upperBound] + ends).sorted()
    let heads = [say("Indicator", "指标"), say("Unit", "单位")]
    let table = Markup.tag(
      "table", ["class": "indicators"],
      [
        .tag(
          "caption",
          say(
            "Indicators at the ends of five-year plans; definitions: carbonpeak manual indicators",
            "各五年规划末的指标；定义见 carbonpeak manual indicators")),
        .tag(
          "thead", [:],
          [
            .tag(
              "tr", [:],
              heads.map { .tag("th", ["scope": "col"], $0) } + shown.map(yearHead))
          ]),
        .tag("tbody", [:], series.map { row($0, in: shown) }),
      ])
    return [.tag("div", ["class": "scroll", "tabindex": "0"], [table])] + secondary(series)
  }

  /// A year, and in whose five-year plan it lies.
  private func yearHead(_ year: Int) -> Markup {
    let plan = FiveYearPlan(year: year)?.name(language) ?? ""
    return .tag("th", ["scope": "col", "class": "n", "title": plan], String(year))
  }

  private func row(_ series: IndicatorSeries, in shown: [Int]) -> Markup {
    let indicator = series.indicator
    let isShare = indicator.unit == "1"
    let cells = shown.map { year -> Markup in
      let cell = Cell.optional(series.values[year - years.lowerBound])
      guard isShare, case .number(let value) = cell else {
        return .element("td", cell.attributes, [.text(cell.shown)])
      }
      return .element("td", cell.attributes, [.text(readableText(100 * value))])
    }
    return .tag(
      "tr", [:],
      [
        .tag("th", ["scope": "row"], indicator.name.capitalised(language)),
        .tag("td", isShare ? "%" : unitName(indicator.unit)(language)),
      ] + cells)
  }

  /// Says which definitions are known from summaries alone.
  private func secondary(_ series: [IndicatorSeries]) -> [Markup] {
    let names = series.map(\.indicator).filter { $0.definition.evidence == .secondary }
      .map { $0.name(language) }
    guard !names.isEmpty else { return [] }
    let list = names.joined(separator: say(", ", "、"))
    let note = say(
      "Known from summaries of the rules, not from their text: \(list).",
      "以下指标的规定据摘要而非原文：\(list)。")
    return [.tag("p", ["class": "note"], note)]
  }
}

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
    let table = PageTable(
      caption: say(
        "Indicators at the ends of five-year plans; definitions: carbonpeak manual indicators",
        "各五年规划末的指标；定义见 carbonpeak manual indicators"),
      headers: [say("Indicator", "指标"), say("Unit", "单位")] + shown.map(String.init),
      rows: series.map { row($0, in: shown) })
    return [table.markup] + secondary(series)
  }

  /// An indicator in some years, a share in percent.
  private func row(_ series: IndicatorSeries, in shown: [Int]) -> [Cell] {
    let indicator = series.indicator
    let isShare = indicator.unit == "1"
    let values = shown.map { series.values[$0 - years.lowerBound] }
    return [
      .text(indicator.name.capitalised(language)),
      .text(isShare ? "%" : unitName(indicator.unit)(language)),
    ] + values.map { .optional($0.map { isShare ? 100 * $0 : $0 }) }
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

extension ReportPart {
  /// What the scenario stands on: how well it is known, the levers, what is uncertain, every value.
  var assumptions: [Markup] {
    [.tag("p", InputGrades(scenario).sentence(language))] + leverTable + uncertaintyTable
      + parameterTables
  }

  private var leverTable: [Markup] {
    guard !scenario.levers.isEmpty else { return [] }
    let sources = Dictionary(
      subject.context.quotedSources.map { ($0.path, $0.source) }, uniquingKeysWith: { $1 })
    let rows = scenario.levers.map { lever -> [Cell] in
      [
        .text(lever.identity.name(language)), .text(lever.group.name(language)),
        .number(lever.level), .text(shortestText(lever.ramp.from)),
        lever.ramp.hasEnd ? .text(shortestText(lever.ramp.by)) : .empty,
        .text(lever.moves.map(\.path.description).joined(separator: " · ")),
        sources["levers.\(lever.identity.id)"].map { .text($0) } ?? .empty,
      ]
    }
    return folded(
      say("Levers (\(rows.count))", "措施（\(rows.count) 项）"),
      PageTable(
        caption: say("Levers, how far they are pulled and what they move", "措施及其力度与作用对象"),
        headers: [
          say("Lever", "措施"), say("Group", "类别"), say("Level", "力度"), say("From", "起"),
          say("By", "至"), say("Moves", "作用对象"), say("Source", "来源"),
        ], rows: rows))
  }

  private var uncertaintyTable: [Markup] {
    let values = scenario.uncertainties.values
    guard !values.isEmpty else { return [] }
    let rows = values.map { value -> [Cell] in
      [
        .text(value.axis.path), .text(value.distribution.shown(language)),
        value.grade.map { .text($0.word(language)) } ?? .empty,
        value.source.map { .text($0) } ?? .empty,
      ]
    }
    return folded(
      say("What is uncertain (\(rows.count))", "不确定输入（\(rows.count) 项）"),
      PageTable(
        caption: say("Uncertain inputs and their distributions", "不确定输入及其分布"),
        headers: [
          say("Path", "路径"), say("Distribution", "分布"), say("Grade", "等级"),
          say("Source", "来源"),
        ], rows: rows))
  }

  /// The values the files give, by their first word.
  private var parameterTables: [Markup] {
    let given = scenario.parameters.filter { $0.location != nil }
    var fields: [String] = []
    for parameter in given {
      let field = parameter.path.segments.first.map(String.init) ?? ""
      if !fields.contains(field) { fields.append(field) }
    }
    return fields.flatMap { field in
      let rows = given.filter { $0.path.segments.first.map(String.init) == field }.map(row)
      let name = fieldName(field)
      return folded(
        "\(name) (\(rows.count))",
        PageTable(
          caption: say("Values given: \(name)", "给定值：\(name)"),
          headers: [
            say("Path", "路径"), say("Meaning", "含义"), String(years.lowerBound),
            String(years.upperBound), say("Unit", "单位"), say("Grade", "等级"),
            say("Source", "来源"),
          ], rows: rows))
    }
  }

  private func row(_ parameter: Parameter) -> [Cell] {
    let unit = parameter.unit
    return [
      .text(parameter.path.description), .text(parameter.declaration.meaning(language)),
      .optional(parameter.values.first), .optional(parameter.values.last),
      .text(unitName(unit)(language)), parameter.grade.map { .text($0.word(language)) } ?? .empty,
      parameter.source.map { .text($0) } ?? .empty,
    ]
  }

  private func fieldName(_ field: String) -> String {
    switch field {
    case "drivers": say("drivers", "驱动因素")
    case "carriers": say("carriers", "能源品种")
    case "equipment": say("equipment", "设备")
    case "buildings": say("buildings", "建筑")
    case "industry": say("industry", "工业")
    case "transport": say("transport", "交通")
    case "energy": say("energy supply", "能源供应")
    case "waste": say("waste", "废弃物")
    case "sinks": say("sinks", "碳汇")
    case "costs": say("costs", "成本")
    default: field
    }
  }

  /// A table that opens when its name is pressed.
  private func folded(_ name: String, _ table: PageTable) -> [Markup] {
    [.tag("details", [:], [.tag("summary", name), table.markup])]
  }
}

/// One of China's five-year plans: the 14th runs from 2021 to 2025.
struct FiveYearPlan: Hashable {
  /// Its number; the first is that of 1981 with five full years behind each other, the sixth.
  let number: Int

  /// The plan a year belongs to; nothing for years before plans came every five years.
  init?(year: Int) {
    guard year >= 1981 else { return nil }
    number = (year - 2021 + 40) / 5 + 6
  }

  /// First to last year.
  var years: ClosedRange<Int> {
    let first = 2021 + (number - 14) * 5
    return first...(first + 4)
  }

  /// What it is called, with its years.
  var name: Text {
    let span = "\(years.lowerBound)–\(years.upperBound)"
    return Text(
      "\(number)\(ordinalEnding) five-year plan, \(span)",
      "第\(Self.chinese(number))个五年规划，\(span)年")
  }

  private var ordinalEnding: String {
    switch (number % 10, number % 100) {
    case (_, 11...13): "th"
    case (1, _): "st"
    case (2, _): "nd"
    case (3, _): "rd"
    default: "th"
    }
  }

  /// A number below a hundred in Chinese: 十四, 二十, 二十一.
  private static func chinese(_ number: Int) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    let tens = number / 10
    let ones = number % 10
    guard tens > 0 else { return digits[ones] }
    return (tens > 1 ? digits[tens % 10] : "") + "十" + digits[ones]
  }
}

import Analysis
import CityModel
import Diagnostics

/// The part of a report that tells of one scenario.
struct ReportPart {
  let subject: ReportSubject
  let language: Language
  /// What the names of its files and sections begin with: nothing, or its id where there are more.
  let prefix: String
  /// The level of its headings.
  let level: Int
  /// The colours of carriers and of power supply on the page; of each picture alone if none.
  var carrierInks: SeriesInks?
  var powerInks: SeriesInks?

  var trajectory: Trajectory { subject.outcome.trajectory }
  var scenario: Scenario { trajectory.blueprint.scenario }
  var years: ClosedRange<Int> { trajectory.years }

  /// A text in the language of the report.
  func say(_ english: EnglishWords, _ chinese: ChineseWords) -> String {
    Text(english, chinese)(language)
  }

  /// A section with its heading; an empty one where it has nothing to say.
  func section(_ id: String, _ title: String, _ content: [Markup]) -> [Markup] {
    guard !content.isEmpty else { return [] }
    return [
      .tag(
        "section", ["id": prefix + id, "aria-labelledby": "\(prefix)\(id)-title"],
        [.tag("h\(level)", ["id": "\(prefix)\(id)-title"], title)] + content)
    ]
  }

  /// The pictures, in the order of the page.
  var exhibits: [Exhibit] {
    [emissions, wedges, energy, power, hours, costCurve].compactMap { $0 }
  }

  /// The name of a thing of the scenario for people.
  func name(_ path: String, _ id: String) -> String {
    guard let name = scenario.names[ParameterPath(path) / id] else { return carrierName(id) }
    return name(language)
  }

  /// Carriers that every city has and no file names.
  func carrierName(_ id: String) -> String {
    switch id {
    case "electricity": say("electricity", "电力")
    case "heat": say("district heat", "集中供热")
    case "hydrogen": say("hydrogen", "氢")
    default: id
    }
  }

  /// The values of a series at first, greatest and last year in words.
  func course(_ name: String, _ values: [Double], _ unit: String) -> String {
    guard let first = values.first, let last = values.last else { return "" }
    let from = years.lowerBound
    let to = years.upperBound
    let amounts = [first, last].map { "\(readableText($0)) \(unit)" }
    return say(
      "\(name): \(amounts[0]) in \(from), \(amounts[1]) in \(to).",
      "\(name)：\(from)年 \(amounts[0])，\(to)年 \(amounts[1])。")
  }
}

/// A picture with what stands below it and the table behind it.
struct Exhibit {
  let figure: Figure
  /// What a reader must know of it.
  let notes: [String]
  let table: PageTable
  /// Whether the table is shown at once: the picture needs it.
  var isOpen = false

  /// The picture for screens of both kinds, its notes and its table.
  func markup(_ language: Language) -> Markup {
    let words = Text("The numbers as a table", "数据表")(language)
    return .tag(
      "figure", ["id": figure.name],
      [.tag("p", ["class": "title"], figure.title)] + ChartSize.allCases.map(figure.inline)
        + [
          .tag("figcaption", [:], notes.map { .tag("p", $0) }),
          .element(
            "details", isOpen ? [("open", "open")] : [],
            [.tag("summary", words), table.markup]),
        ])
  }
}

extension ReportPart {
  /// All that is told of the scenario.
  var sections: [Markup] {
    section("summary", say("In short", "概要"), summary)
      + section("indicators", say("Indicators", "指标"), indicators)
      + pictures("emissions", say("Emissions", "排放"), [emissions])
      + section("targets", say("Targets", "目标"), targets)
      + pictures("wedges", say("What the levers do", "措施的作用"), [wedges])
      + pictures("energy", say("Energy", "能源"), [energy])
      + pictures("power", say("Electricity", "电力"), [power, hours])
      + pictures("costs", say("Costs", "成本"), [costCurve])
      + section("warnings", say("Warnings and notes", "警告与说明"), warnings)
      + section("assumptions", say("Assumptions", "假设"), assumptions)
      + section("record", say("How this was made", "生成记录"), record)
  }

  private func pictures(_ id: String, _ title: String, _ exhibits: [Exhibit?]) -> [Markup] {
    let shown = exhibits.compactMap { $0 }
    // A figure has the id of its file, so that its section takes another.
    return section("\(id)-section", title, shown.map { $0.markup(language) })
  }

  // MARK: In short

  private var summary: [Markup] {
    let outcome = subject.outcome
    let sentences =
      [
        outcome.certificate?.sentence?(language),
        trajectory.baseYearLine()(language),
        outcome.history.first { $0.path.last == "emissions" }?.sentence(language),
        trajectory.scopeTwoLine?(language),
      ].compactMap { $0 } + outcome.notes.filter(\.isOfAccount).map { $0.sentence(language) }
    let lead =
      outcome.headline(caveat: outcome.peakCaveat)?(language) ?? ""
    return [
      .tag("p", ["class": "lead"], lead), .tag("p", sentences.joined(separator: say(" ", ""))),
      .tag("dl", ["class": "tiles"], tiles),
    ]
  }

  private var tiles: [Markup] {
    let unit = OutputKind.total.unit
    let net = trajectory.total(.net)
    let met = subject.outcome.targets.filter(\.isMet).count
    let count = subject.outcome.targets.count
    var tiles: [(String, String, Double?)] = []
    if let peak = subject.outcome.peak {
      let status = peak.status.text(language)
      tiles.append((say("Peak", "达峰"), status.prefix(1).uppercased() + status.dropFirst(), nil))
      let account = subject.outcome.peakAccount.emissions
      tiles.append(
        (
          say("Highest \(account)", "最高\(account)"),
          "\(readableText(peak.value)) \(unit)", peak.value
        ))
    }
    let end = net.last ?? 0
    tiles.append(
      (
        say("Net in \(years.upperBound)", "\(years.upperBound)年净排放"),
        "\(readableText(end)) \(unit)", end
      ))
    let sum = net.reduce(0, +)
    tiles.append((say("Net, all years together", "累计净排放"), "\(readableText(sum)) \(unit)", sum))
    if count > 0 {
      tiles.append(
        (say("Targets met", "达到目标"), say("\(met) of \(count)", "\(met) / \(count)"), nil))
    }
    return tiles.map { name, text, value in
      .tag(
        "div", [:],
        [
          .tag("dt", name),
          .element("dd", value.map { [("data-value", shortestText($0))] } ?? [], [.text(text)]),
        ])
    }
  }

  // MARK: Warnings

  private var warnings: [Markup] {
    let notes = subject.outcome.notes.filter { !$0.isOfAccount }.map { $0.sentence(language) }
    let found =
      subject.context.warnings + subject.remarks.map { $0(language) } + notes
    let list =
      found.isEmpty
      ? Markup.tag("p", say("None.", "无。"))
      : .tag("ul", [:], found.map { .tag("li", $0) })
    return [list] + withoutCost
  }

  private var withoutCost: [Markup] {
    guard let gaps = trajectory.blueprint.costGaps, !gaps.isEmpty else { return [] }
    return [
      .tag(
        "details", [:],
        [
          .tag(
            "summary",
            say("Without cost, in no cost figure (\(gaps.count))", "未给出成本、未计入（\(gaps.count) 项）")),
          .tag("ul", [:], gaps.map { .tag("li", "\($0.path): \($0.missing(language))") }),
        ])
    ]
  }

  // MARK: Record

  private var record: [Markup] {
    let context = subject.context
    let changes = context.changes.map { "--set \($0)" }
    let lines =
      ["carbonpeak \(context.version), \(context.time)"] + changes
      + context.inputs.map { say("read: \($0.path)", "读取：\($0.path)") }
    return [.tag("ul", ["class": "record"], lines.map { .tag("li", $0) })]
  }
}

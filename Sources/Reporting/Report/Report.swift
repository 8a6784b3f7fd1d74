public import Analysis
import CityModel
public import Diagnostics

/// One page that needs no network and tells a planner what scenarios come to: in words, pictures
/// and tables.
public struct Report {
  let parts: [ReportPart]
  private let comparison: ReportComparison?
  let language: Language

  /// Gathers a report.
  ///
  /// - Parameters:
  ///   - subjects: The scenarios, at least one; all of one city, with the same years and accounting.
  ///   - comparisons: Each scenario but the first, held against it.
  ///   - language: The language of the page.
  public init(
    _ subjects: [ReportSubject], comparisons: [ScenarioComparison] = [], _ language: Language
  ) {
    let isOne = subjects.count == 1
    var parts = subjects.map { subject in
      let id = subject.outcome.trajectory.blueprint.scenario.identity.id
      return ReportPart(
        subject: subject, language: language, prefix: isOne ? "" : "\(id)-", level: isOne ? 2 : 3)
    }
    let carriers = SeriesInks(parts.map(\.carrierLayers))
    let power = SeriesInks(parts.flatMap { [$0.powerLayers, $0.hourLayers] })
    for place in parts.indices {
      parts[place].carrierInks = carriers
      parts[place].powerInks = power
    }
    self.parts = parts
    self.language = language
    comparison =
      isOne
      ? nil : ReportComparison(parts: parts, comparisons: comparisons, language: language)
  }

  /// The pictures as files of their own, `*.svg`.
  public var pictures: [ResultFile] {
    let exhibits = [comparison?.exhibit].compactMap { $0 } + parts.flatMap(\.exhibits)
    return exhibits.map(\.figure.file)
  }

  /// The page, `report.html`.
  public var page: ResultFile {
    ResultFile(name: "report.html", bytes: Array(document.utf8))
  }

  private func say(_ english: EnglishWords, _ chinese: ChineseWords) -> String {
    Text(english, chinese)(language)
  }

  private var document: String {
    let html = Markup.tag(
      "html", ["lang": say("en", "zh-CN")],
      [head, .tag("body", [:], [skip, header] + contents + [main, footer])])
    return "<!DOCTYPE html>\n" + html.rendered
  }

  private var title: String {
    let names = parts.map { $0.scenario.identity.name(language) }
    let city = parts.first?.scenario.city.name(language) ?? ""
    return "\(city) · " + names.joined(separator: say(", ", "、"))
  }

  /// Nothing may be fetched and no script may run; the policy says so to the browser.
  private var head: Markup {
    .tag(
      "head", [:],
      [
        .tag("meta", ["charset": "utf-8"]),
        .tag(
          "meta",
          [
            "http-equiv": "Content-Security-Policy",
            "content":
              "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
          ]),
        .tag("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
        .tag("meta", ["name": "color-scheme", "content": "light dark"]),
        .tag("title", title), .style(reportStyle()),
      ])
  }

  private var skip: Markup {
    .tag("a", ["class": "skip", "href": "#main"], say("To the content", "跳到正文"))
  }

  private var header: Markup {
    let accounting = parts.first?.scenario.accounting.sentence(language) ?? ""
    return .tag(
      "header", [:],
      [
        .tag("h1", title), .tag("p", ["class": "accounting"], accounting), themeSwitch,
      ])
  }

  /// The page's colours, chosen without a script: the style sheet looks which one is checked.
  private var themeSwitch: Markup {
    let choices = [
      ("auto", say("as the system", "跟随系统")), ("light", say("light", "浅色")),
      ("dark", say("dark", "深色")),
    ]
    let inputs = choices.map { id, name -> Markup in
      var attributes = [
        (name: "type", value: "radio"), ("name", "theme"), ("id", "theme-\(id)"),
      ]
      if id == "auto" { attributes.append(("checked", "checked")) }
      return .tag("label", [:], [.element("input", attributes, []), .text(name)])
    }
    return .tag("fieldset", ["class": "theme"], [.tag("legend", say("Colours", "配色"))] + inputs)
  }

  /// Links to the scenarios, where there are several.
  private var contents: [Markup] {
    guard comparison != nil else { return [] }
    let links = parts.map { part in
      Markup.tag(
        "li", [:],
        [
          .tag(
            "a", ["href": "#\(part.prefix)scenario"], part.scenario.identity.name(language))
        ])
    }
    return [.tag("nav", ["aria-label": say("Scenarios", "情景")], [.tag("ul", [:], links)])]
  }

  private var main: Markup {
    guard let comparison else {
      return .tag("main", ["id": "main"], parts.flatMap(\.sections))
    }
    let scenarios = parts.map { part in
      Markup.tag(
        "article", ["id": "\(part.prefix)scenario"],
        [.tag("h2", part.scenario.identity.name(language))] + part.sections)
    }
    return .tag("main", ["id": "main"], [sideBySide(comparison)] + scenarios)
  }

  private func sideBySide(_ comparison: ReportComparison) -> Markup {
    .tag(
      "section", ["aria-labelledby": "comparison-title"],
      [
        .tag("h2", ["id": "comparison-title"], say("Side by side", "情景对照")),
        .tag("ul", ["class": "lead"], comparison.sentences),
      ] + [comparison.exhibit?.markup(language), comparison.differences?.markup].compactMap { $0 })
  }

  private var footer: Markup {
    let words = say(
      "Numbers are rounded; each cell holds the whole one (data-value), the same as in the CSV files of 'run'. This page needs no network.",
      "数字经四舍五入；各单元格含完整数值（data-value），与 run 的 CSV 一致。本页无需网络。")
    return .tag("footer", [:], [.tag("p", words)])
  }
}

extension Report {
  /// `report.json`: what stands on the page of each scenario.
  ///
  /// - Parameter files: The page and its pictures, as far as they are wanted.
  /// - Returns: The answer, to be written beside the page.
  public func answer(_ files: [ResultFile]) -> Answer {
    Answer(
      "report",
      figures: [
        ("city", parts.first.map { identity($0.scenario.city) } ?? .null),
        ("accounting", parts.first.map { accounting($0.scenario.accounting) } ?? .null),
        ("scenarios", .array(parts.map(scenarioRecord))),
      ],
      others: files, story: { _, width in summary(width: width) })
  }

  private func scenarioRecord(_ part: ReportPart) -> JSONValue {
    let subject = part.subject
    return .object([
      ("scenario", identity(part.scenario.identity)),
      ("pictures", .array(part.exhibits.map { .string($0.figure.name + ".svg") })),
      ("samples", .optional(subject.spread?.result.count)),
      ("wedges", .optional(subject.wedges.map(method))),
      ("remarks", .array(subject.remarks.map { .string($0.english) })),
      ("inputs", .array(subject.context.inputs.map(fingerprint))),
      ("warnings", .array(warnings(subject).map(JSONValue.string))),
    ])
  }

  private func warnings(_ subject: ReportSubject) -> [String] {
    subject.context.warnings
      + subject.outcome.notes.filter(\.kind.isWarning).map {
        "\($0.text(language)) [\($0.kind.id)]"
      }
  }

  private func method(_ found: LeverAttribution) -> String {
    switch found.attribution.method {
    case .exact: "exact"
    case .sampled(let pairs): "\(2 * pairs) orders"
    }
  }

  private func summary(width: Int) -> String {
    let scenarios = parts.flatMap { part -> [String] in
      let outcome = part.subject.outcome
      let sentence = outcome.headline(caveat: outcome.peakCaveat)
      return [part.scenario.title(language)]
        + (sentence.map { wrapped($0(language), to: width) } ?? [])
    }
    let accounting = parts.first.map {
      wrapped(terminalSafe($0.scenario.accounting.sentence(language)), to: width)
    }
    return paragraphs([scenarios, accounting ?? []])
  }
}

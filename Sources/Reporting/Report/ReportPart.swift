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
    let (from, to) = (years.lowerBound, years.upperBound)
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

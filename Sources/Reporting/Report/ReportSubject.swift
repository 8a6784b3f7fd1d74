public import Analysis
public import CityModel
public import Diagnostics

/// What a report tells of one scenario.
public struct ReportSubject: Sendable {
  /// The run, and what was found of it.
  public let outcome: RunOutcome
  /// What it was started with.
  public var context: RunContext
  /// The same city with all levers at level 0; none where there are no levers, or it has no results.
  public var reference: Trajectory?
  /// How the path spreads when what is uncertain varies.
  public var spread: UncertaintyOutcome?
  /// What each lever avoids, where that was asked for.
  public var wedges: LeverAttribution?
  /// What each lever costs per tonne, the other levers as they are; empty where costs are not
  /// counted.
  public var costs: [LeverAbatement] = []
  /// The hours of the last year, with hourly dispatch.
  public var hours: HourlyDetail?
  /// What could not be told, and why.
  public var remarks: [Text] = []

  /// Begins with a run; the rest may be added.
  public init(_ outcome: RunOutcome, _ context: RunContext) {
    self.outcome = outcome
    self.context = context
  }
}

/// The part of a report that holds scenarios against the first.
struct ReportComparison {
  let parts: [ReportPart]
  let comparisons: [ScenarioComparison]
  let language: Language

  private func say(_ english: EnglishWords, _ chinese: ChineseWords) -> String {
    Text(english, chinese)(language)
  }

  private func name(_ part: ReportPart) -> String { part.scenario.identity.name(language) }

  /// The net totals of all scenarios, a line each.
  var exhibit: Exhibit? {
    guard let first = parts.first else { return nil }
    var chart = TimeChart(places: first.years, unit: OutputKind.total.unit)
    chart.lines = parts.enumerated().map { place, part in
      TimeChart.Line(
        name: name(part), ink: place == 0 ? .text : .series(Self.lineInks[(place - 1) % 5]),
        isDashed: place == 0 || place > 5, values: part.trajectory.total(.net))
    }
    let words = parts.map { $0.course(name($0), $0.trajectory.total(.net), OutputKind.total.unit) }
    let city = first.scenario.city.name(language)
    let figure = Figure(
      name: "comparison", title: say("Net emissions by scenario", "各情景净排放"), owner: city,
      description: ([say("Lines.", "折线图。")] + words).joined(separator: " "), chart: chart)
    let table = PageTable(
      caption: say("Net emissions, Mt CO2e", "净排放，Mt CO2e"),
      headers: [say("Year", "年份")] + parts.map(name),
      rows: first.years.enumerated().map { place, year in
        [.integer(year)] + parts.map { .number($0.trajectory.total(.net)[place]) }
      })
    let note = say(
      "Dashed: \(name(first)), which the others are held against.",
      "虚线：\(name(first))，其他情景与之对照。")
    return Exhibit(figure: figure, notes: [note], table: table)
  }

  /// The series colours that stand out as lines on both grounds.
  private static let lineInks = [0, 4, 3, 5, 2]

  /// What the scenarios come to, and how far each is from the first.
  var differences: PageTable? {
    guard let first = comparisons.first else { return nil }
    let headers = [say("Figure", "指标"), say("Unit", "单位"), name(parts[0])]
    let more = zip(parts.dropFirst(), comparisons).flatMap { part, _ in
      [name(part), say("difference", "差值")]
    }
    let rows = first.figures.enumerated().map { place, figure -> [Cell] in
      let values = comparisons.flatMap { comparison -> [Cell] in
        guard let found = comparison.figures.first(where: { $0.metric == figure.metric }) else {
          return [.empty, .empty]
        }
        return [cell(found, found.value), cell(found, found.difference)]
      }
      return [
        .text(words(figure.metric)), .text(CountedUnit(figure.unit).name(language)),
        cell(figure, figure.reference),
      ]
        + values
    }
    return PageTable(
      caption: say("Figures, and their distance from the first scenario", "各项指标及与第一个情景的差值"),
      headers: headers + more, file: "summary.csv", rows: rows)
  }

  /// A figure; a year is a whole number, and Chinese money counts in 亿元.
  private func cell(_ figure: ComparedFigure, _ value: Double?) -> Cell {
    figure.unit == "year"
      ? .optional(value.map { Int($0) })
      : .optional(value.map { CountedUnit(figure.unit).number($0, language) })
  }

  private func words(_ metric: Metric) -> String {
    switch metric {
    case .peakYear(.gross): say("Year of the maximum, gross", "总排放最高值年份")
    case .peakYear(.net): say("Year of the maximum, net", "净排放最高值年份")
    case .peakValue(.gross): say("Highest gross emissions", "最高总排放")
    case .peakValue(.net): say("Highest net emissions", "最高净排放")
    case .cumulative: say("Net, all years together", "累计净排放")
    case .emissions(let year): say("Net emissions in \(year)", "\(year)年净排放")
    case .cost: say("System cost, present value", "系统成本（现值）")
    case .costPerTonne: say("Cost per tonne avoided", "单位减排成本")
    case .peakYearEstimate: metric.name(language)
    }
  }

  /// How each scenario peaks, in a sentence of its own.
  var sentences: [Markup] {
    parts.compactMap { part in
      let outcome = part.subject.outcome
      return outcome.headline(caveat: outcome.peakCaveat).map { headline in
        let sentence = headline(language)
        return .tag(
          "li", [:],
          [.tag("strong", name(part)), .text(say(": ", "：") + sentence)])
      }
    }
  }
}

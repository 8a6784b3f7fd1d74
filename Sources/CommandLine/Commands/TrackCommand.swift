import Analysis
import ArgumentParser
import CityModel
import Diagnostics
import Quantities
import Reporting
import ScenarioFiles

/// `carbonpeak track FILE --observed CSV`: a plan held against what happened.
struct TrackCommand: StudyCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "track",
      abstract: say(
        "Hold a plan against observed years: the distance, what explains it, where it would land.",
        "将计划与实际逐年对照：差距、成因、走向。"),
      discussion: say(
        "The table has a column of years and columns emissions, emissions.SECTOR (where they arise), energy, energy.SECTOR, gdp (prices of the base year), population (or the words of Chinese yearbooks: 碳排放, 能源消费总量, 地区生产总值, 常住人口 and the like), and any parameter by its path, each with its unit in brackets: 'emissions [万吨]'. Emissions must count what the plan counts. Writes tracking.csv and tracking.json under Output/<city>/<scenario>/. What was not observed is 'unknown', never 'on track'.",
        "表格包括年份列，以及碳排放（emissions）、emissions.部门（按发生地）、能源消费总量（energy）、energy.部门、地区生产总值（gdp，基准年价格）、常住人口（population）或任意参数路径，单位写在括号内，如“碳排放（万吨）”。排放口径须与计划一致。在 Output/<城市>/<情景>/ 下写出 tracking.csv 与 tracking.json。没有观测值的一律为“无法判断”。"
      ))
  }

  @Argument(help: help("The scenario file.", "情景文件。"), completion: .file(extensions: ["yaml"]))
  var file: String

  @Option(
    help: help("The table of observed years.", "观测值表格。"), completion: .file(extensions: ["csv"]))
  var observed: String

  @Option(
    help: help(
      "The column of the years (default: year, 年 or 年份, else the first).",
      "年份列（默认：year、年或年份，否则第一列）。"))
  var year: String?

  @Option(
    help: help(
      "How much more than planned is still on track (default: 1%).", "超出计划多少以内仍算符合（默认 1%）。"))
  var tolerance = "1%"

  @Flag(
    help: help(
      "End with status 1 if the plan is off track.", "偏离计划时以状态 1 结束。"))
  var failOnTarget = false

  @OptionGroup var writing: WritingArguments
  @OptionGroup var labelling: LabelOptions
  @OptionGroup var reading: ReadingArguments
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if share == nil {
      throw ValidationError(
        say(
          "--tolerance is a share such as 1%, from 0% to below 100%.",
          "--tolerance 为 0% 至 100% 以下的占比，如 1%。"))
    }
  }

  private var share: Double? {
    ParsedQuantity.share(tolerance).flatMap { (0..<1).contains($0) ? $0 : nil }
  }

  func begin() throws -> StudyRun {
    try StudyRun.reading(
      self, of: [file], reading, common, to: writing.output, beside: [observed])
  }

  func answers(_ run: StudyRun) async throws -> [StudyAnswer] {
    let scenario = run.blueprint.scenario
    let table = ObservedCity(path: observed, year: year, of: scenario, thisYear: Console.year)
    try table.refuse(common)
    let tracking = try Tracking(
      of: try run.baseRun(),
      against: Observations(
        history: table.history, sectorEnergy: table.sectorEnergy,
        parameters: table.adoptions.map { ($0.path, $0.observations) },
        units: table.units.mapValues { .init(name: $0.name, size: $0.size) }),
      tolerance: share ?? 0)
    guard !tracking.years.isEmpty else { throw noOverlap(scenario.years) }
    let report = TrackingReport(tracking)
    run.add(table.file, told: table.diagnostics)
    for warning in report.warnings {
      run.warn(warning, code: StudyWarningKind.observedSlip.id, of: observed)
    }
    let style = labelling.style(writing)
    let isMissed = failOnTarget && tracking.status == .offTrack
    return [
      StudyAnswer(
        place: .scenario(scenario), answer: report.answer, style: style,
        end: isMissed ? Refusal([], .targetMissed) : nil)
    ]
  }

  private func noOverlap(_ years: ClosedRange<Int>) -> Refusal {
    let run = "\(years.lowerBound)–\(years.upperBound)"
    return Refusal(
      Text(
        "no observed year lies in the run \(run); nothing is written",
        "没有观测年份落在模拟期 \(run) 内；未写出任何文件"), .badScenario, of: observed)
  }
}

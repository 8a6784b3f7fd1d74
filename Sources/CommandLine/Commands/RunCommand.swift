import Analysis
import ArgumentParser
import CityModel
import Diagnostics
import Reporting
import ScenarioFiles

/// `carbonpeak run FILE…`: one run per file.
struct RunCommand: StudyCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "run",
      abstract: say(
        "Run scenarios: trajectories, peaks, targets and balances as files.",
        "运行情景：输出逐年轨迹、达峰、目标与平衡表。"),
      discussion: say(
        "Each scenario writes emissions.csv, indicators.csv, trajectory.csv, peak.csv, peak-certificate.csv, targets.csv, energy-balance.csv and run.json under Output/<city>/<scenario>/.",
        "每个情景在 Output/<城市>/<情景>/ 下写出 emissions.csv、indicators.csv、trajectory.csv、peak.csv、peak-certificate.csv、targets.csv、energy-balance.csv 和 run.json。"
      ))
  }

  @Argument(help: help("Scenario files.", "情景文件。"), completion: .file(extensions: ["yaml"]))
  var files: [String]

  @OptionGroup var writing: WritingArguments
  @OptionGroup var labelling: LabelOptions

  @Flag(
    help: help(
      "Write results.xlsx too: all tables in one workbook, with charts.",
      "另写 results.xlsx：一个工作簿，含全部表格与图。"))
  var xlsx = false

  @Flag(help: help("trajectory.csv with a row for each year.", "trajectory.csv 每年一行。"))
  var long = false

  @Flag(
    help: help("End with status 1 if a target is missed.", "有目标未达到时以状态 1 退出。"))
  var failOnTarget = false

  @Option(
    help: help(
      "Write hourly-YEAR.csv: every hour of a year, with hourly dispatch.",
      "写出 hourly-年份.csv：逐时调度情景某年的各时刻。"))
  var hourly: Int?

  @Flag(
    help: help(
      "Write peak-levers.csv: the smallest change of each lever alone that moves the peak.",
      "写出 peak-levers.csv：单独调整各项措施使达峰年份移动的最小变化。"))
  var peakLevers = false

  @OptionGroup var reading: ReadingArguments
  @OptionGroup var common: CommonOptions

  func begin() throws -> StudyRun {
    try StudyRun.reading(
      self, of: files, reading, common, to: writing.output, leavesOutBases: true)
  }

  func answers(_ run: StudyRun) async throws -> [StudyAnswer] {
    if let read = run.read { try refuseTwins(read) }
    let outcomes = try run.runs().map { try RunOutcome($0) }
    var answers: [StudyAnswer] = []
    for (outcome, context) in zip(outcomes, run.contexts()) {
      answers.append(try await answer(outcome, context, run.language))
    }
    return answers
  }

  private func answer(
    _ outcome: RunOutcome, _ context: RunContext, _ language: Language
  ) async throws -> StudyAnswer {
    let others = try await self.others(of: outcome, context, language)
    let blueprint = outcome.trajectory.blueprint
    let isMissed = failOnTarget && outcome.targets.contains { !$0.isMet }
    return StudyAnswer(
      place: .scenario(blueprint.scenario), context: context,
      answer: outcome.answer(context, shape: long ? .long : .wide, others: others),
      style: labelling.style(writing),
      afterword: { _ in blueprint.costNote.map { [$0(language)] } ?? [] },
      end: isMissed ? Refusal([], .targetMissed) : nil)
  }

  /// Two files of one city and scenario id would write over each other.
  private func refuseTwins(_ scenarios: ReadScenarios) throws(Refusal) {
    var places: [String: String] = [:]
    for (path, scenario) in zip(scenarios.paths, scenarios.scenarios) {
      let place = scenario.fullId
      if let other = places[place] {
        throw Refusal(
          Text(
            "\(other) and \(path) are both scenario '\(place)' and would write over each other; give one another id under 'scenario:'",
            "\(other) 与 \(path) 都是情景“\(place)”，结果会互相覆盖；请在 scenario: 下换一个 id"),
          .badScenario)
      }
      places[place] = path
    }
  }

  /// The hours of the year that was asked for.
  private func hourlyFile(_ outcome: RunOutcome) throws -> [ResultFile] {
    guard let hourly else { return [] }
    let blueprint = outcome.trajectory.blueprint
    guard let detail = HourlyDetail(blueprint, year: hourly) else {
      throw noHours(of: hourly, blueprint.scenario)
    }
    return [detail.file(style: labelling.style(writing))]
  }

  /// Why there are no hours of a year, told with what to do.
  private func noHours(of year: Int, _ scenario: Scenario) -> Refusal {
    let first = scenario.years.lowerBound
    let last = scenario.years.upperBound
    let isOutside = !scenario.years.contains(year)
    let reason =
      isOutside
      ? Text(
        "--hourly \(year): the run has the years \(first) to \(last)",
        "--hourly \(year)：模拟期为 \(first) 至 \(last) 年")
      : Text(
        "--hourly \(year): electricity is balanced by the year here; add 'dispatch: hourly' under 'energy.electricity' with representative days under 'days', as Scenarios/shenzhen/hourly.yaml does",
        "--hourly \(year)：本情景按年平衡电力；请在 energy.electricity 下加入 'dispatch: hourly' 与典型日 days，写法见 Scenarios/shenzhen/hourly.yaml"
      )
    return Refusal(
      reason, isOutside ? .usage : .badScenario, of: StudySubject(scenario).name)
  }

  /// The smallest changes that move the peak, if they are asked for.
  private func peakLeverFile(_ outcome: RunOutcome) async throws -> [ResultFile] {
    guard peakLevers else { return [] }
    let moves = try await PeakMove.smallest(of: outcome.trajectory.blueprint, jobs: Console.cores)
    return [
      .peakLevers(
        moves, of: outcome.trajectory.blueprint.scenario.accounting.peakAccount,
        style: labelling.style(writing))
    ]
  }

  /// What was asked for beside tables and record.
  private func others(
    of outcome: RunOutcome, _ context: RunContext, _ language: Language
  ) async throws -> [ResultFile] {
    let asked = try await hourlyFile(outcome) + peakLeverFile(outcome)
    let workbook =
      xlsx ? [outcome.workbook(context, language, labels: labelling.labels)] : []
    return asked + workbook
  }
}

import Analysis
import ArgumentParser
import CityModel
import Diagnostics
import Reporting
import ScenarioFiles

/// `carbonpeak run FILE…`: one run per file.
struct RunCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "run",
      abstract: say(
        "Run scenarios: trajectories, peaks, targets and balances as files.",
        "运行情景：输出逐年轨迹、达峰、目标与平衡表。"),
      discussion: say(
        "Each scenario writes emissions.csv, trajectory.csv, peak.csv, peak-certificate.csv, targets.csv, energy-balance.csv and run.json under Output/<city>/<scenario>/.",
        "每个情景在 Output/<城市>/<情景>/ 下写出 emissions.csv、trajectory.csv、peak.csv、peak-certificate.csv、targets.csv、energy-balance.csv 和 run.json。"
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

  func run() async throws {
    let scenarios = try ReadScenarios(files, reading, common, leavesOutBases: true)
    try refuseTwins(scenarios)
    let outcomes = try scenarios.blueprints.map {
      try RunOutcome(CheckedRun($0, common).trajectory)
    }
    let contexts = zip(scenarios.results, outcomes).map { result, outcome in
      var context = RunContext(
        [result.reading], result.diagnostics, reading, common.language, options: options)
      context.warnings += outcome.trajectory.tellNotes(common.language)
      return context
    }
    var files: [[ResultFile]] = []
    for (outcome, context) in zip(outcomes, contexts) {
      files.append(try await self.files(of: outcome, context))
    }
    var summaries: [RunSummaryParts] = []
    for (place, outcome) in outcomes.enumerated() {
      let folder = ResultFolder(
        of: outcome.trajectory.blueprint.scenario, under: writing.output,
        from: contexts[place].inputs, common.language)
      summaries.append(
        RunSummaryParts(
          outcome: outcome, warnings: contexts[place].warnings,
          files: try writing.write(files[place], to: folder, common)))
    }
    show(summaries)
    if failOnTarget, outcomes.contains(where: { $0.targets.contains { !$0.isMet } }) {
      throw ExitStatus.targetMissed.code
    }
  }

  /// The options that change what is written, for the record.
  private var options: [(name: String, value: String)] {
    writing.options + labelling.options + (hourly.map { [("hourly", "\($0)")] } ?? [])
      + [(long, "long"), (xlsx, "xlsx"), (peakLevers, "peak-levers")].filter(\.0)
      .map { ($0.1, "true") }
  }

  /// A run with the files it wrote.
  private struct RunSummaryParts {
    let outcome: RunOutcome
    let warnings: [String]
    let files: [String]
  }

  /// Two files of one city and scenario id would write over each other.
  private func refuseTwins(_ scenarios: ReadScenarios) throws {
    var places: [String: String] = [:]
    for (path, scenario) in zip(scenarios.paths, scenarios.scenarios) {
      let place = "\(scenario.city.id)/\(scenario.identity.id)"
      if let other = places[place] {
        Console.complain(
          Text(
            "carbonpeak: \(other) and \(path) are both scenario '\(place)' and would write over each other; give one another id under 'scenario:'",
            "carbonpeak：\(other) 与 \(path) 都是情景“\(place)”，结果会互相覆盖；请在 scenario: 下换一个 id")(
              common.language))
        throw ExitStatus.badScenario.code
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
  private func noHours(of year: Int, _ scenario: Scenario) -> ExitCode {
    let (first, last) = (scenario.years.lowerBound, scenario.years.upperBound)
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
    Console.complain(
      Text(
        "carbonpeak: \(scenario.city.id)/\(scenario.identity.id): \(reason)",
        "carbonpeak：\(scenario.city.id)/\(scenario.identity.id)：\(reason)")(
          common.language))
    return (isOutside ? ExitStatus.usage : .badScenario).code
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

  /// Everything that is written of a run, before anything is.
  private func files(
    of outcome: RunOutcome, _ context: RunContext
  ) async throws -> [ResultFile] {
    let asked = try await hourlyFile(outcome) + peakLeverFile(outcome)
    let workbook =
      xlsx ? [outcome.workbook(context, common.language, labels: labelling.labels)] : []
    return outcome.files(context, style: labelling.style(writing), shape: long ? .long : .wide)
      + asked
      + workbook
  }

  private func show(_ summaries: [RunSummaryParts]) {
    guard !common.quiet else { return }
    if common.json {
      let documents = summaries.map {
        String(
          decoding: summaryRecord($0.outcome, warnings: $0.warnings, files: $0.files), as: UTF8.self
        )
      }
      Console.say(
        documents.count == 1 ? documents[0] : "[" + documents.joined(separator: ",") + "]")
      return
    }
    let width = Console.width
    let texts = summaries.map { summary in
      let text = summary.outcome.summary(
        common.language, width: width, changes: reading.overrides, files: summary.files)
      return summary.outcome.trajectory.blueprint.costNote
        .map { text + "\n" + $0(common.language) } ?? text
    }
    Console.say(texts.joined(separator: "\n\n"))
  }
}

import Analysis
import ArgumentParser
import CityModel
import Diagnostics
import Reporting
import ScenarioFiles

/// `carbonpeak report FILE…`: one page that tells what scenarios come to.
struct ReportCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "report",
      abstract: say(
        "One offline page on scenarios: words, charts, tables.", "生成离线网页报告：文字、图与表。"),
      discussion: say(
        "Writes report.html, its charts as *.svg and report.json under Output/<city>/<scenario>/, or Output/<city>/report/ for several scenarios, which the page then holds against the first. The page needs no network and runs no script.",
        "在 Output/<城市>/<情景>/ 下写出 report.html、各图 *.svg 与 report.json；多个情景时写入 Output/<城市>/report/，并与第一个情景对照。网页无需网络，不含脚本。"
      ))
  }

  @Argument(
    help: help(
      "Scenario files; several are held against the first.", "情景文件；多个时与第一个对照。"),
    completion: .file(extensions: ["yaml"]))
  var files: [String]

  @Option(help: help("The folder for results.", "结果文件夹。"), completion: .directory)
  var output = "Output"

  @Flag(
    help: help(
      "Charts as PNG too; needs rsvg-convert (librsvg2-bin).",
      "另存 PNG 图；需要 rsvg-convert（librsvg2-bin）。"))
  var png = false

  @Flag(
    help: help(
      "What each lever avoids: exact up to 12 levers, from random orders above.",
      "各措施的减排楔形：12 项措施以内精确计算，更多时随机抽样。"))
  var wedges = false

  @OptionGroup var ensemble: EnsembleOptions
  @OptionGroup var reading: ReadingArguments
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if output.isEmpty {
      throw ValidationError(say("--output needs a folder.", "--output 需要一个文件夹。"))
    }
  }

  func run() async throws {
    if png { try Rasteriser.require(common.language) }
    let read = try ReadScenarios(files, reading, common)
    try read.refuseMismatches(files, common)
    var subjects: [ReportSubject] = []
    for (blueprint, result) in zip(read.blueprints, read.results) {
      let outcome = try RunOutcome(CheckedRun(blueprint, common).trajectory)
      outcome.trajectory.tellNotes(common.language)
      var context = RunContext(
        [result.reading], result.diagnostics, reading, common.language, options: options)
      context.seed = ensemble.seed
      let study = ReportStudy(
        wantsWedges: wedges, jobs: ensemble.workers, seed: ensemble.seed,
        isQuiet: common.quiet, language: common.language)
      subjects.append(try await study.subject(outcome, context))
    }
    let report = Report(subjects, comparisons: try comparisons(subjects), common.language)
    let written = try write(report, of: subjects)
    guard !common.quiet else { return }
    Console.say(
      common.json
        ? String(decoding: report.record, as: UTF8.self)
        : report.summary(width: Console.width, files: written))
  }

  /// All scenarios but the first, held against it.
  private func comparisons(_ subjects: [ReportSubject]) throws -> [ScenarioComparison] {
    guard let reference = subjects.first?.outcome.trajectory else { return [] }
    return try subjects.dropFirst().map {
      try ScenarioComparison(of: $0.outcome.trajectory, against: reference)
    }
  }

  private func write(_ report: Report, of subjects: [ReportSubject]) throws -> [String] {
    let scenario = subjects[0].outcome.trajectory.blueprint.scenario
    let place = subjects.count == 1 ? scenario.identity.id : "report"
    let pictures = report.pictures
    let images = png ? try pictures.map { try Rasteriser.image(of: $0, common.language) } : []
    let folder = ResultFolder("\(output)/\(scenario.city.id)/\(place)")
    folder.warn(
      of: report.inputs, by: subjects.count == 1 ? .file : .folder, common.language)
    do throws(WriteError) {
      return try folder.write(
        [report.page] + pictures + images
          + [ResultFile(name: "report.json", bytes: report.record)])
    } catch {
      Console.complain(error.text(common.language), common.language)
      throw ExitStatus.cannotWrite.code
    }
  }

  /// The options that change what is computed or written, for the record.
  private var options: [(name: String, value: String)] {
    [(png, "png"), (wedges, "wedges")].filter(\.0).map { ($0.1, "true") } + [
      ("lang", common.language.rawValue)
    ]
  }
}

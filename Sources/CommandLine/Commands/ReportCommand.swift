import Analysis
import ArgumentParser
import CityModel
import Diagnostics
import Reporting
import ScenarioFiles

/// `carbonpeak report FILE…`: one page that tells what scenarios come to.
struct ReportCommand: StudyCommand {
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

  @OptionGroup var place: OutputOption

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

  func begin() throws -> StudyRun {
    if png { try Rasteriser.require() }
    return try StudyRun.reading(self, of: files, reading, common, to: place.output)
  }

  func answers(_ run: StudyRun) async throws -> [StudyAnswer] {
    try run.read?.refuseMismatches(files)
    let study = ReportStudy(
      wantsWedges: wedges, jobs: ensemble.workers, seed: ensemble.seed, run: run)
    run.context.seed = ensemble.seed
    run.context.options.append(("lang", run.language.rawValue))
    var subjects: [ReportSubject] = []
    for (trajectory, context) in zip(try run.runs(), run.contexts(addsNotes: false)) {
      subjects.append(try await study.subject(try RunOutcome(trajectory), context))
    }
    let report = Report(subjects, comparisons: try comparisons(subjects), run.language)
    let scenario = run.blueprint.scenario
    return [
      StudyAnswer(
        place: subjects.count == 1 ? .scenario(scenario) : .city("report", scenario),
        answer: report.answer(try files(of: report)))
    ]
  }

  /// All scenarios but the first, held against it.
  private func comparisons(_ subjects: [ReportSubject]) throws -> [ScenarioComparison] {
    guard let reference = subjects.first?.outcome.trajectory else { return [] }
    return try subjects.dropFirst().map {
      try ScenarioComparison(of: $0.outcome.trajectory, against: reference)
    }
  }

  private func files(of report: Report) throws -> [ResultFile] {
    let pictures = report.pictures
    let images = png ? try pictures.map { try Rasteriser.image(of: $0) } : []
    return [report.page] + pictures + images
  }
}

import Analysis
import ArgumentParser
import CityModel
import Diagnostics
import Reporting
import ScenarioFiles

/// `carbonpeak compare FILE…`: scenarios side by side, the first as the reference.
struct CompareCommand: AsyncParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "compare",
      abstract: say(
        "Hold scenarios of a city against the first.", "将同一城市的各情景与第一个情景对照。"),
      discussion: say(
        "Writes summary.csv, differences.csv, lmdi.csv, compare.json and, where all count costs, costs.csv under Output/<city>/compare/.",
        "在 Output/<城市>/compare/ 下写出 summary.csv、differences.csv、lmdi.csv、compare.json；均计成本时另有 costs.csv。"
      ))
  }

  @Argument(
    help: help("Scenario files, the reference first.", "情景文件，第一个为参考情景。"),
    completion: .file(extensions: ["yaml"]))
  var files: [String]

  @OptionGroup var writing: WritingArguments
  @OptionGroup var labelling: LabelOptions
  @OptionGroup var reading: ReadingArguments
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if files.count < 2 {
      throw ValidationError(
        say("compare needs two scenario files or more.", "compare 至少需要两个情景文件。"))
    }
  }

  func run() async throws {
    let read = try ReadScenarios(files, reading, common)
    try read.refuseMismatches(files, common)
    let runs = try read.blueprints.map { try CheckedRun($0, common).trajectory }
    guard let reference = runs.first else { return }
    let comparisons = try runs.dropFirst().map {
      try ScenarioComparison(of: $0, against: reference)
    }
    var context = RunContext(
      read.results.map(\.reading), read.diagnostics, reading, common.language,
      options: writing.options + labelling.options)
    context.warnings += runs.flatMap { $0.tellNotes(common.language) }
    let folder = ResultFolder("\(writing.output)/\(reference.blueprint.scenario.city.id)/compare")
    folder.warn(of: context.inputs, by: .folder, common.language)
    let written = try writing.write(
      comparisonFiles(comparisons, context, style: labelling.style(writing)), to: folder, common)
    show(comparisons, context, written)
  }

  private func show(
    _ comparisons: [ScenarioComparison], _ context: RunContext, _ files: [String]
  ) {
    guard !common.quiet else { return }
    if common.json {
      let record = comparisonSummaryRecord(comparisons, context, files: files)
      Console.say(String(decoding: record, as: UTF8.self))
    } else {
      Console.say(
        comparisonSummary(comparisons, common.language, width: Console.width, files: files))
    }
  }
}

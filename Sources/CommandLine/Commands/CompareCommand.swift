import Analysis
import ArgumentParser
import CityModel
import Diagnostics
import Reporting
import ScenarioFiles

/// `carbonpeak compare FILE…`: scenarios side by side, the first as the reference.
struct CompareCommand: StudyCommand {
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

  func begin() throws -> StudyRun {
    try StudyRun.reading(self, of: files, reading, common, to: writing.output)
  }

  func answers(_ run: StudyRun) async throws -> [StudyAnswer] {
    try run.read?.refuseMismatches(files)
    let runs = try run.runs()
    let comparisons = try runs.dropFirst().map {
      try ScenarioComparison(of: $0, against: runs[0])
    }
    let style = labelling.style(writing)
    return [
      StudyAnswer(
        place: .city("compare", run.blueprint.scenario),
        answer: comparisonAnswer(comparisons), style: style)
    ]
  }
}

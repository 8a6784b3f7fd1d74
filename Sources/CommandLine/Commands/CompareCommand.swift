import Analysis
import ArgumentParser
import CityModel
import Diagnostics
import Reporting
import ScenarioFiles

/// `carbonpeak compare FILE…`: scenarios side by side, the first as the reference.
struct CompareCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "compare",
      abstract: say(
        "Hold scenarios of a city against the first.", "将同一城市的各情景与第一个情景对照。"),
      discussion: say(
        "Writes summary.csv, differences.csv, lmdi.csv and, where all count costs, costs.csv under Output/<city>/compare/.",
        "在 Output/<城市>/compare/ 下写出 summary.csv、differences.csv、lmdi.csv；均计成本时另有 costs.csv。"
      ))
  }

  @Argument(
    help: help("Scenario files, the reference first.", "情景文件，第一个为参考情景。"),
    completion: .file(extensions: ["yaml"]))
  var files: [String]

  @OptionGroup var writing: WritingArguments
  @OptionGroup var reading: ReadingArguments
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if files.count < 2 {
      throw ValidationError(
        say("compare needs two scenario files or more.", "compare 至少需要两个情景文件。"))
    }
  }

  func run() throws {
    let read = try ReadScenarios(files, reading, common)
    try read.refuseMismatches(files, common)
    let runs = try read.blueprints.map { try CheckedRun($0, common).trajectory }
    guard let reference = runs.first else { return }
    let comparisons = try runs.dropFirst().map {
      try ScenarioComparison(of: $0, against: reference)
    }
    let city = reference.blueprint.scenario.city.id
    let written = try writing.write(
      comparisonFiles(comparisons, style: writing.style), to: "\(city)/compare", common)
    show(comparisons, of: read.blueprints, written)
  }

  private func show(
    _ comparisons: [ScenarioComparison], of blueprints: [Blueprint], _ files: [String]
  ) {
    guard !common.quiet else { return }
    if common.json {
      Console.say(String(decoding: comparisonRecord(comparisons, files: files), as: UTF8.self))
    } else {
      Console.say(
        comparisonSummary(comparisons, common.language, width: Console.width, files: files))
      if let note = blueprints.compactMap(\.costNote).first { Console.say(note(common.language)) }
    }
  }
}

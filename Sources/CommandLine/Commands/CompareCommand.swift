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
        "Writes summary.csv, differences.csv, lmdi.csv, compare.json and, where all count costs, costs.csv under Output/<city>/compare/.",
        "在 Output/<城市>/compare/ 下写出 summary.csv、differences.csv、lmdi.csv、compare.json；均计成本时另有 costs.csv。"
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
    try refuseMismatches(read.scenarios)
    let runs = try read.blueprints.map { try CheckedRun($0, common).trajectory }
    guard let reference = runs.first else { return }
    let comparisons = try runs.dropFirst().map {
      try ScenarioComparison(of: $0, against: reference)
    }
    let context = RunContext(
      read.results.map(\.reading), read.diagnostics, reading, common.language,
      options: writing.options)
    let folder = ResultFolder("\(writing.output)/\(reference.blueprint.scenario.city.id)/compare")
    folder.warn(of: context.inputs, by: .folder, common.language)
    let written = try writing.write(
      comparisonFiles(comparisons, context, style: writing.style), to: folder, common)
    show(comparisons, of: read.blueprints, context, written)
  }

  /// Only scenarios of one city, with the same years and accounting, stand side by side.
  private func refuseMismatches(_ scenarios: [Scenario]) throws {
    var names: [String: String] = [:]
    for (file, scenario) in zip(files, scenarios) {
      if let mismatch = Mismatch(between: scenarios[0], and: scenario) {
        throw refuse(files[0], file, mismatch.text)
      }
      if let other = names.updateValue(file, forKey: scenario.identity.id) {
        let id = scenario.identity.id
        throw refuse(
          other, file, Text("both are scenario '\(id)'", "两者都是情景“\(id)”"))
      }
    }
  }

  private func refuse(_ one: String, _ other: String, _ reason: Text) -> ExitCode {
    Console.complain(
      Text(
        "carbonpeak: cannot compare \(one) and \(other): \(reason.english)",
        "carbonpeak：无法对照 \(one) 与 \(other)：\(reason.chinese)")(common.language))
    return ExitStatus.badScenario.code
  }

  private func show(
    _ comparisons: [ScenarioComparison], of blueprints: [Blueprint], _ context: RunContext,
    _ files: [String]
  ) {
    guard !common.quiet else { return }
    if common.json {
      let record = comparisonSummaryRecord(comparisons, context, files: files)
      Console.say(String(decoding: record, as: UTF8.self))
    } else {
      Console.say(
        comparisonSummary(comparisons, common.language, width: Console.width, files: files))
      if let note = blueprints.compactMap(\.costNote).first { Console.say(note(common.language)) }
    }
  }
}

import Analysis
import ArgumentParser
import Diagnostics

/// `carbonpeak check FILE…`: all diagnostics; of the model only the base year is computed.
struct CheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: say(
        "Find everything that is wrong or odd with scenarios, and write nothing.",
        "检查情景文件的全部错误与疑点，不写出文件。"))
  }

  @Argument(help: help("Scenario files.", "情景文件。"), completion: .file(extensions: ["yaml"]))
  var files: [String]

  @OptionGroup var reading: ReadingArguments
  @OptionGroup var common: CommonOptions

  func run() throws {
    let scenarios = try ReadScenarios(files, reading, common)
    guard !common.quiet else { return }
    for (file, scenario) in zip(files, scenarios.scenarios) {
      let grades = InputGrades(scenario).sentence
      Console.say(
        Text("\(file): \(grades.english)", "\(file)：\(grades.chinese)")(common.language))
    }
    let warnings = scenarios.diagnostics.warningCount
    Console.say(
      Text(
        "\(files.count) \(files.count == 1 ? "file" : "files"): no errors, \(warnings) \(warnings == 1 ? "warning" : "warnings")",
        "\(files.count) 个文件：没有错误，\(warnings) 个警告")(common.language))
  }
}

import Analysis
import ArgumentParser
import CityModel
import Diagnostics

/// `carbonpeak check FILE…`: all diagnostics, and what a run would have to say beside its figures.
struct CheckCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: say(
        "Find everything that is wrong or odd with scenarios, and write nothing.",
        "检查情景文件的全部错误与疑点，不写出文件。"),
      discussion: say(
        "Scenarios without errors are also run, and what must stand beside their figures is told: capture limits reached, electricity short, a peak before any lever acts, and the like.",
        "没有错误的情景还会试运行，并提示须与结果一并说明的事项：捕集达到封存上限、电力不足、峰值早于任何措施等。"))
  }

  @Argument(help: help("Scenario files.", "情景文件。"), completion: .file(extensions: ["yaml"]))
  var files: [String]

  @OptionGroup var reading: ReadingArguments
  @OptionGroup var common: CommonOptions

  func run() throws {
    let scenarios = try ReadScenarios(
      files, reading, common, isCountedLater: !common.quiet, upTo: .levers)
    let notes = try tellNotes(of: scenarios.blueprints)
    guard !common.quiet else { return }
    for (file, scenario) in zip(files, scenarios.scenarios) {
      for line in [InputGrades(scenario).sentence, scenario.unheldBase].compactMap(\.self) {
        Console.say(Text("\(file): \(line)", "\(file)：\(line)")(common.language))
      }
    }
    let warnings = scenarios.diagnostics.warningCount + notes
    Console.say(
      Text(
        "\(files.count) \(files.count == 1 ? "file" : "files"): no errors, \(warnings) \(warnings == 1 ? "warning" : "warnings")",
        "\(files.count) 个文件：没有错误，\(warnings) 个警告")(common.language))
  }

  /// Runs scenarios and tells what must stand beside their figures.
  ///
  /// - Returns: How many warnings were told.
  /// - Throws: The status of the first that has no results, after all were run.
  private func tellNotes(of blueprints: [Blueprint]) throws -> Int {
    let runs = blueprints.map { blueprint in
      Result { () throws(Refusal) in try CheckedRun(blueprint) }
    }
    for case .failure(let refusal) in runs { Console.complain(refusal, common.language) }
    return try runs.reduce(0) { count, run in
      do throws(Refusal) {
        let warnings = try run.get().trajectory.warnings
        for warning in warnings { Console.complain(warning, common.language) }
        return count + warnings.count
      } catch {
        throw Refusal([], error.status)
      }
    }
  }
}

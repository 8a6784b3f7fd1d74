import Analysis
import ArgumentParser
import CityModel
import Diagnostics
import Reporting

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
    let read = try ReadScenarios.read(
      files, reading, common, isCountedLater: !common.quiet, upTo: .levers)
    let notes = try notes(of: read.blueprints)
    for note in notes { Console.complain(note, common.language) }
    var context = RunContext(
      read.results.map(\.reading), read.diagnostics, reading, common.language,
      options: givenOptions(of: self))
    context.warnings += notes.map { $0.line(common.language) }
    let count = read.diagnostics.warningCount + notes.count
    common.tell([
      StudyAnswer.Written(
        study: StudyAnswer(answer: answer(read, count)), context: context, paths: [])
    ])
  }

  private func answer(_ read: ReadScenarios, _ warnings: Int) -> Answer {
    let checked = Array(zip(files, read.scenarios))
    let count = checked.count
    return Answer(
      nil,
      figures: [
        (
          "scenarios",
          .array(
            checked.map { file, scenario in
              .object([
                ("file", .string(file)), ("city", .string(scenario.city.id)),
                ("scenario", .string(scenario.identity.id)),
              ])
            })
        ), ("warning_count", .integer(warnings)),
      ],
      story: { language, _ in
        let lines = checked.flatMap { file, scenario in
          [InputGrades(scenario).sentence, scenario.unheldBase].compactMap(\.self).map {
            Text("\(file): \($0)", "\(file)：\($0)")(language)
          }
        }
        let sum = Text(
          "\(count) \(count == 1 ? "file" : "files"): no errors, \(warnings) \(warnings == 1 ? "warning" : "warnings")",
          "\(count) 个文件：没有错误，\(warnings) 个警告")
        return (lines + [sum(language)]).joined(separator: "\n")
      })
  }

  /// Runs scenarios, and finds what must stand beside their figures.
  ///
  /// - Throws: The status of the first that has no results, after all were run.
  private func notes(of blueprints: [Blueprint]) throws -> [StudyWarning] {
    let runs = blueprints.map { blueprint in
      Result { () throws(Refusal) in try CheckedRun(blueprint) }
    }
    for case .failure(let refusal) in runs { Console.complain(refusal, common.language) }
    return try runs.flatMap { run in
      do throws(Refusal) {
        return try run.get().trajectory.warnings
      } catch {
        throw Refusal([], error.status)
      }
    }
  }
}

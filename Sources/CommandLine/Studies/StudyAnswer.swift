import CityModel
import Diagnostics
import Reporting

/// An answer, where it goes, and how the command ends with it.
struct StudyAnswer {
  /// Where an answer is written.
  enum Place {
    /// The folder of the scenario: `<output>/<city>/<scenario>`.
    case scenario(Scenario)
    /// A folder beside those of a city's scenarios, for what is of several: `<output>/<city>/<name>`.
    case city(String, Scenario)
    /// A folder under the results, by its name.
    case folder(String)
    /// The folder for results itself.
    case output
  }

  /// Where it is written; nothing where there is nothing to write.
  var place: Place?
  /// What it is of, where it is of one scenario among several; else that of the whole run.
  var context: RunContext?
  /// What the question comes to.
  var answer: Answer
  /// For whom its tables are written.
  var style = CSVStyle.plain
  /// Files that were written while it was computed, by their paths.
  var streamed: [String] = []
  /// What else must be true of the files once they are written.
  var check: () throws -> Void = {}
  /// What stands behind the files that were written, a line each.
  var afterword: (Int) -> [String] = { _ in [] }
  /// How the command ends after all is told; nothing where it ends well.
  var end: Refusal?

  /// An answer that was written.
  struct Written {
    /// The answer, and where it went.
    let study: StudyAnswer
    /// What it is of.
    let context: RunContext
    /// The paths of its files.
    let paths: [String]
  }
}

extension CommonOptions {
  /// Tells answers that were written, as text or as JSON; nothing where the command is to be quiet.
  func tell(_ answers: [StudyAnswer.Written]) {
    guard !quiet, !answers.isEmpty else { return }
    guard json else {
      let width = Console.width
      return Console.say(answers.map { text(of: $0, width) }.joined(separator: "\n\n"))
    }
    let records = answers.map { told in
      String(
        decoding: told.study.answer.record(told.context).naming(told.paths).document,
        as: UTF8.self)
    }
    Console.say(records.count == 1 ? records[0] : "[" + records.joined(separator: ",") + "]")
  }

  /// The story, where it was written, and what is told behind.
  private func text(of told: StudyAnswer.Written, _ width: Int) -> String {
    let heading = Text("Written:", "已写入：")(language)
    let written =
      told.paths.isEmpty ? [] : ["", heading] + told.paths.map { "  \(terminalSafe($0))" }
    let lines =
      [told.study.answer.story(language, width)] + written + told.study.afterword(width)
    return lines.joined(separator: "\n")
  }
}

import CityModel
import Diagnostics
import Reporting

/// What a question comes to, before anyone has written or told it.
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
  /// The files of the answer, its record among them.
  var files: (RunContext) throws -> [ResultFile] = { _ in [] }
  /// Files that were written while it was computed, by their paths.
  var streamed: [String] = []
  /// What else must be true of the files once they are written.
  var check: () throws -> Void = {}
  /// The record, for machines.
  var record: (RunContext) -> JSONValue
  /// The story for people, in lines of a width.
  var story: (Int) -> String
  /// What stands behind the files that were written, a line each.
  var afterword: (Int) -> [String] = { _ in [] }
  /// How the command ends after all is told; nothing where it ends well.
  var end: Refusal?

  /// An answer that was written.
  struct Told {
    /// The answer.
    let answer: StudyAnswer
    /// What it is of.
    let context: RunContext
    /// The paths of its files.
    let paths: [String]
  }
}

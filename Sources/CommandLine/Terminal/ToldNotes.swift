import Analysis
import CityModel
import Diagnostics
import Reporting

/// A warning that is told on standard error and stands in the record of a study.
struct ToldWarning {
  /// What it is of: a scenario as `city/scenario`, or a file.
  let subject: String
  /// The words.
  let text: Text
  /// A name that stays the same between versions.
  let code: String

  /// Tells it, and gives it for the record.
  func told(_ language: Language) -> String {
    Console.complain(
      Text(
        "carbonpeak: \(subject): warning: \(text)",
        "carbonpeak：\(subject)：警告：\(text)")(language))
    let words = Text("\(subject): \(text)", "\(subject)：\(text)")
    return "\(words(language)) [\(code)]"
  }
}

extension Trajectory {
  /// Tells on standard error what would mislead if it did not stand beside the figures of the run.
  ///
  /// - Returns: The same, for the record of a study.
  @discardableResult func tellNotes(_ language: Language) -> [String] {
    let scenario = blueprint.scenario
    let name = "\(scenario.city.id)/\(scenario.identity.id)"
    return notes.filter(\.kind.isWarning).map {
      ToldWarning(subject: name, text: $0.text, code: $0.kind.id).told(language)
    }
  }
}

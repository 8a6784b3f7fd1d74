import Analysis
import CityModel
import Diagnostics
import Reporting

/// A warning that is told on standard error and stands in the record of a study.
struct StudyWarning {
  /// What it is of: a scenario as `city/scenario`, or a file.
  let subject: String
  /// The words.
  let text: Text
  /// A name that stays the same between versions.
  let code: String

  /// It, as it stands in a record.
  func line(_ language: Language) -> String {
    let words = Text("\(subject): \(text)", "\(subject)：\(text)")
    return "\(words(language)) [\(code)]"
  }
}

extension StudyWarning {
  /// That variants are impossible and left out, and why the first of them is.
  ///
  /// - Parameters:
  ///   - count: How many are.
  ///   - all: How many there were to be; all of them follow.
  ///   - first: Why the first is.
  ///   - scenario: Whose variants they are.
  /// - Returns: The warning; nothing where none is impossible.
  static func impossible(
    _ count: Int, of all: Int, _ first: VariantFault?, in scenario: Scenario
  ) -> Self? {
    guard let reason = first?.text else { return nil }
    return Self(
      subject: StudySubject(scenario).name,
      text: Text(
        "\(count) of \(all) variants are impossible and left out; the first: \(reason)",
        "\(all) 个样本中有 \(count) 个不可能成立，已剔除；首例：\(reason)"),
      code: StudyWarningKind.impossibleVariants.id)
  }
}

extension Console {
  /// Tells a warning on standard error.
  static func complain(_ warning: StudyWarning, _ language: Language) {
    complain(
      Text(
        "carbonpeak: \(warning.subject): warning: \(warning.text)",
        "carbonpeak：\(warning.subject)：警告：\(warning.text)")(language))
  }
}

extension Trajectory {
  /// What would mislead if it did not stand beside the figures of the run.
  var warnings: [StudyWarning] {
    let scenario = blueprint.scenario
    return notes.filter(\.kind.isWarning).map {
      StudyWarning(subject: StudySubject(scenario).name, text: $0.text, code: $0.kind.id)
    }
  }
}

import Analysis
import CityModel
import Diagnostics
import Reporting

extension Trajectory {
  /// Tells on standard error what would mislead if it did not stand beside the figures of the run.
  ///
  /// - Returns: The same, for the record of a study.
  @discardableResult func tellNotes(_ language: Language) -> [String] {
    let scenario = blueprint.scenario
    let name = "\(scenario.city.id)/\(scenario.identity.id)"
    return notes.filter(\.isWarning).map { note in
      Console.complain(
        Text(
          "carbonpeak: \(name): warning: \(note.text.english)",
          "carbonpeak：\(name)：警告：\(note.text.chinese)")(language))
      return Text("\(name): \(note.text.english)", "\(name)：\(note.text.chinese)")(language)
    }
  }
}

import Analysis
import ArgumentParser
import CityModel
import Diagnostics

extension ReadScenarios {
  /// Only scenarios of one city, with the same years and accounting, stand side by side.
  ///
  /// - Throws: ``ExitStatus/badScenario``, after saying which two differ in what.
  func refuseMismatches(_ files: [String], _ common: CommonOptions) throws {
    let scenarios = scenarios
    var names: [String: String] = [:]
    for (file, scenario) in zip(files, scenarios) {
      if let mismatch = Mismatch(between: scenarios[0], and: scenario) {
        throw refuse(files[0], file, mismatch.text, common)
      }
      if let other = names.updateValue(file, forKey: scenario.identity.id) {
        let id = scenario.identity.id
        throw refuse(other, file, Text("both are scenario '\(id)'", "两者都是情景“\(id)”"), common)
      }
    }
  }

  private func refuse(
    _ one: String, _ other: String, _ reason: Text, _ common: CommonOptions
  ) -> ExitCode {
    Console.complain(
      Text(
        "carbonpeak: cannot compare \(one) and \(other): \(reason)",
        "carbonpeak：无法对照 \(one) 与 \(other)：\(reason)")(common.language))
    return ExitStatus.badScenario.code
  }
}

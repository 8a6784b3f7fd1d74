import Analysis
import CityModel
import Diagnostics

extension ReadScenarios {
  /// Only scenarios of one city, with the same years and accounting, stand side by side.
  ///
  /// - Throws: Which two differ in what.
  func refuseMismatches(_ files: [String]) throws(Refusal) {
    let scenarios = scenarios
    var names: [String: String] = [:]
    for (file, scenario) in zip(files, scenarios) {
      if let mismatch = Mismatch(between: scenarios[0], and: scenario) {
        throw Self.refusal(files[0], file, mismatch.text)
      }
      if let other = names.updateValue(file, forKey: scenario.identity.id) {
        let id = scenario.identity.id
        throw Self.refusal(other, file, Text("both are scenario '\(id)'", "两者都是情景“\(id)”"))
      }
    }
  }

  private static func refusal(_ one: String, _ other: String, _ reason: Text) -> Refusal {
    Refusal(
      Text(
        "cannot compare \(one) and \(other): \(reason)", "无法对照 \(one) 与 \(other)：\(reason)"),
      .badScenario)
  }
}

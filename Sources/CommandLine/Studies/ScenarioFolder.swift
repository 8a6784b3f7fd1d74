import CityModel
import Diagnostics
import Reporting

extension ResultFolder {
  /// Warns of results of another scenario.
  func warn(of inputs: [RunContext.InputFile], by claim: Claim = .file, _ language: Language) {
    guard let own = inputs.first?.path, let other = otherScenario(than: inputs, by: claim) else {
      return
    }
    Console.complain(
      Text(
        "carbonpeak: warning: '\(path)' holds results of \(other), and those of \(own) are written over them: both have the same ids of city and scenario; give one of them another id, or use --output",
        "carbonpeak：警告：“\(path)”中是 \(other) 的结果，将被 \(own) 的结果覆盖：两者的城市 id 与情景 id 相同；请更改其一的 id，或使用 --output"
      )(
        language))
  }
}

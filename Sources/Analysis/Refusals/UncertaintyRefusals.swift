import CityModel
public import Diagnostics

extension UncertaintyError: StudyError {
  /// Why the variants of a scenario could not be studied.
  public func refusal(of subject: StudySubject) -> Refusal {
    let (text, status) = words
    return Refusal(text, status, of: subject.name)
  }

  private var words: (Text, ExitStatus) {
    switch self {
    case .nothingUncertain:
      (
        Text(
          "the scenario does not say what is uncertain; write it under 'uncertainty:'",
          "情景没有说明哪些输入不确定；请写在 'uncertainty:' 之下"), .badScenario
      )
    case .noLevers:
      (
        Text(
          "the scenario has no levers, and a gradient is by their levels; use --method tornado, morris or sobol",
          "情景没有措施，无法计算对措施力度的梯度；请用 --method tornado、morris 或 sobol"), .badScenario
      )
    case .axis(let error): (error.text, .badScenario)
    case .sampling(let error): (error.text, .usage)
    case .tooManyFaults(let count, let all, let first):
      (
        Text(
          "\(count) of \(all) variants are impossible, more than \(Int(100 * UncertaintyStudy.mostFaults)) %: narrow what is uncertain. The first: \(first.text)",
          "\(all) 个样本中有 \(count) 个不可能成立，超过 \(Int(100 * UncertaintyStudy.mostFaults))%：请收窄不确定范围。首例：\(first.text)"
        ), .badScenario
      )
    }
  }
}

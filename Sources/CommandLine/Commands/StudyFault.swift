import Analysis
import ArgumentParser
import CityModel
import Diagnostics
import Reporting
import ScenarioFiles

/// Tells why the variants of a scenario could not be studied.
struct StudyFault {
  private let name: String
  private let language: Language

  /// Prepares to speak of a scenario.
  init(_ scenario: Scenario, _ language: Language) {
    (name, self.language) = ("\(scenario.city.id)/\(scenario.identity.id)", language)
  }

  /// Tells an error on standard error and gives the exit status that says the same.
  ///
  /// - Parameter error: What went wrong.
  /// - Returns: An exit status; the error itself if it is none of ours to tell.
  func told(_ error: any Error) -> any Error {
    switch error {
    case let error as UncertaintyError:
      let (text, status) = words(of: error)
      Console.complain(
        Text("\(name): \(text)", "\(name)：\(text)")(language), language)
      return status.code
    case let error as WriteError:
      Console.complain(error.text(language), language)
      return ExitStatus.cannotWrite.code
    default: return error
    }
  }

  /// Warns that variants are impossible and left out, and why the first of them is.
  ///
  /// - Parameters:
  ///   - count: How many are.
  ///   - all: How many there were to be; all of them follow.
  ///   - first: Why the first is; nothing where none is.
  /// - Returns: The warning, for the record.
  func warnings(of count: Int, of all: Int, _ first: VariantFault?) -> [String] {
    guard let reason = first.map(Refusal.text) else { return [] }
    let text = Text(
      "\(count) of \(all) variants are impossible and left out; the first: \(reason)",
      "\(all) 个样本中有 \(count) 个不可能成立，已剔除；首例：\(reason)")
    return [ToldWarning(subject: name, text: text, code: "impossible-variants").told(language)]
  }

  private func words(of error: UncertaintyError) -> (Text, ExitStatus) {
    switch error {
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
    case .sampling(let error): (Refusal.text(of: error), .usage)
    case .tooManyFaults(let count, let all, let first):
      (
        Text(
          "\(count) of \(all) variants are impossible, more than \(Int(100 * UncertaintyStudy.mostFaults)) %: narrow what is uncertain. The first: \(Refusal.text(of: first))",
          "\(all) 个样本中有 \(count) 个不可能成立，超过 \(Int(100 * UncertaintyStudy.mostFaults))%：请收窄不确定范围。首例：\(Refusal.text(of: first))"
        ), .badScenario
      )
    }
  }
}

extension AxisError {
  /// Why something cannot differ between variants, in words.
  var text: Text {
    switch self {
    case .unknownLever(let id):
      Text("cannot vary lever '\(id)': there is none", "无法改变措施“\(id)”：不存在")
    case .unknownParameter(let path):
      Text("cannot vary '\(path)': there is no such number", "无法改变“\(path)”：没有这个数值")
    case .repeated(let axis):
      Text("'\(axis.path)' is varied twice", "“\(axis.path)”被改变了两次")
    case .shapesTheModel(let path):
      Text(
        "cannot vary '\(path)': what the model consists of depends on it",
        "无法改变“\(path)”：它决定模型的组成")
    case .stepHasNoEnd(let id):
      Text(
        "cannot vary the end of lever '\(id)': it comes in at one step",
        "无法改变措施“\(id)”的终点：它一步到位")
    }
  }
}

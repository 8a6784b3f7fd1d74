import Analysis
import ArgumentParser
import CityModel
import Diagnostics

/// Tells why a scenario cannot be optimised, and what to know of its answer.
struct OptimiseFault {
  private let scenario: Scenario
  private let language: Language

  init(_ scenario: Scenario, _ language: Language) {
    (self.scenario, self.language) = (scenario, language)
  }

  private var name: String { "\(scenario.city.id)/\(scenario.identity.id)" }

  /// Tells an error on standard error and gives the exit status that says the same.
  func told(_ error: LeastCostError) -> any Error {
    switch error {
    case .withoutCosts:
      return complain(
        Text(
          "the scenario counts no costs, so none is least; extend a library such as Scenarios/library/costs.yaml, or give 'costs: {discount-rate: 4%}' and costs of what is built",
          "情景没有成本，无法求最低成本；请在 extends 中加入 Scenarios/library/costs.yaml 之类的成本库，或给出 'costs: {discount-rate: 4%}' 及各设施成本"
        ),
        .badScenario)
    case .withoutLevers:
      return complain(
        Text("the scenario has no levers to choose from", "情景没有可选的措施"), .badScenario)
    case .tooManyLevers(let count):
      return complain(
        Text(
          "\(count) levers are too many to search, at most \(LeastCostProblem.mostLevers): name some with --with",
          "措施过多（\(count) 项，最多 \(LeastCostProblem.mostLevers) 项）：请用 --with 指定"), .usage)
    case .question(let error): return SolveFault(scenario, language).told(error)
    case .chance(let error): return StudyFault(scenario, language).told(error)
    }
  }

  private func complain(_ text: Text, _ status: ExitStatus) -> ExitCode {
    Console.complain(
      Text("carbonpeak: \(name): \(text)", "carbonpeak：\(name)：\(text)")(language))
    return status.code
  }

  /// Warns that what is uncertain is set by the portfolio instead of being drawn.
  ///
  /// - Returns: The warning, for the record.
  func warnings(ofHeld paths: [String]) -> [String] {
    guard !paths.isEmpty else { return [] }
    let list = paths.joined(separator: ", ")
    let text = Text(
      "probabilities are told with these at what is chosen, though the scenario calls them uncertain: \(list)",
      "以下输入虽列为不确定，计算概率时取所选数值：\(list)")
    return [ToldWarning(subject: name, text: text, code: "chosen-not-drawn").told(language)]
  }

  /// Says that there is no portfolio.
  func tellUnreachable() {
    Console.complain(
      Text(
        "carbonpeak: \(name): no portfolio was found that meets the conditions",
        "carbonpeak：\(name)：未找到满足要求的措施组合")(language))
  }
}

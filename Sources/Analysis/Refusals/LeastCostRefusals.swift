public import Diagnostics

extension LeastCostError: StudyError {
  /// Why the cheapest portfolio of a scenario cannot be asked for.
  public func refusal(of subject: StudySubject) -> Refusal {
    let name = subject.name
    return switch self {
    case .withoutCosts:
      Refusal(
        Text(
          "the scenario counts no costs, so none is least; extend a library such as Scenarios/library/costs.yaml, or give 'costs: {discount-rate: 4%}' and costs of what is built",
          "情景没有成本，无法求最低成本；请在 extends 中加入 Scenarios/library/costs.yaml 之类的成本库，或给出 'costs: {discount-rate: 4%}' 及各设施成本"
        ), .badScenario, of: name)
    case .withoutLevers:
      Refusal(
        Text("the scenario has no levers to choose from", "情景没有可选的措施"), .badScenario, of: name)
    case .tooManyLevers(let count):
      Refusal(
        Text(
          "\(count) levers are too many to search, at most \(LeastCostProblem.mostLevers): name some with --with",
          "措施过多（\(count) 项，最多 \(LeastCostProblem.mostLevers) 项）：请用 --with 指定"), .usage, of: name)
    case .question(let error): error.refusal(of: subject)
    case .chance(let error): error.refusal(of: subject)
    }
  }
}

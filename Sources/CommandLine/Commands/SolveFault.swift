import Analysis
import ArgumentParser
import CityModel
import Diagnostics

/// Tells why a scenario cannot be asked what it would take.
struct SolveFault {
  private let scenario: Scenario
  private let language: Language

  init(_ scenario: Scenario, _ language: Language) {
    (self.scenario, self.language) = (scenario, language)
  }

  /// Tells an error on standard error and gives the exit status that says the same.
  func told(_ error: BackcastError) -> ExitCode {
    if case .fault(let fault) = error { return Refusal.of(fault, scenario, language) }
    Console.complain(words(of: error)(language), language)
    return status(of: error).code
  }

  /// What the scenario lacks is a fault of the scenario, what it cannot be asked one of the question.
  private func status(of error: BackcastError) -> ExitStatus {
    switch error {
    case .withoutCosts, .noMarket, .notChangeable(.carbonPrice): .badScenario
    default: .usage
    }
  }

  private func words(of error: BackcastError) -> Text {
    let (first, last) = (scenario.years.lowerBound, scenario.years.upperBound)
    return switch error {
    case .nothingAsked: Text("nothing may be changed", "没有可调整的内容")
    case .tooManyConditions(let count):
      Text(
        "\(count) conditions, at most \(BackcastProblem.mostConditions)",
        "要求共 \(count) 项，最多 \(BackcastProblem.mostConditions) 项")
    case .oneAtATime:
      Text("the carbon price is changed alone", "碳价只能单独调整")
    case .withoutCosts:
      Text(
        "the scenario counts no costs: leave out --effort cost, or extend a library of costs",
        "情景没有成本：请去掉 --effort cost，或在 extends 中加入成本库")
    case .unknownLever(let id): unknown(id)
    case .notChangeable(.carbonPrice):
      Text(
        "there is no carbon price to multiply; give 'costs.carbon-price'",
        "没有碳价可调整；请给出 costs.carbon-price")
    case .notChangeable(let handle):
      Text("'\(handle.path)' cannot be changed within the run", "“\(handle.path)”在模拟期内无法调整")
    case .noMarket:
      Text(
        "nothing answers to the carbon price: set 'costs.market: on'", "碳价不起作用：请设 costs.market: on")
    case .peakOutsideRun(let year):
      Text(
        "a peak by \(year) cannot be told: name a year from \(first) to \(last - 1)",
        "无法判断是否在\(year)年前达峰：请给出 \(first) 至 \(last - 1) 之间的年份")
    case .noFigure(let aim): noFigure(aim)
    case .axis(.stepHasNoEnd(let lever)):
      Text(
        "lever '\(lever)' comes in at one step and has no end date", "措施“\(lever)”为阶跃，没有完成年份")
    case .axis(let error): Text(english: "cannot change: \(error)", chinese: "无法调整：\(error)")
    case .fault(let fault): Refusal.text(of: fault)
    }
  }

  private func unknown(_ id: String) -> Text {
    let known = scenario.levers.map(\.identity.id)
    let list = known.joined(separator: ", ")
    let near = closestName(to: id, among: known)
      .map { Text("; did you mean '\($0)'?", "；是否想写“\($0)”？") }
    return Text(
      "no lever '\(id)'\(near?.english ?? ";") there are: \(list.isEmpty ? "none" : list)",
      "没有措施“\(id)”\(near?.chinese ?? "；")现有：\(list.isEmpty ? "无" : list)")
  }

  private func noFigure(_ aim: Target.Aim) -> Text {
    let run = "\(scenario.years.lowerBound)–\(scenario.years.upperBound)"
    switch aim {
    case .emissions(let year, _, _):
      return Text(
        "there are no emissions of \(year); the run is \(run)", "没有\(year)年的排放；模拟期为 \(run)")
    case .budget(let years, _, _):
      let span = "\(years.lowerBound)–\(years.upperBound)"
      return Text(
        "there are no emissions of all of \(span); the run is \(run)",
        "没有 \(span) 全部年份的排放；模拟期为 \(run)")
    default:
      return Text(
        "there is no non-fossil share of that year: the run is \(run), and every contract for electricity must say its share",
        "没有该年的非化石能源占比：模拟期为 \(run)，且每项外购电须给出非化石占比")
    }
  }
}

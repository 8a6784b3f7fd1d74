import CityModel
public import Diagnostics

extension BackcastError: StudyError {
  /// Why a scenario cannot be asked what it would take.
  public func refusal(of subject: StudySubject) -> Refusal {
    if case .fault(let fault) = self { return fault.refusal(of: subject) }
    return Refusal(words, status)
  }

  /// What the scenario lacks is a fault of the scenario, what it cannot be asked one of the question.
  private var status: ExitStatus {
    switch self {
    case .withoutCosts, .noMarket, .notChangeable(.carbonPrice): .badScenario
    default: .usage
    }
  }

  private var words: Text {
    switch self {
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
    case .unknownLever(let id, let known): Self.unknown(id, among: known)
    case .notChangeable(.carbonPrice):
      Text(
        "there is no carbon price to multiply; give 'costs.carbon-price'",
        "没有碳价可调整；请给出 costs.carbon-price")
    case .notChangeable(let handle):
      Text("'\(handle.path)' cannot be changed within the run", "“\(handle.path)”在模拟期内无法调整")
    case .noMarket:
      Text(
        "nothing answers to the carbon price: set 'costs.market: on'", "碳价不起作用：请设 costs.market: on")
    case .peakOutsideRun(let year, let run):
      Text(
        "a peak by \(year) cannot be told: name a year from \(run.lowerBound) to \(run.upperBound - 1)",
        "无法判断是否在\(year)年前达峰：请给出 \(run.lowerBound) 至 \(run.upperBound - 1) 之间的年份")
    case .noFigure(let aim, let run):
      Self.noFigure(aim, run: "\(run.lowerBound)–\(run.upperBound)")
    case .axis(.stepHasNoEnd(let lever)):
      Text(
        "lever '\(lever)' comes in at one step and has no end date", "措施“\(lever)”为阶跃，没有完成年份")
    case .axis(let error): error.text
    case .fault(let fault): fault.text
    }
  }

  private static func unknown(_ id: String, among known: [String]) -> Text {
    let list = known.joined(separator: ", ")
    let near = closestName(to: id, among: known)
      .map { Text("; did you mean '\($0)'?", "；是否想写“\($0)”？") }
    return Text(
      "no lever '\(id)'\(near?.english ?? ";") there are: \(list.isEmpty ? "none" : list)",
      "没有措施“\(id)”\(near?.chinese ?? "；")现有：\(list.isEmpty ? "无" : list)")
  }

  /// That something has no value in a year that a condition needs.
  private static func unheld(_ name: Text, _ run: String) -> Text {
    Text(
      "there is no value of \(name) to hold it against: the run is \(run); see whether the scenario holds it, and whether the reference year is observed in the same account",
      "没有\(name)的数值可供对照：模拟期为 \(run)；请检查情景是否含该项、对比年份是否有同口径的观测值")
  }

  private static func noFigure(_ aim: Target.Aim, run: String) -> Text {
    switch (aim.subject, aim.condition) {
    case (.total, .value(_, _, let year)):
      return Text(
        "there are no emissions of \(year); the run is \(run)", "没有\(year)年的排放；模拟期为 \(run)")
    case (.total, .sum(_, let years)):
      let span = "\(years.lowerBound)–\(years.upperBound)"
      return Text(
        "there are no emissions of all of \(span); the run is \(run)",
        "没有 \(span) 全部年份的排放；模拟期为 \(run)")
    case (.indicator(.nonFossilShare), _):
      return Text(
        "there is no non-fossil share of that year: the run is \(run), and every contract for electricity must say its share",
        "没有该年的非化石能源占比：模拟期为 \(run)，且每项外购电须给出非化石占比")
    case (.indicator(let indicator), _): return unheld(Text(same: indicator.id), run)
    case (.sector(let sector, _), _):
      return unheld(Text("emissions of \(sector.rawValue)", "\(sector.rawValue) 部门排放"), run)
    case (.total(let account), _): return unheld(account.emissions, run)
    case (.totalPerProduct(let account), _):
      return unheld(Text("\(account.emissions) per GDP", "单位 GDP \(account.emissions)"), run)
    }
  }
}

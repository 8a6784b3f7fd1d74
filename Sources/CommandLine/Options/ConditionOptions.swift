import ArgumentParser
import CityModel
import Diagnostics

/// Options that say what must hold.
struct ConditionOptions: ParsableArguments {
  @Option(
    help: help(
      "Emissions peak in this year or before, on the scenario's peak account.",
      "排放不晚于该年达峰（按情景的达峰口径）。"))
  var peakBy: Int?

  @Option(
    help: help(
      "Net emissions of a year: YEAR=QUANTITY, such as '2030=30 Mt' (repeatable).",
      "某年净排放上限：年份=数量，如 '2030=3000 万吨'（可重复）。"))
  var cap: [String] = []

  @Option(
    help: help(
      "Net emissions of years together: FROM-TO=QUANTITY, such as '2021-2060=1.2 Gt' (repeatable).",
      "累计净排放上限：起-止=数量，如 '2021-2060=12 亿吨'（可重复）。"))
  var budget: [String] = []

  @Option(
    help: help(
      "Non-fossil share of energy: YEAR=SHARE, such as '2030=25%' (repeatable).",
      "某年非化石能源占比下限：年份=占比，如 '2030=25%'（可重复）。"))
  var share: [String] = []

  @Option(
    help: help(
      "A target of the scenario by its id, all its years (repeatable).",
      "情景自身的目标（按标识，含其全部年份；可重复）。"))
  var target: [String] = []

  /// How many conditions are named, each target once.
  ///
  /// - Throws: What is wrong with the first that cannot be read.
  func count() throws(ValidationError) -> Int { try conditions(.gross).count + target.count }

  /// What must hold in a scenario, its own targets that are named with it.
  ///
  /// - Throws: What is wrong with the first that cannot be read, or is no target.
  func conditions(in scenario: Scenario) throws -> [Target.Aim] {
    let known = scenario.targets.map(\.id)
    if let unknown = target.first(where: { !known.contains($0) }) {
      throw UnknownTarget(id: unknown, known: known)
    }
    return try conditions(scenario.accounting.peakAccount)
      + scenario.targets.filter { target.contains($0.id) }.map(\.aim)
  }

  /// What must hold.
  ///
  /// - Parameter peakAccount: The total that must have peaked.
  /// - Returns: The conditions, in the order of the options.
  /// - Throws: What is wrong with the first that cannot be read.
  private func conditions(_ peakAccount: EmissionTotal) throws(ValidationError) -> [Target.Aim] {
    var aims: [Target.Aim] = []
    if let peakBy { aims.append(.peakBy(peakBy, account: peakAccount)) }
    for text in cap { aims.append(try ConditionArgument("--cap", text).cap()) }
    for text in budget { aims.append(try ConditionArgument("--budget", text).budget()) }
    for text in share { aims.append(try ConditionArgument("--share", text).share()) }
    return aims
  }
}

/// A target that the scenario does not have.
struct UnknownTarget: Refused {
  let id: String
  let known: [String]

  /// Why it cannot be asked for.
  var refusal: Refusal {
    var ids: [String] = []
    for id in known where !ids.contains(id) { ids.append(id) }
    let list = ids.joined(separator: ", ")
    let near =
      closestName(to: id, among: ids)
      .map { Text("; did you mean '\($0)'?", "；是否想写“\($0)”？") } ?? Text(";", "；")
    return Refusal(
      Text(
        "no target '\(id)'\(near) there are: \(list.isEmpty ? Text("none", "无") : Text(same: list))",
        "没有目标“\(id)”\(near)现有：\(list.isEmpty ? Text("none", "无") : Text(same: list))"), .usage)
  }
}

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

  /// What must hold.
  ///
  /// - Parameter peakAccount: The total that must have peaked.
  /// - Returns: The conditions, in the order of the options.
  /// - Throws: What is wrong with the first that cannot be read.
  func conditions(_ peakAccount: EmissionTotal) throws(ValidationError) -> [Target.Aim] {
    var aims: [Target.Aim] = []
    if let peakBy { aims.append(.peakBy(peakBy, account: peakAccount)) }
    for text in cap { aims.append(try ConditionArgument("--cap", text).cap()) }
    for text in budget { aims.append(try ConditionArgument("--budget", text).budget()) }
    for text in share { aims.append(try ConditionArgument("--share", text).share()) }
    return aims
  }
}

import Analysis
import CityModel
public import Diagnostics

/// What a sweep came to, for people.
///
/// - Parameters:
///   - order: What was asked.
///   - progress: How far it has come.
///   - files: The paths of the files written.
///   - language: The language of the words.
/// - Returns: Lines without a final line break.
public func sweepSummary(
  _ order: SweepOrder, _ progress: SweepProgress, files: [String], _ language: Language
) -> String {
  let scenario = order.scenario
  let rows = order.ranking.map { min($0.count, progress.rows) } ?? progress.rows
  let total = order.variants.count
  let name = Text(
    "\(scenario.city.name) · \(scenario.identity.name)",
    "\(scenario.city.name) · \(scenario.identity.name)")
  let head = Text(
    "\(total) \(total == 1 ? "variant" : "variants"), \(rows) kept", "\(total) 个方案，保留 \(rows) 个")
  let counts = SweepStatus.allCases.compactMap { status in
    progress.counts[status].map { "  \($0)  \(status.text(language))" }
  }
  return
    ([
      "\(name(language)) (\(scenario.city.id)/\(scenario.identity.id)): \(head(language))"
    ] + counts + files.map { terminalSafe($0) }).joined(separator: "\n")
}

extension SweepStatus {
  /// The status in a few words; in English its word in the table.
  fileprivate var text: Text {
    let chinese =
      switch self {
      case .peakedBeforeBaseYear: "基准年之前已达峰"
      case .peakedByBaseYear: "不晚于基准年达峰"
      case .peaks: "达峰"
      case .plateau: "峰值平台期"
      case .notPeaked: "尚未达峰"
      case .rebound: "反弹"
      case .noEmissions: "无正排放"
      case .impossible: "不可能成立"
      case .unsolved: "市场无解"
      case .noNumber: "无有效数值"
      }
    return Text(english: rawValue, chinese: chinese)
  }
}

/// What a sweep came to, for machines.
public func sweepSummaryRecord(_ order: SweepOrder, _ progress: SweepProgress) -> JSONValue {
  .object(
    order.context.head(seed: order.seed) + [
      ("city", identity(order.scenario.city)),
      ("scenario", identity(order.scenario.identity)),
      ("variants", .integer(order.variants.count)),
      ("rows", .integer(order.ranking.map { min($0.count, progress.rows) } ?? progress.rows)),
      ("statuses", statusRecord(progress)),
    ])
}

/// What joining parts came to, for people.
public func mergeSummary(rows: Int, files: [String], _ language: Language) -> String {
  ([Text("\(rows) rows", "\(rows) 行")(language)] + files.map { terminalSafe($0) }).joined(
    separator: "\n")
}

/// What joining parts came to, for machines.
public func mergeSummaryRecord(rows: Int, _ context: RunContext) -> JSONValue {
  .object(context.head() + [("rows", .integer(rows))])
}

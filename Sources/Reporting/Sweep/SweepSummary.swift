import Analysis
import CityModel
public import Diagnostics

extension SweepOrder {
  /// What a sweep came to; its table and its record were written while it ran.
  ///
  /// - Parameter progress: How far it has come.
  public func answer(_ progress: SweepProgress) -> Answer {
    let rows = ranking.map { min($0.count, progress.rows) } ?? progress.rows
    return Answer(
      nil, of: subject(scenario), seed: seed,
      figures: [
        ("variants", .integer(variants.count)), ("rows", .integer(rows)),
        ("statuses", statusRecord(progress)),
      ],
      story: { language, _ in summary(progress, rows: rows, language) })
  }

  private func summary(_ progress: SweepProgress, rows: Int, _ language: Language) -> String {
    let total = variants.count
    let name = "\(scenario.city.name(language)) · \(scenario.identity.name(language))"
    let head = Text(
      "\(total) \(total == 1 ? "variant" : "variants"), \(rows) kept", "\(total) 个方案，保留 \(rows) 个")
    let counts = SweepStatus.allCases.compactMap { status in
      progress.counts[status].map { "  \($0)  \(status.text(language))" }
    }
    return
      (["\(name) (\(scenario.city.id)/\(scenario.identity.id)): \(head(language))"] + counts)
      .joined(separator: "\n")
  }
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

/// What joining the parts of a sweep came to; the files are written already.
///
/// - Parameter rows: The rows of the joined table.
public func mergeAnswer(rows: Int) -> Answer {
  Answer(
    nil, figures: [("rows", .integer(rows))],
    story: { language, _ in Text("\(rows) rows", "\(rows) 行")(language) })
}

public import Analysis
public import CityModel
import Diagnostics

extension ResultFile {
  /// `peak-levers.csv`: the smallest change of each lever alone that moves the peak, on the scenario's peak account, which the columns name.
  ///
  /// `from` is what the scenario has, `to` the nearest level or year that does it. A row stands for a
  /// change that there is: a lever that alone moves the peak nowhere has none.
  public static func peakLevers(
    _ moves: [PeakMove], of account: EmissionTotal, style: CSVStyle
  ) -> Self {
    Table("peak-levers", Table.peakLeverColumns(account), moves).file(style)
  }
}

extension Table {
  /// The columns of `peak-levers.csv`.
  static func peakLeverColumns(_ account: EmissionTotal) -> [Column<PeakMove>] {
    changeColumns + [
      Column(.peakYear(account)) { .integer($0.outcome.peak.year) },
      Column(.status) { .status($0.outcome.peak.status) },
      Column(.peakValue(account)) { .number($0.outcome.peak.value) },
      Column(.unit) { _ in .unit(OutputKind.total.unit) },
    ]
  }

  private static let changeColumns: [Column<PeakMove>] = [
    Column(.lever) { .text($0.lever) }, Column(.group) { .group($0.group) },
    Column(
      "setting", Text("What is changed", "调整项"),
      Text(
        "What of the lever is changed: its `level` or its year `by`.",
        "调整措施的哪一项：力度 `level` 或完成年份 `by`。")
    ) { .word($0.setting.rawValue, $0.setting.name) },
    Column(
      "direction", Text("Peak moves", "达峰变动方向"),
      Text("Whether the peak comes `earlier` or `later`.", "达峰提前 `earlier` 或推迟 `later`。")
    ) { .word($0.direction.rawValue, $0.direction.name) },
    Column(
      "from", Text("From", "原值"), Text("What the scenario has.", "情景中的取值。")
    ) { .number($0.current) },
    Column(
      "to", Text("To", "新值"),
      Text("The nearest level or year that moves the peak.", "能使达峰变动的最近力度或年份。")
    ) { .number($0.outcome.value) },
    Column("change", Text("Change", "变化"), Text("`to` less `from`.", "`to` 减 `from`。")) {
      .number(rounded($0.outcome.value - $0.current))
    },
  ]

  /// Without the dust of subtracting two hundredths.
  private static func rounded(_ change: Double) -> Double { (change * 1e6).rounded() / 1e6 }
}

extension PeakMove.Setting {
  fileprivate var name: Text {
    switch self {
    case .level: Text("level", "力度")
    case .by: Text("full by", "完成年份")
    }
  }
}

extension PeakMove.Direction {
  fileprivate var name: Text {
    switch self {
    case .earlier: Text("earlier", "提前")
    case .later: Text("later", "推迟")
    }
  }
}

import Analysis
import CityModel
import Diagnostics

extension ColumnHead {
  /// The column of the values of what is varied.
  ///
  /// - Parameters:
  ///   - path: Its path.
  ///   - unit: The unit of its values, where it is known.
  /// - Returns: The column.
  static func axis(_ path: String, unit: String? = nil) -> Self {
    Self(named: path, Text("The value of what is varied.", "变动参数的取值。"), unit: unit)
  }

  /// The column of the net emissions of a year.
  static func emissions(_ name: String) -> Self {
    Self(
      named: name, Text("Net emissions in the year.", "该年的净排放。"), unit: OutputKind.total.unit)
  }
}

extension SweepColumns.Column {
  /// What the column is.
  var head: ColumnHead {
    let peaks = EmissionTotal.allCases.flatMap {
      [ColumnHead.peakYear($0), .peakEstimate($0), .peakValue($0)]
    }
    let known = [ColumnHead.variant, .sweepStatus, .cumulative, .cost] + peaks
    if let head = known.first(where: { $0.name == name }) { return head }
    return name.hasPrefix("emissions_") ? .emissions(name) : .axis(name, unit: unit)
  }
}

extension ColumnHead {
  /// The status of a variant of a sweep.
  static let sweepStatus = Self(
    "status", ColumnHead.status.label,
    ColumnHead.status.meaning
      + Text(
        " Or why there is no result: `impossible`, `unsolved` or `no-number`.",
        "或无结果的原因：`impossible` 取值组合不可能、`unsolved` 市场无解、`no-number` 排放不是数值。"))
}

extension Table {
  /// The columns of `sweep-trajectories.csv`.
  static func sweepSeriesHeads(_ series: [String]) -> [ColumnHead] {
    [.variant, .year]
      + series.map { name in emissionHeads.first { $0.name == name } ?? .emissions(name) }
  }
}

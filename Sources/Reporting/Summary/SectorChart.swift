import CityModel
import Diagnostics

/// A small chart of the net total and the sectors by end use, one line each, on one scale.
///
/// ```text
/// net        ▄▅▆▇█▇▆▅▄▃▂▁  41.2 → 3.1
/// buildings  ▂▂▂▂▂▂▁▁▁▁▁▁  12.0 → 0.9
///            2020    2060  Mt CO2e
/// ```
struct SectorChart {
  private let trajectory: Trajectory
  private let language: Language
  private let width: Int

  init(_ trajectory: Trajectory, _ language: Language, width: Int) {
    self.trajectory = trajectory
    self.language = language
    self.width = width
  }

  /// The lines from top to bottom.
  var lines: [String] {
    let rows = [(Text("net", "净额"), trajectory.total(.net))] + sectorRows
    let numbers = rows.map { ends($0.1) }
    let labelWidth = rows.map { columns($0.0(language)) }.max() ?? 0
    let numberWidth = (numbers + [OutputKind.total.unit]).map(\.count).max() ?? 0
    let room = max(9, min(trajectory.years.count, width - labelWidth - numberWidth - 4))
    let top = rows.flatMap(\.1).max() ?? 0
    let body = zip(rows, numbers).map { row, numbers in
      let bars = sampled(row.1, room).map { block($0, top: top) }
      return padded(row.0(language), to: labelWidth) + "  " + String(bars) + "  " + numbers
    }
    return body + [axis(labelWidth: labelWidth, room: room)]
  }

  private var sectorRows: [(Text, [Double])] {
    Sector.allCases.map { ($0.name, trajectory.byEndUse($0)) }
      .filter { row in row.1.contains { $0 != 0 } }
  }

  private func ends(_ values: [Double]) -> String {
    guard let first = values.first, let last = values.last else { return "" }
    return "\(readableText(first)) → \(readableText(last))"
  }

  /// As many values as there is room for, first and last among them.
  private func sampled(_ values: [Double], _ room: Int) -> [Double] {
    guard values.count > 1 else { return values.flatMap { [Double](repeating: $0, count: room) } }
    return (0..<room).map { column in
      let place = Double(column) * Double(values.count - 1) / Double(room - 1)
      return values[Int(place.rounded())]
    }
  }

  private func block(_ value: Double, top: Double) -> Character {
    let blocks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    guard value > 0, top > 0 else { return " " }
    let level = Int((value / top * Double(blocks.count)).rounded(.up)) - 1
    return blocks[min(max(level, 0), blocks.count - 1)]
  }

  private func axis(labelWidth: Int, room: Int) -> String {
    let (first, last) = (
      String(trajectory.years.lowerBound), String(trajectory.years.upperBound)
    )
    let gap = String(repeating: " ", count: max(1, room - first.count - last.count))
    let indent = String(repeating: " ", count: labelWidth + 2)
    return "\(indent)\(first)\(gap)\(last)  \(OutputKind.total.unit)"
  }

  private func padded(_ label: String, to width: Int) -> String {
    label + String(repeating: " ", count: max(0, width - columns(label)))
  }

  /// The terminal columns of a label: our Chinese labels hold wide characters alone, our English
  /// ones none.
  private func columns(_ label: String) -> Int {
    switch language {
    case .english: label.count
    case .chinese: 2 * label.count
    }
  }
}

extension Sector {
  /// The sector's name for people.
  var name: Text {
    switch self {
    case .energy: Text("energy", "能源")
    case .buildings: Text("buildings", "建筑")
    case .industry: Text("industry", "工业")
    case .transport: Text("transport", "交通")
    case .waste: Text("waste", "废弃物")
    case .sinks: Text("sinks", "碳汇")
    }
  }
}

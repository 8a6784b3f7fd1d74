import CityModel
import Diagnostics

/// A small chart of the total that peaks are told of, with the peak marked, and of the sectors by end use below it.
///
/// ```text
/// gross      ▃▅▆▇██▇▆▅▄▂    41.2 → 3.1
///            ███████████▆▄
///                 ▲
/// buildings  ▂▂▂▂▂▂▁▁▁▁▁▁   12.0 → 0.9
///            2020    2060   Mt CO2e
/// ```
struct SectorChart {
  private let trajectory: Trajectory
  private let language: Language
  private let width: Int
  private let peakYear: Int?

  init(_ trajectory: Trajectory, _ language: Language, width: Int, peakYear: Int?) {
    self.trajectory = trajectory
    self.language = language
    self.width = width
    self.peakYear = peakYear
  }

  /// How many lines the total takes.
  private static let height = 5

  /// The lines from top to bottom.
  var lines: [String] {
    let account = trajectory.blueprint.scenario.accounting.peakAccount
    let total = (account.name, trajectory.totals[account])
    let rows = [total] + sectorRows
    let labelWidth = rows.map { displayWidth($0.0(language)) }.max() ?? 0
    let numberWidth = (rows.map { ends($0.1) } + [OutputKind.total.unit]).map(\.count).max() ?? 0
    let room = max(9, min(trajectory.years.count, width - labelWidth - numberWidth - 4))
    let top = rows.flatMap(\.1).max() ?? 0
    func line(_ label: String, _ drawing: String, _ numbers: String) -> String {
      padded(label, to: labelWidth) + "  " + padded(drawing, to: room) + "  " + numbers
    }
    let curve = (0..<Self.height).map { level in
      line(
        level == 0 ? total.0(language) : "", bars(total.1, room, top: top, level: level),
        level == 0 ? ends(total.1) : "")
    }
    let sectors = sectorRows.map { row in
      line(row.0(language), bars(row.1, room, top: top, level: nil), ends(row.1))
    }
    let marks = peakYear.map { [line("", mark($0, room), "")] } ?? []
    return (curve + marks + sectors + [line("", axis(room), OutputKind.total.unit)]).map(trimmed)
  }

  private var sectorRows: [(Text, [Double])] {
    Sector.allCases.map { ($0.name, trajectory.byEndUse($0)) }
      .filter { row in row.1.contains { $0 != 0 } }
  }

  private func ends(_ values: [Double]) -> String {
    guard let first = values.first, let last = values.last else { return "" }
    return "\(readableText(first)) → \(readableText(last))"
  }

  /// The blocks of one line: of a chart that is several lines high, its level from the top.
  private func bars(_ values: [Double], _ room: Int, top: Double, level: Int?) -> String {
    String(
      sampled(values, room).map { value in
        let share = top > 0 ? value / top : 0
        guard let level else { return block(share) }
        let below = Double(Self.height - 1 - level)
        return block(share * Double(Self.height) - below)
      })
  }

  /// As many values as there is room for, first and last among them.
  private func sampled(_ values: [Double], _ room: Int) -> [Double] {
    guard values.count > 1 else { return values.flatMap { [Double](repeating: $0, count: room) } }
    return (0..<room).map { column in
      let place = Double(column) * Double(values.count - 1) / Double(room - 1)
      return values[Int(place.rounded())]
    }
  }

  private func block(_ share: Double) -> Character {
    let blocks: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    guard share > 0 else { return " " }
    let level = Int((share * Double(blocks.count)).rounded(.up)) - 1
    return blocks[min(max(level, 0), blocks.count - 1)]
  }

  /// A mark under the column of a year.
  private func mark(_ year: Int, _ room: Int) -> String {
    let steps = Double(max(1, trajectory.years.count - 1))
    let share = Double(year - trajectory.years.lowerBound) / steps
    return String(repeating: " ", count: Int((share * Double(room - 1)).rounded())) + "▲"
  }

  private func axis(_ room: Int) -> String {
    let first = String(trajectory.years.lowerBound)
    let last = String(trajectory.years.upperBound)
    return first + String(repeating: " ", count: max(1, room - first.count - last.count)) + last
  }

  private func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - displayWidth(text)))
  }

  private func trimmed(_ line: String) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
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

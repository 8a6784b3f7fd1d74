public import CityModel
import Diagnostics

extension HourlyDetail {
  /// `hourly-YEAR.csv`: a row for each hour of the representative days.
  ///
  /// Columns: the day, how many days of the year it stands for, the hour it begins with, then the
  /// series [GW], a storage's level [GWh]. Supply and use of every hour balance:
  /// generation + heat plants + imports + discharge + unserved = load + shifted + charge.
  ///
  /// - Parameter style: For whom the table is written.
  /// - Returns: The file.
  public func file(style: CSVStyle = .plain) -> ResultFile {
    let series = quantities.map { Array(self[$0]) }
    let rows = days.enumerated().flatMap { place, day in
      (0..<hoursPerDay).map { hour -> [Cell] in
        [.text(day.id), .number(day.weight), .integer(hour)]
          + series.map { .number($0[place * hoursPerDay + hour]) }
      }
    }
    return Table("hourly-\(year)", heads: Table.hourHeads + quantities.map(\.head), cells: rows)
      .file(style)
  }
}

extension Table {
  /// The columns of `hourly-YEAR.csv` that say which hour it is.
  static let hourHeads = [
    ColumnHead("day", Text("Day", "典型日"), Text("The id of the representative day.", "典型日的 id。")),
    ColumnHead(
      "weight_days", Text("Days of the year it stands for", "代表天数"),
      Text("How many days of the year the day stands for.", "该典型日代表一年中的天数。"), unit: "day"),
    ColumnHead("hour", Text("Hour", "时刻"), Text("The hour it begins with.", "起始时刻。")),
  ]

  /// The columns of `hourly-YEAR.csv` for the manual, where an id stands for any.
  static let hourlyHeads =
    hourHeads
    + [
      HourlyQuantity.load("ID"), .shifted("ID"), .generation("ID"), .heatPlants, .imported("ID"),
      .charge("ID"), .discharge("ID"), .level("ID"), .curtailed, .unserved,
    ].map(\.head)
}

extension HourlyQuantity {
  /// The column, whose name has its unit.
  fileprivate var head: ColumnHead {
    let (kind, subject, label, meaning) = words
    let unit = kind == "level" ? "GWh" : "GW"
    let of = subject.map { " \($0)" } ?? ""
    return ColumnHead(
      [kind, subject, unit].compactMap { $0 }.joined(separator: "_"),
      Text("\(label)\(of) [\(unit)]", "\(label)\(of) [\(unit)]"), meaning, unit: unit)
  }

  /// What it is, of which user or plant, for people, and what that means.
  private var words: (String, String?, Text, Text) {
    switch self {
    case .load(let id):
      ("load", id, Text("Load", "负荷"), Text("What the use asks for.", "该用途的用电负荷。"))
    case .shifted(let id):
      (
        "shifted", id, Text("Shifted", "移峰"),
        Text("What of the load is moved into the hour, negative out of it.", "移入该时刻的负荷，移出为负。")
      )
    case .generation(let id):
      ("generation", id, Text("Generation", "发电"), Text("What the plant feeds in.", "该电源的出力。"))
    case .heatPlants:
      (
        "generation", "heat-plants", Text("Generation", "发电"),
        Text("What plants of combined heat and power feed in.", "热电联产的出力。")
      )
    case .imported(let id):
      ("import", id, Text("Import", "外来电"), Text("What comes from outside.", "外来电力。"))
    case .charge(let id):
      ("charge", id, Text("Charge", "充电"), Text("What the storage takes in.", "储能充电功率。"))
    case .discharge(let id):
      ("discharge", id, Text("Discharge", "放电"), Text("What the storage gives back.", "储能放电功率。"))
    case .level(let id):
      (
        "level", id, Text("Level", "储能电量"),
        Text("What the storage holds at the end of the hour.", "该时刻末的储能电量。")
      )
    case .curtailed:
      (
        "curtailed", nil, Text("Curtailed", "弃电"),
        Text("What could be generated and finds no use.", "可发而未被利用的电力。")
      )
    case .unserved:
      (
        "unserved", nil, Text("Not served", "缺电"),
        Text("What is asked for and not delivered.", "未能满足的负荷。")
      )
    }
  }
}

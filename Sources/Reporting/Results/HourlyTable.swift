public import CityModel

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
    let table = Table(
      columns: ["day", "weight_days", "hour"] + quantities.map(\.column), rows: rows)
    return table.file("hourly-\(year)", style)
  }
}

extension HourlyQuantity {
  /// The name of the column, with its unit.
  fileprivate var column: String {
    switch self {
    case .load(let id): "load_\(id)_GW"
    case .shifted(let id): "shifted_\(id)_GW"
    case .generation(let id): "generation_\(id)_GW"
    case .heatPlants: "generation_heat-plants_GW"
    case .imported(let id): "import_\(id)_GW"
    case .charge(let id): "charge_\(id)_GW"
    case .discharge(let id): "discharge_\(id)_GW"
    case .level(let id): "level_\(id)_GWh"
    case .curtailed: "curtailed_GW"
    case .unserved: "unserved_GW"
    }
  }
}

import CityModel

extension Table {
  /// `costs.csv`: what was spent and invested, a row for each year and sector; `total` is the city.
  ///
  /// `system_cost` is the sum of all kinds but `carbon`, which is a transfer.
  static func costs(_ trajectory: Trajectory) -> Self {
    let sectors = Sector.allCases.filter { sector in
      CostKind.allCases.contains { trajectory.cost($0, in: sector).contains { $0 != 0 } }
        || Investor.allCases.contains {
          trajectory.investment(by: $0, in: sector).contains { $0 != 0 }
        }
    }
    let columns = sectors.map { sector in
      (
        name: sector.rawValue,
        series: CostKind.allCases.map { trajectory.cost($0, in: sector) }
          + Investor.allCases.map { trajectory.investment(by: $0, in: sector) }
      )
    }
    let total = (0..<(CostKind.allCases.count + Investor.allCases.count)).map { place in
      columns.reduce(trajectory.years.map { _ in 0 }) { sum, column in
        zip(sum, column.series[place]).map { $0 + $1 }
      }
    }
    let rows = trajectory.years.enumerated().flatMap { index, year in
      (columns + [(name: "total", series: total)]).map { column -> [Cell] in
        let values = column.series.map { $0[index] }
        let system = zip(CostKind.allCases, values).reduce(0) { sum, entry in
          entry.0 == .carbon ? sum : sum + entry.1
        }
        return [.integer(year), .text(column.name), .number(system)]
          + values.map { .number($0) } + [.text(OutputKind.cost.unit)]
      }
    }
    return Self(
      columns: ["year", "sector", "system_cost"]
        + CostKind.allCases.map { $0.rawValue.replacing("-", with: "_") }
        + Investor.allCases.map { "investment_\($0.rawValue)" } + ["unit"], rows: rows)
  }
}

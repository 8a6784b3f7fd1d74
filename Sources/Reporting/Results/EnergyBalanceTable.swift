import CityModel

extension Table {
  /// `energy-balance.csv`: a row for each year and carrier [PJ].
  ///
  /// production + imports + unserved = exports + transformation + losses + storage + final + residual
  static func energyBalance(_ trajectory: Trajectory) -> Self {
    let lines = trajectory.rows(.balance)
    var carriers: [String] = []
    for line in lines where carriers.last != line.item.path.last {
      carriers.append(line.item.path.last)
    }
    let series = carriers.map { carrier in
      BalanceItem.allCases.map {
        trajectory.series(.balance, "carriers.\(carrier)", $0.rawValue)
      }
    }
    let rows = trajectory.years.enumerated().flatMap { index, year in
      zip(carriers, series).map { carrier, items -> [Cell] in
        [.integer(year), .text(carrier)] + items.map { .number($0[index]) }
          + [.text(OutputKind.balance.unit)]
      }
    }
    return Self(
      columns: ["year", "carrier"] + BalanceItem.allCases.map(\.rawValue) + ["unit"], rows: rows)
  }
}

import CityModel
import Diagnostics

/// The balance of a carrier in a year.
struct BalanceRow {
  let year: Int
  let carrier: String
  /// By item, in the order of `BalanceItem`.
  let values: [Double]
}

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
      zip(carriers, series).map { carrier, items in
        BalanceRow(year: year, carrier: carrier, values: items.map { $0[index] })
      }
    }
    return Self("energy-balance", balanceColumns, rows)
  }

  /// The columns of `energy-balance.csv`.
  static let balanceColumns: [Column<BalanceRow>] =
    [
      Column(.year) { .integer($0.year) },
      Column("carrier", Text("Energy carrier", "能源品种"), Text("The id of the carrier.", "能源品种的 id。"))
      {
        .text($0.carrier)
      },
    ]
    + BalanceItem.allCases.enumerated().map { place, item in
      Column(item.head) { .number($0.values[place]) }
    } + [Column(.unit) { _ in .unit(OutputKind.balance.unit) }]
}

extension BalanceItem {
  /// The column of the item.
  fileprivate var head: ColumnHead {
    let (label, meaning) = words
    return ColumnHead(rawValue, label, meaning)
  }

  private var words: (Text, Text) {
    switch self {
    case .production: (Text("Production", "本地生产"), Text("Made in the city.", "市内生产。"))
    case .imports: (Text("Imports", "外地调入"), Text("Bought from outside.", "从外地调入。"))
    case .exports: (Text("Exports", "调出"), Text("Delivered outside.", "调出市外。"))
    case .transformation:
      (
        Text("Transformation", "加工转换"),
        Text("Taken in by plants that make another carrier.", "用于加工转换其他能源品种的投入。")
      )
    case .losses: (Text("Losses", "损失"), Text("Lost between supply and user.", "供应至用户之间的损失。"))
    case .storage:
      (Text("Storage", "储能损耗"), Text("Taken in by storage and not given back.", "储能吸收而未放出的部分。"))
    case .final:
      (
        Text("Final use", "终端消费"),
        Text("Used by buildings, industry and transport.", "建筑、工业与交通的消费。")
      )
    case .unserved: (Text("Not served", "缺供"), Text("Asked for and not delivered.", "有需求而未能供应。"))
    case .residual:
      (
        Text("Residual", "残差"),
        Text(
          "What does not balance: production + imports + unserved − exports − transformation − losses − storage − final; zero but for rounding.",
          "平衡余差：本地生产 + 外地调入 + 缺供 − 调出 − 加工转换 − 损失 − 储能损耗 − 终端消费；除舍入外为零。")
      )
    }
  }
}

import CityModel
import Diagnostics

/// The costs of a sector in a year.
struct CostRow {
  let year: Int
  /// The sector; none for the city.
  let sector: Sector?
  /// By kind, then investment by who makes it.
  let values: [Double]
}

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
    let columns: [(sector: Sector?, series: [[Double]])] = sectors.map { sector in
      (
        sector: sector,
        series: CostKind.allCases.map { trajectory.cost($0, in: sector) }
          + Investor.allCases.map { trajectory.investment(by: $0, in: sector) }
      )
    }
    let total = (0..<(CostKind.allCases.count + Investor.allCases.count)).map { place in
      columns.reduce(trajectory.years.map { _ in 0 }) { sum, column in
        zip(sum, column.series[place]).map { $0 + $1 }
      }
    }
    return Self(
      "costs", costColumns,
      trajectory.years.enumerated().flatMap { index, year in
        (columns + [(sector: nil, series: total)]).map { column in
          CostRow(year: year, sector: column.sector, values: column.series.map { $0[index] })
        }
      })
  }

  /// The columns of `costs.csv` of a run.
  static let costColumns: [Column<CostRow>] =
    [
      Column(.year) { .integer($0.year) }, Column(.sector) { .sector($0.sector) },
      Column(
        "system_cost", Text("System cost", "系统成本"),
        Text(
          "The sum of all kinds of cost but payments for carbon.", "除碳支付以外各类成本之和。")
      ) { row in
        .number(
          zip(CostKind.allCases, row.values).reduce(0) { sum, entry in
            entry.0 == .carbon ? sum : sum + entry.1
          })
      },
    ]
    + CostKind.allCases.enumerated().map { place, kind in
      Column(kind.head) { .number($0.values[place]) }
    }
    + Investor.allCases.enumerated().map { place, investor in
      Column(investor.head) { .number($0.values[CostKind.allCases.count + place]) }
    } + [Column(.unit) { _ in .unit(OutputKind.cost.unit) }]
}

extension CostKind {
  /// The column of the kind.
  fileprivate var head: ColumnHead {
    let (label, meaning) = words
    return ColumnHead(rawValue.replacing("-", with: "_"), label, meaning)
  }

  private var words: (Text, Text) {
    switch self {
    case .capital:
      (
        Text("Capital", "资本成本"),
        Text("Annuities of what was added since the base year.", "基准年以来新增投资的年金。")
      )
    case .fixedOperation:
      (
        Text("Fixed operation", "固定运维"),
        Text("Operation and upkeep that do not depend on use.", "与使用量无关的运行维护费用。")
      )
    case .variableOperation:
      (
        Text("Variable operation", "可变运维"),
        Text("Operation and upkeep by use.", "随使用量变化的运行维护费用。")
      )
    case .fuel: (Text("Fuel", "燃料"), Text("Fuels burnt in the city.", "市内消耗的燃料。"))
    case .imports:
      (
        Text("Purchases of energy", "外购能源"),
        Text("Power, heat and hydrogen bought from outside.", "从外地购入的电、热与氢。")
      )
    case .carbon:
      (
        Text("Payments for carbon (transfer)", "碳支付（转移）"),
        Text(
          "Payments for carbon, which are a transfer and in no system cost.", "碳支付，属转移支付，不计入系统成本。")
      )
    case .captureAndStorage:
      (
        Text("Capture and storage", "碳捕集与封存"),
        Text("Capturing, moving and storing carbon dioxide.", "二氧化碳的捕集、运输与封存。")
      )
    case .measures:
      (Text("Levers", "措施"), Text("The levers' own costs.", "措施自身的成本。"))
    }
  }
}

extension Investor {
  /// The column of investment by whom.
  fileprivate var head: ColumnHead {
    let (label, meaning) = words
    return ColumnHead("investment_\(rawValue)", label, meaning)
  }

  private var words: (Text, Text) {
    switch self {
    case .public:
      (
        Text("Public investment", "公共投资"),
        Text(
          "What the public invests in the year, by the shares of the scenario.", "当年公共投资，按情景给出的比例。")
      )
    case .private:
      (
        Text("Private investment", "社会投资"),
        Text("What all others invest in the year.", "当年其余主体的投资。")
      )
    case .unassigned:
      (
        Text("Investment not assigned", "未划分的投资"),
        Text("Investment of the year for which the scenario gives no share.", "情景未给出公共投资比例的当年投资。")
      )
    }
  }
}

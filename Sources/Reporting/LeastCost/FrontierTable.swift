import Analysis
import CityModel
import Diagnostics

/// A budget with the cheapest portfolio within it: a row of `frontier.csv`.
struct FrontierRow {
  /// Its number, from 1.
  let number: Int
  let budget: Double
  /// What the portfolio comes to; nothing where there is none.
  let reached: BackcastPoint?
  /// What the next wider budget's comes to.
  let before: BackcastPoint?

  /// What a tonne costs from one point to the next [yuan/t]; nothing where no less is emitted.
  var marginalCost: Double? {
    guard let before, let reached, let cost = reached.cost, let old = before.cost,
      before.cumulative - reached.cumulative > 1e-6 * before.cumulative.magnitude
    else { return nil }
    return (cost - old) / (before.cumulative - reached.cumulative) * 1e3
  }
}

extension Table {
  /// `frontier.csv`: a row for each budget, the widest first.
  static func frontier(_ points: [FrontierPoint]) -> Self {
    let problem = points.first?.problem.backcast
    let rows = points.enumerated().map { place, point in
      FrontierRow(
        number: place + 1, budget: point.budget, reached: point.portfolio?.point,
        before: place > 0 ? points[place - 1].portfolio?.point : nil)
    }
    return Self(
      "frontier",
      frontierColumns(
        problem?.blueprint.scenario.accounting.peakAccount ?? .gross,
        handles: (problem?.handles ?? []).map(\.path)), rows)
  }

  /// The columns of `frontier.csv`.
  static func frontierColumns(
    _ account: EmissionTotal, handles: [String]
  ) -> [Column<FrontierRow>] {
    budgetColumns + [
      Column(.peakYear(account)) { .optional($0.reached?.peak?.year) },
      Column(.peakEstimate(account)) { .optional($0.reached?.peak?.estimate) },
      Column(.peakValue(account)) { .optional($0.reached?.peak?.value) },
    ]
      + handles.enumerated().map { place, path in
        Column(ColumnHead(named: path, Text("The value of what is chosen.", "所选项的取值。"))) {
          .optional($0.reached?.values[place])
        }
      }
  }

  private static let budgetColumns: [Column<FrontierRow>] = [
    Column("point", Text("Point", "点"), Text("The number of the point.", "点的编号。")) {
      .integer($0.number)
    },
    Column(
      "budget", Text("Budget [Mt CO2e]", "累计排放预算 [Mt CO2e]"),
      Text("The most that may be emitted over all years, net.", "各年净排放之和的上限。"),
      unit: OutputKind.total.unit
    ) { .number($0.budget) },
    Column(.cumulative) { .optional($0.reached?.cumulative) },
    Column(.cost) { .optional($0.reached?.cost) },
    Column(
      "marginal_cost", Text("Marginal cost [CNY/t CO2e]", "边际成本 [元/t CO2e]"),
      Text("What a tonne less costs, from the point before.", "自上一点起，每减排一吨的成本。"), unit: "CNY/t CO2e"
    ) { .optional($0.marginalCost) },
  ]
}

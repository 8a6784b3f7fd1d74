import Analysis
import CityModel

/// What energy and carbon cost in a run, in yuan of the base year.
///
/// `Price|Carbon` stands where a price is set. `Price|Final Energy|…` is what users pay for electricity,
/// heat and hydrogen where the market is on, `Average Cost|…`, a name of our own, what a unit costs to
/// supply, left out where energy bought from outside has no price; what plants pay for carbon is in both. IAMC's own units are dollars of 2010: the unit says which these are.
struct PriceVariables {
  private let trajectory: Trajectory
  private let labels: VariableLabels

  init(_ trajectory: Trajectory) {
    self.trajectory = trajectory
    labels = VariableLabels(scenario: trajectory.blueprint.scenario)
  }

  func add(to tree: inout VariableTree) {
    if let prices = trajectory.blueprint.scenario.carbonPrice, prices.contains(where: { $0 != 0 }) {
      tree.add(prices, "Price|Carbon", unit: "CNY/t CO2")
    }
    for (kind, root) in [
      (OutputKind.userPrice, "Price|Final Energy"), (.averageCost, "Average Cost"),
    ] where kind == .userPrice || !trajectory.buysForNothing {
      for row in trajectory.rows(kind) where trajectory[row.index].contains(where: { $0 != 0 }) {
        let name = labels.carrierGroup(row.row.part).joined(separator: "|")
        tree.add(
          trajectory.whereSupplied(trajectory[row.index], row.row.part), "\(root)|\(name)",
          unit: kind.unit)
      }
    }
  }
}

extension Trajectory {
  /// A value per unit of electricity, heat or hydrogen, and no number in years in which none is supplied:
  /// a mean over years or cities must not take it for 0.
  func whereSupplied(_ values: [Double], _ carrier: String) -> [Double] {
    func line(_ item: BalanceItem) -> [Double] {
      series(.balance, "carriers.\(carrier)", item.rawValue)
    }
    let supplied = zip(line(.production), line(.imports)).map { $0 + $1 }
    return zip(values, supplied).map { $1 > 0 ? $0 : .nan }
  }
}

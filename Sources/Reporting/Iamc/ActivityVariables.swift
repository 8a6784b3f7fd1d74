import Analysis
import CityModel

/// Drivers, stocks and services of a run under their IAMC names.
struct ActivityVariables {
  private let trajectory: Trajectory
  private let labels: VariableLabels

  init(_ trajectory: Trajectory) {
    self.trajectory = trajectory
    labels = VariableLabels(scenario: trajectory.blueprint.scenario)
  }

  func add(to tree: inout VariableTree) {
    addDrivers(to: &tree)
    addBuildings(to: &tree)
    addIndustry(to: &tree)
    addTransport(to: &tree)
  }

  private func addDrivers(to tree: inout VariableTree) {
    for row in trajectory.rows(.driver) {
      let values = trajectory[row.index]
      switch row.item.path.last {
      case "population": tree.add(values, "Population", unit: "million")
      // At the base year's prices; IAMC's own GDP variables are in dollars of 2010.
      case "gdp": tree.add(values, "GDP|CNY", unit: "billion CNY/yr")
      default:
        let isMoney = row.item.path.last == "industry-value-added"
        tree.add(
          values, "Driver|" + labels(row.item.path).joined(separator: "|"),
          unit: isMoney ? "billion CNY/yr" : "")
      }
    }
  }

  private func addBuildings(to tree: inout VariableTree) {
    for row in trajectory.rows(.floorArea) + trajectory.rows(.construction) {
      guard case .buildingType(let isResidential) = row.item.role else { continue }
      let values = trajectory[row.index].map { $0 * 1e-3 }
      let place = labels(row.item.path) + labels(row.item.path / "construction" / row.row.part)
      let root = "Building Stock|" + (isResidential ? "Residential" : "Commercial")
      if row.row.kind == .construction {
        tree.add(values, root + "|Floor Space|New", place, unit: "billion m2/yr")
      } else {
        tree.add(values, root + "|Floor Space|Gross", place, unit: "billion m2")
        tree.add(
          values, "Building Stock|Residential and Commercial|Floor Space|Gross",
          unit: "billion m2")
      }
    }
  }

  /// Output in tonnes by product, which no sum joins, or value added in yuan.
  private func addIndustry(to tree: inout VariableTree) {
    let scenario = trajectory.blueprint.scenario
    for row in trajectory.rows(.activity) {
      guard case .industryEnergy(let id) = row.item.role else { continue }
      let subsector = ParameterPath("industry") / id
      let reading = scenario[subsector / "activity"]?.reading.name
      let isMoney = reading == .money || reading == .perProduct
      let label = labels(subsector).joined(separator: "|")
      let name = label == "Iron and Steel" ? "Iron and Steel|Steel" : label
      tree.add(
        trajectory[row.index], isMoney ? "Value Added|\(label)" : "Production|\(name)",
        labels(row.item.path), unit: isMoney ? "billion CNY/yr" : "Mt/yr")
    }
  }

  private func addTransport(to tree: inout VariableTree) {
    for (kind, root) in [(OutputKind.vehicles, "Stocks"), (.vehicleSales, "Sales")] {
      for row in trajectory.rows(kind) {
        let technology = labels(row.item.path / "technologies" / row.row.part)
        let mode = labels(row.item.path).joined(separator: "|")
        tree.add(
          trajectory[row.index], "\(root)|Transportation|\(mode)", technology,
          unit: "million")
      }
    }
    for row in trajectory.rows(.passengerDistance) {
      tree.add(
        trajectory[row.index], "Energy Service|Transportation|Passenger",
        labels(row.item.path), unit: "billion pkm/yr")
    }
    for row in trajectory.rows(.freightMoved) {
      tree.add(
        trajectory[row.index], "Energy Service|Transportation|Freight",
        labels(row.item.path), unit: "billion tkm/yr")
    }
  }
}

/// What stands beside a city's account and in none of its totals.
///
/// `City Account|Embodied` (buildings, by stage) and `City Account|Relocated` (industry that was moved
/// out) are names of our own, as is `City Account|Net and Relocated`, the net total had nothing been
/// moved. They stand only where there is something to say.
struct MemoVariables {
  private let trajectory: Trajectory
  private let labels: VariableLabels

  init(_ trajectory: Trajectory) {
    self.trajectory = trajectory
    labels = VariableLabels(scenario: trajectory.blueprint.scenario)
  }

  func add(to tree: inout VariableTree) {
    addEmbodied(to: &tree)
    addRelocated(to: &tree)
  }

  private func addEmbodied(to tree: inout VariableTree) {
    for row in trajectory.rows(.embodied) {
      let stage = row.row.part.split(separator: ".").map(String.init)
      let standard = stage.dropFirst().flatMap { labels(row.item.path / "construction" / $0) }
      let name = stage[0].prefix(1).uppercased() + stage[0].dropFirst()
      tree.add(
        trajectory[row.index], "City Account|Embodied",
        [name] + labels(row.item.path) + standard, unit: "Mt CO2/yr")
    }
  }

  private func addRelocated(to tree: inout VariableTree) {
    let rows = trajectory.rows(.relocatedEmissions)
    guard rows.contains(where: { trajectory[$0.index].contains { $0 != 0 } }) else { return }
    let unit = "Mt CO2-equiv/yr"
    tree.add(trajectory.total(.net), "City Account|Net and Relocated", unit: unit)
    for row in rows where trajectory[row.index].contains(where: { $0 != 0 }) {
      let part = row.row.part == RelocatedPart.direct.rawValue ? "Direct" : "Energy"
      let values = trajectory[row.index]
      tree.add(
        values, "City Account|Relocated", labels(row.item.path) + [part], unit: unit)
      tree.add(values, "City Account|Net and Relocated", unit: unit)
    }
  }
}

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

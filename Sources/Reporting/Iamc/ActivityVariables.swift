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
        tree.add(values, "Driver|" + labels(row.item.path).joined(separator: "|"), unit: "")
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

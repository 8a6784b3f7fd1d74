import Analysis
import CityModel

/// Energy of a run under its IAMC names [EJ/yr], and capacities [GW].
///
/// IAMC divides final energy twice under one name, by sector and by carrier: here the sectors add up
/// to `Final Energy`, and in a sector the carriers add up.
struct EnergyVariables {
  private let trajectory: Trajectory
  private let labels: VariableLabels
  private let unit = "EJ/yr"

  init(_ trajectory: Trajectory) {
    self.trajectory = trajectory
    labels = VariableLabels(scenario: trajectory.blueprint.scenario)
  }

  func add(to tree: inout VariableTree) {
    addFinalEnergy(to: &tree)
    addSecondaryEnergy(to: &tree)
    addHours(to: &tree)
    addPrimaryEnergy(to: &tree)
    addTrade(to: &tree)
    addConsumption(to: &tree)
  }

  /// PJ → EJ.
  private func exajoules(_ row: Int) -> [Double] { trajectory[row].map { $0 * 1e-3 } }

  private func addFinalEnergy(to tree: inout VariableTree) {
    for row in trajectory.rows(.finalEnergy) {
      guard let consumer = consumer(of: row.item.role) else { continue }
      let values = exajoules(row.index)
      let carrier = labels.carrierGroup(row.row.part)
      tree.add(values, "Final Energy", [consumer.sector] + carrier, unit: unit)
      tree.addAside(values, "Final Energy", carrier, unit: unit)
      switch consumer.part {
      case .ofCity(let name): tree.addAside(values, "Final Energy", [name], unit: unit)
      case .ofSector(let name):
        tree.addAside(values, "Final Energy", of: [consumer.sector], name, unit: unit)
      }
    }
  }

  private enum ConsumerPart {
    /// Named beside the sectors.
    case ofCity(String)
    /// Named beside the sector's carriers.
    case ofSector([String])
  }

  private func consumer(of role: OutputItem.Role) -> (sector: String, part: ConsumerPart)? {
    switch role {
    case .buildingUse(_, let isResidential):
      ("Residential and Commercial", .ofCity(isResidential ? "Residential" : "Commercial"))
    case .industryEnergy(let id):
      ("Industry", .ofSector(labels(ParameterPath("industry") / id)))
    case .passengerMode: ("Transportation", .ofSector(["Passenger"]))
    case .freightMode: ("Transportation", .ofSector(["Freight"]))
    default: nil
    }
  }

  private func addSecondaryEnergy(to tree: inout VariableTree) {
    for row in trajectory.rows(.plantOutput) {
      let isPower = row.row.part == "electricity"
      let isBeside = isPower && row.item.role == .heatPlant
      guard !(isBeside && trajectory[row.index].allSatisfy { $0 == 0 }) else { continue }
      let root = "Secondary Energy|" + labels.carrierGroup(row.row.part).joined()
      let place = isPower ? labels.electricity(from: row.item) : labels(row.item.path)
      tree.add(exajoules(row.index), root, place, unit: unit)
    }
    for row in trajectory.rows(.capacity) {
      tree.add(
        trajectory[row.index], "Capacity|Electricity", labels.electricity(from: row.item),
        unit: "GW")
    }
    for row in trajectory.rows(.curtailed) {
      tree.add(exajoules(row.index), "Curtailment|Electricity", unit: unit)
    }
  }

  /// What dispatch by the hour tells of the year.
  private func addHours(to tree: inout VariableTree) {
    let energies: [(OutputKind, String)] = [
      (.storageInput, "Electricity Storage|Charge"),
      (.storageOutput, "Electricity Storage|Discharge"),
    ]
    for (kind, root) in energies {
      for row in trajectory.rows(kind) {
        tree.add(exajoules(row.index), root, labels(row.item.path), unit: unit)
      }
    }
    for row in trajectory.rows(.unserved) {
      tree.add(exajoules(row.index), "Unserved Energy|Electricity", unit: unit)
    }
    for row in trajectory.rows(.movablePower) {
      tree.add(
        Array(trajectory[row.index]), "Movable Load|Electricity", labels(row.item.path), unit: "GW")
    }
    let peaks: [(PeakItem, String)] = [
      (.load, "Peak Load|Electricity"), (.netLoad, "Peak Net Load|Electricity"),
      (.imports, "Peak Imports|Electricity"),
    ]
    for row in trajectory.rows(.peakPower) {
      guard let name = peaks.first(where: { $0.0.rawValue == row.row.part })?.1 else { continue }
      tree.add(Array(trajectory[row.index]), name, unit: "GW")
    }
    for row in trajectory.rows(.capacityMargin) {
      tree.add(Array(trajectory[row.index]), "Capacity Margin|Electricity", unit: "")
    }
  }

  /// By the direct equivalent method: electricity made without a fuel counts as it is.
  private func addPrimaryEnergy(to tree: inout VariableTree) {
    let scenario = trajectory.blueprint.scenario
    for row in trajectory.rows(.balance) where row.row.part == BalanceItem.imports.rawValue {
      guard scenario.choices[row.item.path / "kind"] != nil else { continue }
      tree.add(
        exajoules(row.index), "Primary Energy", [labels.fuelFamily(row.item.path.last)], unit: unit)
    }
    for row in trajectory.rows(.plantOutput)
    where row.item.role == .powerPlant && scenario.choices[row.item.path / "fuel"] == nil {
      tree.add(exajoules(row.index), "Primary Energy", labels(row.item.path), unit: unit)
    }
    for carrier in SecondaryCarrier.ids {
      tree.add(
        netExports(carrier).map { -$0 }, "Primary Energy", ["Secondary Energy Trade"], unit: unit)
    }
  }

  /// Net exports, and what is bought by contract.
  private func addTrade(to tree: inout VariableTree) {
    for carrier in SecondaryCarrier.ids {
      let name = labels.carrierGroup(carrier).joined()
      tree.add(
        netExports(carrier), "Trade|Secondary Energy|\(name) [Volume]", unit: unit)
    }
    for row in trajectory.rows(.imports) {
      let name = labels.carrierGroup(row.row.part).joined()
      tree.add(
        exajoules(row.index), "Imports|Secondary Energy|\(name)", labels(row.item.path), unit: unit)
    }
  }

  private func netExports(_ carrier: String) -> [Double] {
    func line(_ item: BalanceItem) -> [Double] {
      trajectory.series(.balance, "carriers.\(carrier)", item.rawValue)
    }
    return zip(line(.exports), line(.imports)).map { ($0 - $1) * 1e-3 }
  }

  /// As Chinese statistics count it; see ``EnergyConsumption``.
  private func addConsumption(to tree: inout VariableTree) {
    let consumption = EnergyConsumption(trajectory)
    let root = "Energy Consumption|Coal-Equivalent"
    tree.add(consumption.total.map { $0 * 1e-3 }, root, unit: unit)
    if let nonFossil = consumption.nonFossil {
      tree.addAside(nonFossil.map { $0 * 1e-3 }, root, ["Non-Fossil"], unit: unit)
    }
  }
}

/// How the emissions of combined heat and power are divided in the IAMC tables: by what was made, each
/// product weighed by the fuel that separate plants would have burnt for it.
///
/// ```text
/// part of electricity = (E / η_E) / (E / η_E + H / η_H)         η_E = 0.40, η_H = 0.90
/// ```
///
/// The alternative generation method, which the GHG Protocol calls the efficiency method: a division by
/// energy alone would give power from coal as little as 400 g/kWh. The model's own account (scope 1, the
/// factors of what is delivered) divides by energy; the sum of both parts is the same.
///
/// Source: GHG Protocol and WRI, Allocation of GHG Emissions from a Combined Heat and Power Plant, 2006.
struct CombinedHeatAndPower {
  /// What separate plants make of a fuel.
  static let referenceEfficiency = (electricity: 0.40, heat: 0.90)

  private let electricity: [Double]
  private let heat: [Double]

  /// A heat plant's part of power; nothing for one that never makes any.
  init?(_ plant: ParameterPath, _ trajectory: Trajectory) {
    let path = plant.description
    guard let electricity = trajectory.seriesIfAny(.plantOutput, path, "electricity"),
      let heat = trajectory.seriesIfAny(.plantOutput, path, "heat"),
      electricity.contains(where: { $0 != 0 })
    else { return nil }
    self.electricity = electricity
    self.heat = heat
  }

  /// What of a yearly amount belongs to the electricity, and what to the heat.
  func divided(_ values: [Double]) -> (electricity: [Double], heat: [Double]) {
    let ofElectricity = values.indices.map { year in
      let power = electricity[year] / Self.referenceEfficiency.electricity
      let warmth = heat[year] / Self.referenceEfficiency.heat
      return power == 0 ? 0 : values[year] * power / (power + warmth)
    }
    return (ofElectricity, zip(values, ofElectricity).map { $0 - $1 })
  }
}

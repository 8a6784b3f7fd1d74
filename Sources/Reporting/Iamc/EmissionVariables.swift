import CityModel

/// Emissions of a run under their IAMC names.
///
/// `Emissions|CO2`, `Emissions|CH4` and `Emissions|N2O` are the direct emissions in the city (scope
/// 1, net of capture and sinks), divided once: Energy (Supply, Demand), Industrial Processes, Waste
/// and, where there are sinks, AFOLU. ``CombinedHeatAndPower`` says what of a plant's emissions is electricity's. Scope 2 and what the city's own account counts stand apart.
struct EmissionVariables {
  private let trajectory: Trajectory
  private let labels: VariableLabels

  init(_ trajectory: Trajectory) {
    self.trajectory = trajectory
    labels = VariableLabels(scenario: trajectory.blueprint.scenario)
  }

  func add(to tree: inout VariableTree) {
    addGas([.carbonDioxide], "Emissions|CO2", unit: "Mt CO2/yr", to: &tree)
    addGas(
      [.fossilMethane, .biogenicMethane], "Emissions|CH4", unit: "Mt CH4/yr", scale: 1e-3,
      to: &tree)
    addGas([.nitrousOxide], "Emissions|N2O", unit: "kt N2O/yr", to: &tree)
    addGas([.fluorinatedGases], "Emissions|F-Gases", unit: "Mt CO2-equiv/yr", to: &tree)
    addKyotoGases(to: &tree)
    addGas(
      [.biogenicCarbonDioxide], "Emissions Biogenic|CO2", unit: "Mt CO2/yr", skipsZero: true,
      to: &tree)
    addPollutants(to: &tree)
    addCapture(to: &tree)
    addImports(to: &tree)
    addAccount(to: &tree)
  }

  private func addGas(
    _ kinds: [OutputKind], _ root: String, unit: String, scale: Double = 1,
    skipsZero: Bool = false, to tree: inout VariableTree
  ) {
    for row in kinds.flatMap(trajectory.rows) where !(skipsZero && isZero(row.index)) {
      for part in parts(of: row) {
        tree.add(part.values.map { $0 * scale }, root, part.place, unit: unit)
      }
    }
  }

  /// Air pollutants of burning; `Emissions|PM2.5` is a name of our own, IAMC having none.
  private func addPollutants(to tree: inout VariableTree) {
    for row in trajectory.rows(.airPollutant) {
      guard let pollutant = Pollutant(rawValue: row.row.part) else { continue }
      let (name, unit) =
        switch pollutant {
        case .sulfurDioxide: ("Sulfur", "Mt SO2/yr")
        case .nitrogenOxides: ("NOx", "Mt NO2/yr")
        case .fineParticles: ("PM2.5", "Mt PM2.5/yr")
        }
      for part in parts(of: row) {
        tree.add(part.values.map { $0 * 1e-3 }, "Emissions|\(name)", part.place, unit: unit)
      }
    }
  }

  /// Whether a row holds nothing in any year.
  private func isZero(_ row: Int) -> Bool { trajectory[row].allSatisfy { $0 == 0 } }

  /// What a source emits, by where it stands below the gas: one place, but two for a plant that makes
  /// electricity beside heat.
  private func parts(
    of row: (index: Int, row: OutputRow, item: OutputItem)
  ) -> [(place: [String], values: [Double])] {
    guard let place = place(of: row.item) else { return [] }
    let values = trajectory[row.index]
    guard row.item.role == .heatPlant,
      let plant = CombinedHeatAndPower(row.item.path, trajectory)
    else { return [(place, values)] }
    let parts = plant.divided(values)
    let power = ["Energy", "Supply", "Electricity"] + labels.electricity(from: row.item)
    return [(power, parts.electricity), (place, parts.heat)]
  }

  /// Where a source of emissions stands below the gas.
  private func place(of item: OutputItem) -> [String]? {
    let demand = ["Energy", "Demand"]
    let supply = ["Energy", "Supply"]
    switch item.role {
    case .powerPlant: return supply + ["Electricity"] + labels.electricity(from: item)
    case .heatPlant: return supply + ["Heat"] + labels(item.path)
    case .hydrogenPlant: return supply + ["Hydrogen"] + labels(item.path)
    case .industryEnergy(let id): return demand + ["Industry"] + industry(id)
    case .industryProcess(let id): return ["Industrial Processes"] + industry(id)
    case .buildingUse(let id, _):
      let type = ParameterPath("buildings") / id
      return demand + ["Residential and Commercial"] + labels(type)
    case .passengerMode, .freightMode: return demand + ["Transportation"] + labels(item.path)
    case .waste: return ["Waste"] + labels(item.path)
    case .sink: return ["AFOLU"] + labels(item.path)
    case .relocation, .driver, .buildingType, .storage, .demandResponse, .importContract, .carrier,
      .account:
      return nil
    }
  }

  private func industry(_ id: String) -> [String] { labels(ParameterPath("industry") / id) }

  /// All gases, weighed as the scenario's accounting says, whichever of them its total counts.
  private func addKyotoGases(to tree: inout VariableTree) {
    let potential = trajectory.blueprint.scenario.accounting.warmingPotential
    let weights: [(OutputKind, Double)] = [
      (.carbonDioxide, 1), (.fossilMethane, potential.fossilMethane * 1e-3),
      (.biogenicMethane, potential.biogenicMethane * 1e-3),
      (.nitrousOxide, potential.nitrousOxide * 1e-3), (.fluorinatedGases, 1),
    ]
    for (kind, weight) in weights {
      for row in trajectory.rows(kind) {
        tree.add(
          trajectory[row.index].map { $0 * weight }, "Emissions|Kyoto Gases",
          unit: "Mt CO2-equiv/yr")
      }
    }
  }

  private func addCapture(to tree: inout VariableTree) {
    for row in trajectory.rows(.captured) where !isZero(row.index) {
      for part in parts(of: row) {
        tree.add(part.values, "Carbon Capture", part.place, unit: "Mt CO2/yr")
        tree.addAside(part.values, "Carbon Capture", ["Geological Storage"], unit: "Mt CO2/yr")
      }
    }
    for row in trajectory.rows(.capturedBiogenic) where !isZero(row.index) {
      tree.add(
        trajectory[row.index], "Carbon Removal|Geological Storage|Biomass", labels(row.item.path),
        unit: "Mt CO2/yr")
    }
  }

  /// Emissions of what the city buys, by carrier, method and contract.
  private func addImports(to tree: inout VariableTree) {
    let methods: [(OutputKind, String)] = [
      (.importedLocationBased, "|Location-based"), (.importedMarketBased, "|Market-based"),
      (.importedMemo, ""),
    ]
    let carriers = Dictionary(
      trajectory.rows(.imports).map { ($0.item.path, $0.row.part) }, uniquingKeysWith: { $1 })
    for (kind, method) in methods {
      for row in trajectory.rows(kind) {
        guard let carrier = carriers[row.item.path] else { continue }
        let root = "Emissions Indirect|CO2|" + labels.carrierGroup(carrier).joined() + method
        tree.add(trajectory[row.index], root, labels(row.item.path), unit: "Mt CO2/yr")
      }
    }
  }

  /// The city's own account, as the scenario's accounting counts it.
  private func addAccount(to tree: inout VariableTree) {
    let unit = "Mt CO2-equiv/yr"
    let totals: [(TotalItem, String)] = [
      (.net, "Net"), (.gross, "Gross"), (.removals, "Removals"), (.scope1, "Scope 1"),
      (.scope2Location, "Scope 2|Location-based"), (.scope2Market, "Scope 2|Market-based"),
    ]
    for (line, name) in totals {
      tree.add(trajectory.total(line), "City Account|\(name)", unit: unit)
    }
    for sector in Sector.allCases {
      let name = sector.rawValue.prefix(1).uppercased() + sector.rawValue.dropFirst()
      tree.add(trajectory.byEndUse(sector), "City Account|By End Use", [name], unit: unit)
      tree.add(trajectory.bySource(sector), "City Account|By Source", [name], unit: unit)
    }
    for row in trajectory.rows(.deliveredFactor) {
      let carrier = labels.carrierGroup(row.row.part).joined()
      tree.add(
        trajectory.whereSupplied(trajectory[row.index], row.row.part),
        "City Account|Emission Factor|\(carrier)", unit: "kg CO2-equiv/GJ")
    }
    for row in trajectory.rows(.electricityFactor) {
      tree.add(
        trajectory[row.index], "City Account|Emission Factor|Electricity with Imports",
        unit: "kg CO2-equiv/GJ")
    }
  }
}

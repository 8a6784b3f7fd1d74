/// What a unit of electricity, heat and hydrogen costs to supply.
///
/// ```text
/// c_el = (power plants + storage + electricity's part of heat plants + imports)
///        · sent/(sent + exports) / Σ users
/// c_h2 = (hydrogen plants + purchases + c_el · electricity) / Σ users
/// c_heat = (heat plants without electricity's part + purchases + c_el · electricity + c_h2 · hydrogen) / Σ users
/// ```
///
/// The pools are those of the emission account, and a plant's cost is divided as its emissions are.
/// What was sunk before the base year is in none of them, nor are the networks.
struct AverageCosts: Sendable {
  /// Average costs in the order of the secondary carriers [CNY/GJ].
  let outputs: [OutputIndex]
  private let pools: [[OutputIndex]]
  private let heatPlants: [(plant: Plant, cost: OutputIndex)]

  init(_ compiler: inout BlueprintCompiler, _ energy: Energy, _ costs: [Int: OutputIndex]) {
    var pools: [[OutputIndex]] = SecondaryCarrier.ids.map { _ in [] }
    for (item, cost) in costs.sorted(by: { $0.key < $1.key }) {
      switch compiler.items[item].role {
      case .powerPlant, .storage, .demandResponse:
        pools[SecondaryCarrier.electricity.index].append(cost)
      case .hydrogenPlant: pools[SecondaryCarrier.hydrogen.index].append(cost)
      case .importContract:
        let bought = compiler.rows.first { $0.kind == .imports && $0.item == item }?.part
        guard let place = SecondaryCarrier.ids.firstIndex(where: { $0 == bought })
        else { continue }
        pools[place].append(cost)
      default: continue
      }
    }
    self.pools = pools
    heatPlants = (energy.heatSystem?.plants ?? []).compactMap { plant in
      costs[plant.source.item].map { (plant, $0) }
    }
    let item = compiler.item(ParameterPath(.costs), .energy, .account)
    outputs = SecondaryCarrier.ids.map { compiler.output(.averageCost, item, $0) }
  }

  /// Writes the average costs of the year.
  func close(_ supply: SupplyAccount, _ context: YearContext) {
    func pool(_ carrier: SecondaryCarrier) -> Lanes {
      pools[carrier.index].reduce(.zero) { $0 + context[$1] }
    }
    let demand = context.demand
    var electricity = pool(.electricity)
    var heat = pool(.heat)
    var hydrogen = pool(.hydrogen)
    for (plant, cost) in heatPlants {
      let ofElectricity = context[cost] * plant.electricityPart(context)
      electricity += ofElectricity
      heat += context[cost] - ofElectricity
    }
    let users = demand.total(.electricity)
    if let system = supply.electricity {
      let sent = users + system.losses
      electricity *= sent.divided(by: sent + system.exports)
    }
    let perElectricity = electricity.divided(by: users)
    hydrogen += perElectricity * demand[.electricity, .hydrogenPlants]
    let perHydrogen = hydrogen.divided(by: demand.total(.hydrogen))
    heat +=
      perElectricity * demand[.electricity, .heatPlants]
      + perHydrogen * demand[.hydrogen, .heatPlants]
    let perHeat = heat.divided(by: demand.total(.heat))
    for (output, cost) in zip(outputs, [perElectricity, perHeat, perHydrogen]) {
      context[output] = cost * 1e3
    }
  }
}

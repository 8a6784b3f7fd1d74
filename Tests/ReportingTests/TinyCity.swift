import CityModel
import Diagnostics

/// A city small enough to follow by hand, 2020–2023: every sector has one or two members.
struct TinyCity {
  var values: [String: [Double]] = tinyValues().mapValues { [$0] }
  var choices = tinyChoices
  var members = tinyMembers
  var names = ["industry.glass": Text("flat glass-works", "平板玻璃")]
  var accounting = Accounting(
    gases: [.co2], warmingPotential: .ar6, electricity: .location, countsScope2: true,
    inventory: "CEADs")
  var targets: [Target.Aim] = []
  var levers: [Lever] = []
  var history = History()
  var cityName = Text("Tiny", "小城")
  var source: String?

  /// The scenario; a series shorter than the run holds its last value.
  var scenario: Scenario {
    let reading = Reading("1", -1e12...1e12)
    let money = Reading(.money, "1", -1e12...1e12)
    let declaration = ParameterDeclaration(Text("a number", "数"), reading, money)
    let parameters = values.sorted { $0.key < $1.key }.map { path, series in
      Parameter(
        path: ParameterPath(path), declaration: declaration,
        reading: path == "industry.chips.activity" ? money : reading,
        values: (0..<4).map { series[min($0, series.count - 1)] }, location: nil,
        source: path.hasPrefix("carriers") ? source : nil, shareGroup: nil)
    }
    return Scenario(
      city: Identity(id: "tiny", name: cityName),
      identity: Identity(id: "reference", name: Text("Reference", "基准")), years: 2020...2023,
      accounting: accounting, parameters: parameters, members: byPath(members),
      choices: byPath(choices), names: byPath(names), levers: levers,
      targets: targets.map { Target(aim: $0, location: nil) }, history: history)
  }

  var trajectory: Trajectory { Trajectory(Blueprint(scenario)) }

  private func byPath<Value>(_ table: [String: Value]) -> [ParameterPath: Value] {
    Dictionary(uniqueKeysWithValues: table.map { (ParameterPath($0.key), $0.value) })
  }
}

private let tinyMembers: [String: [String]] = [
  "carriers": ["coal", "gas", "gasoline", "biomass"],
  "equipment": ["boiler", "heater", "plug"],
  "buildings": ["homes", "offices"],
  "buildings.homes.construction": ["code"], "buildings.offices.construction": ["code"],
  "buildings.homes.uses": ["heating"], "buildings.offices.uses": ["power"],
  "buildings.homes.uses.heating.equipment": ["boiler", "heater"],
  "buildings.offices.uses.power.equipment": ["plug"],
  "industry": ["cement", "glass", "chips"],
  "industry.cement.routes": ["kiln"], "industry.cement.routes.kiln.uses": ["firing"],
  "industry.cement.routes.kiln.uses.firing.carriers": ["coal"],
  "industry.glass.routes": ["melt"], "industry.glass.routes.melt.uses": ["firing"],
  "industry.glass.routes.melt.uses.firing.carriers": ["gas"],
  "industry.chips.routes": ["fab"], "industry.chips.routes.fab.uses": ["motors"],
  "industry.chips.routes.fab.uses.motors.carriers": ["electricity"],
  "transport.passenger": ["car"],
  "transport.passenger.car.technologies": ["petrol", "bev"],
  "transport.passenger.car.technologies.petrol.energy": ["gasoline"],
  "transport.passenger.car.technologies.bev.energy": ["electricity"],
  "transport.freight": ["truck"], "transport.freight.truck.energy": ["gasoline"],
  "energy.electricity.technologies": ["coal-plant", "solar", "straw"],
  "energy.electricity.imports": ["grid"],
  "energy.heat.technologies": ["works", "neighbour"],
  "sinks": ["forest"],
]

private let tinyChoices: [String: String] = [
  "carriers.coal.kind": "coal", "carriers.gas.kind": "gas", "carriers.gasoline.kind": "oil",
  "carriers.biomass.kind": "biomass",
  "equipment.boiler.carrier": "gas", "equipment.heater.carrier": "heat",
  "equipment.plug.carrier": "electricity",
  "buildings.homes.class": "residential", "buildings.offices.class": "commercial",
  "industry.cement.iamc": "Non-Metallic Minerals|Cement",
  "industry.glass.iamc": "Non-Metallic Minerals",
  "transport.passenger.car.iamc": "Light-Duty Vehicle",
  "transport.passenger.car.technologies.bev.iamc": "Battery-Electric",
  "energy.electricity.technologies.coal-plant.role": "dispatchable",
  "energy.electricity.technologies.coal-plant.fuel": "coal",
  "energy.electricity.technologies.coal-plant.iamc": "Coal",
  "energy.electricity.technologies.solar.role": "variable",
  "energy.electricity.technologies.solar.iamc": "Solar",
  "energy.electricity.technologies.straw.role": "must-run",
  "energy.electricity.technologies.straw.fuel": "biomass",
  "energy.heat.technologies.works.carrier": "gas",
]

private func tinyValues() -> [String: Double] {
  var table = tinyConstants
  setDemand(in: &table)
  setSupply(in: &table)
  return table
}

extension [String: Double] {
  fileprivate mutating func set(_ prefix: String, _ values: [String: Double]) {
    for (key, value) in values { self["\(prefix).\(key)"] = value }
  }
}

private func setSupply(in table: inout [String: Double]) {
  for (carrier, content) in ["coal": 94.6, "gas": 56.1, "gasoline": 69.3, "biomass": 100] {
    table.set(
      "carriers.\(carrier)",
      [
        "carbon-content": content, "fossil-share": carrier == "biomass" ? 0 : 1, "oxidation": 1,
        "methane": 1, "nitrous-oxide": 0.5,
      ])
  }
  for plant in ["coal-plant", "straw"] {
    table.set(
      "energy.electricity.technologies.\(plant)", ["capacity-factor": 0.5, "efficiency": 0.4])
  }
}

private func setDemand(in table: inout [String: Double]) {
  for (type, area) in ["homes": 30.0, "offices": 10] {
    table.set(
      "buildings.\(type)",
      [
        "floor-area": area, "lifetime.fixed": 50, "past-growth": 0, "retrofit": 0,
        "early-demolition": 0, "construction.code": 1,
      ])
    table.set(
      "buildings.\(type).uses.\(type == "homes" ? "heating" : "power")",
      ["service": 1, "need.existing": 0.3, "need.retrofitted": 0.2, "need.code": 0.1])
  }
  for (route, process) in [
    "cement.routes.kiln": 0.5, "glass.routes.melt": 0.2, "chips.routes.fab": 0,
  ] {
    table.set(
      "industry.\(route)",
      [
        "share": 1, "process": process, "process-substitution": 0, "process-methane": 0,
        "process-nitrous-oxide": 0,
      ])
  }
  for subsector in ["cement", "glass", "chips"] {
    table.set("industry.\(subsector)", ["relocation": 0, "leakage-factor": 1])
  }
  for drive in ["petrol", "bev"] {
    table.set(
      "transport.passenger.car.technologies.\(drive)",
      ["past-improvement": 0, "early-retirement": 0])
  }
}

private let tinyConstants: [String: Double] = [
  "drivers.population": 1, "drivers.gdp": 100,
  "equipment.boiler.efficiency": 0.9, "equipment.heater.efficiency": 1,
  "equipment.plug.efficiency": 1,
  "buildings.homes.uses.heating.equipment.boiler": 0.6,
  "buildings.homes.uses.heating.equipment.heater": 0.4,
  "buildings.offices.uses.power.equipment.plug": 1,
  "industry.cement.activity": 2, "industry.glass.activity": 1, "industry.chips.activity": 40,
  "industry.cement.routes.kiln.uses.firing.intensity": 4,
  "industry.cement.routes.kiln.uses.firing.carbon-stored": 0,
  "industry.cement.routes.kiln.uses.firing.carriers.coal": 1,
  "industry.glass.routes.melt.uses.firing.intensity": 4,
  "industry.glass.routes.melt.uses.firing.carbon-stored": 0,
  "industry.glass.routes.melt.uses.firing.carriers.gas": 1,
  "industry.chips.routes.fab.uses.motors.intensity": 0.2,
  "industry.chips.routes.fab.uses.motors.carbon-stored": 0,
  "industry.chips.routes.fab.uses.motors.carriers.electricity": 1,
  "transport.passenger.car.vehicles": 0.5, "transport.passenger.car.occupancy": 1.5,
  "transport.passenger.car.distance": 10, "transport.passenger.car.distance-decline": 0,
  "transport.passenger.car.lifetime.fixed": 10, "transport.passenger.car.past-growth": 0,
  "transport.passenger.car.stock.petrol": 1, "transport.passenger.car.stock.bev": 0,
  "transport.passenger.car.sales.petrol": 0.5, "transport.passenger.car.sales.bev": 0.5,
  "transport.passenger.car.technologies.petrol.energy.gasoline": 2.5,
  "transport.passenger.car.technologies.bev.energy.electricity": 0.6,
  "transport.freight.demand": 4, "transport.freight.truck.share": 1,
  "transport.freight.truck.energy.gasoline": 1.5,
  "energy.electricity.loss": 0.05, "energy.electricity.exports": 0,
  "energy.electricity.technologies.coal-plant.capacity": 0.1,
  "energy.electricity.technologies.coal-plant.merit": 1,
  "energy.electricity.technologies.solar.capacity": 0.05,
  "energy.electricity.technologies.solar.capacity-factor": 0.12,
  "energy.electricity.technologies.straw.capacity": 0.02,
  "energy.electricity.imports.grid.factor": 150,
  "energy.electricity.imports.grid.non-fossil-share": 0.4,
  "energy.heat.loss": 0.1,
  "energy.heat.technologies.works.share": 0.75,
  "energy.heat.technologies.works.efficiency": 0.9,
  "energy.heat.technologies.neighbour.share": 0.25,
  "energy.heat.technologies.neighbour.imported.factor": 80,
  "waste.generation": 0.4, "waste.treatment.landfill": 0.3,
  "waste.treatment.incineration": 0.6, "waste.treatment.composting": 0,
  "waste.treatment.recycling": 0.1,
  "waste.incineration.carbon-content": 0.3, "waste.incineration.fossil-share": 0.4,
  "waste.incineration.oxidation": 1, "waste.incineration.methane": 0.1,
  "waste.incineration.nitrous-oxide": 0.05,
  "waste.landfill.degradable-carbon": 0.15, "waste.landfill.dissimilated": 0.5,
  "waste.landfill.correction": 1, "waste.landfill.methane-fraction": 0.5,
  "waste.landfill.decay": 0.1, "waste.landfill.recovery": 0.2,
  "waste.landfill.oxidation": 0.1,
  "sinks.forest.standing.area": 1000, "sinks.forest.standing.uptake": 0.5,
]

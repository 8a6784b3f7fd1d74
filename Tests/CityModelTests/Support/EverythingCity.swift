import TestSupport

@testable import CityModel

/// A city in which every parameter of the table is given, or stands at its default, and matters.
enum EverythingCity {
  /// The city, three years long.
  ///
  /// - Parameter market: Whether its prices act back on demand, so that every sector feels every
  ///   other.
  /// - Returns: The description of the city.
  static func built(market: Bool = false) -> CityBuilder {
    var city = CityBuilder(years: 2020...2022)
    addCarriers(&city)
    addBuildings(&city)
    addIndustry(&city)
    addPassengers(&city)
    addFreight(&city)
    addElectricity(&city)
    addHours(&city)
    addHeatAndHydrogen(&city)
    addWasteAndSinks(&city)
    addCosts(&city)
    city.choose("costs.market", market ? "on" : "off")
    return city
  }

  private static func addCarriers(_ city: inout CityBuilder) {
    for (id, carbon) in [("coal", 95.0), ("gas", 56), ("wood", 110)] {
      city.choose("carriers.\(id).kind", id == "wood" ? "biomass" : id)
      city.set("carriers.\(id).carbon-content", carbon)
    }
    city.set("carriers.coal.heating-value", 21)
    city.set("carriers.gas.oxidation", 0.99)
    city.set("carriers.gas.methane", 1)
    city.set("carriers.gas.nitrous-oxide", 0.1)
    city.set("carriers.wood.fossil-share", 0.1)
    for pollutant in Pollutant.allCases {
      city.set("carriers.gas.pollutants.\(pollutant.rawValue)", 40)
      for use in CarrierUse.allCases {
        city.set("carriers.coal.uses.\(use.rawValue).pollutants.\(pollutant.rawValue)", 60)
      }
    }
    for use in CarrierUse.allCases.map({ "carriers.coal.uses.\($0.rawValue)" }) {
      city.set("\(use).oxidation", 0.96)
      city.set("\(use).methane", 3)
      city.set("\(use).nitrous-oxide", 1.5)
    }
    city.set("drivers.population", 5, 5.1, 5.2)
    city.set("drivers.gdp", 500, 530, 560)
    city.set("drivers.industry-value-added", 200)
    city.set("drivers.households", 2e6)
    for (id, carrier, efficiency) in [
      ("boiler", "gas", 0.9), ("stove", "coal", 0.6), ("pump", "electricity", 3),
      ("exchanger", "heat", 0.95), ("cell", "hydrogen", 0.9),
    ] {
      city.choose("equipment.\(id).carrier", carrier)
      city.set("equipment.\(id).efficiency", efficiency)
    }
  }

  private static func addBuildings(_ city: inout CityBuilder) {
    city.choose("buildings.homes.driver", "households")
    city.set("buildings.homes.floor-area", [95, 97, 99], reading: .perNamedDriver)
    city.set("buildings.homes.lifetime.weibull.scale", 8)
    city.set("buildings.homes.lifetime.weibull.shape", 3)
    city.set("buildings.offices.floor-area", [60, 65, 70], reading: .amount)
    city.set("buildings.offices.lifetime.fixed", 6)
    for (id, family) in [("homes", "residential"), ("offices", "commercial")] {
      let path = "buildings.\(id)"
      city.choose("\(path).class", family)
      city.set("\(path).past-growth", 0.02)
      city.shares("\(path).construction", ["code": 0.7, "passive": 0.3])
      city.set("\(path).green.code", 0.6)
      city.set("\(path).retrofit", 0.02)
      city.set("\(path).early-demolition", 0.01)
      city.shares("\(path).embodied.construction", ["code": 400, "passive": 450])
      city.set("\(path).embodied.retrofit", 60)
      city.set("\(path).embodied.demolition", 15)
      let use = "\(path).uses.heating"
      for (standard, need) in [
        ("existing", 0.3), ("retrofitted", 0.2), ("code", 0.15), ("passive", 0.05),
      ] {
        city.set("\(use).need.\(standard)", need)
      }
      city.shares(
        "\(use).equipment",
        ["boiler": 0.3, "stove": 0.2, "pump": 0.2, "exchanger": 0.2, "cell": 0.1])
      city.set("\(use).equipment.boiler", 0.3, 0.2, 0.1)
      city.set("\(use).equipment.pump", 0.2, 0.3, 0.4)
    }
  }

  private static func addIndustry(_ city: inout CityBuilder) {
    city.set("industry.steel.activity", [6, 6.5, 7])
    city.set("industry.steel.relocation", 0.1)
    city.set("industry.steel.leakage-factor", 1.1)
    for (id, share) in [("furnace", 0.8), ("scrap", 0.2)] {
      let route = "industry.steel.routes.\(id)"
      city.set("\(route).share", share)
      city.set("\(route).uses.melting.intensity", 12)
      city.shares("\(route).uses.melting.carriers", ["coal": 0.6, "gas": 0.2, "electricity": 0.2])
      city.set("\(route).uses.melting.efficiency.electricity", 1.5)
      city.set("\(route).uses.melting.carbon-stored", 0.05)
      city.set("\(route).process", 0.2)
      city.set("\(route).process-substitution", 0.1)
      city.set("\(route).process-methane", 0.1)
      city.set("\(route).process-nitrous-oxide", 0.05)
      city.set("\(route).process-fluorinated-gases", 0.02)
      city.set("\(route).capture.coverage", 0.3)
      city.set("\(route).capture.rate", 0.9)
      city.set("\(route).capture.electricity", 0.5)
      city.set("\(route).capture.heat", 2)
    }
  }

  private static func addPassengers(_ city: inout CityBuilder) {
    let path = "transport.passenger"
    city.set("\(path).demand", 9000, reading: .perPerson)
    city.set("\(path).metro.share", 0.4)
    city.set("\(path).metro.energy.electricity", 0.2)
    city.set("\(path).taxi.share", 0.6)
    for mode in ["taxi", "car", "bus"] {
      city.cars(
        mode: "\(path).\(mode)", scale: 5,
        ["petrol": ("gas", 2.4, 0.8, 0.5), "bev": ("electricity", 0.6, 0.2, 0.5)])
      let bev = "\(path).\(mode).technologies.bev"
      city.set("\(bev).energy.coal", 2)
      city.set("\(bev).distance-share.electricity", 0.8)
      city.set("\(bev).distance-share.coal", 0.2)
      city.set("\(bev).past-improvement", 0.02)
      city.set("\(bev).early-retirement", 0.03)
      city.set("\(path).\(mode).past-growth", 0.04)
      city.set("\(path).\(mode).distance-decline", 0.03)
    }
    city.set("\(path).bus.vehicles", 0.02)
    city.set("\(path).bus.technologies.bev.past-growth", 0.5)
    city.remove("\(path).bus.lifetime")
    city.set("\(path).bus.lifetime.fixed", 4)
    city.set("\(path).car.ownership.base", 150)
    city.set("\(path).car.ownership.saturation", 400)
    city.set("\(path).car.ownership.alpha", -5)
    city.set("\(path).car.ownership.beta", -0.02)
  }

  private static func addFreight(_ city: inout CityBuilder) {
    let path = "transport.freight"
    city.set("\(path).demand", 0.2, reading: .perProduct)
    city.set("\(path).rail.share", 0.4)
    city.set("\(path).rail.energy.electricity", 0.15)
    city.set("\(path).truck.share", 0.6)
    for mode in ["truck", "van", "barge"] {
      city.cars(
        mode: "\(path).\(mode)", load: 8, scale: 5,
        ["diesel": ("gas", 9, 0.9, 0.7), "bev": ("electricity", 4, 0.1, 0.3)])
      let diesel = "\(path).\(mode).technologies.diesel"
      city.set("\(diesel).energy.hydrogen", 6)
      city.set("\(diesel).distance-share.gas", 0.9)
      city.set("\(diesel).distance-share.hydrogen", 0.1)
      city.set("\(diesel).past-improvement", 0.01)
      city.set("\(diesel).past-growth", 0.1)
      city.set("\(diesel).early-retirement", 0.03)
    }
    city.set("\(path).van.vehicles", 0.3)
    city.remove("\(path).van.lifetime")
    city.set("\(path).van.lifetime.fixed", 4)
    city.set("\(path).barge.ownership.base", 1)
    city.set("\(path).barge.ownership.saturation", 4)
    city.set("\(path).barge.ownership.alpha", -4)
    city.set("\(path).barge.ownership.beta", -0.01)
  }

  private static func addElectricity(_ city: inout CityBuilder) {
    let path = "energy.electricity"
    city.set("\(path).loss", 0.05)
    city.set("\(path).exports", 5)
    let plants = [
      ("solar", "variable", 0.15), ("waste", "must-run", 0.6), ("clean", "dispatchable", 0.5),
      ("peaker", "dispatchable", 0.2),
    ]
    for (id, role, factor) in plants {
      let plant = "\(path).technologies.\(id)"
      city.choose("\(plant).role", role)
      city.set("\(plant).capacity", 0.8)
      city.set("\(plant).capacity-factor", factor)
      guard role != "variable" else { continue }
      city.choose("\(plant).fuel", id == "peaker" ? "gas" : "coal")
      city.set("\(plant).efficiency", 0.4)
    }
    let clean = "\(path).technologies.clean"
    city.set("\(clean).merit", 1)
    city.set("\(path).technologies.peaker.merit", 1.1)
    city.set("\(path).technologies.peaker.capacity", 30)
    city.set("\(clean).capture.coverage", 0.9)
    city.set("\(clean).capture.rate", 0.9)
    city.set("\(clean).capture.electricity", 0.7)
    city.set("energy.carbon-storage.injection-limit", [9, 9, 1])
    city.set("\(path).imports.green.energy", 6)
    city.set("\(path).imports.green.factor", 5)
    city.set("\(path).imports.green.market-factor", 2)
    city.set("\(path).imports.green.non-fossil-share", 0.9)
    city.choose("\(path).imports.green.line", "dedicated")
    city.set("\(path).imports.grid.factor", [160, 150, 140])
  }

  private static func addHours(_ city: inout CityBuilder) {
    let path = "energy.electricity"
    city.choose("\(path).dispatch", "hourly")
    city.set("\(path).days.cold.weight", 165)
    city.set("\(path).days.warm.weight", 200)
    city.table(
      "\(path).profiles",
      ["load": halves(1, 2) + halves(2, 4), "sun": halves(1, 0) + halves(2, 1)])
    city.choose("\(path).load-shapes.industry", "load")
    city.choose("\(path).technologies.solar.profile", "sun")
    city.set("\(path).import-limit", 10)
    city.storage(power: 0.02, size: 10, efficiency: 0.8)
    city.set("\(path).storage.battery.energy", 0.1, 0.2, 10)
    city.set("\(path).technologies.clean.availability", 0.9)
    city.choose("\(path).demand-response.works.load", "industry")
    city.set("\(path).demand-response.works.share", 0.1)
    city.set("\(path).demand-response.works.hours", 20)
  }

  private static func addHeatAndHydrogen(_ city: inout CityBuilder) {
    city.set("energy.heat.loss", 0.1)
    let heat = "energy.heat.technologies"
    city.choose("\(heat).chp.carrier", "coal")
    city.set("\(heat).chp.share", 0.3, 0.6, 0.95)
    city.set("\(heat).chp.efficiency", 0.5)
    city.set("\(heat).chp.power-ratio", 0.4)
    city.set("\(heat).outside.share", 0.7, 0.4, 0.05)
    city.set("\(heat).outside.imported.factor", 90)
    city.set("energy.hydrogen.loss", 0.05)
    let hydrogen = "energy.hydrogen.routes"
    city.choose("\(hydrogen).reforming.carrier", "gas")
    city.set("\(hydrogen).reforming.share", 0.6, 0.7, 0.9)
    city.set("\(hydrogen).reforming.efficiency", 0.7)
    city.set("\(hydrogen).reforming.capture.coverage", 0.5)
    city.set("\(hydrogen).reforming.capture.rate", 0.8)
    city.set("\(hydrogen).reforming.capture.electricity", 0.3)
    city.set("\(hydrogen).outside.share", 0.4, 0.3, 0.1)
    city.set("\(hydrogen).outside.imported.factor", 80)
  }

  private static func addWasteAndSinks(_ city: inout CityBuilder) {
    city.set("waste.generation", 0.4, reading: .perPerson)
    city.shares(
      "waste.treatment",
      ["landfill": 0.4, "incineration": 0.4, "composting": 0.1, "recycling": 0.1])
    city.set("waste.incineration.carbon-content", 0.25)
    city.set("waste.incineration.fossil-share", 0.4)
    city.set("waste.incineration.oxidation", 0.98)
    city.set("waste.incineration.methane", 0.01)
    city.set("waste.incineration.nitrous-oxide", 0.05)
    city.set("waste.landfill.degradable-carbon", 0.15)
    city.set("waste.landfill.decay", 0.1)
    city.set("waste.landfill.recovery", 0.3)
    city.set("waste.landfill.oxidation", 0.1)
    city.set("waste.landfill.waste-in-place", 2)
    city.set("waste.composting.methane", 4)
    city.set("waste.composting.nitrous-oxide", 0.2)
    city.set("waste.wastewater.organic-load", 18)
    city.set("waste.wastewater.sludge", 0.1)
    city.set("waste.wastewater.correction", 0.2)
    city.set("waste.wastewater.recovery", 0.1)
    city.set("waste.wastewater.nitrogen", 4)
    city.set("sinks.forest.standing.area", 300)
    city.set("sinks.forest.standing.uptake", 0.5)
    city.set("sinks.forest.planting.area", 10)
    city.set("sinks.forest.planting.carbon-at-maturity", 25)
    city.set("sinks.forest.planting.growth-rate", 0.1)
    city.set("sinks.forest.planting.growth-shape", 2)
  }
}

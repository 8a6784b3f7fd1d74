import CityModel
import Diagnostics
import TestSupport

extension CityBuilder {
  /// A city small enough to follow by hand, 2020–2023: every sector has one or two members.
  static var tiny: CityBuilder {
    var city = CityBuilder(years: 2020...2023)
    city.city = Identity(id: "tiny", name: Text("Tiny", "小城"))
    city.identity = Identity(id: "reference", name: Text("Reference", "基准"))
    city.accounting = Accounting(
      gases: [.co2], warmingPotential: .ar6, electricity: .location, countsScope2: true,
      inventory: "CEADs")
    city.set("drivers.population", 1)
    city.set("drivers.gdp", 100)
    city.addTinyCarriers()
    city.addTinyBuildings()
    city.addTinyIndustry()
    city.addTinyTransport()
    city.addTinyElectricity()
    city.addTinyHeat()
    city.addTinyWasteAndForest()
    return city
  }

  private mutating func addTinyCarriers() {
    for (id, kind, content) in [
      ("coal", "coal", 94.6), ("gas", "gas", 56.1), ("gasoline", "oil", 69.3),
      ("biomass", "biomass", 100),
    ] {
      choose("carriers.\(id).kind", kind)
      set("carriers.\(id).carbon-content", content)
      set("carriers.\(id).fossil-share", id == "biomass" ? 0 : 1)
      set("carriers.\(id).oxidation", 1)
      set("carriers.\(id).methane", 1)
      set("carriers.\(id).nitrous-oxide", 0.5)
    }
    for (id, carrier, efficiency) in [
      ("boiler", "gas", 0.9), ("heater", "heat", 1), ("plug", "electricity", 1),
    ] {
      choose("equipment.\(id).carrier", carrier)
      set("equipment.\(id).efficiency", efficiency)
    }
  }

  private mutating func addTinyBuildings() {
    for (id, family, area, use) in [
      ("homes", "residential", 30.0, "heating"), ("offices", "commercial", 10, "power"),
    ] {
      let path = "buildings.\(id)"
      choose("\(path).class", family)
      set("\(path).floor-area", area)
      set("\(path).lifetime.fixed", 50)
      set("\(path).construction.code", 1)
      set("\(path).uses.\(use).need.existing", 0.3)
      set("\(path).uses.\(use).need.retrofitted", 0.2)
      set("\(path).uses.\(use).need.code", 0.1)
    }
    set("buildings.homes.uses.heating.equipment.boiler", 0.6)
    set("buildings.homes.uses.heating.equipment.heater", 0.4)
    set("buildings.offices.uses.power.equipment.plug", 1)
  }

  private mutating func addTinyIndustry() {
    name("industry.glass", Text("flat glass-works", "平板玻璃"))
    set("industry.cement.activity", 2)
    set("industry.glass.activity", 1)
    set("industry.chips.activity", 40, reading: .money)
    choose("industry.cement.iamc", "Non-Metallic Minerals|Cement")
    choose("industry.glass.iamc", "Non-Metallic Minerals")
    for (route, process, use, intensity, carrier) in [
      ("cement.routes.kiln", 0.5, "firing", 4, "coal"),
      ("glass.routes.melt", 0.2, "firing", 4, "gas"),
      ("chips.routes.fab", 0, "motors", 0.2, "electricity"),
    ] {
      set("industry.\(route).share", 1)
      set("industry.\(route).process", process)
      set("industry.\(route).uses.\(use).intensity", intensity)
      set("industry.\(route).uses.\(use).carriers.\(carrier)", 1)
    }
  }

  private mutating func addTinyTransport() {
    let car = "transport.passenger.car"
    choose("\(car).iamc", "Light-Duty Vehicle")
    choose("\(car).technologies.bev.iamc", "Battery-Electric")
    set("\(car).vehicles", 0.5)
    set("\(car).occupancy", 1.5)
    set("\(car).distance", 10)
    set("\(car).lifetime.fixed", 10)
    for (drive, stock, carrier, use) in [
      ("petrol", 1.0, "gasoline", 2.5), ("bev", 0, "electricity", 0.6),
    ] {
      set("\(car).stock.\(drive)", stock)
      set("\(car).sales.\(drive)", 0.5)
      set("\(car).technologies.\(drive).energy.\(carrier)", use)
    }
    set("transport.freight.demand", 4)
    set("transport.freight.truck.share", 1)
    set("transport.freight.truck.energy.gasoline", 1.5)
  }

  private mutating func addTinyElectricity() {
    let path = "energy.electricity"
    set("\(path).loss", 0.05)
    for (id, role, capacity, label) in [
      ("coal-plant", "dispatchable", 0.1, "Coal"), ("solar", "variable", 0.05, "Solar"),
      ("straw", "must-run", 0.02, nil),
    ] {
      let plant = "\(path).technologies.\(id)"
      choose("\(plant).role", role)
      if let label { choose("\(plant).iamc", label) }
      set("\(plant).capacity", capacity)
      set("\(plant).capacity-factor", role == "variable" ? 0.12 : 0.5)
      guard role != "variable" else { continue }
      choose("\(plant).fuel", role == "dispatchable" ? "coal" : "biomass")
      set("\(plant).efficiency", 0.4)
    }
    set("\(path).technologies.coal-plant.merit", 1)
    set("\(path).imports.grid.factor", 150)
    set("\(path).imports.grid.non-fossil-share", 0.4)
  }

  private mutating func addTinyHeat() {
    set("energy.heat.loss", 0.1)
    choose("energy.heat.technologies.works.carrier", "gas")
    set("energy.heat.technologies.works.share", 0.75)
    set("energy.heat.technologies.works.efficiency", 0.9)
    set("energy.heat.technologies.neighbour.share", 0.25)
    set("energy.heat.technologies.neighbour.imported.factor", 80)
  }

  private mutating func addTinyWasteAndForest() {
    set("waste.generation", 0.4)
    for (way, share) in [
      ("landfill", 0.3), ("incineration", 0.6), ("composting", 0), ("recycling", 0.1),
    ] {
      set("waste.treatment.\(way)", share)
    }
    set("waste.incineration.carbon-content", 0.3)
    set("waste.incineration.fossil-share", 0.4)
    set("waste.incineration.oxidation", 1)
    set("waste.incineration.methane", 0.1)
    set("waste.incineration.nitrous-oxide", 0.05)
    set("waste.landfill.degradable-carbon", 0.15)
    set("waste.landfill.dissimilated", 0.5)
    set("waste.landfill.correction", 1)
    set("waste.landfill.methane-fraction", 0.5)
    set("waste.landfill.decay", 0.1)
    set("waste.landfill.recovery", 0.2)
    set("waste.landfill.oxidation", 0.1)
    set("sinks.forest.standing.area", 1000)
    set("sinks.forest.standing.uptake", 0.5)
  }
}

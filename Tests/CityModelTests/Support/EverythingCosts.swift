import TestSupport

@testable import CityModel

extension EverythingCity {
  /// Gives everything in the city its cost, and prices that rise.
  static func addCosts(_ city: inout CityBuilder) {
    city.set("costs.discount-rate", 0.06)
    city.set("costs.carbon-price", 20, 120, 250)
    city.set("costs.carbon-price-in-paths", 10)
    for sector in Sector.emitting {
      city.set("costs.carbon-price-coverage.\(sector.rawValue)", 0.9)
    }
    for (carrier, prices) in [
      ("coal", [20.0, 22, 25]), ("gas", [70, 90, 80]), ("wood", [40, 40, 50]),
      ("electricity", [150, 150, 150]),
    ] {
      city.set("costs.prices.\(carrier)", prices)
    }
    for sector in ["buildings", "industry", "passenger", "freight"] {
      city.set("costs.elasticity.\(sector)", -0.3)
    }
    for path in [
      "buildings.homes.uses.heating", "industry.steel.routes.scrap", "transport.passenger.metro",
      "transport.freight.rail",
    ] {
      city.set("\(path).price-elasticity", -0.5)
    }
    city.set("costs.sales-response", 4)
    addSupplyCosts(&city)
    addUserCosts(&city)
  }

  private static func addSupplyCosts(_ city: inout CityBuilder) {
    for plant in ["solar", "waste", "clean", "peaker"] {
      let path = "energy.electricity.technologies.\(plant).cost"
      addInvestment(&city, path, capital: 5000, fixed: 100, variable: 3)
    }
    let battery = "energy.electricity.storage.battery"
    addInvestment(&city, "\(battery).cost", capital: 1500, fixed: 40, variable: 10)
    city.set("\(battery).energy-cost.capital", 900)
    addLearning(&city, "\(battery).energy-cost")
    city.set("\(battery).power", 0.02, 0.03, 0.04)
    let response = "energy.electricity.demand-response.works"
    addInvestment(&city, "\(response).cost", capital: 300, fixed: 10)
    city.set("\(response).share", 0.1, 0.12, 0.15)
    city.set("energy.electricity.technologies.solar.capacity", 0.8, 1.2, 1.9)
    for path in ["energy.heat.technologies.chp", "energy.hydrogen.routes.reforming"] {
      addInvestment(&city, "\(path).cost", capital: 3000, fixed: 50, variable: 2)
      city.set("\(path).cost.capacity-factor", 0.6)
    }
    for path in ["energy.heat.technologies", "energy.hydrogen.routes"] {
      city.set("\(path).outside.imported.price", 60, 70, 80)
    }
    for contract in ["green", "grid"] {
      city.set("energy.electricity.imports.\(contract).price", 110, 120, 130)
    }
    for path in [
      "energy.electricity.technologies.clean", "energy.hydrogen.routes.reforming",
      "industry.steel.routes.furnace",
    ] {
      city.set("\(path).capture.cost", 200)
    }
    city.set("energy.carbon-storage.cost", 60)
  }

  private static func addUserCosts(_ city: inout CityBuilder) {
    for device in ["boiler", "stove", "pump", "exchanger", "cell"] {
      addInvestment(&city, "equipment.\(device).cost", capital: 2000, fixed: 20)
      city.set("equipment.\(device).cost.capacity-factor", 0.2)
    }
    for type in ["homes", "offices"] {
      let path = "buildings.\(type).cost"
      city.shares("\(path).construction", ["code": 50, "passive": 600])
      city.set("\(path).retrofit", 300)
      addLearning(&city, path)
    }
    for route in ["furnace", "scrap"] {
      addInvestment(
        &city, "industry.steel.routes.\(route).cost", capital: 4000, fixed: 100, variable: 300)
    }
    for (mode, engine) in [
      ("passenger.taxi", "petrol"), ("passenger.car", "petrol"), ("passenger.bus", "petrol"),
      ("freight.truck", "diesel"), ("freight.van", "diesel"), ("freight.barge", "diesel"),
    ] {
      for (id, capital) in [(engine, 100_000.0), ("bev", 140_000)] {
        let path = "transport.\(mode).technologies.\(id).cost"
        addInvestment(&city, path, capital: capital, fixed: 3000)
      }
    }
    city.set("sinks.forest.planting.cost.capital", 3)
    addLearning(&city, "sinks.forest.planting.cost")
  }

  private static func addInvestment(
    _ city: inout CityBuilder, _ path: String, capital: Double, fixed: Double,
    variable: Double? = nil
  ) {
    city.set("\(path).capital", capital)
    city.set("\(path).fixed-om", fixed)
    if let variable { city.set("\(path).variable-om", variable) }
    addLearning(&city, path)
  }

  private static func addLearning(_ city: inout CityBuilder, _ path: String) {
    city.set("\(path).life", 3)
    city.set("\(path).public-share", 0.3)
    city.set("\(path).learning.rate", 0.15)
    city.set("\(path).learning.cumulative", 10, 12, 15)
  }
}

internal import CityModel

extension CityBuilder {
  /// One million people, 100 billion yuan, coal, gas and sunshine, electricity from the grid alone.
  ///
  /// Factors that make sums easy to do by hand: coal 100 kg/GJ, gas 50 kg/GJ, the grid 200 kg/GJ.
  package static func bare(_ years: ClosedRange<Int> = 2020...2022) -> CityBuilder {
    var city = CityBuilder(years: years)
    for (id, kind, carbon) in [
      ("coal", "coal", 100.0), ("gas", "gas", 50), ("sun", "renewable", 0),
    ] {
      city.choose("carriers.\(id).kind", kind)
      city.set("carriers.\(id).carbon-content", carbon)
    }
    city.set("drivers.population", 1)
    city.set("drivers.gdp", 100)
    city.set("energy.electricity.loss", 0)
    city.set("energy.electricity.imports.grid.factor", 200)
    return city
  }

  /// Sets one share for each member of a map.
  package mutating func shares(_ path: String, _ shares: KeyValuePairs<String, Double>) {
    for (id, share) in shares { set("\(path).\(id)", share) }
  }

  /// A subsector with one route `r` whose use `u` runs on one carrier.
  package mutating func industry(
    _ id: String = "works", activity: [Double], intensity: Double, carrier: String
  ) {
    set("industry.\(id).activity", activity)
    set("industry.\(id).routes.r.share", 1)
    set("industry.\(id).routes.r.uses.u.intensity", intensity)
    set("industry.\(id).routes.r.uses.u.carriers.\(carrier)", 1)
  }

  /// An industrial use of exactly so many petajoules of a carrier a year.
  package mutating func demand(_ carrier: String, _ energy: [Double]) {
    industry("uses-\(carrier)", activity: energy, intensity: 1, carrier: carrier)
  }

  /// A road mode `car` with a fleet and one technology for each entry (its carrier, MJ/km).
  package mutating func cars(
    mode: String = "transport.passenger.car", distance: Double = 10, load: Double = 2,
    scale: Double = 10, shape: Double = 3,
    _ technologies: KeyValuePairs<
      String, (carrier: String, use: Double, stock: Double, sales: Double)
    >
  ) {
    let isFreight = mode.hasPrefix("transport.freight")
    set("\(mode).\(isFreight ? "load" : "occupancy")", load)
    set("\(mode).distance", distance)
    set("\(mode).lifetime.weibull.scale", scale)
    set("\(mode).lifetime.weibull.shape", shape)
    for (id, technology) in technologies {
      set("\(mode).stock.\(id)", technology.stock)
      set("\(mode).sales.\(id)", technology.sales)
      set("\(mode).technologies.\(id).energy.\(technology.carrier)", technology.use)
    }
  }

  /// Homes with one end use `warmth` served by one device.
  package mutating func homes(
    area: [Double], needs: [String: Double], carrier: String, efficiency: Double = 1,
    standards: KeyValuePairs<String, Double> = ["new": 1]
  ) {
    choose("buildings.homes.class", "residential")
    set("buildings.homes.floor-area", area)
    set("buildings.homes.lifetime.weibull.scale", 12)
    set("buildings.homes.lifetime.weibull.shape", 2)
    shares("buildings.homes.construction", standards)
    for (id, need) in needs.sorted(by: { $0.key < $1.key }) {
      set("buildings.homes.uses.warmth.need.\(id)", need)
    }
    choose("equipment.stove.carrier", carrier)
    set("equipment.stove.efficiency", efficiency)
    set("buildings.homes.uses.warmth.equipment.stove", 1)
  }
}

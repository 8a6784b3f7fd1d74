import Quantities
import TestSupport

@testable import CityModel

/// A valid city drawn from a seed: any number of types, subsectors, modes, plants and contracts.
struct RandomCity {
  private var numbers: SeededNumbers
  private var city: CityBuilder
  private var fuels: [String] = []
  private var hasHeat = false
  private var hasHydrogen = false

  /// Draws the city of a seed.
  static func drawn(_ seed: UInt64) throws -> CityBuilder {
    var random = RandomCity(seed: seed)
    random.draw()
    // Levers that move all shares of a set leave nobody to give way.
    if try !random.city.scenario().leverViolations().isEmpty { random.city.removeLevers() }
    return random.city
  }

  private init(seed: UInt64) {
    numbers = SeededNumbers(seed: seed)
    city = CityBuilder(years: 2020...(2020 + numbers.count(0...5)))
  }

  private mutating func draw() {
    city.accounting = Accounting(
      gases: numbers.chance(0.5) ? Gas.allCases : [.co2],
      warmingPotential: numbers.pick(WarmingPotential.allCases),
      electricity: numbers.pick(Accounting.ElectricityMethod.allCases),
      countsScope2: numbers.chance(0.8), inventory: nil)
    hasHeat = numbers.chance(0.7)
    hasHydrogen = numbers.chance(0.6)
    drawCarriers()
    city.set("drivers.population", series(0.5...20))
    city.set("drivers.gdp", series(50...3000))
    city.set("drivers.households", series(1e5...1e7))
    for place in 0..<numbers.count(0...2) { drawBuildings("type-\(place)") }
    for place in 0..<numbers.count(0...3) { drawSubsector("industry.sector-\(place)") }
    if numbers.chance(0.8) { drawPassenger() }
    if numbers.chance(0.7) { drawFreight() }
    drawElectricity()
    if numbers.chance(0.2) { drawHours() }
    if hasHeat { drawPlants("energy.heat", "technologies") }
    if hasHydrogen { drawPlants("energy.hydrogen", "routes") }
    if numbers.chance(0.5) {
      city.set("energy.carbon-storage.injection-limit", series(0...1))
    }
    if numbers.chance(0.7) { drawWaste() }
    for place in 0..<numbers.count(0...2) { drawSink("sinks.sink-\(place)") }
    drawLevers()
    drawMemos()
  }

  /// Factors of some pollutants, embodied carbon of some buildings, industry that leaves.
  private mutating func drawMemos() {
    for fuel in fuels where numbers.chance(0.5) {
      city.set("carriers.\(fuel).pollutants.sulfur-dioxide", series(0...500))
      city.set("carriers.\(fuel).uses.power.pollutants.nitrogen-oxides", numbers.number(0...100))
    }
    for type in city.children[ParameterPath("buildings")] ?? [] where numbers.chance(0.5) {
      city.set("buildings.\(type).embodied.retrofit", series(0...100))
      city.set("buildings.\(type).embodied.demolition", numbers.number(0...30))
      city.set("buildings.\(type).embodied.construction.standard-0", series(100...800))
    }
    for subsector in city.children[ParameterPath("industry")] ?? [] where numbers.chance(0.4) {
      city.set("industry.\(subsector).relocation", series(0...1))
      city.set("industry.\(subsector).leakage-factor", numbers.number(0.5...2))
    }
  }

  /// A yearly series, often with zeros where zero can be meant.
  private mutating func series(_ range: ClosedRange<Double>) -> [Double] {
    if range.lowerBound == 0, numbers.chance(0.1) { return city.years.map { _ in 0 } }
    var value = numbers.number(range)
    return city.years.map { _ in
      defer {
        value = min(range.upperBound, max(range.lowerBound, value * numbers.number(0.75...1.3)))
      }
      return range.lowerBound == 0 && numbers.chance(0.04) ? 0 : value
    }
  }

  private mutating func shares(_ paths: [String]) {
    let first = numbers.shares(paths.count)
    let last = numbers.shares(paths.count)
    let end = Double(max(1, city.years.count - 1))
    for (place, path) in paths.enumerated() {
      let values = (0..<city.years.count).map {
        first[place] + (last[place] - first[place]) * Double($0) / end
      }
      city.set(path, values)
    }
  }

  private mutating func drawCarriers() {
    for place in 0...numbers.count(0...3) {
      let id = "fuel-\(place)"
      fuels.append(id)
      city.choose("carriers.\(id).kind", "coal")
      city.set("carriers.\(id).carbon-content", series(0...110))
      city.set("carriers.\(id).oxidation", numbers.number(0.8...1))
      city.set("carriers.\(id).fossil-share", numbers.pick([0, 0.4, 1, 1]))
      city.set("carriers.\(id).methane", numbers.number(0...30))
      city.set("carriers.\(id).nitrous-oxide", numbers.number(0...5))
      if numbers.chance(0.3) { city.set("carriers.\(id).uses.power.methane", 1) }
    }
  }

  private mutating func anyCarrier() -> String {
    numbers.pick(
      fuels + ["electricity"] + (hasHeat ? ["heat"] : []) + (hasHydrogen ? ["hydrogen"] : []))
  }

  private mutating func carriers(_ count: Int) -> [String] {
    Array(Set((0..<count).map { _ in anyCarrier() })).sorted()
  }

  private mutating func drawLifetime(_ path: String) {
    if numbers.chance(0.3) {
      city.set("\(path).lifetime.fixed", numbers.number(1...7))
    } else {
      city.set("\(path).lifetime.weibull.scale", numbers.number(1...6))
      city.set("\(path).lifetime.weibull.shape", numbers.number(1.5...5))
    }
    city.set("\(path).past-growth", numbers.number(-0.1...0.3))
  }

  private mutating func drawBuildings(_ id: String) {
    let path = "buildings.\(id)"
    city.choose("\(path).class", numbers.pick(["residential", "commercial"]))
    city.choose("\(path).driver", "households")
    let (reading, range) = [
      (Reading.Name.amount, 0.0...300), (.perPerson, 5...40), (.perNamedDriver, 50...120),
    ][numbers.count(0...2)]
    city.set("\(path).floor-area", series(range), reading: reading)
    drawLifetime(path)
    let standards = (0...numbers.count(0...2)).map { "standard-\($0)" }
    shares(standards.map { "\(path).construction.\($0)" })
    city.set("\(path).retrofit", series(0...0.1))
    city.set("\(path).early-demolition", series(0...0.1))
    for use in (0...numbers.count(0...1)).map({ "\(path).uses.use-\($0)" }) {
      for standard in ["existing", "retrofitted"] + standards {
        city.set("\(use).need.\(standard)", series(0...0.8))
      }
      city.set("\(use).service", series(0.5...1.5))
      let devices = carriers(3)
      for carrier in devices {
        city.choose("equipment.\(id)-\(carrier).carrier", carrier)
        city.set("equipment.\(id)-\(carrier).efficiency", series(0.3...4))
      }
      shares(devices.map { "\(use).equipment.\(id)-\($0)" })
    }
  }

  private mutating func drawSubsector(_ path: String) {
    let (reading, range) = [
      (Reading.Name.amount, 0.0...30), (.money, 0...500), (.perProduct, 0...0.4),
      (.perNamedDriver, 0...2),
    ][numbers.count(0...3)]
    city.choose("\(path).driver", "households")
    city.set("\(path).activity", series(range), reading: reading)
    let routes = (0...numbers.count(0...2)).map { "\(path).routes.route-\($0)" }
    shares(routes.map { "\($0).share" })
    for route in routes {
      for use in (0..<numbers.count(0...2)).map({ "\(route).uses.use-\($0)" }) {
        city.set("\(use).intensity", series(0...8))
        let carriers = carriers(3)
        shares(carriers.map { "\(use).carriers.\($0)" })
        if numbers.chance(0.3) {
          city.set("\(use).efficiency.\(carriers[0])", numbers.number(0.5...3))
        }
        if numbers.chance(0.3) { city.set("\(use).carbon-stored", numbers.number(0...1)) }
      }
      city.set("\(route).process", series(0...0.8))
      city.set("\(route).process-methane", series(0...2))
      city.set("\(route).process-nitrous-oxide", series(0...1))
      city.set("\(route).process-substitution", series(0...0.5))
      if numbers.chance(0.4) { drawCapture(route, heat: hasHeat) }
    }
  }

  private mutating func drawCapture(_ path: String, heat: Bool?) {
    city.set("\(path).capture.coverage", series(0...1))
    city.set("\(path).capture.rate", numbers.number(0.5...1))
    city.set("\(path).capture.electricity", numbers.number(0...0.6))
    if let heat { city.set("\(path).capture.heat", heat ? numbers.number(0...3) : 0) }
  }

  private mutating func drawPassenger() {
    let path = "transport.passenger"
    let isPerPerson = numbers.chance(0.5)
    city.set(
      "\(path).demand", series(isPerPerson ? 1000...9000 : 5...80),
      reading: isPerPerson ? .perPerson : .amount)
    var sharing: [String] = []
    for mode in (0...numbers.count(0...2)).map({ "\(path).mode-\($0)" }) {
      if numbers.chance(0.4) {
        sharing.append(mode)
        for carrier in carriers(2) { city.set("\(mode).energy.\(carrier)", series(0...2)) }
      } else {
        drawFleet(mode, load: "occupancy")
        switch numbers.count(0...2) {
        case 0: sharing.append(mode)
        case 1: city.set("\(mode).vehicles", series(0...4))
        default: drawOwnership(mode)
        }
      }
    }
    if !sharing.isEmpty { shares(sharing.map { "\($0).share" }) }
  }

  private mutating func drawFreight() {
    let path = "transport.freight"
    city.set("\(path).demand", series(0...0.4), reading: .perProduct)
    let modes = (0...numbers.count(0...1)).map { "\(path).mode-\($0)" }
    for mode in modes {
      if numbers.chance(0.5) {
        for carrier in carriers(2) { city.set("\(mode).energy.\(carrier)", series(0...2)) }
      } else {
        drawFleet(mode, load: "load")
      }
    }
    shares(modes.map { "\($0).share" })
  }

  private mutating func drawOwnership(_ mode: String) {
    city.set("\(mode).ownership.base", numbers.number(0...300))
    city.set("\(mode).ownership.saturation", numbers.number(300...700))
    city.set("\(mode).ownership.alpha", numbers.number(-8 ... -2))
    city.set("\(mode).ownership.beta", numbers.number(-0.05 ... -0.005))
  }

  private mutating func drawFleet(_ mode: String, load: String) {
    city.set("\(mode).\(load)", series(1...30))
    city.set("\(mode).distance", series(5...60))
    city.set("\(mode).distance-decline", numbers.number(0...0.1))
    drawLifetime(mode)
    let technologies = (0...numbers.count(0...2)).map { "kind-\($0)" }
    shares(technologies.map { "\(mode).sales.\($0)" })
    shares(technologies.map { "\(mode).stock.\($0)" })
    for technology in technologies.map({ "\(mode).technologies.\($0)" }) {
      let carriers = carriers(2)
      for carrier in carriers { city.set("\(technology).energy.\(carrier)", series(0.3...8)) }
      if carriers.count > 1 { shares(carriers.map { "\(technology).distance-share.\($0)" }) }
      city.set("\(technology).past-improvement", numbers.number(0...0.05))
      city.set("\(technology).early-retirement", series(0...0.3))
      if numbers.chance(0.3) { city.set("\(technology).past-growth", numbers.number(0...1)) }
    }
  }

  private mutating func drawElectricity() {
    let path = "energy.electricity"
    city.set("\(path).loss", series(0...0.1))
    if numbers.chance(0.3) { city.set("\(path).exports", series(0...60)) }
    for plant in (0..<numbers.count(0...4)).map({ "\(path).technologies.plant-\($0)" }) {
      let role = numbers.pick(["variable", "must-run", "dispatchable"])
      city.choose("\(plant).role", role)
      city.set("\(plant).capacity", series(0...8))
      city.set("\(plant).capacity-factor", series(0...1))
      if role == "dispatchable" { city.set("\(plant).merit", Double(numbers.count(0...3))) }
      guard role != "variable" else { continue }
      city.choose("\(plant).fuel", numbers.pick(fuels))
      city.set("\(plant).efficiency", series(0.3...0.6))
      if numbers.chance(0.4) { drawCapture(plant, heat: nil) }
    }
    let balancing = numbers.count(0...2)
    for place in 0...max(balancing, numbers.count(0...2)) {
      let contract = "\(path).imports.contract-\(place)"
      city.set("\(contract).factor", series(0...250))
      if place != balancing { city.set("\(contract).energy", series(0...80)) }
      if numbers.chance(0.3) { city.set("\(contract).market-factor", series(0...250)) }
      if numbers.chance(0.3) { city.choose("\(contract).line", "dedicated") }
    }
  }

  private mutating func drawPlants(_ system: String, _ collection: String) {
    city.set("\(system).loss", series(0...0.2))
    let isHeat = collection == "technologies"
    let plants = (0...numbers.count(0...2)).map { "\(system).\(collection).plant-\($0)" }
    shares(plants.map { "\($0).share" })
    for plant in plants {
      if numbers.chance(0.2) {
        city.set("\(plant).imported.factor", series(0...120))
        continue
      }
      let inputs = fuels + ["electricity"] + (isHeat && hasHydrogen ? ["hydrogen"] : [])
      city.choose("\(plant).carrier", numbers.pick(inputs))
      city.set("\(plant).efficiency", series(0.5...3))
      if isHeat {
        city.set("\(plant).power-ratio", series(0...0.8))
      } else if numbers.chance(0.4) {
        drawCapture(plant, heat: nil)
      }
    }
  }

  private mutating func drawWaste() {
    let isPerPerson = numbers.chance(0.5)
    city.set(
      "waste.generation", series(isPerPerson ? 0...0.6 : 0...9),
      reading: isPerPerson ? .perPerson : .amount)
    shares(["landfill", "incineration", "composting", "recycling"].map { "waste.treatment.\($0)" })
    city.set("waste.landfill.degradable-carbon", numbers.number(0...0.2))
    city.set("waste.landfill.decay", numbers.number(0.02...0.4))
    city.set("waste.landfill.recovery", series(0...0.9))
    if numbers.chance(0.5) { city.set("waste.landfill.waste-in-place", numbers.number(0...9)) }
    city.set("waste.incineration.carbon-content", numbers.number(0...0.4))
    city.set("waste.incineration.fossil-share", numbers.number(0...1))
    city.set("waste.composting.methane", numbers.number(0...8))
    city.set("waste.composting.nitrous-oxide", numbers.number(0...1))
  }

  private mutating func drawSink(_ path: String) {
    city.set("\(path).standing.area", series(0...900))
    city.set("\(path).standing.uptake", series(0...1))
    guard numbers.chance(0.6) else { return }
    city.set("\(path).planting.area", series(0...50))
    city.set("\(path).planting.carbon-at-maturity", numbers.number(5...40))
    city.set("\(path).planting.growth-rate", numbers.number(0.02...0.3))
    city.set("\(path).planting.growth-shape", numbers.number(0.5...4))
  }

  /// Up to four levers, at levels that keep every parameter within its bounds: changes of what is
  /// intensive by at most a tenth, and shares moved where others are there to give way.
  private mutating func drawLevers() {
    let changing = city.given.keys.map(\.description).sorted().filter { path in
      [".intensity", ".need.existing", "loss", "carbon-content", ".share", ".efficiency"]
        .contains { path.hasSuffix($0) } || path.contains(".sales.")
    }
    for id in (0..<numbers.count(0...4)).map({ "lever-\($0)" }) {
      let path = numbers.pick(changing)
      let isShare = path.hasSuffix(".share") || path.contains(".sales.")
      let from = Double(city.years.lowerBound) + numbers.number(0...1)
      let ramp = Ramp(.sCurve, from: from, by: from + numbers.number(0...6))
      let level = numbers.number(0...0.25)
      let effect: Lever.Effect =
        isShare && numbers.chance(0.7)
        ? .to(city.years.map { _ in numbers.number(0...0.9) })
        : .change(city.years.map { _ in numbers.number(-0.4...0) })
      let siblings = city.siblings(of: path)
      guard !isShare || siblings > 1 else { continue }
      city.lever(id, level: level, ramp: ramp, [path: effect])
    }
  }
}

extension CityBuilder {
  /// How many shares stand in the set of a share.
  fileprivate func siblings(of path: String) -> Int {
    let isField = path.hasSuffix(".share")
    let segments = path.split(separator: ".").dropLast(isField ? 2 : 1).joined(separator: ".")
    let ids = children[ParameterPath(segments)] ?? []
    guard isField else { return ids.count }
    return ids.count { given[ParameterPath("\(segments).\($0).share")] != nil }
  }
}

// MARK: - Hours

extension RandomCity {
  /// Hourly dispatch over one day or two, with shapes, storages and demand response.
  private mutating func drawHours() {
    let path = "energy.electricity"
    city.choose("\(path).dispatch", "hourly")
    let days = numbers.count(1...2)
    for (place, share) in numbers.shares(days).enumerated() {
      city.set("\(path).days.day-\(place).weight", share * 365)
    }
    var columns: [String: [Double]] = [:]
    for name in ["a", "b"] {
      columns[name] = (0..<(24 * days)).map { _ in
        numbers.chance(0.3) ? 0 : numbers.number(0...2)
      }
    }
    city.table("\(path).profiles", columns)
    for load in Load.allCases where numbers.chance(0.5) {
      city.choose("\(path).load-shapes.\(load.rawValue)", numbers.pick(["a", "b", "flat"]))
    }
    for id in city.children[ParameterPath("\(path).technologies")] ?? [] {
      city.choose("\(path).technologies.\(id).profile", numbers.pick(["a", "b", "flat"]))
    }
    if numbers.chance(0.4) { city.set("\(path).import-limit", series(0...10)) }
    for place in 0..<numbers.count(0...2) {
      let storage = "\(path).storage.storage-\(place)"
      city.set("\(storage).power", series(0...5))
      city.set("\(storage).energy", series(0...20))
      city.set("\(storage).efficiency", series(0.5...1))
    }
    for place in 0..<numbers.count(0...2) {
      let response = "\(path).demand-response.response-\(place)"
      city.choose("\(response).load", numbers.pick(Load.allCases).rawValue)
      city.set("\(response).share", series(0...1))
      city.set("\(response).hours", series(1...24))
    }
  }
}

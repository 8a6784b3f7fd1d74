/// A city of any size, for how cost grows with it.
struct SyntheticCity {
  var lastYear = 2060
  var subsectors = 20
  var buildingTypes = 12
  var fleets = 12
  var levers = 12
  var isHourly = false

  /// The files of the scenario.
  var text: CityText {
    let city = [
      header, buildings, industry, transport, energy, otherSectors, leverText,
    ].joined(separator: "\n")
    return CityText(files: ["city.yaml": city, "profiles.csv": Profiles().csv])
  }

  private var header: String {
    """
    format: 1
    city: {id: synthetic, name: Synthetic, name-zh: 合成城市}
    scenario: {id: growth, name: Growth, name-zh: 增长}
    years: {base: 2020, end: \(lastYear)}
    accounting: {gases: [CO2, CH4, N2O], gwp: AR6, electricity: location, scopes: [1, 2], inventory: none}
    carriers:
      raw-coal: {kind: coal, carbon-content: 26.2 tC/TJ, oxidation: 93%, methane: 10 kg/TJ, nitrous-oxide: 1.5 kg/TJ}
      natural-gas: {kind: gas, carbon-content: 15.3 tC/TJ, oxidation: 99%, methane: 1 kg/TJ, nitrous-oxide: 0.1 kg/TJ}
      gasoline: {kind: oil, carbon-content: 18.9 tC/TJ, oxidation: 98%, methane: 25 kg/TJ, nitrous-oxide: 8 kg/TJ}
      diesel: {kind: oil, carbon-content: 20.2 tC/TJ, oxidation: 98%, methane: 4 kg/TJ, nitrous-oxide: 4 kg/TJ}
    equipment:
      gas-boiler: {carrier: natural-gas, efficiency: 90%}
      district-heat: {carrier: heat, efficiency: 100%}
      heat-pump: {carrier: electricity, efficiency: 3}
      appliances: {carrier: electricity, efficiency: 100%}
    drivers:
      population: {2020: 1763 万人, 2060: 1900 万人}
      gdp: {2020: 27670 亿元, growth: {2021: 5%, 2060: 2%}}
    costs:
      discount-rate: 5%
      carbon-price: {2020: 50 元/t, 2060: 400 元/t}
      prices: {raw-coal: 22 元/GJ, natural-gas: 72 元/GJ, gasoline: 190 元/GJ, diesel: 160 元/GJ}
    """
  }

  private var buildings: String {
    let types = (0..<buildingTypes).map { type in
      """
        type-\(letters(type)):
          class: \(type.isMultiple(of: 2) ? "residential" : "commercial")
          floor-area: {2020: \(20 + type) million m2, 2060: \(30 + type) million m2}
          lifetime: {weibull: {scale: \(50 + type) yr, shape: 4}}
          past-growth: 4%/yr
          retrofit: 1%/yr
          construction: {current-code: rest, ultra-low: {2020: 5%, 2050: 60%}}
          uses:
            heating: {need: {existing: 60 kWh/m2, retrofitted: 40 kWh/m2, current-code: 35 kWh/m2, ultra-low: 12 kWh/m2}, equipment: {gas-boiler: 50%, district-heat: 20%, heat-pump: rest}}
            power: {need: {existing: 50 kWh/m2, retrofitted: 45 kWh/m2, current-code: 45 kWh/m2, ultra-low: 40 kWh/m2}, equipment: {appliances: 100%}}
      """
    }
    return section("buildings", types)
  }

  private var industry: String {
    let subsectors = (0..<subsectors).map { subsector in
      """
        subsector-\(letters(subsector)):
          activity: {2020: \(1 + subsector % 7) Mt, 2060: \(1 + subsector % 5) Mt}
          routes:
            old: {share: rest, uses: {heat: {intensity: 3 GJ/t, carriers: {raw-coal: 60%, natural-gas: rest}}, power: {intensity: 1 GJ/t, carriers: {electricity: 100%}}}, process: 0.2 tCO2/t}
            new: {share: {2020: 10%, 2060: 70%}, uses: {heat: {intensity: 2.5 GJ/t, carriers: {natural-gas: 50%, electricity: rest}}}, process: 0.1 tCO2/t}
      """
    }
    return section("industry", subsectors)
  }

  private var transport: String {
    let modes = (0..<fleets).map { fleet in
      """
          fleet-\(letters(fleet)):
            vehicles: {2020: \(10 + fleet) 万辆, 2045: \(25 + fleet) 万辆, 2060: \(24 + fleet) 万辆}
            occupancy: 1.5 person/vehicle
            distance: \(12 + fleet)000 km/yr
            distance-decline: 3%/yr
            lifetime: {weibull: {scale: 14 yr, shape: 4.8}}
            past-growth: 8%/yr
            stock: {gasoline-car: rest, plug-in: 1%, electric-car: 2%}
            sales: {gasoline-car: rest, plug-in: {2020: 3%, 2030: 20%, 2060: 5%}, electric-car: {2020: 6%, 2050: 70%}}
            technologies:
              gasoline-car: {energy: {gasoline: 2.4 MJ/km}, past-improvement: 1%/yr, cost: {capital: 120000 元/vehicle, life: 12 yr}}
              plug-in: {energy: {gasoline: 1.9 MJ/km, electricity: 17 kWh/100km}, distance-share: {electricity: 45%, gasoline: rest}, cost: {capital: 150000 元/vehicle, life: 12 yr}}
              electric-car: {energy: {electricity: 14.5 kWh/100km}, cost: {capital: 150000 元/vehicle, life: 12 yr}}
      """
    }
    return section("transport", ["  passenger:"] + modes)
  }

  private var energy: String {
    """
    energy:
      electricity:
    \(PowerText(isHourly: isHourly).text)
      heat:
        loss: 8%
        technologies:
          works: {carrier: raw-coal, share: 60%, efficiency: 55%, power-ratio: 0.4}
          boiler: {carrier: natural-gas, share: rest, efficiency: 90%}
    """
  }

  private var otherSectors: String {
    """
    waste:
      generation: 0.4 t/person
      treatment: {landfill: 30%, incineration: rest}
      landfill: {degradable-carbon: 15%, decay: 0.1 1/yr}
      incineration: {carbon-content: 20%, fossil-share: 39%}
    sinks:
      forest:
        standing: {area: 800 km2, uptake: 0.4 kt/km2}
        planting: {area: 5 km2/yr, carbon-at-maturity: 20 ktCO2/km2, growth-rate: 0.05 1/yr, growth-shape: 2}
    """
  }

  /// A lever for each in turn: a share of sales, a floor, a route, the grid.
  private var leverText: String {
    guard levers > 0 else { return "" }
    let moves = [
      fleets > 0 ? "transport.passenger.fleet-{0}.sales.electric-car: {to: 95%}" : nil,
      buildingTypes > 0 ? "buildings.type-{1}.construction.ultra-low: {to: 80%}" : nil,
      subsectors > 0
        ? "industry.subsector-{2}.routes.old.uses.heat.intensity: {change: -20%}" : nil,
    ].compactMap(\.self)
    let texts = (0..<levers).map { lever in
      let move = moves[lever % moves.count]
        .replacing("{0}", with: letters(lever / moves.count % max(1, fleets)))
        .replacing("{1}", with: letters(lever / moves.count % max(1, buildingTypes)))
        .replacing("{2}", with: letters(lever / moves.count % max(1, subsectors)))
      return """
          lever-\(letters(lever)): {group: efficiency, from: 2022, by: \(2035 + lever % 10), level: 50%, moves: {\(move)}}
        """
    }
    return section("levers", texts)
  }

  private func section(_ name: String, _ members: [String]) -> String {
    members.isEmpty ? "" : "\(name):\n" + members.joined(separator: "\n")
  }
}

/// An id of two letters, so that no spreadsheet takes it for a number.
func letters(_ number: Int) -> String {
  func letter(_ place: Int) -> Character { Character(UnicodeScalar(UInt8(97 + place % 26))) }
  return String([letter(number / 26), letter(number)])
}

/// A city of road fleets and nothing else: 8 fleets of 7 technologies with some 30 vintages.
struct FleetCity {
  static let fleets = (0..<8).map { "fleet-\(letters($0))" }

  var text: CityText {
    let modes = Self.fleets.enumerated().map(fleet).joined(separator: "\n")
    return CityText(files: ["city.yaml": header + "\n" + modes + "\n"])
  }

  private var header: String {
    """
    format: 1
    city: {id: fleets, name: Fleets, name-zh: 车队}
    scenario: {id: fleets, name: Fleets, name-zh: 车队}
    years: {base: 2020, end: 2060}
    accounting: {gases: [CO2], gwp: AR6, electricity: location, scopes: [1], inventory: none}
    carriers:
      natural-gas: {kind: gas, carbon-content: 15.3 tC/TJ, oxidation: 99%}
      gasoline: {kind: oil, carbon-content: 18.9 tC/TJ, oxidation: 98%}
      diesel: {kind: oil, carbon-content: 20.2 tC/TJ, oxidation: 98%}
    drivers: {population: {2020: 1763 万人}, gdp: {2020: 27670 亿元}}
    energy: {electricity: {loss: 5%, imports: {grid: {factor: 0.5 kg/kWh, non-fossil-share: 30%}}}}
    transport:
      passenger:
    """
  }

  /// One of the fleets shrinks faster than its vehicles wear out.
  private func fleet(_ place: Int, _ id: String) -> String {
    """
        \(id):
          vehicles: {2020: \(10 + place) 万辆, 2040: \(25 + place) 万辆, 2060: \(place == 3 ? 2 : 24 + place) 万辆}
          occupancy: 1.5 person/vehicle
          distance: {2020: \(12 + place)000 km/yr, 2060: \(10 + place)000 km/yr}
          distance-decline: 3%/yr
          lifetime: {weibull: {scale: \(15 + Double(place) / 4) yr, shape: 4.5}}
          past-growth: 8%/yr
          stock: {gasoline-car: rest, diesel-car: 20%, hybrid: 4%, plug-in: 1%, electric-car: 2%, gas-car: 5%, small-car: 3%}
          sales: {gasoline-car: rest, diesel-car: 10%, hybrid: 8%, plug-in: {2020: 3%, 2030: 20%, 2060: 5%}, electric-car: {2020: 6%, 2050: 60%}, gas-car: 5%, small-car: 2%}
          technologies:
            gasoline-car: {energy: {gasoline: {2020: 2.4 MJ/km, 2060: 1.9 MJ/km}}, past-improvement: 1%/yr, early-retirement: {2020: 0%/yr, 2040: 3%/yr}}
            diesel-car: {energy: {diesel: 2.2 MJ/km}, past-improvement: 1%/yr}
            hybrid: {energy: {gasoline: 1.65 MJ/km}}
            plug-in: {energy: {gasoline: 1.9 MJ/km, electricity: 17 kWh/100km}, distance-share: {electricity: 45%, gasoline: rest}}
            electric-car: {energy: {electricity: {2020: 14.5 kWh/100km, 2060: 12 kWh/100km}}}
            gas-car: {energy: {natural-gas: 2.3 MJ/km}}
            small-car: {energy: {gasoline: 1.4 MJ/km}}
    """
  }
}

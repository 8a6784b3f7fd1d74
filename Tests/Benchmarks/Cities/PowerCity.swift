/// A city of electricity by the hour and nothing else, with three loads of their own shapes.
struct PowerCity {
  /// The subsectors that draw electricity, with the column of their shape.
  static let loads = ["day-works": "load", "flat-works": "flat", "night-works": "night"]

  var text: CityText {
    let works = Self.loads.keys.sorted().map { id in
      """
        \(id):
          driver: population
          activity: {2020: 600 kg/person, 2060: 800 kg/person}
          routes: {only: {uses: {power: {intensity: 30 GJ/t, carriers: {electricity: 100%}}}}}
      """
    }
    let shapes = Self.loads.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
    let power = PowerText(
      isHourly: true, loadShapes: shapes.joined(separator: ", "), movable: "day-works")
    let city = """
      format: 1
      city: {id: power, name: Power, name-zh: 电力}
      scenario: {id: power, name: Power, name-zh: 电力}
      years: {base: 2020, end: 2060}
      accounting: {gases: [CO2], gwp: AR6, electricity: location, scopes: [1], inventory: none}
      carriers:
        raw-coal: {kind: coal, carbon-content: 26.2 tC/TJ, oxidation: 93%}
        natural-gas: {kind: gas, carbon-content: 15.3 tC/TJ, oxidation: 99%}
      drivers: {population: {2020: 1763 万人}, gdp: {2020: 27670 亿元}}
      industry:
      \(works.joined(separator: "\n"))
      energy:
        electricity:
      \(power.text)
      """
    return CityText(files: ["city.yaml": city + "\n", "profiles.csv": Profiles().csv])
  }
}

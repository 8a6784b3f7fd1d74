import CityModel
import Diagnostics
import Quantities

/// What a column may hold.
enum CityColumn {
  case emissions, energy, product, population
  case sector(Sector)
  case sectorEnergy(Sector)
  case parameter(Parameter)

  /// Reads a name, in English or in words of Chinese yearbooks.
  init?(_ name: String, _ scenario: Scenario?) {
    let plain = Self.plain(name)
    if let total = Self.totals.first(where: { $0.names.contains(plain) }) {
      self = total.column
    } else if let sector = Sector.emitting.first(where: { name == "emissions.\($0.rawValue)" }) {
      self = .sector(sector)
    } else if let sector = Sector.emitting.first(where: { name == "energy.\($0.rawValue)" }) {
      self = .sectorEnergy(sector)
    } else if let found = scenario?.parameters.first(where: { $0.path.description == name }) {
      self = .parameter(found)
    } else {
      return nil
    }
  }

  private static func plain(_ name: String) -> String {
    plainWord(name).lowercased().filter { !$0.isWhitespace }.replacing("₂", with: "2")
      .replacing("(gdp)", with: "")
  }

  /// The totals with their names, the first in English and the first in Chinese those that are shown.
  private static let totals:
    [(column: CityColumn, english: String, chinese: String, names: Set<String>)] = [
      (
        .emissions, "emissions", "碳排放",
        [
          "emissions", "total", "totalemissions", "co2", "co2emissions", "carbonemissions",
          "ghgemissions", "排放", "排放量", "排放总量", "碳排放", "碳排放量", "碳排放总量", "二氧化碳排放", "二氧化碳排放量",
          "二氧化碳排放总量", "co2排放", "co2排放量", "co2排放总量", "温室气体排放", "温室气体排放量", "温室气体排放总量",
        ]
      ),
      (
        .energy, "energy", "能源消费总量",
        [
          "energy", "energyconsumption", "totalenergyconsumption", "能耗", "能耗总量", "能源消费", "能源消费量",
          "能源消费总量", "能源消耗", "能源消耗量", "能源消耗总量", "综合能耗", "综合能源消费", "综合能源消费量", "综合能源消费总量",
        ]
      ),
      (
        .product, "gdp", "地区生产总值",
        ["gdp", "地区gdp", "gdp总量", "地区生产总值", "生产总值", "国内生产总值", "全市生产总值"]
      ),
      (
        .population, "population", "常住人口",
        [
          "population", "residentpopulation", "人口", "常住人口", "常住人口数",
          "年末常住人口", "年末常住人口数", "全市常住人口",
        ]
      ),
    ]

  /// The part of the history that it fills, if it is one.
  var history: ParameterPath? {
    switch self {
    case .emissions: ParameterPath("history.emissions")
    case .energy: ParameterPath("history.energy")
    case .product: ParameterPath("history.gdp")
    case .population: ParameterPath("history.population")
    case .sector(let sector): ParameterPath("history.sectors.\(sector.rawValue)")
    case .sectorEnergy, .parameter: nil
    }
  }

  /// What may be written, in each language.
  static let names: (english: [String], chinese: [String]) = {
    let sectors = ["emissions", "energy"].flatMap { item in
      Sector.emitting.map { "\(item).\($0.rawValue)" }
    }
    return (totals.map(\.english) + sectors, totals.map(\.chinese) + sectors)
  }()

  /// Whether a name is that of a statistic which cities publish and nothing here is held against.
  static func isKnownElsewhere(_ name: String) -> Bool { elsewhere.contains(plain(name)) }

  private static let elsewhere: Set<String> = [
    "全社会用电量", "社会用电量", "用电量", "电力消费量", "发电量", "煤炭消费量", "煤炭消费总量", "石油消费量", "石油消费总量",
    "天然气消费量", "工业增加值", "规模以上工业增加值", "户籍人口", "年末户籍人口", "城镇化率", "单位gdp能耗", "碳排放强度",
    "单位gdp碳排放", "单位gdp二氧化碳排放", "electricityconsumption", "electricityuse", "coalconsumption",
    "oilconsumption", "gasconsumption", "energyintensity", "carbonintensity",
  ]

  /// The gases that the name claims, if it says which: carbon dioxide alone, or all greenhouse gases.
  static func claimsOnlyCarbonDioxide(_ name: String) -> Bool? {
    let name = plain(name)
    if name.contains("温室气体") || name.contains("ghg") { return false }
    return name.contains("二氧化碳") || name.contains("co2") ? true : nil
  }

  /// The units it may be read in, the model's first; any that measures the same will do.
  var units: [String] {
    switch self {
    case .emissions, .sector: ["MtCO2", "Mt", "MtCO2/yr", "Mt/yr"]
    case .energy, .sectorEnergy: ["PJ", "PJ/yr"]
    case .product: ["GCNY", "GCNY/yr"]
    case .population: ["million people"]
    case .parameter(let parameter):
      [parameter.unit]
        + parameter.reading.synonyms
    }
  }

  /// What it is tracked as; nothing for a parameter.
  var item: String? {
    switch self {
    case .emissions: "emissions"
    case .energy: "energy"
    case .product: "gdp"
    case .population: "population"
    case .sector(let sector): "emissions.\(sector.rawValue)"
    case .sectorEnergy(let sector): "energy.\(sector.rawValue)"
    case .parameter: nil
    }
  }

  /// Whether it is of emissions, of all or of a sector.
  var isOfEmissions: Bool {
    switch self {
    case .emissions, .sector: true
    case .energy, .product, .population, .sectorEnergy, .parameter: false
    }
  }

  /// Whether it is electricity, which a coal equivalent may count in two ways.
  var countsElectricity: Bool {
    guard case .parameter(let parameter) = self else { return false }
    return parameter.declaration.countsElectricity
  }

  /// Between what a parameter can lie, in the model's unit.
  var bounds: ClosedRange<Double>? {
    guard case .parameter(let parameter) = self else { return nil }
    return parameter.bounds
  }

  /// Whether a value that is not above 0 means nothing.
  var mustBePositive: Bool {
    switch self {
    case .energy, .product, .population: true
    case .emissions, .sector, .sectorEnergy, .parameter: false
    }
  }
}

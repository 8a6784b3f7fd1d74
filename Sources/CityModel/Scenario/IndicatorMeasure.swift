public import Diagnostics

/// Coal equivalent [PJ/Mtce], GB/T 2589-2020: 29.3076 MJ/kgce.
public let coalEquivalentHeat = 29.3076

/// A unit of indicators: as tables print it, and as files are read.
struct IndicatorMeasure: Sendable {
  let unit: String
  let reading: Reading

  private init(_ unit: String, _ reading: Reading) {
    self.unit = unit
    self.reading = reading
  }

  static let share = Self("1", Reading("1", 0...1))
  static let part = Self("1", Reading("1", 0...1000))
  static let coal = Self("Mtce", Reading("Mtce", 0...1e9, synonyms: ["Mtce/yr"]))
  static let mass = Self("Mt", Reading("Mt", 0...1e9, synonyms: ["Mt/yr"]))
  static let electricity = Self("TWh", Reading("TWh", 0...1e9, synonyms: ["TWh/yr"]))
  static let carbon = Self(
    "Mt CO2", Reading("MtCO2", -1e5...1e9, synonyms: ["Mt", "Mt/yr", "MtCO2/yr"]))
  static let carbonPerProduct = Self(
    "t/10^4 CNY", Reading("tCO2/万元", -1e6...1e6, synonyms: ["t/万元"]))
  static let coalPerProduct = Self("tce/10^4 CNY", Reading("tce/万元", 0...1e6))
  static let carbonPerPerson = Self(
    "t/person", Reading("tCO2/person", -1e6...1e6, synonyms: ["t/person"]))
  static let carbonPerCoal = Self(
    "t/tce", Reading("tCO2/tce", -1e3...1e3, synonyms: ["t/tce"]))
  static let carbonPerArea = Self(
    "kg/m2", Reading("kgCO2/m2", 0...1e6, synonyms: ["kg/m2"]))
  static let vehiclesPerThousand = Self(
    "vehicle/1000person", Reading("vehicle/千人", 0...1e5))
}

extension Indicator {
  /// Its name for people.
  public var name: Text {
    switch self {
    case .energy: Text("total energy consumption (coal-equivalent)", "能源消费总量（等价值）")
    case .energyCalorific: Text("total energy consumption (calorific)", "能源消费总量（当量值）")
    case .energyControlled:
      Text(
        "energy consumption under control, without renewables and feedstock", "能源消费总量（扣除可再生能源与原料用能）"
      )
    case .energyIntensity: Text("energy intensity", "单位 GDP 能耗")
    case .nonFossilShare: Text("non-fossil share of energy consumption", "非化石能源消费占比")
    case .coal: Text("coal consumption", "煤炭消费总量")
    case .coalMass: Text("coal consumption (mass)", "煤炭消费总量（实物量）")
    case .oil: Text("oil consumption", "石油消费总量")
    case .oilMass: Text("oil consumption (mass)", "石油消费总量（实物量）")
    case .electricity: Text("electricity of society", "全社会用电量")
    case .electrification: Text("electrification of final energy", "电气化率")
    case .cleanPowerShare: Text("clean share of power made in the city", "本地清洁发电占比")
    case .carbonGross: Text("CO2, gross", "二氧化碳排放总量（不计碳汇）")
    case .carbonNet: Text("CO2, net", "二氧化碳净排放")
    case .carbonIntensity: Text("carbon intensity (gross CO2 per GDP)", "单位 GDP 二氧化碳排放（碳排放强度，不计碳汇）")
    case .carbonPerPerson: Text("CO2 per person, gross", "人均二氧化碳排放（不计碳汇）")
    case .carbonPerEnergy: Text("CO2 per energy consumption", "单位能耗碳排放")
    case .sinks: Text("sinks", "碳汇")
    case .budgetUsed: Text("carbon budget used", "碳预算使用比例")
    case .industryCarbonIntensity: Text("CO2 of industry per value added", "单位工业增加值二氧化碳排放")
    case .industryEnergyIntensity: Text("energy of industry per value added", "单位工业增加值能耗")
    case .buildingCarbonPerArea: Text("direct CO2 of buildings per floor area", "单位建筑面积直接碳排放")
    case .greenBuildingShare: Text("green buildings in new floor area", "新建建筑中绿色建筑面积占比")
    case .newEnergySalesShare: Text("new-energy share of registrations", "新能源汽车新车占比")
    case .newEnergyStockShare: Text("new-energy share of vehicles", "新能源汽车保有量占比")
    case .newEnergyBusShare: Text("new-energy share of buses", "新能源公交车占比")
    case .vehiclesPerThousand: Text("vehicles per 1000 people", "千人汽车保有量")
    case .greenTransportShare:
      Text("rail, bus, walking and cycling in passenger-km", "轨道、公交、步行与骑行占客运周转量比重")
    case .wasteRecycledShare: Text("recycled share of waste", "生活垃圾回收利用率")
    }
  }

  /// What it is measured in.
  var measure: IndicatorMeasure {
    switch self {
    case .energy, .energyCalorific, .energyControlled, .coal, .oil: .coal
    case .energyIntensity, .industryEnergyIntensity: .coalPerProduct
    case .nonFossilShare, .electrification, .cleanPowerShare, .greenBuildingShare,
      .newEnergySalesShare, .newEnergyStockShare, .newEnergyBusShare, .greenTransportShare,
      .wasteRecycledShare:
      .share
    case .coalMass, .oilMass: .mass
    case .electricity: .electricity
    case .carbonGross, .carbonNet, .sinks: .carbon
    case .carbonIntensity, .industryCarbonIntensity: .carbonPerProduct
    case .carbonPerPerson: .carbonPerPerson
    case .carbonPerEnergy: .carbonPerCoal
    case .budgetUsed: .part
    case .buildingCarbonPerArea: .carbonPerArea
    case .vehiclesPerThousand: .vehiclesPerThousand
    }
  }

  /// Which way it should go, where that goes without saying.
  public var better: Better? {
    switch self {
    case .nonFossilShare, .electrification, .cleanPowerShare, .sinks, .greenBuildingShare,
      .newEnergySalesShare, .newEnergyStockShare, .newEnergyBusShare, .greenTransportShare,
      .wasteRecycledShare:
      .more
    case .electricity, .vehiclesPerThousand: nil
    case .energy, .energyCalorific, .energyControlled, .energyIntensity, .coal, .coalMass, .oil,
      .oilMass, .carbonGross, .carbonNet, .carbonIntensity, .carbonPerPerson, .carbonPerEnergy,
      .budgetUsed, .industryCarbonIntensity, .industryEnergyIntensity, .buildingCarbonPerArea:
      .less
    }
  }
}

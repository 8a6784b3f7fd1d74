/// The words by which tables name the rows and columns of an energy balance.
///
/// Sources: NBS, 能源统计报表制度, 地区能源平衡表 (Chinese); China Energy Statistical Yearbook, energy
/// balance of regions, bilingual headings (English).
enum EnergyBalanceWords {
  /// The row of a name; what it is part of tells rows of one name apart.
  static func line(_ name: String, in section: BalanceLine?) -> BalanceLine? {
    let bare = bare(name)
    let found = lineWords[bare] ?? []
    return found.first { $0.section == section } ?? (found.count == 1 ? found[0] : nil)
  }

  /// The column of a name.
  static func fuel(_ name: String) -> BalanceFuel? { fuelWords[bare(name)] }

  /// A name without brackets and what is in them, spaces and punctuation.
  private static func bare(_ name: String) -> String {
    var depth = 0
    var text = ""
    for character in bareName(name) {
      if "([".contains(character) { depth += 1 }
      if depth == 0, !"、,，.．:：-".contains(character) { text.append(character) }
      if ")]".contains(character) { depth = max(0, depth - 1) }
    }
    return text
  }

  private static let lineWords: [String: [BalanceLine]] = {
    var words: [String: [BalanceLine]] = [:]
    for (line, names) in lines {
      for name in names where words[bare(name)]?.contains(line) != true {
        words[bare(name), default: []].append(line)
      }
    }
    return words
  }()

  private static let fuelWords: [String: BalanceFuel] = {
    var words: [String: BalanceFuel] = [:]
    for (fuel, names) in fuels {
      for name in names { words[bare(name)] = fuel }
    }
    return words
  }()

  private static let lines: KeyValuePairs<BalanceLine, [String]> = [
    .supply: ["可供本地区消费的能源量", "可供消费的能源总量", "可供消费量", "Total Primary Energy Supply"],
    .openingStock: ["年初库存量", "Stock at the beginning of the year"],
    .primaryProduction: ["一次能源生产量", "一次能源产量", "Indigenous Production", "Primary Production"],
    .recoveredSupply: ["回收能", "回收能利用", "Recovery of Energy"],
    .arrivals: ["外省（区、市）调入量", "外省调入量", "调入量", "Moving In from Other Provinces"],
    .imports: ["进口量", "Import", "Imports"],
    .refuelledAbroad: [
      "我轮、机在外国加油量", "境内轮船和飞机在境外的加油量", "Domestic Airplanes & Ships Refueling Abroad",
    ],
    .departures: ["本省（区、市）调出量", "本省调出量", "调出量", "Sending Out to Other Provinces"],
    .exports: ["出口量", "Export", "Exports"],
    .refuelledHere: [
      "外轮、机在我国加油量", "境外轮船和飞机在境内的加油量", "Foreign Airplanes & Ships Refueling in China",
    ],
    .closingStock: ["年末库存量", "Stock at the end of the year"],
    .transformation: [
      "加工转换投入（-）产出（+）量", "加工转换投入产出量", "加工转换", "Input & Output of Transformation",
    ],
    .thermalPower: ["火力发电", "Thermal Power"],
    .heating: ["供热", "Heating Supply"],
    .coalWashing: ["煤炭洗选", "洗选煤", "Coal Washing"],
    .coking: ["炼焦", "Coking"],
    .refining: ["炼油及煤制油", "炼油", "Petroleum Refining and Coal to Liquids", "Petroleum Refining"],
    .gasWorks: ["制气", "Gas Works"],
    .cokeInput: ["焦炭再投入量", "Coke Input"],
    .liquefaction: ["天然气液化", "Natural Gas Liquefaction"],
    .coalProcessing: ["煤制品加工", "型煤加工", "Briquettes"],
    .recovery: ["回收能", "Recovery of Energy"],
    .losses: ["损失量", "Loss", "Losses"],
    .networkLosses: ["运输和输配损失", "运输和输配损失量", "In Transportation and Transmission"],
    .final: ["终端消费量", "终端消费", "Total Final Consumption", "Final Consumption"],
    .primaryIndustry: [
      "第一产业", "农、林、牧、渔业", "农林牧渔业", "农、林、牧、渔、水利业", "Farming Forestry Animal Husbandry Fishery",
      "Agriculture",
    ],
    .secondaryIndustry: ["第二产业", "Secondary Industry"],
    .industry: ["工业", "Industry"],
    .feedstock: ["用作原料、材料", "Non-Energy Use"],
    .construction: ["建筑业", "Construction"],
    .tertiaryIndustry: ["第三产业", "Tertiary Industry"],
    .transport: [
      "交通运输、仓储和邮政业", "交通运输仓储邮政", "交通运输、仓储及邮政业", "交通运输仓储邮政业", "Transport Storage and Post",
      "Transport",
    ],
    .trade: [
      "批发和零售业、住宿和餐饮业", "批发零售住宿餐饮", "批发、零售业和住宿、餐饮业", "批发零售住宿餐饮业",
      "Wholesale Retail Trade and Hotel Restaurants",
    ],
    .otherServices: ["其他", "其它", "其他行业", "Others", "Other"],
    .residential: ["生活消费", "居民生活", "居民消费", "Residential Consumption", "Residential"],
    .urban: ["城镇", "城市", "Urban"],
    .rural: ["乡村", "农村", "Rural"],
    .difference: ["平衡差额", "Statistical Difference"],
    .consumption: ["消费量合计", "能源消费总量", "Total Energy Consumption"],
  ]

  private static let fuels: KeyValuePairs<BalanceFuel, [String]> = [
    .coalTotal: ["煤合计", "煤炭合计", "Coal Total"],
    .rawCoal: ["原煤", "Raw Coal"],
    .cleanedCoal: ["洗精煤", "Cleaned Coal"],
    .otherWashedCoal: ["其他洗煤", "其它洗煤", "Other Washed Coal"],
    .coalProducts: ["煤制品", "型煤", "Briquettes", "Coal Products"],
    .coke: ["焦炭", "Coke"],
    .cokeOvenGas: ["焦炉煤气", "Coke Oven Gas"],
    .blastFurnaceGas: ["高炉煤气", "Blast Furnace Gas"],
    .converterGas: ["转炉煤气", "Converter Gas"],
    .otherGas: ["其他煤气", "其它煤气", "Other Gas"],
    .otherCokingProducts: ["其他焦化产品", "其它焦化产品", "Other Coking Products"],
    .oilTotal: ["油品合计", "石油合计", "Petroleum Products Total"],
    .crudeOil: ["原油", "Crude Oil"],
    .gasoline: ["汽油", "Gasoline"],
    .kerosene: ["煤油", "Kerosene"],
    .dieselOil: ["柴油", "Diesel Oil"],
    .fuelOil: ["燃料油", "Fuel Oil"],
    .liquefiedPetroleumGas: ["液化石油气", "LPG"],
    .refineryGas: ["炼厂干气", "Refinery Gas"],
    .otherPetroleum: ["其他石油制品", "其它石油制品", "Other Petroleum Products"],
    .naturalGas: ["天然气", "Natural Gas"],
    .liquefiedNaturalGas: ["液化天然气", "LNG"],
    .heat: ["热力", "Heat"],
    .electricity: ["电力", "Electricity"],
    .otherEnergy: ["其他能源", "其它能源", "Other Energy"],
    .total: ["合计", "总计", "能源合计", "Total"],
  ]
}

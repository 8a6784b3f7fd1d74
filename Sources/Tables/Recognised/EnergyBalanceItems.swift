/// A row of an energy balance of a region.
///
/// Source: NBS, 能源统计报表制度 (Statistical reporting system of energy), 地区能源平衡表 P303.
public enum BalanceLine: String, CaseIterable, Sendable {
  // 一、可供本地区消费的能源量
  case supply, openingStock, primaryProduction, recoveredSupply, arrivals, imports, refuelledAbroad
  case departures, exports, refuelledHere, closingStock
  // 二、加工转换投入（-）产出（+）量
  case transformation, thermalPower, heating, coalWashing, coking, refining, gasWorks, cokeInput
  case liquefaction, coalProcessing, recovery
  // 三、损失量
  case losses, networkLosses
  // 四、终端消费量
  case final, primaryIndustry, secondaryIndustry, industry, feedstock, construction
  case tertiaryIndustry, transport, trade, otherServices, residential, urban, rural
  // 五、平衡差额, 六、消费量合计
  case difference, consumption

  /// The rows that a row is the sum of, as far as a table has them.
  ///
  /// What is only part of another row (其中) is in none of them.
  var parts: [BalanceLine] {
    switch self {
    case .supply:
      [
        .openingStock, .primaryProduction, .recoveredSupply, .arrivals, .imports, .refuelledAbroad,
        .departures, .exports, .refuelledHere, .closingStock,
      ]
    case .transformation:
      [
        .thermalPower, .heating, .coalWashing, .coking, .refining, .gasWorks, .liquefaction,
        .coalProcessing, .recovery,
      ]
    case .final: [.primaryIndustry, .secondaryIndustry, .tertiaryIndustry, .residential]
    case .secondaryIndustry: [.industry, .construction]
    case .tertiaryIndustry: [.transport, .trade, .otherServices]
    case .residential: [.urban, .rural]
    default: []
    }
  }

  /// The row that this one is only part of: never more than it.
  var whole: BalanceLine? {
    switch self {
    case .networkLosses: .losses
    case .feedstock: .industry
    default: nil
    }
  }

  /// The part of the balance that a name which stands in several belongs to.
  var section: BalanceLine {
    switch self {
    case .openingStock, .primaryProduction, .recoveredSupply, .arrivals, .imports, .refuelledAbroad,
      .departures, .exports, .refuelledHere, .closingStock:
      .supply
    case .thermalPower, .heating, .coalWashing, .coking, .refining, .gasWorks, .cokeInput,
      .liquefaction, .coalProcessing, .recovery:
      .transformation
    case .networkLosses: .losses
    case .supply, .transformation, .losses, .difference, .consumption: self
    default: .final
    }
  }
}

/// A column of an energy balance: a fuel, or a sum of some.
public enum BalanceFuel: String, CaseIterable, Sendable {
  case coalTotal, rawCoal, cleanedCoal, otherWashedCoal, coalProducts, coke, cokeOvenGas
  case blastFurnaceGas, converterGas, otherGas, otherCokingProducts
  case oilTotal, crudeOil, gasoline, kerosene, dieselOil, fuelOil, liquefiedPetroleumGas
  case refineryGas, otherPetroleum
  case naturalGas, liquefiedNaturalGas, heat, electricity, otherEnergy, total

  /// The columns that a column is the sum of, as far as a table has them; of the total those of a table
  /// in coal equivalent.
  var parts: [BalanceFuel] {
    switch self {
    case .coalTotal: [.rawCoal, .cleanedCoal, .otherWashedCoal, .coalProducts]
    case .oilTotal:
      [
        .crudeOil, .gasoline, .kerosene, .dieselOil, .fuelOil, .liquefiedPetroleumGas, .refineryGas,
        .otherPetroleum,
      ]
    case .total:
      [
        .coalTotal, .coke, .cokeOvenGas, .blastFurnaceGas, .converterGas, .otherGas,
        .otherCokingProducts, .oilTotal, .naturalGas, .liquefiedNaturalGas, .heat, .electricity,
        .otherEnergy,
      ]
    default: []
    }
  }
}

import CityModel
import Diagnostics

extension IndicatorDefinition {
  static let industryCarbonIntensity = Self(
    formula: Text(
      "10 · (D + Σ use · factor / 1000) / V; power, heat and hydrogen with the emissions that the total counts for them",
      "10 ·（D + Σ 用量 · 因子 / 1000）/ V；电、热、氢按总量所计排放"),
    inputs: Text(
      "D = CO₂ of industry by source, burning and processes [Mt]; electricity, heat and hydrogen it uses [PJ], their factors delivered [kg/GJ]; V = `drivers.industry-value-added`, else its subsectors' where all are given in money [10⁹ yuan]. Industry is all that `industry` holds; the plan counts industry above scale (规模以上)",
      "D = 工业燃烧与过程二氧化碳 [Mt]；工业用电、热、氢 [PJ] 及其供应因子 [kg/GJ]；V = `drivers.industry-value-added`，否则为各行业增加值之和（均以金额给出时）[10⁹ 元]。工业指 `industry` 所含全部行业；规划按规模以上工业"
    ),
    source: DefinitionSource.actionPlan, .verified
  ) { model in
    guard model.scenario.accounting.gases.contains(.co2), let added = model.industryValueAdded,
      let direct = model.carbonDioxide({ $0 == .industry })
    else { return nil }
    return (model.deliveredToIndustry.map { direct + $0 } ?? direct).per(added) * 10
  }

  static let industryEnergyIntensity = Self(
    formula: Text(
      "10 · (Σ fuels, heat and hydrogen used + κ · electricity used) / 29.3076 / V, κ as in `energy`; feedstock is in it",
      "10 ·（Σ 燃料、热、氢用量 + κ · 用电量）/ 29.3076 / V，κ 同 `energy`；含原料用能"),
    inputs: Text(
      "final energy of industry [PJ]; V as in `industry-co2-intensity`",
      "工业终端能源 [PJ]；V 同 `industry-co2-intensity`"),
    source: DefinitionSource.actionPlan, .verified
  ) { model in
    guard let added = model.industryValueAdded,
      let all = model.sum(.finalEnergy, where: { $1.sector == .industry })
    else { return nil }
    let power = model.sum(.finalEnergy) { $1.sector == .industry && $0.part == "electricity" }
    let counted = power.map { all + $0 * (EnergyConsumption.coalEquivalent - 1) } ?? all
    return counted.inCoal.per(added) * 10
  }

  static let buildingCarbonPerArea = Self(
    formula: Text("1000 · D / A", "1000 · D / A"),
    inputs: Text(
      "D = CO₂ of burning in buildings [Mt], A = floor area of all building types [million m²]",
      "D = 建筑内燃烧的二氧化碳 [Mt]，A = 全部建筑面积 [百万 m²]"),
    source: DefinitionSource.actionPlan, .verified
  ) { model in
    guard let direct = model.carbonDioxide({ $0 == .buildings }), let area = model.sum(.floorArea)
    else { return nil }
    return direct.per(area) * 1000
  }

  static let greenBuildingShare = Self(
    formula: Text(
      "Σ new floor area · `green` / Σ new floor area, of the building types that give `green`; none in the base year",
      "Σ 新建面积 · `green` / Σ 新建面积，仅含给出 `green` 的建筑类型；基年无值"),
    inputs: Text(
      "floor area built in the year by standard, `buildings.*.green.*`",
      "当年各标准新建面积，`buildings.*.green.*`"),
    source: Text(
      "绿色建筑评价标准 GB/T 50378 and yearly reports of housing offices", "《绿色建筑评价标准》GB/T 50378 及住建部门年报"),
    .generalKnowledge
  ) { model in
    let green = model.energyRows.rows(.greenConstruction) { _, _ in true }
    let types = Set(green.map { model.blueprint.rows[$0].item })
    let built = model.energyRows.rows(.construction) { row, _ in
      types.contains(row.item) && !["existing", "retrofitted"].contains(row.part)
    }
    guard let part = YearlyAmount(sum: green), let whole = YearlyAmount(sum: built) else {
      return nil
    }
    return part.per(whole)
  }

  static let wasteRecycledShare = Self(
    formula: Text(
      "waste recycled / all waste collected; composting is not in it", "回收利用量 / 清运总量；不含堆肥"),
    inputs: Text(
      "`waste.generation`, `waste.treatment.*`", "`waste.generation`、`waste.treatment.*`"),
    source: Text("plans for sorting household waste", "生活垃圾分类有关规划"), .generalKnowledge
  ) { model in
    let recycled = model.sum(.wasteTreated) { row, _ in
      row.part == WasteTreatment.recycling.rawValue
    }
    return model.sum(.wasteTreated).flatMap { recycled?.per($0) }
  }
}

extension IndicatorModel {
  /// The emissions of electricity, heat and hydrogen that industry uses [Mt].
  fileprivate var deliveredToIndustry: YearlyAmount? {
    let parts = ["electricity", "heat", "hydrogen"].compactMap { carrier -> YearlyAmount? in
      let used = sum(.finalEnergy) { $1.sector == .industry && $0.part == carrier }
      let factor = sum(.deliveredFactor) { row, _ in row.part == carrier }
      guard let used, let factor else { return nil }
      return used.times(factor) * 1e-3
    }
    return parts.dropFirst().reduce(parts.first) { sum, part in sum.map { $0 + part } }
  }
}

import CityModel
import Diagnostics

extension Text {
  fileprivate static let carbonDioxide = Text(
    "CO₂ by source, fossil and from processes, less what is captured, with credited biogenic capture below zero; scope 2 by the method of `accounting` where the total counts it",
    "分排放源二氧化碳（化石燃料与工业过程），扣除捕集量，计入的生物质碳捕集为负值；总量计入范围二时按 `accounting` 的方法计入")
}

extension IndicatorDefinition {
  static let carbonGross = Self(
    formula: Text(
      "Σ CO₂ of the five sectors (+ scope 2 where the total counts it); CO₂ alone, whatever gases the total counts",
      "Σ 五部门二氧化碳（总量计入范围二时加范围二）；仅计二氧化碳，与总量所含气体无关"),
    inputs: .carbonDioxide, source: DefinitionSource.assessment, .secondary
  ) { $0.grossCarbonDioxide }

  static let carbonNet = Self(
    formula: Text("`co2-gross` − `sinks`", "`co2-gross` − `sinks`"),
    inputs: Text("`co2-gross`, CO₂ of `sinks`", "`co2-gross`、`sinks` 的二氧化碳"),
    source: DefinitionSource.assessment, .secondary
  ) { model in
    guard let gross = model.grossCarbonDioxide else { return nil }
    return model.land.map { gross + $0 } ?? gross
  }

  static let carbonIntensity = Self(
    formula: Text("10 · E / G", "10 · E / G"),
    inputs: Text(
      "E = `co2-gross` [Mt], G = GDP at prices of the base year [10⁹ yuan] (`drivers.gdp`)",
      "E = `co2-gross` [Mt]，G = 基年不变价地区生产总值 [10⁹ 元]（`drivers.gdp`）"),
    source: DefinitionSource.actionPlan, .verified
  ) { model in
    guard let gross = model.grossCarbonDioxide, let product = model.driver("gdp") else {
      return nil
    }
    return (gross * 10).per(product)
  }

  static let carbonPerPerson = Self(
    formula: Text("E / P", "E / P"),
    inputs: Text(
      "E = `co2-gross` [Mt], P = resident population [million] (`drivers.population`)",
      "E = `co2-gross` [Mt]，P = 常住人口 [百万人]（`drivers.population`）"),
    source: Text("usual in plans and comparisons of cities", "规划与城市比较的通行指标"), .generalKnowledge
  ) { model in
    guard let gross = model.grossCarbonDioxide, let people = model.driver("population") else {
      return nil
    }
    return gross.per(people)
  }

  static let carbonPerEnergy = Self(
    formula: Text(
      "E / C, of the whole city; zero-carbon parks need at most 0.20 (0.2–1 Mtce) or 0.30 (1 Mtce and more)",
      "E / C，全市口径；零碳园区要求不高于 0.20（20–100 万吨标准煤）或 0.30（100 万吨标准煤及以上）"),
    inputs: Text(
      "E = `co2-gross` [Mt], C = `energy` [Mtce]", "E = `co2-gross` [Mt]，C = `energy` [Mtce]"),
    source: Text(
      "Zero-carbon parks, 发改环资〔2025〕910号, thresholds known from a blog; whether its tce count electricity as coal-equivalent was not found",
      "零碳园区，发改环资〔2025〕910号，阈值据博客；其能耗中电力按等价值或当量值折算未查到"), .secondary
  ) { model in model.grossCarbonDioxide.map { $0.per(model.energy { $0.total }.inCoal) } }

  static let sinks = Self(
    formula: Text("− Σ CO₂ of `sinks`: what land takes up", "− Σ `sinks` 的二氧化碳：土地吸收量"),
    inputs: Text("CO₂ of the sources under `sinks`", "`sinks` 各项的二氧化碳"),
    source: Text("IPCC 2006 Guidelines, vol. 4", "IPCC 2006 指南第 4 卷"), .generalKnowledge
  ) { $0.land.map { $0 * -1 } }

  static let budgetUsed = Self(
    formula: Text(
      "Σ from the budget's first year to this one of the total it is of / its limit; of the first budget among the targets whose years hold this year, which begin within the run",
      "自预算首年至当年其所指总量之和 / 预算上限；取年份含当年（且起于模拟期内）的首个预算目标"),
    inputs: Text(
      "budgets of `targets`, gross or net emissions with the gases that the total counts",
      "`targets` 中的预算目标，按总量所含气体计的总排放或净排放"),
    source: Text(
      "dual control of carbon: provincial and municipal budgets (碳排放双控); how a year is counted is ours",
      "碳排放双控：省市碳预算；逐年计法为本程序自定"), .own
  ) { $0.budgetUsed }
}

extension IndicatorModel {
  /// A budget for emissions.
  private struct Budget: Sendable {
    let years: ClosedRange<Int>
    let limit: Double
    let row: Int
  }

  /// The part of a budget that is used by the end of each year.
  fileprivate var budgetUsed: YearlyAmount? {
    let run = blueprint.years
    let budgets = scenario.targets.compactMap { target -> Budget? in
      guard case .total(let account) = target.aim.subject,
        case .sum(let limit, let years) = target.aim.condition, limit > 0,
        run.contains(years.lowerBound)
      else { return nil }
      let line: TotalItem = account == .gross ? .gross : .net
      return Budget(years: years, limit: limit, row: blueprint.row(of: line))
    }
    guard !budgets.isEmpty else { return nil }
    return YearlyAmount(rows: Set(budgets.map(\.row))) { read in
      run.map { year in
        guard let budget = budgets.first(where: { $0.years.contains(year) }) else { return nil }
        let first = budget.years.lowerBound - run.lowerBound
        let used = read(budget.row)[first...(year - run.lowerBound)].reduce(0, +)
        return used / budget.limit
      }
    }
  }
}

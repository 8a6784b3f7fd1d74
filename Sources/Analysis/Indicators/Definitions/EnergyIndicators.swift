import CityModel
import Diagnostics

/// Where definitions of energy come from.
extension Text {
  fileprivate static let statistics = Text(
    "National Bureau of Statistics, 能源统计报表制度: electricity at the coal that makes it, here 0.30 kgce/kWh; heat values GB/T 2589-2020",
    "国家统计局《能源统计报表制度》：电力按发电煤耗折算，此处取 0.30 kgce/kWh；热值见 GB/T 2589-2020")
  fileprivate static let consumption = Text(
    "imports of carriers (`energy-balance.csv`), electricity made without fossil fuel N, bought I and delivered outside X, heat and hydrogen bought H",
    "各能源品种的外地调入（`energy-balance.csv`），非化石发电 N、外购电 I、外送电 X，外购热与氢 H")
}

extension IndicatorDefinition {
  static let energy = Self(
    formula: Text(
      "C = (fuels − fuels of non-fossil plants + κ · (N + I − X) + H) / 29.3076, κ = 0.30 · 29.3076 / 3.6; feedstock is in it",
      "C =（燃料 − 非化石电厂燃料 + κ ·（N + I − X）+ H）/ 29.3076，κ = 0.30 · 29.3076 / 3.6；含原料用能"),
    inputs: .consumption, source: .statistics, .generalKnowledge
  ) { $0.energy { $0.total }.inCoal }

  static let energyCalorific = Self(
    formula: Text(
      "as `energy` with κ = 1: electricity at its own heat, 0.1228 kgce/kWh (0.1229 in statistics)",
      "同 `energy`，κ = 1：电力按自身热值，0.1228 kgce/kWh（统计取 0.1229）"),
    inputs: .consumption, source: .statistics, .generalKnowledge
  ) { $0.energy { $0.calorific }.inCoal }

  static let energyControlled = Self(
    formula: Text(
      "C − F − M / 29.3076; F as in `non-fossil-share`, with nuclear power, which a scenario does not tell from renewables; all years' renewables, not those added since 2020 alone",
      "C − F − M / 29.3076；F 同 `non-fossil-share`，含核电（情景不区分核电与可再生能源）；扣除全部可再生能源，而非仅 2020 年以来新增部分"),
    inputs: Text(
      "C and F; M = coal, oil and gas of industry whose carbon stays in products: Σ energy of a use · its `carbon-stored`",
      "C 与 F；M = 工业中碳固定在产品中的煤、油、气：Σ 用能环节能耗 · `carbon-stored`"),
    source: Text(
      "发改环资〔2022〕803号 (feedstock: all that is raw material, carbon that is emitted later too) and the notice of three offices of 2022-11-16 (renewable electricity added since 2020), seen in copies",
      "发改环资〔2022〕803号（原料用能：全部用作原料者，含其碳随后排放者）、三部门 2022-11-16 通知（2020 年以来新增可再生能源电力），据转载文本"),
    .secondary
  ) { model in
    guard let nonFossil = model.nonFossil else { return nil }
    let fossil = model.energy { $0.total } - nonFossil
    return (model.sum(.feedstock).map { fossil - $0 } ?? fossil).inCoal
  }

  static let energyIntensity = Self(
    formula: Text("10 · C / G", "10 · C / G"),
    inputs: Text(
      "C = `energy` [Mtce], G = GDP at prices of the base year [10⁹ yuan] (`drivers.gdp`)",
      "C = `energy` [Mtce]，G = 基年不变价地区生产总值 [10⁹ 元]（`drivers.gdp`）"),
    source: DefinitionSource.actionPlan, .verified
  ) { model in model.driver("gdp").map { (model.energy { $0.total }.inCoal * 10).per($0) } }

  static let nonFossilShare = Self(
    formula: Text(
      "F / C, F = (κ · (N + Σ imports · non-fossil share) · (1 − X / (P + I)) + biomass and renewable carriers) / 29.3076: the coal-equivalent rule",
      "F / C，F =（κ ·（N + Σ 外购电 · 非化石占比）·（1 − X /（P + I））+ 生物质与可再生能源品种）/ 29.3076：等价值规则"),
    inputs: Text(
      "C, N, I, X and κ of `energy`; P = electricity made in the city; `energy.electricity.imports.*.non-fossil-share`, of every contract",
      "`energy` 的 C、N、I、X、κ；P = 本地发电量；各外来电的 `energy.electricity.imports.*.non-fossil-share`"),
    source: DefinitionSource.actionPlan, .verified
  ) { model in model.nonFossil.map { $0.per(model.energy { $0.total }) } }

  static let coal = consumption(
    of: "coal", Text("coal", "煤类"),
    Text(
      "burnt, transformed and as feedstock; coke that is bought is in it",
      "燃烧、加工转换与原料；含外购焦炭"))

  static let coalMass = mass(of: "coal", Text("coal", "煤类"))

  static let oil = consumption(
    of: "oil", Text("oil", "油类"),
    Text(
      "fuel and feedstock, with that of aviation and ships as the scenario counts them",
      "燃料与原料；航空与船舶按情景核算范围计入"))

  static let oilMass = mass(of: "oil", Text("oil", "油类"))

  /// What is used of a family of carriers, in coal equivalent.
  private static func consumption(
    of kind: String, _ family: Text, _ counted: Text
  ) -> Self {
    Self(
      formula: Text(
        "Σ imports of \(family) carriers / 29.3076: \(counted)",
        "Σ \(family)品种调入 / 29.3076：\(counted)"),
      inputs: Text(
        "imports of carriers of `kind: \(kind)` (`energy-balance.csv`)",
        "`kind: \(kind)` 品种的外地调入（`energy-balance.csv`）"),
      source: DefinitionSource.assessment, .secondary
    ) { $0.used(kind)?.inCoal }
  }

  /// What is used of a family of carriers, as it is weighed.
  private static func mass(of kind: String, _ family: Text) -> Self {
    Self(
      formula: Text(
        "Σ imports of \(family) carriers / heating value; none in a year in which one without heating value is used",
        "Σ \(family)品种调入 / 低位发热量；若某年使用了未给热值的品种，则该年无值"),
      inputs: Text(
        "imports of carriers of `kind: \(kind)`, `carriers.*.heating-value`",
        "`kind: \(kind)` 品种的外地调入，`carriers.*.heating-value`"),
      source: DefinitionSource.assessment, .secondary
    ) { $0.mass(kind) }
  }
}

extension IndicatorDefinition {
  static let electricity = Self(
    formula: Text(
      "(production + imports − exports) / 3.6: users, losses of the grid and of storage; plants' own use is not in it, capacities and yields being net",
      "（本地发电 + 外来电 − 外送电）/ 3.6：用户用电、线损与储能损耗；装机与出力为净值，故不含厂用电"),
    inputs: Text("the balance of electricity (`energy-balance.csv`)", "电力平衡（`energy-balance.csv`）"),
    source: Text(
      "statistics of the National Energy Administration, which count plants' own use beside",
      "国家能源局统计口径（其中另含厂用电）"), .generalKnowledge
  ) { model in
    guard let made = model.electricity(.production), let bought = model.electricity(.imports),
      let sold = model.electricity(.exports)
    else { return nil }
    return (made + bought - sold) * (1 / 3.6)
  }

  static let electrification = Self(
    formula: Text(
      "final electricity / Σ final energy of all carriers, each at its own heat (calorific); feedstock is in it",
      "终端用电 / Σ 各品种终端能源，均按自身热值（当量值）；含原料用能"),
    inputs: Text("final use of carriers (`energy-balance.csv`)", "各品种终端消费（`energy-balance.csv`）"),
    source: Text("words of the plans: electricity in final energy", "规划用语：电能占终端能源消费比重"),
    .generalKnowledge
  ) { model in
    let whole = model.sum(.balance) { row, _ in row.part == BalanceItem.final.rawValue }
    return whole.flatMap { whole in model.electricity(.final)?.per(whole) }
  }

  static let cleanPowerShare = Self(
    formula: Text(
      "non-fossil electricity made / all electricity made in the city; waste to energy is clean only where its carrier's `fossil-share` is 0",
      "本地非化石发电量 / 本地全部发电量；垃圾发电仅当其燃料 `fossil-share` 为 0 时计为清洁"),
    inputs: Text(
      "electricity that plants deliver, combined heat and power with them; their fuels and `carriers.*.fossil-share`",
      "各电厂（含热电联产）供电量；其燃料与 `carriers.*.fossil-share`"),
    source: DefinitionSource.assessment, .secondary
  ) { model in
    let made = model.sum(.plantOutput) { row, _ in row.part == "electricity" }
    let clean = YearlyAmount(sum: model.energyRows.made + model.energyRows.madeBesideHeat)
    return made.map { made in (clean ?? made * 0).per(made) }
  }
}

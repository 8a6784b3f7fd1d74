extension DiagnosticCode {
  /// What is odd with what was observed, and with a city beside others.
  static let history: [Self] = [
    .unlikeAccounts, .historyAgainstDrivers, .inventoryDistance, .unusualValue, .factorOfOne,
    .madeUpHistory,
  ]

  package static let unlikeAccounts = Self(
    "unlike-accounts",
    meaning: Text(
      "two emissions that are held against each other count different things",
      "相互对照的两项排放口径不同"),
    cure: Text(
      "Say of both which total and scopes they count (`account:`, `scopes:`), or compare like with like.",
      "为两者注明口径（`account:`、`scopes:`），或改为同口径比较。"),
    example: "accounting: {scopes: [1]}\nhistory: {emissions: {2020: 27 Mt, scopes: [1, 2]}}")

  package static let historyAgainstDrivers = Self(
    "history-against-drivers",
    meaning: Text(
      "what was observed and what drives the run differ in a year that both have",
      "同一年份的观测值与驱动因素不一致"),
    cure: Text(
      "Bring both to one base: GDP at the prices of the base year, the same population (permanent residents).",
      "统一两者口径：GDP 用基准年不变价，人口用同一口径（如常住人口）。"),
    example: "history: {gdp: {2019: 1400 亿元, 2020: 1450 亿元}}")

  package static let inventoryDistance = Self(
    "inventory-distance",
    meaning: Text(
      "a base year further than 2 % from what was reported", "基年结果与报告值相差超过 2%"),
    cure: Text(
      "Compare sector by sector with the inventory; the largest gap mostly is one activity or one factor.",
      "与清单逐部门核对；最大的差距多半来自某项活动水平或排放因子。"),
    example: "history: {emissions: {2020: 40 Mt}}")

  package static let unusualValue = Self(
    "unusual-value",
    meaning: Text(
      "a value per person or per GDP, or of supply or a sink, far from all places known",
      "人均、单位 GDP、电源或碳汇数值远离已知地区"),
    cure: Text(
      "Check the unit and its power of ten first. If the city really is like that, nothing.",
      "先核对单位（万、亿、人均）。若本市确实如此，则不必理会。"),
    example: "drivers: {gdp: {2020: 29000 亿元}}")

  package static let factorOfOne = Self(
    "factor-of-one",
    meaning: Text("an emission factor of exactly 1", "排放因子恰为 1"),
    cure: Text(
      "Put in the real factor; 1 mostly stands where one was forgotten.",
      "填入真实的排放因子；恰为 1 多半是忘了填。"),
    example: "energy: {electricity: {imports: {regional-grid: {factor: {2020: 1 kg/kWh}}}}}")

  package static let madeUpHistory = Self(
    "made-up-history",
    meaning: Text("observed values that look made up", "观测值疑似编造"),
    cure: Text(
      "Take the values from the source again, and leave out the years that it lacks: gaps are kept.",
      "从来源重新取数，来源缺的年份留空：空缺会保留。"),
    example:
      "history: {emissions: {unit: Mt, 2016: 20, 2017: 21, 2018: 22.05, 2019: 23.1525, 2020: 24.310125}}"
  )
}

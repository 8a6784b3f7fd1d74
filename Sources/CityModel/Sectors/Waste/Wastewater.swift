import Diagnostics

/// Domestic wastewater (MODEL §7).
///
/// ```text
/// CH₄ = P · BOD · (1 − sludge) · B₀ · MCF · (1 − R)      [million people · kg/person = kt]
/// N₂O = P · N · EF · 44/28
/// ```
///
/// BOD counts what industry sends down the same sewers (the guidelines' factor I); methane that is
/// caught and burnt is sewage gas, R.
///
/// Source: IPCC 2006 Guidelines, vol. 5, ch. 6, eq. 6.1–6.3, 6.7 and 6.8; R here a share of what forms.
struct Wastewater: Sendable {
  private let population: ParameterIndex
  private let load: ParameterIndex
  private let sludge: ParameterIndex
  private let potential: ParameterIndex
  private let correction: ParameterIndex
  private let recovery: ParameterIndex
  private let nitrogen: ParameterIndex
  private let factor: ParameterIndex
  private let source: EmissionSource

  init?(_ compiler: inout BlueprintCompiler, _ waste: ParameterPath, _ drivers: DriverSet) {
    let path = waste / .wastewater
    guard compiler.has(path / .organicLoad) else { return nil }
    population = drivers.population
    load = compiler.parameter(path / .organicLoad)
    sludge = compiler.parameter(path / .sludge)
    potential = compiler.parameter(path / .methanePotential)
    correction = compiler.parameter(path / .correction)
    recovery = compiler.parameter(path / .recovery)
    nitrogen = compiler.parameter(path / .nitrogen)
    factor = compiler.parameter(path / .nitrousOxide)
    source = EmissionSource(&compiler, item: compiler.item(path, .waste, .waste))
  }

  /// Treats and discharges the year's wastewater.
  func compute(_ context: YearContext) {
    let people = context[population]
    let digested = people * context[load] * (1 - context[sludge])
    let formed = digested * context[potential] * context[correction]
    context[source.biogenicMethane] += formed * (1 - context[recovery])
    context[source.nitrousOxide] +=
      people * context[nitrogen] * context[factor] * (44.0 / 28)
  }

  static let schema = GroupDeclaration(
    Text("domestic wastewater (IPCC 2006 vol. 5 ch. 6)", "生活污水"),
    fields: [
      perPerson(
        .organicLoad,
        Text(
          "degradable organics (BOD) per person and year, with those of industry", "人均有机负荷（BOD）"),
        upTo: 200),
      .parameter(
        .sludge,
        .share(Text("part of it removed as sludge", "以污泥形式去除的比例"), presence: .defaulted(0))),
      .parameter(
        .methanePotential,
        ParameterDeclaration(
          Text("methane per BOD at most (B0)", "甲烷最大产生潜力（B0）"), Reading("1", 0...2),
          presence: .defaulted(0.6))),
      .parameter(
        .correction,
        .share(
          Text("methane correction factor (MCF), the mean of the treatments", "甲烷修正因子（MCF）"))),
      .parameter(
        .recovery,
        .share(
          Text("methane caught and burnt (sewage gas)", "甲烷回收率（沼气利用）"), presence: .defaulted(0))),
      perPerson(
        .nitrogen, Text("nitrogen discharged per person and year", "人均氮排放量"), upTo: 50),
      .parameter(
        .nitrousOxide,
        .share(
          Text("nitrous oxide nitrogen per nitrogen discharged", "氧化亚氮排放因子（N2O-N/N）"),
          presence: .defaulted(0.005))),
    ])

  private static func perPerson(
    _ key: Key, _ meaning: Text, upTo limit: Double
  ) -> FieldDeclaration {
    .parameter(
      key,
      ParameterDeclaration(
        meaning, Reading("kg/person", 0...limit, synonyms: ["kg/person/yr"])))
  }
}

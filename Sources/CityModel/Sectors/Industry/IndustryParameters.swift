import Diagnostics

extension Industry {
  /// What a scenario may say of industry (MODEL §4).
  static let schema = GroupDeclaration(
    Text("industry by subsector", "工业（按行业）"),
    members: MemberDeclaration(Text("subsector", "行业"), element: .group(subsector)))

  private static let subsector = GroupDeclaration(
    Text("an industrial subsector", "工业行业"), isNamed: true,
    fields: [
      .choice(
        .driver,
        ChoiceDeclaration(
          Text("the driver that activity is counted against", "产量所依据的驱动因素"),
          .id(.keys(of: "drivers")))),
      .parameter(
        .activity,
        ParameterDeclaration(
          Text(
            "output in tonnes, value added in yuan, or value added as a share of GDP",
            "产量（吨）、增加值（元）或占 GDP 的份额"),
          Reading("Mt", 0...1e5, synonyms: ["Mt/yr"]),
          Reading(.money, "GCNY", 0...1e6, synonyms: ["GCNY/yr"]), Reading(.perProduct, "1", 0...1),
          Reading(.perNamedDriver, "t", 0...1e12))),
      .parameter(
        .relocation,
        .share(
          Text(
            "share of the activity moved out of the city; what it would have emitted is a memo",
            "外迁的产量份额（其排放另列备忘）"), presence: .defaulted(0))),
      .parameter(
        .leakageFactor,
        ParameterDeclaration(
          Text(
            "what moved activity emits where it goes, against what it would have emitted here",
            "外迁后排放与留在本地排放之比"),
          Reading("1", 0...10), presence: .defaulted(1))),
      .group(
        .routes,
        GroupDeclaration(
          Text("production routes", "工艺路线"), isRequired: true,
          members: MemberDeclaration(
            Text("route", "工艺路线"), sum: .field(.share), isRequired: true,
            element: .group(route)))),
    ])

  private static let route = GroupDeclaration(
    Text("a production route", "工艺路线"), isNamed: true,
    fields: [
      .parameter(
        .share,
        .share(Text("share of the subsector's activity", "占行业产量的份额"), presence: .defaulted(1))),
      .group(
        .uses,
        GroupDeclaration(
          Text("uses of energy", "用能环节"),
          members: MemberDeclaration(Text("use", "用能环节"), element: .group(use)))),
      perActivity(
        .process, Text("process CO2 per activity", "单位产量过程排放"), unit: .carbon, upTo: 20),
      .parameter(
        .processSubstitution,
        .share(
          Text("process emissions avoided by other raw materials", "原料替代减少的过程排放"),
          presence: .defaulted(0))),
      perActivity(
        .processMethane, Text("process methane per activity", "单位产量过程甲烷"), unit: .gas,
        upTo: 1000),
      perActivity(
        .processNitrousOxide, Text("process nitrous oxide per activity", "单位产量过程氧化亚氮"),
        unit: .gas, upTo: 1000),
      perActivity(
        .processFluorinatedGases,
        Text("process HFCs, PFCs, SF6 and NF3 per activity, as CO2e", "单位产量含氟气体排放（CO2 当量）"),
        unit: .carbon, upTo: 1000, presence: .optional),
      .group(.capture, captureSchema(needsHeat: true)),
      .routeCost, .priceElasticity,
    ])

  private static let use = GroupDeclaration(
    Text("a use of energy", "用能环节"), isNamed: true,
    fields: [
      .parameter(
        .intensity,
        ParameterDeclaration(
          Text("energy needed per activity", "单位产量能耗"),
          Reading("GJ/t", 0...10_000), .beside(.money, "GJ/kCNY", 0...10_000),
          .beside(.perProduct, "GJ/kCNY", 0...10_000),
          .beside(.perNamedDriver, "GJ/t", 0...10_000),
          sharesReadingWith: SiblingReference(.activity, up: 4))),
      .group(
        .carriers,
        GroupDeclaration(
          Text("carriers that meet the need, shares of the need", "能源构成"), isRequired: true,
          members: MemberDeclaration(
            Text("carrier", "能源品种"), ids: .carrier, sum: .members, isRequired: true,
            element: .parameter(.share(Text("share of the energy needed", "占用能需求的份额")))))),
      .group(
        .efficiency,
        GroupDeclaration(
          Text("energy needed per final energy, where it is not 1", "各能源的效率（缺省为 1）"),
          members: MemberDeclaration(
            Text("carrier", "能源品种"), ids: .relative(.carriers, up: 1),
            element: .parameter(
              ParameterDeclaration(
                Text("energy needed per final energy of the carrier", "该能源的效率"),
                Reading("1", 0.01...15)))))),
      .parameter(
        .carbonStored,
        .share(
          Text("carbon that stays in the product (feedstock)", "固定在产品中的碳（原料用能）"),
          presence: .defaulted(0))),
    ])

  private enum AmountUnit { case carbon, gas }

  private static func perActivity(
    _ key: Key, _ meaning: Text, unit: AmountUnit, upTo limit: Double,
    presence: ParameterDeclaration.Presence = .defaulted(0)
  ) -> FieldDeclaration {
    let (perTonne, perMoney) =
      switch unit {
      case .carbon: ("tCO2/t", "kgCO2/CNY")
      case .gas: ("kg/t", "g/CNY")
      }
    let synonyms = unit == .carbon ? ["t/t"] : []
    return .parameter(
      key,
      ParameterDeclaration(
        meaning, Reading(perTonne, 0...limit, synonyms: synonyms),
        .beside(.money, perMoney, 0...limit), .beside(.perProduct, perMoney, 0...limit),
        .beside(.perNamedDriver, perTonne, 0...limit, synonyms: synonyms),
        presence: presence, sharesReadingWith: SiblingReference(.activity, up: 2)))
  }
}

/// The capture of CO₂ and what it needs, as industry, hydrogen and power plants declare it.
///
/// `captured = coverage · rate · gross`
func captureSchema(needsHeat: Bool) -> GroupDeclaration {
  let heat = FieldDeclaration.parameter(
    .heat,
    ParameterDeclaration(
      Text("heat needed per CO2 captured", "单位捕集量耗热"),
      Reading("GJ/tCO2", 0...20, synonyms: ["GJ/t"])))
  return GroupDeclaration(
    Text("carbon capture", "碳捕集"),
    fields: [
      .parameter(
        .coverage, .share(Text("share of the emissions that pass a capture unit", "覆盖率"))),
      .parameter(.rate, .share(Text("share of the passing CO2 that is captured", "捕集率"))),
      .parameter(
        .electricity,
        ParameterDeclaration(
          Text("electricity needed per CO2 captured", "单位捕集量耗电"),
          Reading("GJ/tCO2", 0...5, synonyms: ["GJ/t"]), countsElectricity: true)),
      .perCarbonDioxide(.cost, Text("capture of CO2, without its energy", "捕集成本（不含能耗）")),
    ] + (needsHeat ? [heat] : []))
}

import Diagnostics

extension Waste {
  /// What a scenario may say of waste (MODEL §7).
  static let schema = GroupDeclaration(
    Text("municipal solid waste", "生活垃圾"),
    fields: [
      .parameter(
        .generation,
        ParameterDeclaration(
          Text("waste collected, in all or per person", "清运量（总量或人均）"),
          Reading("Mt", 0...1e4, synonyms: ["Mt/yr"]),
          Reading(.perPerson, "t/person", 0...20, synonyms: ["t/person/yr"]))),
      .group(
        .treatment,
        GroupDeclaration(
          Text("where the waste goes", "处理方式构成"), isRequired: true, fieldsSumToOne: true,
          fields: [Key.landfill, .incineration, .composting, .recycling].map {
            .parameter(
              $0,
              .share(
                Text("share treated by \($0.word)", "处理份额（\($0.word)）"), presence: .defaulted(0)))
          })),
      .group(.incineration, incineration),
      .group(.landfill, landfill),
      .group(.wastewater, Wastewater.schema),
      .group(
        .composting,
        GroupDeclaration(
          Text("composting", "堆肥"),
          fields: [
            gas(.methane, Text("methane per waste composted", "单位堆肥量甲烷"), required: true),
            gas(
              .nitrousOxide, Text("nitrous oxide per waste composted", "单位堆肥量氧化亚氮"),
              required: true),
          ])),
    ])

  private static let incineration = GroupDeclaration(
    Text("incineration", "焚烧"),
    fields: [
      .parameter(
        .carbonContent,
        .share(Text("carbon in the waste, by wet mass", "垃圾含碳率（湿基）"))),
      .parameter(.fossilShare, .share(Text("fossil part of that carbon", "碳中的化石部分"))),
      .parameter(
        .oxidation, .share(Text("carbon that is oxidised", "碳氧化率"), presence: .defaulted(1))),
      gas(.methane, Text("methane per waste burnt", "单位焚烧量甲烷"), required: false),
      gas(.nitrousOxide, Text("nitrous oxide per waste burnt", "单位焚烧量氧化亚氮"), required: false),
    ])

  private static let landfill = GroupDeclaration(
    Text("landfill, first-order decay (IPCC 2006 vol. 5 ch. 3)", "填埋（一阶衰减法）"),
    fields: [
      .parameter(
        .degradableCarbon,
        .share(Text("degradable organic carbon in the waste (DOC)", "可降解有机碳（DOC）"))),
      .parameter(
        .dissimilated,
        .share(Text("part of it that decomposes (DOCf)", "实际分解比例（DOCf）"), presence: .defaulted(0.5))
      ),
      .parameter(
        .correction,
        .share(Text("methane correction factor (MCF)", "甲烷修正因子（MCF）"), presence: .defaulted(1))),
      .parameter(
        .methaneFraction,
        .share(Text("methane in landfill gas (F)", "填埋气甲烷比例（F）"), presence: .defaulted(0.5))),
      .parameter(
        .decay,
        ParameterDeclaration(
          Text("decay rate (k)", "衰减速率（k）"), Reading("1/yr", 0.001...2),
          time: .constant)),
      .parameter(
        .recovery,
        .share(Text("methane recovered and burnt (R)", "甲烷回收率（R）"), presence: .defaulted(0))),
      .parameter(
        .oxidation,
        .share(Text("methane oxidised in the cover (OX)", "覆盖层氧化率（OX）"), presence: .defaulted(0))),
      .parameter(
        .wasteInPlace,
        ParameterDeclaration(
          Text(
            "decomposable carbon in the landfill in the base year; absent: in balance with the base year's deposit",
            "基年填埋场内可分解碳；缺省为与基年填埋量平衡"),
          Reading("Mt", 0...1e4), presence: .optional, time: .baseYear)),
    ])

  private static func gas(_ key: Key, _ meaning: Text, required: Bool) -> FieldDeclaration {
    .parameter(
      key,
      ParameterDeclaration(
        meaning, Reading("kg/t", 0...1000), presence: required ? .required : .defaulted(0)))
  }
}

import Diagnostics

extension Energy {
  /// What a scenario may say of energy supply (MODEL §6).
  static let schema = GroupDeclaration(
    Text("energy supply", "能源供应"),
    fields: [
      .group(.electricity, electricity),
      .group(.heat, heat),
      .group(.hydrogen, hydrogen),
      .group(
        .carbonStorage,
        GroupDeclaration(
          Text("geological storage of CO2", "二氧化碳地质封存"),
          fields: [
            .parameter(
              .injectionLimit,
              ParameterDeclaration(
                Text(
                  "CO2 that can be stored in a year; what exceeds it is not captured; absent: no limit",
                  "年封存上限；超出部分不捕集；缺省为无上限"),
                Reading("MtCO2", 0...1e5, synonyms: ["Mt", "Mt/yr", "MtCO2/yr"]),
                presence: .optional)),
            .perCarbonDioxide(.cost, Text("transport and storage of CO2", "二氧化碳输送与封存成本")),
          ])),
    ])

  private static let loss = FieldDeclaration.parameter(
    .loss,
    ParameterDeclaration(
      Text("loss between supply and user, as a share of supply", "输配损失占供应量的份额"),
      Reading("1", 0...0.9)))

  private static let electricity = GroupDeclaration(
    Text("electricity", "电力"),
    fields: [
      loss,
      .choice(
        .dispatch,
        ChoiceDeclaration(
          Text(
            "how plants are called: by the year, or by the hour of representative days",
            "调度方式：逐年，或典型日逐时"),
          .words(["annual", "hourly"]), defaultWord: "annual")),
      .parameter(
        .exports,
        ParameterDeclaration(
          Text("electricity delivered outside the city", "外送电量"),
          Reading("PJ", 0...1e5, synonyms: ["PJ/yr"]), presence: .defaulted(0),
          countsElectricity: true)),
    ] + hourly + [
      .group(
        .technologies,
        GroupDeclaration(
          Text("power plants in the city", "本地电源"),
          members: MemberDeclaration(
            Text("power technology", "发电技术"), element: .group(powerTechnology)))),
      .group(
        .imports,
        GroupDeclaration(
          Text(
            "electricity from outside; one import without `energy` balances the rest",
            "外来电；其中一项不写 energy，用于平衡"),
          isRequired: true,
          members: MemberDeclaration(
            Text("import", "外来电"), isRequired: true, element: .group(importContract)))),
    ])

  private static let powerTechnology = GroupDeclaration(
    Text("a power technology", "发电技术"), isNamed: true,
    fields: [
      .choice(
        .role,
        ChoiceDeclaration(
          Text("whether it runs as it can, as it must, or as it is needed", "出力方式"),
          .words(["variable", "must-run", "dispatchable"]), isRequired: true)),
      .choice(
        .fuel,
        ChoiceDeclaration(Text("what it burns, if anything", "燃料"), .id(.keys(of: "carriers")))),
      .parameter(
        .capacity,
        ParameterDeclaration(Text("net capacity", "装机容量"), Reading("GW", 0...1e4))),
      .parameter(
        .capacityFactor,
        .share(
          Text("full-load share of the year: what it yields, or at most may run", "容量系数（年利用率）"))),
      .parameter(
        .efficiency,
        ParameterDeclaration(
          Text("electricity per fuel", "发电效率"), Reading("1", 0.01...1), presence: .optional)),
      .parameter(
        .merit,
        ParameterDeclaration(
          Text("rank among dispatchable plants; the lowest runs first", "调度次序（小者先发）"),
          Reading("1", 0...1e6), presence: .optional, time: .constant)),
      .parameter(
        .availability,
        .share(
          Text(
            "part of the capacity that a dispatchable plant can run at in any hour; absent, all of it",
            "可用率：可调度电源任一时刻可用的容量份额；缺省为全部"),
          presence: .optional)),
      profile(
        Text("when a variable or must-run plant runs (hourly dispatch)", "出力曲线（逐时调度）")),
      .group(.capture, captureSchema(needsHeat: false)),
      .cost(per: "kW", output: "GJ"),
    ])

  private static let importContract = GroupDeclaration(
    Text("electricity from outside", "外来电"), isNamed: true,
    fields: [
      .parameter(
        .energy,
        ParameterDeclaration(
          Text("electricity bought; absent for the import that balances", "购电量（平衡项不写）"),
          Reading("PJ", 0...1e5, synonyms: ["PJ/yr"]), presence: .optional,
          countsElectricity: true)),
      .parameter(
        .factor,
        ParameterDeclaration(
          Text("CO2 per electricity bought", "电力排放因子"),
          Reading("kgCO2/GJ", 0...500, synonyms: ["kg/GJ"]))),
      .parameter(
        .marketFactor,
        ParameterDeclaration(
          Text(
            "CO2 per electricity in the market-based account (residual mix), where it differs",
            "市场法排放因子（剩余组合）"),
          Reading("kgCO2/GJ", 0...500, synonyms: ["kg/GJ"]), presence: .optional)),
      .choice(
        .line,
        ChoiceDeclaration(
          Text(
            "over the common grid, or a line of its own that keeps its factor in the location-based account",
            "经公共电网或专线（专线在位置法中保留自身因子）"),
          .words(["grid", "dedicated"]), defaultWord: "grid")),
      .parameter(
        .nonFossilShare,
        .share(
          Text("non-fossil part, for the non-fossil share target", "非化石电力占比"), presence: .optional)),
      .importPrice,
      profile(Text("when the contract delivers (hourly dispatch)", "送电曲线（逐时调度）")),
    ])

  private static let heat = GroupDeclaration(
    Text("district heat", "集中供热"),
    fields: [
      loss,
      profile(
        Text(
          "when heat is used and combined heat and power runs (hourly dispatch)",
          "用热与热电联产曲线（逐时调度）")),
      .group(
        .technologies,
        GroupDeclaration(
          Text("heat sources", "热源"), isRequired: true,
          members: MemberDeclaration(
            Text("heat source", "热源"), sum: .field(.share), isRequired: true,
            element: .group(
              plant(extra: [
                .parameter(
                  .powerRatio,
                  ParameterDeclaration(
                    Text(
                      "electricity made per heat; only combined heat and power has one, and burns with the factors of `uses.power`",
                      "热电联产电热比；只有热电联产填写，其燃料采用 `uses.power` 的因子"),
                    Reading("1", 0...5), presence: .optional))
              ]))))),
    ])

  private static let hydrogen = GroupDeclaration(
    Text("hydrogen", "氢"),
    fields: [
      loss,
      .group(
        .routes,
        GroupDeclaration(
          Text("ways to make hydrogen", "制氢路线"), isRequired: true,
          members: MemberDeclaration(
            Text("hydrogen route", "制氢路线"), sum: .field(.share), isRequired: true,
            element: .group(
              plant(extra: [.group(.capture, captureSchema(needsHeat: false))]))))),
    ])

  private static func plant(extra: [FieldDeclaration]) -> GroupDeclaration {
    GroupDeclaration(
      Text("a plant", "供应技术"), isNamed: true,
      alternatives: [.exactlyOne(.carrier, .imported)],
      fields: [
        .parameter(.share, .share(Text("share of the supply", "占供应量的份额"))),
        .choice(
          .carrier, ChoiceDeclaration(Text("what it runs on", "所用能源"), .id(.carrier))),
        .parameter(
          .efficiency,
          ParameterDeclaration(
            Text("output per input; a heat pump's coefficient of performance", "转换效率"),
            Reading("1", 0.01...15), presence: .optional)),
        .group(
          .imported,
          GroupDeclaration(
            Text("bought from outside the city", "从市外购入"),
            fields: [
              .parameter(
                .factor,
                ParameterDeclaration(
                  Text("CO2 per energy bought", "排放因子"),
                  Reading("kgCO2/GJ", 0...500, synonyms: ["kg/GJ"]))),
              .importPrice,
            ])),
        .cost(per: "kW", output: "GJ", needsCapacityFactor: true),
      ] + extra)
  }
}

import Diagnostics

/// What things cost (MODEL §10) and how prices act back on demand (MODEL §9).
enum Costs {
  /// What a scenario may say of money as a whole; the costs of things stand beside the things.
  static let schema = GroupDeclaration(
    Text("costs and prices; without it no costs are counted", "成本与价格；缺省则不核算成本"),
    fields: [
      .parameter(
        .discountRate,
        ParameterDeclaration(
          Text("real discount rate of annuities and present values", "实际折现率"),
          Reading("1", 0...1, synonyms: ["1/yr"]), time: .constant)),
      .parameter(
        .carbonPrice,
        ParameterDeclaration(
          Text("price on emissions the total counts", "碳价"), carbonPrice,
          presence: .defaulted(0))),
      .group(.carbonPriceCoverage, coverage),
      .group(
        .prices,
        GroupDeclaration(
          Text(
            "what users pay for a carrier; of electricity, heat and hydrogen the level of the base year",
            "能源价格；电、热、氢为基年用户价格水平"),
          members: MemberDeclaration(
            Text("carrier", "能源品种"), ids: .carrier, element: .parameter(energyPrice)))),
    ] + market)

  private static let carbonPrice = Reading("CNY/tCO2", 0...1e5, synonyms: ["CNY/t"])

  /// A price of energy.
  static let energyPrice = ParameterDeclaration(
    Text("price per energy, without the price on carbon", "单位能量价格（不含碳价）"),
    Reading("CNY/GJ", 0...1e4))

  private static let coverage = GroupDeclaration(
    Text(
      "part of a sector's emissions that pays the carbon price; 1 where absent", "各部门碳价覆盖率（缺省为 1）"),
    fields: Sector.emitting.map {
      .parameter(
        Key($0.rawValue),
        .share(Text("part of the sector's emissions", "占部门排放的份额"), presence: .optional))
    })

  private static let market: [FieldDeclaration] = [
    .choice(
      .market,
      ChoiceDeclaration(
        Text("whether prices act back on demand and sales", "市场响应"), .words(["off", "on"]),
        defaultWord: "off")),
    .parameter(
      .carbonPriceInPaths,
      ParameterDeclaration(
        Text(
          "carbon price that the scenario's own paths already answer to; demand answers to what is above it",
          "情景路径已包含的碳价；仅对超出部分响应"),
        carbonPrice, presence: .defaulted(0), time: .constant)),
    .group(
      .elasticity,
      GroupDeclaration(
        Text(
          "change of demand per change of the price of its energy; 0 where absent", "需求价格弹性（缺省为 0）"),
        fields: [Key.buildings, .industry, .passenger, .freight].map {
          .parameter($0, .elasticity)
        })),
    .parameter(
      .salesResponse,
      ParameterDeclaration(
        Text(
          "how strongly shares of sales answer to levelised cost: d ln(odds) per cost relative to the mean",
          "新车份额对平准化成本的响应强度（logit 系数，相对平均成本）"),
        Reading("1", 0...100), presence: .defaulted(0), time: .constant)),
  ]
}

import Diagnostics

extension Buildings {
  /// What a scenario may say of buildings (MODEL §3).
  static let schema = GroupDeclaration(
    Text("buildings by type", "建筑（按类型）"),
    members: MemberDeclaration(
      Text("building type", "建筑类型"), element: .group(type)))

  private static let type = GroupDeclaration(
    Text("a building type", "建筑类型"), isNamed: true,
    fields: [
      .choice(
        .class,
        ChoiceDeclaration(
          Text("whether people live or work in it", "居住或公共建筑"),
          .words(["residential", "commercial"]), isRequired: true)),
      .choice(
        .driver,
        ChoiceDeclaration(
          Text("the driver that floor area is counted against", "建筑面积所依据的驱动因素"),
          .id(.keys(of: "drivers")))),
      .parameter(
        .floorArea,
        ParameterDeclaration(
          Text("floor area, in all or per person", "建筑面积（总量或人均）"),
          Reading("million m2", 0...1e6), Reading(.perPerson, "m2/person", 0...1000),
          Reading(.perNamedDriver, "m2", 0...1e12))),
      .lifetime, .pastGrowth,
      .group(
        .construction,
        GroupDeclaration(
          Text("standards of new construction, shares of new floor area", "新建建筑标准构成"),
          isRequired: true,
          members: MemberDeclaration(
            Text("construction standard", "建筑标准"), sum: .members, isRequired: true,
            element: .parameter(
              .share(Text("share of new floor area built to the standard", "占新建面积的份额")))))),
      .group(
        .green,
        GroupDeclaration(
          Text(
            "green buildings among new floor area, by construction standard", "新建面积中的绿色建筑（按建筑标准）"),
          members: MemberDeclaration(
            Text("construction standard", "建筑标准"), ids: .relative(.construction, up: 1),
            element: .parameter(
              .share(Text("part of the standard's new floor area that is green", "该标准新建面积中绿色建筑的份额"))
            )))),
      .parameter(
        .retrofit,
        ParameterDeclaration(
          Text("existing floor area retrofitted each year", "既有建筑年改造率"),
          Reading("1/yr", 0...0.5), presence: .defaulted(0))),
      .parameter(
        .earlyDemolition,
        ParameterDeclaration(
          Text("existing floor area torn down each year before its time", "既有建筑提前拆除率"),
          Reading("1/yr", 0...0.5), presence: .defaulted(0))),
      .group(.cost, cost),
      .group(.embodied, Embodied.schema),
      .group(
        .uses,
        GroupDeclaration(
          Text("end uses of energy", "终端用途"), isRequired: true,
          members: MemberDeclaration(
            Text("end use", "终端用途"), isRequired: true, element: .group(use)))),
    ])

  private static let cost = GroupDeclaration(
    Text("what building and retrofitting cost", "建造与改造成本"),
    fields: [
      .group(
        .construction,
        GroupDeclaration(
          Text("extra cost of a construction standard over the cheapest", "建筑标准的增量成本"),
          members: MemberDeclaration(
            Text("construction standard", "建筑标准"), ids: .relative(.construction, up: 2),
            element: .parameter(
              ParameterDeclaration(
                Text("extra cost per new floor area", "单位新建面积增量成本"),
                Reading("CNY/m2", 0...1e6)))))),
      .parameter(
        .retrofit,
        ParameterDeclaration(
          Text("cost per floor area retrofitted", "单位改造面积成本"), Reading("CNY/m2", 0...1e6),
          presence: .optional)),
    ] + FieldDeclaration.investment)

  private static let use = GroupDeclaration(
    Text("an end use", "终端用途"), isNamed: true,
    fields: [
      .group(
        .need,
        GroupDeclaration(
          Text("useful energy needed per floor area, by class of building", "单位面积有用能需求"),
          isRequired: true,
          members: MemberDeclaration(
            Text("building class", "建筑类别"), ids: .buildingClasses(up: 3), isRequired: true,
            element: .parameter(
              ParameterDeclaration(
                Text("useful energy per floor area and year", "单位面积年有用能需求"),
                Reading("GJ/m2", 0...20, synonyms: ["GJ/m2/yr"])))))),
      .parameter(
        .service,
        ParameterDeclaration(
          Text("service level against the base: indoor temperature, hours of use", "服务水平（相对基准）"),
          Reading("1", 0...5), presence: .defaulted(1))),
      .priceElasticity,
      .group(
        .equipment,
        GroupDeclaration(
          Text("equipment that meets the need, shares of useful energy", "设备构成（按有用能）"),
          isRequired: true,
          members: MemberDeclaration(
            Text("equipment", "设备"), ids: .keys(of: "equipment"), sum: .members,
            isRequired: true,
            element: .parameter(
              .share(Text("share of the useful energy it delivers", "占有用能的份额")))))),
    ])
}

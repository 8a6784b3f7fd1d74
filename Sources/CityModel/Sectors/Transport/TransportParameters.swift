import Diagnostics

extension Transport {
  /// What a scenario may say of transport (MODEL §5).
  static let schema = GroupDeclaration(
    Text("transport", "交通"),
    fields: [
      .group(
        .passenger,
        service(
          Text("passenger transport", "客运"),
          demand: [
            Reading("Gpkm", 0...1e6, synonyms: ["Gpkm/yr"]),
            Reading(
              .perPerson, "km/person", 0...1e6,
              synonyms: ["km", "km/yr", "km/person/yr", "pkm/person/yr"]),
          ],
          load: FieldDeclaration.parameter(
            .occupancy,
            ParameterDeclaration(
              Text("people in a vehicle", "平均载客人数"), Reading("person/vehicle", 0.1...500),
              presence: .optional)),
          perDistance: Reading("MJ/pkm", 0...100))),
      .group(
        .freight,
        service(
          Text("freight transport", "货运"),
          demand: [
            Reading("Gtkm", 0...1e6, synonyms: ["Gtkm/yr"]),
            Reading(.perProduct, "tkm/CNY", 0...1e3),
          ],
          load: FieldDeclaration.parameter(
            .load,
            ParameterDeclaration(
              Text("tonnes on a vehicle, empty runs included", "平均载重（含空驶）"),
              Reading("t/vehicle", 0.01...1000), presence: .optional)),
          perDistance: Reading("MJ/tkm", 0...100))),
    ])

  private static func service(
    _ meaning: Text, demand: [Reading], load: FieldDeclaration, perDistance: Reading
  ) -> GroupDeclaration {
    GroupDeclaration(
      meaning,
      members: MemberDeclaration(
        Text("mode", "交通方式"), sum: .field(.share),
        element: .group(mode(load: load, perDistance: perDistance))),
      fields: [
        .parameter(
          .demand,
          ParameterDeclaration(
            Text("distance travelled or freight moved", "客货运周转量"), readings: demand,
            presence: .optional))
      ])
  }

  private static func mode(load: FieldDeclaration, perDistance: Reading) -> GroupDeclaration {
    GroupDeclaration(
      Text("a mode of transport", "交通方式"), isNamed: true,
      alternatives: [
        .exactlyOne(.energy, .technologies), .exactlyOne(.share, .vehicles, .ownership),
      ],
      fields: [
        .parameter(
          .share,
          .share(
            Text("share of the demand; absent where the fleet is given", "占周转量的份额"),
            presence: .optional)),
        .group(
          .energy,
          GroupDeclaration(
            Text("energy per distance, of a mode without a fleet", "单位周转量能耗（无车队的方式）"),
            members: MemberDeclaration(
              Text("carrier", "能源品种"), ids: .carrier,
              element: .parameter(
                ParameterDeclaration(
                  Text("energy per distance", "单位周转量能耗"), perDistance))))),
        .priceElasticity, load,
      ] + fleet)
  }

  private static let fleet: [FieldDeclaration] = [
    .parameter(
      .vehicles,
      ParameterDeclaration(
        Text("the fleet, where it is given", "车辆保有量（直接给定）"),
        Reading("million vehicles", 0...1000), presence: .optional)),
    .group(.ownership, gompertz),
    .parameter(
      .distance,
      ParameterDeclaration(
        Text("mean distance of a vehicle in a year", "单车年均行驶里程"),
        Reading("1000km/vehicle", 0.001...1000, synonyms: ["km/yr", "km", "km/vehicle/yr"]),
        presence: .optional)),
    .parameter(
      .distanceDecline,
      ParameterDeclaration(
        Text("how much less a vehicle runs with each year of age", "车龄每增一年里程下降"),
        Reading("1/yr", 0...0.5), presence: .defaulted(0), time: .constant)),
    .group(.lifetime, optionalLifetime), .pastGrowth,
    .group(
      .stock,
      shares(
        Text("technologies of the fleet in the base year", "基年车队技术构成"),
        Text("share of the base year's fleet", "占基年保有量的份额"), time: .baseYear)),
    .group(
      .sales,
      shares(
        Text("technologies of new vehicles", "新车技术构成"),
        Text("share of new vehicles", "占新车销量的份额"), time: .yearly)),
    .group(
      .technologies,
      GroupDeclaration(
        Text("vehicle technologies", "车辆技术"),
        members: MemberDeclaration(
          Text("vehicle technology", "车辆技术"), isRequired: true, element: .group(technology)))),
  ]

  private static let optionalLifetime: GroupDeclaration = {
    guard case .group(let group) = FieldDeclaration.lifetime.node else {
      defect("the lifetime is declared as a group")
    }
    return group.optional()
  }()

  private static func shares(
    _ meaning: Text, _ member: Text, time: ParameterDeclaration.Time
  ) -> GroupDeclaration {
    GroupDeclaration(
      meaning,
      members: MemberDeclaration(
        Text("vehicle technology", "车辆技术"), ids: .relative(.technologies, up: 1),
        sum: .members, isRequired: true, element: .parameter(.share(member, time: time))))
  }

  private static let gompertz = GroupDeclaration(
    Text(
      "vehicles per 1000 people saturating against GDP per person (Gompertz, Dargay et al. 2007)",
      "千人保有量随人均 GDP 饱和（Gompertz 曲线）"),
    fields: [
      .parameter(
        .base,
        ParameterDeclaration(
          Text("vehicles per person in the base year", "基年人均保有量"),
          Reading("vehicle/1000person", 0...5000), time: .baseYear)),
      .parameter(
        .saturation,
        ParameterDeclaration(
          Text("vehicles per person in the long run", "饱和人均保有量"),
          Reading("vehicle/1000person", 0...5000))),
      .parameter(
        .alpha,
        ParameterDeclaration(
          Text("Gompertz α (< 0)", "Gompertz 参数 α（< 0）"), Reading("1", -50...0),
          time: .constant)),
      .parameter(
        .beta,
        ParameterDeclaration(
          Text("Gompertz β per GDP per person (< 0)", "Gompertz 参数 β（< 0）"),
          Reading("person/kCNY", -10...0), time: .constant)),
      .parameter(
        .adjustment,
        .share(
          Text("share of the gap to the long run closed in a year", "每年向长期水平调整的比例"),
          presence: .defaulted(0.095), time: .constant)),
    ])

  private static let technology = GroupDeclaration(
    Text("a vehicle technology", "车辆技术"), isNamed: true,
    fields: [
      .group(
        .energy,
        GroupDeclaration(
          Text("energy per distance of a new vehicle, by carrier", "新车单位里程能耗（按能源）"),
          isRequired: true,
          members: MemberDeclaration(
            Text("carrier", "能源品种"), ids: .carrier, isRequired: true,
            element: .parameter(
              ParameterDeclaration(
                Text("energy per distance driven on the carrier", "使用该能源行驶时的单位里程能耗"),
                Reading("MJ/km", 0...1000, synonyms: ["MJ/vehicle/km"])))))),
      .group(
        .distanceShare,
        GroupDeclaration(
          Text(
            "share of the distance driven on each carrier (a plug-in's utility factor)",
            "各能源行驶里程份额（插混的纯电利用系数）"),
          members: MemberDeclaration(
            Text("carrier", "能源品种"), ids: .relative(.energy, up: 1), sum: .members,
            element: .parameter(.share(Text("share of the distance", "里程份额")))))),
      .parameter(
        .pastImprovement,
        ParameterDeclaration(
          Text("how much more each year of age used when new, before the base year", "基年前每年能效进步"),
          Reading("1/yr", 0...0.2), presence: .defaulted(0), time: .constant)),
      .parameter(
        .earlyRetirement,
        ParameterDeclaration(
          Text("vehicles scrapped each year before their time", "提前淘汰率"),
          Reading("1/yr", 0...1), presence: .defaulted(0))),
      .parameter(
        .pastGrowth,
        ParameterDeclaration(
          Text("past growth of this technology's sales, where it differs", "该技术基年前销量增速"),
          Reading("1/yr", -0.5...5), presence: .optional, time: .baseYear)),
      .cost(per: "vehicle"),
    ])
}

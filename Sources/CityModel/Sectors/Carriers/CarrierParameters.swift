import Diagnostics

/// Energy carriers and what burning them emits (MODEL §8).
enum Carriers {
  static let schema = GroupDeclaration(
    Text("energy carriers and their emission factors", "能源品种及其排放因子"), isRequired: true,
    members: MemberDeclaration(
      Text("carrier", "能源品种"), isRequired: true,
      reservedIds: SecondaryCarrier.ids,
      element: .group(
        GroupDeclaration(
          Text("an energy carrier", "能源品种"), isNamed: true,
          fields: [
            .choice(
              .kind,
              ChoiceDeclaration(
                Text("what family the carrier is of in energy statistics", "能源类别"),
                .words(["coal", "oil", "gas", "biomass", "waste", "renewable"]), isRequired: true)),
            .parameter(
              .heatingValue,
              ParameterDeclaration(
                Text(
                  "energy per mass (lower heating value), for consumption in tonnes",
                  "低位发热量，用于按实物量（吨）核算消费"),
                Reading("GJ/t", 1...150), presence: .optional)),
            .parameter(
              .carbonContent,
              ParameterDeclaration(
                Text(
                  "carbon per energy (lower heating value), as tC/TJ or as the CO2 it becomes",
                  "单位热值含碳量（低位发热量）"),
                Reading("kgCO2/GJ", 0...400))),
            .parameter(
              .oxidation,
              .share(Text("carbon that is oxidised", "碳氧化率"), presence: .defaulted(1))),
            .parameter(
              .fossilShare,
              .share(
                Text("fossil part of the carbon; the rest is biogenic", "碳中的化石部分"),
                presence: .defaulted(1))),
            methane(.defaulted(0)), nitrousOxide(.defaulted(0)),
            .group(.pollutants, pollutants),
            .group(
              .uses,
              GroupDeclaration(
                Text("factors that differ by where the carrier is burnt", "按用途区分的因子"),
                fields: CarrierUse.allCases.map { .group(Key($0.rawValue), factorsByUse) })),
          ]))))

  private static let factorsByUse = GroupDeclaration(
    Text("factors in one use", "该用途的因子"),
    fields: [
      .parameter(
        .oxidation,
        .share(Text("carbon that is oxidised in this use", "该用途的碳氧化率"), presence: .optional)),
      methane(.optional), nitrousOxide(.optional), .group(.pollutants, pollutants),
    ])

  private static func methane(_ presence: ParameterDeclaration.Presence) -> FieldDeclaration {
    .parameter(
      .methane,
      ParameterDeclaration(
        Text("methane from burning", "燃烧的甲烷排放因子"), Reading("kg/TJ", 0...10_000),
        presence: presence))
  }

  private static func nitrousOxide(_ presence: ParameterDeclaration.Presence) -> FieldDeclaration {
    .parameter(
      .nitrousOxide,
      ParameterDeclaration(
        Text("nitrous oxide from burning", "燃烧的氧化亚氮排放因子"), Reading("kg/TJ", 0...1000),
        presence: presence))
  }
}

/// Equipment that turns a carrier into useful heat, cold or light in buildings (MODEL §3).
enum Equipment {
  static let schema = GroupDeclaration(
    Text("equipment of buildings", "建筑用能设备"),
    members: MemberDeclaration(
      Text("equipment", "设备"),
      element: .group(
        GroupDeclaration(
          Text("a kind of equipment", "设备类型"), isNamed: true,
          fields: [
            .choice(
              .carrier,
              ChoiceDeclaration(
                Text("what it runs on", "所用能源"), .id(.carrier), isRequired: true)),
            .parameter(
              .efficiency,
              ParameterDeclaration(
                Text(
                  "useful energy per final energy; a heat pump's coefficient of performance",
                  "有用能与终端能之比；热泵为性能系数"),
                Reading("1", 0.01...15))),
            .cost(per: "kW", needsCapacityFactor: true),
          ]))))
}

/// Population, GDP and the city's own drivers (MODEL §1).
enum Drivers {
  static let schema = GroupDeclaration(
    Text("what activity follows", "活动驱动因素"), isRequired: true,
    members: MemberDeclaration(
      Text("driver", "驱动因素"),
      element: .parameter(
        ParameterDeclaration(
          Text("a driver of the city's own", "城市自定义的驱动因素"),
          Reading(.anyUnit, "1", 0...1e15)))),
    fields: [
      .parameter(
        .population,
        ParameterDeclaration(
          Text("resident population", "常住人口"), Reading("million people", 1e-6...1000))),
      .parameter(
        .gdp,
        ParameterDeclaration(
          Text("gross domestic product at constant prices of the base year", "地区生产总值（基年不变价）"),
          Reading("GCNY", 1e-6...1e6, synonyms: ["GCNY/yr"]))),
      .parameter(
        .industryValueAdded,
        ParameterDeclaration(
          Text(
            "value added of all that `industry` holds, at constant prices of the base year, for its indicators; absent: the sum of its subsectors where all are given in money",
            "`industry` 所含全部行业的增加值（基年不变价），用于工业指标；缺省为各行业增加值之和（须均以金额给出）"),
          Reading("GCNY", 1e-6...1e6, synonyms: ["GCNY/yr"]), presence: .optional)),
    ])
}

import Diagnostics

extension Energy {
  /// A column of the profiles.
  static func profile(_ meaning: Text) -> FieldDeclaration { .choice(.profile, column(meaning)) }

  private static func column(_ meaning: Text) -> ChoiceDeclaration {
    ChoiceDeclaration(meaning, .id(.columns(of: RepresentativeDays.profiles.description)))
  }

  /// What hourly dispatch needs to know beside plants and imports (MODEL §6).
  static let hourly: [FieldDeclaration] = [
    .group(
      .days,
      GroupDeclaration(
        Text("representative days; their weights sum to 365", "典型日，权重之和为 365 天"),
        members: MemberDeclaration(
          Text("representative day", "典型日"), isRequired: true, element: .group(day)))),
    .table(
      .profiles,
      TableDeclaration(
        Text("shapes over the hours of the days; only their proportions count", "典型日逐时曲线（只取相对大小）"),
        keys: [
          TableDeclaration.Key("day", .ids(.keys(of: RepresentativeDays.path.description))),
          TableDeclaration.Key("hour", .numbers(0...(RepresentativeDays.hours - 1))),
        ], bounds: 0...1e6)),
    .group(.loadShapes, loadShapes),
    .parameter(
      .importLimit,
      ParameterDeclaration(
        Text("greatest power of the import that balances (hourly dispatch)", "平衡项的最大受电功率（逐时调度）"),
        Reading("GW", 0...1e4), presence: .optional)),
    .group(
      .storage,
      GroupDeclaration(
        Text("electricity storage, filled and emptied at most once a day", "储能（每日至多一充一放）"),
        members: MemberDeclaration(Text("storage", "储能"), element: .group(storage)))),
    .group(
      .demandResponse,
      GroupDeclaration(
        Text("load that may move within the day", "可在日内转移的负荷"),
        members: MemberDeclaration(
          Text("demand response", "需求响应"), element: .group(demandResponse)))),
  ]

  private static let day = GroupDeclaration(
    Text("a representative day", "典型日"), isNamed: true,
    fields: [
      .parameter(
        .weight,
        ParameterDeclaration(
          Text("days of the year it stands for", "代表的天数"), Reading("d", 0...366), time: .constant))
    ])

  private static let loadShapes = GroupDeclaration(
    Text("when each load is drawn: a column of the profiles, or flat", "各类负荷的逐时曲线（列名或 flat）"),
    members: MemberDeclaration(
      Text(
        "load of its own: a building type, end use, equipment, subsector or mode",
        "单列负荷：建筑类型、终端用途、设备、行业或运输方式"),
      ids: .consumer, element: .choice(column(Text("when it is drawn", "用电曲线")))),
    fields: Load.allCases.map { .choice(Key($0.rawValue), column($0.meaning)) })

  private static let storage = GroupDeclaration(
    Text("a storage", "储能设施"), isNamed: true,
    fields: [
      .parameter(
        .power,
        ParameterDeclaration(
          Text("greatest power in and out", "充放电功率"), Reading("GW", 0...1e4))),
      .parameter(
        .energy,
        ParameterDeclaration(
          Text("electricity it can give back when full", "储能容量（可放电量）"), Reading("GWh", 0...1e6))),
      .parameter(
        .efficiency,
        ParameterDeclaration(
          Text("electricity given back per electricity taken in", "往返效率"), Reading("1", 0.05...1))),
      .cost(per: "kW", output: "GJ"),
      .cost(per: "kWh", isKept: false, key: .energyCost),
    ])

  private static let demandResponse = GroupDeclaration(
    Text("a demand response", "需求响应"), isNamed: true,
    fields: [
      .choice(
        .load,
        ChoiceDeclaration(Text("whose load moves", "可转移的负荷"), .id(.load), isRequired: true)),
      .parameter(.share, .share(Text("part of the load that may move within the day", "可转移份额"))),
      .parameter(
        .hours,
        ParameterDeclaration(
          Text(
            "hours in which the movable load of a day can be drawn at the least: limits its power",
            "日可转移负荷最少须用几小时取用（决定功率上限）"),
          Reading("h", 1...24))),
      .cost(per: "kW"),
    ])
}

import CityModel
import Diagnostics

extension Text {
  fileprivate static let fleet = Text(
    "fleets of `transport`, two-wheelers left out (id `motorcycle`, `moped` or `e-bike`)",
    "`transport` 各车队，不含两轮车（id 为 `motorcycle`、`moped`、`e-bike`）")
  fileprivate static let newEnergy = Text(
    "; new-energy is a technology that can drive on electricity, hydrogen or a carrier of `kind: renewable`: battery, plug-in and fuel cell",
    "；新能源指可用电、氢或 `kind: renewable` 能源行驶的技术：纯电、插电混动、燃料电池")
}

extension IndicatorDefinition {
  static let newEnergySalesShare = Self(
    formula: Text(
      "new vehicles that are new-energy / all new vehicles; none in the base year, whose new vehicles are those its age distribution implies",
      "新能源新车 / 全部新车；基年新车由车龄分布推定，故无值"),
    inputs: .fleet + .newEnergy,
    source: Text(
      "China Association of Automobile Manufacturers: new-energy vehicles in sales of all vehicles",
      "中国汽车工业协会：新能源汽车占汽车销量比重"), .generalKnowledge
  ) { model in
    model.newEnergyShare(.vehicleSales, of: model.isAutomobile)?.afterBaseYear
  }

  static let newEnergyStockShare = Self(
    formula: Text("new-energy vehicles / all vehicles", "新能源汽车保有量 / 汽车保有量"),
    inputs: .fleet + .newEnergy, source: DefinitionSource.actionPlan, .verified
  ) { model in model.newEnergyShare(.vehicles, of: model.isAutomobile) }

  static let newEnergyBusShare = Self(
    formula: Text("new-energy buses / all buses", "新能源公交车 / 全部公交车"),
    inputs: Text(
      "fleets of `iamc: Bus`, or without a label of id `bus`",
      "`iamc: Bus` 的车队，或无该标签而 id 为 `bus` 者") + .newEnergy,
    source: Text("yearly reports of transport offices", "交通运输部门年报"), .generalKnowledge
  ) { model in model.newEnergyShare(.vehicles, of: model.isBus) }

  static let vehiclesPerThousand = Self(
    formula: Text("1000 · vehicles / P, with buses and trucks", "1000 · 汽车保有量 / P，含客车与货车"),
    inputs: .fleet + Text("; P = `drivers.population`", "；P = `drivers.population`"),
    source: Text("statistical yearbooks", "统计年鉴"), .generalKnowledge
  ) { model in
    guard let people = model.driver("population"),
      let vehicles = model.sum(.vehicles, where: { model.isAutomobile($1) })
    else { return nil }
    return vehicles.per(people) * 1000
  }

  static let greenTransportShare = Self(
    formula: Text(
      "pkm of rail, of buses and of modes that use no energy / pkm of all passenger modes, aviation and ships with them; statistics of cities count trips instead",
      "轨道、公交与不耗能方式的人公里 / 全部客运方式（含航空与水运）的人公里；城市统计的绿色出行比例按出行次数计"),
    inputs: Text(
      "passenger-km by mode; rail: `iamc: Rail`, or without a label of id `rail`, `metro`, `subway`, `tram`; buses: `iamc: Bus` or id `bus`; walking and cycling: modes with an empty `energy`",
      "各方式人公里；轨道：`iamc: Rail`，或无该标签而 id 为 `rail`、`metro`、`subway`、`tram`；公交：`iamc: Bus` 或 id 为 `bus`；步行与骑行：`energy` 为空的方式"
    ),
    source: Text("after 绿色出行 of the plans; in passenger-km it is ours", "参照规划的“绿色出行”；按人公里计为本程序自定"),
    .own
  ) { model in
    let green = model.sum(.passengerDistance) { _, item in
      model.isRail(item) || model.isBus(item) || model.isWithoutEnergy(item)
    }
    return model.sum(.passengerDistance).map { whole in (green ?? whole * 0).per(whole) }
  }
}

extension IndicatorModel {
  /// The part of vehicles that are new-energy.
  fileprivate func newEnergyShare(
    _ kind: OutputKind, of isWanted: (OutputItem) -> Bool
  ) -> YearlyAmount? {
    guard let all = sum(kind, where: { isWanted($1) }) else { return nil }
    let part = sum(kind) { isWanted($1) && isNewEnergy($1, technology: $0.part) }
    return (part ?? all * 0).per(all)
  }

  private func isNewEnergy(_ item: OutputItem, technology: String) -> Bool {
    let carriers = scenario.members[item.path / "technologies" / technology / "energy"] ?? []
    return carriers.contains { carrier in
      ["electricity", "hydrogen"].contains(carrier)
        || scenario.choices[ParameterPath("carriers") / carrier / "kind"] == "renewable"
    }
  }

  fileprivate func isAutomobile(_ item: OutputItem) -> Bool {
    !["motorcycle", "moped", "e-bike"].contains(item.path.last)
  }

  fileprivate func isBus(_ item: OutputItem) -> Bool { isLabelled(item, "Bus", or: ["bus"]) }

  fileprivate func isRail(_ item: OutputItem) -> Bool {
    isLabelled(item, "Rail", or: ["rail", "metro", "subway", "tram"])
  }

  fileprivate func isWithoutEnergy(_ item: OutputItem) -> Bool {
    ["energy", "technologies"].allSatisfy { (scenario.members[item.path / $0] ?? []).isEmpty }
  }

  /// Whether a mode has an IAMC label, or without any one of some ids.
  private func isLabelled(_ item: OutputItem, _ label: String, or ids: [String]) -> Bool {
    item.label.map { $0 == label } ?? ids.contains(item.path.last)
  }
}

public import Diagnostics

extension Dimension {
  /// What the dimension is called, for messages: `energy per area`, `单位面积能耗`.
  ///
  /// Dimensions that nobody has a word for are spelled out from their base dimensions.
  public var name: Text { Self.commonNames[self] ?? spelledOut }

  private var spelledOut: Text {
    let above = Base.allCases.filter { exponent(of: $0) > 0 }
    let below = Base.allCases.filter { exponent(of: $0) < 0 }
    let english = above.map { factor($0, $0.name.english) }.joined(separator: "·")
    let chinese = above.map { factor($0, $0.name.chinese) }.joined(separator: "·")
    let perEnglish = below.map { " per " + factor($0, $0.name.english) }.joined()
    let perChinese = below.map { "/" + factor($0, $0.name.chinese) }.joined()
    return Text(
      english: above.isEmpty ? String(perEnglish.dropFirst()) : english + perEnglish,
      chinese: above.isEmpty ? "1" + perChinese : chinese + perChinese)
  }

  private func factor(_ base: Base, _ name: String) -> String {
    let exponent = abs(exponent(of: base))
    return exponent == 1 ? name : "\(name)^\(exponent)"
  }

  private static let commonNames: [Dimension: Text] = [
    .none: Text("a plain number", "无量纲数"),
    .power: Text("power", "功率"),
    .energy / .area: Text("energy per area", "单位面积能耗"),
    .energy / .mass: Text("energy per mass", "单位质量能耗"),
    .energy / .money: Text("energy per money", "单位产值能耗"),
    .energy / .person: Text("energy per person", "人均能耗"),
    .energy / .distance: Text("energy per distance", "单位里程能耗"),
    .energy / (.person * .distance): Text("energy per passenger-distance", "单位客运周转量能耗"),
    .energy / (.mass * .distance): Text("energy per tonne-distance", "单位货运周转量能耗"),
    .carbon / .energy: Text("CO2 per energy", "单位能量碳排放"),
    .carbon / .mass: Text("CO2 per mass", "单位质量碳排放"),
    .carbon / .money: Text("CO2 per money", "单位产值碳排放"),
    .carbon / .area: Text("CO2 per area", "单位面积碳排放"),
    .carbon / .person: Text("CO2 per person", "人均碳排放"),
    .carbon / .time: Text("CO2 per time", "年碳排放量"),
    .mass / .energy: Text("mass per energy", "单位能量质量"),
    .mass / .money: Text("mass per money", "单位产值产量"),
    .mass * .distance: Text("tonne-distance", "货运周转量"),
    .mass * .distance / .money: Text("tonne-distance per money", "单位产值货运周转量"),
    .person * .distance: Text("passenger-distance", "客运周转量"),
    .vehicle * .distance: Text("vehicle-distance", "车辆行驶里程"),
    .distance / .person: Text("distance per person", "人均出行里程"),
    .distance / .vehicle: Text("distance per vehicle", "车均行驶里程"),
    .vehicle / .person: Text("vehicles per person", "人均车辆保有量"),
    .person / .vehicle: Text("people per vehicle", "车均载客人数"),
    .mass / .vehicle: Text("mass per vehicle", "车均载重"),
    .mass / .person: Text("mass per person", "人均质量"),
    .area / .person: Text("area per person", "人均面积"),
    .power / .area: Text("power per area", "单位面积功率"),
    .money / .energy: Text("money per energy", "单位能量价格"),
    .money / .power: Text("money per power", "单位功率造价"),
    .money / .mass: Text("money per mass", "单位质量价格"),
    .money / .carbon: Text("money per CO2", "碳价"),
    .money / .area: Text("money per area", "单位面积造价"),
    .money / .vehicle: Text("money per vehicle", "单车价格"),
    .money / .person: Text("money per person", "人均产值"),
    Dimension.none / .time: Text("a rate per time", "年变化率"),
  ]
}

extension Dimension.Base {
  /// What the base dimension is called.
  var name: Text {
    switch self {
    case .energy: Text("energy", "能量")
    case .mass: Text("mass", "质量")
    case .carbon: Text("CO2", "碳排放")
    case .money: Text("money", "金额")
    case .person: Text("person", "人口")
    case .area: Text("area", "面积")
    case .vehicle: Text("vehicle", "车辆")
    case .distance: Text("distance", "距离")
    case .time: Text("time", "时间")
    case .count: Text("count", "件数")
    case .volume: Text("volume", "体积")
    }
  }
}

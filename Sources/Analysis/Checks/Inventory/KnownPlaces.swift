import Diagnostics

/// The range of a value per person or per GDP over places that are known, with the places at its
/// ends.
///
/// Sources of the numbers: CO₂ of 2020 from Carbon Monitor Cities-China (Huo et al. 2022, Sci. Data
/// 9:533), scope 1; population of 2020 from EPS China's city series, which stands on the seventh
/// census; GDP, energy and Qingdao's figures from the cities' statistical bulletins and bureaus;
/// private cars and population of provinces from the National Bureau of Statistics; electricity of
/// Chongqing 2020 from PyPSA-China-PIK; floor areas of the nation from EPS China, of Shanghai's public
/// buildings from the University of Shanghai for Science and Technology; factors of grids from the
/// Ministry of Ecology and Environment (Yunnan: announcement 2024 no. 33; Hebei: factors of 2018);
/// forest and planting of Inner Mongolia from its forestry department (seventh inventory, 2013), its
/// people from the seventh census. Recalled and not seen: electricity of Suzhou and Yunnan, energy of
/// Ningxia, steel of Hebei, cement of Guizhou, refining of Dalian, plants of Inner Mongolia, homes of Shenzhen.
struct KnownRange: Sendable {
  /// A place that sets one end of the range.
  struct End: Sendable {
    let value: Double
    let place: Text
    let year: Int
  }

  /// What is compared, with its unit.
  let name: Text
  let unit: Text
  /// None where less, down to nothing, is as usual.
  let least: End?
  let greatest: End

  /// Whether the value lies within the ends, with slack.
  func contains(_ value: Double) -> Bool {
    value >= (least?.value ?? 0) / UnitSlip.slack && value <= greatest.value * UnitSlip.slack
  }

  /// The range without its lower end.
  var withoutLeast: KnownRange {
    KnownRange(name: name, unit: unit, least: nil, greatest: greatest)
  }
}

extension KnownRange {
  private init(
    _ name: Text, _ unit: Text, from least: (Double, Text, Int)? = nil,
    to greatest: (Double, Text, Int)
  ) {
    self.name = name
    self.unit = unit
    self.least = least.map { End(value: $0.0, place: $0.1, year: $0.2) }
    self.greatest = End(value: greatest.0, place: greatest.1, year: greatest.2)
  }

  private static let shenzhen = Text("Shenzhen", "深圳")
  private static let qingdao = Text("Qingdao", "青岛")
  private static let nation = Text("the nation", "全国")
  private static let yunnan = Text("Yunnan", "云南")
  private static let innerMongolia = Text("Inner Mongolia", "内蒙古")

  /// 4.617 Mt over 2.873 million; 171.6 Mt over 9.314 million.
  static let emissionsPerPerson = KnownRange(
    Text("CO2 in the city per person", "人均本地 CO2 排放"), Text("t", "吨"),
    from: (1.61, Text("Haikou", "海口"), 2020), to: (18.4, Text("Nanjing", "南京"), 2020))

  /// 43.73 Mt over 2,767 billion yuan; 103.7 Mt over 703 billion yuan.
  static let emissionsPerProduct = KnownRange(
    Text("CO2 in the city per GDP", "单位 GDP 本地 CO2 排放"), Text("t per 10⁴ yuan", "吨/万元"),
    from: (0.158, shenzhen, 2020), to: (1.47, Text("Dalian", "大连"), 2020))

  /// 593.5 billion yuan over 11.23 million; 3,680 billion yuan over 17.99 million.
  static let productPerPerson = KnownRange(
    Text("GDP per person", "人均 GDP"), Text("10⁴ yuan", "万元"),
    from: (5.28, Text("Shijiazhuang", "石家庄"), 2020), to: (20.5, shenzhen, 2024))

  /// 119.6 TWh over 32.09 million; 152.3 TWh over 12.75 million.
  static let electricityPerPerson = KnownRange(
    Text("electricity per person", "人均用电量"), Text("kWh", "千瓦时"),
    from: (3726, Text("Chongqing", "重庆"), 2020), to: (11_950, Text("Suzhou", "苏州"), 2020))

  /// 45.34 Mtce over 2,699 billion yuan; about four times the nation's.
  static let energyPerProduct = KnownRange(
    Text("energy consumption per GDP", "单位 GDP 能耗"), Text("tce per 10⁴ yuan", "吨标煤/万元"),
    from: (0.168, shenzhen, 2019), to: (2.0, Text("Ningxia", "宁夏"), 2020))

  /// 1.29 million over 10.12 million people; 19.6 million over 68 million people.
  static let carsPerThousand = KnownRange(
    Text("cars per 1000 people", "千人汽车保有量"), Text("cars", "辆"),
    from: (128, Text("Hainan", "海南"), 2020), to: (289, Text("Zhejiang", "浙江"), 2023))

  /// No mode but cars has more vehicles than cars are where they are most: trucks are below 40, taxis below 10.
  static let vehiclesPerThousand = KnownRange(
    Text("vehicles of one mode per 1000 people", "单一方式每千人车辆数"), Text("vehicles", "辆"),
    to: (289, Text("Zhejiang, cars", "浙江，乘用车"), 2023))

  /// 390 million m² over 17.63 million; the nation's rural homes.
  static let homesPerPerson = KnownRange(
    Text("homes per person", "人均住宅面积"), Text("m2", "平方米"), from: (22.1, shenzhen, 2020),
    to: (38.8, Text("the nation's villages", "全国农村"), 2020))

  /// 12.99 billion m² over 1,411.8 million; 423 million m² over 24.87 million.
  static let otherFloorPerPerson = KnownRange(
    Text("public and commercial floor area per person", "人均公共建筑面积"), Text("m2", "平方米"),
    from: (9.2, nation, 2020), to: (17.0, Text("Shanghai", "上海"), 2020))

  /// All plants: 170 GW over 24.01 million.
  static let capacityPerPerson = KnownRange(
    Text("capacity of one kind of plant per person", "单类电源人均装机"), Text("kW", "千瓦"),
    to: (7.08, Text("Inner Mongolia, all plants", "内蒙古，全部电源"), 2022))

  /// Water power: 296 TWh made, 202.6 TWh used in the province.
  static let outputPerUse = KnownRange(
    Text(
      "electricity that one kind of plant can make, against all that is used",
      "单类电源可发电量与全市用电量之比"), Text("times", "倍"),
    to: (1.46, Text("Yunnan, water power", "云南水电"), 2020))

  /// A city whose use doubles and that then buys all of it by one contract.
  static let contractPerUse = KnownRange(
    Text(
      "electricity of one contract, against all that is used in the base year",
      "单项购（售）电量与基年全市用电量之比"), Text("times", "倍"),
    to: (1.46, Text("Yunnan, water power", "云南水电"), 2020))

  /// Goods by the first word of their subsector's id: 249.8 Mt of steel over 74.6 million people, 108 Mt of cement over
  /// 38.6 million, 35 Mt of crude over 7.45 million.
  static let goodsPerPerson: [(id: String, range: KnownRange)] = [
    ("steel", goods(Text("steel", "粗钢"), 3.35, Text("Hebei", "河北"))),
    ("cement", goods(Text("cement", "水泥"), 2.8, Text("Guizhou", "贵州"))),
    ("refining", goods(Text("crude oil refined", "原油加工量"), 4.7, Text("Dalian", "大连"))),
  ]

  private static func goods(_ name: Text, _ tonnes: Double, _ place: Text) -> KnownRange {
    KnownRange(
      Text("\(name) per person", "人均\(name)"), Text("t", "吨"),
      to: (tonnes, place, 2020))
  }

  /// Land within the city's borders.
  static func land(in year: Int) -> KnownRange {
    KnownRange(
      Text("land of all sinks, against the city's", "碳汇面积合计与全市面积之比"),
      Text("times", "倍"), to: (1, Text("all of it", "全市域"), year))
  }

  static let gridFactor = KnownRange(
    Text("CO2 of electricity bought", "外来电排放因子"), Text("kg/kWh", "千克/千瓦时"),
    from: (0.107, yunnan, 2022), to: (0.903, Text("Hebei", "河北"), 2018))

  /// 248,790 km² of forest over 24.05 million.
  static let sinkPerPerson = KnownRange(
    Text("land of one sink per person", "单项碳汇人均面积"), Text("m2", "平方米"),
    to: (10_345, innerMongolia, 2013))

  /// 10 million mu (6,667 km²) over 24.05 million.
  static let plantingPerPerson = KnownRange(
    Text("land planted in a year per person", "年人均造林面积"), Text("m2", "平方米"),
    to: (277, innerMongolia, 2013))
}

/// Energy and power, base units J and J/year.
///
/// Sources: tce 29.3076 GJ and toe 41.868 GJ, GB/T 2589-2020; hydrogen at its lower heating value of
/// 120 MJ/kg, so that a mass of it is an energy.
let energyUnits: [UnitFamily] =
  [
    UnitFamily(.energy, ExactFactor(1), symbols: ["J"], prefixes: "kMGTPE", names: ["焦"]),
    UnitFamily(.energy, .tens(3), names: ["千焦"]),
    UnitFamily(.energy, .tens(6), names: ["兆焦"]),
    UnitFamily(.energy, .tens(9), names: ["吉焦"]),
    UnitFamily(.energy, .tens(12), names: ["太焦"]),
    UnitFamily(.energy, .tens(15), names: ["拍焦"]),
    UnitFamily(.energy, ExactFactor(3600), symbols: ["Wh"], prefixes: "kMGTP"),
    UnitFamily(.energy, ExactFactor(36, tens: 5), names: ["千瓦时", "千瓦小时", "度"]),
    UnitFamily(.energy, ExactFactor(36, tens: 8), names: ["兆瓦时"]),
    UnitFamily(.energy, ExactFactor(36, tens: 11), names: ["吉瓦时"]),
    UnitFamily(.energy, ExactFactor(36, tens: 14), names: ["太瓦时"]),
    UnitFamily(.power, secondsPerYear, symbols: ["W"], prefixes: "kMGT", names: ["瓦"]),
    UnitFamily(.power, ExactFactor(31_536, tens: 6), names: ["千瓦"]),
    UnitFamily(.power, ExactFactor(31_536, tens: 9), names: ["兆瓦"]),
    UnitFamily(.power, ExactFactor(31_536, tens: 12), names: ["吉瓦"]),
    UnitFamily(.energy, ExactFactor(41_868, tens: 3), names: ["kgoe", "千克标油", "公斤标油"]),
    UnitFamily(
      .energy, ExactFactor(41_868, tens: 6), symbols: ["toe"], prefixes: "kMG",
      names: ["吨油当量", "吨标油", "吨标准油"]),
    UnitFamily(.energy, .kilogramOfHydrogen(tens: -3), names: ["gH2", "克氢"]),
    UnitFamily(.energy, .kilogramOfHydrogen(tens: 0), names: ["kgH2", "千克氢", "公斤氢"]),
    UnitFamily(
      .energy, .kilogramOfHydrogen(tens: 3), symbols: ["tH2"], prefixes: "kM", names: ["吨氢"]),
  ]
  + coalEquivalents(.unspecified, ExactFactor(293_076, tens: 2), suffixes: [""])
  + coalEquivalents(
    .calorific, ExactFactor(293_076, tens: 2), suffixes: ["(calorific)", "(当量)", "(当量值)"])
  + coalEquivalents(
    .equivalent, ExactFactor(12, tens: 6), suffixes: ["(equivalent)", "(等价)", "(等价值)"])

private let secondsPerYear = ExactFactor(31_536, tens: 3)

/// Coal equivalents of one kind, given the size of a kilogram, in English and Chinese.
private func coalEquivalents(
  _ basis: CoalBasis, _ kilogram: ExactFactor, suffixes: [String]
) -> [UnitFamily] {
  let names: [Int: [String]] = [
    -3: ["gce", "克标煤", "克标准煤"],
    0: ["kgce", "千克标煤", "千克标准煤", "公斤标煤", "公斤标准煤"],
    3: ["tce", "吨标煤", "吨标准煤"],
    6: ["ktce"],
    9: ["Mtce"],
    12: ["Gtce"],
  ]
  return names.map { tens, names in
    UnitFamily(
      .energy, kilogram.shifted(tens: tens),
      names: names.flatMap { name in suffixes.map { name + $0 } }, coalBasis: basis)
  }
}

/// Mass of goods, of CO₂ and of other gases, base units kg and kg of CO₂.
///
/// A mass of carbon (`tC`) is a mass of CO₂ of 44/12 its size. CO₂-equivalents are counted like CO₂.
let massUnits: [UnitFamily] =
  masses(.mass, ExactFactor(1), latin: ["", "CH4", "N2O"], chinese: ["", "甲烷", "氧化亚氮"])
  + masses(
    .carbon, ExactFactor(1), latin: ["CO2", "CO2e", "CO2eq", "CO2-eq", "CO2-equiv"],
    chinese: ["CO2", "CO2e", "二氧化碳", "二氧化碳当量"])
  + masses(.carbon, ExactFactor(44, over: 12), latin: ["C"], chinese: ["碳"])

/// Masses of one substance, given the size of a kilogram.
private func masses(
  _ dimension: Dimension, _ kilogram: ExactFactor, latin: [String], chinese: [String]
) -> [UnitFamily] {
  [
    UnitFamily(
      dimension, kilogram.shifted(tens: -3), symbols: latin.map { "g" + $0 }, prefixes: "kMGT",
      names: chinese.map { "克" + $0 }),
    UnitFamily(
      dimension, kilogram, names: chinese.map { "千克" + $0 } + chinese.map { "公斤" + $0 }),
    UnitFamily(
      dimension, kilogram.shifted(tens: 3), symbols: latin.map { "t" + $0 }, prefixes: "kMG",
      names: chinese.map { "吨" + $0 }),
  ]
}

/// Money, people, vehicles, other things counted, and plain numbers.
let countedUnits: [UnitFamily] = [
  UnitFamily(
    .money, ExactFactor(1), symbols: ["CNY", "RMB"], prefixes: "kMG",
    names: ["yuan", "元", "元人民币", "人民币元", "人民币"]),
  UnitFamily(
    .person, ExactFactor(1), names: ["person", "persons", "people", "capita", "cap", "人"]),
  UnitFamily(
    .vehicle, ExactFactor(1), names: ["vehicle", "vehicles", "veh", "辆", "台"]),
  UnitFamily(
    .count, ExactFactor(1),
    names: [
      "unit", "units", "household", "households", "TEU", "户", "标箱", "套", "台套", "个", "件",
    ]),
  UnitFamily(.none, .tens(-2), names: ["%", "percent"]),
  UnitFamily(.none, .tens(-3), names: ["‰"]),
  UnitFamily(.none, .tens(3), names: ["thousand", "千"]),
  UnitFamily(.none, .tens(4), names: ["万"]),
  UnitFamily(.none, .tens(5), names: ["十万"]),
  UnitFamily(.none, .tens(6), names: ["million", "百万"]),
  UnitFamily(.none, .tens(7), names: ["千万"]),
  UnitFamily(.none, .tens(8), names: ["亿"]),
  UnitFamily(.none, .tens(9), names: ["billion", "十亿"]),
  UnitFamily(.none, .tens(10), names: ["百亿"]),
  UnitFamily(.none, .tens(11), names: ["千亿"]),
  UnitFamily(.none, .tens(12), names: ["trillion", "万亿"]),
]

/// Area, distance, what is carried over a distance, and time, base units m², m and year.
let spaceAndTimeUnits: [UnitFamily] = [
  UnitFamily(.area, ExactFactor(1), names: ["m2", "平方米", "平米", "㎡"]),
  UnitFamily(.area, .tens(6), names: ["km2", "平方公里", "平方千米", "㎢"]),
  UnitFamily(.area, .tens(4), names: ["ha", "公顷"]),
  UnitFamily(.area, ExactFactor(2000, over: 3), names: ["mu", "亩"]),
  UnitFamily(.distance, ExactFactor(1), symbols: ["m"], prefixes: "k", names: ["米"]),
  UnitFamily(.distance, .tens(3), names: ["千米", "公里", "㎞"]),
  UnitFamily(
    .person * .distance, .tens(3), symbols: ["pkm"], prefixes: "kMGT", names: ["人公里", "人千米"]),
  UnitFamily(
    .mass * .distance, .tens(6), symbols: ["tkm"], prefixes: "kMGT", names: ["吨公里", "吨千米"]),
  UnitFamily(
    .vehicle * .distance, .tens(3), symbols: ["vkm"], prefixes: "kMGT", names: ["车公里", "辆公里"]),
  UnitFamily(.time, ExactFactor(1), names: ["yr", "year", "years", "a", "年"]),
  UnitFamily(.time, ExactFactor(1, over: 12), names: ["month", "months", "月"]),
  UnitFamily(.time, ExactFactor(1, over: 365), names: ["day", "days", "d", "天", "日"]),
  UnitFamily(
    .time, ExactFactor(1, over: 8760), names: ["hour", "hours", "hr", "h", "小时", "时"]),
]

extension ExactFactor {
  /// Hydrogen at its lower heating value of 120 MJ/kg, times a power of ten.
  fileprivate static func kilogramOfHydrogen(tens: Int) -> ExactFactor {
    ExactFactor(12, tens: 7 + tens)
  }
}

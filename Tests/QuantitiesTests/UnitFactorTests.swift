import Quantities
import Testing

/// The size of each unit in a reference unit, written from the definitions and not from the code:
/// 1 Wh = 3600 J, 1 kgce = 29.3076 MJ and 1 kgoe = 41.868 MJ (GB/T 2589-2020), hydrogen 120 MJ/kg
/// (lower heating value), a year of 8760 h, 1 亩 = 10000/15 m², 1 tC = 44/12 t CO2.
private let sizes: [(reference: Unit, units: [(names: String, size: Double)])] = [
  (
    "MJ",
    [
      ("J 焦", 1e-6), ("kJ 千焦", 1e-3), ("MJ 兆焦", 1), ("GJ 吉焦", 1000), ("TJ 太焦", 1e6),
      ("PJ 拍焦", 1e9), ("EJ", 1e12), ("Wh", 0.0036), ("kWh 千瓦时 千瓦小时 度", 3.6),
      ("MWh 兆瓦时", 3600), ("GWh 吉瓦时", 3.6e6), ("TWh 太瓦时", 3.6e9), ("PWh", 3.6e12),
      ("万千瓦时", 36_000), ("亿千瓦时 亿kWh 亿度", 3.6e8),
      ("gce 克标煤 克标准煤", 0.0293076), ("kgce 千克标煤 千克标准煤 公斤标煤 公斤标准煤", 29.3076),
      ("tce 吨标煤 吨标准煤", 29_307.6), ("万吨标煤 万吨标准煤 万tce", 293_076_000),
      ("ktce", 29_307_600), ("Mtce", 29_307_600_000), ("Gtce", 29_307_600_000_000),
      ("gce(calorific) 克标煤(当量) 克标煤(当量值) gce(当量) gce(当量值)", 0.0293076),
      ("克标煤(calorific) 克标准煤(calorific) 克标准煤(当量) 克标准煤(当量值)", 0.0293076),
      ("kgce(calorific) kgce(当量) kgce(当量值) 千克标煤(calorific) 千克标煤(当量)", 29.3076),
      ("千克标煤(当量值) 千克标准煤(calorific) 千克标准煤(当量) 千克标准煤(当量值)", 29.3076),
      ("公斤标煤(calorific) 公斤标煤(当量) 公斤标煤(当量值)", 29.3076),
      ("公斤标准煤(calorific) 公斤标准煤(当量) 公斤标准煤(当量值)", 29.3076),
      ("tce(calorific) tce(当量) tce(当量值) 吨标煤(calorific) 吨标煤(当量)", 29_307.6),
      ("吨标煤(当量值) 吨标准煤(calorific) 吨标准煤(当量) 吨标准煤(当量值)", 29_307.6),
      ("ktce(calorific) ktce(当量) ktce(当量值)", 29_307_600),
      ("Mtce(calorific) Mtce(当量) Mtce(当量值)", 29_307_600_000),
      ("Gtce(calorific) Gtce(当量) Gtce(当量值)", 29_307_600_000_000),
      ("gce(equivalent) gce(等价) gce(等价值) 克标煤(equivalent) 克标煤(等价)", 0.012),
      ("克标煤(等价值) 克标准煤(equivalent) 克标准煤(等价) 克标准煤(等价值)", 0.012),
      ("kgce(equivalent) kgce(等价) kgce(等价值) 千克标煤(equivalent) 千克标煤(等价)", 12),
      ("千克标煤(等价值) 千克标准煤(equivalent) 千克标准煤(等价) 千克标准煤(等价值)", 12),
      ("公斤标煤(equivalent) 公斤标煤(等价) 公斤标煤(等价值)", 12),
      ("公斤标准煤(equivalent) 公斤标准煤(等价) 公斤标准煤(等价值)", 12),
      ("tce(equivalent) tce(等价) tce(等价值) 吨标煤(equivalent) 吨标煤(等价)", 12_000),
      ("吨标煤(等价值) 吨标准煤(equivalent) 吨标准煤(等价) 吨标准煤(等价值)", 12_000),
      ("ktce(equivalent) ktce(等价) ktce(等价值)", 1.2e7),
      ("Mtce(equivalent) Mtce(等价) Mtce(等价值)", 1.2e10),
      ("Gtce(equivalent) Gtce(等价) Gtce(等价值)", 1.2e13),
      ("kgoe 千克标油 公斤标油", 41.868), ("toe 吨油当量 吨标油 吨标准油", 41_868),
      ("ktoe", 41_868_000), ("Mtoe", 41_868_000_000), ("Gtoe", 41_868_000_000_000),
      ("gH2 克氢", 0.12), ("kgH2 千克氢 公斤氢", 120), ("tH2 吨氢", 120_000),
      ("ktH2", 1.2e8), ("MtH2", 1.2e11), ("万吨氢", 1.2e9),
    ]
  ),
  (
    "kWh/yr",
    [
      ("W 瓦", 8.76), ("kW 千瓦", 8760), ("MW 兆瓦", 8.76e6), ("GW 吉瓦", 8.76e9), ("TW", 8.76e12),
      ("万千瓦 万kW", 8.76e7),
    ]
  ),
  (
    "kg",
    [
      ("g 克 gCH4 克甲烷 gN2O 克氧化亚氮", 0.001),
      ("kg 千克 公斤 kgCH4 千克甲烷 公斤甲烷 kgN2O 千克氧化亚氮 公斤氧化亚氮", 1),
      ("t 吨 tCH4 吨甲烷 tN2O 吨氧化亚氮 Mg MgCH4 MgN2O", 1000),
      ("kt ktCH4 ktN2O Gg GgCH4 GgN2O", 1e6), ("Mt MtCH4 MtN2O Tg TgCH4 TgN2O", 1e9),
      ("Gt GtCH4 GtN2O", 1e12), ("万吨", 1e7), ("百万吨", 1e9), ("亿吨", 1e11),
    ]
  ),
  (
    "kgCO2",
    [
      ("gCO2 gCO2e gCO2eq gCO2-eq gCO2-equiv 克CO2 克CO2e 克二氧化碳 克二氧化碳当量", 0.001),
      ("kgCO2 kgCO2e kgCO2eq kgCO2-eq kgCO2-equiv 千克CO2 千克CO2e 千克二氧化碳 千克二氧化碳当量", 1),
      ("公斤CO2 公斤CO2e 公斤二氧化碳 公斤二氧化碳当量", 1),
      (
        "tCO2 tCO2e tCO2eq tCO2-eq tCO2-equiv 吨CO2 吨CO2e 吨二氧化碳 吨二氧化碳当量 MgCO2 MgCO2e MgCO2eq MgCO2-eq MgCO2-equiv",
        1000
      ),
      ("ktCO2 ktCO2e ktCO2eq ktCO2-eq ktCO2-equiv GgCO2 GgCO2e GgCO2eq GgCO2-eq GgCO2-equiv", 1e6),
      ("MtCO2 MtCO2e MtCO2eq MtCO2-eq MtCO2-equiv TgCO2 TgCO2e TgCO2eq TgCO2-eq TgCO2-equiv", 1e9),
      ("GtCO2 GtCO2e GtCO2eq GtCO2-eq GtCO2-equiv", 1e12),
      ("万吨CO2 万tCO2 万吨二氧化碳", 1e7), ("亿吨CO2", 1e11),
      ("gC 克碳", 0.0036666666666666666), ("kgC 千克碳 公斤碳", 3.6666666666666665),
      ("tC 吨碳 MgC", 3666.6666666666665), ("ktC GgC", 3_666_666.6666666665),
      ("MtC TgC", 3_666_666_666.6666665), ("GtC", 3_666_666_666_666.6665),
    ]
  ),
  (
    "yuan",
    [
      ("yuan 元 CNY RMB 元人民币 人民币元 人民币", 1), ("kCNY kRMB 千元", 1000), ("万元", 1e4),
      ("MCNY MRMB 百万元", 1e6),
      ("亿元 亿元人民币 亿人民币", 1e8), ("GCNY GRMB 十亿元", 1e9), ("万亿元", 1e12),
    ]
  ),
  (
    "person",
    [
      ("person persons people capita cap 人", 1), ("万人", 1e4), ("百万人", 1e6), ("千万人", 1e7),
      ("亿人", 1e8),
    ]
  ),
  ("vehicle", [("vehicle vehicles veh 辆 台", 1), ("万辆", 1e4), ("亿辆", 1e8)]),
  (
    "unit",
    [
      ("unit units household households TEU 户 标箱 套 台套 个 件", 1), ("万户", 1e4),
      ("万标箱 万TEU", 1e4),
    ]
  ),
  (
    "1",
    [
      ("% percent", 0.01), ("‰", 0.001), ("thousand 千", 1000), ("万", 1e4), ("十万", 1e5),
      ("million 百万", 1e6), ("千万", 1e7), ("亿", 1e8), ("billion 十亿", 1e9), ("百亿", 1e10),
      ("千亿", 1e11), ("trillion 万亿", 1e12),
    ]
  ),
  (
    "m2",
    [
      ("m2 平方米 m² m^2 平米 ㎡", 1), ("mu 亩", 666.66666666666663), ("ha 公顷", 1e4),
      ("万平方米 万m2 万平米 万㎡", 1e4),
      ("km2 平方公里 平方千米 km² ㎢", 1e6), ("亿平方米", 1e8), ("万公顷", 1e8),
    ]
  ),
  ("km", [("m 米", 0.001), ("km 千米 公里 ㎞", 1), ("万公里", 1e4)]),
  (
    "person·km",
    [
      ("pkm 人公里 人千米", 1), ("kpkm", 1000), ("Mpkm", 1e6), ("Gpkm", 1e9), ("Tpkm", 1e12),
      ("万人公里", 1e4), ("亿人公里", 1e8),
    ]
  ),
  (
    "t·km",
    [
      ("tkm 吨公里 吨千米", 1), ("ktkm", 1000), ("Mtkm", 1e6), ("Gtkm", 1e9), ("Ttkm", 1e12),
      ("万吨公里", 1e4), ("亿吨公里", 1e8),
    ]
  ),
  (
    "vehicle·km",
    [
      ("vkm 车公里 辆公里", 1), ("kvkm", 1000), ("Mvkm", 1e6), ("Gvkm", 1e9), ("Tvkm", 1e12),
      ("万车公里", 1e4),
    ]
  ),
  (
    "h",
    [
      ("h hr hour hours 小时 时", 1), ("d day days 天 日", 24), ("month months 月", 730),
      ("yr year years a 年", 8760),
    ]
  ),
]

private let sizeRows = sizes.flatMap { group in
  group.units.flatMap { row in
    row.names.split(separator: " ").map { (String($0), group.reference, row.size) }
  }
}

private let ratios: [(from: String, to: String, ratio: Double)] = [
  ("kWh/m2", "MJ/m2", 3.6), ("kgCO2/kWh", "tCO2/MWh", 1), ("kgCO2/GJ", "tCO2/TJ", 1),
  ("tce/万元", "kgce/元", 0.1), ("kWh/100km", "Wh/km", 10), ("kg/1000vehicle", "g/vehicle", 1),
  ("m2/person", "万平方米/万人", 1), ("元/kWh", "亿元/TWh", 10), ("kWh/m2/yr", "W/m2", 1 / 8.76),
  ("%/yr", "1/yr", 0.01), ("million people", "万人", 100), ("10^4 t", "万吨", 1),
  ("W/m2", "kW/km2", 1000),
  ("billion tkm", "亿吨公里", 10), ("Mt CO2/yr", "万吨CO2/年", 100),
  ("kWh per m2 per year", "kWh/m2/a", 1),
  ("10⁴ tce", "万吨标煤", 1), ("GJ/t", "kgce/t", 1e3 / 29.3076), ("vehicle/1000 people", "辆/千人", 1),
  ("kWh·m-2", "kWh/m2", 1), ("kWh·m⁻²", "kWh/m²", 1), ("人·km", "pkm", 1),
  ("tCO₂/t", "kgCO2/kg", 1), ("2.5 t", "kg", 2500), ("CNY/t", "元/kg", 0.001),
]

@Suite struct `Sizes of units` {
  @Test(arguments: sizeRows)
  func `a unit has the size of its definition`(name: String, reference: Unit, size: Double) throws {
    #expect(try Unit.parse(name).convert(1, to: reference) == size)
  }

  @Test func `every unit that can be written is in the table above`() {
    let checked = Set(sizeRows.map(\.0))
    #expect(Unit.knownSpellings.filter { !checked.contains($0) } == [])
  }

  @Test func `a terawatt-hour is 3 point 6 petajoules to the last bit`() throws {
    #expect(try Unit("TWh").convert(1, to: "PJ") == 3.6)
    #expect(try Unit("PJ").convert(3.6, to: "TWh") == 1)
    #expect(try Unit("亿千瓦时").convert(1, to: "PJ") == 0.36)
  }

  @Test func `a kilowatt for an hour is a kilowatt-hour`() throws {
    #expect(try Unit("kW·h").convert(1, to: "kWh") == 1)
    #expect(try Unit("千瓦·时").convert(7, to: "kWh") == 7)
  }

  @Test func `percents are converted as if they had been written as decimals`() throws {
    for percent in -1000...1000 {
      let text = "\(percent < 0 ? "-" : "")\(abs(percent) / 100).\(padded(abs(percent) % 100))"
      #expect(try Unit("%").convert(Double(percent), to: .one) == Double(text))
    }
  }

  @Test(arguments: ratios)
  func `products and ratios follow their parts`(from: String, to: String, ratio: Double) throws {
    let converted = try Unit.parse(from).convert(1, to: Unit.parse(to))
    #expect(abs(converted - ratio) <= ratio.ulp)
  }

  private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

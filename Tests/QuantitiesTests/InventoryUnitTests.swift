import Quantities
import Testing

@Suite struct `Units that tables state in words` {
  @Test(arguments: [
    ("tonnes CO2e", "t CO2e"), ("kilotonnes", "kt"), ("million tonnes", "Mt"),
    ("Million tonnes of CO2", "MtCO2"), ("Mt CO2-eq", "Mt CO2e"), ("MtCO2eq", "Mt CO2e"),
    ("Gg CO2 equivalent", "kt CO2e"), ("Gg CO2-equivalents", "kt CO2e"), ("1e8 yuan", "亿元"),
    ("10^8 yuan", "亿元"), ("100 million yuan", "亿元"), ("10⁴ tonnes", "万吨"),
    ("MMTCO2e", "Mt CO2e"), ("MMT CO2e", "Mt CO2e"), ("metric tons CO₂e", "t CO2e"),
    ("million metric tons carbon dioxide", "MtCO2"), ("thousand tonnes", "kt"),
    ("kilotonnes CO2e", "kt CO2e"), ("tonnes CO2e per capita", "t CO2e/person"),
    ("gigawatt hours", "GWh"), ("Terajoules", "TJ"), ("billion kilowatthours", "TWh"),
    ("million tonnes oil equivalent", "Mtoe"), ("Gigagrams", "Gg"), ("thousand persons", "千人"),
    ("万百万千焦", "万GJ"), ("亿千瓦小时", "亿千瓦时"), ("10000 tce", "万tce"),
    ("million tonnes/yr", "Mt/yr"), ("GWH", "GWh"),
  ])
  func `are those of the symbols`(words: String, symbol: String) throws {
    let stated = try #require(Unit.stated(words))
    let known = try Unit.parse(symbol)
    #expect(stated.dimension == known.dimension)
    #expect(stated.reinterpret(1, as: known) == 1)
  }

  @Test(arguments: [
    ("quads", "PJ", 1055.05585262), ("quadrillion Btu", "PJ", 1055.05585262),
    ("trillion Btu", "TJ", 1055.05585262), ("MMBtu", "MJ", 1055.05585262),
    ("therms", "MJ", 105.505585262), ("short tons", "kg", 907.18474), ("lbs", "kg", 0.45359237),
  ])
  func `of American statistics have their sizes`(words: String, symbol: String, size: Double) throws
  {
    let stated = try #require(Unit.stated(words))
    #expect(abs(stated.reinterpret(1, as: try Unit.parse(symbol)) / size - 1) < 1e-12)
  }

  @Test func `of volume are of a dimension of their own`() throws {
    let gas = try #require(Unit.stated("亿立方米"))
    #expect(gas.dimension == .volume)
    #expect(gas.factor == 1e8)
    #expect(try #require(Unit.stated("bcm")).factor == 1e9)
    #expect(try #require(Unit.stated("万升")).factor == 10)
    #expect(try #require(Unit.stated("万立方米")).factor == 1e4)
  }

  @Test(arguments: [
    "", " ", "tons", "Total", "总量", "emissions", "2019", "100", "1e8", "x y z", "per", "/",
    "Scope 1",
  ])
  func `what is no unit is none`(words: String) {
    #expect(Unit.stated(words) == nil)
  }

  @Test(arguments: ["tonnes", "million tonnes", "kilotonnes CO2e/yr"])
  func `scenario files keep to symbols`(words: String) {
    #expect(throws: UnitError.self) { try Unit.parse(words) }
  }
}

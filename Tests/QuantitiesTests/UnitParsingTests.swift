import Diagnostics
import Quantities
import TestSupport
import Testing

/// A text that is not a unit, with the fault that must be found and its place.
private struct Fault: Sendable {
  let text: String
  let reason: UnitError.Reason
  let offset: Int
  let length: Int

  init(_ text: String, _ reason: UnitError.Reason, _ offset: Int, _ length: Int) {
    self.text = text
    self.reason = reason
    self.offset = offset
    self.length = length
  }
}

private let faults: [Fault] = [
  Fault("", .empty, 0, 0),
  Fault("  ", .empty, 0, 0),
  Fault("kWH", .wrongCase("kWH", suggestion: "kWh"), 0, 3),
  Fault("Mwh/m2", .wrongCase("Mwh", suggestion: "MWh"), 0, 3),
  Fault("mW", .wrongCase("mW", suggestion: "MW"), 0, 2),
  Fault("yuan/T", .wrongCase("T", suggestion: "t"), 5, 1),
  Fault("万TCE", .wrongCase("万TCE", suggestion: "万tce"), 0, 4),
  Fault("kg/KWH", .wrongCase("KWH", suggestion: "kWh"), 3, 3),
  Fault("persom", .unknown("persom", suggestion: "person"), 0, 6),
  Fault("万平方迷", .unknown("万平方迷", suggestion: "万平方米"), 0, 4),
  Fault("kg/100kn", .unknown("kn", suggestion: nil), 6, 2),
  Fault("m2 / furlong", .unknown("furlong", suggestion: nil), 5, 7),
  Fault("万顿", .unknown("万顿", suggestion: "万吨"), 0, 2),
  Fault("万亿圆", .unknown("万亿圆", suggestion: "万亿元"), 0, 3),
  Fault("千迷", .unknown("千迷", suggestion: "千米"), 0, 2),
  Fault("USD", .unknown("USD", suggestion: nil), 0, 3),
  Fault("x", .unknown("x", suggestion: nil), 0, 1),
  Fault("％", .fullWidth("％", write: "%"), 0, 1),
  Fault("元／吨", .fullWidth("／", write: "/"), 1, 1),
  Fault("m２", .fullWidth("２", write: "2"), 1, 1),
  Fault("tce（当量）", .fullWidth("（", write: "("), 3, 1),
  Fault("kWh/", .missingUnit(beside: "/"), 3, 1),
  Fault("/yr", .missingUnit(beside: "/"), 0, 1),
  Fault("kWh//m2", .missingUnit(beside: "/"), 3, 1),
  Fault("t per", .missingUnit(beside: "per"), 2, 3),
  Fault("t·", .missingUnit(beside: "·"), 1, 1),
  Fault("kWh m2", .missingOperator("kWh", "m2"), 0, 6),
  Fault("m2/t kWh", .missingOperator("t", "kWh"), 3, 5),
  Fault("t0", .badPower("0"), 0, 2),
  Fault("kg/t10", .badPower("10"), 3, 3),
  Fault("m-", .badPower("-"), 0, 2),
  Fault("t-9223372036854775808", .badPower("-9223372036854775808"), 0, 21),
  Fault("k^Wh", .unknown("k^Wh", suggestion: "kWh"), 0, 4),
  Fault("kg/0km", .badNumber("0"), 3, 1),
  Fault("kg/1.5.2km", .badNumber("1.5.2"), 3, 5),
  Fault("kg/99999999999999999999km", .badNumber("99999999999999999999"), 3, 20),
  Fault("PJ9·PJ9", .outOfRange, 0, 7),
  Fault("tce(当量)/tce(等价)", .mixedCoalBases, 0, 15),
  Fault("tonnes", .unknown("tonnes", suggestion: "t"), 0, 6),
  Fault("million tonnes", .unknown("million tonnes", suggestion: "Mt"), 0, 14),
  Fault("kilotonnes CO2e/yr", .unknown("kilotonnes CO2e", suggestion: "kt CO2e"), 0, 15),
]

@Suite struct `Reading a unit` {
  @Test(arguments: faults)
  private func `a fault is named and found`(fault: Fault) {
    #expect(
      throws: UnitError(reason: fault.reason, offset: fault.offset, length: fault.length)
    ) {
      try Unit.parse(fault.text)
    }
  }

  @Test func `a fault is told in both languages`() {
    for fault in faults {
      let error = UnitError(reason: fault.reason, offset: fault.offset, length: fault.length)
      #expect(!error.message.english.isEmpty && error.message.english.allSatisfy { $0 != "。" })
      #expect(error.message.chinese != error.message.english)
      #expect((error.suggestion == nil) == (fault.reason == .outOfRange))
    }
  }

  @Test func `a wrong letter case is explained, for it changes the size`() {
    let error = UnitError(reason: .wrongCase("mW", suggestion: "MW"), offset: 0, length: 2)
    #expect(error.message.english == "unknown unit 'mW'")
    #expect(error.suggestion?.english.hasPrefix("did you mean 'MW'? capital and small") == true)
    #expect(error.suggestion?.chinese.contains("区分大小写") == true)
  }

  @Test(arguments: [
    "GCNY", "million people", "million m2", "million vehicles", "vehicle/1000person", "Mt", "MtCO2",
    "PJ", "GW", "GJ/kCNY", "Gpkm", "Gtkm", "1/yr", "yr", "kg/TJ",
  ])
  func `the unit a planner writes measures what the model's unit does`(symbol: String) throws {
    let example = Unit.example(for: symbol)
    for text in [example.english, example.chinese] {
      #expect(try Unit.parse(text).isCompatible(with: Unit.parse(symbol)))
    }
    #expect((example == Text(english: symbol, chinese: symbol)) == (symbol == "kg/TJ"))
  }

  @Test func `a unit's own symbol is read as the same unit`() throws {
    for text in Unit.knownSpellings + ["kWh / m2 per yr", "10^4 t * km", "million  people", "1/年"] {
      let unit = try Unit.parse(text)
      #expect(try Unit.parse(unit.symbol) == unit)
    }
    #expect(try Unit.parse("kWh / m2 per yr").symbol == "kWh/m2/yr")
  }

  @Test func `the unit of IAMC tables is the one written with CO2e`() throws {
    let iamc = try Unit.parse("Mt CO2-equiv/yr")
    #expect(try iamc.convert(1, to: Unit.parse("MtCO2e/yr")) == 1)
  }

  @Test func `every slash divides by the one factor after it`() throws {
    #expect(Unit("kWh/m2/yr").dimension == .energy / .area / .time)
    #expect(Unit("kWh/m2·yr").dimension == .energy / .area * .time)
  }

  @Test func `carbon, goods and money stay apart`() {
    #expect(!Unit("tCO2").isCompatible(with: "t"))
    #expect(!Unit("m2").isCompatible(with: "km·km"))
    #expect(!Unit("人").isCompatible(with: "辆"))
    #expect(Unit("tCO2e").isCompatible(with: "万吨CO2"))
  }

  @Test func `plain mass can be taken as CO2 where a parameter says so`() throws {
    let factor: Unit = "kg/kWh"
    #expect(!factor.isCompatible(with: "tCO2/MWh"))
    #expect(try factor.takingMassAsCarbon.convert(0.37, to: "tCO2/MWh") == 0.37)
    #expect(try Unit("元/t").takingMassAsCarbon.convert(50, to: "yuan/tCO2") == 50)
  }

  @Test func `coal equivalents say how they count electricity`() {
    #expect(Unit("万吨标煤").coalBasis == .unspecified)
    #expect(Unit("kWh/tce(当量)").coalBasis == .calorific)
    #expect(Unit("万tce(等价)").coalBasis == .equivalent)
    #expect(Unit("tce (equivalent)").coalBasis == .equivalent)
    #expect(Unit("kWh").coalBasis == nil)
  }

  @Test func `a mismatch names both units and what they measure`() {
    let mismatch = UnitMismatch(found: "万人", expected: "kWh/m2")
    #expect(throws: mismatch) { try Unit("万人").convert(1, to: "kWh/m2") }
    #expect(
      mismatch.message.english == "expected 'kWh/m2' (energy per area), found '万人' (person)")
    #expect(mismatch.message.chinese == "应为“kWh/m2”（单位面积能耗），实为“万人”（人口）")
    #expect(
      UnitMismatch(found: .one, expected: "t").message.english
        == "expected 't' (mass), found a plain number")
  }

  @Test func `a dimension without a word of its own is spelled out`() {
    let name = (Dimension.money * .area.power(2) / .person / .time.power(3)).name
    #expect(name.english == "money·area^2 per person per time^3")
    #expect(name.chinese == "金额·面积^2/人口/时间^3")
    #expect((Dimension.none / .count).name.english == "per count")
  }

  @Test func `converting there and back returns the number to within two roundings`() throws {
    let units: [Unit] = ["PJ", "亿千瓦时", "Mtce", "Mtoe", "tce(等价)", "MtH2", "kWh"]
    var generator = SeededNumbers(seed: 20_240_601)
    for from in units {
      for to in units {
        for _ in 0..<200 {
          let value = Double.random(in: -1e6...1e6, using: &generator)
          let back = try to.convert(from.convert(value, to: to), to: from)
          #expect(abs(back - value) <= 2 * value.ulp)
        }
      }
    }
  }
}

import Quantities
import TestSupport
import Testing

/// A text that is not a quantity, with the fault that must be found and its place.
private struct Fault: Sendable {
  let text: String
  let reason: QuantityError.Reason
  let offset: Int
  let length: Int

  init(_ text: String, _ reason: QuantityError.Reason, _ offset: Int, _ length: Int) {
    self.text = text
    self.reason = reason
    self.offset = offset
    self.length = length
  }
}

private let faults: [Fault] = [
  Fault("", .empty, 0, 0),
  Fault("  ", .empty, 2, 0),
  Fault("about 5 t", .notANumber("about"), 0, 5),
  Fault("t", .notANumber("t"), 0, 1),
  Fault("- 5 t", .notANumber("-"), 0, 1),
  Fault("--5", .notANumber("--5"), 0, 3),
  Fault(" 三万", .notADigit("三"), 1, 1),
  Fault("NaN", .notFinite("NaN"), 0, 3),
  Fault(".nan", .notFinite(".nan"), 0, 4),
  Fault("-inf", .notFinite("-inf"), 0, 4),
  Fault("Infinity", .notFinite("Infinity"), 0, 8),
  Fault("0x10", .notDecimal("0x10"), 0, 4),
  Fault("0b11", .notDecimal("0b11"), 0, 4),
  Fault("½ t", .notADigit("½"), 0, 1),
  Fault("-½", .notADigit("½"), 1, 1),
  Fault("1½ t", .notADigit("½"), 1, 1),
  Fault("２ t", .lookalike("２", write: "2"), 0, 1),
  Fault("“45%”", .quoted("“"), 0, 1),
  Fault("5三万", .notADigit("三"), 1, 1),
  Fault("−5%", .lookalike("−", write: "-"), 0, 1),
  Fault("－5%", .lookalike("－", write: "-"), 0, 1),
  Fault("3,5", .separator("3,5", write: "3.5"), 0, 3),
  Fault("-0,250 t", .separator("-0,250", write: "-0.250"), 0, 6),
  Fault("27,670 亿元", .separator("27,670", write: "27670"), 0, 6),
  Fault("1,234,567", .separator("1,234,567", write: "1234567"), 0, 9),
  Fault("1，763 万人", .separator("1，763", write: "1763"), 0, 5),
  Fault("1 763 万人", .separator("1 763", write: "1763"), 0, 5),
  Fault("1\u{202F}763", .separator("1\u{202F}763", write: "1763"), 0, 5),
  Fault("12 34", .separator("12 34", write: nil), 0, 5),
  Fault("1_000", .separator("1_000", write: "1000"), 0, 5),
  Fault("10'000 t", .separator("10'000", write: "10000"), 0, 6),
  Fault("1.234,5", .separator("1.234,5", write: nil), 0, 7),
  Fault("1.2.3", .badPoint("1.2."), 0, 4),
  Fault("5. t", .badPoint("5."), 0, 2),
  Fault("1e999", .outOfRange("1e999"), 0, 5),
  Fault("1e-999 t", .outOfRange("1e-999"), 0, 6),
  Fault(
    "32 m2/persom",
    .unit(
      UnitError(reason: .unknown("persom", suggestion: "person"), offset: 3, length: 6)), 6, 6),
  Fault(
    " 45 ％", .unit(UnitError(reason: .fullWidth("％", write: "%"), offset: 0, length: 1)), 4, 1),
  Fault(
    "5 t/", .unit(UnitError(reason: .missingUnit(beside: "/"), offset: 1, length: 1)), 3, 1),
  Fault(
    "3-5%", .unit(UnitError(reason: .unknown("-5%", suggestion: nil), offset: 0, length: 3)), 1, 3),
]

private let readable: [(text: String, value: Double, unit: Unit)] = [
  ("32 m2/person", 32, "m2/person"), ("32m2/person", 32, "m2/person"), ("1763 万人", 1763, "万人"),
  ("1.24万亿元", 1.24, "万亿元"), ("900万吨", 900, "万吨"), ("60万千瓦", 60, "万千瓦"),
  ("300千瓦时/吨", 300, "千瓦时/吨"), ("1800万人", 1800, "万人"), ("3十亿元", 3, "十亿元"), ("2亿", 2, "亿"),
  ("12 万亿 元", 12, "万亿 元"),
  ("27670 亿元", 27670, "亿元"), ("2.1 Mtce", 2.1, "Mtce"), ("0.37 kg/kWh", 0.37, "kg/kWh"),
  ("-65%", -65, "%"), ("-2 %", -2, "%"), ("1.5%/yr", 1.5, "%/yr"), ("50 元/t", 50, "元/t"),
  ("1.5e3 t", 1500, "t"), ("2E-3t", 0.002, "t"), ("+5 t", 5, "t"), (".5 t", 0.5, "t"),
  ("5EJ", 5, "EJ"), ("14.5 kWh/100km", 14.5, "kWh/100km"), ("0.05 1/yr", 0.05, "1/yr"),
  ("3 10^4 t", 3, "10^4 t"), ("  0 t  ", 0, "t"), ("12 million people", 12, "million people"),
]

@Suite struct `Reading a quantity` {
  @Test(arguments: readable)
  func `a number and a unit`(text: String, value: Double, unit: Unit) throws {
    let quantity = try ParsedQuantity.parse(text)
    #expect(quantity.value == value)
    #expect(quantity.unit == unit)
    #expect(quantity.hasUnit)
    #expect(try Unit.parse(String(Array(text)[quantity.unitRange])) == unit)
  }

  @Test(arguments: [
    ("0.55", 0.55), ("-3", -3), ("1e-3", 0.001), (" 7 ", 7), ("0", 0), ("0e999", 0),
  ])
  func `a number alone is dimensionless and says so`(text: String, value: Double) throws {
    let quantity = try ParsedQuantity.parse(text)
    #expect(quantity.value == value)
    #expect(quantity.unit == .one)
    #expect(!quantity.hasUnit)
  }

  @Test(arguments: faults)
  private func `a fault is named and found`(fault: Fault) {
    #expect(
      throws: QuantityError(reason: fault.reason, offset: fault.offset, length: fault.length)
    ) {
      try ParsedQuantity.parse(fault.text)
    }
  }

  @Test func `a fault is told in both languages, with advice`() {
    for fault in faults {
      let error = QuantityError(reason: fault.reason, offset: fault.offset, length: fault.length)
      #expect(!error.message.english.isEmpty && error.message.english != error.message.chinese)
      #expect(error.suggestion != nil)
    }
  }

  @Test func `a decimal comma is answered with the decimal point`() {
    let error = QuantityError(reason: .separator("3,5", write: "3.5"), offset: 0, length: 3)
    #expect(error.message.english == "'3,5' can be read in two ways")
    #expect(error.suggestion?.english == "write 3.5")
    #expect(error.suggestion?.chinese == "请写 3.5")
  }

  @Test func `any text is either read or refused with a place inside it`() throws {
    let pieces = [
      "1", "0", "9", "x", ".", ",", " ", "/", "^", "-", "e", "²", "⁻", "%", "％", "½", "万", "亿",
      "吨", "kWh", "m2", "(当量)", "tce", "per", "million", "·", "99999999999", "\u{301}", "😀",
    ]
    var generator = SeededNumbers(seed: 7)
    var read = 0
    for _ in 0..<5_000 {
      let count = Int.random(in: 0...7, using: &generator)
      let text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      do throws(QuantityError) {
        let quantity = try ParsedQuantity.parse(text)
        #expect(quantity.value.isFinite && quantity.unit.factor.isFinite)
        #expect(quantity.unit.factor > 0 && quantity.unitRange.upperBound <= text.count)
        read += 1
      } catch {
        #expect(error.offset >= 0 && error.length >= 0, "\(text)")
        #expect(error.offset + error.length <= text.count, "\(text)")
      }
    }
    #expect(read > 100)
  }

  @Test func `a quantity converts to the unit a parameter has`() throws {
    #expect(try ParsedQuantity.parse("-65%").value(in: .one) == -0.65)
    #expect(try ParsedQuantity.parse("1763 万人").value(in: "person") == 17_630_000)
    #expect(try ParsedQuantity.parse("98 TWh").value(in: "PJ") == 352.8)
    #expect(throws: UnitMismatch(found: "t", expected: "PJ")) {
      try ParsedQuantity.parse("98 t").value(in: "PJ")
    }
  }
}

extension Unit {
  /// The unit that a table of statistics states in words: `million tonnes CO2 equivalent`, `1e8 yuan`, `MMBtu`.
  ///
  /// Tables are taken as they come, so more is read here than scenario files may write, which keep to
  /// symbols (``parse(_:)``). Besides all symbols: words for prefixes and multiples, several ways of
  /// writing CO₂-equivalents, powers of ten, units of energy of American statistics, and volumes. A plain
  /// `tons`, which may be metric or short ones, is not read.
  ///
  /// Sources: Btu of the International Table, 1055.05585262 J (ISO 31-4:1992); quad, 10¹⁵ Btu, therm,
  /// 10⁵ Btu (EIA, Energy Units and Calculators); short ton 907.18474 kg and pound 0.45359237 kg (NIST
  /// SP 811, B.8).
  ///
  /// - Parameter words: The words, as a table writes them.
  /// - Returns: The unit, its symbol the words themselves; nothing if they are no unit.
  public static func stated(_ words: String) -> Unit? {
    let plain = words.trimmingSpaces
    // A number alone, as a year, is no unit.
    guard plain.contains(where: { !$0.isASCIIDigit && $0 != "." }), plain.utf8.count <= 80 else {
      return nil
    }
    // What is wrong with a unit costs more to say than to see, and most words of tables are no units.
    if holdsSymbols(plain) {
      if let unit = try? parse(plain) { return unit }
      if let unit = try? parse(plain.filter { !$0.isWhitespace }) { return unit }
    }
    var product = UnitProduct()
    for factor in StatedFactor.all(in: plain.inStatedWords) {
      guard let own = factor.resolved() else { return nil }
      product.multiply(by: own, power: factor.divides ? -1 : 1)
    }
    guard let size = product.size, product.coalBases.count <= 1 else { return nil }
    return Unit(
      symbol: plain, dimension: product.dimension, coalBasis: product.coalBases.first, size: size)
  }
}

/// Whether each factor of a text ends in a known symbol, its powers and multiples aside.
private func holdsSymbols(_ text: String) -> Bool {
  let factors = text.replacing(" per ", with: "/").split { "/·⋅*".contains($0) }
  return !factors.isEmpty
    && factors.allSatisfy { factor in
      var words = factor.split(separator: " ")
      while words.count > 1, UnitTable.entry(String(words[0]))?.isMultiplier == true {
        words.removeFirst()
      }
      if words.count > 1, words[0].allSatisfy(\.isASCIIDigit) { words.removeFirst() }
      let name = words.joined().drop { $0.isASCIIDigit || $0 == "." }
      if name.isEmpty || UnitTable.entry(String(name)) != nil { return true }
      let powers: Set<Character> = ["^", "-", "−", "⁻", "¹", "²", "³", "⁴"]
      let stem = name.reversed().drop { $0.isASCIIDigit || powers.contains($0) }.reversed()
      return UnitTable.entry(String(stem)) != nil
        || UnitTable.entry(String(name.map { $0 == "₂" ? "2" : $0 == "²" ? "2" : $0 })) != nil
    }
}

/// The words between two signs of division.
private struct StatedFactor {
  let words: [Substring]
  let divides: Bool

  static func all(in text: String) -> [StatedFactor] {
    text.split(separator: "/", omittingEmptySubsequences: false).enumerated().map { place, part in
      StatedFactor(words: part.split(separator: " "), divides: place > 0)
    }
  }

  /// What the words stand for: multiples, then one unit.
  func resolved() -> UnitProduct? {
    var product = UnitProduct()
    var rest = words[...]
    while let first = rest.first, let multiple = Self.multiple(first) {
      product.multiply(by: UnitTable.Entry(dimension: .none, size: multiple), power: 1)
      rest = rest.dropFirst()
    }
    // `million` is a unit of things counted; a power of ten alone is none.
    if rest.isEmpty {
      return words.contains { Self.multiples[$0.lowercased()] != nil } ? product : nil
    }
    let name = rest.joined()
    guard let entry = UnitTable.entry(name) ?? inventoryEntry(name) else { return nil }
    product.multiply(by: entry, power: 1)
    return product
  }

  /// A power of ten before a unit: `million`, `1e8`, `10^8`, `100`.
  private static func multiple(_ word: Substring) -> ExactFactor? {
    if let tens = multiples[word.lowercased()] { return .tens(tens) }
    let parts = word.lowercased().split(separator: "e", omittingEmptySubsequences: false)
    if parts.count == 2, let number = Int(parts[0]), let tens = Int(parts[1]), number > 0,
      (-18...18).contains(tens)
    {
      return ExactFactor(number, tens: tens)
    }
    if word.hasPrefix("10^"), let tens = Int(word.dropFirst(3)), (-18...18).contains(tens) {
      return .tens(tens)
    }
    guard let number = Int(word), (1...1_000_000_000).contains(number) else { return nil }
    return ExactFactor(number)
  }

  private static let multiples: [String: Int] = [
    "hundred": 2, "thousand": 3, "thousands": 3, "million": 6, "millions": 6, "mln": 6, "mio": 6,
    "billion": 9, "billions": 9, "bln": 9, "trillion": 12, "quadrillion": 15,
  ]
}

/// The unit of a spelling that tables have and scenario files do not, after a Chinese multiplier too.
private func inventoryEntry(_ name: String) -> UnitTable.Entry? {
  if let entry = inventoryEntries[name] { return entry }
  if let (tens, rest) = UnitTable.splitMultiplier(name) {
    guard let entry = UnitTable.entry(rest) ?? inventoryEntry(rest) else { return nil }
    return UnitTable.Entry(
      dimension: entry.dimension, size: entry.size.shifted(tens: tens), coalBasis: entry.coalBasis)
  }
  return nil
}

private let britishThermalUnit = ExactFactor(105_505_585_262, tens: -8)

private let inventoryEntries: [String: UnitTable.Entry] = {
  var entries: [String: UnitTable.Entry] = [:]
  let volumes = ["m3", "立方米", "方", "Nm3", "标立方米", "标准立方米"]
  let families = [
    UnitFamily(.energy, britishThermalUnit, names: ["Btu", "BTU", "btu"]),
    UnitFamily(.energy, britishThermalUnit.shifted(tens: 3), names: ["MBtu"]),
    UnitFamily(
      .energy, britishThermalUnit.shifted(tens: 6),
      names: ["MMBtu", "MMBTU", "mmBtu", "mmbtu", "Dth"]),
    UnitFamily(.energy, britishThermalUnit.shifted(tens: 5), names: ["therm", "therms"]),
    UnitFamily(
      .energy, britishThermalUnit.shifted(tens: 15), names: ["quad", "quads", "Quad", "Quads"]),
    UnitFamily(.mass, ExactFactor(45_359_237, tens: -8), names: ["lb", "lbs", "pound", "pounds"]),
    UnitFamily(.mass, ExactFactor(90_718_474, tens: -5), names: ["shortton", "shorttons"]),
    UnitFamily(
      .carbon, ExactFactor(90_718_474, tens: -5), names: ["shorttonsCO2", "shorttonsCO2e"]),
    UnitFamily(.volume, ExactFactor(1), names: volumes),
    UnitFamily(.volume, .tens(9), names: ["bcm", "km3"]),
    UnitFamily(.volume, .tens(6), names: ["mcm"]),
    UnitFamily(.volume, .tens(-3), names: ["L", "litre", "litres", "liter", "liters", "升", "公升"]),
  ]
  for family in families {
    for (spelling, size) in family.spellings {
      entries[spelling] = UnitTable.Entry(dimension: family.dimension, size: size)
    }
  }
  return entries
}()

extension String {
  fileprivate var trimmingSpaces: String {
    let from = drop { $0.isWhitespace }
    return String(from.reversed().drop { $0.isWhitespace }.reversed())
  }

  /// The words of tables in place of which symbols are known, the longest first.
  fileprivate var inStatedWords: String {
    var text = " \(self) "
    for (from, to) in plainSigns { text = text.replacing(from, with: to) }
    for (words, symbol) in statedWords {
      text = text.replacingWords(words, with: symbol)
    }
    return text.trimmingSpaces
  }

  /// The text with words in place of others, capital letters aside.
  private func replacingWords(_ words: String, with symbol: String) -> String {
    let lower = lowercased()
    guard lower.utf8.count == utf8.count, let found = lower.firstRange(of: words) else {
      return self
    }
    let start = lower.utf8.distance(from: lower.startIndex, to: found.lowerBound)
    let end = lower.utf8.distance(from: lower.startIndex, to: found.upperBound)
    let bytes = Array(utf8)
    let head = String(decoding: bytes[..<start], as: UTF8.self)
    let tail = String(decoding: bytes[end...], as: UTF8.self)
    return head + symbol + tail.replacingWords(words, with: symbol)
  }
}

private let plainSigns: [(String, String)] = [
  ("₂", "2"), ("₃", "3"), ("₄", "4"), ("²", "2"), ("³", "3"), ("⁸", "^8"), ("⁴", "^4"), ("⁹", "^9"),
  ("⁶", "^6"), ("×", " "), ("·", " "), ("*", " "), (",", " "), ("_", " "), ("t-CO2", "tCO2"),
  (" per ", "/"), ("/", " / "),
]

/// Words with a space before and behind them, so that parts of other words are left alone.
private let statedWords: [(String, String)] = {
  var words: [(String, String)] = [
    ("carbon dioxide equivalents", "CO2e"), ("carbon dioxide equivalent", "CO2e"),
    ("carbon dioxide", "CO2"), ("co2-equivalents", "CO2e"), ("co2-equivalent", "CO2e"),
    ("co2 equivalents", "CO2e"), ("co2 equivalent", "CO2e"), ("co2 equiv.", "CO2e"),
    ("co2 equiv", "CO2e"), ("co2-equiv", "CO2e"), ("co2-eq.", "CO2e"), ("co2-eq", "CO2e"),
    ("co2 eq.", "CO2e"), ("co2 eq", "CO2e"), ("co2eq.", "CO2e"), ("co2-e", "CO2e"),
    ("co2 e", "CO2e"), (" of ", " "), ("metric tons", "tonnes"), ("metric ton", "tonnes"),
    ("mmtco2", "MtCO2"), (" mmt ", " Mt "), (" mtce ", " Mtce "),
    ("short tons", "shortton"), ("short ton", "shortton"),
    (" yuan ", " CNY "), (" rmb ", " CNY "), ("billion kilowatthours", "TWh"),
    ("million kilowatthours", "GWh"), (" kilowatthours ", " kWh "), (" kwh ", " kWh "),
    (" gwh ", " GWh "), (" twh ", " TWh "), (" mwh ", " MWh "),
    (" cubic metres ", " m3 "), (" cubic meters ", " m3 "),
    ("billion cubic metres", "bcm"), ("billion cubic meters", "bcm"),
    (" tons of standard coal ", " tce "), (" tonnes of coal equivalent ", " tce "),
    ("tonnes coal equivalent", "tce"), ("tonnes oil equivalent", "toe"),
  ]
  let prefixes = [
    ("kilo", "k"), ("mega", "M"), ("giga", "G"), ("tera", "T"), ("peta", "P"), ("exa", "E"),
  ]
  let units = [
    ("tonnes", "t"), ("tonne", "t"), ("watt-hours", "Wh"), ("watt hours", "Wh"),
    ("watthours", "Wh"),
    ("joules", "J"), ("joule", "J"), ("grams", "g"), ("watts", "W"),
  ]
  for (unit, symbol) in units {
    for (prefix, letter) in prefixes {
      words.append((" \(prefix)\(unit) ", " \(letter)\(symbol) "))
    }
  }
  return words + [(" tonnes ", " t "), (" tonne ", " t ")]
}()

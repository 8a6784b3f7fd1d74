extension Unit {
  /// Reads a unit.
  ///
  /// ```text
  /// unit   = factor { ("/" | "per" | "·" | "*") factor }      each "/" divides by one factor
  /// factor = { number | "million" | "万" | … } [number] name [power]
  /// power  = ["^"] ["-"] digit, or superscripts
  /// ```
  ///
  /// - Parameter text: For example `kWh/m2/yr`, `万吨标煤`, `kWh/100km`, `million people`, `%`.
  /// - Returns: The unit, its symbol free of needless spaces.
  /// - Throws: ``UnitError`` with the place of the first fault.
  public static func parse(_ text: String) throws(UnitError) -> Unit {
    let characters = Array(text)
    for (offset, character) in characters.enumerated() {
      guard let ascii = character.asciiOfFullWidth else { continue }
      throw UnitError(reason: .fullWidth(character, write: ascii), offset: offset, length: 1)
    }
    let factors = try UnitFactor.split(characters)
    var product = UnitProduct()
    for factor in factors {
      product.multiply(by: try factor.resolved(), power: factor.divides ? -1 : 1)
    }
    guard let size = product.size else {
      throw UnitError(reason: .outOfRange, offset: 0, length: characters.count)
    }
    guard product.coalBases.count <= 1 else {
      throw UnitError(reason: .mixedCoalBases, offset: 0, length: characters.count)
    }
    return Unit(
      symbol: factors.map(\.symbol).joined(), dimension: product.dimension,
      coalBasis: product.coalBases.first, size: size)
  }
}

extension Unit {
  /// Every unit name there is, without the Chinese multipliers (千, 万, 亿, …) any of them takes.
  public static var knownSpellings: [String] { UnitTable.spellings }
}

/// A product of units while it grows; what is wrong with it as a whole shows at the end.
struct UnitProduct {
  private(set) var dimension = Dimension.none
  /// Nothing once it has left the range of sizes.
  private(set) var size: ExactFactor? = ExactFactor(1)
  private(set) var coalBases: Set<CoalBasis> = []

  mutating func multiply(by other: UnitProduct, power: Int) {
    dimension = dimension * other.dimension.power(power)
    size = size.flatMap { size in
      other.size?.power(power).flatMap { size.multiplied(by: $0) }
    }
    coalBases.formUnion(other.coalBases)
  }

  mutating func multiply(by entry: UnitTable.Entry, power: Int) {
    let bases = Set([entry.coalBasis].compactMap(\.self))
    multiply(
      by: UnitProduct(dimension: entry.dimension, size: entry.size, coalBases: bases), power: power)
  }
}

/// A word or an operator of a unit's text, with its place.
struct UnitWord {
  var text: String
  let offset: Int
  var length: Int { text.count }

  /// Whether the word divides (true), multiplies (false), or is no operator (nothing).
  var divides: Bool? {
    switch text {
    case "/", "per": true
    case "·", "⋅", "*": false
    default: nil
    }
  }

  /// The words and operators of a text, in order.
  static func split(_ characters: [Character]) -> [UnitWord] {
    var words: [UnitWord] = []
    var continues = false
    for (offset, character) in characters.enumerated() {
      if character.isWhitespace {
        continues = false
      } else if "/·⋅*".contains(character) {
        words.append(UnitWord(text: String(character), offset: offset))
        continues = false
      } else if continues {
        words[words.count - 1].text.append(character)
      } else {
        words.append(UnitWord(text: String(character), offset: offset))
        continues = true
      }
    }
    return words
  }
}

/// The words between two operators, with the operator before them.
struct UnitFactor {
  private(set) var words: [UnitWord] = []
  private(set) var leading: UnitWord?

  var divides: Bool { leading?.divides ?? false }

  /// The factor as a unit's symbol writes it, with its operator.
  var symbol: String {
    let sign = leading.map { $0.divides == true ? "/" : "·" } ?? ""
    return sign + words.map(\.text).joined(separator: " ")
  }

  /// Splits a unit at its operators.
  static func split(_ characters: [Character]) throws(UnitError) -> [UnitFactor] {
    let words = UnitWord.split(characters)
    guard !words.isEmpty else { throw UnitError(reason: .empty, offset: 0, length: 0) }
    var factors = [UnitFactor()]
    for word in words {
      if word.divides == nil {
        factors[factors.count - 1].words.append(word)
      } else {
        factors.append(UnitFactor(leading: word))
      }
    }
    for (index, factor) in factors.enumerated() where factor.words.isEmpty {
      guard let sign = factor.leading ?? factors[index + 1].leading else { continue }
      throw UnitError(
        reason: .missingUnit(beside: sign.text), offset: sign.offset, length: sign.length)
    }
    return factors
  }

  /// That a mass is spelt out, `million tonnes`, and how it is written.
  private func spelledTonnes(_ rest: ArraySlice<UnitWord>) -> UnitError? {
    let prefixes = [
      "tonne": "", "tonnes": "", "kilotonne": "k", "kilotonnes": "k", "megatonne": "M",
      "megatonnes": "M", "gigatonne": "G", "gigatonnes": "G",
    ]
    let powers = ["thousand": "k", "million": "M", "billion": "G"]
    guard let first = rest.first, let prefix = prefixes[first.text.lowercased()] else {
      return nil
    }
    let before = words.prefix(words.count - rest.count)
    let power = prefix.isEmpty && before.count == 1 ? before.first.flatMap { powers[$0.text] } : nil
    let start = power == nil ? first : before.first ?? first
    let end = rest.last ?? first
    let said = (power == nil ? Array(rest) : words).map(\.text).joined(separator: " ")
    let tail = rest.dropFirst().map { " " + $0.text }.joined()
    return UnitError(
      reason: .unknown(said, suggestion: (power ?? prefix) + "t" + tail), offset: start.offset,
      length: end.offset + end.length - start.offset)
  }

  /// What the words stand for together: leading multipliers times one unit.
  func resolved() throws(UnitError) -> UnitProduct {
    var product = UnitProduct()
    var rest = words[...]
    while rest.count > 1, let multiplier = try rest.first?.asMultiplier() {
      product.multiply(by: multiplier, power: 1)
      rest.removeFirst()
    }
    guard let first = rest.first else { return product }
    if let fault = spelledTonnes(rest) { throw fault }
    if let second = rest.dropFirst().first, UnitTable.entry(rest.map(\.text).joined()) == nil,
      (try? first.resolved()) != nil
    {
      throw UnitError(
        reason: .missingOperator(first.text, second.text), offset: first.offset,
        length: second.offset + second.length - first.offset)
    }
    let name = UnitWord(text: rest.map(\.text).joined(), offset: first.offset)
    product.multiply(by: try name.resolved(), power: 1)
    return product
  }
}

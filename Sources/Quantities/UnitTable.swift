import Diagnostics

/// The units there are, by spelling.
enum UnitTable {
  /// What one spelling stands for.
  struct Entry: Hashable, Sendable {
    let dimension: Dimension
    let size: ExactFactor
    var coalBasis: CoalBasis?
  }

  /// The unit of a spelling: as it stands, or after a Chinese multiplier such as 万.
  static func entry(_ spelling: String) -> Entry? {
    if let entry = entries[spelling] { return entry }
    guard let (tens, rest) = splitMultiplier(spelling), let entry = entries[rest] else {
      return nil
    }
    return Entry(
      dimension: entry.dimension, size: entry.size.shifted(tens: tens), coalBasis: entry.coalBasis)
  }

  /// A leading Chinese multiplier and what follows it.
  static func splitMultiplier(_ spelling: String) -> (tens: Int, rest: String)? {
    for (word, tens) in chineseMultipliers where spelling.hasPrefix(word) {
      let rest = spelling.dropFirst(word.count)
      return rest.isEmpty ? nil : (tens, String(rest))
    }
    return nil
  }

  /// Every spelling without a Chinese multiplier, in a fixed order.
  static let spellings: [String] = entries.keys.sorted()

  /// Longest first, so that 十万 is not read as 十 and 万.
  private static let chineseMultipliers: [(word: String, tens: Int)] = [
    ("十万", 5), ("百万", 6), ("千万", 7), ("十亿", 9), ("百亿", 10), ("千亿", 11), ("万亿", 12),
    ("千", 3), ("万", 4), ("亿", 8),
  ]

  /// The characters of the Chinese multipliers, any of which may follow a number: `900万吨`.
  static let multiplierLetters = Set(chineseMultipliers.flatMap(\.word))

  private static let entries: [String: Entry] = {
    var entries: [String: Entry] = [:]
    for family in energyUnits + massUnits + countedUnits + spaceAndTimeUnits {
      for (spelling, size) in family.spellings {
        entries[spelling] = Entry(
          dimension: family.dimension, size: size, coalBasis: family.coalBasis)
      }
    }
    return entries
  }()
}

/// Spellings that differ only by a prefix or by language.
struct UnitFamily {
  let dimension: Dimension
  var coalBasis: CoalBasis?
  let spellings: [(String, ExactFactor)]

  /// A family of one size.
  ///
  /// - Parameters:
  ///   - dimension: What the units measure.
  ///   - size: The size in base units, without prefix.
  ///   - symbols: Spellings that take each of `prefixes`, and none.
  ///   - prefixes: SI prefixes, one character each. There is no milli: mW is MW mistyped.
  ///   - names: Spellings that take no SI prefix.
  ///   - coalBasis: What kind of coal equivalent the unit is, if it is one.
  init(
    _ dimension: Dimension, _ size: ExactFactor, symbols: [String] = [], prefixes: String = "",
    names: [String] = [], coalBasis: CoalBasis? = nil
  ) {
    self.dimension = dimension
    self.coalBasis = coalBasis
    var spellings = (symbols + names).map { ($0, size) }
    for prefix in prefixes {
      guard let tens = siPrefixes[prefix] else {
        defect("'\(prefix)' is not an SI prefix")
      }
      spellings += symbols.map { ("\(prefix)\($0)", size.shifted(tens: tens)) }
    }
    self.spellings = spellings
  }
}

private let siPrefixes: [Character: Int] = ["k": 3, "M": 6, "G": 9, "T": 12, "P": 15, "E": 18]

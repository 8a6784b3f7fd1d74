import Diagnostics

extension UnitWord {
  /// What the word stands for: a number, a name, or both, with a power.
  func resolved() throws(UnitError) -> UnitProduct {
    var product = UnitProduct()
    let digits = String(text.prefix { $0.isASCIIDigit || $0 == "." })
    let name = String(text.dropFirst(digits.count)).withPlainPowers
    let number = digits.isEmpty ? nil : try number(digits)
    if let number, name.isEmpty || name.first == "-" || name.first?.isASCIIDigit == true {
      let exponent = name.isEmpty ? 1 : try exponent(name)
      product.multiply(by: UnitTable.Entry(dimension: .none, size: number), power: exponent)
      return product
    }
    if let number {
      product.multiply(by: UnitTable.Entry(dimension: .none, size: number), power: 1)
    }
    let (entry, power) = try entryAndPower(name, skipping: digits.count)
    product.multiply(by: entry, power: power)
    return product
  }

  /// The word as a factor before a unit: a number, `million`, 万; nothing if it is none.
  func asMultiplier() throws(UnitError) -> UnitProduct? {
    let isNumber = text.first?.isASCIIDigit == true
    guard isNumber || (UnitTable.entry(text)?.isMultiplier ?? false) else { return nil }
    let product = try resolved()
    return product.dimension == .none ? product : nil
  }

  private func number(_ digits: String) throws(UnitError) -> ExactFactor {
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, !parts.contains(""), let number = Int(parts.joined()), number > 0 else {
      throw UnitError(reason: .badNumber(digits), offset: offset, length: digits.count)
    }
    return ExactFactor(number, tens: parts.count == 2 ? -parts[1].count : 0)
  }

  /// The unit of a name, whose last digits may belong to it (`m2`, `tCO2`) or be a power.
  private func entryAndPower(
    _ name: String, skipping skipped: Int
  ) throws(UnitError) -> (UnitTable.Entry, power: Int) {
    if let entry = UnitTable.entry(name) { return (entry, 1) }
    let digits = String(name.reversed().prefix { $0.isASCIIDigit }.reversed())
    var stem = String(name.dropLast(digits.count))
    let sign = stem.last == "-" ? "-" : ""
    stem.removeLast(sign.count)
    if sign == "-", !digits.isEmpty, let area = UnitTable.entry(stem + digits) { return (area, -1) }
    guard let entry = UnitTable.entry(stem) else {
      throw UnitError(
        reason: unknown(name), offset: offset + skipped, length: length - skipped)
    }
    return (entry, try exponent(sign + digits))
  }

  private func exponent(_ digits: String) throws(UnitError) -> Int {
    guard let exponent = Int(digits), exponent != 0, (-9...9).contains(exponent) else {
      throw UnitError(reason: .badPower(digits), offset: offset, length: length)
    }
    return exponent
  }

  private func unknown(_ name: String) -> UnitError.Reason {
    let rest = UnitTable.splitMultiplier(name)?.rest ?? name
    let multiplier = name.dropLast(rest.count)
    if let match = UnitTable.spellings.first(where: { $0.lowercased() == rest.lowercased() }) {
      return .wrongCase(name, suggestion: multiplier + match)
    }
    let mended = String(rest.map { confusedLetters[$0] ?? $0 })
    if mended != rest, UnitTable.entry(mended) != nil {
      return .unknown(name, suggestion: multiplier + mended)
    }
    // Of two letters any unit is one edit away.
    let nearest = rest.count < 3 ? nil : closestName(to: rest, among: UnitTable.spellings)
    return .unknown(name, suggestion: nearest.map { multiplier + $0 })
  }
}

extension String {
  /// The text with powers and formula digits in plain ASCII: `m²` and `m^2` as `m2`.
  fileprivate var withPlainPowers: String {
    let plain = map { plainDigits[$0] ?? $0 }
    let kept = zip(plain, plain.dropFirst() + [" "]).filter { character, next in
      character != "^" || !(next.isASCIIDigit || next == "-")
    }
    return String(kept.map(\.0))
  }
}

/// Characters that sound or look like those of units, as Chinese input methods offer them.
private let confusedLetters: [Character: Character] = [
  "顿": "吨", "盾": "吨", "圆": "元", "园": "元", "员": "元", "量": "辆", "两": "辆", "俩": "辆", "瓩": "瓦",
  "迷": "米", "仁": "人",
]

private let plainDigits: [Character: Character] = Dictionary(
  zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻₀₁₂₃₄₅₆₇₈₉−", "0123456789-0123456789-"), uniquingKeysWith: { first, _ in first })

extension Character {
  /// Whether the character is one of 0–9.
  var isASCIIDigit: Bool { isASCII && isWholeNumber }

  /// The ASCII form of a full-width character, as Chinese input methods produce them.
  public var asciiOfFullWidth: Character? {
    guard let scalar = unicodeScalars.first, unicodeScalars.count == 1,
      (0xFF01...0xFF5E).contains(scalar.value), let ascii = Unicode.Scalar(scalar.value - 0xFEE0)
    else { return nil }
    return Character(ascii)
  }
}

extension UnitTable.Entry {
  /// Whether the entry is a word such as `million`.
  var isMultiplier: Bool { dimension == .none && size.twos > 0 }
}

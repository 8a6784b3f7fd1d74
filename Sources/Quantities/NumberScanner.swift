/// Reads the number at the start of a text that has no spaces around it.
struct NumberScanner {
  /// The text; its indices are offsets into the text it was cut from.
  let characters: ArraySlice<Character>

  /// The number, and the offset after it.
  func scan() throws(QuantityError) -> (Double, end: Int) {
    guard let end = plainNumberEnd else { throw noNumber }
    try refuseMoreDigits(after: end)
    let text = String(characters[..<end])
    let isZero = !text.prefix { $0 != "e" && $0 != "E" }.contains { "123456789".contains($0) }
    guard let value = Double(text), value.isFinite, isZero || value != 0 else {
      throw fault(.outOfRange(text), characters.startIndex..<end)
    }
    return (value, end)
  }

  /// The offset after a plain decimal number, nothing if the text does not start with one.
  private var plainNumberEnd: Int? {
    var end = characters.startIndex
    if character(end) == "-" || character(end) == "+" { end += 1 }
    let wholeEnd = digitsEnd(end)
    let fractionEnd = character(wholeEnd) == "." ? digitsEnd(wholeEnd + 1) : wholeEnd
    let hasFraction = fractionEnd > wholeEnd + 1
    guard wholeEnd > end || hasFraction else { return nil }
    end = hasFraction ? fractionEnd : wholeEnd
    guard character(end) == "e" || character(end) == "E" else { return end }
    let sign = character(end + 1)
    let exponent = sign == "-" || sign == "+" ? end + 2 : end + 1
    return digitsEnd(exponent) > exponent ? digitsEnd(exponent) : end
  }

  /// Why there is no number at the start.
  private var noNumber: QuantityError {
    let start = characters.startIndex
    guard let first = characters.first else { return fault(.empty, characters.indices) }
    let word = String(characters.drop { "+-.".contains($0) }).lowercased()
    if ["nan", "inf", "infinity"].contains(word) {
      return fault(.notFinite(String(characters)), characters.indices)
    }
    if "“”‘’「」\"'".contains(first) { return fault(.quoted(first), start..<start + 1) }
    let afterSign = "+-".contains(first) ? start + 1 : start
    if let odd = character(afterSign) ?? character(start) {
      if let plain = plainForm(odd) {
        return fault(.lookalike(odd, write: plain), afterSign..<afterSign + 1)
      }
      if odd.isNumber, !odd.isASCIIDigit {
        return fault(.notADigit(odd), afterSign..<afterSign + 1)
      }
    }
    let end = characters.firstIndex { $0.isWhitespace } ?? characters.endIndex
    return fault(.notANumber(String(characters[..<end])), start..<end)
  }

  /// Refuses a number that goes on in a way that some readers would take for one number.
  private func refuseMoreDigits(after end: Int) throws(QuantityError) {
    guard let next = character(end) else { return }
    let start = characters.startIndex
    if "xXbBoO".contains(next), character(end - 1) == "0",
      character(end + 1)?.isHexDigit ?? false
    {
      throw fault(.notDecimal(String(characters)), characters.indices)
    }
    if next.isNumber, next.asciiOfFullWidth == nil, !UnitTable.multiplierLetters.contains(next) {
      throw fault(.notADigit(next), end..<end + 1)
    }
    if next == "." {
      throw fault(.badPoint(String(characters[..<(end + 1)])), start..<end + 1)
    }
    guard isSeparator(end), !isUnitOfOne(after: end) else { return }
    var runEnd = end
    while isSeparator(runEnd) || character(runEnd)?.isASCIIDigit ?? false { runEnd += 1 }
    let written = characters[..<runEnd]
    throw fault(.separator(String(written), write: withoutSeparators(written)), start..<runEnd)
  }

  /// Whether a comma, space or the like stands between two digits.
  private func isSeparator(_ index: Int) -> Bool {
    guard let character = character(index) else { return false }
    let separates = character.isWhitespace || ",，'’_".contains(character)
    return separates && self.character(index + 1)?.isASCIIDigit ?? false
  }

  /// Whether a unit such as `1/yr` or `10^4 t` follows the space.
  private func isUnitOfOne(after end: Int) -> Bool {
    guard character(end)?.isWhitespace ?? false else { return false }
    let digits = digitsEnd(end + 1)
    let next = characters[digits...].first { !$0.isWhitespace }
    return next == "^" || (next == "/" && String(characters[end + 1..<digits]) == "1")
  }

  /// What was meant: a comma is a decimal point unless groups of three follow it.
  private func withoutSeparators(_ written: ArraySlice<Character>) -> String? {
    let parts = written.split { !$0.isASCIIDigit && !"+-.".contains($0) }.map { String($0) }
    let separators = written.filter { !$0.isASCIIDigit && !"+-.".contains($0) }
    let inGroups =
      parts.dropFirst().allSatisfy { $0.count == 3 }
      && parts.first?.drop { "+-".contains($0) } != "0"
    let hasPoint = written.contains(".")
    if inGroups, !hasPoint { return parts.joined() }
    let isComma = separators.count == 1 && (separators[0] == "," || separators[0] == "，")
    return isComma && !hasPoint ? parts.joined(separator: ".") : nil
  }

  private func character(_ index: Int) -> Character? {
    characters.indices.contains(index) ? characters[index] : nil
  }

  private func digitsEnd(_ start: Int) -> Int {
    var end = start
    while character(end)?.isASCIIDigit ?? false { end += 1 }
    return end
  }

  private func fault(_ reason: QuantityError.Reason, _ place: Range<Int>) -> QuantityError {
    QuantityError(reason: reason, offset: place.lowerBound, length: place.count)
  }
}

/// The ASCII character that another one looks like.
private func plainForm(_ character: Character) -> Character? {
  switch character {
  case "−", "–", "—": "-"
  default: character.asciiOfFullWidth
  }
}

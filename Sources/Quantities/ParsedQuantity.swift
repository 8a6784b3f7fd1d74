/// A number with its unit, as a file writes it: `32 m2/person`, `-65%`, `0.55`.
public struct ParsedQuantity: Hashable, Sendable {
  /// The number as written, in ``unit``.
  public let value: Double

  /// The unit as written, ``Unit/one`` if there is none.
  public let unit: Unit

  /// Where the unit stands, in characters from the start of the text; empty if there is none.
  public let unitRange: Range<Int>

  /// Whether a unit was written, as in `45%` but not in `0.45`.
  public var hasUnit: Bool { !unitRange.isEmpty }

  /// Reads a number and the unit after it, if any.
  ///
  /// The number is a plain decimal, `1.5e3` included. Nothing that people or programs read in two
  /// ways is accepted: no comma, no spaces between digits, no `0x10`, no `NaN`.
  ///
  /// - Parameter text: For example `1763 万人`, `50 元/t`, `1.5%/yr`.
  /// - Returns: The number and unit; a space between them is optional.
  /// - Throws: ``QuantityError`` with the place of the first fault.
  public static func parse(_ text: String) throws(QuantityError) -> ParsedQuantity {
    let characters = Array(text)
    let start = characters.firstIndex { !$0.isWhitespace } ?? characters.count
    let end = (characters.lastIndex { !$0.isWhitespace } ?? start - 1) + 1
    let scanner = NumberScanner(characters: characters[start..<end])
    let (value, numberEnd) = try scanner.scan()
    let unitStart = characters[numberEnd..<end].firstIndex { !$0.isWhitespace } ?? end
    guard unitStart < end else {
      return ParsedQuantity(value: value, unit: .one, unitRange: end..<end)
    }
    do {
      let unit = try Unit.parse(String(characters[unitStart..<end]))
      return ParsedQuantity(value: value, unit: unit, unitRange: unitStart..<end)
    } catch {
      throw QuantityError(
        reason: .unit(error), offset: unitStart + error.offset, length: error.length)
    }
  }

  /// The number as a part of 1, as `45%` and `0.45` are; none if it measures something.
  public var share: Double? { unit.dimension == .none ? value * unit.factor : nil }

  /// Reads a part of 1; nothing if the text is none.
  public static func share(_ text: String) -> Double? { (try? parse(text))?.share }

  /// The number in another unit.
  ///
  /// - Parameter other: The unit wanted.
  /// - Returns: The converted number.
  /// - Throws: ``UnitMismatch`` if the two units measure different things.
  public func value(in other: Unit) throws(UnitMismatch) -> Double {
    try unit.convert(value, to: other)
  }
}

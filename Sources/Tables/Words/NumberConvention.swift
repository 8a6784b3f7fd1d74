/// Which sign is the decimal one, as the numbers of a column or of a table show together.
struct NumberConvention: Sendable {
  /// How many numbers can only be read with a decimal point.
  private(set) var point = 0
  /// How many can only be read with a decimal comma.
  private(set) var comma = 0
  /// How many can be read either way.
  private(set) var open = 0
  /// The largest of those without any sign.
  private var largestPlain = 0.0

  /// Counts a number.
  mutating func count(_ number: WrittenNumber) {
    switch number.style {
    case .plain: count(plain: number.value)
    case .point: point += 1
    case .comma: comma += 1
    case .eitherComma, .eitherPoint: open += 1
    }
  }

  /// Counts a number without any sign but that of a decimal point.
  mutating func count(plain number: Double) {
    if number == number.rounded() {
      largestPlain = max(largestPlain, abs(number))
    } else {
      point += 1
    }
  }

  /// Whether numbers up to 999 have no comma and larger ones all have: then it parts thousands.
  private var groupsLargeNumbers: Bool { open > 0 && (100..<1000).contains(largestPlain) }

  /// What the numbers show; nothing if they show neither, or both.
  var sign: Sign? {
    if comma > 0, point == 0 { return .comma }
    if comma == 0, point > 0 || groupsLargeNumbers { return .point }
    return nil
  }

  /// Where some can only be read one way and some only the other: that of most; the rest is asked.
  var moreFrequent: Sign? { isMixed ? (comma > point ? .comma : .point) : nil }

  /// Whether some can only be read one way and some only the other.
  var isMixed: Bool { comma > 0 && point > 0 }

  /// The decimal sign.
  enum Sign: Hashable, Sendable {
    case point, comma
  }
}

extension WrittenNumber {
  /// The number under a convention; nothing where it can be read in two ways, or not in this one.
  ///
  /// - Parameter sign: The decimal sign, if it is known.
  /// - Returns: The number.
  func value(by sign: NumberConvention.Sign?) -> Double? {
    switch (style, sign) {
    case (.plain, _), (.point, .point), (.point, nil): value
    case (.comma, .comma), (.comma, nil): valueWithComma
    case (.eitherComma, .point), (.eitherPoint, .point): value
    case (.eitherComma, .comma), (.eitherPoint, .comma): valueWithComma
    // Files of programs write points; nobody parts thousands by one point alone without other signs.
    case (.eitherPoint, nil): value
    case (.point, .comma), (.comma, .point), (.eitherComma, nil): nil
    }
  }
}

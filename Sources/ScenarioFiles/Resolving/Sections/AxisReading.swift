import CityModel
import Diagnostics
import Quantities

/// The values of an axis as a command line writes them.
///
/// ```text
/// PATH=a,b,c       these
/// PATH=a:b:step    from a to b
/// PATH=a:b         any from a to b
/// ```
///
/// A number without a unit takes that of the last; the unit `x` makes all of them factors on the
/// values of the scenario.
struct WrittenAxis {
  /// What is varied.
  let path: ParameterPath
  /// Where the path stands.
  let span: Span
  /// The numbers, in order.
  let numbers: [WrittenQuantity]
  /// The numbers as they are spelt, without units.
  let digits: [Substring]
  /// Whether they are ends and a step, and no list.
  let isRange: Bool
  /// Whether they are factors.
  let isFactor: Bool

  /// The values of a list or of the steps; nothing for a range without steps.
  ///
  /// Steps are counted in the last decimal written, so that `0:1:0.1` gives 0.3 and not
  /// 0.30000000000000004; where they need more decimals than a number holds, they are added up.
  /// Steps too small to lead from one number to the next give nothing.
  var values: [Double]? {
    guard isRange else { return numbers.map(\.value) }
    guard let count = stepCount else { return nil }
    let values = decimalSteps ?? addedSteps(count)
    let isRising = numbers[2].value > 0
    let isMonotone = zip(values, values.dropFirst()).allSatisfy {
      isRising ? $0 < $1 : $0 > $1
    }
    return isMonotone ? values : nil
  }

  /// The steps, counted in the last decimal written; nothing if that is no whole number of them.
  private var decimalSteps: [Double]? {
    let decimals = digits.map(Self.decimals).max() ?? 0
    // The powers of ten to this one are exact.
    guard decimals <= 22 else { return nil }
    let scale = Self.power(of: 10, decimals)
    let counted = numbers.map { ($0.value * scale).rounded() }
    guard zip(counted, numbers).allSatisfy({ abs($0) < 0x1p52 && $0 / scale == $1.value }) else {
      return nil
    }
    let count = (Int(counted[1]) - Int(counted[0])) / Int(counted[2]) + 1
    return (0..<count).map { (counted[0] + Double($0) * counted[2]) / scale }
  }

  /// The steps added to the start, none beyond the end.
  private func addedSteps(_ count: Int) -> [Double] {
    let start = numbers[0].value
    let end = numbers[1].value
    let step = numbers[2].value
    return (0..<count).map { number in
      let value = start + Double(number) * step
      return step > 0 ? min(value, end) : max(value, end)
    }
  }

  /// How many values the steps give; nothing if they lead nowhere or to more than can be meant.
  var stepCount: Int? {
    guard numbers.count == 3 else { return nil }
    let start = numbers[0].value
    let end = numbers[1].value
    let step = numbers[2].value
    let steps = (end - start) / step
    // A step that fits but for rounding is counted.
    guard step != 0, steps.isFinite, steps >= 0, steps < Double(Self.mostValues) else { return nil }
    return Int(steps * (1 + 1e-12) + 1e-9) + 1
  }

  /// The most values an axis may have.
  static let mostValues = 1_000_000

  /// The digits after the point, less the exponent.
  private static func decimals(_ number: Substring) -> Int {
    let parts = number.lowercased().split(separator: "e", omittingEmptySubsequences: false)
    let point = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    // No number has an exponent beyond these.
    let exponent = parts.count > 1 ? min(max(Int(parts[1]) ?? 0, -400), 400) : 0
    return max(0, (point.count > 1 ? point[1].count : 0) - exponent)
  }

  private static func power(of base: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { product, _ in product * base }
  }
}

extension Resolver {
  /// Reads `PATH=VALUES`; nothing, and the fault is reported, if it is none.
  mutating func writtenAxis(_ text: SourceText) -> WrittenAxis? {
    let whole = text.lines.count == 1 ? text.lines[0] : ""
    // Bytes of ASCII are counted at once, which long lists need.
    let isASCII = whole.utf8.allSatisfy { $0 < 0x80 }
    func distance(_ start: String.Index, _ end: String.Index) -> Int {
      isASCII
        ? whole.utf8.distance(from: start, to: end) : whole.distance(from: start, to: end)
    }
    func span(_ start: String.Index, _ end: String.Index) -> Span {
      let column = distance(whole.startIndex, start) + 1
      let length = distance(start, end)
      return Span(
        location: SourceLocation(path: text.path, line: 1, column: column), length: max(1, length))
    }
    guard let sign = whole.firstIndex(of: "="), sign != whole.startIndex else {
      report(.notAnAxis(whole), at: span(whole.startIndex, whole.endIndex))
      return nil
    }
    let values = whole[whole.index(after: sign)...]
    let isRange = values.contains { $0 == ":" || $0 == "：" }
    let separators: [Character] = isRange ? [":", "："] : [",", "，"]
    let parts = values.split(omittingEmptySubsequences: false) { separators.contains($0) }
    guard !isRange || (2...3).contains(parts.count) else {
      report(.notAnAxis(whole), at: span(values.startIndex, values.endIndex))
      return nil
    }
    let isFactor = parts.last.map { Self.factor($0) != nil } ?? false
    if !isFactor, let mixed = parts.first(where: { Self.factor($0) != nil }) {
      report(.mixedFactors(mixed, parts.last), at: span(mixed.startIndex, mixed.endIndex))
      return nil
    }
    let plain = isFactor ? parts.map { Self.factor($0) ?? $0 } : parts
    guard let numbers = quantities(plain, at: { span($0.startIndex, $0.endIndex) }) else {
      return nil
    }
    return WrittenAxis(
      path: ParameterPath(String(whole[..<sign])), span: span(whole.startIndex, sign),
      numbers: numbers, digits: plain.map(Self.leadingNumber), isRange: isRange,
      isFactor: isFactor)
  }

  /// The number before the sign of a factor; nothing if there is no such sign.
  private static func factor(_ text: Substring) -> Substring? {
    let trimmed = text.trimmingSpaces
    guard let last = trimmed.last, last == "x" || last == "×" else { return nil }
    return trimmed.dropLast()
  }

  /// The number at the start of a text that is known to begin with one.
  private static func leadingNumber(_ text: Substring) -> Substring {
    let trimmed = text.trimmingSpaces
    var end = trimmed.startIndex
    while end < trimmed.endIndex {
      let character = trimmed[end]
      let next = trimmed.index(after: end)
      let hasExponent =
        "eE".contains(character) && next < trimmed.endIndex
        && (trimmed[next].isWholeNumber || "+-".contains(trimmed[next]))
      guard character.isWholeNumber || "+-.".contains(character) || hasExponent else { break }
      end = next
    }
    return trimmed[..<end]
  }

  /// Numbers that share the unit of the last; all faults are reported.
  private mutating func quantities(
    _ parts: [Substring], at span: (Substring) -> Span
  ) -> [WrittenQuantity]? {
    var read: [WrittenQuantity] = []
    var shared: (unit: Unit, span: Span)?
    for part in parts.reversed() {
      let place = span(part)
      do {
        let quantity = try ParsedQuantity.parse(String(part))
        let own =
          quantity.hasUnit
          ? (unit: quantity.unit, span: place.part(quantity.unitRange)) : nil
        if read.isEmpty { shared = own }
        let unit = own ?? shared
        read.append(
          WrittenQuantity(
            value: quantity.value, unit: unit?.unit, span: place, unitSpan: unit?.span ?? place))
      } catch {
        report(
          .malformed(error), at: place.part(error.offset..<error.offset + max(1, error.length)))
      }
    }
    return read.count == parts.count ? read.reversed() : nil
  }
}

extension Span {
  /// A part of it, in characters from its start.
  fileprivate func part(_ range: Range<Int>) -> Span {
    Span(
      location: SourceLocation(
        path: location.path, line: location.line, column: location.column + range.lowerBound),
      length: range.count)
  }
}

extension Substring {
  /// The text without spaces around it.
  fileprivate var trimmingSpaces: Substring {
    let start = firstIndex { !$0.isWhitespace } ?? endIndex
    let end = lastIndex { !$0.isWhitespace }.map { index(after: $0) } ?? start
    return self[start..<end]
  }
}

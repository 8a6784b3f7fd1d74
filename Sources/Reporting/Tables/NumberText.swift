import Glibc

/// The shortest decimal text that reads back to the same double: `12`, `0.1`, `2.5e-9`, `1e300`.
///
/// - Parameter value: A finite number; −0 is written as 0.
/// - Returns: Digits with at most one point and one exponent.
func shortestText(_ value: Double) -> String {
  let text = (value == 0 ? 0 : value).description
  guard text.utf8.contains(UInt8(ascii: "e")) else { return withoutPointZero(text[...]) }
  let parts = text.split(separator: "e", maxSplits: 1)
  guard parts.count == 2, let exponent = Int(parts[1]) else { return text }
  return "\(withoutPointZero(parts[0]))e\(exponent)"
}

private func withoutPointZero(_ digits: Substring) -> String {
  String(digits.utf8.suffix(2).elementsEqual(".0".utf8) ? digits.dropLast(2) : digits)
}

/// A number for people, with this many significant digits and no exponent: `46.1`, `0.0312`, `−5`.
///
/// - Parameters:
///   - value: The number.
///   - digits: How many digits carry meaning; whole parts are never cut.
/// - Returns: The number, or a dash where it is not finite.
func readableText(_ value: Double, digits: Int = 3) -> String {
  guard value.isFinite else { return "–" }
  guard value != 0 else { return "0" }
  let magnitude = Int(log10(abs(value)).rounded(.down))
  var decimals = min(max(0, digits - 1 - magnitude), 9)
  // 9.999 becomes 10.0, which has one more digit before the point.
  if decimals > 0, rounded(value, decimals) >= pow(10, Double(digits)) { decimals -= 1 }
  let scaled = rounded(value, decimals)
  guard scaled < 1e15 else { return shortestText(value) }
  guard scaled > 0 else { return "0" }
  let sign = value < 0 ? "−" : ""
  guard decimals > 0 else { return sign + String(Int(scaled)) }
  let scale = Int(pow(10, Double(decimals)))
  let (whole, part) = Int(scaled).quotientAndRemainder(dividingBy: scale)
  let zeros = String(repeating: "0", count: decimals - String(part).count)
  return "\(sign)\(whole).\(zeros)\(part)"
}

/// The magnitude in units of the last decimal.
private func rounded(_ value: Double, _ decimals: Int) -> Double {
  (abs(value) * pow(10, Double(decimals))).rounded()
}

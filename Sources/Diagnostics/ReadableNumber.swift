import Glibc

/// A number for people, with this many significant digits and no exponent: `46.1`, `0.0312`, `−5`.
///
/// - Parameters:
///   - value: The number.
///   - digits: How many digits carry meaning; whole parts are never cut.
/// - Returns: The number, or a dash where it is not finite.
public func readableText(_ value: Double, digits: Int = 3) -> String {
  guard value.isFinite else { return "–" }
  guard value != 0 else { return "0" }
  let magnitude = Int(log10(abs(value)).rounded(.down))
  var decimals = min(max(0, digits - 1 - magnitude), 9)
  // 9.999 becomes 10.0, which has one more digit before the point.
  if decimals > 0, rounded(value, decimals) >= pow(10, Double(digits)) { decimals -= 1 }
  let scaled = rounded(value, decimals)
  guard scaled < 1e15 else { return value.description }
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

/// A number in at most six significant digits, without needless ones.
public func shortNumber(_ value: Double) -> String {
  guard value.isFinite, value != 0 else { return value == 0 ? "0" : "\(value)" }
  var magnitude = abs(value)
  var scale = 1e5
  while magnitude >= 10, scale > 1e-300 { (magnitude, scale) = (magnitude / 10, scale / 10) }
  while magnitude < 1, scale < 1e300 { (magnitude, scale) = (magnitude * 10, scale * 10) }
  let rounded =
    scale >= 1 ? (value * scale).rounded() / scale : (value * scale).rounded() * (1 / scale)
  let text = "\(rounded)"
  return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}

/// A whole number in groups of three digits: `1,000,000`.
public func grouped(_ number: Int) -> String {
  let digits = Array(String(number.magnitude))
  let groups = digits.enumerated().map { place, digit in
    place > 0 && (digits.count - place) % 3 == 0 ? ",\(digit)" : "\(digit)"
  }
  return (number < 0 ? "−" : "") + groups.joined()
}

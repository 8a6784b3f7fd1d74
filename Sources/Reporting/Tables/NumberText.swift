import Glibc

/// The shortest decimal text that reads back to the same double: `12`, `0.1`, `2.5e-9`, `1e300`.
///
/// - Parameter value: A finite number; −0 is written as 0.
func shortestText(_ value: Double) -> String {
  let text = (value == 0 ? 0 : value).description
  let parts = text.split(separator: "e", maxSplits: 1)
  let digits = parts[0].hasSuffix(".0") ? String(parts[0].dropLast(2)) : String(parts[0])
  guard parts.count == 2, let exponent = Int(parts[1]) else { return digits }
  return "\(digits)e\(exponent)"
}

/// A number for people, with this many significant digits and no exponent: `46.1`, `0.0312`, `−5`.
///
/// - Parameters:
///   - value: The number.
///   - digits: How many digits carry meaning; whole parts are never cut.
func readableText(_ value: Double, digits: Int = 3) -> String {
  guard value.isFinite else { return "–" }
  guard value != 0 else { return "0" }
  let magnitude = Int(log10(abs(value)).rounded(.down))
  let decimals = min(max(0, digits - 1 - magnitude), 9)
  let scale = pow(10, Double(decimals))
  let scaled = (abs(value) * scale).rounded()
  guard scaled < 1e15 else { return shortestText(value) }
  let sign = value < 0 && scaled > 0 ? "−" : ""
  guard decimals > 0 else { return sign + String(Int(scaled)) }
  let (whole, part) = Int(scaled).quotientAndRemainder(dividingBy: Int(scale))
  let zeros = String(repeating: "0", count: decimals - String(part).count)
  return "\(sign)\(whole).\(zeros)\(part)"
}

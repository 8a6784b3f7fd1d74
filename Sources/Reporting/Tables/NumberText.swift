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

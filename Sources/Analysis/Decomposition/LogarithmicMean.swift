import Glibc

/// The logarithmic mean of two positive numbers.
///
/// ```text
/// L(a, b) = (a − b) / ln(a / b),   L(a, a) = a,   L(a, 0) = 0
///         = ½ (a + b) · u / artanh u,   u = (a − b) / (a + b)
/// ```
///
/// The second form is the same number and keeps all its digits where a and b are nearly equal: there
/// the first divides two differences that have lost theirs.
///
/// Source: Ang (2004), Energy Policy 32:1131.
///
/// - Parameters:
///   - a: A number, not negative.
///   - b: Another, not negative.
/// - Returns: A number between them.
func logarithmicMean(_ a: Double, _ b: Double) -> Double {
  guard a > 0, b > 0 else { return 0 }
  let u = (a - b) / (a + b)
  if u == 0 { return a }
  guard abs(u) < 0.5 else { return (a - b) / (log(a) - log(b)) }
  return (a / 2 + b / 2) * u / atanh(u)
}

import Analysis
import Diagnostics
import Glibc

extension UncertaintyResult.Probability {
  /// The probability as a sample can tell it: `87 % (95 %: 86–88 %)`, and where all variants agree only the
  /// bound that these leave.
  var words: Text {
    if value >= 1 {
      let bound = percentText(low, .down)
      return Text(
        "at least \(bound) % (all of \(count); 95 %)", "至少 \(bound)%（\(count) 个样本全部成立；95% 置信）")
    }
    if value <= 0 {
      let bound = percentText(high, .up)
      return Text(
        "at most \(bound) % (none of \(count); 95 %)", "至多 \(bound)%（\(count) 个样本均不成立；95% 置信）")
    }
    let share = percentText(value, .toNearestOrAwayFromZero)
    let (from, to) = (percentText(low, .down), percentText(high, .up))
    return Text("\(share) % (95 %: \(from)–\(to) %)", "\(share)%（95% 置信区间 \(from)–\(to)%）")
  }
}

/// A share in percent with as many decimals as keep it from reading 0 or 100 where it is neither.
private func percentText(_ share: Double, _ rule: FloatingPointRoundingRule) -> String {
  guard share > 0, share < 1 else { return share <= 0 ? "0" : "100" }
  // As many as show how far it is from the nearer of the two.
  let least = max(1, Int((-log10(100 * min(share, 1 - share))).rounded(.up)))
  var text = ""
  for decimals in least...max(least, 12) {
    let unit = pow(10, Double(decimals))
    let rounded = (100 * share * unit).rounded(rule) / unit
    text = shortestText(rounded)
    if rounded > 0, rounded < 100 { break }
  }
  return text
}

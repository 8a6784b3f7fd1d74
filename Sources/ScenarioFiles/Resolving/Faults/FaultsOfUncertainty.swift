import CityModel
import Diagnostics
import Solvers

extension Fault {
  static func noDistribution(_ key: String) -> Self {
    let kinds = DistributionKind.allCases.map(\.rawValue).joined(separator: ", ")
    return Self(
      .missingKey, "'\(excerpt(key))' has no distribution", "'\(excerpt(key))' 没有给出分布",
      help: Text("give one of: \(kinds)", "请给出其一：\(kinds)"))
  }

  static func notADistribution(_ key: String, _ error: SamplingError) -> Self {
    let reason =
      switch error {
      case .invalidParameter(let name, let value):
        Text("'\(name)' cannot be \(shortNumber(value))", "'\(name)' 不能为 \(shortNumber(value))")
      case .notIncreasing(let values):
        Text(
          "\(values.map(shortNumber).joined(separator: ", ")) do not increase",
          "\(values.map(shortNumber).joined(separator: ", ")) 没有递增")
      default: Text("it has no values", "没有任何数值")
      }
    return Self(
      .badCurve, "'\(key)' is no distribution: \(reason.english)",
      "'\(key)' 不成其为分布：\(reason.chinese)")
  }

  static func weightsDoNotMatch(_ weights: Int, _ values: Int) -> Self {
    Self(
      .badCurve, "there are \(weights) weights for \(values) values",
      "有 \(values) 个数值，却有 \(weights) 个权重")
  }

  static func leverIsReplaced(_ path: String) -> Self {
    Self(
      .unknownWord, "'\(excerpt(path))' is always replaced by what is drawn",
      "'\(excerpt(path))' 总是由抽取的数值替代", help: Text("remove 'apply'", "请删除 'apply'"))
  }

  static func drawnOutside(_ path: String, _ value: Double, _ bounds: ClosedRange<Double>) -> Self {
    let (low, high) = (shortNumber(bounds.lowerBound), shortNumber(bounds.upperBound))
    let number = shortNumber(value)
    return Self(
      .outOfBounds,
      "'\(excerpt(path))' could become \(number) in the model's unit; it must lie between \(low) and \(high)",
      "'\(excerpt(path))' 可能成为 \(number)（模型单位），应在 \(low) 到 \(high) 之间",
      help: Text(
        "draw within the bounds; 'apply: multiply' draws a factor, 'apply: grow' one for each year",
        "请在允许范围内取值；'apply: multiply' 表示抽取倍数，'apply: grow' 表示每年的倍数"))
  }

  static func shapesTheModel(_ path: String) -> Self {
    Self(
      .notSupported, "'\(path)' decides what the model consists of and cannot be uncertain",
      "'\(path)' 决定模型的构成，不能设为不确定")
  }

  static func stepHasNoEnd(_ lever: String) -> Self {
    Self(
      .notSupported, "the lever '\(lever)' comes in at one step and has no 'by'",
      "措施 '\(lever)' 一步到位，没有 'by'", help: Text("vary its 'from'", "请改用它的 'from'"))
  }

  static func notUncertain(_ path: String, among known: [String]) -> Self {
    Self(
      .unknownParameter, "'\(excerpt(path, limit: 120))' is not under 'uncertainty'",
      "'\(excerpt(path, limit: 120))' 不在 'uncertainty' 之下",
      help: meantWord(path, among: known) ?? listing(known))
  }

  static func notACorrelation(_ text: String) -> Self {
    Self(
      .outOfBounds, "a rank correlation lies between -1 and 1, found \(text)",
      "秩相关系数应在 -1 与 1 之间，实为 \(text)",
      help: Text("two values that move as one are one value", "完全同步的两个量应合为一个量"))
  }

  static func correlatedWithItself(_ value: Uncertainties.Value) -> Self {
    Self(
      .conflictingKeys, "'\(value.axis.path)' is correlated with itself",
      "'\(value.axis.path)' 与自身相关")
  }

  static func correlatedTwice(
    _ first: Uncertainties.Value, _ second: Uncertainties.Value
  ) -> Self {
    Self(
      .conflictingKeys, "'\(first.axis.path)' and '\(second.axis.path)' are correlated twice",
      "'\(first.axis.path)' 与 '\(second.axis.path)' 的相关系数给出了两次")
  }

  static let correlationsClash = Self(
    .badCurve, "these correlations cannot hold together: their matrix is not positive definite",
    "这些相关系数不能同时成立：其矩阵非正定",
    help: Text(
      "if a goes with b and b with c, then a cannot go strongly against c; weaken one of them",
      "若 a 与 b、b 与 c 均正相关，则 a 与 c 不可能强负相关；请减弱其中之一"))
}

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
      .badCurve, "'\(key)' is no distribution: \(reason)",
      "'\(key)' 不成其为分布：\(reason)")
  }

  static func weightsDoNotMatch(_ weights: Int, _ values: Int) -> Self {
    Self(
      .badCurve, "there are \(weights) weights for \(values) values",
      "有 \(values) 个数值，却有 \(weights) 个权重")
  }

  static func leverTakes(_ path: String, _ changes: [Axis.Change]) -> Self {
    let words = changes.map { "'\($0.rawValue)'" }
    return Self(
      .unknownWord,
      "a draw of '\(excerpt(path, limit: 120))' takes \(words.joined(separator: " or ")) under 'apply'",
      "'\(excerpt(path, limit: 120))' 的 'apply' 只能是 \(words.joined(separator: " 或 "))",
      help: Text(
        "a level is multiplied, a date moved by years: 'apply: multiply', 'apply: add'",
        "力度按倍数、日期按年数改变：'apply: multiply'、'apply: add'"))
  }

  static func patternTakesFactors(_ pattern: String) -> Self {
    Self(
      .unknownWord,
      "'\(excerpt(pattern, limit: 120))' names several values, which one number cannot replace",
      "'\(excerpt(pattern, limit: 120))' 包含多个参数，不能用同一数值替代",
      help: Text(
        "draw a factor: 'apply: multiply' or 'apply: grow'",
        "请抽取倍数：'apply: multiply' 或 'apply: grow'"))
  }

  static func variedTwice(_ path: ParameterPath, by other: String) -> Self {
    Self(
      .conflictingKeys, "this and '\(excerpt(other, limit: 120))' both vary '\(path)'",
      "此项与 '\(excerpt(other, limit: 120))' 都改变 '\(path)'",
      help: Text(
        "let one of them name it more exactly: the one with fewer '*' holds",
        "请让其中一项写得更具体：'*' 较少的一项有效"))
  }

  static func yearDoesNotGrow(_ path: String) -> Self {
    Self(
      .unknownWord, "'\(excerpt(path, limit: 120))' is one year's value and does not grow",
      "'\(excerpt(path, limit: 120))' 是某一年的取值，不能按年增长",
      help: Text("remove 'apply', or multiply", "请删除 'apply'，或用 multiply"))
  }

  static func spreadOutsideRun(_ year: Int, _ run: ClosedRange<Int>) -> Self {
    Self(
      .outOfBounds, "\(year) lies outside the run \(run.lowerBound)–\(run.upperBound)",
      "\(year) 不在模拟期 \(run.lowerBound)–\(run.upperBound) 内")
  }

  static func spreadEndsEarly(_ first: Int, _ whole: Int) -> Self {
    Self(
      .outOfBounds, "the spread begins in \(first) and cannot be whole in \(whole)",
      "分布自 \(first) 年开始，不能在 \(whole) 年就完全展开",
      help: Text("'by' is the first year with the whole spread", "'by' 是分布完全展开的第一年"))
  }

  static func opensByItself(_ path: String) -> Self {
    Self(
      .notSupported, "'by' does not go with '\(excerpt(path, limit: 120))', which opens by itself",
      "'\(excerpt(path, limit: 120))' 自行展开，不能写 'by'",
      help: Text(
        "remove 'by': growth adds up over the years, and a lever has dates of its own",
        "请删除 'by'：增长逐年累积，措施有自己的日期"))
  }

  static func describesBaseYear(_ path: String, base: Int) -> Self {
    Self(
      .notSupported,
      "'\(excerpt(path, limit: 120))' describes the base year, and spreads begin after what is observed",
      "'\(excerpt(path, limit: 120))' 描述基年，而分布自观测之后开始",
      help: Text(
        "to ask what if the base year were another write 'from: \(base)'",
        "若要考察基年数据本身的不确定性，请写 'from: \(base)'"))
  }

  static func drawnOutside(_ path: String, _ value: Double, _ bounds: ClosedRange<Double>) -> Self {
    let low = shortNumber(bounds.lowerBound)
    let high = shortNumber(bounds.upperBound)
    let number = shortNumber(value)
    return Self(
      .outOfBounds,
      "'\(excerpt(path))' could become \(number) in the model's unit; it must lie between \(low) and \(high)",
      "'\(excerpt(path))' 可能成为 \(number)（模型单位），应在 \(low) 到 \(high) 之间",
      help: Text(
        "draw within the bounds; 'apply: multiply' draws a factor, 'apply: grow' one for each year",
        "请在允许范围内取值；'apply: multiply' 表示抽取倍数，'apply: grow' 表示每年的倍数"))
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

import Diagnostics

/// The keys of `uncertainty`: what is not known exactly.
public enum UncertaintySection {
  /// The section.
  public static let section = SectionKey(
    "uncertainty", .each(.pathOrLever, spread, besides: [correlations, from, by]),
    Text("what is not known exactly", "不确定性"),
    Text(
      "Each distribution under the path of what varies; a * stands for several drawn as one, @YEAR for one year's value",
      "每个分布以所变参数的路径为键；* 表示多项同抽，@年份 表示某一年的取值"))

  /// How one number, or several drawn as one, spreads.
  public static let spread = SectionKey(
    "PATH", .map(DistributionKind.allCases.map(\.section) + [apply, from, by]),
    Text("one distribution", "一个分布"))

  /// What a draw does.
  public static let apply = SectionKey(
    "apply", .word(Axis.Change.allCases.map(\.rawValue)), Text("what a draw does", "抽样值的作用方式"),
    absence: .means(Text(same: Axis.Change.replace.rawValue)))

  /// The first year that differs.
  public static let from = SectionKey(
    "from", .year, Text("the first year that differs", "开始不同的年份"),
    absence: .means(
      Text(
        "the year after the last observed emissions or energy, for GDP and population also after their own",
        "排放或能耗最后观测年的次年；GDP 与人口还不早于自身最后观测年的次年")))

  /// The first year with the whole spread.
  public static let by = SectionKey(
    "by", .year, Text("the first year with the whole spread", "分布完全展开的年份"),
    absence: .means(Text("nine years after 'from'", "from 之后第九年")))

  /// Pairs that are not independent.
  public static let correlations = SectionKey(
    "correlations", .list(of: [between, rank]), Text("pairs that are not independent", "相关的参数对"),
    Text("Rank correlations by pair", "每对的秩相关系数"))

  /// The two that are correlated.
  public static let between = SectionKey(
    "between", .pair, Text("two paths of the section", "本节中的两个路径"), absence: .required)

  /// Spearman's rank correlation.
  public static let rank = SectionKey(
    "rank", .number, Text("their rank correlation, above -1 and below 1", "秩相关系数，大于 -1 且小于 1"),
    absence: .required)

  /// The values of a discrete distribution.
  public static let values = SectionKey(
    "values", .draws(count: nil), Text("the values", "取值"), absence: .required)

  /// The weights of these values.
  public static let weights = SectionKey(
    "weights", .numbers, Text("the weights", "权重"), absence: .means(Text("all equal", "相等")))

  /// The column of the table.
  public static let column = SectionKey(
    "column", .text, Text("the column of the table", "所用列名"), absence: .required)

  /// The unit of the column.
  public static let unit = SectionKey("unit", .text, Text("the unit of the column", "该列的单位"))
}

/// How a distribution is written in a file.
public enum DistributionKind: String, CaseIterable, Sendable {
  /// By its mean and standard deviation.
  case normal
  /// By its median and the standard deviation of the logarithm.
  case lognormal
  /// By its ends and the value between them that is most likely.
  case triangular
  /// By its ends.
  case uniform
  /// By two shapes and its ends.
  case beta
  /// By values with weights.
  case discrete
  /// By values of which each is as likely as any other.
  case empirical

  /// Its key with its numbers.
  public var section: SectionKey {
    switch self {
    case .normal:
      key(
        .map([
          Self.drawn("mean", Text("the mean", "均值")),
          Self.drawn("sd", Text("the standard deviation", "标准差")),
        ]), Text("normal", "正态分布"))
    case .lognormal:
      key(
        .map([
          Self.drawn("median", Text("the median", "中位数")),
          Self.plain("sigma", Text("the standard deviation of the logarithm", "对数的标准差")),
        ]), Text("lognormal", "对数正态分布"))
    case .triangular:
      key(.draws(count: 3), Text("triangular: [low, mode, high]", "三角分布：[最小, 众数, 最大]"))
    case .uniform: key(.draws(count: 2), Text("uniform: [low, high]", "均匀分布：[最小, 最大]"))
    case .beta:
      key(
        .map([
          Self.plain("a", Text("the first shape", "第一形状参数")),
          Self.plain("b", Text("the second shape", "第二形状参数")),
          Self.drawn("low", Text("the least value", "最小值")),
          Self.drawn("high", Text("the greatest value", "最大值")),
        ]), Text("beta", "贝塔分布"))
    case .discrete:
      key(
        .map([UncertaintySection.values, UncertaintySection.weights]),
        Text("some values with their weights", "离散分布"))
    case .empirical:
      key(
        .sample([CommonKeys.file, UncertaintySection.column, UncertaintySection.unit]),
        Text("a list of values, or a column of a table", "经验分布：列表或表的一列"),
        Text("Each value is as likely as any other", "各值等概率"))
    }
  }

  private func key(_ value: SectionValue, _ meaning: Text, _ remark: Text? = nil) -> SectionKey {
    SectionKey(rawValue, value, meaning, remark)
  }

  private static func drawn(_ word: String, _ meaning: Text) -> SectionKey {
    SectionKey(word, .drawn, meaning, absence: .required)
  }

  private static func plain(_ word: String, _ meaning: Text) -> SectionKey {
    SectionKey(word, .number, meaning, absence: .required)
  }
}

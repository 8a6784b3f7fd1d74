import CityModel
import Diagnostics

/// What a scenario may say of what is not known exactly.
enum UncertaintySchema {
  /// The section `uncertainty`.
  static var section: JSONValue {
    .map(
      Text("what is not known exactly", "不确定性"),
      Text(
        "Each distribution under the path of what varies; a * stands for several drawn as one, @YEAR for one year's value",
        "每个分布以所变参数的路径为键；* 表示多项同抽，@年份 表示某一年的取值"),
      [("correlations", correlations)] + years, members: distribution,
      keys: SectionSchema.paths(orLevers: true, besides: ["correlations", "from", "by"]))
  }

  private static let years: JSONMembers = [
    (
      "from",
      .reference(
        "year", Text("the first year that differs", "开始不同的年份"),
        Text(
          "If absent: the year after the last observed emissions or energy, for GDP and population also after their own",
          "缺省：排放或能耗最后观测年的次年；GDP 与人口还不早于自身最后观测年的次年"))
    ),
    (
      "by",
      .reference(
        "year", Text("the first year with the whole spread", "分布完全展开的年份"),
        Text("If absent: nine years after 'from'", "缺省：from 之后第九年"))
    ),
  ]

  private static let distribution = JSONValue.map(
    Text("one distribution", "一个分布"), nil,
    [
      (
        "apply",
        .words(
          Axis.Change.allCases.map(\.rawValue), Text("what a draw does", "抽样值的作用方式"),
          Text("If absent: replace", "缺省：replace"))
      )
    ] + years + [
      ("normal", named(Text("normal", "正态分布"), ["mean", "sd"])),
      ("lognormal", named(Text("lognormal", "对数正态分布"), ["median", "sigma"])),
      ("beta", named(Text("beta", "贝塔分布"), ["a", "b", "low", "high"])),
      ("triangular", numbers(Text("triangular: [low, mode, high]", "三角分布：[最小, 众数, 最大]"), count: 3)),
      ("uniform", numbers(Text("uniform: [low, high]", "均匀分布：[最小, 最大]"), count: 2)),
      (
        "discrete",
        .map(
          Text("some values with their weights", "离散分布"), nil,
          [
            ("values", numbers(Text("the values", "取值"))),
            ("weights", numbers(Text("the weights; equal where absent", "权重；缺省相等"))),
          ])
      ),
      ("empirical", empirical),
    ])

  private static func named(_ title: Text, _ keys: [String]) -> JSONValue {
    .map(title, nil, keys.map { ($0, .reference("number")) })
  }

  private static func numbers(_ title: Text, count: Int? = nil) -> JSONValue {
    let length: JSONMembers =
      count.map { [("minItems", .integer($0)), ("maxItems", .integer($0))] } ?? []
    return .object(
      [
        ("title", .string("\(title.english) / \(title.chinese)")),
        ("description", .string("\(title.english)\n\(title.chinese)")),
        ("type", .array([.string("array"), .string("null")])),
        ("items", .reference("number")),
      ] + length)
  }

  private static let empirical = JSONValue.object([
    ("title", .string("a list of values, or a column of a table / 经验分布：列表或表的一列")),
    ("description", .string("Each value is as likely as any other.\n各值等概率。")),
    ("type", .array([.string("array"), .string("object"), .string("null")])),
    ("items", .reference("number")),
    (
      "properties",
      .object(
        ["csv", "column", "unit"].map { ($0, .reference("text")) } + ValueSchema.annotations)
    ),
    ("additionalProperties", .bool(false)),
  ])

  private static let correlations = JSONValue.object([
    ("title", .string("pairs that are not independent / 相关的参数对")),
    ("description", .string("Rank correlations by pair.\n每对的秩相关系数。")),
    ("type", .array([.string("array"), .string("null")])),
    (
      "items",
      .map(
        Text("two paths and their rank correlation", "两个路径及其秩相关系数"), nil,
        [
          (
            "between",
            .object([
              ("type", .string("array")), ("minItems", .integer(2)), ("maxItems", .integer(2)),
              ("items", .object([("type", .string("string"))])),
            ])
          ),
          ("rank", .reference("number")),
        ])
    ),
  ])
}

import CityModel
import Diagnostics
import Quantities

/// What stands in a scenario beside its parameters: head, levers, targets and history.
///
/// What is not known exactly stands in ``UncertaintySchema``.
enum SectionSchema {
  /// What stands above the parameters.
  static var header: JSONMembers {
    [
      ("extends", extends), ("format", format),
      (
        "after",
        .words(
          ["hold"],
          Text(
            "`hold`: series of this file that end early keep their last value",
            "hold：本文件中提前结束的序列沿用末值"))
      ),
      ("city", identity(Text("the city", "城市"), [("tier", tier), ("area", area)])),
      (
        "scenario", identity(Text("the scenario; by default named as its file", "情景；缺省以文件名为标识"), [])
      ),
      (
        "years",
        .map(
          Text("the years of the run", "模拟年份"), Text("At most 200", "最多 200 年"),
          [
            ("base", .reference("year", Text("the base year", "基年"))),
            ("end", .reference("year", Text("the last year", "末年"))),
          ])
      ),
      (
        "plan-year",
        .reference(
          "year", Text("the year in which the plan is made", "规划编制年份"),
          Text(
            "Levers without `from` act in the year after it. If absent: the year after the last observed emissions or energy",
            "未写 from 的措施自次年起作用。缺省：最后一个排放或能耗观测年份的次年"))
      ),
      ("accounting", accounting),
    ]
  }

  /// What stands below them.
  static var plans: JSONMembers {
    [
      ("levers", levers), ("targets", targets), ("history", history),
      ("uncertainty", UncertaintySchema.section), ("adjustments", adjustments),
    ]
  }

  private static let extends = JSONValue.object([
    ("title", .string("the files this one extends / 所继承的文件")),
    (
      "description",
      .string(
        "One file or a list; the later wins, and this file wins over all.\n一个文件或列表；后者优先，本文件最优先。")
    ),
    ("type", .array([.string("string"), .string("array")])),
    ("items", .object([("type", .string("string"))])),
  ])

  private static let format = JSONValue.object([
    ("title", .string("version of the format / 格式版本")),
    ("description", .string("Always 1.\n固定为 1。")),
    ("enum", .array([.integer(1), .string("1")])),
  ])

  private static func identity(_ title: Text, _ more: JSONMembers) -> JSONValue {
    let id = JSONValue.reference("id", Text("id, the name of folders and columns", "标识，用于文件夹和列名"))
    return .map(title, nil, [("id", id)] + ValueSchema.names + more)
  }

  private static let area = JSONValue.reference(
    "quantity-constant",
    Text("the land within its borders, such as 1997 km2", "市域面积，如 1997 km2"))

  private static let tier = JSONValue.words(
    ["leading", "pioneer", "exploring"],
    Text("how far the city is on the way to its peak", "城市达峰类型"),
    Text("leading, pioneer or exploring", "leading 示范引领、pioneer 先行先试、exploring 探索"))

  private static let accounting = JSONValue.map(
    Text("what the total counts", "核算口径"), nil,
    [
      (
        "gases",
        ValueSchema.list(Gas.allCases.map { .string($0.rawValue) }, Text("the gases", "温室气体种类"))
      ),
      (
        "gwp",
        .words(
          WarmingPotential.allCases.map(\.rawValue),
          Text("the assessment report whose GWP100 weighs the gases", "GWP100 所依据的 IPCC 评估报告"))
      ),
      (
        "electricity",
        .words(
          Accounting.ElectricityMethod.allCases.map(\.rawValue),
          Text("how electricity from outside is counted", "外来电核算方法"),
          Text("location: the regional grid; market: each contract", "location 位置法；market 市场法"))
      ),
      (
        "scopes",
        ValueSchema.list(
          [.integer(1), .integer(2)], Text("scopes: [1] or [1, 2]", "范围：[1] 或 [1, 2]"))
      ),
      ("inventory", .reference("text", Text("the inventory of the base year", "基年所依据的清单"))),
      (
        "peak-account",
        account(
          Text("the total whose peak and intensity are told", "达峰与强度所用口径"),
          Text("If absent: gross", "缺省：gross"))
      ),
      (
        "biogenic-capture",
        .words(
          Accounting.BiogenicCapture.allCases.map(\.rawValue),
          Text("how captured biogenic carbon counts", "捕集的生物质碳如何计入"),
          Text(
            "credited: as a removal from the air; not-credited: not at all",
            "credited 计为移除量；not-credited 不计入"))
      ),
    ])

  /// Which of the two totals something is of.
  private static func account(_ title: Text, _ absent: Text) -> JSONValue {
    .words(
      EmissionTotal.allCases.map(\.rawValue), title,
      Text(
        "gross: without sinks; net: less what sinks take up. \(absent)",
        "gross 总排放（不计碳汇）；net 净排放（扣除碳汇）。\(absent)"))
  }

  private static let targetAccount: JSONMembers = [
    (
      "account",
      account(
        Text("the total it is of", "所用口径"),
        Text(
          "If absent: accounting.peak-account for a peak and carbon intensity, else net",
          "缺省：达峰与碳强度为 accounting.peak-account，其余为 net"))
    )
  ]
}

// MARK: - Levers

extension SectionSchema {
  /// Keys that are paths of numbers, in which `*` stands for any one id.
  ///
  /// - Parameters:
  ///   - mayBeLever: Whether the level or a year of a lever is a number too.
  ///   - others: Keys of the map that are no paths.
  /// - Returns: A schema of the keys, annotations included.
  static func paths(orLevers mayBeLever: Bool = false, besides others: [String] = []) -> JSONMembers
  {
    let top = ParameterTable.root.fields.map(\.key).joined(separator: "|")
    let year = mayBeLever ? "(@[0-9]{4})?" : ""
    let path = "([*]|\(top))([.]([*]|[a-z][a-z0-9-]*))+\(year)"
    let lever =
      mayBeLever ? ["levers[.]([*]|[a-z][a-z0-9-]*([.][*])?)[.](level|from|by)"] : []
    let words = others + ValueSchema.annotations.map(\.key)
    return [("pattern", .string("^(\(([path] + lever + words).joined(separator: "|")))$"))]
  }

  private static var levers: JSONValue {
    .map(
      Text("measures", "措施"), Text("Each under its id", "每项以标识为键"), [],
      members: .map(Text("a measure", "一项措施"), nil, ValueSchema.names + ramp + effects),
      keys: [("pattern", .string(ValueSchema.id))])
  }

  private static var ramp: JSONMembers {
    [
      (
        "group",
        .words(Lever.Group.allCases.map(\.rawValue), Text("what kind of measure it is", "措施类别"))
      ),
      (
        "from",
        .reference(
          "date", Text("the last year without it", "开始年份（此年尚无效果）"),
          Text("If absent: the plan year", "缺省：规划年份"))
      ),
      ("by", .reference("date", Text("the first year of its full effect", "全面见效年份"))),
      (
        "shape",
        .words(
          [SeriesShape.linear, .sCurve, .step].map(\.rawValue), Text("how it comes in", "推进形状"),
          Text("If absent: linear", "缺省：linear"))
      ),
      (
        "level",
        .reference(
          "plain-constant", Text("how far it is pulled, from 0 to 1", "力度，0 至 1"),
          Text("If absent: 1", "缺省：1"))
      ),
    ]
  }

  private static var effects: JSONMembers {
    [
      (
        "moves",
        .map(
          Text("what it moves", "所改变的参数"),
          Text("Paths of yearly numbers; * stands for any one id", "逐年参数的路径；* 代表任一标识"), [],
          members: .map(
            Text("one move: a value, a bound or a change", "一项变化：目标值、上下限或变化比例"), nil,
            [
              (
                "to",
                .reference(
                  "plain-series", Text("the value reached, in the parameter's unit", "目标值，单位同参数"))
              ),
              (
                "at-least",
                .reference(
                  "plain-series", Text("the value it is raised to if less", "下限：低于此值时升至此值"))
              ),
              (
                "at-most",
                .reference(
                  "plain-series", Text("the value it is lowered to if more", "上限：高于此值时降至此值"))
              ),
              (
                "change",
                .reference(
                  "plain-series", Text("the change as a fraction, such as -20%", "变化比例，如 -20%"))
              ),
            ]), keys: paths())
      ),
      (
        "cost",
        .reference(
          "quantity-series",
          Text("what it costs at full pull, such as billion yuan/yr", "全力实施的成本，如 亿元/yr"))
      ),
    ]
  }
}

// MARK: - Targets and history

extension SectionSchema {
  private static var targets: JSONValue {
    .map(
      Text("what the scenario must reach", "目标"), nil,
      [
        (
          "peak",
          .map(
            Text("the peak", "达峰"), nil,
            [("by", .reference("year", Text("the latest peak year", "最晚达峰年份")))] + targetAccount)
        ),
        (
          "carbon-intensity",
          intensity(Text("CO2 per GDP, such as 2030: -65%", "碳强度，如 2030: -65%"), targetAccount)
        ),
        (
          "energy-intensity",
          intensity(Text("energy per GDP, such as 2025: -14.5%", "能源强度，如 2025: -14.5%"))
        ),
        (
          "non-fossil-share",
          years(
            Text("non-fossil share of energy, such as 2030: 25%", "非化石能源占比，如 2030: 25%"), "plain")
        ),
        (
          "emissions",
          years(
            Text("emissions, such as 2050: 5 Mt", "排放量，如 2050: 500 万吨"), "quantity", targetAccount)
        ),
        (
          "budget",
          years(
            Text("cumulative emissions, such as 2021-2060: 1.9 Gt", "累计排放，如 2021-2060: 19 亿吨"),
            "quantity", targetAccount, key: "^[0-9]{4}-[0-9]{4}$")
        ),
      ])
  }

  private static func intensity(_ title: Text, _ more: JSONMembers = []) -> JSONValue {
    years(
      title, "plain",
      [("against", .reference("year", Text("the year it falls from", "对比年份")))] + more)
  }

  /// A map from years to values of a form.
  private static func years(
    _ title: Text, _ form: String, _ others: JSONMembers = [], key: String = "^[0-9]{4}$"
  ) -> JSONValue {
    let known = (others + ValueSchema.annotations).map(\.key).joined(separator: "|")
    return .map(
      title, nil, others, members: .reference("\(form)-constant"),
      keys: [("pattern", .string("\(key)|^(\(known))$"))])
  }

  private static var history: JSONValue {
    let sectors: JSONMembers = Sector.emitting.map {
      ($0.rawValue, observed(Text("observed emissions of \($0.rawValue)", "\($0.rawValue) 部门观测排放")))
    }
    return .map(
      Text("what was observed", "历史观测"), Text("Gaps are kept as gaps", "缺测保持为空"),
      [
        ("emissions", .reference("inventory-series", Text("observed emissions", "观测排放"))),
        ("gdp", observed(Text("GDP at prices of the base year", "GDP（基年不变价）"))),
        ("energy", observed(Text("energy consumption", "能源消费量"))),
        ("population", observed(Text("people", "人口"))),
        ("sectors", .map(Text("observed emissions by sector", "分部门观测排放"), nil, sectors)),
      ])
  }

  private static var adjustments: JSONValue {
    .map(
      Text("factors on the scenario's own parameters, before levers", "对情景自身参数的调整（先于措施）"),
      Text("Paths of numbers; * stands for any one id", "数值的路径；* 代表任一标识"), [],
      members: .map(
        Text("one adjustment", "一项调整"), nil,
        [
          (
            "replace",
            .reference(
              "plain-series", Text("other values, before factors act", "替换后的数值（先于倍数）"))
          ),
          ("multiply", .reference("number", Text("factor on all years", "各年倍数"))),
          (
            "grow",
            .reference("number", Text("factor for each year since the base year", "基年起每年的倍数"))
          ),
        ]),
      keys: paths())
  }

  /// A column of a table, or years with values.
  private static func observed(_ title: Text) -> JSONValue {
    guard case .object(let series) = JSONValue.reference("quantity-series", title) else {
      return .null
    }
    return .object(series + [("type", .array([.string("object"), .string("null")]))])
  }
}

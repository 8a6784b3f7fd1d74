import CityModel
import Diagnostics
import Quantities

/// What values look like: numbers with units, series, ids, years, and the notes beside them.
enum ValueSchema {
  /// An id: lower-case words joined by `-`.
  static let id = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"

  /// Keys that may stand in any map.
  static let annotations: JSONMembers = ["source", "note", "grade"].map { ($0, .reference($0)) }

  /// Keys with which people name a thing.
  static let names: JSONMembers = [
    ("name", .reference("text", Text("name in English", "英文名称"))),
    ("name-zh", .reference("text", Text("name in Chinese", "中文名称"))),
  ]

  /// What is referred to from everywhere else.
  static var definitions: JSONMembers {
    [
      (
        "text",
        .object([
          ("type", types("string", "number", "null"))
        ])
      ),
      ("id", string(id)),
      (
        "year",
        .object([
          ("type", types("integer", "null")), ("minimum", .integer(1900)),
          ("maximum", .integer(2200)),
        ])
      ),
      (
        "date",
        .object([
          ("type", types("number", "null")), ("minimum", .integer(1900)),
          ("maximum", .integer(2200)),
        ])
      ),
      ("number", .object([("type", types("number", "string", "null")), ("pattern", plain)])),
      (
        "source",
        .reference("text", Text("where the values come from", "数据来源"), appliesInside)
      ),
      ("note", .reference("text", Text("a remark", "备注"))),
      (
        "grade",
        .words(
          Grade.allCases.map(\.rawValue), Text("how well the values are known", "数据可靠程度"),
          appliesInside)
      ),
    ] + forms
  }

  private static let appliesInside = Text("Holds for all values below it", "对其下所有数值有效")

  // MARK: - Numbers and series

  /// The name of the definition that a parameter's values fit.
  ///
  /// - Parameters:
  ///   - isYearly: Whether they may differ from year to year.
  ///   - needsUnit: Whether a number without a unit means nothing.
  ///   - mayRest: Whether `rest` may stand for what other shares leave.
  /// - Returns: The name.
  static func form(isYearly: Bool, needsUnit: Bool, mayRest: Bool) -> String {
    let kind = mayRest ? "share" : needsUnit ? "quantity" : "plain"
    return isYearly ? "\(kind)-series" : "\(kind)-constant"
  }

  private static var forms: JSONMembers {
    [("quantity", withUnit), ("plain", plain), ("share", orRest)].flatMap {
      (kind, pattern) -> JSONMembers in
      let scalars = kind == "quantity" ? ["string"] : ["number", "string"]
      let head: JSONMembers = [
        ("type", .array((scalars + ["object", "null"]).map { .string($0) })), ("pattern", pattern),
      ]
      return [
        ("\(kind)-series", .object(head + series())),
        ("\(kind)-constant", .object(head + constant)),
      ]
    } + [
      ("inventory-series", .object([("type", types("object", "null"))] + series(and: inventory)))
    ]
  }

  /// What observed emissions say of what they count.
  private static let inventory: JSONMembers = [
    (
      "account",
      .words(
        EmissionTotal.allCases.map(\.rawValue), Text("the total that was observed", "观测值的口径"),
        Text(
          "gross: without sinks (if absent); net: less what sinks take up",
          "gross 总排放（缺省，不计碳汇）；net 净排放（扣除碳汇）"))
    ),
    (
      "scopes",
      list(
        [.integer(1), .integer(2)],
        Text("the scopes it counts; if absent, those of the run", "所含范围；缺省与本情景相同"))
    ),
    (
      "excludes",
      list(
        InventoryScope.Gap.all.map { .string($0.word) },
        Text("sectors, gases and processes that it leaves out", "未包含的部门、气体与工业过程"))
    ),
  ]

  /// A list of words.
  static func list(_ words: [JSONValue], _ title: Text) -> JSONValue {
    .object([
      ("title", .string("\(title.english) / \(title.chinese)")),
      ("description", .string("\(title.english)\n\(title.chinese)")),
      ("type", .array([.string("array"), .string("null")])), ("minItems", .integer(1)),
      ("items", .object([("enum", .array(words))])),
    ])
  }

  private static let number = "[+-]?([0-9]+([.][0-9]+)?|[.][0-9]+)([eE][+-]?[0-9]+)?"
  private static let numberEnd = "(?![0-9.,，'’_])"
  private static let plain = JSONValue.string("^\\s*\(number)\(numberEnd)")
  private static let orRest = JSONValue.string("^(rest$|\\s*\(number)\(numberEnd))")
  private static let withUnit = JSONValue.string("^\\s*(?!\(number)\\s*$)\(number)\(numberEnd)")

  private static let value: JSONMembers = [
    (
      "value",
      .reference(
        "number", Text("the number, with its unit or beside `unit`", "数值，可带单位或另写 unit"))
    ),
    (
      "unit",
      .reference(
        "text", Text("the unit of all numbers here that have none of their own", "此处未注明单位的数值的单位"))
    ),
  ]

  private static let constant: JSONMembers = [
    ("properties", .object(value + annotations)), ("additionalProperties", .bool(false)),
  ]

  private static func series(and more: JSONMembers = []) -> JSONMembers {
    [
      ("properties", .object(value + points + table + ramp + adoption + more + annotations)),
      ("patternProperties", .object([("^[0-9]{4}$", .reference("number"))])),
      ("additionalProperties", .bool(false)),
    ]
  }

  private static let points: JSONMembers = [
    (
      "shape",
      .words(
        SeriesShape.allCases.map(\.rawValue) + ["bass"],
        Text(
          "the way from one point to the next; `bass` for something new that spreads",
          "各点之间的形状；bass 为新事物扩散曲线"))
    ),
    (
      "before",
      .object([
        ("title", .string("what holds before the first point / 第一个点之前的取值")),
        (
          "description",
          .string(
            "`hold` keeps the first value, `0` is none; without it an early year is an error.\nhold 沿用首值，0 为零；不写则早于首点的年份报错。"
          )
        ),
        ("enum", .array([.string("hold"), .integer(0), .string("0"), .null])),
      ])
    ),
    (
      "after",
      .words(["hold"], Text("`hold`: the last value stays, on purpose", "hold：有意沿用末值"))
    ),
    (
      "growth",
      .reference(
        "plain-series", Text("yearly growth after the last point, such as 4.5%", "末点之后的年增长率，如 4.5%")
      )
    ),
  ]

  private static let table: JSONMembers = [
    (
      "csv",
      .reference(
        "text", Text("a table beside this file, with a column of years", "同目录下的 CSV 表，含年份列"))
    ),
    ("column", .reference("text", Text("the column of the table", "所用列名"))),
  ]

  private static let ramp: JSONMembers = [
    ("from", .reference("number", Text("the value before the move", "变化前的值"))),
    ("to", .reference("number", Text("the value after it", "变化后的值"))),
    ("start", .reference("year", Text("the year it starts from", "起始年份"))),
    ("by", .reference("year", Text("the year it is complete", "完成年份"))),
  ]

  private static let adoption: JSONMembers = [
    ("initial", .reference("number", Text("bass: the level in the year `start`", "扩散曲线起始年水平"))),
    ("innovation", .reference("number", Text("bass: coefficient of innovation", "扩散曲线创新系数"))),
    ("imitation", .reference("number", Text("bass: coefficient of imitation", "扩散曲线模仿系数"))),
    (
      "potential",
      .reference("plain-series", Text("bass: the level it tends to", "扩散曲线最终水平"))
    ),
  ]

  private static func string(_ pattern: String) -> JSONValue {
    .object([("type", types("string", "null")), ("pattern", .string(pattern))])
  }

  private static func types(_ names: String...) -> JSONValue {
    .array(names.map { .string($0) })
  }
}

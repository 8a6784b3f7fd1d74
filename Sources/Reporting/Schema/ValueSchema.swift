import CityModel
import Diagnostics
import Quantities

/// What values look like: numbers with units, series, ids, years, and the notes beside them.
enum ValueSchema {
  /// An id: lower-case words joined by `-`.
  static let id = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"

  /// Keys that may stand in any map.
  static let annotations: JSONMembers = CommonKeys.annotations.map {
    ($0.word, .reference($0.word))
  }

  /// What is referred to from everywhere else.
  static var definitions: JSONMembers {
    [
      (
        "text",
        .object([
          ("type", .types("string", "number", "null"))
        ])
      ),
      ("id", string(id)),
      (
        "year",
        .object([
          ("type", .types("integer", "null")), ("minimum", .integer(1900)),
          ("maximum", .integer(2200)),
        ])
      ),
      (
        "date",
        .object([
          ("type", .types("number", "null")), ("minimum", .integer(1900)),
          ("maximum", .integer(2200)),
        ])
      ),
      ("number", .object([("type", .types("number", "string", "null")), ("pattern", plain)])),
    ] + SectionSchema.members(CommonKeys.annotations) + forms
  }

  // MARK: - Numbers and series

  /// The name of the definition that a number's values fit.
  ///
  /// - Parameters:
  ///   - declaration: How the number is read.
  ///   - mayRest: Whether `rest` may stand for what other shares leave.
  /// - Returns: The name.
  static func form(of declaration: ParameterDeclaration, mayRest: Bool) -> String {
    let kind = mayRest ? "share" : declaration.needsUnit ? "quantity" : "plain"
    return declaration.time == .yearly ? "\(kind)-series" : "\(kind)-constant"
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
      (
        "inventory-series",
        .object(
          [("type", .types("object", "null"))] + series(and: HistorySection.emissions.members))
      )
    ]
  }

  private static let number = "[+-]?([0-9]+([.][0-9]+)?|[.][0-9]+)([eE][+-]?[0-9]+)?"
  private static let numberEnd = "(?![0-9.,，'’_])"
  private static let plain = JSONValue.string("^\\s*\(number)\(numberEnd)")
  private static let orRest = JSONValue.string("^(rest$|\\s*\(number)\(numberEnd))")
  private static let withUnit = JSONValue.string("^\\s*(?!\(number)\\s*$)\(number)\(numberEnd)")

  private static let constant: JSONMembers = [
    (
      "properties",
      .object(SectionSchema.members([SeriesKeys.value, SeriesKeys.unit]) + annotations)
    ), ("additionalProperties", .bool(false)),
  ]

  private static func series(and others: [SectionKey] = []) -> JSONMembers {
    [
      ("properties", .object(SectionSchema.members(SeriesKeys.all + others) + annotations)),
      ("patternProperties", .object([("^[0-9]{4}$", .reference("number"))])),
      ("additionalProperties", .bool(false)),
    ]
  }

  private static func string(_ pattern: String) -> JSONValue {
    .object([("type", .types("string", "null")), ("pattern", .string(pattern))])
  }
}

extension ParameterDeclaration {
  /// Whether a number without a unit means nothing in any reading.
  fileprivate var needsUnit: Bool {
    readings.allSatisfy { reading in
      guard reading.basis == .whole, let unit = try? Unit.parse(reading.unit) else {
        return false
      }
      return unit.dimension != .none
    }
  }
}

/// The members of a JSON object in their order.
typealias JSONMembers = [(key: String, value: JSONValue)]

extension JSONValue {
  /// A schema that stands under `definitions`.
  static func reference(_ name: String) -> Self {
    .object([("$ref", .string("#/definitions/\(name)"))])
  }

  /// A schema that stands under `definitions`, with what it means here.
  static func reference(_ name: String, _ title: Text, _ more: Text? = nil) -> Self {
    .titled(title, more, [("allOf", .array([.reference(name)]))])
  }

  /// One of these words; a word that is a number may be written as one.
  static func words(_ words: [String], _ title: Text, _ more: Text? = nil) -> Self {
    let values = words.flatMap { word -> [JSONValue] in
      Int(word) == nil ? [.string(word)] : [.number(orWord: word), .string(word)]
    }
    return .titled(title, more, [("enum", .array(values + [.null]))])
  }

  /// A word as JSON: a number where it is one.
  static func number(orWord word: String) -> Self {
    Int(word).map { .integer($0) } ?? .string(word)
  }

  /// Names of types.
  static func types(_ names: String...) -> Self { .array(names.map { .string($0) }) }

  /// A map of fixed keys, or with members under ids of the file's choice.
  static func map(
    _ title: Text, _ more: Text? = nil, _ properties: JSONMembers, members: JSONValue? = nil,
    keys: JSONMembers? = nil
  ) -> Self {
    let names: JSONMembers = keys.map { [("propertyNames", .object($0))] } ?? []
    return .titled(
      title, more,
      [
        ("type", .types("object", "null")),
        ("properties", .object(properties + ValueSchema.annotations)),
      ] + names + [("additionalProperties", members ?? .bool(false))])
  }

  /// A schema of a form of its own with a title and a description, each in both languages.
  static func titled(_ title: Text, _ more: Text?, _ form: JSONMembers) -> Self {
    let english = title.english + (more.map { ". " + $0.english } ?? "")
    let chinese = title.chinese + (more.map { "。" + $0.chinese } ?? "")
    return .object(
      [
        ("title", .string("\(title.english) / \(title.chinese)")),
        ("description", .string("\(english)\n\(chinese)")),
      ] + form)
  }
}

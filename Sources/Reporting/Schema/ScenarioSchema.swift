import CityModel
import Diagnostics

/// A JSON Schema (draft-07) of the scenario file, by which editors complete and check what is typed.
///
/// Its keys come from the one table of the file, `ParameterTable` and `ScenarioSections`; every title and description is in English
/// and Chinese. It says what one file may hold, which may be a part: nothing is required, since a
/// file that it extends may give it, and every value may be `~`, which takes a key out. Whether the
/// whole is sound, its units fit and its ids are known is for `check` to say.
public struct ScenarioSchema {
  /// The name under which `new` writes it beside a scenario.
  public static let fileName = "scenario.schema.json"

  /// The line at the head of a scenario by which editors find it.
  public static let editorLine = "# yaml-language-server: $schema=\(fileName)"

  /// The schema, with a final line break.
  public let text: String

  /// Makes the schema from the table of the file.
  public init() {
    var walk = TableSchema()
    let parameters = walk.fields(of: ParameterTable.root, at: "")
    let root: JSONMembers = [
      ("$schema", .string("http://json-schema.org/draft-07/schema#")),
      ("title", .string("carbonpeak scenario / carbonpeak 情景")),
      (
        "description",
        .string(
          "A scenario of a city, or a part of one that another file extends.\n城市情景，或供其他文件继承（extends）的一部分。"
        )
      ),
      ("type", .string("object")),
      (
        "properties",
        .object(
          SectionSchema.members(ScenarioSections.head) + parameters
            + SectionSchema.members(ScenarioSections.plans) + ValueSchema.annotations)
      ),
      ("additionalProperties", .bool(false)),
      ("definitions", .object(ValueSchema.definitions + walk.definitions)),
    ]
    text = String(decoding: JSONValue.object(root).document, as: UTF8.self)
  }
}

/// What stands in a scenario beside its parameters, as it is declared.
enum SectionSchema {
  /// The schemas of declared keys.
  static func members(_ keys: [SectionKey]) -> JSONMembers { keys.map { ($0.word, schema($0)) } }

  /// The schema of a declared key.
  static func schema(_ key: SectionKey) -> JSONValue {
    switch key.value {
    case .word(let words): .words(words, key.meaning, key.more)
    case .words(let words):
      .titled(
        key.meaning, key.more,
        [
          ("type", .types("array", "null")), ("minItems", .integer(1)),
          ("items", .object([("enum", .array(words.map { .number(orWord: $0) }))])),
        ])
    case .observations(_, let besides) where besides.isEmpty:
      .titled(
        key.meaning, key.more,
        [("allOf", .array([.reference(reference(key))])), ("type", .types("object", "null"))])
    case .format: .titled(key.meaning, key.more, [("enum", .array([.integer(1), .string("1")]))])
    case .files:
      .titled(
        key.meaning, key.more,
        [
          ("type", .types("string", "array")),
          ("items", .object([("type", .string("string"))])),
        ])
    case .numbers: list(key, of: .reference("number"))
    case .draws(let count): list(key, of: .reference("number"), count: count)
    case .pair: list(key, of: .object([("type", .string("string"))]), count: 2)
    case .list(let keys): list(key, of: .map(key.meaning, key.more, members(keys)))
    case .sample(let keys): sample(key, keys)
    case .map(let keys): .map(key.meaning, key.more, members(keys))
    case .each(let chosen, let element, let besides):
      .map(
        key.meaning, key.more, members(besides), members: schema(element),
        keys: [("pattern", .string(pattern(chosen, besides: besides.words)))])
    case .text, .id, .year, .date, .number, .drawn, .ofParameter, .ofSubject, .fractions, .constant,
      .series,
      .observations:
      .reference(reference(key), key.meaning, key.more)
    }
  }

  private static func sample(_ key: SectionKey, _ columns: [SectionKey]) -> JSONValue {
    .titled(
      key.meaning, key.more,
      [
        ("type", .types("array", "object", "null")), ("items", .reference("number")),
        ("properties", .object(members(columns) + ValueSchema.annotations)),
        ("additionalProperties", .bool(false)),
      ])
  }

  /// The name of the definition that the values of a key fit.
  private static func reference(_ key: SectionKey) -> String {
    switch key.value {
    case .id: "id"
    case .year: "year"
    case .date: "date"
    case .number, .drawn, .ofSubject: "number"
    case .ofParameter, .fractions: "plain-series"
    case .observations(_, let besides) where !besides.isEmpty: "inventory-series"
    case .constant, .series, .observations:
      key.declaration.map { ValueSchema.form(of: $0, mayRest: false) } ?? "text"
    default: "text"
    }
  }

  private static func list(
    _ key: SectionKey, of items: JSONValue, count: Int? = nil
  ) -> JSONValue {
    let length: JSONMembers =
      count.map { [("minItems", .integer($0)), ("maxItems", .integer($0))] } ?? []
    return .titled(
      key.meaning, key.more, [("type", .types("array", "null")), ("items", items)] + length)
  }

  /// What keys of a file's choice look like, those that are fixed beside them included.
  private static func pattern(_ chosen: ChosenKey, besides others: [String]) -> String {
    let known = (others + ValueSchema.annotations.map(\.key)).joined(separator: "|")
    switch chosen {
    case .id: return ValueSchema.id
    case .year: return "^[0-9]{4}$|^(\(known))$"
    case .period: return "^[0-9]{4}-[0-9]{4}$|^(\(known))$"
    case .yearOrPeriod: return "^[0-9]{4}(-[0-9]{4})?$|^(\(known))$"
    case .path: return "^(\(path)|\(known))$"
    case .pathOrLever:
      let numbers = LeverSection.lever.members.filter(\.isSettable).words.joined(separator: "|")
      let levers = "\(LeverSection.section.word)[.]([*]|[a-z][a-z0-9-]*([.][*])?)[.](\(numbers))"
      return "^(\(path)(@[0-9]{4})?|\(levers)|\(known))$"
    }
  }

  /// The path of a parameter, in which `*` stands for any one id.
  private static let path: String = {
    let top = ParameterTable.root.fields.map(\.key).joined(separator: "|")
    return "([*]|\(top))([.]([*]|[a-z][a-z0-9-]*))+"
  }()
}

extension SectionKey {
  /// What is to be known of it beside its meaning: its remark, and what holds if it is absent.
  fileprivate var more: Text? {
    var parts = [remark].compactMap(\.self)
    if case .means(let text) = absence { parts.append(Text("If absent: \(text)", "缺省：\(text)")) }
    return parts.isEmpty ? nil : parts.joined(". ", "。")
  }
}

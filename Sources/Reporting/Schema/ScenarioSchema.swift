import CityModel
import Diagnostics

/// A JSON Schema (draft-07) of the scenario file, by which editors complete and check what is typed.
///
/// Its parameters come from the one table of parameters; every title and description is in English
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

  /// Makes the schema from the table of parameters.
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
        .object(SectionSchema.header + parameters + SectionSchema.plans + ValueSchema.annotations)
      ),
      ("additionalProperties", .bool(false)),
      ("definitions", .object(ValueSchema.definitions + walk.definitions)),
    ]
    text = String(decoding: JSONValue.object(root).document, as: UTF8.self)
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
    .object(labels(title, more) + [("allOf", .array([.reference(name)]))])
  }

  /// One of these words.
  static func words(_ words: [String], _ title: Text, _ more: Text? = nil) -> Self {
    .object(labels(title, more) + [("enum", .array(words.map { .string($0) } + [.null]))])
  }

  /// A map of fixed keys, or with members under ids of the file's choice.
  static func map(
    _ title: Text, _ more: Text? = nil, _ properties: JSONMembers, members: JSONValue? = nil,
    keys: JSONMembers? = nil
  ) -> Self {
    let names: JSONMembers = keys.map { [("propertyNames", .object($0))] } ?? []
    return .object(
      labels(title, more) + [
        ("type", .array([.string("object"), .string("null")])),
        ("properties", .object(properties + ValueSchema.annotations)),
      ] + names + [("additionalProperties", members ?? .bool(false))])
  }

  /// The title and the description, each in both languages.
  private static func labels(_ title: Text, _ more: Text?) -> JSONMembers {
    let english = title.english + (more.map { ". " + $0.english } ?? "")
    let chinese = title.chinese + (more.map { "。" + $0.chinese } ?? "")
    return [
      ("title", .string("\(title.english) / \(title.chinese)")),
      ("description", .string("\(english)\n\(chinese)")),
    ]
  }
}

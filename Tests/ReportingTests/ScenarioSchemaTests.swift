import CityModel
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Reporting

@Suite struct `The JSON Schema of the scenario file` {
  private let schema: [String: Any]

  init() throws {
    schema = try jsonObject(ScenarioSchema().text)
  }

  @Test func `every key of the table of parameters stands at its place with its meaning`() throws {
    var count = 0
    try compare(ParameterTable.root, with: schema, at: "", count: &count)
    #expect(count > 300)
  }

  @Test func `every title and every description is in both languages`() {
    var texts: [String] = []
    walk(schema) { node in
      texts += ["title", "description"].compactMap { node[$0] as? String }
    }
    #expect(texts.count > 900)
    for text in texts {
      let parts = text.contains("\n") ? text.components(separatedBy: "\n") : text.halves(at: " / ")
      #expect(parts.count == 2 && !parts[0].hasChinese && parts[1].hasChinese, "\(text)")
    }
  }

  @Test func `every definition is used and every reference leads to one`() throws {
    let definitions = try #require(schema["definitions"] as? [String: Any])
    var references: Set<String> = []
    walk(schema) { node in
      if let reference = node["$ref"] as? String { references.insert(reference) }
    }
    #expect(references == Set(definitions.keys.map { "#/definitions/\($0)" }))
  }

  @Test func `a map whose keys are known refuses all others`() {
    var count = 0
    walk(schema) { node in
      guard node["properties"] is [String: Any] else { return }
      count += 1
      #expect(node["additionalProperties"] != nil)
    }
    #expect(count > 100)
  }

  // MARK: - Walking

  /// Goes through the table beside the schema.
  private func compare(
    _ group: GroupDeclaration, with map: [String: Any], at path: String, count: inout Int
  ) throws {
    let properties = try #require(map["properties"] as? [String: Any], "\(path)")
    for field in group.fields {
      let place = "\(path).\(field.key)"
      let inner = try #require(properties[field.key] as? [String: Any], "\(place)")
      try compare(field.node, with: resolved(inner), at: place, count: &count)
    }
    guard let members = group.members else {
      #expect(map["additionalProperties"] as? Bool == false, "\(path)")
      return
    }
    let element = try #require(map["additionalProperties"] as? [String: Any], "\(path)")
    try compare(members.element, with: resolved(element), at: path + ".*", count: &count)
  }

  private func compare(
    _ node: SchemaNode, with schema: [String: Any], at path: String, count: inout Int
  ) throws {
    count += 1
    let meaning: Text
    switch node {
    case .group(let group):
      meaning = group.meaning
      try compare(group, with: schema, at: path, count: &count)
    case .parameter(let parameter): meaning = parameter.meaning
    case .choice(let choice):
      meaning = choice.meaning
      if case .words(let words) = choice.domain {
        #expect((schema["enum"] as? [Any])?.compactMap { $0 as? String } == words, "\(path)")
      }
    case .table(let table): meaning = table.meaning
    }
    let title = schema["title"] as? String
    #expect(title == "\(meaning.english) / \(meaning.chinese)", "\(path)")
  }

  private func resolved(_ node: [String: Any]) throws -> [String: Any] {
    guard let reference = node["$ref"] as? String else { return node }
    let definitions = try #require(schema["definitions"] as? [String: Any])
    let name = String(reference.dropFirst("#/definitions/".count))
    return try #require(definitions[name] as? [String: Any], "\(reference)")
  }

  private func walk(_ value: Any, _ visit: ([String: Any]) -> Void) {
    if let list = value as? [Any] {
      for item in list { walk(item, visit) }
    } else if let node = value as? [String: Any] {
      visit(node)
      for inner in node.values { walk(inner, visit) }
    }
  }
}

extension String {
  fileprivate var hasChinese: Bool {
    unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
  }

  /// The parts before and after the last separator.
  fileprivate func halves(at separator: String) -> [String] {
    guard let range = range(of: separator, options: .backwards) else { return [self] }
    return [String(self[..<range.lowerBound]), String(self[range.upperBound...])]
  }
}

import CityModel
import Diagnostics
import Quantities

/// The table of parameters as JSON Schema.
///
/// A map that comes more than once, such as the cost of a plant, is written once under
/// `definitions`, by the path where it comes first.
struct TableSchema {
  /// What is made of maps that come more than once.
  private enum Mode { case written, counted, shared }

  /// The maps that come more than once.
  private(set) var definitions: JSONMembers = []
  private let mode: Mode
  private var counts: [String: Int] = [:]
  private var names: [String: String] = [:]

  /// Finds the maps that come more than once.
  init() {
    var counter = Self(.counted)
    _ = counter.fields(of: ParameterTable.root, at: "")
    self.init(.shared)
    counts = counter.counts
  }

  private init(_ mode: Mode) { self.mode = mode }

  /// The fixed keys of a map with what may stand under each.
  mutating func fields(
    of group: GroupDeclaration, at path: String, shareKey: String? = nil
  ) -> JSONMembers {
    group.fields.map { field in
      let mayRest = group.fieldsSumToOne || field.key == shareKey
      let place = path.isEmpty ? field.key : "\(path).\(field.key)"
      return (field.key, node(field.node, at: place, mayRest: mayRest))
    }
  }

  private mutating func node(
    _ node: SchemaNode, at path: String, mayRest: Bool, shareKey: String? = nil
  ) -> JSONValue {
    switch node {
    case .group(let group): self.group(group, at: path, shareKey: shareKey)
    case .parameter(let declaration):
      .reference(
        ValueSchema.form(of: declaration, mayRest: mayRest), declaration.meaning,
        declaration.schemaText)
    case .choice(let declaration): choice(declaration)
    case .table(let declaration):
      .map(
        declaration.meaning,
        Text(
          "A table with the columns \(declaration.keys.map(\.name).joined(separator: ", ")) and one for each name",
          "CSV 表，含列 \(declaration.keys.map(\.name).joined(separator: "、")) 及各名称一列"),
        SectionSchema.members([CommonKeys.file]))
    }
  }

  private mutating func group(
    _ group: GroupDeclaration, at path: String, shareKey: String?
  ) -> JSONValue {
    if mode == .written { return written(group, at: path, shareKey: shareKey) }
    var plain = Self(.written)
    let text = String(
      decoding: plain.written(group, at: path, shareKey: shareKey).document, as: UTF8.self)
    if let name = names[text] { return .reference(name) }
    if mode == .counted { counts[text, default: 0] += 1 }
    guard mode == .shared, let count = counts[text], count > 1 else {
      return written(group, at: path, shareKey: shareKey)
    }
    names[text] = path
    let schema = written(group, at: path, shareKey: shareKey)
    definitions.append((path, schema))
    return .reference(path)
  }

  private mutating func written(
    _ group: GroupDeclaration, at path: String, shareKey: String?
  ) -> JSONValue {
    var properties = fields(of: group, at: path, shareKey: shareKey)
    if group.isNamed {
      properties += SectionSchema.members(CommonKeys.names + [CommonKeys.iamc])
    }
    guard let members = group.members else { return .map(group.meaning, group.rules, properties) }
    var sharedKey: String?
    if case .field(let key) = members.sum { sharedKey = key.word }
    let element = node(
      members.element, at: "\(path).*", mayRest: members.sum == .members, shareKey: sharedKey)
    let reserved: JSONMembers =
      members.reservedIds.isEmpty
      ? []
      : [("not", .object([("enum", .array(members.reservedIds.map { .string($0) }))]))]
    let keys: JSONMembers = [("pattern", .string(ValueSchema.id))] + reserved
    return .map(
      group.meaning,
      Text("Each under its id: \(members.noun)", "每项以标识为键：\(members.noun)"),
      properties, members: element, keys: keys)
  }

  private func choice(_ declaration: ChoiceDeclaration) -> JSONValue {
    let more = declaration.defaultWord.map { Text("If absent: \($0)", "缺省：\($0)") }
    return switch declaration.domain {
    case .words(let words): .words(words, declaration.meaning, more)
    case .id: .reference("id", declaration.meaning, more)
    case .text: .reference("text", declaration.meaning, more)
    }
  }
}

extension ParameterDeclaration {
  /// Unit, bounds, years and what holds if it is absent.
  fileprivate var schemaText: Text {
    let readings = readings.map(\.words)
    let units = readings.joined("; or ", "；或 ")
    let years =
      switch time {
      case .yearly: Text("A number or a series over the years", "数值或逐年序列")
      case .constant: Text("One number for all years", "各年同一数值")
      case .baseYear: Text("One number, of the base year", "基年数值")
      }
    let absent =
      switch presence {
      case .required:
        Text("Must be given, here or in a file this one extends", "必填（可由被继承的文件给出）")
      case .optional: Text("May be absent", "可不写")
      case .defaulted(let value):
        Text("If absent: \(shortestText(value))", "缺省：\(shortestText(value))")
      }
    return Text(
      "\(units). \(years). \(absent)",
      "\(units)。\(years)。\(absent)")
  }
}

extension Reading {
  /// The unit, in the model's writing and in a planner's.
  private var unitWords: Text {
    if basis == .any { return Text("Any unit", "任意单位") }
    if unit == "1", basis == .whole { return Text("A plain number or %", "无量纲数或 %") }
    let example = Unit.example(for: unit)
    let suchAs = Text(
      example.english == unit ? "" : " (or such as \(example))",
      example.chinese == unit ? "" : "（或如 \(example)）")
    let per =
      basis == .perNamedDriver ? Text(" per unit of `driver`", " 每单位 driver") : Text("", "")
    return Text(
      "Unit \(unit)\(per)\(suchAs)", "单位 \(unit)\(per)\(suchAs)")
  }

  /// The unit and the bounds.
  var words: Text {
    let low = shortestText(bounds.lowerBound)
    let high = shortestText(bounds.upperBound)
    return Text(
      "\(unitWords), from \(low) to \(high)", "\(unitWords)，\(low) 至 \(high)")
  }
}

extension GroupDeclaration {
  /// Which keys exclude each other, and whether the values sum to 1.
  var rules: Text? {
    var rules = alternatives.map { rule in
      rule.isRequired
        ? Text(
          "Exactly one of: \(rule.keys.joined(separator: ", "))",
          "须且只能写其一：\(rule.keys.joined(separator: "、"))")
        : Text(
          "At most one of: \(rule.keys.joined(separator: ", "))",
          "至多写其一：\(rule.keys.joined(separator: "、"))")
    }
    if fieldsSumToOne { rules.append(Text("The values sum to 1", "各值之和为 1")) }
    guard !rules.isEmpty else { return nil }
    return rules.joined(". ", "。")
  }
}

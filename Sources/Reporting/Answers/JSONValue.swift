import Diagnostics

/// A value of a JSON document; objects keep the order of their keys.
public enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  /// A number; one that is not finite is written as `null`.
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])

  /// A string, or null.
  static func optional(_ text: String?) -> Self { text.map { .string($0) } ?? .null }

  /// A number, or null.
  static func optional(_ value: Double?) -> Self { value.map { .number($0) } ?? .null }

  /// A whole number, or null.
  static func optional(_ value: Int?) -> Self { value.map { .integer($0) } ?? .null }

  /// The document as UTF-8 with a final line break, two spaces a level.
  public var document: [UInt8] { Array((text(indent: "") + "\n").utf8) }

  private func text(indent: String) -> String {
    switch self {
    case .null: return "null"
    case .bool(let value): return value ? "true" : "false"
    case .integer(let value): return String(value)
    case .number(let value): return value.isFinite ? shortestText(value) : "null"
    case .string(let text): return quoted(text)
    case .array(let values):
      let isFlat = values.allSatisfy(\.isScalar)
      let inner = indent + "  "
      let items = values.map { $0.text(indent: isFlat ? indent : inner) }
      if isFlat { return "[" + items.joined(separator: ", ") + "]" }
      return lines(items, "[", "]", indent)
    case .object(let members):
      guard !members.isEmpty else { return "{}" }
      let items = members.map { "\(quoted($0.key)): \($0.value.text(indent: indent + "  "))" }
      return lines(items, "{", "}", indent)
    }
  }

  private func lines(
    _ items: [String], _ open: String, _ close: String, _ indent: String
  ) -> String {
    let body = items.map { "\(indent)  \($0)" }.joined(separator: ",\n")
    return "\(open)\n\(body)\n\(indent)\(close)"
  }

  private var isScalar: Bool {
    switch self {
    case .array, .object: false
    case .null, .bool, .integer, .number, .string: true
    }
  }
}

/// A JSON string (RFC 8259 §7): quote, backslash and control characters escaped, and what else could
/// steer a terminal on which the document is shown.
private func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    case _ where scalar.value < 0x20 || scalar.value > 0x7E && steersTerminal(scalar):
      let hex = String(scalar.value, radix: 16)
      result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}

private func steersTerminal(_ scalar: Unicode.Scalar) -> Bool {
  terminalSafe(String(scalar)) != String(scalar)
}

/// Reads the JSON documents that we wrote ourselves (RFC 8259).
struct JSONParser {
  private let bytes: [UInt8]
  private var place = 0
  private var depth = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The document; nothing if it is none.
  static func parse(_ bytes: [UInt8]) -> JSONValue? {
    var parser = JSONParser(bytes)
    guard let value = parser.value() else { return nil }
    parser.skipSpaces()
    return parser.place == bytes.count ? value : nil
  }

  private mutating func value() -> JSONValue? {
    skipSpaces()
    depth += 1
    defer { depth -= 1 }
    guard place < bytes.count, depth < 64 else { return nil }
    switch bytes[place] {
    case UInt8(ascii: "{"): return object()
    case UInt8(ascii: "["): return array()
    case UInt8(ascii: "\""): return string().map(JSONValue.string)
    case UInt8(ascii: "n"): return take("null") ? .null : nil
    case UInt8(ascii: "t"): return take("true") ? .bool(true) : nil
    case UInt8(ascii: "f"): return take("false") ? .bool(false) : nil
    default: return number()
    }
  }

  private mutating func object() -> JSONValue? {
    var members: [(key: String, value: JSONValue)] = []
    guard take("{") else { return nil }
    if take("}") { return .object([]) }
    repeat {
      skipSpaces()
      guard let key = string(), take(":"), let value = value() else { return nil }
      members.append((key, value))
    } while take(",")
    return take("}") ? .object(members) : nil
  }

  private mutating func array() -> JSONValue? {
    var items: [JSONValue] = []
    guard take("[") else { return nil }
    if take("]") { return .array([]) }
    repeat {
      guard let item = value() else { return nil }
      items.append(item)
    } while take(",")
    return take("]") ? .array(items) : nil
  }

  private mutating func number() -> JSONValue? {
    let start = place
    while place < bytes.count, "+-.0123456789eE".utf8.contains(bytes[place]) { place += 1 }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    return Int(text).map(JSONValue.integer) ?? Double(text).map(JSONValue.number)
  }

  private mutating func string() -> String? {
    guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else { return nil }
    place += 1
    var text: [UInt8] = []
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if byte == UInt8(ascii: "\"") { return String(validating: text, as: UTF8.self) }
      guard byte == UInt8(ascii: "\\") else {
        text.append(byte)
        continue
      }
      guard let escaped = escape() else { return nil }
      text += escaped
    }
    return nil
  }

  /// What stands behind a backslash.
  private mutating func escape() -> [UInt8]? {
    guard place < bytes.count else { return nil }
    let byte = bytes[place]
    place += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"):
      guard place + 4 <= bytes.count else { return nil }
      let digits = String(decoding: bytes[place..<place + 4], as: UTF8.self)
      place += 4
      return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init).map { Array(String($0).utf8) }
    default: return nil
    }
  }

  private mutating func skipSpaces() {
    while place < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[place]) { place += 1 }
  }

  private mutating func take(_ word: String) -> Bool {
    skipSpaces()
    guard bytes[place...].starts(with: word.utf8) else { return false }
    place += word.utf8.count
    return true
  }
}

extension JSONValue {
  /// A member of an object.
  subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The object with other values for some members.
  func replacing(_ changes: [String: JSONValue]) -> JSONValue {
    guard case .object(let members) = self else { return self }
    return .object(members.map { ($0.key, changes[$0.key] ?? $0.value) })
  }

  /// The text, if it is one.
  var text: String? { if case .string(let text) = self { text } else { nil } }
  /// The whole number, if it is one.
  var whole: Int? { if case .integer(let value) = self { value } else { nil } }
  /// The items, if it is a list.
  var items: [JSONValue]? { if case .array(let items) = self { items } else { nil } }
}

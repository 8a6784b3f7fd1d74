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

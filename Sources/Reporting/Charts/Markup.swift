import Diagnostics

/// A piece of an HTML or SVG document, whose texts are escaped when it is written.
///
/// Texts come from files of other people: whatever they hold is shown and never read as markup.
indirect enum Markup: Sendable, ExpressibleByStringLiteral {
  /// A text.
  case text(String)
  /// An element with its attributes and what it holds.
  case element(String, [(name: String, value: String)], [Markup])
  /// Rules of ours, written as they are.
  case style(String)

  /// A text.
  init(stringLiteral text: String) { self = .text(text) }

  /// An element that holds other pieces.
  static func tag(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ children: [Markup] = []
  ) -> Self {
    .element(name, attributes.map { ($0.key, $0.value) }, children)
  }

  /// An element that holds a text.
  static func tag(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ text: String
  ) -> Self {
    .tag(name, attributes, [.text(text)])
  }

  /// An element without attributes that holds a text.
  static func tag(_ name: String, _ text: String) -> Self { .tag(name, [:], [.text(text)]) }

  /// The piece as a text in UTF-8.
  var rendered: String {
    var document = ""
    write(to: &document)
    return document
  }

  private func write(to document: inout String) {
    switch self {
    case .text(let text): document += escaped(text)
    case .style(let rules): document += "<style>\n\(rules)</style>\n"
    case .element(let name, let attributes, let children):
      document += "<\(name)"
      for attribute in attributes {
        document += " \(attribute.name)=\"\(escaped(attribute.value))\""
      }
      if Self.empty.contains(name) {
        document += " />\n"
        return
      }
      document += ">"
      for child in children { child.write(to: &document) }
      document += "</\(name)>"
      if !Self.inline.contains(name) { document += "\n" }
    }
  }

  /// Elements that never hold anything; HTML knows their end without being told.
  private static let empty: Set = ["meta", "input", "br"]
  /// Elements within a line of text, after which a line break would be a space.
  private static let inline: Set = ["span", "a", "strong", "code", "tspan", "label", "td", "th"]
}

/// A text that stands for itself in HTML and in XML, in an element or between quotes.
///
/// Control characters, which XML cannot hold, and marks that turn the direction of writing become
/// visible signs.
func escaped(_ text: String) -> String {
  var safe = ""
  for scalar in terminalSafe(text).unicodeScalars {
    switch scalar {
    case "&": safe += "&amp;"
    case "<": safe += "&lt;"
    case ">": safe += "&gt;"
    case "\"": safe += "&quot;"
    case "'": safe += "&#39;"
    case "\u{FFFE}", "\u{FFFF}": safe += "\u{FFFD}"
    default: safe.unicodeScalars.append(scalar)
    }
  }
  return safe
}

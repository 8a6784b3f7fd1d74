import Diagnostics

@testable import ScenarioFiles

/// A text with places marked by 1️⃣ 2️⃣ 3️⃣, and where these are once the marks are taken out.
struct MarkedText {
  let text: String
  private(set) var places: [String] = []

  init(_ marked: String) {
    let marks: [Character] = ["1️⃣", "2️⃣", "3️⃣", "4️⃣"]
    var text = ""
    var line = 1
    var column = 1
    for character in marked {
      if marks.contains(character) {
        places.append("\(line):\(column)")
        continue
      }
      text.append(character)
      (line, column) = character.isNewline ? (line + 1, 1) : (line, column + 1)
    }
    self.text = text
  }
}

extension Diagnostic {
  /// `line:column code`, the part most tests look at.
  var summary: String { "\(location.line):\(location.column) \(code.id)" }
}

extension DiagnosticCollection {
  var summaries: [String] { sorted(readingOrder: []).map(\.summary) }
}

/// The map in a text, and what is wrong with it.
func readYAML(
  _ text: String, limits: ReadingLimits = ReadingLimits()
) -> (mapping: Mapping?, diagnostics: DiagnosticCollection) {
  var diagnostics = DiagnosticCollection()
  let mapping = readMapping(
    SourceText(path: "a.yaml", text: text), limits: limits, into: &diagnostics)
  return (mapping, diagnostics)
}

extension Mapping {
  /// The text at the end of a chain of keys.
  func text(_ keys: String...) -> String? {
    var node: Node?
    var mapping: Mapping? = self
    for key in keys {
      node = mapping?[key]?.value
      mapping = node?.mapping
    }
    return node?.text
  }

  /// The map as JSON-like text, so that merges can be compared as a whole.
  var shown: String {
    "{" + entries.map { "\($0.key): \($0.value.shown)" }.joined(separator: ", ") + "}"
  }
}

extension Node {
  var shown: String {
    switch content {
    case .null: "~"
    case .scalar(let text, _): text
    case .sequence(let values): "[" + values.map(\.shown).joined(separator: ", ") + "]"
    case .mapping(let mapping): mapping.shown
    }
  }
}

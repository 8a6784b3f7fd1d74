import Diagnostics

/// A text in double quotes, as YAML reads it.
func quotedYAML(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"", "\\": result += "\\\(scalar)"
    case _ where scalar.value < 0x20: result += " "
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}

/// A text without line breaks, for a comment.
func oneLine(_ text: String) -> String {
  terminalSafe(String(text.map { $0.isNewline ? " " : $0 }))
}

/// Maps within maps with texts at their ends, in the order of being set.
struct YAMLTree {
  private enum Value {
    case text(String)
    case tree(YAMLTree)
  }
  private var entries: [(key: String, value: Value)] = []

  /// Sets the text at a path; the last one set stays.
  mutating func set(_ path: ArraySlice<String>, to text: String) {
    guard let key = path.first else { return }
    let place = entries.firstIndex { $0.key == key }
    var value = Value.text(text)
    if path.count > 1 {
      var inner = YAMLTree()
      if let place, case .tree(let old) = entries[place].value { inner = old }
      inner.set(path.dropFirst(), to: text)
      value = .tree(inner)
    }
    if let place { entries[place].value = value } else { entries.append((key, value)) }
  }

  /// Sets what was set on the command line, each as `path=value`.
  mutating func set(_ changes: [String]) {
    for change in changes {
      guard let sign = change.firstIndex(of: "=") else { continue }
      let path = change[..<sign].split(separator: ".").map(String.init)
      set(path[...], to: String(change[change.index(after: sign)...]))
    }
  }

  /// The lines of a file.
  func lines(indent: String) -> [String] {
    entries.flatMap { key, value -> [String] in
      switch value {
      case .text(let text): ["\(indent)\(key): \(text)"]
      case .tree(let tree): ["\(indent)\(key):"] + tree.lines(indent: indent + "  ")
      }
    }
  }
}

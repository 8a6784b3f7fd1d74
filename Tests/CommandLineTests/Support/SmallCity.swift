import Foundation
import TestSupport

/// The small city of the tests, with changes.
struct SmallCity {
  static let path = Repository.root.appending(path: "Tests/CommandLineTests/Inputs/small.yaml").path

  /// The text of the file, with replacements, and more levers beside its two.
  static func text(_ changes: [(String, String)] = [], levers: String = "") throws -> String {
    let text = try String(contentsOfFile: path, encoding: .utf8)
      .replacingOccurrences(of: "targets:\n", with: levers + "targets:\n")
    return changes.reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
  }
}

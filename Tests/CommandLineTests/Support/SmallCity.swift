import Foundation

/// The small city of the tests, with changes.
struct SmallCity {
  static let path = Program.root.appending(path: "Tests/CommandLineTests/Inputs/small.yaml").path

  /// The text of the file, with replacements, and more levers beside its two.
  static func text(_ changes: [(String, String)] = [], levers: String = "") throws -> String {
    let text = try String(contentsOfFile: path, encoding: .utf8)
      .replacingOccurrences(of: "targets:\n", with: levers + "targets:\n")
    return changes.reduce(text) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
  }
}

/// A CSV file without quotes.
struct CSVFile {
  let rows: [[String: String]]

  init(_ url: URL) throws {
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    rows = lines.dropFirst().map { cells in
      Dictionary(uniqueKeysWithValues: zip(lines[0], cells))
    }
  }

  /// The numbers of a column, in the rows whose other columns hold these values.
  func numbers(_ column: String, _ filters: (String, String)...) -> [Double] {
    rows.filter { row in filters.allSatisfy { row[$0.0] == $0.1 } }
      .compactMap { $0[column].flatMap(Double.init) }
  }
}

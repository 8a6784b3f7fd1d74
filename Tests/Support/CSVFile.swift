package import Foundation
import Testing

/// A table of comma-separated values, read as RFC 4180 says by a reader of the tests' own.
package struct CSVFile {
  /// The cells of all lines, the head first.
  package let cells: [[String]]

  /// The names of the columns.
  package var columns: [String] { cells.first ?? [] }

  /// The rows below the head, each by the names of the columns.
  package let rows: [[String: String]]

  /// Reads a text whose lines end with `\n`, the last one too.
  package init(_ text: some StringProtocol) {
    cells = Self.cells(of: text)
    let columns = cells.first ?? []
    rows = cells.dropFirst().map { row in
      Dictionary(zip(columns, row)) { first, _ in first }
    }
  }

  /// Reads bytes.
  package init(_ bytes: some Sequence<UInt8>) {
    self.init(String(decoding: Array(bytes), as: UTF8.self))
  }

  /// Reads a file.
  package init(_ url: URL) throws { self.init(try String(contentsOf: url, encoding: .utf8)) }

  /// The numbers of a column, in the rows whose other columns hold these values.
  package func numbers(_ column: String, _ values: (String, String)...) -> [Double] {
    rows.filter { row in values.allSatisfy { row[$0.0] == $0.1 } }
      .compactMap { $0[column].flatMap(Double.init) }
  }

  private static func cells(of text: some StringProtocol) -> [[String]] {
    var rows: [[String]] = [[]]
    var field = ""
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    func endField() {
      rows[rows.count - 1].append(field)
      field = ""
    }
    while let scalar = scalars.popFirst() {
      switch (isQuoted, scalar) {
      case (true, "\"") where scalars.first == "\"":
        field.unicodeScalars.append(scalars.removeFirst())
      case (_, "\""): isQuoted.toggle()
      case (false, ","): endField()
      case (false, "\n"):
        endField()
        rows.append([])
      default: field.unicodeScalars.append(scalar)
      }
    }
    #expect(rows.last?.isEmpty == true && field.isEmpty, "the last line is ended")
    return rows.dropLast()
  }
}

extension [String: String] {
  /// The number in a column of a row.
  package func number(_ column: String) throws -> Double {
    try #require(self[column].flatMap(Double.init), "no number in \(column)")
  }
}

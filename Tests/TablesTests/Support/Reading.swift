import Diagnostics
import Foundation
import Testing

@testable import Tables

/// A file that was opened in a test, with all that was said.
struct Opened {
  let file: TableFile?
  let diagnostics: DiagnosticCollection

  init(_ bytes: [UInt8], _ path: String = "book.xlsx", limits: TableLimits = TableLimits()) {
    var diagnostics = DiagnosticCollection()
    file = TableFile.open(bytes, path: path, limits: limits, into: &diagnostics)
    self.diagnostics = diagnostics
  }

  init(_ book: TestWorkbook) { self.init(book.bytes) }

  /// A text.
  init(text: String) { self.init(Array(text.utf8), "table.csv") }

  /// The codes of what was said, in order.
  var codes: [String] { diagnostics.all.map(\.code.id) }

  /// What was said, in English, each with its place.
  var sentences: [String] {
    diagnostics.all.map { "\($0.location): \($0.message.english)" }
  }

  /// The texts of the cells of a sheet, empty ones between them too.
  func texts(_ sheet: Int = 0) -> [[String]] {
    guard let grids = file?.grids, grids.indices.contains(sheet) else { return [] }
    return grids[sheet].rows.map { row in
      let last = Int(row.cells.last?.column ?? -1)
      return (0..<max(0, last + 1)).map { row.cell($0)?.text ?? "" }
    }
  }
}

/// The bytes of a table of the folder of cases.
func caseBytes(_ name: String) throws -> [UInt8] {
  let url = try #require(
    Bundle.module.url(forResource: name, withExtension: "csv", subdirectory: "Cases"))
  return Array(try Data(contentsOf: url))
}
